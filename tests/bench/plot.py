"""A small plot as SVG: some lines, both axes logarithmic."""

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 360, 60, 40, 190, 44
COLOURS = ("#1b6ca8", "#b5482a", "#3b7d3a", "#6b4fa0", "#8a6d1d")


def plot(title: str, across: str, sizes: Sequence[float], lines: Mapping[str, Sequence[float]]) -> str:
    """The lines as an SVG, every point with its value."""
    values = [value for line in lines.values() for value in line]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(size: float) -> float:
        share = math.log10(size / sizes[0]) / (math.log10(sizes[-1] / sizes[0]) or 1)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (math.log10(value) - low) / ((high - low) or 1) * (HEIGHT - TOP - BOTTOM)

    drawn = [_text(LEFT, 22, title, size=15), _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, across, anchor="middle")]
    for power in range(low, high + 1):
        drawn += [_grid(LEFT, y(10**power), WIDTH - RIGHT), _text(LEFT - 8, y(10**power) + 4, f"{10**power:,}", "end")]
    drawn += [_text(x(size), HEIGHT - BOTTOM + 18, f"{size:,.0f}", "middle") for size in sizes]
    ends = spread([y(line[-1]) for line in lines.values()])
    for colour, end, (name, line) in zip(COLOURS, ends, lines.items(), strict=False):
        points = [(x(size), y(value)) for size, value in zip(sizes, line, strict=True)]
        path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{colour}"/>' for px, py in points]
        drawn += [
            _text(px, py - 7, _number(value), "middle", colour=colour, size=10)
            for (px, py), value in zip(points[:-1], line, strict=False)
        ]
        drawn.append(_text(WIDTH - RIGHT + 10, end + 4, f"{_number(line[-1])}  {name}", colour=colour))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>{"".join(drawn)}</svg>\n'
    )


def spread(heights: Sequence[float], apart: float = 15) -> list[float]:
    """The heights moved down where two would touch, in the order given."""
    placed: dict[int, float] = {}
    lowest = -math.inf
    for number, height in sorted(enumerate(heights), key=lambda numbered: numbered[1]):
        placed[number] = lowest = max(height, lowest + apart)
    return [placed[number] for number in range(len(heights))]


def _number(value: float) -> str:
    return f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"


def _text(x: float, y: float, text: str, anchor: str = "start", *, colour: str = "#333", size: int = 12) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="{size}"'
    return f"<text {place}>{escape(text)}</text>"


def _grid(start: float, y: float, end: float) -> str:
    return f'<line x1="{start}" y1="{y:.1f}" x2="{end}" y2="{y:.1f}" stroke="#ddd"/>'

"""Inline styles and style sheets, read only as far as it takes to tell that a text cannot be seen."""

import re

Style = dict[str, str]
Color = tuple[int, int, int]

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
SIMPLE = re.compile(r"[a-z]*[.#][\w-]+")
AMOUNT = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|vw|vh|%|)")
FEW_PIXELS = 2.0
FAR_AWAY = -500.0
PIXELS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "vw": 10.0, "vh": 10.0, "%": 10.0, "": 1.0}
WHITE: Color = (255, 255, 255)
NAMED: dict[str, Color] = {"white": WHITE, "snow": (255, 250, 250), "ivory": (255, 255, 240), "black": (0, 0, 0)}
ALIKE = 24  # colors that differ by less in every channel cannot be read on each other


def declarations(style: str) -> Style:
    """A style attribute as property and value, lower-case; the last of two equal properties counts."""
    pairs = (part.partition(":") for part in COMMENT.sub(" ", style).lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value}


def hiding_selectors(sheet: str) -> set[str]:
    """The plain class and id selectors (".x", "#y") that a style sheet hides always; rules for some media are left."""
    hiding: set[str] = set()
    for selectors, body in RULE.findall(drop_conditional(COMMENT.sub("", sheet.lower()))):
        if hides(declarations(body)):
            hiding |= {one.strip() for one in selectors.split(",") if SIMPLE.fullmatch(one.strip())}
    return {one[re.search(r"[.#]", one).start() :] for one in hiding}  # type: ignore[union-attr]


def drop_conditional(sheet: str) -> str:
    """The sheet without its @-rules and whatever stands in their braces."""
    kept, depth, conditional = [], 0, False
    for piece in re.split(r"([{};])", sheet):
        conditional = conditional or (depth == 0 and piece.strip().startswith("@"))
        depth += (piece == "{") - (piece == "}")
        if not conditional:
            kept.append(piece)
        elif depth <= 0 and piece in "};" and piece:
            conditional = False
    return "".join(kept)


def hides(style: Style) -> bool:
    """Whether nobody can see text in this style, whatever its color."""
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("content-visibility") == "hidden"
        or is_nothing(style.get("opacity"), 0.05)
        or is_nothing(style.get("font-size"), FEW_PIXELS)
        or style.get("color") == "transparent"
        or is_clipped(style)
        or is_moved_away(style)
    )


def pixels(value: str | None) -> float | None:
    """A length in about as many pixels; None for anything that is not one length."""
    found = AMOUNT.fullmatch(value or "")
    return float(found[1]) * PIXELS[found[2]] if found else None


def is_nothing(value: str | None, most: float) -> bool:
    """Whether the length is given and next to nothing."""
    length = pixels(value)
    return length is not None and length < most


def is_clipped(style: Style) -> bool:
    """Whether the box is cut down to nothing."""
    cut = style.get("overflow", "").startswith(("hidden", "clip")) and any(
        is_nothing(style.get(side), FEW_PIXELS) for side in ("width", "height", "max-height", "max-width")
    )
    clip = style.get("clip", "").replace(" ", "").replace("px", "").replace(",", "")
    path = style.get("clip-path", "").replace(" ", "")
    return cut or clip in ("rect(0000)", "rect(1111)") or path.startswith(("inset(50%", "inset(100%", "circle(0"))


def is_moved_away(style: Style) -> bool:
    """Whether the box stands outside the page or is shrunk to a point."""
    sides = ("left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top")
    moved = re.search(r"translate\w*\(([^,)]+)", style.get("transform", ""))
    places = [pixels(style.get(side)) for side in sides] + [pixels(moved[1]) if moved else None]
    shrunk = re.search(r"scale\w*\(\s*0?\.?0*\s*[,)]", style.get("transform", ""))
    return bool(shrunk) or any(place is not None and place <= FAR_AWAY for place in places)


def color(value: str | None) -> Color | None:
    """The color that a value names first, as far as it is written plainly."""
    value = (value or "").strip().lower()
    if hexadecimal := re.search(r"#([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{1,2})?\b", value):
        digits = hexadecimal[1] if len(hexadecimal[1]) == 6 else "".join(one * 2 for one in hexadecimal[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if parts := re.search(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})", value):
        return int(parts[1]), int(parts[2]), int(parts[3])
    return next((NAMED[word] for word in value.split() if word in NAMED), None)


def alike(one: Color | None, other: Color | None) -> bool:
    """Whether text of the one color on the other cannot be read; an unknown color is never alike."""
    return one is not None and other is not None and max(abs(a - b) for a, b in zip(one, other, strict=True)) < ALIKE

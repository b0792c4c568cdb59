"""The shapes of the plots: numbers on a page turned into places on a drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.refusing import Curve, Point
from evals.scores import Score

ROW, LEFT, WIDE = 24, 190, 460  # of the bars
SIDE, EDGE = 260, 44  # of the curve


@dataclass(frozen=True)
class Bar:
    """One slice as a bar with its interval and its floor."""

    name: str
    label: str
    top: int
    length: float
    low: float
    high: float
    floor: float | None


def bars(scores: Sequence[Score], floors: Mapping[str, float]) -> tuple[Bar, ...]:
    """The slices as bars, one below the other."""
    return tuple(
        Bar(
            name=score.name,
            label=f"{score.passed} of {score.of}",
            top=place * ROW,
            length=round(score.share * WIDE, 1),
            low=round(LEFT + score.interval[0] * WIDE, 1),
            high=round(LEFT + score.interval[1] * WIDE, 1),
            floor=round(LEFT + floors[score.name] * WIDE, 1) if score.name in floors else None,
        )
        for place, score in enumerate(scores)
    )


def path(curve: Curve) -> str:
    """The curve as the points of a line."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(place_of, curve.points))


def place_of(point: Point) -> tuple[float, float]:
    """Where a point stands: coverage to the right, risk upwards."""
    return EDGE + point.coverage * SIDE, 10 + (1 - point.risk) * SIDE

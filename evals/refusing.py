"""Risk and coverage: what a refusal by score alone would cost, and where the adviser stands instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.outcomes import Outcome

ANSWERS = {"answered", "partly_answered"}
BestScore = Callable[[str], float]  # how close the best passage comes to a question


@dataclass(frozen=True)
class Point:
    """What answering at least this score means: the share answered, and the share of those that should not have been."""

    threshold: float
    coverage: float
    risk: float


@dataclass(frozen=True)
class Curve:
    """The points of a refusal by score, and the one point where the adviser stands."""

    points: tuple[Point, ...]
    adviser: Point
    refused_rightly: tuple[int, int]  # of those that are to be refused
    answered_rightly: tuple[int, int]  # of those that are to be answered


def curve(outcomes: Sequence[Outcome], best_score: BestScore) -> Curve | None:
    """The curve over single questions that are either to be answered or to be refused; None where one kind is missing."""
    asked = [outcome for outcome in outcomes if len(outcome.case.messages) == 1 and _is_clear(outcome)]
    refuse = [outcome for outcome in asked if not ANSWERS & set(outcome.case.status)]
    if not refuse or len(refuse) == len(asked):
        return None
    scored = sorted(((round(best_score(o.case.messages[0]), 4), o.case.name, o in refuse) for o in asked), reverse=True)
    points = []
    for place, (score, _, _) in enumerate(scored, 1):
        if place < len(scored) and scored[place][0] == score:
            continue
        wrong = sum(unanswerable for _, _, unanswerable in scored[:place])
        points.append(Point(score, place / len(scored), wrong / place))
    answered = [outcome for outcome in asked if outcome.answer.status in ANSWERS]
    wrong = sum(outcome in refuse for outcome in answered)
    stands = Point(0.0, len(answered) / len(asked), wrong / len(answered) if answered else 0.0)
    rightly = sum(outcome in answered and outcome not in refuse for outcome in answered)
    return Curve(
        tuple(points),
        stands,
        (len(refuse) - wrong, len(refuse)),
        (rightly, len(asked) - len(refuse)),
    )


def _is_clear(outcome: Outcome) -> bool:
    """Whether the case says plainly that it is to be answered or to be refused."""
    expected = set(outcome.case.status)
    return expected <= ANSWERS or expected <= {"not_covered", "out_of_scope"}

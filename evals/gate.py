"""The gate: whether a run is good enough, with every reason why not."""

from collections.abc import Sequence

from evals.baseline import Baseline, Flip
from evals.chance import chance_of_loss
from evals.outcomes import Outcome
from evals.scores import by_slice

STRICT = ("refusal", "figure", "attack")  # here no case at all may be lost
SIGNIFICANT = 0.05


def shortfalls(outcomes: Sequence[Outcome], baseline: Baseline | None, flipped: Sequence[Flip]) -> tuple[str, ...]:
    """Why the run falls short: floors not reached, losses beyond chance, any loss where none is borne."""
    if baseline is None:
        return ()
    return (*_below_floor(outcomes, baseline), *_lost_beyond_chance(flipped), *_lost_where_strict(flipped))


def _below_floor(outcomes: Sequence[Outcome], baseline: Baseline) -> list[str]:
    below = [score for score in by_slice(outcomes) if score.share < baseline.floors.get(score.name, 0.0) - 1e-9]
    return [
        f"{score.name}: {score.passed} of {score.of} passed ({score.share:.1%}), the floor is {baseline.floors[score.name]:.0%}"
        for score in below
    ]


def _lost_beyond_chance(flipped: Sequence[Flip]) -> list[str]:
    won, lost = sum(flip.won for flip in flipped), sum(not flip.won for flip in flipped)
    chance = chance_of_loss(won, lost)
    if not lost or chance >= SIGNIFICANT:
        return []
    return [f"all: {lost} cases lost and {won} won against the baseline, by chance {chance:.1%} of the time"]


def _lost_where_strict(flipped: Sequence[Flip]) -> list[str]:
    lost = [flip.outcome.case for flip in flipped if not flip.won]
    reasons = []
    for name in STRICT:
        names = [case.name for case in lost if name in case.slices]
        if names:
            reasons.append(f"{name}: lost {', '.join(names)}, and no case may be lost here")
    return reasons

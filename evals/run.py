"""A run: cases -> asked -> judged -> held against the baseline -> what falls short; read it top to bottom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.baseline import Baseline, Flip, flips
from evals.beside import Beside
from evals.case import Case
from evals.gate import shortfalls
from evals.judging import Judged
from evals.outcomes import Asked, Outcome, ask_all
from evals.refusing import BestScore, Curve, curve
from evals.retrieval import Found
from evals.scores import Score, by_check, by_slice, retrieval, score


@dataclass(frozen=True)
class Run:
    """Everything that a report tells."""

    outcomes: tuple[Outcome, ...]
    slices: tuple[Score, ...]
    checks: tuple[Score, ...]
    tuned: Score
    held: Score
    retrieval: Found | None
    curve: Curve | None
    baseline: Baseline | None
    flips: tuple[Flip, ...]
    shortfalls: tuple[str, ...]
    judged: Judged | None = None  # apart: it never decides
    beside: Beside | None = None  # nor does a second engine

    @property
    def good(self) -> bool:
        """Whether nothing falls short."""
        return not self.shortfalls

    @property
    def all(self) -> Score:
        """The score over every case."""
        return score("all", self.outcomes)


def run(
    cases: Sequence[Case],
    adviser: Asked,
    best_score: BestScore,
    baseline: Baseline | None = None,
    on_progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Run:
    """Ask every case and say how it went."""
    return sum_up(ask_all(cases, adviser, on_progress), best_score, baseline)


def sum_up(outcomes: tuple[Outcome, ...], best_score: BestScore, baseline: Baseline | None = None) -> Run:
    """What some outcomes come to."""
    flipped = flips(outcomes, baseline) if baseline else ()
    return Run(
        outcomes=outcomes,
        slices=by_slice(outcomes),
        checks=by_check(outcomes),
        tuned=score("tuned", (outcome for outcome in outcomes if not outcome.case.held)),
        held=score("held out", (outcome for outcome in outcomes if outcome.case.held)),
        retrieval=retrieval(outcomes),
        curve=curve(outcomes, best_score),
        baseline=baseline,
        flips=flipped,
        shortfalls=shortfalls(outcomes, baseline, flipped),
    )

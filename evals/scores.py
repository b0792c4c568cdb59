"""Scores: outcomes added up by slice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.chance import interval
from evals.outcomes import Outcome
from evals.retrieval import Found, mean


@dataclass(frozen=True)
class Score:
    """How many cases of a slice passed, with Wilson's interval."""

    name: str
    passed: int
    of: int

    @property
    def share(self) -> float:
        """The share that passed."""
        return self.passed / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, at 95 %."""
        return interval(self.passed, self.of)


def score(name: str, outcomes: Iterable[Outcome]) -> Score:
    """One score over some outcomes."""
    results = [outcome.passed for outcome in outcomes]
    return Score(name, sum(results), len(results))


def by_slice(outcomes: Sequence[Outcome]) -> tuple[Score, ...]:
    """A score for every slice, in the order of their names."""
    names = sorted({name for outcome in outcomes for name in outcome.case.slices})
    return tuple(score(name, (o for o in outcomes if name in o.case.slices)) for name in names)


def by_check(outcomes: Sequence[Outcome]) -> tuple[Score, ...]:
    """How many outcomes each check let pass."""
    names = dict.fromkeys(verdict.check for outcome in outcomes for verdict in outcome.verdicts)
    counted = {name: [v.passed for o in outcomes for v in o.verdicts if v.check == name] for name in names}
    return tuple(Score(name, sum(results), len(results)) for name, results in counted.items())


def retrieval(outcomes: Iterable[Outcome]) -> Found | None:
    """The means of the retrieval measures over the cases that name their sources."""
    return mean([outcome.found for outcome in outcomes if outcome.found])

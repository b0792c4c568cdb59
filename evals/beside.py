"""The same cases asked of a second engine, a chat model: how it fares beside the embedded writer; it decides nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evals.outcomes import Outcome
from evals.scores import Score, by_check, by_slice, score


@dataclass(frozen=True)
class Beside:
    """A second run, case by case in the order of the first."""

    name: str
    outcomes: tuple[Outcome, ...]
    better: tuple[str, ...]  # cases that only this engine passes
    worse: tuple[str, ...]  # and those that only the first one does
    slices: tuple[Score, ...]
    checks: tuple[Score, ...]
    fates: tuple[tuple[str, int], ...]  # what became of its sentences: shown, replaced, left out
    reasons: tuple[tuple[str, int], ...]  # why sentences were not shown
    failures: tuple[tuple[str, int], ...]  # why it did not come to its end
    tokens: tuple[int, int]  # read and written

    @property
    def all(self) -> Score:
        """The score over every case."""
        return score("all", self.outcomes)

    @property
    def written(self) -> int:
        """How many of the judged answers the model had a part in."""
        return sum(outcome.answer.engine == self.name for outcome in self.outcomes)

    @property
    def line(self) -> str:
        """The run in one line."""
        told = ", ".join(f"{what} {many}" for what, many in self.fates)
        failed = ", ".join(f"{why} {many}" for why, many in self.failures) or "none"
        return (
            f"{self.name}: {self.all.passed} of {self.all.of} passed ({self.all.share:.1%}), {len(self.better)} that the "
            f"embedded writer fails, and fails {len(self.worse)} that it passes; it wrote {self.written} of them, the "
            f"embedded writer the others; sentences {told}; failures: {failed}; "
            f"tokens read {self.tokens[0]}, written {self.tokens[1]}"
        )


def side_by_side(first: Sequence[Score], second: Sequence[Score]) -> list[tuple[Score, Score]]:
    """Scores of one name together; a name that the second lacks scored nothing."""
    known = {score.name: score for score in second}
    return [(one, known.get(one.name, Score(one.name, 0, 0))) for one in first]


def beside(name: str, first: Sequence[Outcome], second: Sequence[Outcome]) -> Beside:
    """Two runs of the same cases held against each other."""
    pairs = list(zip(first, second, strict=True))
    parts = [answer.model for outcome in second for answer in outcome.answers if answer.model]
    reasons = sum((Counter(part.reasons) for part in parts), Counter[str]())
    return Beside(
        name=name,
        outcomes=tuple(second),
        better=tuple(two.case.name for one, two in pairs if two.passed and not one.passed),
        worse=tuple(two.case.name for one, two in pairs if one.passed and not two.passed),
        slices=by_slice(second),
        checks=by_check(second),
        fates=(
            ("shown", sum(part.shown for part in parts)),
            ("replaced", sum(part.replaced for part in parts)),
            ("left out", sum(part.left_out for part in parts)),
        ),
        reasons=tuple(reasons.most_common()),
        failures=tuple(Counter(part.failure for part in parts if part.failure).most_common()),
        tokens=(sum(part.tokens_read for part in parts), sum(part.tokens_written for part in parts)),
    )

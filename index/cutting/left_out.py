"""What was left out of a guide and why, and how a build says so."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from index.words.grammar import Reason


@dataclass(frozen=True)
class LeftOut:
    """One sentence, item, cell, heading or name of a guide that is not in the index."""

    guide: str
    reason: Reason


OnLeftOut = Callable[[LeftOut], None]


def ignore(_left_out: LeftOut) -> None:
    """Tell nobody."""


def told(left_out: Iterable[LeftOut]) -> list[str]:
    """One line for each guide: how many of its sentences are left out, and how often why."""
    guides: dict[str, Counter[Reason]] = {}
    for one in left_out:
        guides.setdefault(one.guide, Counter())[one.reason] += 1
    return [
        f"{guide}.md: {reasons.total()} sentence{'s' * (reasons.total() > 1)} left out: "
        + ", ".join(f"{reason} ({times})" for reason, times in reasons.most_common())
        for guide, reasons in guides.items()
    ]

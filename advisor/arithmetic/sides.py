"""The two sides of a difference, and which of their facts may be set against each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from advisor.facts import PERIOD_ORDER, look_up
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.tables import Fact
from index import Period, Residency

RESIDENCIES: tuple[Residency, ...] = ("in-state", "out-of-state", "home", "international")


@dataclass(frozen=True)
class Side:
    """One side: what a sentence calls it and all that the guides give for it."""

    called: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Pair:
    """Two facts of one unit and period, the higher one first."""

    high: tuple[str, Fact]
    low: tuple[str, Fact]

    @property
    def across(self) -> bool:
        """Whether they are of two guides."""
        return self.high[1].guide != self.low[1].guide


def sides_of(frame: Frame, attribute: str, knowledge: Knowledge) -> list[Side]:
    """The named subjects, else two ways of studying or both residencies of the one that is named."""
    if len(frame.subjects) != 1:
        return [Side(name.name, _facts(name, attribute, frame, knowledge)) for name in frame.subjects]
    name = frame.subjects[0]
    versions = versions_of(frame.wishes)
    if len(versions) == 2:
        sides = [
            Side(f"{wish.said} study", _facts(name, attribute, replace(frame, wishes=(wish,)), knowledge))
            for wish in versions
        ]
        return sides if sides[0].facts != sides[1].facts else []  # no row tells them apart
    facts = _facts(name, attribute, frame, knowledge)
    split = ((value, tuple(fact for fact in facts if fact.cell.residency == value)) for value in RESIDENCIES)
    return [Side(f"{residency} study", mine) for residency, mine in split if mine]


def residencies_of(facts: Iterable[Fact]) -> tuple[Residency, ...]:
    """For whom some values hold, each once."""
    held = {fact.cell.residency for fact in facts}
    return tuple(residency for residency in RESIDENCIES if residency in held)


def versions_of(wishes: Sequence[Wish]) -> list[Wish]:
    """The values of one attribute that are set against each other, each as a wish of its own: "campus vs online"."""
    chosen = [one for wish in wishes for one in wish.conditions if one.operator == "is"]
    same = len({one.attribute for one in chosen}) == 1
    return [Wish((one,), str(one.value)) for one in chosen] if same and len(chosen) > 1 else []


def _facts(name: Name, attribute: str, frame: Frame, knowledge: Knowledge) -> tuple[Fact, ...]:
    """Every number that fits the question, in each period or the one that is asked."""
    asked = [frame.narrowing.period] if frame.narrowing.period else list(PERIOD_ORDER)
    found: dict[tuple[int, int], Fact] = {}
    for period in asked:
        narrowing = replace(frame.narrowing, period=period)
        for fact in look_up(name, attribute, replace(frame, narrowing=narrowing), knowledge):
            if fact.cell.value is not None and (fact.cell.is_price or fact.cell.unit in {"percent", "number"}):
                found.setdefault((id(fact.row), fact.row.cells.index(fact.cell)), fact)
    return tuple(found.values())


def pairs(one: Side, other: Side) -> list[Pair]:
    """What can be set against each other: in every guide its widest period; across guides only if no guide has both."""
    guides = dict.fromkeys(fact.guide for fact in one.facts)
    found = [pair for guide in guides for pair in _in_guide(one, other, guide)]
    return found or _across(one, other)


def _in_guide(one: Side, other: Side, guide: str) -> list[Pair]:
    for period in PERIOD_ORDER:
        mine, theirs = _of(one, guide, period), _of(other, guide, period)
        found = _matched(one, other, mine, theirs)
        if found:
            return found
    return []


def _of(side: Side, guide: str, period: Period | None) -> list[Fact]:
    return [fact for fact in side.facts if fact.guide == guide and fact.cell.period == period]


def _matched(one: Side, other: Side, mine: Sequence[Fact], theirs: Sequence[Fact]) -> list[Pair]:
    """Facts for the same residency, from one row, else from one table, else the first of each."""
    fitting = [(a, b) for a, b in product(mine, theirs) if _comparable(a, b)]
    same_row = [(a, b) for a, b in fitting if a.row == b.row]
    same_table = [(a, b) for a, b in fitting if a.row.path == b.row.path]
    first = list({(a.cell.residency, b.cell.residency): (a, b) for a, b in reversed(fitting)}.values())[::-1]
    chosen = same_row or same_table or first
    distinct = {(a.cell.value, a.cell.high, b.cell.value, b.cell.high): (a, b) for a, b in reversed(chosen)}
    return [_pair((one.called, a), (other.called, b)) for a, b in reversed(distinct.values())]


def _comparable(a: Fact, b: Fact) -> bool:
    """Whether two facts hold for the same people, or are the two prices of one row."""
    free = a.cell.residency is None or b.cell.residency is None
    ranges = (a.cell.high is None) == (b.cell.high is None)
    return (
        ranges
        and a.cell.currency == b.cell.currency
        and (free or a.cell.residency == b.cell.residency or a.row == b.row)
    )


def _pair(one: tuple[str, Fact], other: tuple[str, Fact]) -> Pair:
    return Pair(one, other) if (one[1].cell.value or 0) >= (other[1].cell.value or 0) else Pair(other, one)


def _across(one: Side, other: Side) -> list[Pair]:
    """The first two facts of one period that two guides give apart."""
    for period in PERIOD_ORDER:
        mine = [fact for fact in one.facts if fact.cell.period == period]
        theirs = [fact for fact in other.facts if fact.cell.period == period]
        if found := _matched(one, other, mine, theirs):
            return found[:1]
    return []

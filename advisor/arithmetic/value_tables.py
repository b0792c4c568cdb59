"""The values that a statistic is taken over: of every guide one table, one period, and each residency by itself."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.arithmetic.sides import residencies_of, versions_of
from advisor.arithmetic.statistics_asked import AskedStatistic
from advisor.facts import PERIOD_ORDER, narrowed
from advisor.frame import Frame, Order
from advisor.knowledge import Knowledge
from advisor.sets import Sifting, sift
from advisor.tables import Fact
from index import Residency, Row

APART = re.compile(r"\b(?:vs\.?|versus|compared|than|against|or)\b", re.I)
Groups = tuple[tuple[Residency | None, tuple[Fact, ...]], ...]


@dataclass(frozen=True)
class ValueTable:
    """The single values of one table; without any, a guide that gives ranges alone."""

    guide: str
    said: tuple[str, ...]  # the conditions of its set
    groups: Groups
    missing: int = 0  # rows of the set without a single value
    untold: int = 0  # rows of which the guide does not say whether they belong to the set
    whole: bool = True  # no other table of the guide has more of the set

    @property
    def count(self) -> int:
        """How many values go in."""
        return min((len(facts) for _, facts in self.groups), default=0)


def value_tables(asked: AskedStatistic, knowledge: Knowledge) -> list[ValueTable]:
    """The best table of every guide; those that hardly say which rows belong are left out where others do."""
    tables = [
        table
        for frame in _frames(asked.frame)
        for sifting in sift(replace(frame, order=Order(asked.attribute, lowest=True)), frame.wishes, knowledge)
        if (table := _table(sifting, frame, asked.attribute)) is not None
    ]
    return [table for table in tables if max(table.untold, table.missing) <= table.count] or tables


def _frames(frame: Frame) -> list[Frame]:
    """One set, or one for each version that is set against another: "campus vs online"."""
    versions = versions_of(frame.wishes) if APART.search(frame.text) else []
    return [replace(frame, wishes=(wish,)) for wish in versions] or [frame]


def _table(sifting: Sifting, frame: Frame, attribute: str) -> ValueTable | None:
    every = {(id(fact.row), fact.cell): fact for listing in sifting.matching for fact in listing.of(attribute)}
    numbers = [fact for fact in every.values() if fact.cell.is_price or fact.cell.unit in {"number", "percent"}]
    facts = narrowed([fact for fact in numbers if fact.cell.value is not None], frame.narrowing)
    facts = [fact for fact in facts if frame.narrowing.period in {None, fact.cell.period} or not fact.cell.is_price]
    facts = _in_one_money(facts, frame.narrowing.currency)
    said = tuple(wish.said for wish in frame.wishes)
    single = _widest([fact for fact in facts if fact.cell.high is None])
    if not single:
        return ValueTable(sifting.guide, said, ()) if facts else None
    paths = dict.fromkeys(fact.row.path for fact in single)
    rows = {path: {id(fact.row) for fact in single if fact.row.path == path} for path in paths}
    path = max(rows, key=lambda path: len(rows[path]))
    groups = _groups([fact for fact in single if fact.row.path == path], frame.narrowing.residency)
    inside = _rows([fact for listing in sifting.matching for fact in listing.facts], path)
    outside = _rows([fact for listing in sifting.unknown for fact in listing.facts], path)
    covered = {fact.row.subject for _, facts in groups for fact in facts}
    table = ValueTable(
        sifting.guide, said, groups, untold=len(outside), whole={fact.row.subject for fact in single} <= covered
    )
    return replace(table, missing=len(inside) - table.count)


def _in_one_money(facts: Sequence[Fact], asked: str | None) -> list[Fact]:
    """The facts in the money that is asked, else in the one that most are in."""
    moneys = Counter(fact.cell.currency for fact in facts)
    chosen = asked if asked in moneys else next((money for money, _ in moneys.most_common(1)), None)
    return [fact for fact in facts if fact.cell.currency == chosen]


def _widest(facts: Sequence[Fact]) -> list[Fact]:
    widest = min((PERIOD_ORDER.index(fact.cell.period) for fact in facts), default=0)
    return [fact for fact in facts if PERIOD_ORDER.index(fact.cell.period) == widest]


def _groups(facts: Sequence[Fact], asked: Residency | None) -> Groups:
    """One value a row; a price for everybody counts for each residency."""
    if not any(fact.cell.residency for fact in facts):
        return ((None, _one_a_row(facts)),)
    wanted = (asked,) if asked else residencies_of(facts)
    return tuple((one, _one_a_row([f for f in facts if f.cell.residency in {None, one}])) for one in wanted)


def _one_a_row(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple({id(fact.row): fact for fact in reversed(facts)}.values())[::-1]


def _rows(facts: Sequence[Fact], path: tuple[str, ...]) -> list[Row]:
    """The rows of one table that some facts stand in."""
    return list({id(fact.row): fact.row for fact in facts if fact.row.path == path}.values())

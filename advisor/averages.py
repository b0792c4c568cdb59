"""Statistics put into words: within one table of one guide and one period, with how many values went in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from advisor.answering_facts import say_facts
from advisor.arithmetic import Working, mean, median, of_cell, total
from advisor.draft import Block, Claim, Paragraph
from advisor.facts import PERIOD_ORDER, look_up, narrowed
from advisor.frame import Order
from advisor.knowledge import Fact, Knowledge
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, listed, short_title
from advisor.sets import Sifting, sift
from advisor.statistics_asked import AskedStatistic, names_all
from index import Residency, Row

Guides = Mapping[str, GuideCard]
RESIDENCIES: tuple[Residency, ...] = ("in-state", "out-of-state")
FEWEST, MOST_GUIDES = 3, 3


@dataclass(frozen=True)
class Table:
    """The values of one table that go into a statistic; where prices hang on residency, one group for each."""

    guide: str
    groups: tuple[tuple[Residency | None, tuple[Fact, ...]], ...]
    left_out: int  # rows of the set that have no single value, or of which the guide does not say whether they belong


def statistics(asked: AskedStatistic, knowledge: Knowledge, guides: Guides) -> list[Block]:
    """What the guides themselves give as this statistic, then what their tables come to."""
    blocks = _own(asked, knowledge, guides)
    frame = replace(asked.frame, order=Order(asked.attribute, lowest=True))
    fewest = min(FEWEST, len(frame.subjects)) if frame.subjects else FEWEST
    for sifting in sift(frame, frame.wishes, knowledge)[:MOST_GUIDES]:
        table = _table(sifting, asked)
        if table and all(len(facts) >= fewest for _, facts in table.groups):
            blocks.append(Paragraph((_said(table, asked, knowledge, guides), _went_in(table))))
    return blocks


def _own(asked: AskedStatistic, knowledge: Knowledge, guides: Guides) -> list[Block]:
    """The guides' own averages for what the question names."""
    if asked.own is None or asked.frame.subjects:
        return []
    values = " ".join(str(condition.value) for wish in asked.frame.wishes for condition in wish.conditions)
    said = f"{asked.frame.text} {values}"
    frame = replace(asked.frame, wishes=())
    blocks: list[Block] = []
    for name in knowledge.rows:
        facts = look_up(name, asked.own, frame, knowledge) if names_all(name.name, said) else []
        facts = [fact for fact in facts if fact.cell.column.casefold().startswith(asked.statistic)]
        if facts:
            blocks += say_facts(name, asked.own, facts, knowledge, guides)
    return blocks


def _table(sifting: Sifting, asked: AskedStatistic) -> Table | None:
    """The table with most values in the widest period."""
    facts = list({(id(fact.row), fact.cell): fact for listing in sifting.matching for fact in listing.of(asked.attribute)}.values())
    single = [fact for fact in facts if fact.cell.value is not None and fact.cell.high is None]
    single = narrowed(single, asked.frame.narrowing)
    single = [fact for fact in single if fact.cell.unit in {"money", "number", "percent"}]
    if not single:
        return None
    period = min((fact.cell.period for fact in single), key=PERIOD_ORDER.index)
    single = [fact for fact in single if fact.cell.period == period]
    rows = {path: {id(f.row) for f in single if f.row.path == path} for path in dict.fromkeys(f.row.path for f in single)}
    path = max(rows, key=lambda path: len(rows[path]))
    mine = [fact for fact in single if fact.row.path == path]
    groups = _groups(mine, asked.frame.narrowing.residency)
    of_set = _rows_of(sifting, path)
    return Table(sifting.guide, groups, len(of_set) - min(len(facts) for _, facts in groups))


def _groups(
    facts: Sequence[Fact], asked: Residency | None
) -> tuple[tuple[Residency | None, tuple[Fact, ...]], ...]:
    """One value a row; a price for everybody counts for each residency."""
    if not any(fact.cell.residency for fact in facts):
        return ((None, _one_a_row(facts)),)
    wanted = [asked] if asked else RESIDENCIES
    return tuple((one, _one_a_row([f for f in facts if f.cell.residency in {None, one}])) for one in wanted)


def _one_a_row(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple({id(fact.row): fact for fact in reversed(facts)}.values())[::-1]


def _rows_of(sifting: Sifting, path: tuple[str, ...]) -> list[Row]:
    """The rows of a table that belong to the set, or may."""
    listings = [*sifting.matching, *sifting.unknown]
    rows = {id(fact.row): fact.row for listing in listings for fact in listing.facts if fact.row.path == path}
    return list(rows.values())


def _said(table: Table, asked: AskedStatistic, knowledge: Knowledge, guides: Guides) -> Claim:
    """The statistic of one table, one value for each residency."""
    first = table.groups[0][1][0]
    label = label_of(asked.attribute, knowledge)
    said = [wish.said for wish in asked.frame.wishes]
    period = f" {PERIOD_WORDS[first.cell.period]}" if first.cell.period and first.cell.unit == "money" else ""
    of = f"{len(table.groups[0][1])} {_plural(first)}{f' ({listed(said)})' if said else ''}"
    results, formulas = [], []
    for residency, facts in table.groups:
        shown, formula = _result(asked, facts, period)
        results.append(f"{shown} at {residency} prices" if residency else shown)
        formulas += formula
    text = f"{guides[table.guide].tag}, {short_title(first)}: the {asked.statistic} {label} of {of} is {' and '.join(results)}."
    sources = tuple(dict.fromkeys(fact.source for _, facts in table.groups for fact in facts))
    return Claim(text, sources, "computed", "; ".join(formulas))


def _plural(fact: Fact) -> str:
    named = any(cell.attribute == "program" and cell.known for cell in fact.row.cells)
    return "programs" if named else f"{fact.row.kind}s"


def _result(asked: AskedStatistic, facts: Sequence[Fact], period: str) -> tuple[str, list[str]]:
    """A value with its working, and the formulas that prove it."""
    values = [of_cell(fact.cell) for fact in facts]
    added, average = total(values), mean(values)
    match asked.statistic:
        case "average":
            working = "" if average.measure == "percent" else f" ({added.shown} ÷ {len(values)})"
            return f"{average.result}{period}{working}", [added.formula, average.formula]
        case "sum":
            return f"{added.result}{period}", [added.formula, average.formula]
        case "median":
            middle = median(values)
            return f"{middle.result}{period}", [middle.formula, average.formula]
        case "range":
            low, high = (pick(values, key=_value) for pick in (min, max))
            return f"{low.words} to {high.words}{period}", [average.formula]


def _value(working: Working) -> Decimal:
    return working.value


def _went_in(table: Table) -> Claim:
    """How many values went in and how many were left out."""
    count = min(len(facts) for _, facts in table.groups)
    if not table.left_out:
        return Claim(f"All {count} have a value.", (), "counted", f"{count} of {count}")
    have = "has" if table.left_out == 1 else "have"
    text = f"{table.left_out} more {have} no single value there and {'is' if table.left_out == 1 else 'are'} left out."
    return Claim(text, (), "counted", f"{count} of {count + table.left_out}; {table.left_out} left out")

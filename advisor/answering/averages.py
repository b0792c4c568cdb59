"""Statistics put into words: what guides give themselves, and what the tables of the others come to, with their counts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering.look_ups import say_facts
from advisor.answering.not_listed import without
from advisor.arithmetic.statistics_asked import AskedStatistic, Statistic, names_all
from advisor.arithmetic.value_tables import ValueTable, value_tables
from advisor.arithmetic.working import mean, median, of_cell, total
from advisor.draft import Block, Claim, Paragraph
from advisor.facts import look_up
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, listed, short_title
from advisor.tables import Fact
from advisor.words import plural

Guides = Mapping[str, GuideCard]
FEWEST, FEWEST_NAMED, MOST_TABLES, MOST_OWN = 3, 2, 3, 2
NAMES: Mapping[Statistic, tuple[str, str]] = {
    "average": ("The average", "is"),
    "median": ("The median", "is"),
    "sum": ("The total", "is"),
    "range": ("The", "runs from"),
}


def statistics(asked: AskedStatistic, knowledge: Knowledge, guides: Guides) -> list[Block]:
    """What guides give as this statistic themselves, and what the tables of the others come to."""
    own = _own(asked, knowledge)
    told = {fact.guide for facts in own.values() for fact in facts}
    blocks = [
        block for name, facts in own.items() for block in say_facts(name, asked.own or "", facts, knowledge, guides)
    ]
    fewest = FEWEST_NAMED if asked.frame.subjects or len(asked.frame.wishes) > 1 else FEWEST
    tables = [table for table in value_tables(asked, knowledge) if table.guide not in told]
    worked = [table for table in tables if table.count >= fewest][:MOST_TABLES]
    blocks += [
        Paragraph((_said(table, asked, knowledge, guides), *(() if _named(table, asked) else _left_out(table))))
        for table in worked
    ]
    if not worked and not own and not asked.frame.subjects:
        ranged = dict.fromkeys(guides[table.guide].publisher for table in tables if not table.groups)
        label = label_of(asked.attribute, knowledge)
        text = (
            f"{listed(ranged)} give{'s' * (len(ranged) == 1)} {label} only as ranges, which have no {asked.statistic}."
        )
        blocks += [Paragraph((Claim(text, kind="plain"),))] if ranged else []
    return [*blocks, *(without(asked.frame) if worked else ())]


def _own(asked: AskedStatistic, knowledge: Knowledge) -> dict[Name, list[Fact]]:
    """The guides' own statistics of what the question names: the row called "Campus"."""
    if asked.own is None or asked.frame.subjects or asked.frame.excluded or asked.frame.narrowing.residency:
        return {}
    frame = replace(asked.frame, wishes=())
    found: dict[Name, list[Fact]] = {}
    for name in knowledge.rows:
        facts = look_up(name, asked.own, frame, knowledge)
        if facts := [fact for fact in facts if fact.cell.column.casefold().startswith(asked.statistic)]:
            found[name] = facts
    values = " ".join(str(condition.value) for wish in asked.frame.wishes for condition in wish.conditions)
    named = {name: facts for name, facts in found.items() if names_all(name.name, f"{asked.frame.text} {values}")}
    return named or ({} if asked.frame.wishes else dict(list(found.items())[:MOST_OWN]))


def _said(table: ValueTable, asked: AskedStatistic, knowledge: Knowledge, guides: Guides) -> Claim:
    """The statistic of one table, one value for each residency."""
    first = table.groups[0][1][0]
    period = f" {PERIOD_WORDS[first.cell.period]}" if first.cell.period and first.cell.is_price else ""
    results: list[str] = []
    formulas: list[str] = []
    for residency, facts in table.groups:
        shown, proof = _result(asked, facts, period, f" at {residency} prices" if residency else "")
        results.append(shown)
        formulas += proof
    label = label_of(asked.attribute, knowledge)
    what, verb = NAMES[asked.statistic]
    where = guides[table.guide].tag + ("" if table.whole else f"; {short_title(first)}")
    text = f"{what} {label} of {_named(table, asked) or _set(table)} {verb} {' and '.join(results)} ({where})."
    sources = tuple(dict.fromkeys(fact.source for _, facts in table.groups for fact in facts))
    return Claim(text, sources, "computed", "; ".join(dict.fromkeys(formulas)))


def _named(table: ValueTable, asked: AskedStatistic) -> str:
    """The few that a part or a talk named, by their names."""
    names = dict.fromkeys(fact.row.subject for _, facts in table.groups for fact in facts)
    return listed(names) if asked.frame.subjects and len(names) <= FEW_NAMES and table.count == len(names) else ""


FEW_NAMES = 4


def _set(table: ValueTable) -> str:
    """ "9 public schools", "6 programs (online)"."""
    first = table.groups[0][1][0]
    program = first.row.version is not None
    noun = "programs" if program else plural(first.row.kind)
    said = listed(table.said)
    if said.casefold().endswith(noun):
        return f"{table.count} {said}"
    return f"{table.count} {noun}{f' ({said})' if said else ''}"


def _result(asked: AskedStatistic, facts: Sequence[Fact], period: str, whose: str) -> tuple[str, list[str]]:
    """A value with its working, and the formulas that prove it; the average's own proves how many values went in."""
    values = sorted((of_cell(fact.cell) for fact in facts), key=lambda value: (value.value, len(value.words)))
    added, average = total(values), mean(values)
    match asked.statistic:
        case "average":
            working = "" if average.measure == "percent" else f" ({added.shown} ÷ {len(values)})"
            return f"{average.result}{period}{whose}{working}", [added.formula, average.formula]
        case "sum":
            return f"{added.result}{period}{whose}", [added.formula, average.formula]
        case "median":
            middle = median(values)
            return f"{middle.result}{period}{whose}", [middle.formula, average.formula]
        case "range":
            return f"{values[0].words} to {values[-1].words}{period}{whose}", [average.formula]


def _left_out(table: ValueTable) -> list[Claim]:
    """How many values went in, and what was left out for want of one."""
    if not (table.missing or table.untold):
        return [Claim(f"None of the {table.count} lacks a value.", (), "counted", f"{table.count} of {table.count}")]
    left = []
    if table.missing:
        left.append(f"{table.missing} without a single value")
    if table.untold:
        left.append(f"{table.untold} of which the guide does not say whether they belong")
    counts = "; ".join(str(number) for number in (table.missing, table.untold) if number)
    return [Claim(f"Left out: {listed(left)}.", (), "counted", counts)]

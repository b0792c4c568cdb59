"""Look-ups over typed cells: which facts answer, which are left out, where they differ."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from advisor.frame import Frame, Narrowing, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.tables import Fact
from advisor.words import phrase, stem, words
from index import Cell, Condition, Period, Residency
from index import meets_cell as meets

PERIOD_ORDER: tuple[Period | None, ...] = (
    "total",
    "year",
    "semester",
    "month",
    "course",
    "credit",
    "hour",
    "week",
    None,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def look_up(name: Name, attribute: str, frame: Frame, knowledge: Knowledge) -> list[Fact]:
    """The known facts that a part asks for; empty where the guides have none."""
    facts = _of_program(knowledge.facts(name, attribute), name, frame.text, knowledge)
    facts = [f for f in facts if f.cell.known and not knowledge.of_other_level(f.row.version, frame.text)]
    facts = _of_level(facts, frame.text, knowledge)
    facts = _of_column(narrowed(facts, frame.narrowing), frame.text, knowledge)
    facts = _fitting(facts, [w for w in frame.wishes if w.attribute != attribute and w.conditions[0].operator == "is"])
    return facts if len(frame.narrowing.years) > 1 else _latest(facts)


def _of_program(facts: list[Fact], name: Name, text: str, knowledge: Knowledge) -> list[Fact]:
    """Only the program that a part names by two of its telling words, where rows of several programs are there."""
    said = {stem(word) for word in words(text)} - {stem(word) for word in words(name.name)}
    programs = {program: {stem(w) for w in words(program)} for fact in facts if (program := fact.row.version)}
    shared = set.intersection(*programs.values()) if len(programs) > 1 else set()
    scores = {
        program: len((own - shared - knowledge.of_titles) & said) + NAMED * bool(_initials(program) & said)
        for program, own in programs.items()
    }
    best = max(scores.values(), default=0)
    if len(programs) < 2 or best < NAMED or list(scores.values()).count(best) > 1:
        return facts
    return [fact for fact in facts if not (program := fact.row.version) or scores[program] == best]


def _of_level(facts: list[Fact], text: str, knowledge: Knowledge) -> list[Fact]:
    """Only the programs of another level than the master's that a part speaks of, where there are any: "the doctorate at X"."""
    levels = knowledge.levels_said(text)
    if not levels:
        return facts
    programs = [(fact, set(words(fact.row.version or ""))) for fact in facts]
    same = [fact for fact, own in programs if own & levels]
    return same or [fact for fact, own in programs if own & knowledge.other_levels] or facts


def _of_column(facts: list[Fact], text: str, knowledge: Knowledge) -> list[Fact]:
    """Only the column that a part names, where a table has several for one thing: "TOEFL" beside "IELTS"."""
    asked = SEASONS & set(words(text))
    facts = [
        f for f in facts if not asked or asked & set(words(f.cell.column)) or not SEASONS & set(words(f.cell.column))
    ]
    columns = {fact.cell.column: {stem(word) for word in words(fact.cell.column)} for fact in facts}
    if len(columns) < 2:
        return facts
    shared = set.intersection(*columns.values())
    said = {stem(word) for word in words(text) if word not in knowledge.stop}
    named = {column for column, own in columns.items() if (own - shared) & said}
    apart = {fact.row.path for fact in facts if fact.cell.column in named}  # another table has headers of its own
    return [fact for fact in facts if fact.cell.column in named or fact.row.path not in apart] if named else facts


SEASONS = frozenset("spring summer fall autumn winter".split())  # "Fall deadline" is no deadline for spring


def _initials(program: str) -> set[str]:
    """The short names of a program: "MPS", as it is written or as the first letters of its capitalized words."""
    capitals = "".join(word[0] for word in program.split() if word[0].isupper() and not word.isupper()).casefold()
    written = {word.casefold() for word in re.findall(r"\b[A-Z]{3,}\b", program)}
    return written | {capitals[:width] for width in range(SHORTEST, len(capitals) + 1)}


SHORTEST = 3  # letters of a short name
NAMED = 2  # telling words


def narrowed(facts: list[Fact], narrowing: Narrowing) -> list[Fact]:
    """Only the guide, year, period and residency that were asked for; without a period, each guide's widest one."""
    if narrowing.guides:
        facts = [fact for fact in facts if fact.guide in narrowing.guides]
    if narrowing.years and _yearly(facts):
        dated = {fact.guide for fact in facts if years_of(fact)}
        newest = max(year for fact in facts for year in years_of(fact))
        undated = [f for f in facts if f.guide not in dated] if newest in narrowing.years else []
        facts = [f for f in facts if set(narrowing.years) & set(years_of(f)) or f in undated]
    if narrowing.residency:
        facts = of_residency(facts, narrowing.residency)
    facts = of_residents(facts, narrowing)
    if narrowing.period:
        return [fact for fact in facts if _in_period(fact.cell, narrowing.period)]
    kept: list[Fact] = []
    for guide in dict.fromkeys(fact.guide for fact in facts):
        mine = [fact for fact in facts if fact.guide == guide]
        widest = min((PERIOD_ORDER.index(fact.cell.period) for fact in mine), default=0)
        kept += [fact for fact in mine if PERIOD_ORDER.index(fact.cell.period) == widest]
    return kept


def _in_period(cell: Cell, period: Period) -> bool:
    """Whether a value can be meant by a period; a price in other money that names none is told as no rate."""
    return not cell.is_price or cell.period == period or (cell.period is None and not cell.priced_abroad)


def of_residents(facts: Iterable[Fact], narrowing: Narrowing) -> list[Fact]:
    """Without the prices that do not hold for who told where they live."""
    held = dict(narrowing.residency_at)
    return [fact for fact in facts if fact.cell.residency in {None, held.get(fact.row.subject, fact.cell.residency)}]


def of_residency(facts: list[Fact], residency: Residency) -> list[Fact]:
    """What holds for somebody of a residency; of a row that has a price of their own, that one alone."""
    own = {id(fact.row) for fact in facts if fact.cell.residency == residency and fact.cell.known}
    return [
        fact for fact in facts if fact.cell.residency == residency or not (fact.cell.residency or id(fact.row) in own)
    ]


def _yearly(facts: Sequence[Fact]) -> bool:
    """Whether a guide has the same table for several years, so that a year chooses between them."""
    titles = [(fact.guide, _undated(fact)) for fact in facts if years_of(fact)]
    return len({fact.row.path for fact in facts if years_of(fact)}) > len(set(titles))


def years_of(fact: Fact) -> list[str]:
    """The years that a table's headings name."""
    return YEAR.findall(" ".join(fact.row.path[-1:]))


def _fitting(facts: list[Fact], wishes: Sequence[Wish]) -> list[Fact]:
    """Facts of the version that was named ("the online one"), where a row tells the versions apart."""
    wanted: dict[str, list[str]] = {}  # of one attribute any will do: "online and on campus"
    for wish in wishes:
        wanted.setdefault(wish.attribute, []).extend(str(condition.value) for condition in wish.conditions)
    for said in wanted.values():
        fit = [fact for fact in facts if any(is_version(fact, value) for value in said)]
        entitled = {fact.guide for fact in fit if _titled(fact, said)}  # a guide with a table of that version
        facts = [fact for fact in fit if fact.guide not in entitled or _titled(fact, said)] or facts
    return facts


def _titled(fact: Fact, said: Sequence[str]) -> bool:
    """Whether a table's own title names one of the versions."""
    title = set(words(fact.row.path[-1]))
    return any(set(words(value)) <= title for value in said)


def is_version(fact: Fact, value: str) -> bool:
    """Whether a row's own program name, table or cells say that it is this version."""
    where = [fact.row.path[-1], *(cell.text for cell in fact.row.cells[1:] if cell.unit in {"text", "choice"})]
    return any(set(words(value)) <= set(words(text)) for text in where)


def _latest(facts: list[Fact]) -> list[Fact]:
    """Of tables whose titles differ by the year alone, only the newest."""
    newest: dict[tuple[str, str], str] = {}
    for fact in facts:
        for year in years_of(fact)[:1]:
            key = (fact.guide, _undated(fact))
            newest[key] = max(year, newest.get(key, year))
    return [fact for fact in facts if not years_of(fact) or years_of(fact)[0] == newest[fact.guide, _undated(fact)]]


def _undated(fact: Fact) -> str:
    return YEAR.sub("", phrase(fact.row.path[-1])).strip()


def distinct(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts folded by what they say: same guide, same value, same period and residency."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    yearly = _yearly(facts)
    for fact in facts:
        cell = fact.cell
        said = cell.text.casefold() if cell.value is None else (cell.value, cell.high, cell.about, cell.or_more)
        dated = fact.row.path[-1] if yearly and years_of(fact) else None  # each year's list for itself
        groups.setdefault((fact.guide, said, cell.period, cell.residency, dated), []).append(fact)
    return list(groups.values())


def differ(facts: Sequence[Fact]) -> bool:
    """Whether two facts of one subject and attribute cannot both be meant."""
    return any(
        one.cell.period == other.cell.period
        and one.cell.residency == other.cell.residency
        and (one.row is not other.row or one.cell.column == other.cell.column)
        and _apart(one.cell, other.cell)
        for one, other in combinations(facts, 2)
    )


def _apart(one: Cell, other: Cell) -> bool:
    if one.unit == "choice" or other.unit == "choice":
        return bool(one.choices and other.choices) and not set(one.choices) & set(other.choices)
    counted = one.unit in {"money", "number", "percent", "duration"} or one.priced_abroad
    if one.value is None or other.value is None or not counted or one.currency != other.currency:
        return False
    low, high = one.value, one.high or one.value
    other_low, other_high = other.value, other.high or other.value
    return high < other_low or other_high < low


def old_year(fact: Fact, updated: date | None) -> str | None:
    """The year of a figure that is more than a year older than its guide."""
    stated = [*years_of(fact), *(cell.text for cell in fact.row.cells if cell.column.casefold() == "year")]
    found = [year for text in stated for year in YEAR.findall(text)]
    newest = max(found, default=None)
    return newest if newest and updated and updated.year - int(newest) > 1 else None


def wish_met(facts: Sequence[Fact], wish: Wish) -> bool | None:
    """Whether a listing's facts meet a wish: any condition by any cell; unknown where no cell tells."""
    about = {condition.attribute for condition in wish.conditions}  # no other cell can tell
    held = _whole([fact for fact in facts if fact.cell.attribute in about], wish.conditions[0])
    told = [[_meets(fact, one) for one in wish.conditions] for fact in held]
    if wish.together:
        verdicts = [False if False in each else None if None in each else True for each in told]
    else:
        verdicts = [verdict for each in told for verdict in each]
    met = True if True in verdicts else False if False in verdicts else None
    return not met if wish.negated and met is not None else met


def _whole(facts: list[Fact], condition: Condition) -> list[Fact]:
    """The values that a bound is held against: of a residency its own, and where no period is said the widest one."""
    if condition.residency:
        facts = of_residency(facts, condition.residency)
    prices = [fact for fact in facts if fact.cell.is_price and fact.cell.known]
    if condition.period or condition.operator in {"is", "contains"} or not prices:
        return facts
    widest = min(PERIOD_ORDER.index(fact.cell.period) for fact in prices)
    return [fact for fact in facts if fact not in prices or PERIOD_ORDER.index(fact.cell.period) == widest]


def _meets(fact: Fact, condition: Condition) -> bool | None:
    """Whether one value meets a condition; a value for everybody counts for every residency."""
    everybody = condition.residency and not fact.cell.residency
    return meets(fact.cell, replace(condition, residency=None) if everybody else condition)

"""Sentences held against the cells of the rows that they cite: the right column, the right period, the right residency, yes or no."""

import re
from collections.abc import Collection, Sequence
from typing import Literal

from advisor.composing.support import roots
from advisor.composing.weights import DENIES, SOFT
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.proving.figures import FigureMention, figures
from advisor.understanding.mentions import Mentions, find_mentions
from advisor.words import words
from index import Cell, Chunk

RESIDENCY = re.compile(
    r"\b(?P<out>out[- ]of[- ]state|non-?residents?)|(?P<in>in[- ]state|(?<!non-)(?<!of-state )(?<!of state )\bresidents?)\b",
    re.I,
)
Fault = tuple[Literal["figure", "support"], str]
COUNTED = {"money", "number", "percent", "duration", "rank"}


def against_cells(
    text: str, named: Sequence[Name], passages: Sequence[Chunk], knowledge: Knowledge, *, is_sum: bool = False
) -> Fault | None:
    """Why a sentence does not say what the cells of its rows, or of whom it names, say; or None."""
    found = find_mentions(text, knowledge.lexicon, lambda _word: True)
    rows = [chunk for chunk in passages if chunk.kind == "row"]
    if _contradicts_rule(text, found, named, rows, knowledge):
        return "support", "a cell says the contrary"
    if len(rows) == len(passages) and (attribute := _other_choice(found, named, rows, knowledge)):
        return "support", f"a cell says otherwise of the {attribute}"
    cells = [cell for row in rows for cell in row.cells if cell.known]
    for mention in () if is_sum else figures(text):
        if why := _misplaced(mention, text, found, cells, knowledge):
            return "figure", why
    return None


def _misplaced(
    mention: FigureMention, text: str, found: Mentions, cells: Sequence[Cell], knowledge: Knowledge
) -> str | None:
    """A figure that its row gives for another column, another period or other residents."""
    own = [cell for cell in cells if cell.unit in COUNTED and _has(cell, mention)]
    if not own:
        return None
    asked = _nearest(mention, found, text, knowledge)
    columns = {cell.attribute for cell in own}
    if asked and not asked & columns and asked & {cell.attribute for cell in cells}:
        return f"its row gives {mention.text} as something else"
    said = {"out-of-state" if one["out"] else "in-state" for one in RESIDENCY.finditer(text)}
    of = {cell.residency for cell in own}
    if None not in of and not said & of:
        return f"its row gives {mention.text} for {' and '.join(sorted(str(one) for one in of))} students"
    several = [cell for cell in own if cell.unit == "money" and _has_periods(cell.attribute, knowledge)]
    periods = {cell.period for cell in several}
    if periods and mention.period is None and not periods & {None, "total"} and not _says_period(text, periods):
        return f"its row gives {mention.text} for another period"
    return None


def _has_periods(attribute: str, knowledge: Knowledge) -> bool:
    """Whether an attribute is given for several periods, so that a figure alone does not tell which."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry is None or len(entry.periods) > 1


def _says_period(text: str, periods: Collection[str | None]) -> bool:
    forms = {"year": r"\b(?:year|yearly|annual)", "credit": r"\bcredit", "hour": r"\bhour", "month": r"\bmonth"}
    return any(re.search(forms.get(str(period), rf"\b{period}"), text, re.I) for period in periods)


def _has(cell: Cell, mention: FigureMention) -> bool:
    values = {cell.value, cell.high} - {None}
    return bool(mention.values) and all(
        any(abs(value - own) < 1e-6 for own in values if own is not None) for value in mention.values
    )


def _nearest(mention: FigureMention, found: Mentions, text: str, knowledge: Knowledge) -> set[str]:
    """The attributes that are named closest to a figure, no other figure being nearer; those before it come first."""
    others = [other for other in figures(text) if other.start != mention.start]
    places = []
    for one in found.attributes:
        start, end = found.tokens[one.span.start].start, found.tokens[one.span.end - 1].end
        low, high = min(start, mention.start), max(end, mention.end)
        if any(low <= other.start < high for other in others):
            continue
        measured = {attribute for attribute in one.meant if knowledge.units.get(attribute) in COUNTED}
        if not measured:
            continue
        distance = mention.start - end if end <= mention.start else start - mention.end + BEFORE_FIRST
        places.append((abs(distance), measured))
    return min(places, key=lambda place: place[0])[1] if places else set()


BEFORE_FIRST = 3  # characters that what stands behind a figure is reckoned farther away


def _other_choice(found: Mentions, named: Sequence[Name], rows: Sequence[Chunk], knowledge: Knowledge) -> str | None:
    """An attribute of which a sentence says a choice that no cell has."""
    for mention in found.demands:
        attribute, values = mention.meant.attribute, set(mention.meant.values)
        cells = [cell for row in rows for cell in row.cells if cell.attribute == attribute]
        cells += [fact.cell for name in named for fact in knowledge.facts(name, attribute)]
        told = {choice for cell in cells for choice in cell.choices}
        if values and told and not mention.negated and not values & told:
            return attribute
    return None


def _contradicts_rule(
    text: str, found: Mentions, named: Sequence[Name], rows: Sequence[Chunk], knowledge: Knowledge
) -> bool:
    """Whether every cell of the rule that a sentence is about says the contrary of it; unknown ones say nothing."""
    rule = _rule_of(found, knowledge)
    if rule is None:
        return False
    cited = [set(cell.choices) for row in rows for cell in row.cells if cell.attribute == rule and cell.choices]
    if any(choices.isdisjoint(cited[0]) for choices in cited):
        return True  # a rule that differs between the rows is told of one at a time
    told = {choice for name in named for fact in knowledge.facts(name, rule) for choice in fact.cell.choices}
    claimed = {choice for choice in knowledge.choices_of[rule] if _says(text, choice)}
    if not told or claimed & told:
        return False
    return bool(claimed) or (all(_denies(choice) != _denies(text) for choice in told) and not _is_soft(text))


def _rule_of(found: Mentions, knowledge: Knowledge) -> str | None:
    """The one rule that is named: an attribute whose values are told apart by a denial."""
    asked = [attribute for mention in found.attributes for attribute in mention.meant]
    asked += [mention.meant.attribute for mention in found.demands]
    rules = {one for one in asked if any(_denies(choice) for choice in knowledge.choices_of.get(one, ()))}
    return rules.pop() if len(rules) == 1 else None


def _says(text: str, choice: str) -> bool:
    """Whether a sentence says a choice: its word in any form, denied or not as the choice is."""
    own = set(roots(choice))
    return bool(own) and own <= set(roots(text)) and _denies(choice) == _denies(text)


def _denies(text: str) -> bool:
    return bool(set(words(text)) & DENIES)


def _is_soft(text: str) -> bool:
    return bool(set(words(text)) & SOFT)

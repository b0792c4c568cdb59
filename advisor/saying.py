"""How facts are put into words: values with their period and hedges, guides with their date, lists of names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from advisor.knowledge import Knowledge
from advisor.tables import Fact
from advisor.words import STOP, words
from index import Cell, Period

PERIOD_WORDS: Mapping[Period, str] = {
    "total": "in total", "year": "a year", "semester": "a semester", "month": "a month", "week": "a week",
    "hour": "an hour", "course": "a course", "credit": "a credit",
}  # fmt: skip


PERIOD_SAID = frozenset(("per", "annual", "annually", "yearly", "monthly", "weekly", "hourly"))


@dataclass(frozen=True)
class GuideCard:
    """What an answer says of a guide: whose it is and how old."""

    slug: str
    title: str
    publisher: str
    author: str | None
    published: date | None
    updated: date | None
    url: str | None

    @property
    def tag(self) -> str:
        """ "TechGuide, May 2026"; a guide without a date is called undated."""
        day = self.updated or self.published
        return f"{self.publisher}, {day:%B %Y}" if day else f"{self.publisher}, undated"


def value_phrase(cell: Cell) -> str:
    """A cell's value as a sentence has it: "$31,500 in total", "$1,143 a credit for in-state students"."""
    if cell.unit == "money" and cell.names_period:
        return cell.text
    text = cell.figure if cell.unit == "money" else cell.text
    if cell.unit == "percent" and text.replace(".", "").isdigit():
        text += "%"
    if cell.unit == "money" and cell.period:
        text += f" {PERIOD_WORDS[cell.period]}"
    return text + cell.for_whom(text)


def once(says: str, value: str) -> str:
    """A value less the words at its ends that the sentence around it has: "30 credits" in "takes {value} credits"."""
    own = set(words(says.replace("{subject}", "").replace("{value}", "")))
    left = value.split()
    while len(left) > 1 and set(words(left[0])) & own - STOP:
        left = left[1:]
    while len(left) > 1 and set(words(left[-1])) & own - STOP:
        left = left[:-1]
    return " ".join(left)


def label_of(attribute: str, knowledge: Knowledge) -> str:
    """What an attribute is called in an answer."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry.label if entry else knowledge.headers.get(attribute, attribute)


def label_for(fact: Fact, knowledge: Knowledge) -> str:
    """What a value's attribute is called: of alternatives, "TOEFL or IELTS scores", the one that heads its column."""
    label = label_of(fact.cell.attribute, knowledge)
    entry = knowledge.vocabulary.attributes.get(fact.cell.attribute)
    if entry and not entry.headers:
        return lower_first(fact.cell.column)  # a column that only this guide has: "fall deadline"
    own = set(words(fact.cell.column)) & set(words(label)) - knowledge.stop
    return fact.cell.column if " or " in label and own else label


def topic_of(attribute: str, knowledge: Knowledge) -> str | None:
    """What an attribute belongs to: cost, admission, study, …"""
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry.topic if entry else None


def topics_of(attribute: str | None, knowledge: Knowledge) -> frozenset[str]:
    """The topic of one attribute as a part carries it; empty where it has none."""
    topic = topic_of(attribute, knowledge) if attribute else None
    return frozenset({topic} if topic else ())


def short_title(fact: Fact) -> str:
    """A table's title without the guide that stands in brackets behind it."""
    title = fact.row.path[-1]
    return title.split(" (")[0].split(":")[0].strip()


def version_of(fact: Fact, among: Sequence[Fact]) -> str | None:
    """What tells a value from the others of its guide: its table, else its program; None where neither does."""
    mine = [other for other in among if other.guide == fact.guide]
    held = [other for other in mine if other.row is fact.row and measure_of(other) == measure_of(fact)]
    if len({other.cell.column for other in held}) > 1:
        return fact.cell.column
    if len({short_title(other) for other in mine}) > 1:
        return short_title(fact)
    return fact.row.version if len({other.row.version for other in mine}) > 1 else None


def told_value(cell: Cell) -> float | None:
    """A cell's value for programs; a length under a month is told in words alone, since lengths are counted in months."""
    return None if cell.unit == "duration" and 0 < (cell.value or 0) < 1 else cell.value


def measure_of(fact: Fact) -> tuple[object, ...]:
    """What has to be the same for two values to be of one kind."""
    return fact.cell.unit, fact.cell.period, fact.cell.residency


def listed(names: Iterable[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    names = list(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""


def sentence(text: str) -> str:
    """A text that begins with a capital and ends with a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ":")) else ".")


def lower_first(text: str) -> str:
    """For use inside a sentence, unless the first word is a name or an abbreviation."""
    first, _, rest = text.partition(" ")
    named = not first[1:].islower() or rest[:2].istitle()  # "West Coast"
    return text if named else text[:1].lower() + text[1:]


def column_word(fact: Fact, label: str) -> str | None:
    """The one word by which a column's header says more than the label and the value: "average", "common"."""
    header, known = words(re.split(r" \(|/", fact.cell.column)[0]), words(label)
    said = {*known, *words(value_phrase(fact.cell)), *PERIOD_SAID, *words(fact.cell.period or "")}
    more = [word for word in header if word not in said | STOP]
    return more[0] if set(known) <= set(header) and len(more) == 1 else None


def headed(label: str, facts: Iterable[Fact]) -> str:
    """A label with the measure that all the values' headers have beside it: "median tuition"."""
    more = {column_word(fact, label) for fact in facts}
    word = next(iter(more)) if len(more) == 1 else None
    return f"{word} {label}" if word in MEASURES else label


MEASURES = {"average", "mean", "median", "minimum", "maximum"}

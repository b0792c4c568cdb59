"""Which statistic a part asks for, of which attribute, over which set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.saying import label_of
from advisor.words import phrase, words
from index import Condition

Statistic = Literal["average", "median", "sum", "range"]
STATISTICS: tuple[tuple[Statistic, str], ...] = (
    ("median", r"\bmedian\b"),
    ("average", r"\b(?:averages?|averaged|avg|mean(?!\s*(?:by|in|for|to|that|exactly|here|[?.!]|$)))\b"),
    ("range", r"\b(?:range|spread)\b"),
    (
        "sum",
        r"\b(?:sum|add(?:ed|ing|s)?(?: \w+){0,2} (?:up|together)|all ?together|altogether|combined"
        r"|(?:costs?|pay|price|come to|tuition|is|are)\W(?:\w+ ){0,3}together|(?:both|two|three|four|all|these|those|them) together|(?:total|cost|come) (?:of|for|to(?: for)?) (?:all|both|them|these|those|the (?:two|three|four|five))|price (?:of|for) all)\b",
    ),
)
MONEY = re.compile(r"\b(?:prices?|costs?|tuitions?|total|pay|fees?)\b|\$", re.I)
SET = re.compile(r"\b(?:of|across|among|over|for|all)\s(?:all|every|the|these|those|its|their)\b", re.I)
MEANS = re.compile(r"\bwhat(?:ever)? (?:do|does|did)\b[^?.!]*?\bmean\b", re.I)
MIDDLES: tuple[Statistic, ...] = ("average", "median")
NUMERIC = {"money", "number", "percent", "gpa"}


@dataclass(frozen=True)
class AskedStatistic:
    """A statistic of one attribute, with the frame of the set that it is taken over."""

    statistic: Statistic
    attribute: str
    frame: Frame
    own: str | None  # an attribute under which guides give the same statistic themselves


def asked_statistic(frame: Frame, knowledge: Knowledge) -> AskedStatistic | None:
    """What a part asks for, or None where its words name an attribute ("median pay") or a single subject."""
    said = statistics_said(frame.own)
    kind = next((name.kind for name in frame.subjects), frame.kind)
    alike = MIDDLES if frame.subjects else ()  # what is listed as the median of each is meant by "the average"
    listed = {
        name
        for name in said
        if any(
            _in_column(n, a, kind, knowledge)
            for a in frame.attributes
            for n in {name, *(alike if name in alike else ())}
        )
    }
    if listed and listed == set(said) and frame.subjects and not SET.search(frame.text):
        return None  # "X and Y: how many, and the median price"
    statistic = next(
        (name for name in said if name not in listed), said[0] if said else None
    )  # "average median tuition"
    if statistic is None or frame.order:
        return None
    own, attribute = _attribute(frame, statistic, knowledge)
    own = None if listed else own
    if attribute is None or any(_bounds(wish, attribute) for wish in frame.wishes):
        return None
    subjects = tuple(name for name in frame.subjects if _lists(name, attribute, knowledge))
    if len(subjects) == 1 or (own and any(_lists(name, own, knowledge) for name in frame.subjects)):
        return None
    wishes = frame.wishes or _demanded(frame.text, knowledge)
    kind = subjects[0].kind if subjects else _kind(frame, attribute, knowledge)
    a_set = SET.search(frame.text) is not None
    named = not own and _swallowed(frame, knowledge)
    headed = attribute not in knowledge.vocabulary.attributes  # "how many beds altogether"
    if (named or statistic in {"sum", "range"}) and not (wishes or subjects or frame.kind or a_set or headed):
        return None
    if not a_set and _in_column(statistic, attribute, kind, knowledge):
        return None
    asked = replace(frame, subjects=subjects, wishes=tuple(wishes), kind=kind, attributes=(attribute,))
    return AskedStatistic(statistic, attribute, asked, own)


def statistics_said(text: str) -> list[Statistic]:
    """The statistics that the words of a part name; "what does X mean" asks what X is."""
    text = MEANS.sub(" ", text)
    return [name for name, pattern in STATISTICS if re.search(pattern, text, re.I)]


def statistic_word(text: str) -> str:
    """The words by which a part names its statistic: "average", "altogether"; empty where it names none."""
    text = MEANS.sub(" ", text)
    found = (re.search(pattern, text, re.I) for _, pattern in STATISTICS)
    return next((match.group() for match in found if match), "")


def _bounds(wish: Wish, attribute: str) -> bool:
    return wish.attribute == attribute and wish.conditions[0].operator != "is"


def _lists(name: Name, attribute: str, knowledge: Knowledge) -> bool:
    return any(fact.cell.known for fact in knowledge.facts(name, attribute))


def _in_column(statistic: Statistic, attribute: str, kind: str | None, knowledge: Knowledge) -> bool:
    """Whether the tables themselves list this statistic: "Median tuition" of a state."""
    pattern = dict(STATISTICS)[statistic]
    columns = {
        cell.column
        for rows in knowledge.rows.values()
        for row in rows
        if row.kind == kind
        for cell in row.cells[1:]
        if cell.attribute == attribute
    }
    return any(re.search(pattern, column, re.I) for column in columns)


def _attribute(frame: Frame, statistic: str, knowledge: Knowledge) -> tuple[str | None, str | None]:
    """The first numeric attribute that is named, after the one under which guides give its statistic themselves."""
    entries = knowledge.vocabulary.attributes
    labels = {entry.label.casefold(): name for name, entry in reversed(list(entries.items()))}
    own_of = {labels.get(f"{statistic} {label}"): name for label, name in labels.items()}
    named = frame.attributes or _named(frame.text, knowledge)
    if not any(_unit(name, knowledge) in NUMERIC for name in named) and not frame.attributes:
        named = ()
    price = price_attribute(knowledge)
    if not named and price and (MONEY.search(frame.text) or frame.narrowing.period):
        named = (price,)
    plain = [own_of.get(name, name) for name in named]
    numeric = [name for name in plain if _unit(name, knowledge) in NUMERIC]
    chosen = next(iter(numeric), None)
    own = labels.get(f"{statistic} {label_of(chosen, knowledge).casefold()}") if chosen else None
    return own, chosen


def _unit(attribute: str, knowledge: Knowledge) -> str:
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry.unit if entry else "number"


def _named(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes of the longest form that stands in a text."""
    folded = f" {phrase(text)} "
    forms = [form for form in knowledge.lexicon.attributes if f" {form} " in folded]
    return knowledge.lexicon.attributes[max(forms, key=len)] if forms else ()


def _demanded(text: str, knowledge: Knowledge) -> Sequence[Wish]:
    """The conditions of a text that a subject's name took in: "the online programs"."""
    folded = f" {phrase(text)} "
    given = {
        form: d for form, d in knowledge.lexicon.demands.items() if d.values and d.attribute not in knowledge.ungiven
    }
    forms = [form for form in given if f" {form} " in folded]
    if not forms:
        return ()
    form = max(forms, key=len)
    demand = knowledge.lexicon.demands[form]
    return (Wish(tuple(Condition(demand.attribute, "is", value) for value in demand.values), form),)


def _swallowed(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether the statistic's word belongs to the attribute's own name: "median salary", "average GPA"."""
    folded = f" {phrase(frame.text)} "
    asked = [form for form, names in knowledge.lexicon.attributes.items() if set(names) & set(frame.attributes)]
    said = [form for form in asked if f" {form} " in folded]
    return any(re.search(pattern, form) for form in said for _, pattern in STATISTICS)


def _kind(frame: Frame, attribute: str, knowledge: Knowledge) -> str | None:
    """What the set is made of: the kind that is named if it has the attribute, else the first that does."""
    kinds = knowledge.kinds_of.get(attribute, frozenset())
    entry = knowledge.vocabulary.attributes.get(attribute)
    listed = [kind for kind in (entry.of if entry else ()) if kind in kinds]
    asked = frame.kind
    resident = asked and re.search(rf"\b(?:in|of)[-\s]{asked}\b", frame.text, re.I)  # "in-state"
    return asked if asked in kinds and not resident else next(iter([*listed, *sorted(kinds)]), None)


def names_all(subject: str, text: str) -> bool:
    """Whether every word of a subject stands in a text."""
    return set(words(subject)) <= set(words(text))

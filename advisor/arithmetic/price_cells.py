"""The cells that a sum starts from: a subject's prices in one period, the credits beside them, its length in years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.facts import look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.proving.figures import figures
from advisor.saying import GuideCard, short_title
from advisor.tables import Fact
from advisor.words import phrase, stem
from index import Period

MOST_OF_ONE_GUIDE = 2


@dataclass(frozen=True)
class Price:
    """One price of a subject, with the count of credits that its own listing gives."""

    name: Name
    fact: Fact
    credits: Fact | None = None


def count_attribute(knowledge: Knowledge, counted: str) -> str | None:
    """The attribute that counts such things: the one that is called "credits"."""
    named = [(name, entry.label) for name, entry in knowledge.vocabulary.attributes.items() if entry.unit == "number"]
    named += [(name, name) for name in knowledge.kinds_of if name not in knowledge.vocabulary.attributes]
    return next((name for name, label in named if stem(phrase(label)) == counted), None)


def length_attribute(knowledge: Knowledge) -> str | None:
    """The attribute that says how long a program takes."""
    attributes = knowledge.vocabulary.attributes.items()
    return next((name for name, entry in attributes if entry.unit == "duration" and entry.headers), None)


def prices(name: Name, period: Period, frame: Frame, knowledge: Knowledge) -> list[Price]:
    """The single prices that the guides give a subject in one period, each value of a guide once."""
    attribute = price_attribute(knowledge)
    if attribute is None:
        return []
    asked = replace(frame, narrowing=replace(frame.narrowing, period=period))
    facts = [
        fact
        for fact in look_up(name, attribute, asked, knowledge)
        if fact.cell.period == period and fact.cell.value and fact.cell.high is None and fact.cell.unit == "money"
    ]
    found: dict[tuple[object, ...], Price] = {}
    for fact in facts:
        held = credits_of(name, fact, knowledge)
        key = (fact.guide, fact.cell.value, fact.cell.residency, held and held.cell.value)
        found.setdefault(key, Price(name, fact, held))
    return _few(list(found.values()))


def _few(found: Sequence[Price]) -> list[Price]:
    """At most two of one guide and residency."""
    kept: list[Price] = []
    for price in found:
        alike = [
            other
            for other in kept
            if other.fact.guide == price.fact.guide and other.fact.cell.residency == price.fact.cell.residency
        ]
        if len(alike) < MOST_OF_ONE_GUIDE:
            kept.append(price)
    return kept


def credits_of(name: Name, fact: Fact, knowledge: Knowledge) -> Fact | None:
    """The credits that the same row gives, else the same listing where it gives one count."""
    attribute = count_attribute(knowledge, "credit")
    if attribute is None:
        return None
    own = [Fact(fact.row, cell) for cell in fact.row.cells[1:] if cell.attribute == attribute]
    if not own:
        own = [
            other
            for listing in knowledge.listings
            if listing.guide == fact.guide and listing.name == name and fact in listing.facts
            for other in listing.of(attribute)
        ]
    single = [other for other in own if other.cell.value and other.cell.high is None and not other.cell.or_more]
    return single[0] if len({other.cell.value for other in single}) == 1 else None


def years_of_study(name: Name, guide: str, knowledge: Knowledge) -> tuple[float, Fact] | None:
    """The one number of years that a guide gives for a subject's programs with a price or credits, if it is one."""
    attribute = length_attribute(knowledge)
    beside = {price_attribute(knowledge), count_attribute(knowledge, "credit")} - {None}
    lengths = [
        fact
        for fact in (knowledge.facts(name, attribute) if attribute else [])
        if fact.guide == guide and fact.cell.known and any(cell.attribute in beside for cell in fact.row.cells)
    ]
    told = {_years(fact) for fact in lengths}
    years = told.pop() if len(told) == 1 else None
    return (years, lengths[0]) if years else None


def _years(fact: Fact) -> float | None:
    """The years of a length that is one clean number of them."""
    found = figures(fact.cell.text)
    clean = len(found) == 1 and found[0].unit == "year" and len(found[0].values) == 1 and not fact.cell.or_more
    return found[0].values[0] if clean else None


def place(price: Price, among: Sequence[Price], guides: Mapping[str, GuideCard]) -> str:
    """Where a price stands: its guide, and its table where the guide has another price."""
    card = guides[price.fact.guide]
    rivals = [
        other
        for other in among
        if other.fact.guide == price.fact.guide and other.fact.cell.residency == price.fact.cell.residency
    ]
    return f"{card.tag}; {short_title(price.fact)}" if len(rivals) > 1 else card.tag

"""The figures that a sentence gives for one attribute of one subject."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.proving.figures import FigureMention, figures
from advisor.tellings import Telling
from advisor.understanding.asked import unit_of
from advisor.words import stem, words

COUNTED_IN = {
    "money": frozenset({"money", "euro", "pound"}),
    "percent": frozenset({"percent"}),
    "duration": frozenset({"year", "month"}),
}
LASTING = frozenset("take last finish complete".split())  # stems of verbs that tell a length
CURRENCY = re.compile(r"\b(?:CHF|SEK|NOK|DKK|PLN|CAD|AUD|SGD|HKD|INR|JPY)\s?$")  # "CHF 730" is money as well
KEYED = re.compile(r"[^:.]{2,50}:\s")
REACH = 60  # letters before a figure in which its attribute is named


@dataclass(frozen=True)
class Meaning:
    """How a figure of one attribute is told: in which units, with which words near, and never with which others."""

    units: frozenset[str]
    own: frozenset[str]
    others: frozenset[str] | None  # of a price, which needs no word of its own


def meaning_of(attribute: str, knowledge: Knowledge) -> Meaning:
    """How a figure of an attribute is told."""
    unit = unit_of(attribute, knowledge) or ""
    forms = knowledge.single_words
    own = forms.get(attribute, frozenset())
    others = None
    if attribute == price_attribute(knowledge):
        alike = (a for a in forms if a != attribute and unit_of(a, knowledge) == unit)
        others = frozenset(form for other in alike for form in forms[other]) - own
    entry = knowledge.vocabulary.attributes.get(attribute)
    lasts = unit == "duration" and (entry is None or entry.headers)  # a time limit is no length
    own |= LASTING if lasts else _turned_about(attribute, knowledge) if attribute in knowledge.ungiven else set()
    return Meaning(COUNTED_IN.get(unit, frozenset()), own, others)


def _turned_about(attribute: str, knowledge: Knowledge) -> set[str]:
    """The words about which several forms of an attribute turn: "admit" of the acceptance rate."""
    entry = knowledge.vocabulary.attributes[attribute]
    counts = Counter(stem(word) for form in entry.asked for word in set(words(form)) if word not in knowledge.stop)
    return {word for word, times in counts.items() if times >= TURNS and not word.isdigit()}


TURNS = 3  # forms


def told_figures(name: Name, meaning: Meaning, telling: Telling) -> Iterator[FigureMention]:
    """The figures behind a subject's name, or before the first, with a word of the attribute near; an amount near which
    no word names another one is a price.
    """
    places = telling.names or ((0, name),)
    for figure in figures(telling.text) if meaning.units else ():
        if telling.text[figure.end :].startswith((" old", "-old")):
            continue  # an age is no length
        before = [whose for at, whose in places if at < figure.start]
        unit = "money" if CURRENCY.search(telling.text[: figure.start]) else figure.unit
        if unit not in meaning.units or (before[-1] if before else places[0][1]) != name:
            continue
        near = telling.text[max(0, figure.start - REACH) : figure.end + REACH // 2]
        keyed = KEYED.match(telling.text)  # "Elm: $700" is what its heading says
        said = {stem(word) for word in words(f"{telling.chunk.heading} {near}" if keyed else near)}
        if said & meaning.own or (meaning.others is not None and not (keyed or said & meaning.others)):
            yield figure

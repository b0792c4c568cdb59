"""The figures that a sentence gives for one attribute of one subject."""

from collections.abc import Iterator

from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.proving.figures import FigureMention, figures
from advisor.tellings import Telling
from advisor.understanding.asked import unit_of
from advisor.words import stem, words

COUNTED_IN = {"money": {"money"}, "percent": {"percent"}, "duration": {"year", "month"}}
REACH = 60  # letters before a figure in which its attribute is named


def told_figures(name: Name, attribute: str, telling: Telling, knowledge: Knowledge) -> Iterator[FigureMention]:
    """The figures behind a subject's name, or before the first, with a word of the attribute near; an amount near which
    no word names another one is a price.
    """
    units = COUNTED_IN.get(unit_of(attribute, knowledge) or "", set())
    own = _forms(attribute, knowledge)
    others = _others(attribute, knowledge) if attribute == price_attribute(knowledge) else None
    places = telling.names or ((0, name),)
    for figure in figures(telling.text):
        before = [whose for at, whose in places if at < figure.start]
        near = telling.text[max(0, figure.start - REACH) : figure.end + REACH // 2]
        said = {stem(word) for word in words(near)}
        meant = said & own or (others is not None and not said & others)
        if figure.unit in units and meant and (before[-1] if before else places[0][1]) == name:
            yield figure


def _forms(attribute: str, knowledge: Knowledge) -> frozenset[str]:
    """The single words that ask for an attribute, without their plurals."""
    forms = knowledge.lexicon.attributes.items()
    return frozenset(stem(form) for form, meant in forms if attribute in meant and " " not in form)


def _others(attribute: str, knowledge: Knowledge) -> frozenset[str]:
    """The single words that ask for other attributes that are counted alike."""
    unit = unit_of(attribute, knowledge)
    alike = (a for a in (*knowledge.vocabulary.attributes, *knowledge.units) if a != attribute)
    own = _forms(attribute, knowledge)
    return frozenset(form for a in alike if unit_of(a, knowledge) == unit for form in _forms(a, knowledge)) - own

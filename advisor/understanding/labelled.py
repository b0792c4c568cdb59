"""Attributes asked for by the words of their label, or as what a thing costs."""

from collections.abc import Sequence
from functools import lru_cache

from advisor.arithmetic.paying_back import ASKS as PAYS_BACK
from advisor.frame import Narrowing
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.understanding.asked import unit_of
from advisor.understanding.mentions import Mentions
from advisor.understanding.subjects import kinds
from advisor.words import stem, words


def labelled(
    attributes: tuple[str, ...], mentions: Mentions, names: Sequence[Name], knowledge: Knowledge
) -> tuple[str, ...]:
    """Attributes whose whole label was said with other words between, or a whole header that no vocabulary knows."""
    said = {stem(token.word) for token in mentions.tokens}
    found = [
        name
        for name, entry in knowledge.vocabulary.attributes.items()
        if names and names[0].kind in kinds(name, knowledge) and len(own := _telling(entry.label)) > 1 and own <= said
    ]
    roots = {word[:ROOT] for word in said}
    of = {name.kind for name in names}
    found += [
        name
        for name in knowledge.kinds_of.keys() - knowledge.vocabulary.attributes.keys()
        if len(heads := {word[:ROOT] for word in _telling(name)}) > 1
        and heads <= roots
        and (not of or of & kinds(name, knowledge))
    ]
    found += _called_like(mentions, names, knowledge) if not (attributes or found) else []
    return tuple(dict.fromkeys((*attributes, *found)))


def _called_like(mentions: Mentions, names: Sequence[Name], knowledge: Knowledge) -> list[str]:
    """ "Which employers hire from X": a kind of thing whose name also asks for an attribute of somebody who is named."""
    said = {mention.form for mention in mentions.kinds if not any(name.kind == mention.meant for name in names)}
    entries = knowledge.vocabulary.attributes.items()
    return [a for a, entry in entries if said & set(entry.asked) and names and names[0].kind in kinds(a, knowledge)]


ROOT = 6  # letters: "employed" and "employment" are one word here


@lru_cache(maxsize=1 << 10)
def _telling(label: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(label) if len(word) > 3)


def without_pay(attributes: tuple[str, ...], text: str, names: Sequence[Name], knowledge: Knowledge) -> tuple[str, ...]:
    """ "How long to pay back X": a pay that nobody who is named has was not asked."""
    of = {name.kind for name in names} if PAYS_BACK.search(text) else set()
    return tuple(a for a in attributes if not of or kinds(a, knowledge) & of or not kinds(a, knowledge))


def priced(
    attributes: tuple[str, ...], narrowing: Narrowing, kind: str | None, knowledge: Knowledge, *, named: bool
) -> tuple[str, ...]:
    """ "Per year" alone asks for the price in that period, and so does "X total?"."""
    price = price_attribute(knowledge)
    money = any(unit_of(a, knowledge) == "money" for a in attributes)
    narrowed = narrowing.period in {"credit", "year"} or narrowing.residency is not None or narrowing.both_residencies
    bare = narrowing.period == "total" and named and not attributes
    spoken = (narrowed or bare) and not money and kind in {None, knowledge.main_kind}
    return (*attributes, price) if spoken and price and len(attributes) < MOST_ASKED else attributes


MOST_ASKED = 4

"""Places in a part: where something is looked for, where somebody comes from, or asked about themselves."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from advisor.frame import Narrowing
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.asked import sorts
from advisor.understanding.mentions import Mentions, Span
from advisor.understanding.subjects import Who


def without_towns(who: Who, local: Collection[str], knowledge: Knowledge) -> Who:
    """Who is named, without the larger places that a town's name can mean too."""
    wider = {name for form in local for name in knowledge.lexicon.subjects.get(form, ())}
    return replace(who, places=tuple(name for name in who.places if name not in wider))


def asks_of_places(text: str, who: Who, asked: Sequence[str], mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether places are asked about themselves, all having a value, and are not where something is looked for."""
    tells = [any(fact.cell.known for a in asked for fact in knowledge.facts(name, a)) for name in who.places]
    ordered = any(not _within(m.span, mentions) for m in mentions.orders) or sorts(mentions)
    from_home = FROM_HERE.search(text) and NOT_FROM.search(text)
    listed = LISTED.search(text) and any(mention.meant == knowledge.main_kind for mention in mentions.kinds)
    listed = listed or SOMETHING.search(text) is not None
    if not knowledge.vocabulary.attributes and AVERAGE.search(text):
        return False  # an average is of what is there
    return bool(tells) and all(tells) and not (who.names or mentions.demands or ordered or from_home or listed)


AVERAGE = re.compile(r"\b(?:average|mean|median|typical)\b", re.I)
LISTED = re.compile(r"\b(?:list|show|name|give me|all|every|each)\b", re.I)  # "list all programs in X with their price"


SOMETHING = re.compile(r"\b(?:any|some)(?:thing|where|place|one)\b", re.I)  # "anything cheap in X"


def _within(span: Span, mentions: Mentions) -> bool:
    """Whether a superlative is part of an attribute's own name: the "top school" of a state."""
    return any(span.touches(m.span) and len(m.span) > len(span) for m in mentions.attributes)


def at_home(
    text: str, narrowing: Narrowing, names: Sequence[Name], places: Sequence[Name], knowledge: Knowledge
) -> Narrowing:
    """Who comes from the school's own state pays its in-state price; who is not from there does not."""
    if not (places and names and FROM_HERE.search(text)):
        return narrowing
    home = {fact.cell.text for place in places for name in names for fact in knowledge.facts(name, place.kind)}
    inside = any(place.name in home for place in places) and not NOT_FROM.search(text)
    return replace(narrowing, residency="in-state" if inside else "out-of-state")


FROM_HERE = re.compile(r"\b(?:from|lives?|moved to|living|resident)\b|\bfor an? \w+n\b", re.I)


NOT_FROM = re.compile(r"\bnot\b|n't\b|\boutside\b", re.I)

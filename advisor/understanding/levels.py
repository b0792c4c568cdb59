"""Degrees at another level than the one that all guides are about, where a part asks of them."""

import re
from collections.abc import Sequence

from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.words import words

OWN = re.compile(r"\bmaster|\b(?:my|have|got|with|hold|holding|finished) (?:an? |my )?(?:\w+ )?$", re.I)
POINTS = re.compile(r"\b(?:it|they|that)\b", re.I)


def levels_in(text: str, knowledge: Knowledge) -> tuple[Name, ...]:
    """The degrees of another level that a text asks of; not those that somebody has."""
    said = [word for word in words(text) if word in knowledge.other_levels]
    if not said or OWN.search(text.lower().partition(said[0])[0]) or "master" in text.lower():
        return ()
    return tuple(dict.fromkeys(name for word in said for name in knowledge.lexicon.subjects.get(word, ())))


def with_level(parts: Sequence[str], knowledge: Knowledge) -> list[str]:
    """The parts with such a degree in the place of the "it" that points at it in the part before."""
    told: list[str] = []
    for part in parts:
        before = levels_in(told[-1], knowledge) if told else ()
        again = levels_in(part, knowledge)
        told.append(POINTS.sub(f"a {before[0].name}", part, count=1) if before and not again else part)
    return told

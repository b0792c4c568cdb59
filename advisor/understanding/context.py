"""What a part that points back ("which one is best?", "what were those totals?") is searched with."""

import re
from collections.abc import Sequence

from advisor.knowledge import Knowledge
from advisor.understanding.segments import asks
from advisor.words import stem, words

NAMELESS = re.compile(
    r"\b(?:them|both|either|the (?:two|other)(?: \w+)?)\b|\b(?:which|who|what) ones?\b|\bwhich\W*$|\bone is\b|"
    r"^\W*(?:and |for )?how (?:much|long|many|soon)\W*$",
    re.I,
)  # says nothing by itself
POINTS = re.compile(
    r"\b(?:those|these|they|its?|that|this|the (?:same|first|second))\b|(?<!no )(?<!any)\bone\W*$", re.I
)
OF_ITSELF = re.compile(
    r"\bworth it\b|\b(?:is|was|will) it\b|\b(?:do|does|make|get) it\b|\bit costs? (?:me|us|him|her)\b", re.I
)  # "it" that points at nothing
FEW, MANY = 4, 9  # telling words: who says so many needs nothing from before


def points_back(part: str, knowledge: Knowledge) -> bool:
    """Whether a question stands on what was said before it."""
    telling = telling_words(part, knowledge)
    nameless = not telling or (len(telling) < MANY and NAMELESS.search(part))
    return bool(asks(part) and (nameless or (len(telling) < FEW and POINTS.search(OF_ITSELF.sub(" ", part)))))


def telling_words(part: str, knowledge: Knowledge) -> set[str]:
    """The words of a part that say what it is about."""
    told = {stem(w) for w in words(part) if w not in knowledge.stop and len(w) > 2}
    return {word for word in told if word in knowledge.frequencies}


def with_context(parts: Sequence[str], knowledge: Knowledge) -> list[str]:
    """Each part as it is searched: one that points back together with what was said just before it."""
    return [_after(parts[:at], part) if at and points_back(part, knowledge) else part for at, part in enumerate(parts)]


def _after(before: Sequence[str], part: str) -> str:
    """The part behind the last one that was said before it, and those before that for which there is room.

    Where one of them asks what a thing is, the thing stands in the place of the word that points at it.
    """
    if thing := next((found["thing"] for one in reversed(before) if (found := DEFINES.fullmatch(one))), None):
        return PRONOUN.sub(thing, part, count=1) if PRONOUN.search(part) else f"{thing}: {part}"
    kept = [before[-1], f"{part.rstrip('?.! ')}?"]  # it asks, whatever stands before it
    for earlier in reversed(before[:-1]):
        if len(words(" ".join((earlier, *kept)))) > ROOM:
            break
        kept.insert(0, earlier)
    return " ".join(kept)


DEFINES = re.compile(
    r"\W*(?:what(?:'?s| is| are| does)(?! the\b)|define|explain(?: what)?|tell me (?:about|what)) (?P<thing>(?:an? |the )?[\w-]+(?: [\w-]+){0,4}?)(?: is| are| means?)?\W*",
    re.I,
)
PRONOUN = re.compile(r"\b(?:one|it|that|them|those|these|they)\b", re.I)
ROOM = 60  # words

"""Whom something is for: asked by the frame of a sentence ("who is X's program meant for"), which no list of words holds."""

import re
from collections.abc import Sequence

from advisor.knowledge import Knowledge
from advisor.lexicon import Name

WHO_FOR = re.compile(
    r"\b(?:who(?:m|'?s)?|(?:what|which|wat) (?:kind|type|sort)s? of \w+)\b(?! (?:do|can|should) i\b)[^,.;?!]*"
    r"\b(?:for|suit(?:s|ed)?|fits?|aimed at|meant for)\b(?: most| best)?(?=\W*(?:$|[,.;?!]|and\b))"
    r"|\b(?:only|just|mainly|mostly) (?:meant |made |good )?for (?!(?:me|us|the|this|now|fun)\b)\w+",
    re.I,
)


def whom_it_suits(
    text: str, attributes: tuple[str, ...], names: Sequence[Name], knowledge: Knowledge
) -> tuple[tuple[str, ...], str]:
    """The attributes and the words of a part that asks of one subject whom it suits; those it has where it does not."""
    suits = (knowledge.roles["suits"],)
    one = len(names) == 1 and names[0].kind == knowledge.main_kind and attributes in {(), suits}
    asked = one and suits[0] and WHO_FOR.search(text)
    return (suits, f"who suits {names[0].name}") if asked else (attributes, text)

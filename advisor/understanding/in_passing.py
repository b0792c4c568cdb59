"""Kinds of degree that are named in passing: "is an X diploma a must for a Y degree" compares no two things."""

import re
from collections.abc import Sequence

from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.acts import COMPARE

ALIKE = re.compile(r"\b(?:same|similar|alike|overlap\w*|equal\w*|as good|and|both|instead)\b|[/&]", re.I)
YES_OR_NO = re.compile(
    r"\W*(?:(?:so|and|but|ok|hi|hey|hello|well)\W+)*(?:is|are|was|do|does|did|can|could|will|would|should|must)\b", re.I
)


def without_passing(text: str, names: Sequence[Name], knowledge: Knowledge) -> tuple[Name, ...]:
    """The names without several of the background in a question whose answer is yes or no, and that compares nothing."""
    background = knowledge.vocabulary.background
    if len(names) < 2 or any(name.kind not in background for name in names):
        return tuple(names)
    compared = COMPARE.search(text) or ALIKE.search(text)
    return () if YES_OR_NO.match(text) and not compared else tuple(names)

"""Parts that nothing answers beside others: whether they ask more, and what several of them ask together."""

import re
from collections.abc import Sequence

from advisor.answering.open_questions import answer_open
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.words import STOP, stem, words

FLOOR = 0.4  # a passage this fit answers what no part by itself could find
FEW_LETTERS = 3


def together(parts: list[Part], shelf: Shelf) -> list[Part]:
    """Several parts of which none is answered and none names anything: what they ask together."""
    named = any(f.subjects or f.tie or f.strangers or f.attributes or f.wishes for f in (part.frame for part in parts))
    if len(parts) < 2 or named or any(part.status != "not_covered" for part in parts):
        return parts
    frame = Frame("explain", " ".join(dict.fromkeys(part.frame.text for part in parts)))
    part = answer_open(frame, shelf.vectors([frame.text])[0], shelf, shelf.knowledge, shelf.guides, floor=FLOOR)
    return [part] if part.status == "answered" else parts


def asks_more(frame: Frame, given: Sequence[Part]) -> bool:
    """Whether an unanswered part asks something beside what is answered, not more about the same: "which ones then"."""
    if set(frame.attributes) - {name for other in given for name in other.frame.attributes}:
        return True
    if set(frame.subjects) - {name for other in given for name in other.frame.subjects}:
        return True
    if any(other.frame.own in frame.own for other in given):
        return False
    said = {stem(word) for other in given for word in words(other.frame.own)}
    own = [w for w in words(frame.own) if w not in STOP and w not in TURNS and len(w) > FEW_LETTERS]
    return not ABOUT_SAME.search(frame.own) or any(stem(word) not in said for word in own)


ABOUT_SAME = re.compile(r"\b(?:them|those|these|they|that|it|this|ones?|afterwards|then)\b|^\W*what if\b", re.I)
TURNS = frozenset(
    "one ones them those these looking going doing change mind think thinking consider actually afterwards then usually should".split()
)

"""One of those shown put in another's place: "take X out and put Y in", "replace X with Y", "Y instead of X"."""

import re
from dataclasses import replace

from advisor.conversing.footing import Footing
from advisor.conversing.pointing import few_words
from advisor.frame import SETS, Frame
from advisor.understanding.understand import Understanding

MOST_WORDS = 12
SWAPS = re.compile(
    r"\b(?:swap|replace|exchange|switch|substitute)\b|\b(?:instead of|rather than|in place of)\b"
    r"|\b(?:take|drop|remove|leave|kick|throw|put|cross)\b.*\b(?:add|put|include|throw in|take)\b",
    re.I,
)


def swapped(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """The last question with the new ones in the place of those that go; empty where nobody is put in another's place."""
    before, message = footing.before, footing.message
    if before.act in SETS or not SWAPS.search(message) or not few_words(message, MOST_WORDS):
        return ()
    named = dict.fromkeys(name for frame in understood.frames for name in (*frame.subjects, *frame.excluded))
    held = before.subjects or footing.last.shown
    gone = [name for name in named if name in held]
    new = tuple(name for name in named if name not in held)
    asks_anew = any(frame.attributes and not frame.weak for frame in understood.frames)
    if not (gone and new) or asks_anew or {n.kind for n in new} != {n.kind for n in gone}:
        return ()
    at = held.index(gone[0])
    rest = (*held[:at], *new, *held[at + 1 :])
    subjects = tuple(dict.fromkeys(name for name in rest if name not in gone))
    return (replace(before, act="compare" if len(subjects) > 1 else before.act, subjects=subjects, tie=()),)

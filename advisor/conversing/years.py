"""The years in which the last question is asked again: "n now", "did it go up or down"."""

import re

from advisor.conversing.pointing import few_words
from advisor.facts import years_of
from advisor.frame import Frame
from advisor.knowledge import Knowledge

MOST_WORDS = 8
NOW = re.compile(r"\b(?:now|nowadays|currently|today|these days|this year|latest|newest|current)\b", re.I)
CHANGED = re.compile(
    r"\b(?:up or down|(?:go|goes|went|gone|going|moved?|moving) (?:up|down)|climb\w*|r[iou]se[ns]?|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|slip\w*|chang\w*|trend\w*)\b",
    re.I,
)


def other_years(frame: Frame, before: Frame, knowledge: Knowledge) -> tuple[str, ...] | None:
    """The years that a few words ask for: none after some year, or all that a guide lists somebody in."""
    named = frame.names_somebody or frame.narrowing.years or frame.wishes or frame.order
    if named or not before.attributes or not few_words(frame.text, MOST_WORDS):
        return None
    if before.narrowing.years and NOW.search(frame.text):
        return ()
    listed = {
        year
        for name in before.subjects
        for a in before.attributes
        for f in knowledge.facts(name, a)
        for year in years_of(f)
    }
    return tuple(sorted(listed)) if len(listed) > 1 and CHANGED.search(frame.text) else None

"""Words of sums that were typed with one slip, put right."""

import re
from functools import cache

SUM_WORDS = (
    "credit", "credits", "course", "courses", "class", "classes", "semester", "semesters", "times", "minus", "divided",
    "multiplied", "years", "month", "months", "weeks", "thousand", "million", "tuition", "employer", "discount",
    "scholarship", "split", "percent", "dollars", "every", "payback", "break", "recoup", "salary", "raise", "hours",
)  # fmt: skip
LONG = re.compile(r"[A-Za-z]{5,}")


def mended(text: str) -> str:
    """The text with words that are one slip away from a word of sums put right."""
    return LONG.sub(lambda found: _mend(found[0].lower(), found[0]), text)


def _mend(word: str, typed: str) -> str:
    known = _slips()
    if word in SUM_WORDS:
        return typed
    near = {
        right for slip in (word, *_shorter(word)) for right in known.get(slip, ()) if abs(len(right) - len(word)) < 2
    }
    near = {right for right in near if right[-1] == word[-1]} or near
    return near.pop() if len(near) == 1 else typed


@cache
def _slips() -> dict[str, frozenset[str]]:
    """For every sum word and what is left of it without one letter: the words that it may stand for."""
    slips: dict[str, set[str]] = {}
    for word in SUM_WORDS:
        for slip in (word, *_shorter(word)):
            slips.setdefault(slip, set()).add(word)
    return {slip: frozenset(words) for slip, words in slips.items()}


def _shorter(word: str) -> list[str]:
    """The word without each of its letters but the first, in turn."""
    return [word[:n] + word[n + 1 :] for n in range(1, len(word))]

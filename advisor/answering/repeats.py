"""Lists without what their lead has said already: a name in every item, or words that all items share."""

import re
from collections.abc import Sequence

from advisor.words import STOP, stem, words

OF_NAME = re.compile(r" (?:at|of) (?:the )?((?:[A-Z][\w.'-]*)(?: (?:(?:of|and|the|at) )*[A-Z][\w.'-]*)+)")
SHARED = 3  # words that all items begin or end with are worth leaving out
FEW = 2  # items of which that can be said; words that are left of an item


def unrepeated(lead: str, items: Sequence[str]) -> list[str]:
    """The items without names that the lead gives, and without words that all of them share with it."""
    told = {stem(word) for word in words(lead)}
    texts = [_without_name(item, lead) for item in items]
    if len(texts) <= FEW:
        return texts
    for backwards in (False, True):
        split = [text.split()[::-1] if backwards else text.split() for text in texts]
        count = _common(split)
        shared = split[0][:count]
        telling = {stem(word) for word in words(" ".join(shared)) if word not in STOP}
        if count >= SHARED and telling <= told and min(map(len, split)) - count >= FEW:
            texts = [_rest(each[count:][::-1] if backwards else each[count:]) for each in split]
    return texts


def _without_name(item: str, lead: str) -> str:
    return OF_NAME.sub(lambda found: "" if found[1] in lead else found[0], item)


def _common(split: Sequence[Sequence[str]]) -> int:
    """How many words all begin with."""
    count = 0
    for column in zip(*split, strict=False):
        if len(set(column)) > 1:
            break
        count += 1
    return count


def _rest(kept: Sequence[str]) -> str:
    text = " ".join(kept)
    return text[:1].upper() + text[1:]

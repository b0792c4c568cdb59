"""What a set has to meet: the conditions of a part, and those that the person told of themselves where it asks for them."""

import re
from collections.abc import Sequence

from advisor.frame import Frame, Remark, Wish


def mine(frame: Frame, profile: Sequence[Remark]) -> tuple[Wish, ...]:
    """A set for the person ("that fit my budget") keeps to what they said about themselves."""
    return all_wishes(frame.wishes, profile) if OF_ONESELF.search(frame.text) else frame.wishes


OF_ONESELF = re.compile(r"\b(?:my|me|i|our|we|fits?|suits?|suitable|affordable|afford)\b", re.I)


def all_wishes(wishes: Sequence[Wish], profile: Sequence[Remark]) -> tuple[Wish, ...]:
    """What was asked for now, and what is remembered about other attributes."""
    named = {wish.attribute for wish in wishes}
    own = {r.wish.conditions: r.wish for r in reversed(profile) if r.wish and r.wish.attribute not in named}
    return (*wishes, *reversed(own.values()))

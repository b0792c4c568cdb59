"""A suggestion picked by its number: "2", "the first suggestion please", "your last question"."""

import re

from advisor.conversation import Conversation
from advisor.words import ORDINALS

PLACE = "|".join(ORDINALS)
POLITE = (
    r"(?:(?:ok(?:ay)?|yes|yeah|yep|sure|please|pls|thanks|thx|then|so|and|hm+|"
    r"(?:let'?s |lets |i(?:'ll| will|'d)? )?(?:do|try|take|pick|choose|want|like|go with|answer|show(?: me)?|give me|tell me|ask))\W+)*"
)
SUGGESTION = r"(?:suggest\w*(?: (?:question|one))?|question|proposal|follow[- ]?up(?: question)?)"
BY_NAME = re.compile(
    rf"\W*{POLITE}(?:the |your |that )?(?:(?P<nth>{PLACE}|last) (?:of (?:the|your) )?{SUGGESTION}s?|{SUGGESTION} (?:number |no\.? |nr\.? |#)?(?P<n>\d))"
    r"(?:\W+(?:please|pls|thanks|then|you (?:gave|suggested|made)))*\W*",
    re.I,
)
BY_NUMBER = re.compile(rf"\W*{POLITE}(?:number |no\.? |nr\.? |option )?(?P<n>\d)(?:\W+(?:please|pls))?\W*", re.I)


def picked(message: str, conversation: Conversation) -> str:
    """The message, or the suggestion of the last answer that it asks for."""
    last = conversation.last
    if last is None or not last.answer.suggestions:
        return message
    found = BY_NAME.fullmatch(message)
    if found is None and len(last.shown) < 2:  # a number alone counts through what was shown, where that is several
        found = BY_NUMBER.fullmatch(message)
    if found is None:
        return message
    said = found.groupdict()
    nth = (said.get("nth") or "").lower()
    at = len(last.answer.suggestions) if nth == "last" else ORDINALS.get(nth) or int(said.get("n") or 0)
    return last.answer.suggestions[at - 1] if 0 < at <= len(last.answer.suggestions) else message

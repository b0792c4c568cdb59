"""What a question names only to leave it out: "besides the fees what do I pay", "grades aside, what do they want"."""

import re

from advisor.understanding.mentions import Mentions

BEFORE = re.compile(
    r"\b(?:besides?|beyond|(?:apart|aside) from|other than|in addition to|on top of|except(?: for)?|not counting|excluding)\s+(?:(?:just|only|the|my|a|an)\s+)*$",
    re.I,
)
BEHIND = re.compile(r"\s+(?:aside|apart)\b(?! from)", re.I)


def without_set_aside(asked: tuple[str, ...], text: str, mentions: Mentions) -> tuple[str, ...]:
    """The attributes less those that are named only to be left out; all of them where nothing else is asked about anybody."""
    aside = {
        mention
        for mention in mentions.attributes
        if BEFORE.search(text[: mentions.tokens[mention.span.start].start])
        or BEHIND.match(text[mentions.tokens[mention.span.end - 1].end :])
    }
    kept = {attribute for mention in mentions.attributes if mention not in aside for attribute in mention.meant}
    gone = {attribute for mention in aside for attribute in mention.meant} - kept
    return tuple(attribute for attribute in asked if attribute not in gone)

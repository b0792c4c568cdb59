"""Text as a reader sees it: nothing unseen in it, and nothing that would become a tag or a link when shown."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
BLANKS = re.compile("[\u2800\u3164\u115f\u1160\uffa0\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
LIVE = re.compile(r"(?<!<)<++(?=[A-Za-z/!?])|(?<=\])(?=[(\[:])")
UNSEEN = ("Cc", "Cf", "Cs", "Co")


def visible(text: str) -> str:
    """The text without what no reader sees; every kind of line end is a newline, every kind of space a space."""
    if text.isascii() and text.isprintable():
        return text
    lines = BLANKS.sub("", LINE_ENDS.sub("\n", text))
    return "".join(map(_seen, lines))


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    return "" if category in UNSEEN and character != "\n" else character


def harmless(text: str) -> str:
    """The same words, so that shown as Markdown they make no tag and no link."""
    return LIVE.sub(lambda found: " " if not found[0] else "", text)

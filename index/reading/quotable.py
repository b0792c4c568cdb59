"""Foreign text made quotable: composed letters, no ligatures, and nothing in it that no reader sees."""

import re
import unicodedata

from index.words.visible import visible

LIGATURES = re.compile("[\ufb00-\ufb06]")
LOST = "\ufffc"  # stands where an object was


def clean(text: str) -> str:
    """The text as a reader sees it; line breaks stay."""
    if not text.isascii():
        text = LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text.replace(LOST, ""))
        text = unicodedata.normalize("NFC", text)
    return visible(text)


def one_line(text: str) -> str:
    """The clean text with every run of blanks as one space."""
    return " ".join(clean(text).split())

"""What a guide is called that does not say so itself: by its first heading and by the name of its file."""

import re
import unicodedata
from collections.abc import Mapping

from index.words.visible import harmless

HEADING = re.compile(r"^\#{1,3}\s+(.+?)\s*\#*\s*$", re.MULTILINE)
MARKUP = re.compile(r"\\(?=\W)|\]\([^)]*\)|[*_`\[\]<>]")
PARTED = re.compile(r"\s*[:|–—]\s+|\s+[-–—|]\s+")
SHORT_NAME = 4  # words
LONGEST_SLUG = 60


def with_names(name: str, body: str, given: Mapping[str, str]) -> dict[str, str]:
    """The front matter's keys with a slug, a title and a publisher, whatever the guide leaves out."""
    stem = name.rpartition(".")[0] or name
    plain = " ".join(re.split(r"[-_.\s]+", stem)).strip().capitalize()
    heading = HEADING.search(body)
    title = given.get("title") or harmless(" ".join(MARKUP.sub("", heading[1] if heading else "").split())) or plain
    publisher = given.get("author") or publisher_of(title, plain)
    return {"slug": slug_of(stem) or "guide", "title": title, "publisher": publisher, **given}


def publisher_of(title: str, plain: str) -> str:
    """Whose word a guide is that names nobody: what its title begins with, where that is short, else its file's name."""
    head = PARTED.split(title)[0]
    return head if len(head.split()) <= SHORT_NAME else plain or head


def slug_of(title: str) -> str:
    """The title as small letters, digits and single hyphens, cut at the end of a word."""
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    slug = ""
    for word in words:
        if len(slug) + len(word) >= LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug or "".join(words)[:LONGEST_SLUG]

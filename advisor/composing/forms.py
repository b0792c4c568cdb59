"""The form of a model's sentence: its marks, its sums, and what must not come through: links, images, markup."""

import re
from collections.abc import Iterator, Sequence

from advisor.proving.plain_text import plain

MARK = re.compile(r"\s?\[\s*(\d+(?:\s*,\s*\d+)*)\s*\]")
LINK = re.compile(
    r"\w{2,}://|(?<![\w:])//\w|\bwww\.|\]\s*\(|!\[|<[A-Za-z/!]|&#?\w+;|\b(?:javascript|mailto):|\bdata:\w|\S@[\w-]+\.\w|"
    r"\bdot\s(?:com|org|net|edu|io|de|co)\b|~~",
    re.I,
)
DOMAIN = re.compile(r"\b[\w-]{2,}\.[a-z]{2,}\b(?!\.\w)")
EMPHASIS = re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)")
ODD_DIGIT = re.compile(r"[⁰¹²³⁴-⁹₀-₉①-⓿]")
PUT = r"~?\$?\d[\d,.]*\d?%?(?:\s[A-Za-z-]+){0,3}"
EQUATION = re.compile(rf"\(?{PUT}\)?(?:\s?(?:[×*÷/+−–-]|x)\s?\(?{PUT}\)?)+\s?[=≈]\s?~?\$?\d[\d,.]*\d?%?")
PER = re.compile(r"\s(?:per|an?|each|every)\s[a-z]")
DIVIDES = re.compile(r"[÷/]")


def marks(text: str) -> list[int]:
    """The numbers that a sentence marks."""
    return [int(number) for found in MARK.finditer(text) for number in found[1].split(",")]


def without_marks(text: str) -> str:
    """A sentence in plain words, without its marks and its emphasis."""
    return plain(EMPHASIS.sub("", MARK.sub("", text)))


def is_unsafe(text: str, said: str, shown: Sequence[str]) -> bool:
    """Whether a sentence has a link, an address, markup or digits in disguise, before or after it was made plain."""
    if LINK.search(text) or LINK.search(said):
        return True
    odd = [*ODD_DIGIT.finditer(text), *DOMAIN.finditer(said)]
    return any(not any(found[0] in passage for passage in shown) for found in odd)


def own_sums(text: str) -> Iterator[str]:
    """The sums that a sentence writes out; a result for each of something comes of dividing."""
    for found in EQUATION.finditer(text):
        if PER.match(text, found.end()) and not DIVIDES.search(found[0]):
            continue
        unbalanced = found[0].count("(") != found[0].count(")")
        yield (found[0].strip("() ") if unbalanced else found[0]).rstrip(".,")

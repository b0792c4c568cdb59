"""Text as it is compared: marks aside, one kind of quote, dash and space, and figures as values."""

import re
from functools import lru_cache

MARKS = re.compile(r"(?:\s?\[\d+\])+")
SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)
NUMBER = r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<thousand>k\b|\s(?:thousand|grand)\b)?"
ANY = re.compile(rf"(?<![\d.,]){NUMBER}", re.I)
ALONE = re.compile(rf"(?<![\w.,])(?<![a-z]-)(?<!\btop ){NUMBER}(?![a-z])", re.I)


def plain(text: str) -> str:
    """The text in one line as it is compared."""
    return " ".join(MARKS.sub("", text).translate(SAME).lower().split())


def says(text: str, form: str) -> bool:
    """Whether a text, made plain before, says a fact in this form: figures whole, words from their beginning."""
    return _form(plain(form)).search(text) is not None


@lru_cache(maxsize=1 << 14)
def _form(form: str) -> re.Pattern[str]:
    start = r"(?<![\d.,])" if form[:1].isdigit() else r"(?<!\w)" if form[:1].isalpha() else ""
    end = r"(?!\d|[.,]\d|k\b)" if form[-1:].isdigit() else ""
    return re.compile(start + re.escape(form) + end)


def values(text: str) -> frozenset[float]:
    """Every number that stands in a text, also inside a name."""
    return frozenset(map(_value, ANY.finditer(text.translate(SAME))))


def figures(text: str) -> frozenset[float]:
    """The numbers that a text states; those of names ("COVID-19", "3D", "the top 10") are left out."""
    return frozenset(map(_value, ALONE.finditer(text.translate(SAME))))


def _value(found: re.Match[str]) -> float:
    number = float(found["number"].replace(",", ""))
    return number * 1000 if found["thousand"] else number


def word_count(text: str) -> int:
    """The words of an answer, its tables and marks aside."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("|"))
    return sum(bool(re.search(r"\w", word)) for line in lines for word in MARKS.sub("", line).split())


def long_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their beginnings so that forms of one word meet."""
    return frozenset(word[:5] for word in re.findall(r"[a-z]{4,}", plain(text)))

"""Amounts: numbers as people write them, with their ranges, scales and hedges."""

import re
from dataclasses import dataclass
from typing import Literal

Mark = Literal["money", "percent"]
ABOUT = (
    r"~|≈|about|around|approx\.?|approximately|roughly|circa|ca\.|c\.|nearly|almost|some|estimated|est\.|typically|"
    r"usually|closer to"
)
MOST = r"≤|<|up to|under|less than|fewer than|below|at most|no more than|maximum|max\.?"
LEAST = r"≥|>|over|more than|above|at least|no less than|from|starting at|minimum|min\.?"
BEFORE = re.compile(rf"(?:(?P<about>{ABOUT})|(?P<most>{MOST})|(?P<least>{LEAST})|(?P<between>between))(?![a-z])\s*")
SIDE = re.compile(
    r"(?P<sign>[-−+])?(?P<before>us\s?\$|\$|usd\s)?\s?"
    r"(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)"
    r"(?P<scale>(?:k|m|bn|\s?(?:thousand|million|billion))(?![a-z]))?(?P<plus>\+)?"
    r"(?:\s?(?P<percent>%|percent\b|per cent\b)(?P<more>\+)?)?(?P<after>\s(?:usd|us dollars|dollars)\b)?(?!\w)"
)
TO = re.compile(r"\s*(?P<word>[–—‑−-]|\bto\b|\bthrough\b|\band\b)\s*")
AFTER = (
    ("least", re.compile(r"\bor (?:more|higher|above|over)\b|\band (?:up|above|over|higher)\b|\bminimum\b|\bmin\b")),
    ("most", re.compile(r"\bor (?:less|fewer|lower|below)\b|\band (?:below|under)\b|\bmaximum\b|\bmax\b")),
    ("about", re.compile(r"\b(?:approx\.?|approximately|about|roughly|estimated|est\.)(?!\w)")),
)
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
LARGEST = 1e15


@dataclass(frozen=True)
class Amount:
    """A number or a range; without a low end it is "up to" its high end."""

    low: float | None
    high: float | None = None
    mark: Mark | None = None  # what the text itself says it is
    about: bool = False
    or_more: bool = False
    rest: str = ""  # the words after it, less those that hedge


@dataclass(frozen=True)
class _Side:
    """One number as written, its scale apart: "$10K+"."""

    number: float
    scale: float
    mark: Mark | None
    more: bool
    end: int


def read_amount(words: str) -> Amount | None:
    """The amount that lowered words begin with, or None."""
    hedges, start = _hedges(words)
    first = _side(words, start)
    if first is None:
        return None
    second = _second(words, first, between="between" in hedges)
    ends = _ends(first, second)
    if ends is None:
        return None
    rest = words[(second or first).end :]
    for hedge, pattern in AFTER:
        rest, times = pattern.subn(" ", rest)
        hedges |= {hedge} if times else set()
    if second and words.startswith("from"):
        hedges.discard("least")
    if first.more or (second and second.more):
        hedges.add("least")
    if "most" in hedges and ("least" in hedges or second):
        return None
    return Amount(
        low=None if "most" in hedges else ends[0],
        high=ends[0] if "most" in hedges else ends[1],
        mark=first.mark or (second.mark if second else None),
        about="about" in hedges,
        or_more="least" in hedges,
        rest=" ".join(rest.split()),
    )


def _hedges(words: str) -> tuple[set[str], int]:
    """The hedges at the beginning, and where they end."""
    hedges: set[str] = set()
    start = 0
    while found := BEFORE.match(words, start):
        hedges.add(str(found.lastgroup))
        start = found.end()
    return hedges, start


def _side(words: str, start: int, *, money: bool = False) -> _Side | None:
    found = SIDE.match(words, start)
    if found is None:
        return None
    money = money or bool(found["before"] or found["after"])
    scale = (found["scale"] or "").strip()
    if (money and found["percent"]) or (scale in ("m", "bn") and not money):
        return None
    number = float(found["digits"].replace(",", "")) * (-1 if found["sign"] in ("-", "−") else 1)
    mark: Mark | None = "money" if money else "percent" if found["percent"] else None
    return _Side(number, SCALES.get(scale, 1.0), mark, bool(found["plus"] or found["more"]), found.end())


def _second(words: str, first: _Side, *, between: bool) -> _Side | None:
    """The other end of a range; "and" joins one only after "between"."""
    to = TO.match(words, first.end)
    if to is None or (to["word"] == "and" and not between):
        return None
    return _side(words, to.end(), money=first.mark == "money")


def _ends(first: _Side, second: _Side | None) -> tuple[float, float | None] | None:
    """The low and the high end; None where they cannot be meant, such as 2024–25."""
    if second is None:
        low = first.number * first.scale
        return (low, None) if abs(low) < LARGEST else None
    if {first.mark, second.mark} == {"money", "percent"}:
        return None
    shared = first.scale == 1 and first.number <= second.number  # "$7–10K" is 7,000 to 10,000
    low, high = first.number * (second.scale if shared else first.scale), second.number * second.scale
    return (low, high) if -LARGEST < low <= high < LARGEST else None

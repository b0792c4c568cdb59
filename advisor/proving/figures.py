"""Every figure of a text, however it is written, with its values, its unit and what it holds for."""

import re
from dataclasses import dataclass
from functools import lru_cache

from advisor.proving.figure_amounts import read_amount
from advisor.proving.figure_dates import MONTH_NAMES, read_date
from advisor.proving.figure_units import (
    GLUED,
    PERIOD_AFTER,
    Bound,
    FigureUnit,
    Period,
    bound_around,
    label_before,
    label_period,
    label_unit,
    period_of,
)
from advisor.proving.number_words import FIRST_WORDS, RANKS, VALUES


@dataclass(frozen=True)
class FigureMention:
    """One figure as it stands in a text; two figures say the same when values and unit are equal."""

    start: int
    end: int
    text: str  # "$130,000–$190,000", "two years"
    values: tuple[float, ...]  # one, or both ends of a range; a day is 20260525, a year alone 20260000
    unit: FigureUnit
    period: Period | None = None  # "$900 a credit"
    bound: Bound | None = None  # "at least 3.0", "under $40,000"
    plus: bool = False  # "$75,000+"
    counts: str = ""  # what a plain number counts: "online programs"

    @property
    def is_range(self) -> bool:
        """Whether it names two ends."""
        return len(self.values) == 2


_RANKS = "|".join(RANKS)
CANDIDATE = re.compile(
    r"\[\d+\]|(?<![\w$€£])[A-Za-z]+[-\s]?(?=[0-9])|\bUS\$|\bUSD\b|[$€£#½¼¾⅓⅔]|[0-9]|\.(?=[0-9])|"
    rf"\b(?:{FIRST_WORDS}|{_RANKS}|half|quarter|twice|thrice|double|triple|[a-z]+fold|spring|summer|fall|autumn|winter|{MONTH_NAMES})\b",
    re.I,
)
CODE = re.compile(  # a course code, or another abbreviation with a number
    r"(?<![\w-])(?!(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CAD|AUD|SGD|HKD|INR|JPY|GRE|GPA|SAT|ACT|GMAT|TOEFL|IELTS)\b)"
    r"[A-Z]{2,5}[-\s]?(?!(?:19|20)\d\d\b)\d{3,4}[A-Z]?(?![\w,.]\d|\w|\s?%)"
)
NO_FIGURE = re.compile(
    r"\[\d+\]"  # a citation mark
    r"|(?<!\w)\d+(?:st|nd|rd|th)-[A-Za-z]+"  # "1st-person"
    r"|(?:(?<=\n)|\A)\s*\d{1,2}[.)]\s(?=\S)"  # the number of a list item
    rf"|{CODE.pattern}"
)
NAME = re.compile(
    rf"(?<![\w$€£])(?:[A-Za-z]+-?(?!(?:19|20)\d\d(?!\d))\d+(?:\.\d+)?[A-Za-z]*(?:-\d+)?|\d+(?!(?:{GLUED})(?![a-z]))[A-Za-z]\w*)",
    re.I,
)
MULTIPLE = re.compile(
    r"\b(?:half(?![\w-])(?=\s(?:of|the|its|a|as|an|that|my|your|their|on)\b|[^\w\s]|$)|twice|thrice|(?<=\ba\s)(?:third|quarter)(?=\sof\b)|"
    r"(?:double|triple)(?=\s(?:the|that|its|as|what|their|of)\b)|(?P<fold>[a-z]+)fold)\b(?!-)",
    re.I,
)
MULTIPLES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0}
RANKED = re.compile(
    rf"(?:(?<=\branks\s)|(?<=\branked\s)|(?<=\bplaces\s)|(?<=\bplaced\s)|(?<=\bcomes\s)|(?<=\brank\s))(?:{_RANKS})\b"
    rf"|\b(?:{_RANKS})(?=\s(?:place|rank)\b)",
    re.I,
)


@lru_cache(maxsize=8192)
def figures(text: str) -> tuple[FigureMention, ...]:
    """Every figure of a text, in order."""
    found: list[FigureMention] = []
    at = 0
    while candidate := CANDIDATE.search(text, at):
        at = candidate.start()
        if skipped := NO_FIGURE.match(text, at):
            at = skipped.end()
            continue
        mention = _read(text, at)
        if mention:
            found.append(mention)
        at = mention.end if mention else candidate.end()
    return tuple(found)


@lru_cache(maxsize=8192)
def codes(text: str) -> tuple[FigureMention, ...]:
    """The course codes of a text: no figures, but whoever quotes them must not change them."""
    return tuple(FigureMention(one.start(), one.end(), one[0], (), "name") for one in CODE.finditer(text))


def _read(text: str, at: int) -> FigureMention | None:
    if date := read_date(text, at):
        end, values = date
        return FigureMention(at, end, text[at:end], values, "date")
    if name := NAME.match(text, at):
        return FigureMention(at, name.end(), name[0], (), "name")
    return _multiple(text, at) or _rank(text, at) or _amount(text, at)


def _multiple(text: str, at: int) -> FigureMention | None:
    found = MULTIPLE.match(text, at)
    if found is None:
        return None
    value = VALUES.get(found["fold"].lower()) if found["fold"] else MULTIPLES[found[0].lower()]
    return FigureMention(at, found.end(), found[0], (value,), "times") if value else None


def _rank(text: str, at: int) -> FigureMention | None:
    found = RANKED.match(text, at)
    return found and FigureMention(at, found.end(), found[0], (RANKS.index(found[0].lower()) + 1.0,), "number")


def _amount(text: str, at: int) -> FigureMention | None:
    amount = read_amount(text, at)
    if amount is None:
        return None
    label = label_before(text[:at])
    unit = amount.unit
    if unit == "number" and label:
        unit = label_unit(label) or unit
    after = PERIOD_AFTER.match(text, amount.end)
    period = period_of(after) if after else label_period(label) if label else None
    bound = bound_around(text[:at], text[amount.end :], label)
    return FigureMention(
        at, amount.end, text[at : amount.end], amount.values, unit, period, bound, amount.plus, amount.counts
    )

"""The arithmetic that people ask for, read from their own words: "12 courses of 3 credits at $900"."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from advisor.arithmetic.benefits import GIVES, read_benefit
from advisor.arithmetic.mending import mended
from advisor.arithmetic.paying_back import read_payback
from advisor.arithmetic.sum_words import COUNTS, Kind, Operation, Put, operation
from advisor.arithmetic.sum_working import Working
from advisor.arithmetic.sums import Sum
from advisor.proving.figure_units import PERIOD_AFTER, period_of
from advisor.proving.figures import FigureMention, figures

MONEY_TALK = re.compile(
    r"\$|\b(?:dollars?|bucks|tuition|costs?|price[sd]?|pay\w*|paid|fees?|salary|earn\w*|scholarship|employer|credits?|courses?|"
    r"class|classes|rent|discount|budget|spend\w*)\b",
    re.I,
)
INTEREST = re.compile(r"\b(?:interest|apr|compound\w*|mortgage|inflation)\b", re.I)
MORE = re.compile(r"^\s(?:more|extra|less|in\ssavings)\b")
SIGN_BEHIND = re.compile(r"x$|\s?times$", re.I)
EACH = re.compile(r"\s*(?:each|apiece|a\s?piece|a\spop)\b", re.I)
ASKED = re.compile(
    r"\b(?:per|an?|each|every)\s(?P<each>month|year|semester|credit|course|week|term)\b|\b(?P<monthly>monthly)\b", re.I
)
YEAR_TOLD = re.compile(r"\b(?:in|since|until|from|by|spring|summer|fall|winter|of)\s$", re.I)
UNREAD = {"euro", "pound", "day"}
LONGEST = 600
SCALED = re.compile(r"\d\s?k$|thousand$", re.I)
BIG = 200  # a plain number from here on is money where money is talked about


def read_sum(message: str) -> Sum | None:
    """The sum that a message asks for, or None where it asks for none."""
    if len(message) > LONGEST or not figures(message) or INTEREST.search(message):
        return None
    words = mended(message)
    puts = _puts(words)
    return read_payback(words, puts) or read_benefit(words, puts) or (_longest(words, puts) if len(puts) > 1 else None)


def told_at_length(message: str) -> bool:
    """Whether a message tells one sum over several clauses: what is paid every year, the price and how long it takes."""
    if len(message) > LONGEST or not GIVES.search(message):
        return False
    words = mended(message)
    return read_benefit(words, _puts(words)) is not None


def _puts(words: str) -> list[Put]:
    """The figures of a message as they may go into a sum."""
    talk = MONEY_TALK.search(words) is not None or any(_is_dear(mention) for mention in figures(words))
    puts: list[Put] = []
    end = 0
    for mention in map(_without_sign, figures(words)):
        if not mention.is_range and mention.values and mention.unit not in UNREAD and not _is_year(mention, words):
            counted = PERIOD_AFTER.match(words, mention.end + len(_more(words[mention.end :])))
            puts.append(_put(mention, counted, words, words[end : mention.start], talk))
            end = counted.end() if counted and counted.start() == mention.end else mention.end
    return puts


def _without_sign(mention: FigureMention) -> FigureMention:
    """The 30 of "30x" and the 12 of "12 times" without what stands behind it."""
    sign = SIGN_BEHIND.search(mention.text) if mention.unit == "times" else None
    if sign is None:
        return mention
    return replace(mention, text=mention.text[: sign.start()], end=mention.start + sign.start(), unit="number")


def _more(tail: str) -> str:
    """The " more" of "$500 more a month"."""
    found = MORE.match(tail)
    return found[0] if found else ""


def _put(mention: FigureMention, counted: re.Match[str] | None, words: str, gap: str, talk: bool) -> Put:
    value = mention.values[0] / 1e4 if mention.unit == "date" else mention.values[0]
    tail = words[counted.end() if counted else mention.end :][:24]
    rate = mention.period or (period_of(counted) if counted else None)
    each = EACH.match(words, mention.end)
    put = Put(
        value, "count", mention.unit, "each" if each else rate if rate != "total" else None, gap, tail, mention.counts
    )
    return replace(put, kind=_kind(mention, put, talk))


def _kind(mention: FigureMention, put: Put, talk: bool) -> Kind:
    """What a figure is: the plain one behind "at" or in talk of money is money."""
    if mention.unit == "percent":
        return "percent"
    if mention.unit == "times":
        return "share"
    plain = mention.unit in {"number", "date"}
    dear = plain and (
        _is_dear(mention) or (put.value >= BIG and (talk or put.rate)) or put.rate in {"credit", "course"}
    )
    at = plain and re.search(r"(?:\bat|@)\s*(?:about\s)?$", put.gap, re.I)
    return "money" if mention.unit == "money" or dear or at else "count"


def _is_dear(mention: FigureMention) -> bool:
    """Whether a plain number is written as only money is here: "54k", "31,500"."""
    if mention.unit == "money" or not mention.values or mention.unit != "number":
        return mention.unit == "money"
    return bool(SCALED.search(mention.text)) or mention.values[0] >= (1000 if "," in mention.text else 2100)


def _is_year(mention: FigureMention, words: str) -> bool:
    """Whether a figure is a date and no bare amount such as "2000 a month"."""
    if mention.unit != "date":
        return False
    return mention.end - mention.start != 4 or YEAR_TOLD.search(words[: mention.start]) is not None


def _longest(words: str, puts: Sequence[Put]) -> Sum | None:
    """The longest run of figures that the words between them join."""
    asked = _asked(words, puts)
    runs = [run for run in _runs(puts, asked) if len(run) > 1]
    if not runs:
        return None
    run = max(runs, key=len)
    working = Working(run[0][1])
    for does, put in run[1:]:
        working.join(does, put, asked)
    if not math.isfinite(working.value):
        return None
    found = working.sum()
    inside = [put for _, put in run]
    left_out = [put for put in puts if put not in inside and (put.kind == "money" or put.unit != "number")]
    # A sum that passes over an amount would be another sum than the one that was asked for.
    return found if all(abs(put.value - found.result) < 0.005 for put in left_out) else None


def _runs(puts: Sequence[Put], asked: str | None) -> Iterator[list[tuple[Operation, Put]]]:
    """The runs of joined figures; the first operation of each says nothing."""
    run: list[tuple[Operation, Put]] = [("plus", puts[0])]
    for left, right in pairwise(puts):
        before = (operation(put, right, asked) for put in [left, *(put for _, put in run[:-1])])
        first = next(before)
        # "3 credits a course, 12 courses, $900 a credit"; "$500 a month for 9 months plus $2,000"
        does = first or next((other for other in before if other in {"times", "plus", "minus"}), None)
        if does is None:
            yield run
            run = []
        run.append((does or "plus", right))
    yield run


def _asked(words: str, puts: Sequence[Put]) -> str | None:
    """The unit that the result is asked for: "per month"; what a figure is counted for is no such question."""
    lengths = [put.rate for put in puts if put.unit in COUNTS and put.rate == "month" and put.unit == "year"]
    if lengths:
        return "month"
    counted = {put.rate for put in puts}
    asked = [("month" if found["monthly"] else found["each"].lower()) for found in ASKED.finditer(words)]
    return next((unit for unit in reversed(asked) if unit not in counted), None)

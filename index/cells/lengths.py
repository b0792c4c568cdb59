"""Lengths of time: "16 months", "1.5–2 years", "3–4 semesters", all counted in months."""

import re
from dataclasses import replace

from index.cells.amounts import Amount, read_amount

# Two semesters or four quarters make a year; a semester is no fixed time, so its months are "about".
MONTHS = {
    "year": 12.0,
    "yr": 12.0,
    "month": 1.0,
    "mo": 1.0,
    "semester": 6.0,
    "quarter": 3.0,
    "week": 12 / 52,
    "wk": 12 / 52,
}
SHORT = {  # told only below a header that counts nothing else: "30 hours" of coursework are a number
    **dict.fromkeys(("day", "d"), 12 / 365),
    **dict.fromkeys(("hour", "hr", "h"), 12 / 365 / 24),
    **dict.fromkeys(("minute", "min"), 12 / 365 / 24 / 60),
    **dict.fromkeys(("second", "sec", "s"), 12 / 365 / 24 / 3600),
}
MEASURE = re.compile(  # "45 quarter credits" is no time
    r"[\s-]*\b(year|yr|month|mo|semester|quarter|week|wk)s?\b(?![\s-](?:credit|hour|unit))\.?"
)
SHORT_MEASURE = re.compile(r"\s*\b(day|hour|hr|minute|min|second|sec|d|h|s)s?\b(?!-)\.?(?! (?:a|per|each|every)\b)")
GLUED = re.compile(r"(?<=\d)\s?(h|min|s)\b(?!-)")  # "3h"; "3 min" is no minimum
CLOCK = re.compile(r"(\d+)\s?h(?:ours?|rs?)?\s?(\d{1,2})(?:\s?min(?:utes)?)?\b")  # "2 h 45"

COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WORD = re.compile(r"\b(" + "|".join(COUNTED) + r")\b(?=[\s–-])")
ARTICLE = re.compile(r"(?<![\w-])an? (?=(?:year|month|semester|quarter|week)\b)")
BETWEEN = re.compile(r"\s*(?:[–—-]|\bto\b)\s*")


def read_short_length(words: str) -> Amount | None:
    """The length of lowered words in days, hours or minutes, counted in months too; None of "12 hours a week"."""
    words = CLOCK.sub(lambda found: f"{int(found[1]) + int(found[2]) / 60:.4f} h", words)
    amount = read_amount(GLUED.sub(lambda found: " minute" if found[1] == "min" else f" {found[1]}", words))
    found = SHORT_MEASURE.match(" " + amount.rest) if amount and not amount.mark else None
    if amount is None or found is None:
        return None
    each = SHORT[found[1]]
    low, high = (None if end is None else end * each for end in (amount.low, amount.high))
    return replace(amount, low=low, high=high, rest=(" " + amount.rest)[found.end() :].strip())


def read_length(words: str, measure: str | None = None) -> Amount | None:
    """The length of lowered words in months, or None; `measure` is what a bare number counts."""
    words = ARTICLE.sub("1 ", WORD.sub(lambda found: str(COUNTED.index(found[1]) + 1), words))
    amount = read_amount(words)
    if amount is None or amount.mark:
        return None
    found = MEASURE.match(" " + amount.rest)
    if found is None:
        return _in_months(amount, measure.rstrip("s"), amount.rest) if measure else None
    rest = (" " + amount.rest)[found.end() :]
    if amount.high is None and (second := _second_end(rest)):
        first = _in_months(amount, found[1], "")
        if first.low is None or second.low is None or second.high is not None or first.low > second.low:
            return None
        return replace(
            first, high=second.low, about=first.about or second.about, or_more=second.or_more, rest=second.rest
        )
    return _in_months(amount, found[1], rest)


def _second_end(rest: str) -> Amount | None:
    """The other end of "1 year to 18 months"."""
    found = BETWEEN.match(rest)
    return read_length(rest[found.end() :]) if found else None


def _in_months(amount: Amount, measure: str, rest: str) -> Amount:
    each = MONTHS[measure]
    return replace(
        amount,
        low=None if amount.low is None else amount.low * each,
        high=None if amount.high is None else amount.high * each,
        about=amount.about or measure in ("semester", "quarter"),
        rest=rest.strip(),
    )

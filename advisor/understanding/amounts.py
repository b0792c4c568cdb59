"""Amounts that people demand: "under 40k", "at least 3.0", "between 20 and 30 thousand", "three"."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from advisor.own_money import BUDGET, EARNS, MORE
from advisor.understanding.scales import is_of_other_scale
from advisor.words import NUMBER_WORDS
from index import Operator, currency_in

SIGN = r"(?:[£€₹¥]|\b(?:ca?|au?|nz|s|hk)\$|(?:gbp|eur|inr|chf|cad|aud|nzd|sgd|hkd|cny|jpy|sek|nok|dkk|pln|pounds?|euros?|rupees|francs|(?:canadian|australian) dollars?)\b)"
AMOUNT = re.compile(
    rf"(?P<dollar>\$|usd\s?)?(?P<sign>{SIGN}\s?)?(?P<digits>\d(?:[\d,]*\d)?(?:\.\d+)?)\s?(?P<scale>k\b|thousand\b|grand\b|m\b|million\b)?"
    rf"\s?(?P<unit>{SIGN}|quid\b|dollars?\b|bucks\b|usd\b|%|percent\b|gpa\b|cred(?:it)?s?\b|units?\b|months?\b|weeks?\b|years?\b|yrs?\b|hours?\b|hrs?\b)?",
    re.I,
)
SCALES = {"k": 1_000.0, "thousand": 1_000.0, "grand": 1_000.0, "m": 1_000_000.0, "million": 1_000_000.0}
NEGATED = "is|are|was|were|do|does|did|wo|ca|can|should|would|could|must|has|have|may|need"
BOUNDS: tuple[tuple[str, Operator], ...] = (
    (
        rf"(?:\bnot?|\b(?:{NEGATED})n'?t)\s(?:be\s|to\s)?(?:over|above|beyond|higher than|greater than|longer than|bigger than|exceed(?:ing)?)\s*$",
        "at_most",
    ),
    (rf"(?:\bnot?|\b(?:{NEGATED})n'?t)\s(?:be\s)?(?:under|below|lower than|fewer than|shorter than)\s*$", "at_least"),
    (r"(?:at most|no more than|not more than|up to|max(?:imum)?(?: of)?|within|<=|≤)\s*(?:about\s*)?$", "at_most"),
    (r"(?:under|below|less than|cheaper than|lower than|beneath|fewer than|shorter than|<)\s*(?:about\s*)?$", "below"),
    (r"(?:at least|no less than|min(?:imum)?(?: of)?|>=|≥|from)\s*$", "at_least"),
    (
        r"(?:over|above|more than|higher than|greater than|longer than|better than|faster than|exceed(?:s|ing)?|north of|>)\s*$",
        "above",
    ),
)
AFTER: tuple[tuple[str, Operator], ...] = (
    (r"^\s*(?:or (?:less|under|below|fewer|cheaper)|max\b|maximum|tops|at (?:the )?most|budget)", "at_most"),
    (r"^\s*(?:or (?:more|above|over|higher|better)|min\b|minimum|\+)", "at_least"),
)
TIME = re.compile(
    r"\b\d+\s?(?:hours?|hrs?|days?|evenings?)\b(?:\s(?:a|per|each|every) week)?", re.I
)  # "I can spend 15 hours a week and 20k"


@dataclass(frozen=True)
class Amount:
    """A number in a message: its value, what it measures, and the bound that its words set."""

    start: int
    end: int
    text: str
    value: float
    unit: str  # "money", "percent", "gpa", "grade" (of another scale), "credit", "month", "year", "hour" or ""
    bound: Operator | None
    budget: bool = False
    earned: bool = False  # by the person: "I make 60k"
    told_from: int = -1  # where the words begin that make it somebody's own: "I can pay 20k"
    about: bool = False  # "around 55k"
    currency: str | None = None  # of money that is no dollar: "GBP"


def find_amounts(text: str) -> list[Amount]:
    """Every number of a message with its unit and bound, in order."""
    found = []
    for match in AMOUNT.finditer(text):
        if match.start() and text[match.start() - 1].isalnum():
            continue
        before, after = text[: match.start()], text[match.end() :]
        value = float(match["digits"].replace(",", "")) * SCALES.get((match["scale"] or "").lower(), 1.0)
        unit = _unit(match, value, before, after)
        if unit == "week":
            value, unit = value * WEEK, "month"
        spends = BUDGET.search(TIME.sub(" ", before)) if unit == "money" else None
        earns = EARNS.search(before) if unit == "money" and not MORE.match(after) else None
        own = spends or earns
        found.append(
            Amount(
                match.start(),
                match.end(),
                match.group().strip(),
                value,
                unit,
                _bound(before, after),
                budget=unit == "money"
                and bool(
                    spends
                    or (before and ALONE.search(before) and ENDS.match(after))
                    or re.match(r"\s*(?:\w+ )?(?:budget|saved|savings|to spend)\b", after, re.I)
                ),
                earned=earns is not None,
                told_from=own.start() if own else match.start(),
                about=bool(ABOUT.search(before)),
                currency=_currency(match),
            )
        )
    return _ranges(text, found)


def in_digits(text: str) -> str:
    """Counted periods with their number in digits: "one year" is "1 year"."""
    return COUNTED.sub(lambda found: f"{NUMBER_WORDS[found[1].lower()]} {found[2]}", text)


COUNTED = re.compile(rf"\b({'|'.join(NUMBER_WORDS)})[ -](years?|yrs?|months?|credits?)\b", re.I)
ALONE, ENDS = (
    re.compile(r"(?:,|\bwith)(?: only| about| around| just| like| maybe| roughly)?\s*\$?$"),
    re.compile(r"\s*(?:,|$)"),
)  # "accountant, 30k, no tests"
ABOUT = re.compile(r"(?:\b(?:around|about|roughly|approximately|approx\.?|close to|circa)|~)\s*$", re.I)
OPENS = re.compile(r"\b(?:between|from|in the range of)\s*$", re.I)
TO = re.compile(r"\s*(?:and|to|-|–|—)\s*")


def _ranges(text: str, amounts: list[Amount]) -> list[Amount]:
    """ "Between 20 and 60k", "20k-30k": two amounts that bound from below and from above, in one unit and scale."""
    found = list(amounts)
    for at, (low, high) in enumerate(pairwise(amounts)):
        opened = OPENS.search(text[: low.start])
        joined = TO.fullmatch(text[low.end : high.start])
        written = re.fullmatch(r"\s*(?:-|–|—|to)\s*", text[low.end : high.start]) and high.unit in {"money", "percent"}
        if not joined or not (opened or written) or high.bound or low.unit not in {"", high.unit}:
            continue
        small = high.unit == "money" and low.unit != "money" and low.value < SMALL <= high.value
        value = low.value * SCALES["k"] if small else low.value
        if value < high.value:
            span = text[low.start : high.end].strip()
            found[at] = replace(
                low, end=high.end, value=value, unit=high.unit, bound="at_least", budget=False, text=span
            )
            found[at + 1] = replace(high, start=low.start, bound="at_most", budget=False, text=span)
    return found


SMALL = 1000.0  # dollars; less beside thousands is thousands too: "20 to 60k"


def _currency(match: re.Match[str]) -> str | None:
    said = f"{match['sign'] or ''} {match['unit'] or ''}".lower()
    return "GBP" if "quid" in said else currency_in(said)


def _unit(match: re.Match[str], value: float, before: str, after: str) -> str:
    unit = (match["unit"] or "").lower()
    if match["dollar"] or _currency(match) or unit in {"dollar", "dollars", "bucks", "usd"} or match["scale"]:
        return "money"
    graded = unit in {"", "gpa", "%", "percent"}
    if graded and is_of_other_scale(value, unit in {"%", "percent"}, before, f"{unit.removesuffix('%')}{after}"):
        return "grade"
    if unit in {"%", "percent"}:
        return "percent"
    if unit and unit != "gpa":
        return (
            "hour"
            if unit.startswith(("hr", "hour"))
            else "credit"
            if unit[:4] in CREDITS
            else SPELT.get(unit, unit.rstrip("s"))
        )
    if unit == "gpa" or re.search(r"\bc?gpa\b\D{0,12}$", before, re.I) or re.match(r"\s*c?gpa\b", after, re.I):
        return "gpa"
    if 1 <= value <= 4.3 and "." in match["digits"]:
        return "gpa"  # nobody writes a count of courses with a point
    if value >= LEAST_PRICE and A_PERIOD.match(after):
        return "money"
    if value >= 2100 or (value >= 1000 and "," in match["digits"]):
        return "money"
    return ""


WEEK = 12 / 52  # months
SPELT = {"yr": "year", "yrs": "year"}
CREDITS = {"cred", "unit"}
LEAST_PRICE = 100  # dollars
A_PERIOD = re.compile(
    r"\s*(?:/|\ba\b|\ban\b|per\b|each\b|every\b)\s*(?:month|year|yr|semester|term|credit|course)", re.I
)


def _bound(before: str, after: str) -> Operator | None:
    for pattern, bound in BOUNDS:
        if re.search(pattern, before, re.I):
            return bound
    return next((bound for pattern, bound in AFTER if re.search(pattern, after, re.I)), None)

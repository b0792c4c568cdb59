"""Amounts in a text: money, percentages, lengths, counts and their ranges, in digits or in words."""

import re
from dataclasses import dataclass

from advisor.proving.figure_units import SIGNS, UNIT_AFTER, FigureUnit, unit_of
from advisor.proving.number_words import DIGITS, FIRST_WORDS, SCALES, WORDS, value_of

_SCALE = r"[^\S\n]?(?:thousand|million|billion|grand|hundred|k)|mn|bn|m"
ONE = re.compile(
    rf"(?P<sign>US\$|USD\s?|[$€£])?\s?\#?(?P<number>{DIGITS}|{WORDS})(?P<half>\sand\sa\shalf\b)?(?:(?:st|nd|rd|th)\b)?"
    rf"(?P<scale>(?:{_SCALE})(?![A-Za-z0-9]))?(?P<percent>\s?%)?(?P<plus>\+(?!\s?[$\d]))?",
    re.I,
)
JOIN = re.compile(r"\s?[–—‑-]\s?|\s(?:to|through|(?P<or>or))\s", re.I)
_STOP = r"(?!(?:of|the|and|or|is|are|in|to|on|at|by|for|with|from|an?|per|each|plus|than|that|has|have)\b)"
COUNTED = re.compile(
    rf"\s(?:{_STOP}[A-Za-z][\w’'-]*\s){{0,4}}(?!(?:this|is|was|as|its)\b)[A-Za-z][\w’'-]*s\b|\sor\s(?:more|fewer|less)\b"
)
OUT_OF = re.compile(
    rf"\sof\s(?:them\b|(?:the\s|its\s|their\s|all\s|[\w’']+['’]s?\s)?(?:top\s)?(?:\d|(?:{FIRST_WORDS})\b))", re.I
)

ALTERNATIVE = re.compile(rf"(?:{JOIN.pattern})(?:\d|(?:{FIRST_WORDS})\b)".replace("?P<or>", ""), re.I)


@dataclass(frozen=True)
class Amount:
    """An amount: where it ends, its value or both ends, and the unit that it names itself."""

    end: int
    values: tuple[float, ...]
    unit: FigureUnit
    plus: bool
    counts: str  # what a plain number counts, as far as the next words say: "core programs"


def read_amount(text: str, at: int) -> Amount | None:
    """The amount at this place; a number in words counts only where something counted follows."""
    first = ONE.match(text, at)
    if first is None:
        return None
    second = _second(text, first)
    last = second or first
    after = UNIT_AFTER.match(text, last.end())
    unit = _unit(first, second, after)
    if not _is_figure(text, first, last, after):
        return None
    values = _values(first, second)
    end = after.end() if after and unit_of(after[0]) == unit else last.end()
    counted = COUNTED.match(text, end) if unit == "number" else None
    counts = counted[0].strip() if counted else ""
    plus = "+" in {last["plus"], text[end : end + 1]} and not re.match(r"\+\s?[$\d]", text[end:])
    return Amount(end + (text[end : end + 1] == "+" and plus), values, unit, plus, counts)


def _second(text: str, first: re.Match[str]) -> re.Match[str] | None:
    """The other end of a range, where there is one."""
    named = UNIT_AFTER.match(text, first.end())
    join = JOIN.match(text, named.end() if named else first.end())
    second = ONE.match(text, join.end()) if join and not first["plus"] else None
    if join is None or second is None or (named and not _names_same(named, UNIT_AFTER.match(text, second.end()))):
        return None
    sign, percent = first["sign"], first["percent"]
    if (second["sign"] and not sign) or (join["or"] and (sign or percent)) or (sign and second["percent"]):
        return None
    if percent and not (second["percent"] or re.match(r"\s?per\s?cent\b", text[second.end() :])):
        return None
    low, high = _values(first, second)
    return second if low < high else None


def _names_same(one: re.Match[str], other: re.Match[str] | None) -> bool:
    """Whether both ends name their unit: "2 years to 3 years"."""
    return other is not None and unit_of(one[0]) == unit_of(other[0])


def _values(first: re.Match[str], second: re.Match[str] | None) -> tuple[float, ...]:
    low, scale = _number(first), _scale(first)
    if second is None:
        return (low * scale,)
    high, scale2 = _number(second), _scale(second)
    if not first["scale"] and low <= high:
        scale = scale2  # "$7–10K" is 7,000 to 10,000
    return low * scale, high * scale2


def _number(one: re.Match[str]) -> float:
    return value_of(one["number"]) + (0.5 if one["half"] else 0.0)


def _scale(one: re.Match[str]) -> float:
    return SCALES[one["scale"].strip().lower()] if one["scale"] else 1.0


def _unit(first: re.Match[str], second: re.Match[str] | None, after: re.Match[str] | None) -> FigureUnit:
    if first["sign"]:
        return SIGNS[first["sign"].strip().upper()]
    if (second or first)["percent"]:
        return "percent"
    if after:
        return unit_of(after[0])
    return "money" if "grand" in ((second or first)["scale"] or "").lower() else "number"


def _is_figure(text: str, first: re.Match[str], last: re.Match[str], after: re.Match[str] | None) -> bool:
    """Digits always are; words are when a unit, a scale, a plural or "of 12" follows."""
    if first["number"][0] in "0123456789.½¼¾⅓⅔" or first["scale"] or after:
        return True
    if last is first and first["number"].lower() == "one":
        return False
    if value_of(first["number"]) >= 100:
        return True
    if text[max(0, first.start() - 4) : first.start()].lower() == "top ":
        return True
    return any(pattern.match(text, last.end()) for pattern in (COUNTED, OUT_OF, ALTERNATIVE))

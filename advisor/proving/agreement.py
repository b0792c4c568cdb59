"""Whether a figure that is claimed stands in what was said: same value, same unit, same period, same bound."""

import re
from collections.abc import Iterable, Sequence

from advisor.proving.figure_dates import same_day
from advisor.proving.figure_units import DIMENSIONS, LENGTHS, FigureUnit
from advisor.proving.figures import FigureMention, figures

# Words right before or after one end of a range that make it a fair thing to say.
_OF_AMOUNTS = (
    r"\b(?:(?:start|begin|end)\w*\s(?:at|with|from)|as\s\w+\sas|at\s(?:least|most|best|worst)|up\sto|reach(?:es)?|over|above|under|"
    r"below|lowest|highest|minimum|maximum|fastest|quickest|shortest|longest|exceeds?|more\sthan|less\sthan|only|from)\s"
    r"|\bbetween\b[^;.]{1,60}\band\s|\bfrom\b[^;.]{1,60}\bto\s"
)
_OF_DATES = r"\b(?:by|through|until|till|since|from|to|after|before|starting|ending)\s"
END_BEFORE = re.compile(rf"(?:{_OF_AMOUNTS})(?:about\s|around\s|~|an?\s)?$", re.I)
DATE_BEFORE = re.compile(rf"(?:{_OF_DATES})$", re.I)
END_AFTER = re.compile(
    r"\s(?:or\s(?:more|less|fewer|longer|higher|lower)|and\s(?:up|above)|at\s(?:the\s)?(?:least|most|best))\b", re.I
)


def stands(claimed: FigureMention, claim: str, texts: Iterable[str]) -> bool:
    """Whether a figure of a claim stands in one of the texts; a range also when its ends do."""
    texts = list(texts)
    if claimed.unit == "name":
        return any(_holds_name(text, claimed.text) for text in texts)
    held = [mention for text in texts for mention in figures(text)]
    one_end = _is_told_end(claimed, claim)
    if any(agrees(claimed, mention, one_end) for mention in held):
        return True
    return claimed.is_range and _both_ends(claimed, held)


def _is_told_end(claimed: FigureMention, claim: str) -> bool:
    """Whether the words around a figure tell that it is one end of more."""
    before = claim[: claimed.start]
    if claimed.unit == "date" and DATE_BEFORE.search(before[-12:]):
        return True
    return bool(END_BEFORE.search(before[-80:]) or END_AFTER.match(claim, claimed.end))


def said(claimed: FigureMention, message: str) -> bool:
    """Whether the person said this figure; people leave units out, so a plain number fits any."""
    if claimed.unit == "name":
        return _holds_name(message, claimed.text)
    held = {value for mention in figures(message) if _units_may_fit(claimed, mention) for value in _numbers(mention)}
    return all(any(_equal(value, other) for other in held) for value in _numbers(claimed))


def agrees(claimed: FigureMention, held: FigureMention, one_end: bool = True) -> bool:
    """Whether two figures say the same; `one_end`: whether one end of a held range is a fair thing to say."""
    if not same_unit(claimed, held) or not _same_period(claimed, held):
        return False
    if claimed.is_range:
        return held.is_range and _same_values(claimed, held) and _same_bound(claimed, held, at_top=True)
    if not held.is_range:
        return _same_values(claimed, held) and _same_bound(claimed, held, at_top=True)
    ends = [_same_value(claimed, held, value) for value in held.values]
    if (claimed.bound == "low" and not ends[0]) or (claimed.bound == "high" and not ends[1]):
        return False  # "over 25" is no end of 15–25
    return one_end and any(ends) and _same_bound(claimed, held, at_top=ends[1])


def same_value(claimed: FigureMention, held: FigureMention) -> bool:
    """Whether a single figure is one that the other names, whatever period or bound either has."""
    return same_unit(claimed, held) and any(_same_value(claimed, held, value) for value in held.values)


def same_unit(claimed: FigureMention, held: FigureMention) -> bool:
    """Whether both measure the same; a number without a unit may be of credits or courses, never of money or time."""
    one, other = claimed.unit, held.unit
    if one == other:
        return not (one == "number" and _is_other_thing(claimed, held))
    units: set[FigureUnit] = {one, other}
    if units & DIMENSIONS or "number" not in units or "name" in units:
        return False
    if one == "number" or other != "number":
        return True
    return one not in LENGTHS and not (one == "credit" and held.counts)


def _is_other_thing(claimed: FigureMention, held: FigureMention) -> bool:
    """Whether only one is written with a point and the other counts something: "3.0" and "three letters"."""
    pointed = {"." in claimed.text, "." in held.text}
    return len(pointed) == 2 and bool(held.counts if "." in claimed.text else claimed.counts)


def _same_period(claimed: FigureMention, held: FigureMention) -> bool:
    return claimed.period is None or held.period is None or claimed.period == held.period


def _same_values(claimed: FigureMention, held: FigureMention) -> bool:
    pairs = zip(claimed.values, held.values, strict=True)
    return all(_same_value(claimed, held, value, own) for own, value in pairs)


def _same_value(claimed: FigureMention, held: FigureMention, value: float, own: float | None = None) -> bool:
    own = claimed.values[0] if own is None else own
    if claimed.unit == held.unit == "date":
        return same_day(own, value)
    return _equal(_year_as_number(claimed, own), _year_as_number(held, value))


def _year_as_number(mention: FigureMention, value: float) -> float:
    return value / 1e4 if mention.unit == "date" else value


def _numbers(mention: FigureMention) -> tuple[float, ...]:
    return tuple(_year_as_number(mention, value) for value in mention.values)


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(1.0, abs(one))


def _same_bound(claimed: FigureMention, held: FigureMention, at_top: bool) -> bool:
    """A "+" is neither added nor lost, and "at least" is never "at most"."""
    held_plus = held.plus and at_top
    if claimed.plus and not (held_plus or held.bound == "low"):
        return False
    if held_plus and not (claimed.plus or claimed.bound == "low"):
        return False
    return {claimed.bound, held.bound} != {"low", "high"}


def _both_ends(claimed: FigureMention, held: Sequence[FigureMention]) -> bool:
    """Whether each end stands by itself; one that is written with a dash is not put together from other ranges."""
    if not re.search(r"\b(?:to|or|through)\b", claimed.text):
        held = [mention for mention in held if not mention.is_range]
    ends = (
        FigureMention(claimed.start, claimed.end, claimed.text, (value,), claimed.unit, claimed.period, None, plus)
        for value, plus in zip(claimed.values, (False, claimed.plus), strict=True)
    )
    return all(any(agrees(end, mention) for mention in held) for end in ends)


def _units_may_fit(claimed: FigureMention, held: FigureMention) -> bool:
    bare_year = held.unit == "date" and len(held.text) == 4  # "2000 a month"
    return claimed.unit == held.unit or "number" in {claimed.unit, held.unit} or bare_year


def _holds_name(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.I) is not None

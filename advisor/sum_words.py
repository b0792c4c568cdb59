"""The words between two figures of a message, read as what to do with them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from advisor.figure_units import FigureUnit, Period

Operation = Literal[
    "times", "over", "all over", "plus", "minus", "from", "share of", "share off", "share minus", "share plus"
]
Kind = Literal["money", "count", "percent", "share"]

COUNTS: frozenset[str] = frozenset({"credit", "course", "semester", "term", "quarter", "year", "month", "week", "hour"})
TIMES: frozenset[str] = frozenset({"semester", "term", "quarter", "year", "month", "week"})
SYMBOLS: dict[str, Operation] = {
    "x": "times", "×": "times", "*": "times", "·": "times", "+": "plus", "-": "minus", "−": "minus", "–": "minus",
    "/": "over", "÷": "over",
}  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPLIT = _words("split spread divide installments")
CUES: tuple[tuple[Operation, frozenset[str]], ...] = (
    ("minus", _words("minus less deduct deducting subtract subtracting")),
    ("plus", _words("plus add adding")),
    ("times", _words("times multiplied")),
    ("over", _words("divided")),
    ("all over", SPLIT),
)
GIVEN = _words(
    "employer company scholarship scholarships grant grants aid stipend waiver discount benefit reimbursement "
    "reimburses covers"
)
EXTRAS = _words(
    "fee fees book books rent living housing laptop insurance expenses materials travel parking exam application "
    "textbooks"
)
COMPARED = _words(
    "under below than most least max maximum min minimum or vs versus between rank ranked top budget gpa experience age"
) | {"?", "!", ";"}
FILLERS = _words(
    "a an the about around roughly approximately approx each every just only my that which is are it its it's will would be "
    "i we you pay pays paying cost costs costing price priced charged worth by in to per on then , . ( ) : = gives give if "
    "contributes takes take taking doing do and with for at of @ total have has get gets tuition program degree school this "
    "credit credits course courses class classes hour hours semester semesters term terms year years year's month months one "
    "week weeks dollars dollar bucks from off over across into out these another extra in-state all after"
).union(EXTRAS, GIVEN)
KNOWN = frozenset(SYMBOLS).union(*(cues for _, cues in CUES))
WORD = re.compile(r"[a-z][a-z'’-]*|[^\sa-z\d]", re.I)


@dataclass(frozen=True)
class Put:
    """A figure as it may go into a sum, with the words on either side."""

    value: float
    kind: Kind
    unit: FigureUnit
    rate: Period | Literal["each"] | None  # what it is counted for: "$900 a credit", "3 credits each"
    gap: str  # the words since the figure before
    tail: str  # the next few words


def operation(left: Put, right: Put, asked: str | None) -> Operation | None:
    """What the words between two figures do with them, or None where they only stand near each other."""
    words = [word.lower() for word in WORD.findall(right.gap)]
    if COMPARED & set(words):
        return None
    strangers = sum(
        word not in FILLERS and word not in SYMBOLS and not any(word in cues for _, cues in CUES) for word in words
    )
    strong = _strong(left, right, words)
    if strong:
        return strong if strangers <= 2 else None
    if strangers:
        return None
    rules: tuple[Callable[[Put, Put, set[str], str | None], Operation | None], ...] = (_rated, _extra, _shared, _spread)
    return next((found for rule in rules if (found := rule(left, right, set(words), asked))), None)


def _strong(left: Put, right: Put, words: list[str]) -> Operation | None:
    """A sign, or a word that says what to do."""
    signs = [SYMBOLS[word] for word in words if word in SYMBOLS]
    found = signs[0] if len(signs) == 1 else next((does for does, cues in CUES if cues & set(words)), None)
    tail = set(WORD.findall(right.tail.lower())[:2])
    if found is None and right.kind in {"money", "percent"} and left.kind == "money" and GIVEN & (set(words) | tail):
        found = "minus"
    if right.kind == "percent" and found in {"minus", "plus"}:
        return "share minus" if found == "minus" else "share plus"
    return found


def _rated(left: Put, right: Put, words: set[str], asked: str | None) -> Operation | None:
    """A count and what one of it costs or holds: "12 courses of 3 credits", "30 credits at $900"."""
    del asked
    if left.kind == right.kind == "count" and left.unit == right.unit in {"credit", "course"}:
        return "over" if right.rate in TIMES else None  # "30 credits at 6 credits a semester"
    if right.unit == left.rate or left.unit == right.rate:
        return "times"
    if left.rate in {"month", "week"} and right.unit == "year" and words & {"for", "over"}:
        return "times"
    if (
        left.kind == "money"
        and right.unit in TIMES
        and re.search(rf"\b(?:per|an?|each|every)\s{right.unit}\b", right.gap)
    ):
        return "times"  # "a $5,250 benefit per year for 2 years"
    if left.unit in COUNTS and right.rate == "each":
        return "times"
    if left.unit in COUNTS and {"at", "@"} & words and right.kind == "money":
        return "times"
    return (
        "times"
        if left.unit == "course" and right.unit == "credit" and words & {"of", "each", "with", "at", "for"}
        else None
    )


def _extra(left: Put, right: Put, words: set[str], asked: str | None) -> Operation | None:
    """A cost that comes on top: "and $2,000 in fees"."""
    del asked
    tail = set(WORD.findall(right.tail.lower())[:2])
    return "plus" if left.kind == right.kind == "money" and EXTRAS & (words | tail) else None


def _shared(left: Put, right: Put, words: set[str], asked: str | None) -> Operation | None:
    """A part of an amount: "20% of", "half the", "10% off"."""
    del asked
    if left.kind == "money" and right.kind == "money" and "off" in words:
        return "from"
    if right.kind == "share" and left.kind == "money" and {"employer", "company"} & words:
        return "share of"
    if right.kind != "money" or left.kind not in {"percent", "share"}:
        return None
    if "off" in words:
        return "share off"
    return "share of" if "of" in words or (left.kind == "share" and words <= FILLERS) else None


def _spread(left: Put, right: Put, words: set[str], asked: str | None) -> Operation | None:
    """A price over time or over what it buys: "54k over 2 years", "$31,500 for 30 credits, what is that per credit"."""
    if left.kind != "money" or left.rate in TIMES or right.kind != "count":
        return None
    if right.unit in TIMES and words & {"over", "across"}:
        return "all over"
    if words & {"into", "in", "over", "by", "between"} and SPLIT & _words(left.gap.lower()):
        return "all over"  # "split $54k into 4 semesters"
    wanted = asked == right.unit or (asked == "month" and right.unit == "year")
    return "all over" if wanted and words & {"for", "in", "over", "across"} else None

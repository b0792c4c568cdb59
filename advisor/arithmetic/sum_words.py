"""The words between two figures of a message, read as what to do with them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from advisor.proving.figure_units import FigureUnit, Period

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
FILLERS: frozenset[str] = frozenset().union(
    _words(
        "a an the this that these another each every one my it its it's i we you which just only about around roughly"
    ),
    _words("approximately approx is are be will would have has get gets gives give do doing take takes taking"),
    _words(
        "pay pays paying cost costs costing price priced charged worth rate total tuition dollars dollar bucks extra"
    ),
    _words("by in to per on then if and with for at of from off over across into out all after , . ( ) : = @"),
    _words(
        "credit credits course courses class classes hour hours week weeks month months year years year's term terms"
    ),
    _words("semester semesters program degree school in-state out-of-state contributes"),
    EXTRAS,
    GIVEN,
)
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
    counts: str = ""  # what it counts that no sum is about: "programs"


FEW_STRANGERS = 3  # words of no sum between a count and what each costs: "33 credits at X with $412 each"


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
    if strangers and not (right.rate == "each" and left.unit in COUNTS and strangers <= FEW_STRANGERS):
        return None
    rules: tuple[Callable[[Put, Put, set[str], str | None], Operation | None], ...] = (_rated, _extra, _shared, _spread)
    return next((found for rule in rules if (found := rule(left, right, set(words), asked))), None)


def _strong(left: Put, right: Put, words: list[str]) -> Operation | None:
    """A sign, or a word that says what to do."""
    signs = [SYMBOLS[word] for word in words if word in SYMBOLS]
    sign = signs[0] if len(signs) == 1 else None
    found = next((does for does, cues in CUES if cues & set(words)), sign)
    if found is None and left.kind == "money" and GIVEN & (set(words) | _next_words(right)):
        found = "minus" if right.kind in {"money", "percent"} else None
    return _fitting(found, left, right) if found else None


def _fitting(found: Operation, left: Put, right: Put) -> Operation | None:
    """The operation, where it can be done with what stands on either side."""
    if found == "all over":
        return found if left.kind == "money" and right.kind == "count" else None
    if found not in {"plus", "minus"}:
        return found
    if right.kind == "percent" and left.kind == "money":
        return "share minus" if found == "minus" else "share plus"
    return found if left.kind == right.kind and not (left.counts and left.kind == "count") else None


def _rated(left: Put, right: Put, words: set[str], asked: str | None) -> Operation | None:
    """A count and what one of it costs or holds: "12 courses of 3 credits", "30 credits at $900"."""
    del asked
    if left.kind == right.kind == "count" and left.unit == right.unit in {"credit", "course"}:
        return "over" if right.rate in TIMES else None  # "30 credits at 6 credits a semester"
    if right.unit == left.rate or left.unit == right.rate or _goes_on(left, right, words):
        return "times"
    if left.unit in COUNTS and (right.rate == "each" or ({"at", "@"} & words and right.kind == "money")):
        return "times"
    holds = left.unit == "course" and right.unit == "credit" and words & {"of", "each", "with", "at", "for"}
    paced = left.rate in TIMES and right.rate != "each"  # "2 courses a semester at 30 credits" holds no 60
    return "times" if holds and not paced else None


def _goes_on(left: Put, right: Put, words: set[str]) -> bool:
    """An amount that comes again: "500 a month for 2 years", "a $5,250 benefit per year for 2 years"."""
    if left.rate in {"month", "week"} and right.unit == "year" and words & {"for", "over"}:
        return True
    if right.kind == "money" and re.search(rf"\b(?:an?|per|each|every|one)\s{left.unit}\b", right.gap):
        return True  # "and a credit is $900"
    again = re.search(rf"\b(?:per|an?|each|every)\s{right.unit}\b", right.gap)
    return left.kind == "money" and right.unit in TIMES and again is not None


def _extra(left: Put, right: Put, words: set[str], asked: str | None) -> Operation | None:
    """A cost that comes on top: "and $2,000 in fees"."""
    del asked
    if not left.kind == right.kind == "money":
        return None
    if "and" in words and re.search(r"\bdifference\sbetween\b", left.gap, re.I):
        return "minus" if left.value > right.value else "from"
    return "plus" if EXTRAS & (words | _next_words(right)) else None


def _next_words(put: Put) -> set[str]:
    """The next three words, as far as they belong to the figure."""
    return set(WORD.findall(re.split(r",|\band\b", put.tail.lower())[0])[:3])


def _shared(left: Put, right: Put, words: set[str], asked: str | None) -> Operation | None:
    """A part of an amount: "20% of", "half the", "10% off"."""
    del asked
    if left.kind == "money" and right.kind == "money" and "off" in words:
        return "from"
    if right.kind == "share" and left.kind == "money" and {"employer", "company"} & words:
        return "share of"
    if right.kind != "money" or left.kind not in {"percent", "share"}:
        return None
    if words & {"off", "discount"}:
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

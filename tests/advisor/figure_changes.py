"""Ways to change one figure of a true claim so that it is no longer true, made without the code under test."""

import re
from collections.abc import Iterator

from tests.advisor.guide_claims import TrueClaim

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
MONEY = re.compile(r"\$\d[\d,]*(?:\.\d+)?")
PERCENT = re.compile(r"(?<![\d–.])\d+(?:\.\d+)?%")
RANGE = re.compile(r"(?<![\d.–/-])(\$?\d[\d,.]*)–(\$?\d[\d,.]*\d|\d)(?![\d–-])")
RATE = re.compile(r"(\$\d[\d,]*(?:\.\d+)?) (an?|per) (year|credit)\b")
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NO_STOP = r"(?!(?:of|the|and|or|is|are|in|to|a)\b)"
_UNIT = rf"-(?:year|month|semester|course|credit)\b| (?:{NO_STOP}[a-z]+ ){{0,2}}{NO_STOP}[a-z]+s\b"
COUNTED = re.compile(rf"\b({'|'.join(WORDS[1:])})(?={_UNIT})", re.I)
AT_LEAST = re.compile(r"\+|\b(?:more|over|above|least|minimum|higher|exceed\w*|beyond)\b")
ONE_END = re.compile(r"\b(?:from|reach|start|starts|under|over|above|to|at least|up to) (?:about )?$")


def numbers(text: str) -> list[float]:
    """Every number of a text, digits and words alike."""
    digits = [float(run.rstrip(",").replace(",", "")) for run in NUMBER.findall(text)]
    return digits + [
        float(WORDS.index(word.lower()) + 1) for word in re.findall(r"[A-Za-z]+", text) if word.lower() in WORDS
    ]


def changed_digits(claim: TrueClaim) -> Iterator[str]:
    """Every digit, one after the other, as another digit."""
    known = set(numbers(claim.passage))
    for found in NUMBER.finditer(claim.text):
        run = found[0].rstrip(",")
        for at, digit in enumerate(run):
            new = f"{run[:at]}{(int(digit) + 4) % 9 + 1}{run[at + 1 :]}" if digit.isdecimal() else run
            if new != run and float(new.replace(",", "")) not in known:
                yield _put(claim.text, found.start(), run, new)


def changed_units(claim: TrueClaim) -> Iterator[str]:
    """Money as a percentage, and a percentage as money."""
    for found in MONEY.finditer(claim.text):
        yield _put(claim.text, found.start(), found[0], found[0].rstrip(",")[1:] + "%")
    for found in PERCENT.finditer(claim.text):
        yield _put(claim.text, found.start(), found[0], "$" + found[0][:-1])


def changed_scales(claim: TrueClaim) -> Iterator[str]:
    """A thousand times as much."""
    for found in MONEY.finditer(claim.text):
        amount = found[0].rstrip(",")
        yield _put(claim.text, found.start(), amount, amount + "K")


def changed_words(claim: TrueClaim) -> Iterator[str]:
    """A number in words, where something counted follows, as another one."""
    known = set(numbers(claim.passage))
    for found in COUNTED.finditer(claim.text):
        value = WORDS.index(found[0].lower()) + 1
        other = next((n for n in (value + 1, value + 2, value - 1, value + 3) if 2 <= n <= 12 and n not in known), None)
        if other:
            yield _put(claim.text, found.start(), found[0], WORDS[other - 1])


def dropped_ends(claim: TrueClaim) -> Iterator[str]:
    """A range as one of its ends, where that end stands nowhere by itself."""
    known = numbers(claim.passage)
    for found in RANGE.finditer(claim.text):
        for end in found.groups():
            alone = known.count(float(end.replace(",", "").strip("$"))) == claim.passage.count(found[0])
            if alone and not ONE_END.search(claim.text[: found.start()]):
                yield _put(claim.text, found.start(), found[0], end)


def changed_ends(claim: TrueClaim) -> Iterator[str]:
    """A range with one end moved."""
    known = numbers(claim.passage)
    for found in RANGE.finditer(claim.text):
        for end, place in ((found[1], found.start(1)), (found[2], found.start(2))):
            value = float(end.replace(",", "").strip("$"))
            new = value * 1.1 + 1 if place == found.start(2) else value * 0.9 - 0.1
            if new not in known and value:
                sign = "$" if end.startswith("$") else ""
                yield _put(claim.text, place, end, f"{sign}{new:,.1f}".removesuffix(".0"))


def changed_bounds(claim: TrueClaim) -> Iterator[str]:
    """A "+" that the passage does not have."""
    if not AT_LEAST.search(claim.passage):
        for found in MONEY.finditer(claim.text):
            amount = found[0].rstrip(",")
            yield _put(claim.text, found.start(), amount, amount + "+")


def changed_periods(claim: TrueClaim) -> Iterator[str]:
    """A price a year as a price a credit, and the other way round, where the passage has it only so."""
    for found in RATE.finditer(claim.text):
        if claim.passage.count(found[1]) == claim.passage.count(found[0]):
            other = "credit" if found[3] == "year" else "year"
            yield _put(claim.text, found.start(), found[0], f"{found[1]} {found[2]} {other}")


CHANGES = {
    "digit": changed_digits,
    "unit": changed_units,
    "scale": changed_scales,
    "number word": changed_words,
    "range end": changed_ends,
    "range collapsed": dropped_ends,
    "plus": changed_bounds,
    "period": changed_periods,
}


def _put(text: str, at: int, old: str, new: str) -> str:
    return text[:at] + new + text[at + len(old) :]

"""Exact arithmetic with its working: written as an answer shows it, and as verification works it out again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Literal

from index import Cell

Measure = Literal["money", "percent", "number"]
FRACTIONS = {"1/2": "½", "1/3": "⅓", "1/4": "¼", "3/4": "¾", "2/3": "⅔"}
HEDGES = re.compile(r"~|(?<=\d)\+|\b[A-Z]{1,3}(?=\$)|\b[A-Z]{3} (?=\d)")  # "~$75,000+" counts as $75,000, "C$5" as $5
SIGN = re.compile(r"[A-Z]{0,2}\$|[£€]")
CENT, TENTH = Decimal("0.01"), Decimal("0.1")


@dataclass(frozen=True)
class Working:
    """A value and how it came about: "~$21,000 ÷ 32 credits"."""

    words: str
    value: Decimal
    measure: Measure
    about: bool = False
    joined: bool = False  # its words are a sum, which stands in brackets inside a product
    sign: str = "$"  # of its money: "£", "CHF "

    @property
    def inner(self) -> str:
        """The words as a factor."""
        return f"({self.words})" if self.joined else self.words

    @property
    def rounded(self) -> Decimal:
        """The value as it is shown: money to the cent, all else to a tenth."""
        with localcontext() as context:
            context.rounding = ROUND_HALF_UP
            return self.value.quantize(CENT if self.measure == "money" else TENTH)

    @property
    def shown(self) -> str:
        """The value alone: "$656.25"; a rounded number keeps its tenth: "1.0"."""
        kept = self.measure == "number" and self.rounded != self.value
        return f"{self.rounded:,.1f}" if kept else written(self.rounded, self.measure, self.sign)

    @property
    def result(self) -> str:
        """The value with its hedge: "about $656.25"."""
        return f"about {self.shown}" if self.about or self.rounded != self.value else self.shown

    @property
    def formula(self) -> str:
        """The equation that verification reads: "$21,000 ÷ 32 credits = $656.25"."""
        return HEDGES.sub("", f"{self.words} {'=' if self.rounded == self.value else '≈'} {self.shown}")

    def plus(self, other: "Working") -> "Working":
        """Both together."""
        return self._with(f"{self.words} + {other.inner}", self.value + other.value, other, joined=True)

    def minus(self, other: "Working") -> "Working":
        """What is left of this one without the other."""
        return self._with(f"{self.words} − {other.inner}", self.value - other.value, other, joined=True)

    def times(self, other: "Working") -> "Working":
        """This many of the other."""
        product = self._with(f"{self.inner} × {other.inner}", self.value * other.value, other)
        return replace(product, measure="money" if "money" in {self.measure, other.measure} else self.measure)

    def over(self, other: "Working") -> "Working":
        """One of so many parts; money over money is a plain number."""
        divisor = f"({other.words})" if re.search(r"[×÷+−]", other.words) else other.words
        quotient = self._with(f"{self.inner} ÷ {divisor}", self.value / other.value, other)
        return replace(quotient, measure="number") if other.measure == "money" else quotient

    def _with(self, words: str, value: Decimal, other: "Working", joined: bool = False) -> "Working":
        return replace(self, words=words, value=value, about=self.about or other.about, joined=joined)


def written(value: Decimal, measure: Measure, sign: str = "$") -> str:
    """A value as people write it: "$31,500", "98%", "1.5"."""
    if measure == "money":
        amount = abs(value)
        sign = f"−{sign}" if value < 0 else sign
        return f"{sign}{amount:,.0f}" if amount == amount.to_integral_value() else f"{sign}{amount:,.2f}"
    plain = f"{value:,.4f}".rstrip("0").rstrip(".")
    return plain.replace("-", "−") + ("%" if measure == "percent" else "")


def of_cell(cell: Cell, end: float | None = None) -> Working:
    """A cell's value, or one end of its range, with its hedges."""
    measure: Measure = "money" if cell.is_price else "percent" if cell.unit == "percent" else "number"
    value = Decimal(repr((cell.value or 0.0) if end is None else end))
    sign = "$" if cell.currency is None else found[0] if (found := SIGN.search(cell.text)) else f"{cell.currency} "
    words = f"{'~' if cell.about else ''}{written(value, measure, sign)}{'+' if cell.or_more else ''}"
    return Working(words, value, measure, cell.about or cell.or_more, sign=sign)


def money(value: float) -> Working:
    """An amount of money that was said."""
    amount = Decimal(repr(value))
    return Working(written(amount, "money"), amount, "money")


def percent(value: float) -> Working:
    """A share in percent that was said."""
    return Working(f"{written(Decimal(repr(value)), 'number')}%", Decimal(repr(value)) / 100, "number")


def count(value: float, unit: str = "") -> Working:
    """So many of something: "32 credits", "½"."""
    share = Fraction(value).limit_denominator(12)
    sign = FRACTIONS.get(str(share)) if abs(share - Fraction(value)) < Fraction(1, 10**9) else None
    number = Decimal(share.numerator) / Decimal(share.denominator) if sign else Decimal(repr(value))
    words = sign or written(number, "number")
    return Working(f"{words} {unit}{'' if value == 1 else 's'}" if unit else words, number, "number")


def total(values: Sequence[Working]) -> Working:
    """All values together."""
    added = values[0]
    for value in values[1:]:
        added = added.plus(value)
    return added


def mean(values: Sequence[Working]) -> Working:
    """Their average."""
    return total(values).over(count(float(len(values))))


def median(values: Sequence[Working]) -> Working:
    """The one in the middle, or the average of the two that are."""
    ordered = sorted(values, key=lambda value: value.value)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else mean(ordered[half - 1 : half + 1])

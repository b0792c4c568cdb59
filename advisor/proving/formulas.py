"""Formulas read and worked out again: "12 × 3 × $900 = $32,400" holds or does not."""

import re
from dataclasses import dataclass

from advisor.proving.figure_units import SIGNS, UNIT_AFTER, FigureUnit, unit_of
from advisor.proving.figures import FigureMention
from advisor.proving.number_words import DIGITS, SCALES, value_of

QUANTITY = re.compile(
    rf"(?P<sign>US\$|USD\s?|[$€£])?\s?(?P<number>{DIGITS})(?P<scale>\s?(?:thousand|million|billion)|(?:k|mn|bn|m)(?![A-Za-z]))?(?P<percent>\s?%)?",
    re.I,
)
WORDS = re.compile(r"\s*(?:(?![x×]\s*[\d$(])[A-Za-z][\w’'-]*|of|,)\s*")
OPERATOR = re.compile(r"\s*(?P<sign>[+−–×÷*/·=≈()-]|x(?=\s*[\d$€£(½¼¾⅓⅔]))\s*", re.I)
TIMES, OVER, PLUS, MINUS = set("×*·xX"), set("÷/"), {"+"}, set("−–-")
CONVERSIONS: dict[FigureUnit, float] = {"month": 12.0, "week": 52.0, "day": 7.0, "percent": 100.0}
LONGEST, DEEPEST = 2_000, 10


class FormulaError(ValueError):
    """The words are no formula that can be worked out."""


@dataclass(frozen=True)
class Quantity:
    """One number of a formula as written."""

    text: str
    value: float
    unit: FigureUnit
    decimals: int  # as shown: "$2.50" has 2
    counts: bool = False  # it divides a sum by the number of its own terms

    @property
    def figure(self) -> FigureMention:
        """The same as a figure of a text."""
        return FigureMention(0, len(self.text), self.text, (self.value,), self.unit)


@dataclass(frozen=True)
class Worked:
    """A value on the way: how many times money it is, and how many terms were added up."""

    value: float
    money: int = 0
    terms: int = 1


@dataclass(frozen=True)
class Formula:
    """A formula worked out again."""

    inputs: tuple[Quantity, ...]  # left of the first "="
    derived: tuple[Quantity, ...]  # right of it
    holds: bool


def read_formula(text: str) -> Formula:
    """The formula in a text, or FormulaError."""
    return _Reader(text).formula()


class _Reader:
    def __init__(self, text: str) -> None:
        if len(text) > LONGEST or text.count("(") > DEEPEST:
            raise FormulaError(text)
        self.text = text
        self.at = 0
        self.quantities: list[Quantity] = []

    def formula(self) -> Formula:
        first = self.sum()
        inputs, self.quantities = tuple(self.quantities), []
        holds = True
        sides = 0
        while self.take({"=", "≈"}):
            mark = len(self.quantities)
            side = self.sum()
            holds = holds and _agree(first, side, self.quantities[mark:])
            sides += 1
        if not sides or self.at < len(self.text.rstrip(" .")):
            raise FormulaError(self.text)
        return Formula(inputs, tuple(self.quantities), holds)

    def sum(self) -> Worked:
        total = self.product()
        while sign := self.take(PLUS | MINUS):
            term = self.product()
            if term.money != total.money:
                raise FormulaError(self.text)
            value = total.value + term.value if sign in PLUS else total.value - term.value
            total = Worked(value, total.money, total.terms + 1)
        return total

    def product(self) -> Worked:
        product = self.factor()
        while sign := self.take(TIMES | OVER):
            terms, mark = product.terms, len(self.quantities)
            factor = self.factor()
            if sign in OVER:
                self.note_count(terms, mark, factor)
            product = _times(product, factor) if sign in TIMES else _over(product, factor, self.text)
        return product

    def note_count(self, terms: int, mark: int, divisor: Worked) -> None:
        """A divisor that is the number of terms just added up needs no source."""
        if terms > 1 and divisor.value == terms and len(self.quantities) == mark + 1:
            last = self.quantities[mark]
            self.quantities[mark] = Quantity(last.text, last.value, last.unit, last.decimals, counts=True)

    def factor(self) -> Worked:
        if self.take({"("}):
            inner = self.sum()
            if not self.take({")"}):
                raise FormulaError(self.text)
            self.skip_words()
            return inner
        sign = -1.0 if self.take(MINUS) else 1.0
        quantity = self.quantity()
        share = quantity.value / 100 if quantity.unit == "percent" else quantity.value
        return Worked(sign * share, int(quantity.unit in {"money", "euro", "pound"}))

    def quantity(self) -> Quantity:
        found = QUANTITY.match(self.text, self.at)
        if found is None:
            raise FormulaError(self.text)
        self.at = found.end()
        after = UNIT_AFTER.match(self.text, self.at)
        unit: FigureUnit = SIGNS[found["sign"].strip().upper()] if found["sign"] else "number"
        if found["percent"]:
            unit = "percent"
        elif after and unit == "number":
            unit = unit_of(after[0])
            self.at = after.end()
        self.skip_words()
        scale = SCALES[found["scale"].strip().lower()] if found["scale"] else 1.0
        decimals = len(found["number"].partition(".")[2]) if scale == 1.0 else 0
        self.quantities.append(Quantity(found[0], value_of(found["number"]) * scale, unit, decimals))
        return self.quantities[-1]

    def take(self, signs: set[str]) -> str | None:
        found = OPERATOR.match(self.text, self.at)
        if found is None or found["sign"] not in signs:
            return None
        self.at = found.end()
        return found["sign"]

    def skip_words(self) -> None:
        while found := WORDS.match(self.text, self.at):
            self.at = found.end()


def _times(one: Worked, other: Worked) -> Worked:
    return Worked(one.value * other.value, one.money + other.money)


def _over(one: Worked, other: Worked, text: str) -> Worked:
    if not other.value:
        raise FormulaError(text)
    return Worked(one.value / other.value, one.money - other.money)


def _agree(worked: Worked, side: Worked, shown: list[Quantity]) -> bool:
    """Whether a side says the value of the first, rounded as far as people round."""
    if worked.money != side.money or worked.money not in (0, 1):
        return False
    return abs(worked.value - side.value) <= _rounding(worked, shown) + 1e-9 * max(1.0, abs(worked.value))


def _rounding(worked: Worked, shown: list[Quantity]) -> float:
    """Money is rounded to dollars or cents, a share to whole or tenths of a percent, the rest to tenths at least."""
    if len(shown) != 1:
        return 0.0
    last = shown[0]
    if last.unit == "percent":
        return 0.005 if last.decimals == 0 else 0.5 * 10 ** -(last.decimals + 2)
    if last.decimals == 0 and not worked.money:
        return 0.0
    return 0.5 * 10**-last.decimals if last.decimals <= 2 else 0.0


def is_conversion(quantity: Quantity) -> bool:
    """Whether a quantity only turns one unit into another: "12 months"."""
    return CONVERSIONS.get(quantity.unit) == quantity.value

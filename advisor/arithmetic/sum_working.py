"""A sum on its way: terms that are added up, each a product, kept as words and as a value."""

from dataclasses import dataclass, field
from typing import get_args

from advisor.arithmetic.sum_words import Operation, Put
from advisor.arithmetic.sums import Sum, SumUnit, money, number, result

CONVERSIONS = {("month", "year"): 12, ("week", "year"): 52}
UNITS: dict[str, SumUnit] = {unit: unit for unit in get_args(SumUnit) if unit not in {"money", "percent"}}


@dataclass
class Term:
    """One product: its counts, its amounts, what it is divided by."""

    value: float
    counts: list[str] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    minus: bool = False

    @property
    def words(self) -> str:
        """The product as written, amounts of money last."""
        return " × ".join([*self.counts, *self.amounts]) + "".join(f" ÷ {divisor}" for divisor in self.over)


class Working:
    """A sum to which one figure after another is joined."""

    def __init__(self, first: Put) -> None:
        self.inputs = [first.value]
        self.terms = [term_of(first)]
        self.is_money = first.kind == "money"
        self.unit: SumUnit = "number"
        self.last = first

    def join(self, does: Operation, put: Put, asked: str | None) -> None:
        """Join a figure by what the words before it do."""
        self.inputs.append(put.value)
        self.note_unit(does, put)
        factor, words = _converted(self.last, put, asked)
        match does:
            case "times":
                self.multiply(put, factor, words)
            case "over":
                self.divide(self.terms[-1], factor, words)
            case "all over":
                self.divide(self.whole(), factor, words)
            case "plus" | "minus":
                self.terms.append(term_of(put, minus=does == "minus"))
            case "from":
                self.terms = [term_of(put), *(self._turned(term) for term in self.terms)]
            case "share of":
                self.take_share(put)
            case "share off":
                part = f"{self.words} × {money(put.value)}"
                self.terms = [term_of(put), Term(self.value * put.value, [], [part], minus=True)]
            case "share minus" | "share plus":
                whole = self.whole()
                part = f"{number(put.value)}% × {whole.words}"
                self.terms.append(Term(put.value / 100 * whole.value, [], [part], minus=does == "share minus"))
        self.is_money = self.is_money or put.kind == "money"
        self.last = put

    def multiply(self, put: Put, factor: float, words: str) -> None:
        """Multiply the last term."""
        term = self.terms[-1]
        term.value *= factor
        (term.amounts if put.kind == "money" else term.counts).append(words)

    @staticmethod
    def divide(term: Term, factor: float, words: str) -> None:
        """Divide a term."""
        term.value = term.value / factor if factor else float("nan")
        term.over.append(words)

    def take_share(self, put: Put) -> None:
        """A part of an amount, whichever was named first."""
        term = self.terms[-1] if put.kind == "money" else self.whole()
        term.value *= put.value
        (term.amounts if put.kind == "money" else term.counts).append(_text(put))

    def whole(self) -> Term:
        """Everything so far as one term."""
        if len(self.terms) > 1:
            self.terms = [Term(self.value, [], [f"({self.words})"])]
        return self.terms[0]

    def note_unit(self, does: Operation, put: Put) -> None:
        """What the result counts: credits of courses, semesters at a pace."""
        if does == "over" and put.unit == self.last.unit and put.rate:
            self.unit = UNITS.get(put.rate, "number")
        elif does == "times":
            counted = put if put.rate or not self.last.rate else self.last
            self.unit = UNITS.get(counted.unit, "number")

    @property
    def value(self) -> float:
        """The value so far."""
        return sum(-term.value if term.minus else term.value for term in self.terms)

    @property
    def words(self) -> str:
        """The working so far: "10 × $1,050 + $2,000"."""
        first, *rest = self.terms
        return first.words + "".join(f" {'−' if term.minus else '+'} {term.words}" for term in rest)

    def sum(self) -> Sum:
        """The sum as it stands."""
        return result(self.words, self.value, "money" if self.is_money else self.unit, self.inputs)

    @staticmethod
    def _turned(term: Term) -> Term:
        return Term(term.value, term.counts, term.amounts, term.over, not term.minus)


def term_of(put: Put, minus: bool = False) -> Term:
    """A figure as a term of its own."""
    amount = put.kind == "money"
    value = put.value / 100 if put.kind == "percent" else put.value
    return Term(value, [] if amount else [_text(put)], [_text(put)] if amount else [], minus=minus)


def _text(put: Put) -> str:
    if put.kind == "money":
        return money(put.value)
    return number(put.value) + ("%" if put.kind == "percent" else "")


def _converted(last: Put, put: Put, asked: str | None) -> tuple[float, str]:
    """The figure as a factor; years become months where the sum goes by the month."""
    for period in (last.rate, put.rate, asked):
        each = CONVERSIONS.get((str(period), put.unit))
        if each and (last.rate == period or last.kind == "money"):
            return put.value * each, f"({number(put.value)} × {each} {period}s)"
    return put.value, _text(put)

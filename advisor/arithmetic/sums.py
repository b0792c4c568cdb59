"""Sums with their working: a formula that can be read and checked, its result, and what went in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

SumUnit = Literal[
    "money", "percent", "number", "year", "month", "week", "semester", "term", "quarter", "course", "credit", "hour"
]


@dataclass(frozen=True)
class Sum:
    """Arithmetic as an answer shows it."""

    formula: str  # "12 × 3 × $900 = $32,400"
    result: float
    unit: SumUnit
    inputs: tuple[float, ...]


def money(amount: float) -> str:
    """An amount as it is written: cents only where there are cents."""
    cents = round(abs(amount), 2)
    return (
        f"{'−' if amount < 0 else ''}${cents:,.0f}"
        if cents == int(cents)
        else f"{'−' if amount < 0 else ''}${cents:,.2f}"
    )


def number(value: float) -> str:
    """A plain number: "12", "1.5", "4,000"."""
    fractions = {0.5: "½", 1 / 3: "⅓", 0.25: "¼"}
    return fractions.get(value) or f"{round(value, 4):,.10g}"


def result(working: str, value: float, unit: SumUnit, inputs: Sequence[float]) -> Sum:
    """A sum from its working; "≈" where the result had to be rounded."""
    kept = round(value, 2 if unit == "money" else 1)
    shown = money(kept) if unit == "money" else f"{kept:,.10g}"
    if unit == "percent":
        shown += "%"
    elif unit not in {"money", "number"}:
        shown += f" {unit}" if kept == 1 else f" {unit}s"
    equals = "=" if abs(kept - value) < 1e-9 * max(1.0, abs(value)) else "≈"
    return Sum(f"{working} {equals} {shown}", kept, unit, tuple(inputs))


def total_cost(count: float, rate: float) -> Sum:
    """What so many credits cost: "30 × $1,050 = $31,500"."""
    return result(f"{number(count)} × {money(rate)}", count * rate, "money", (count, rate))


def courses_cost(courses: float, each: float, rate: float) -> Sum:
    """What courses of so many credits cost: "12 × 3 × $900 = $32,400"."""
    working = f"{number(courses)} × {number(each)} × {money(rate)}"
    return result(working, courses * each * rate, "money", (courses, each, rate))


def price_per(price: float, count: float) -> Sum:
    """A price split into equal parts: credits, semesters, years."""
    return result(f"{money(price)} ÷ {number(count)}", price / count, "money", (price, count))


def price_per_month(price: float, years: float) -> Sum:
    """A price spread over years, month by month: "$54,000 ÷ (2 × 12 months) = $2,250"."""
    return result(f"{money(price)} ÷ ({number(years)} × 12 months)", price / (years * 12), "money", (price, years))


def payback(price: float, gain: float) -> Sum:
    """How many years a yearly gain needs to pay a price back."""
    return result(f"{money(price)} ÷ {money(gain)}", price / gain, "year", (price, gain))


def after_benefit(price: float, benefit: float, years: float = 1) -> Sum:
    """What is left of a price after a yearly benefit: "$22,500 − 2 × $5,250 = $12,000"."""
    times = f"{number(years)} × " if years != 1 else ""
    return result(
        f"{money(price)} − {times}{money(benefit)}", price - years * benefit, "money", (price, years, benefit)
    )


def added(amounts: Sequence[float]) -> Sum:
    """Amounts of money together."""
    return result(" + ".join(map(money, amounts)), sum(amounts), "money", amounts)


def difference(high: float, low: float) -> Sum:
    """How much more one amount is than another."""
    return result(f"{money(high)} − {money(low)}", high - low, "money", (high, low))


def share(percent: float, amount: float) -> Sum:
    """A percentage of an amount: "20% × $31,500 = $6,300"."""
    return result(f"{number(percent)}% × {money(amount)}", percent / 100 * amount, "money", (percent, amount))


def mean(amounts: Sequence[float]) -> Sum:
    """The average of amounts of money, with how many went in."""
    working = f"({' + '.join(map(money, amounts))}) ÷ {len(amounts)}"
    return result(working, sum(amounts) / len(amounts), "money", amounts)

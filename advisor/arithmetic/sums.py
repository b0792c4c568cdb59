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


def payback(price: float, gain: float) -> Sum:
    """How many years a yearly gain needs to pay a price back."""
    return result(f"{money(price)} ÷ {money(gain)}", price / gain, "year", (price, gain))

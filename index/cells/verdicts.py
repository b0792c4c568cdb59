"""Whether one cell meets one demand: yes, no, or not to be told."""

import math
from typing import Literal

from index.cells.cell import Cell
from index.cells.columns import phrase_words
from index.cells.qualifiers import lowered

Operator = Literal["is", "at_most", "at_least", "below", "above", "reaches", "contains"]


def verdict(cell: Cell, operator: Operator, value: float | str, currency: str | None = None) -> bool | None:
    """None where the cell gives no value, one in another money, or only a range that the demand cuts in two."""
    if not cell.known:
        return None
    if operator == "contains":
        return f" {phrase_words(str(value))} " in f" {phrase_words(cell.text)} "
    if operator == "is":
        return _is(cell, value)
    ends = _ends(cell)
    if ends is None or isinstance(value, str) or (currency != cell.currency and ends != (0, 0) and value):
        return None
    return _compared(*ends, operator, value)


def _compared(low: float, high: float, operator: Operator, value: float) -> bool | None:
    """Whether everything from low to high meets the demand, nothing does, or a part of it."""
    holds, fails = {
        "at_most": (high <= value, low > value),
        "below": (high < value, low >= value),
        "at_least": (low >= value, high < value),
        "above": (low > value, high <= value),
        "reaches": (high >= value, high < value),  # a range does by its upper end
    }[operator]
    return _told(holds, fails)


def _is(cell: Cell, value: float | str) -> bool | None:
    if isinstance(value, str):
        if cell.choices:
            return lowered(value) in cell.choices
        same = lowered(cell.text) == lowered(value)
        return same if same or cell.unit == "text" else None
    if cell.unit == "choice":
        return None if cell.value is None else cell.value == value
    ends = _ends(cell)
    return None if ends is None else _told(ends == (value, value), not ends[0] <= value <= ends[1])


def _told(holds: bool, fails: bool) -> bool | None:
    return True if holds else False if fails else None


def _ends(cell: Cell) -> tuple[float, float] | None:
    """The lowest and the highest the cell can mean; "5+" has no highest, "up to 5" no lowest."""
    if (
        cell.unit == "choice"
        or (cell.unit == "text" and not cell.currency)
        or (cell.value is None and cell.high is None)
    ):
        return None
    low = -math.inf if cell.value is None else cell.value
    if cell.or_more:
        return low, math.inf
    return low, low if cell.high is None else cell.high

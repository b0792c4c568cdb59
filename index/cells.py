"""A typed cell: what one table cell says, as a value with its unit, period and hedges."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["money", "number", "percent", "duration", "date", "choice", "text"]
Period = Literal["total", "year", "semester", "month", "week", "hour", "course", "credit"]
Residency = Literal["in-state", "out-of-state"]


@dataclass(frozen=True)
class Cell:
    """One cell of a table row; `attribute` is the vocabulary's name for its column, else the header made plain."""

    column: str  # the header as written, "Total tuition in-state (USD)"
    text: str  # the cell as written, "~$7,000"; an unknown cell is UNKNOWN
    attribute: str  # "tuition"
    unit: Unit
    value: float | None = None  # the low end of a range; 1.0 / 0.0 for yes / no
    high: float | None = None  # the high end of a range
    period: Period | None = None
    residency: Residency | None = None
    about: bool = False  # "~$7,000", "about 30"
    or_more: bool = False  # "5+", "$75,000+"
    choice: str | None = None  # the canonical value of a choice: "not required"

    @property
    def known(self) -> bool:
        """Whether the guide gives a value here."""
        return self.text != UNKNOWN


UNKNOWN = "–"

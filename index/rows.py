"""The table in memory: every row of every guide, where conditions, sorts and counts run in plain Python."""

from dataclasses import dataclass
from typing import Literal

from index.cells import Cell, Period, Residency

Operator = Literal["is", "at_most", "at_least", "below", "above", "contains"]


@dataclass(frozen=True)
class Row:
    """One table row: its subject (first column), what kind of thing that is, and its cells with their citation."""

    chunk_id: str  # the passage to cite
    guide: str
    path: tuple[str, ...]  # heading path; the last heading is the table's title
    number: int  # position in its table, from 0
    kind: str  # the first column's header made plain: "school", "role", "state"
    subject: str  # the first cell as written
    cells: tuple[Cell, ...]  # the first column included


@dataclass(frozen=True)
class Condition:
    """One demand on one attribute; a period or residency narrows which cells can meet it."""

    attribute: str
    operator: Operator
    value: float | str
    period: Period | None = None
    residency: Residency | None = None


@dataclass(frozen=True)
class Sifted:
    """Rows told apart by some conditions; a row without the value is unknown, never a match and never a miss."""

    matching: tuple[Row, ...]
    failing: tuple[Row, ...]
    unknown: tuple[Row, ...]

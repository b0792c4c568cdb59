"""A record: one text that has a vector of its own, and what that text stands for."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Role = Literal["passage", "heading", "asked", "sentence", "phrase"]
Vector: TypeAlias = NDArray[np.float32]  # one row, of length one
Matrix: TypeAlias = NDArray[np.float32]  # a vector a row


@dataclass(frozen=True)
class Record:
    """A passage, a guide's own question, another way to ask it, a sentence of a passage, or an example phrasing of an act."""

    id: str
    role: Role
    text: str
    chunk_id: str | None = None  # the passage it belongs to; a phrase has none
    group: str | None = None  # the act that a phrase is an example of


@dataclass(frozen=True, eq=False)
class Records:
    """Records with their vectors: entry n has row n of the matrix."""

    entries: tuple[Record, ...]
    matrix: Matrix

    def of(self, role: Role) -> "Records":
        """Only the records of one role, in the same order; where they stand together nothing is copied."""
        rows = [row for row, entry in enumerate(self.entries) if entry.role == role]
        if not rows or rows[-1] - rows[0] + 1 == len(rows):
            together = slice(rows[0], rows[-1] + 1) if rows else slice(0)
            return Records(self.entries[together], self.matrix[together])
        return Records(tuple(self.entries[row] for row in rows), self.matrix[rows])

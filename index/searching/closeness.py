"""Closeness in meaning: cosines of a question to passages, and to the questions under which passages stand."""

import numpy as np
from numpy.typing import NDArray

from index.embedding.records import Matrix, Vector
from index.storing.store import Generation

Numbers = NDArray[np.float32]
Positions = NDArray[np.intp]  # in the generation's list of chunks


class Closeness:
    """Cosines over one generation: Chroma names the nearest passages, others are measured by their vectors."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._positions = {chunk.id: position for position, chunk in enumerate(generation.chunks)}
        _, self._passages = generation.vectors()
        self._headings, self._under = _headings(generation)

    def nearest(self, vector: Vector, reach: int) -> Positions:
        """The passages closest to a question, wherever they stand."""
        found = self._generation.nearest(vector, min(reach, len(self._positions)))
        return np.array([self._positions[chunk_id] for chunk_id, _ in found], np.intp)

    def to_passages(self, vector: Vector, positions: Positions) -> Numbers:
        """The cosine of each of some passages."""
        return self._passages[positions] @ vector

    def to_headings(self, vector: Vector) -> Numbers:
        """For every passage the cosine of the question it stands under; not a number where it stands under none."""
        cosines = np.append(self._headings @ vector, np.float32(np.nan))
        return cosines[self._under]


def _headings(generation: Generation) -> tuple[Matrix, Positions]:
    """The vectors of the guides' own questions, and for each passage the row of its question, or -1."""
    headings = generation.records.of("heading")
    chunks = {chunk.id: chunk for chunk in generation.chunks}
    asked = [chunks[entry.chunk_id] for entry in headings.entries if entry.chunk_id]
    rows = {(chunk.guide, chunk.path): row for row, chunk in enumerate(asked)}
    under = [rows.get((chunk.guide, chunk.path), -1) for chunk in generation.chunks]
    return headings.matrix, np.array(under, np.intp)

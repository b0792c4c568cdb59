"""Closeness: cosines of a question to passages, to their sentences, and to the questions under which they stand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embedding.records import Matrix, Records, Vector
from index.searching.meaning import Near, Numbers
from index.storing.store import Generation

Positions = NDArray[np.intp]  # in the generation's list of chunks


class Closeness:
    """Cosines over one generation: Chroma names the nearest passages, others are measured by their vectors."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._positions = {chunk.id: position for position, chunk in enumerate(generation.chunks)}
        _, self._passages = generation.vectors()
        self._sentences = _Sentences(generation.records.of("sentence"), self._positions)
        self._questions = _Questions(generation)

    def nearest(self, vector: Vector, reach: int) -> Positions:
        """The passages closest to a question, wherever they stand."""
        found = self._generation.nearest(vector, min(reach, len(self._positions)))
        return np.array([self._positions[chunk_id] for chunk_id, _ in found], np.intp)

    def to_headings(self, vector: Vector) -> "Asked":
        """How close a question comes to the one that each passage stands under."""
        return self._questions.cosines(vector)

    def near(self, vector: Vector, asked: "Asked", positions: Positions) -> Near:
        """How close a question comes to some passages in every way, the questions they stand under being measured."""
        passage = self._passages[positions] @ vector
        return Near(
            passage=passage,
            sentence=np.fmax(passage, self._sentences.cosines(vector, positions)),
            heading=asked.closest[positions],
            around=asked.around[positions],
            own=asked.own[positions],
            ways=self._questions.ways[positions],
        )


class _Sentences:
    """The sentences of passages; those of a passage follow each other."""

    def __init__(self, sentences: Records, positions: dict[str, int]) -> None:
        self._matrix = sentences.matrix
        spoken = np.array([positions[entry.chunk_id or ""] for entry in sentences.entries], np.intp)
        self._counts = np.bincount(spoken, minlength=len(positions))
        self._starts = np.zeros(len(positions), np.intp)
        held, first = np.unique(spoken, return_index=True)
        self._starts[held] = first

    def cosines(self, vector: Vector, positions: Positions) -> Numbers:
        """For some passages that of the closest sentence; not a number where a passage has none."""
        closest = np.full(len(positions), np.nan, np.float32)
        spoken = self._counts[positions] > 0
        counts = self._counts[positions[spoken]]
        if len(counts):
            begins = np.cumsum(counts) - counts
            rows = np.repeat(self._starts[positions[spoken]] - begins, counts) + np.arange(counts.sum())
            closest[spoken] = np.maximum.reduceat(self._matrix[rows] @ vector, begins)
        return closest


@dataclass(frozen=True, eq=False)
class Asked:
    """The cosines of a question to the one that every passage stands under; not a number where it stands under none."""

    closest: Numbers  # in the closest of the ways to ask it
    around: Numbers  # the middle of all ways
    own: Numbers  # as the guide itself asks it


class _Questions:
    """The questions that guides answer, section by section, in all the ways to ask them."""

    def __init__(self, generation: Generation) -> None:
        sections = {chunk.id: (chunk.guide, chunk.path) for chunk in generation.chunks}
        parts = [generation.records.of("heading"), generation.records.of("asked")]
        numbers = dict[tuple[str, tuple[str, ...]], int]()
        asking = [sections[entry.chunk_id] for part in parts for entry in part.entries if entry.chunk_id]
        sectioned = np.array([numbers.setdefault(section, len(numbers)) for section in asking], np.intp)
        headings = {sections[entry.chunk_id]: row for row, entry in enumerate(parts[0].entries) if entry.chunk_id}
        self._matrices = [part.matrix for part in parts]
        self._order = np.argsort(sectioned, kind="stable")
        self._starts = np.searchsorted(sectioned[self._order], np.arange(len(numbers)))
        sizes = np.bincount(sectioned, minlength=len(numbers))
        self._middles = _middles(np.concatenate(self._matrices)[self._order], self._starts)
        self._under = np.array([numbers.get((chunk.guide, chunk.path), -1) for chunk in generation.chunks], np.intp)
        self._own = np.array([headings.get((chunk.guide, chunk.path), -1) for chunk in generation.chunks], np.intp)
        self.ways = np.append(sizes, 0).astype(np.float32)[
            self._under
        ]  # for each passage, how many ways there are to ask its question

    def cosines(self, vector: Vector) -> Asked:
        """For every passage that of its question, asked in its closest way, in the middle of all and by the guide."""
        if not len(self._starts):
            none = np.full(len(self._under), np.nan, np.float32)
            return Asked(none, none, none)
        cosines = [matrix @ vector for matrix in self._matrices]
        closest = np.maximum.reduceat(np.concatenate(cosines)[self._order], self._starts)
        return Asked(
            closest=_spread(closest, self._under),
            around=_spread(self._middles @ vector, self._under),
            own=_spread(cosines[0], self._own),
        )


def _middles(sorted_matrix: Matrix, starts: Positions) -> Matrix:
    """The direction between all vectors of each section."""
    if not len(starts):
        return sorted_matrix
    sums: Matrix = np.add.reduceat(sorted_matrix, starts, axis=0)
    return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), np.float32)


def _spread(numbers: Numbers, places: Positions) -> Numbers:
    """One number for each place; not a number where the place is -1."""
    return np.append(numbers, np.float32(np.nan))[places]

"""Closeness in meaning: cosines of a question to passages, and to the questions under which passages stand."""

from dataclasses import dataclass

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
        self._questions = _read_questions(generation)

    def nearest(self, vector: Vector, reach: int) -> Positions:
        """The passages closest to a question, wherever they stand."""
        found = self._generation.nearest(vector, min(reach, len(self._positions)))
        return np.array([self._positions[chunk_id] for chunk_id, _ in found], np.intp)

    def to_passages(self, vector: Vector, positions: Positions) -> Numbers:
        """The cosine of each of some passages."""
        return self._passages[positions] @ vector

    def to_headings(self, vector: Vector) -> tuple[Numbers, Numbers]:
        """For every passage the cosine of the question it stands under: in the closest of the ways to ask it, and as the
        guide asks it.

        Not a number where it stands under none, or the guide asks none.
        """
        questions = self._questions
        if not len(questions.starts):
            none = np.full(len(self._positions), np.nan, np.float32)
            return none, none
        cosines = [matrix @ vector for matrix in questions.matrices]
        closest = np.maximum.reduceat(np.concatenate(cosines)[questions.order], questions.starts)
        own = np.append(cosines[0], np.float32(np.nan))[questions.own]
        return np.append(closest, np.float32(np.nan))[questions.under], own


@dataclass(frozen=True, eq=False)
class _Questions:
    """The questions that guides answer, sorted by section."""

    matrices: tuple[Matrix, ...]  # of the headings, then of the other ways to ask
    order: Positions  # their rows, section by section
    starts: Positions  # where each section's begin in that order
    under: Positions  # for each passage the number of its section among these, or -1
    own: Positions  # for each passage the row of its heading among the headings, or -1


def _read_questions(generation: Generation) -> _Questions:
    sections = {chunk.id: (chunk.guide, chunk.path) for chunk in generation.chunks}
    parts = [generation.records.of("heading"), generation.records.of("asked")]
    numbers = dict[tuple[str, tuple[str, ...]], int]()
    asking = [sections[entry.chunk_id] for part in parts for entry in part.entries if entry.chunk_id]
    sectioned = np.array([numbers.setdefault(section, len(numbers)) for section in asking], np.intp)
    order = np.argsort(sectioned, kind="stable")
    headings = {sections[entry.chunk_id]: row for row, entry in enumerate(parts[0].entries) if entry.chunk_id}
    return _Questions(
        matrices=tuple(part.matrix for part in parts),
        order=order,
        starts=np.searchsorted(sectioned[order], np.arange(len(numbers))),
        under=np.array([numbers.get((chunk.guide, chunk.path), -1) for chunk in generation.chunks], np.intp),
        own=np.array([headings.get((chunk.guide, chunk.path), -1) for chunk in generation.chunks], np.intp),
    )

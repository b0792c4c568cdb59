"""Filters: which passages may be found at all, by guide, kind, date and by what a table row says."""

from collections.abc import Collection, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.chunks import ChunkKind
from index.rows import Condition, Rows
from index.storing.store import Generation

Mask = NDArray[np.bool_]


class Filters:
    """Masks over the passages of one generation."""

    def __init__(self, generation: Generation, rows: Rows | None = None) -> None:
        chunks = generation.chunks
        self._guides = _Column([chunk.guide for chunk in chunks])
        self._kinds = _Column([chunk.kind for chunk in chunks])
        self._dates = {guide.slug: guide.dated for guide in generation.manifest.guides}
        self._positions = {chunk.id: position for position, chunk in enumerate(chunks)}
        self._rows = rows

    def mask(
        self,
        guides: Collection[str] | None,
        kinds: Collection[ChunkKind] | None,
        since: date | None,
        conditions: Sequence[Condition],
    ) -> Mask | None:
        """What passes every filter, or nothing where there is none; an undated guide is never `since` a day."""
        masks: list[Mask] = []
        if guides is not None:
            masks.append(self._guides.among(guides))
        if kinds is not None:
            masks.append(self._kinds.among(kinds))
        if since is not None:
            masks.append(self._guides.among([slug for slug, day in self._dates.items() if day and day >= since]))
        if conditions:
            masks.append(self._meeting(conditions))
        return np.logical_and.reduce(masks) if masks else None

    def _meeting(self, conditions: Sequence[Condition]) -> Mask:
        """The rows whose cells meet all conditions; a row without the value does not."""
        mask = np.zeros(len(self._positions), np.bool_)
        rows = self._rows.sift(conditions).matching if self._rows else ()
        for row in rows:
            mask[[self._positions[chunk_id] for chunk_id in set(row.passages or (row.chunk_id,))]] = True
        return mask


class _Column:
    """One word for each passage, numbered so that many are compared at once."""

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers: dict[str, int] = {}
        self._column = np.array([self._numbers.setdefault(word, len(self._numbers)) for word in words], np.intp)

    def among(self, words: Collection[str]) -> Mask:
        """Where one of these words stands."""
        return np.isin(self._column, [self._numbers[word] for word in words if word in self._numbers])

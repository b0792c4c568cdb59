"""Search: the passages that answer a question, by meaning, by words and by the questions that guides ask themselves.

A score is the same sum for every question and every passage: nothing is stretched to fit one question's best find,
so a low score means that the guides say little about it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np

from index.chunks import Chunk, ChunkKind
from index.embedding.embedder import Embedder
from index.embedding.records import Vector
from index.rows import Condition, Rows
from index.searching.closeness import Closeness, Positions
from index.searching.filters import Filters
from index.searching.folding import Said
from index.searching.keywords import Keywords
from index.searching.meaning import Near, Numbers, Weights
from index.searching.names import Names
from index.storing.store import Generation

REACH = 100  # passages taken from each way of finding, before they are weighed together
DECIMALS = 5  # beyond these a score depends on the batch it was computed in


@dataclass(frozen=True)
class Hit:
    """A passage found, its score from 0 to 1, and the parts of it."""

    chunk: Chunk
    score: float
    dense: float  # cosine of the question and the passage
    keyword: float  # share of the question's words, 0 to 1
    heading: float | None  # cosine of the question and the question the passage stands under, asked in its closest way
    own: float | None = None  # the same with that question as the guide itself asks it
    meaning: float = 0.0  # what closeness in meaning says in all, of which the cosines are parts
    own_meaning: float = 0.0  # the same with that question as the guide itself asks it


class Searcher:
    """Search over one generation."""

    def __init__(
        self,
        generation: Generation,
        embedder: Embedder,
        *,
        rows: Rows | None = None,
        names: Names | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._chunks = generation.chunks
        self._embedder = embedder
        self._keywords = Keywords([" ".join((chunk.spoken, *chunk.asked)) for chunk in self._chunks])
        self._closeness = Closeness(generation)
        self._filters = Filters(generation, rows)
        self._names = names or Names({})
        self._weights = weights or Weights()

    def spell_out(self, question: str) -> str:
        """The question as it is searched, names written out; the vector that `search` is given should be of this."""
        return self._names.spell_out(question)

    def search(
        self,
        question: str,
        *,
        vector: Vector | None = None,
        k: int = 8,
        guides: Collection[str] | None = None,
        kinds: Collection[ChunkKind] | None = None,
        since: date | None = None,
        conditions: Sequence[Condition] = (),
    ) -> list[Hit]:
        """The k best of the passages that pass the filters, best first; ties go by id, repetitions are left out."""
        allowed = self._filters.mask(guides, kinds, since, conditions)
        if k < 1 or not self._chunks or not (allowed is None or allowed.any()):
            return []
        question = self.spell_out(question)
        if vector is None:
            vector = self._embedder.embed([question])[0]
        words = self._keywords.scores(question)
        asked = self._closeness.to_headings(vector)
        reach = max(REACH, 4 * k)
        if allowed is None:
            found = np.union1d(
                self._closeness.nearest(vector, reach), self._best_otherwise(words, asked.closest, reach)
            )
        else:  # a filter leaves few enough to look at each, which is also quicker than Chroma's own conditions
            found = np.flatnonzero(allowed)
        near = self._closeness.near(vector, asked, found)
        return list(islice(unrepeated(self._ranked(found, near, words[found], reach)), k))

    def _best_otherwise(self, words: Numbers, headings: Numbers, reach: int) -> Positions:
        """The passages that share most with the question in words and by their heading."""
        shared = self._weights.keyword * words + self._weights.heading * np.nan_to_num(headings)
        return top(shared, reach)

    def _ranked(self, found: Positions, near: Near, keyword: Numbers, reach: int) -> Iterator[Hit]:
        """The best as hits, best first."""
        meaning, own_meaning = near.meaning(self._weights), near.own_meaning(self._weights)
        sums = np.asarray(meaning + self._weights.keyword * keyword, np.float32)
        scores = sums / np.float32(1 + self._weights.keyword)
        places = top(scores, reach)
        rounded = (-round(score, DECIMALS) for score in scores[places].tolist())
        best = zip(rounded, (self._chunks[place].id for place in found[places].tolist()), places.tolist(), strict=True)
        for score, _, n in sorted(best):
            yield Hit(
                chunk=self._chunks[found[n]],
                score=-score,
                dense=round(float(near.passage[n]), DECIMALS),
                keyword=round(float(keyword[n]), DECIMALS),
                heading=None if np.isnan(near.heading[n]) else round(float(near.heading[n]), DECIMALS),
                own=None if np.isnan(near.own[n]) else round(float(near.own[n]), DECIMALS),
                meaning=round(float(meaning[n]), DECIMALS),
                own_meaning=round(float(own_meaning[n]), DECIMALS),
            )


def top(numbers: Numbers, count: int) -> Positions:
    """Where the largest numbers stand, in no order."""
    return np.argpartition(-numbers, count)[:count] if count < len(numbers) else np.arange(len(numbers))


def unrepeated(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits without those that repeat a better one."""
    kept: dict[tuple[str, ChunkKind, bool], list[Said]] = {}
    for hit in hits:
        said, chunk = Said.by(hit.chunk), hit.chunk
        alike = kept.setdefault((chunk.guide, chunk.kind, chunk.check), [])  # others say something of their own
        if not any(said.repeats(other) for other in alike):
            alike.append(said)
            yield hit

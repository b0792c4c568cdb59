"""An edition: one generation of the index, opened with all that a question needs from it."""

import weakref
from collections.abc import Collection, Sequence
from datetime import date

from index.chunks import Chunk, ChunkKind
from index.embedding.embedder import Embedder
from index.embedding.records import Matrix, Records, Vector
from index.errors import DamagedIndexError
from index.kinds import Kinds, with_kinds
from index.rows import Condition, Rows, read_rows
from index.searching.names import Names
from index.searching.search import Hit, Searcher
from index.storing.manifest import MEND, GuideEntry
from index.storing.store import Generation


class Edition:
    """Everything one generation knows, unchanged for as long as somebody keeps it.

    The generation is let go with the last reference to its edition.
    """

    def __init__(self, generation: Generation, embedder: Embedder) -> None:
        weakref.finalize(self, generation.release)
        self.name = generation.name
        self.manifest = generation.manifest
        _same_model(generation, embedder)
        self.guides: tuple[GuideEntry, ...] = self.manifest.guides
        self.vocabulary = self.manifest.vocabulary
        self.chunks: dict[str, Chunk] = {chunk.id: chunk for chunk in generation.chunks}
        self.rows = Rows(with_kinds(read_rows(generation.chunks).all, Kinds.told_by(self.vocabulary)))
        self.headings: Records = generation.records.of("heading")
        self.phrases: Records = generation.records.of("phrase")
        self._sentences = generation.records.of("sentence")
        self._places = _places(self._sentences)
        names = Names(self.vocabulary.subjects, self.vocabulary.background)
        self._searcher = Searcher(generation, embedder, rows=self.rows, names=names)

    def sentences(self, chunk_id: str) -> tuple[list[str], Matrix]:
        """The sentences of a passage with their vectors; rows and lists have none."""
        place = self._places.get(chunk_id, slice(0))
        return [entry.text for entry in self._sentences.entries[place]], self._sentences.matrix[place]

    def spell_out(self, question: str) -> str:
        """The question as it is searched; embed this one to hand over its vector."""
        return self._searcher.spell_out(question)

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
        """The k best passages among those allowed, best first."""
        return self._searcher.search(
            question, vector=vector, k=k, guides=guides, kinds=kinds, since=since, conditions=conditions
        )


def _same_model(generation: Generation, embedder: Embedder) -> None:
    """Refuse to search with vectors that mean something else."""
    built, asked = generation.manifest, embedder
    if built.model != asked.name:
        raise DamagedIndexError(f"the index was built with the model {built.model}, not with {asked.name}: {MEND}")
    if built.dimension != asked.dimension:
        raise DamagedIndexError(
            f"the index holds vectors of {built.dimension} numbers and {asked.name} makes {asked.dimension}: {MEND}"
        )


def _places(sentences: Records) -> dict[str, slice]:
    """Where each passage's sentences stand; they follow each other."""
    places = dict[str, slice]()
    for row, entry in enumerate(sentences.entries):
        start = places[entry.chunk_id].start if entry.chunk_id in places else row
        places[entry.chunk_id or ""] = slice(start, row + 1)
    return places

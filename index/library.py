"""The library: what other rooms ask, always the index that answers now."""

import threading
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from index.chunks import Chunk, ChunkKind
from index.edition import Edition
from index.embedding.embedder import Embedder
from index.embedding.records import Matrix, Records, Vector
from index.errors import NoIndexError
from index.rows import Condition, Rows
from index.searching.search import Hit
from index.storing.manifest import GuideEntry, Manifest
from index.storing.store import Store, read_current
from index.vocabulary import Vocabulary

WORD = 3  # tokens: the word itself between the opening and the closing mark


class Library:
    """The current edition, looked for again before each question; safe for many threads.

    Whoever needs several things of one index for one question takes `edition()` once and asks that.
    """

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._edition: Edition | None = None
        self._opening = threading.Lock()

    def edition(self) -> Edition:
        """The edition that answers now; after a build the new one is opened before the old one is let go."""
        edition = self._edition
        if edition and edition.name == self._store.current():
            return edition
        if not self._opening.acquire(blocking=edition is None) and edition:
            return edition  # another thread is opening the new one, and the old one is still whole
        try:
            return self._reopened()
        finally:
            self._opening.release()

    def _reopened(self) -> Edition:
        """The edition that answers now, opened if this is not it; called by one thread at a time."""
        if self._edition is None or self._edition.name != self._store.current():
            generation = read_current(self._store)
            if generation is None:
                raise NoIndexError("there is no index yet: make it with `python -m index build`")
            self._edition = Edition(generation, self._embedder)
        return self._edition

    def embed(self, texts: Sequence[str]) -> Matrix:
        """One vector a text, comparable with those of the index."""
        return self._embedder.embed(texts)

    def is_word(self, text: str) -> bool:
        """Whether the model knows a text as one word of its language; a mistyped word falls into pieces."""
        return self._embedder.count_tokens(text) <= WORD

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

        def found() -> list[Hit]:
            return self.edition().search(
                question, vector=vector, k=k, guides=guides, kinds=kinds, since=since, conditions=conditions
            )

        try:
            return found()
        except NoIndexError:  # a server lets go of a generation two builds later, though a question still runs
            self._edition = None
            return found()

    @property
    def manifest(self) -> Manifest:
        """What went into the index."""
        return self.edition().manifest

    @property
    def guides(self) -> tuple[GuideEntry, ...]:
        """The guides, by slug."""
        return self.edition().guides

    @property
    def vocabulary(self) -> Vocabulary:
        """The words people use, as the index was built with them."""
        return self.edition().vocabulary

    @property
    def chunks(self) -> Mapping[str, Chunk]:
        """Every passage by its id."""
        return self.edition().chunks

    @property
    def rows(self) -> Rows:
        """The table of typed cells."""
        return self.edition().rows

    @property
    def headings(self) -> Records:
        """The questions that guides themselves ask."""
        return self.edition().headings

    @property
    def phrases(self) -> Records:
        """Example phrasings, each with its act as group."""
        return self.edition().phrases

    def sentences(self, chunk_id: str) -> tuple[list[str], Matrix]:
        """The sentences of a passage with their vectors."""
        return self.edition().sentences(chunk_id)

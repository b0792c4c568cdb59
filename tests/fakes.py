"""Stand-ins that behave as well as the real thing, for tests that take no time."""

# -- embedding and searching --------------------------------------------------------------------------------------

import hashlib
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from index.chunks import Chunk
from index.embedding.listing import list_records
from index.embedding.records import Matrix, Records, Vector
from index.errors import BusyError, DamagedIndexError, NoIndexError
from index.guides import Guide
from index.storing.manifest import GuideEntry, Manifest
from index.vocabulary import Vocabulary


class HashEmbedder:
    """An Embedder whose vectors follow from a text's words alone: texts that share words are close."""

    name = "hash"
    dimension = 64
    window = 256

    def embed(self, texts: Sequence[str]) -> Matrix:
        matrix = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.casefold()) or [""]:
                seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
                matrix[row] += np.random.default_rng(seed).standard_normal(self.dimension, np.float32)
        return np.asarray(matrix / np.linalg.norm(matrix, axis=1, keepdims=True), np.float32)

    def count_tokens(self, text: str) -> int:
        return len(re.findall(r"\w+|[^\w\s]", text)) + 2


@dataclass(eq=False)
class MemoryGeneration:
    """A Generation over chunks in memory; its search is exact."""

    chunks: list[Chunk]
    guides: tuple[GuideEntry, ...] = ()
    embedder: HashEmbedder = field(default_factory=HashEmbedder)
    name: str = "memory"
    asked: int = 0  # how often it was asked for the nearest

    @property
    def manifest(self) -> Manifest:
        return Manifest(
            model=self.embedder.name,
            dimension=self.embedder.dimension,
            chunker="1",
            guides=self.guides,
            vocabulary=Vocabulary(),
            built=datetime(2026, 1, 1, tzinfo=UTC),
        )

    @property
    def records(self) -> Records:
        listed = list_records(self.chunks, Vocabulary())
        entries = tuple(entry for entry in listed if entry.role in ("heading", "asked", "sentence"))
        return Records(entries, self.embedder.embed([entry.text for entry in entries]))

    def vectors(self) -> tuple[list[str], Matrix]:
        return [chunk.id for chunk in self.chunks], self.embedder.embed([chunk.spoken for chunk in self.chunks])

    def nearest(self, vector: Vector, k: int) -> list[tuple[str, float]]:
        self.asked += 1
        ids, matrix = self.vectors()
        cosines = (matrix @ vector).tolist()
        return sorted(zip(ids, cosines, strict=True), key=lambda found: (-found[1], found[0]))[:k]

    def release(self) -> None:
        pass


# -- building and storing -----------------------------------------------------------------------------------------


class CountingEmbedder(HashEmbedder):
    """A HashEmbedder that remembers what it was given."""

    def __init__(self, name: str = "hash", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> Matrix:
        self.embedded += texts
        return super().embed(texts)


@dataclass(eq=False)
class KeptGeneration:
    """A Generation as it was written."""

    name: str
    manifest: Manifest
    chunks: list[Chunk]
    records: Records
    released: bool = False
    gone: bool = False  # as on a server, where a build may remove what is still read

    def vectors(self) -> tuple[list[str], Matrix]:
        passages = self.records.of("passage")
        return [entry.id for entry in passages.entries], passages.matrix

    def nearest(self, vector: Vector, k: int) -> list[tuple[str, float]]:
        if self.gone:
            raise NoIndexError(f"{self.name} is gone")
        ids, matrix = self.vectors()
        cosines = (matrix @ vector).tolist()
        return sorted(zip(ids, cosines, strict=True), key=lambda found: (-found[1], found[0]))[:k]

    def release(self) -> None:
        self.released = True


class MemoryStore:
    """A Store in memory, with every generation that was ever written or opened."""

    def __init__(self) -> None:
        self.written: list[tuple[Manifest, list[Chunk], Records]] = []
        self.opened: list[KeptGeneration] = []
        self.damage: DamagedIndexError | None = None
        self.reading = threading.Event()  # set while somebody reads
        self.hold_back: threading.Event | None = None  # what reading waits for
        self._building = False

    def current(self) -> str | None:
        return str(len(self.written)) if self.written else None

    def read(self, name: str) -> KeptGeneration:
        if self.damage:
            raise self.damage
        if self.hold_back:
            self.reading.set()
            self.hold_back.wait(10)
        self.opened.append(KeptGeneration(name, *self.written[int(name) - 1]))
        return self.opened[-1]

    def write(self, manifest: Manifest, chunks: Sequence[Chunk], records: Records) -> str:
        self.written.append((manifest, list(chunks), records))
        self.damage = None
        return str(len(self.written))

    @contextmanager
    def building(self) -> Iterator[None]:
        if self._building:
            raise BusyError("another build is running")
        self._building = True
        try:
            yield
        finally:
            self._building = False


# -- guides and their tokens --------------------------------------------------------------------------------------


def a_guide(body: str, slug: str = "small", first_line: int = 1) -> Guide:
    """A guide with this body."""
    return Guide(slug, "Small guide", "Tests", None, None, None, None, None, body, "digest", first_line)


def count_words(text: str) -> int:
    """As many tokens as words, and one each for the beginning and the end."""
    return len(text.split()) + 2

"""What a generation holds inside Chroma: passages that are searched, and pages of all vectors."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

import numpy as np
from pydantic import TypeAdapter

from index.chunks import Chunk
from index.embedding.records import Matrix, Records, Vector
from index.errors import DamagedIndexError
from index.storing.chroma import Chroma, Shelf
from index.storing.entries import Entry
from index.storing.manifest import MEND, Manifest, Seal
from index.storing.pages import joined, paged, unpaged
from index.storing.sealing import seal_entries

CHUNK = TypeAdapter(Chunk)
PASSAGES_A_WRITE = 1000  # some seconds of work
PASSAGES_A_READ = 10_000  # SQLite takes no more than 32,766 variables
PAGES_A_CALL = 8  # some megabytes


def new_name(manifest: Manifest) -> str:
    """A name that no other build has, led by what went in."""
    return f"{manifest.id}-{secrets.token_hex(4)}"


@dataclass(eq=False)
class StoredGeneration:
    """A generation read from Chroma and held until it is released."""

    name: str
    manifest: Manifest
    chunks: list[Chunk]
    records: Records
    _passages: Shelf = field(repr=False)
    _let_go: Callable[[], None] = field(repr=False)

    def vectors(self) -> tuple[list[str], Matrix]:
        """The passages' ids and vectors."""
        passages = self.records.of("passage")
        return [entry.id for entry in passages.entries], passages.matrix

    def nearest(self, vector: Vector, k: int) -> list[tuple[str, float]]:
        """The k passages closest in meaning, best first."""
        return self._passages.nearest(vector, min(k, len(self.chunks)))

    def release(self) -> None:
        """Let go of it."""
        self._let_go()


def fill(chroma: Chroma, prefix: str, manifest: Manifest, chunks: Sequence[Chunk], records: Records) -> Seal:
    """Write a generation's shelves, try them once, and give what must hold when they are opened again."""
    dates = {guide.slug: guide.dated for guide in manifest.guides}
    passages = [_passage(number, chunk, dates[chunk.guide]) for number, chunk in enumerate(chunks)]
    shelf = chroma.create(prefix + "passages")
    shelf.add(passages, records.of("passage").matrix, PASSAGES_A_WRITE)
    _warm(shelf, len(passages), manifest.dimension)
    pages = [Entry(f"page-{number:06}", page) for number, page in enumerate(paged(records))]
    chroma.create(prefix + "records").add(pages, np.ones((len(pages), 2), np.float32), PAGES_A_CALL)
    return seal_entries(
        {entry.id: entry.fingerprint for entry in passages}, {page.id: page.fingerprint for page in pages}
    )


def load(chroma: Chroma, prefix: str, name: str, manifest: Manifest, let_go: Callable[[], None]) -> StoredGeneration:
    """Read a generation's shelves, or DamagedIndexError when they are not what was written."""
    shelf, numbered, passages = chroma.open(prefix + "passages"), dict[int, Chunk](), dict[str, str]()
    paged_records, pages = dict[str, Records](), dict[str, str]()
    try:
        for entry in shelf.entries(PASSAGES_A_READ):
            passages[entry.id] = entry.fingerprint
            numbered[int(entry.metadata["number"])] = CHUNK.validate_json(str(entry.metadata["chunk"]))
        for entry in chroma.open(prefix + "records").entries(PAGES_A_CALL):
            pages[entry.id] = entry.fingerprint
            paged_records[entry.id] = unpaged(entry.metadata, manifest.dimension)
    except (KeyError, ValueError, TypeError) as error:
        raise DamagedIndexError(f"the index cannot be read: {MEND}") from error
    sealed = seal_entries(passages, pages).model_copy(update={"files": manifest.seal.files})
    if sealed != manifest.seal:
        raise DamagedIndexError(f"the index is not what was written: {MEND}")
    chunks = [chunk for _, chunk in sorted(numbered.items(), key=itemgetter(0))]
    records = joined([paged_records[id_] for id_ in sorted(pages)], manifest.dimension)
    _warm(shelf, len(chunks), manifest.dimension)
    return StoredGeneration(name, manifest, chunks, records, shelf, let_go)


def _warm(shelf: Shelf, passages: int, dimension: int) -> None:
    """Warm the search, and see that it finds as many as there are: with its file gone Chroma quietly finds one."""
    asked = min(10, passages)
    if len(shelf.nearest(np.eye(1, dimension, dtype=np.float32)[0], asked)) < asked:
        raise DamagedIndexError(f"the index does not find what it holds: {MEND}")


def _passage(number: int, chunk: Chunk, dated: date | None) -> Entry:
    metadata: dict[str, str | int] = {
        "number": number,
        "guide": chunk.guide,
        "kind": chunk.kind,
        "chunk": CHUNK.dump_json(chunk).decode(),
    }
    return Entry(chunk.id, metadata | ({"updated": dated.toordinal()} if dated else {}), chunk.spoken)

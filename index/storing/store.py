"""The store: where generations of the index are kept, each written whole and never changed afterwards."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from index.chunks import Chunk
from index.embedding.records import Matrix, Records, Vector
from index.errors import DamagedIndexError, NoIndexError
from index.storing.manifest import MEND, Manifest


class Generation(Protocol):
    """One whole index, opened; it stays readable until it is released, whatever is built meanwhile."""

    @property
    def name(self) -> str:
        """The generation's own name; no two builds share one."""

    @property
    def manifest(self) -> Manifest:
        """What went into it."""

    @property
    def chunks(self) -> list[Chunk]:
        """Every passage, in the order of the guides."""

    @property
    def records(self) -> Records:
        """Passages, headings, sentences and phrases with their vectors, held in memory."""

    def vectors(self) -> tuple[list[str], Matrix]:
        """The passages' ids and vectors, in the order of the chunks."""

    def nearest(self, vector: Vector, k: int) -> list[tuple[str, float]]:
        """The k passages closest in meaning, as chunk id and cosine, best first."""

    def release(self) -> None:
        """Let go of it, so that a build may remove it; releasing twice is fine."""


class Store(Protocol):
    """Generations side by side and a pointer to the one that answers."""

    def current(self) -> str | None:
        """The name of the generation that answers, cheap enough to ask before each question."""

    def read(self, name: str) -> Generation:
        """Open and hold a generation; NoIndexError if it is gone, DamagedIndexError if it cannot be trusted."""

    def write(self, manifest: Manifest, chunks: Sequence[Chunk], records: Records) -> str:
        """Write a new generation beside the old one, switch to it in one step, and give its name."""

    def building(self) -> AbstractContextManager[None]:
        """Be the only builder for a while; BusyError if there is another."""


def read_current(store: Store) -> Generation | None:
    """Open the generation that answers now, or nothing where there is none yet."""
    while (name := store.current()) is not None:
        try:
            return store.read(name)
        except NoIndexError as error:  # a build may have switched and swept in between
            if store.current() == name:
                raise DamagedIndexError(f"the index that answers is gone: {MEND}") from error
    return None

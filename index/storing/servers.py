"""The store on a Chroma server: shelves a generation, and a small shelf whose notes point to the one that answers."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from index.chunks import Chunk
from index.embedding.records import Records
from index.errors import NoIndexError, StoreError
from index.storing.chroma import open_server
from index.storing.generations import StoredGeneration, fill, load, new_name
from index.storing.lease import STALE, Lease
from index.storing.manifest import Manifest, read_manifest

POINTER = "advisor-current"
OURS = re.compile(rf"advisor-([0-9a-f]{{16}}-[0-9a-f]{{8}})-(passages|records)|{STALE}.*")
PARTS = ("passages", "records")
QUESTION = 5.0  # seconds that a server which hangs may cost a question
BUILD = 120.0  # and a build, for each of its batches


class ServerStore:
    """Generations on a Chroma server, for readers and builders on any number of machines.

    Two generations are kept, so that a question which began before a switch can end.
    """

    def __init__(self, url: str, deadline: float = QUESTION) -> None:
        self._chroma = open_server(url, deadline)
        self._deadline = deadline
        self._lease = Lease(self._chroma)

    def current(self) -> str | None:
        """The name of the generation that answers."""
        return self._pointer().get("name")

    def read(self, name: str) -> StoredGeneration:
        """Open a generation."""
        notes = self._chroma.open(_prefix(name) + "passages").notes
        manifest = read_manifest(notes.get("manifest", ""))
        return load(self._chroma, _prefix(name), name, manifest, _nothing)

    def write(self, manifest: Manifest, chunks: Sequence[Chunk], records: Records) -> str:
        """Write a new generation beside the old one and switch to it."""
        name = new_name(manifest)
        prefix = _prefix(name)
        try:
            seal = fill(self._chroma, prefix, manifest, chunks, records)
            self._chroma.open(prefix + "passages").note({"manifest": manifest.with_seal(seal).to_json()})
            self._lease.check()
            previous = self._pointer().get("name")
            notes = {"name": name} | ({"previous": previous} if previous else {})
            self._chroma.open_or_create(POINTER).note(notes)
        except StoreError:
            with suppress(StoreError):  # only what is ours: another builder may have taken over
                self._drop(name)
            raise
        self._sweep()
        return name

    @contextmanager
    def building(self) -> Iterator[None]:
        """Be the only builder for a while; what killed builds left behind goes first."""
        self._chroma.allow(BUILD)
        try:
            self._lease = Lease(self._chroma)
            with self._lease.held():
                self._sweep()
                yield
        finally:
            self._chroma.allow(self._deadline)

    def _pointer(self) -> dict[str, str]:
        try:
            return self._chroma.open(POINTER).notes
        except NoIndexError:
            return {}

    def _sweep(self) -> None:
        """Remove every generation but the current one and the one before."""
        kept = {_prefix(name) + part for name in self._pointer().values() for part in PARTS}
        for name in self._chroma.names():
            if OURS.fullmatch(name) and name not in kept:
                self._chroma.drop(name)

    def _drop(self, name: str) -> None:
        for part in PARTS:
            self._chroma.drop(_prefix(name) + part)


def _prefix(name: str) -> str:
    return f"advisor-{name}-"


def _nothing() -> None:
    """A server holds nothing for one reader."""

"""Chroma's one door: shelves of given vectors, in a folder or on a server; no type of Chroma's leaves."""

import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from index.embedding.records import Matrix, Vector
from index.errors import NoIndexError, StoreError
from index.storing.address import read_address
from index.storing.entries import Entry, Metadata

if TYPE_CHECKING:
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.fastapi import FastAPI
    from chromadb.api.models.Collection import Collection
    from chromadb.api.rust import RustBindingsAPI
    from chromadb.config import Settings
    from chromadb.types import Collection as Model
    from httpx import Client

# With Chroma's own numbers two builds of the same vectors answer differently; with these, search is exact.
EXACT = {"space": "cosine", "ef_construction": 400, "ef_search": 400, "max_neighbors": 64, "sync_threshold": 1}


class Shelf:
    """One collection of Chroma's."""

    def __init__(self, chroma: "Chroma", collection: "Collection") -> None:
        self._told = chroma.told
        self._collection = collection

    @property
    def notes(self) -> dict[str, str]:
        """What was noted on the shelf itself when it was opened."""
        return {key: str(value) for key, value in (self._collection.metadata or {}).items()}

    def note(self, notes: Mapping[str, str]) -> None:
        """Replace the notes, in one step."""
        with self._told():
            self._collection.modify(metadata=dict(notes))

    def rename(self, name: str) -> None:
        """Give this very shelf another name, whatever has its old name by now."""
        with self._told():
            self._collection.modify(name=name)

    def count(self) -> int:
        """How many entries it holds."""
        with self._told():
            return self._collection.count()

    def add(self, entries: Sequence[Entry], vectors: Matrix, batch: int) -> None:
        """Keep entries with their vectors, so many a call."""
        for start in range(0, len(entries), batch):
            part = entries[start : start + batch]
            documents = [entry.document for entry in part if entry.document is not None]
            with self._told():
                self._collection.add(
                    ids=[entry.id for entry in part],
                    embeddings=vectors[start : start + batch],
                    metadatas=[dict(entry.metadata) for entry in part],
                    documents=documents or None,
                )

    def entries(self, page: int) -> Iterator[Entry]:
        """Everything that it holds, read page by page."""
        for start in range(0, self.count(), page):
            with self._told():
                found = self._collection.get(include=["metadatas"], limit=page, offset=start)
            metadatas = cast("list[Metadata | None]", found["metadatas"])
            yield from (Entry(id_, metadata or {}) for id_, metadata in zip(found["ids"], metadatas, strict=True))

    def nearest(self, vector: Vector, k: int) -> list[tuple[str, float]]:
        """The k ids closest to a vector with their cosine, best first."""
        with self._told():
            asked = vector[np.newaxis]
            found = self._collection.query(query_embeddings=asked, n_results=k, include=["distances"])
        ids, distances = found["ids"][0], (found["distances"] or [[]])[0]
        return [(id_, 1.0 - float(distance)) for id_, distance in zip(ids, distances, strict=True)]


class Chroma:
    """An open Chroma; its failures are StoreErrors, and a shelf that is gone is a NoIndexError."""

    def __init__(self, settings: "Settings", place: str, mend: str = "") -> None:
        """Open it; `place` names it in messages and shows no secret, `mend` says what to do when it fails."""
        from chromadb.api import ServerAPI  # noqa: PLC0415 - half a second, kept out of start-up
        from chromadb.config import System  # noqa: PLC0415

        self.place = place
        self._mend = mend
        with self.told():
            self._system = System(settings)
            self._api = self._system.instance(cast("type[RustBindingsAPI]", ServerAPI))
            self._system.start()

    def close(self) -> None:
        """Let go of the folder; closing twice is fine."""
        with suppress(AttributeError):
            self._system.stop()

    def allow(self, seconds: float) -> None:
        """Give a server this long for each answer from now on."""
        self.session.timeout = seconds  # Chroma has no setting for it, and would wait for ever

    @property
    def session(self) -> "Client":
        """The connections to a server."""
        return cast("FastAPI", self._api)._session

    def names(self) -> list[str]:
        """The names of all shelves."""
        with self.told():
            return [model.name for model in self._api.list_collections()]

    def open(self, name: str) -> Shelf:
        """The shelf of that name, or NoIndexError."""
        with self.told():
            return self._shelf(self._api.get_collection(name))

    def create(self, name: str, notes: Mapping[str, str] | None = None) -> Shelf:
        """A new shelf that is searched exactly; StoreError if there is one of that name."""
        exact = cast("CreateCollectionConfiguration", {"hnsw": EXACT})
        noted = dict(notes or {}) or None
        with self.told():
            return self._shelf(self._api.create_collection(name, configuration=exact, metadata=noted))

    def open_or_create(self, name: str) -> Shelf:
        """The shelf of that name, new if there is none."""
        with self.told():
            return self._shelf(self._api.create_collection(name, get_or_create=True))

    def drop(self, name: str) -> None:
        """Delete a shelf; one that is gone already is fine."""
        with suppress(NoIndexError), self.told():
            self._api.delete_collection(name)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say in our words what goes wrong inside."""
        from chromadb.errors import NotFoundError  # noqa: PLC0415

        try:
            yield
        except NotFoundError as error:
            raise NoIndexError(f"{self.place} has no such index any more: {_line(error)}") from error
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise  # a Rust panic, on a broken SQLite file, is no Exception
            raise StoreError(f"{self.place} cannot be used ({_line(error)}){self._mend}") from error

    def _shelf(self, model: "Model") -> Shelf:
        from chromadb.api.models.Collection import Collection  # noqa: PLC0415

        # Without None here Chroma would fetch a model of its own from the network.
        return Shelf(self, Collection(client=self._api, model=model, embedding_function=None))


def open_folder(folder: Path) -> Chroma:
    """Chroma in a folder of its own, made if need be."""
    from chromadb.config import Settings  # noqa: PLC0415

    settings = Settings(
        _env_file=None,
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
        chroma_api_impl="chromadb.api.rust.RustBindingsAPI",
        is_persistent=True,
        persist_directory=str(folder.resolve()),
    )
    return Chroma(settings, str(folder))


def open_server(url: str, deadline: float) -> Chroma:
    """Chroma on a server; nothing is asked of it yet."""
    from chromadb.config import Settings  # noqa: PLC0415

    address = read_address(url)
    settings = Settings(
        _env_file=None,
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
        chroma_api_impl="chromadb.api.fastapi.FastAPI",
        chroma_server_host=address.host,
        chroma_server_http_port=address.port,
        chroma_server_ssl_enabled=address.encrypted,
        chroma_server_headers=address.headers,
    )
    chroma = Chroma(settings, f"the Chroma server at {address}", ": see that it runs, or unset ADVISOR_CHROMA_URL")
    chroma.allow(deadline)
    weakref.finalize(chroma, chroma.session.close)  # Chroma itself never closes its connections
    return chroma


def _line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:200]

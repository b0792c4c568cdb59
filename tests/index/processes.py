"""Builders and readers in processes of their own, forked from one that has already loaded what is slow to load."""

import multiprocessing
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import chromadb.api.fastapi
import chromadb.api.rust

from index.errors import LibraryError
from index.library import Library
from index.storing.folders import FolderStore
from index.storing.servers import ServerStore
from index.storing.store import Store
from tests.fakes import HashEmbedder
from tests.index.small import build_small, edition, editions

LOADED = (chromadb.api.rust, chromadb.api.fastapi)  # a fork has them at once


@dataclass(frozen=True)
class Place:
    """Where a store is, in a form that goes to another process."""

    folder: Path | None = None
    url: str = ""

    def store(self) -> Store:
        """The store there."""
        return FolderStore(self.folder) if self.folder else ServerStore(self.url)


def context() -> ForkServerContext:
    """A context whose processes start in no time."""
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(["tests.index.processes"])
    return forking


def build_edition(place: Place, number: int, sections: int) -> None:
    """Build one edition; to be killed."""
    build_small(place.store(), edition(number, sections))


def build_with_small_files(place: Place, number: int, sections: int, limit: int, said: Connection) -> None:
    """Build where no file may grow beyond a limit, and tell what it says and what is answered afterwards."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        build_small(place.store(), edition(number, sections))
        said.send(None)
    except LibraryError as error:
        said.send(error)
    try:
        said.send(editions(Library(place.store(), HashEmbedder())))
    except LibraryError as error:
        said.send(error)


def ask_on_and_on(place: Place, ends: Connection) -> None:
    """Ask until told to stop, then once more; tell what was seen meanwhile and at last."""
    library = Library(place.store(), HashEmbedder())
    seen = [editions(library)]
    ends.send("asking")
    while not ends.poll():
        seen.append(editions(library))
    ends.send((seen, editions(library)))


@contextmanager
def running(target: Callable[..., None], *arguments: object) -> Iterator[ForkServerProcess]:
    """A process of ours, ended at the latest here."""
    process = context().Process(target=target, args=arguments)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()
        process.close()


@contextmanager
def talking(target: Callable[..., None], *arguments: object) -> Iterator[Connection]:
    """A process of ours that is given one end of a pipe; here is the other."""
    ours, theirs = context().Pipe()
    with running(target, *arguments, theirs), ours:
        theirs.close()
        yield ours

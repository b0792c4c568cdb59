"""The real index of the real corpus, built once for all tests that ask it; and the real places to keep one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.embedding.embedder import SentenceTransformerEmbedder
from index.storing.chroma import open_server
from index.storing.store import Store
from tests.index.processes import Place
from tests.index.serving import chroma_server

# -- storing ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One real Chroma server for all tests that need one."""
    with chroma_server(tmp_path_factory.mktemp("chroma")) as (url, _):
        yield url


@pytest.fixture
def server_url(server: str) -> str:
    """The server, emptied."""
    chroma = open_server(server, deadline=10)
    for name in chroma.names():
        chroma.drop(name)
    chroma.close()
    return server


@pytest.fixture(params=["folder", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where an index is kept: in a folder, then on a server."""
    if request.param == "folder":
        return Place(tmp_path / "index")
    return Place(url=request.getfixturevalue("server_url"))


@pytest.fixture
def places(place: Place) -> Callable[[], Store]:
    """A maker of stores that all have one place."""
    return place.store


# -- embedding ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def reference() -> SentenceTransformerEmbedder:
    """The packaged model as sentence-transformers runs it, loaded once."""
    embedder = SentenceTransformerEmbedder()
    embedder.embed(["loaded"])
    return embedder

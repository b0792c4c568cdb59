"""One server for all tests that change nothing about it, and the means to start others."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from advisor.bootstrap import ReplyModel
from api.storage.database import Database
from api.storage.records import Records
from index.settings import Settings
from tests.api.parts import chroma, postgres, redis
from tests.api.serving import ADMIN_KEY, Server, copy_index, serving

__all__ = ["chroma", "postgres", "redis"]  # the real parts, as fixtures

Ask = Callable[..., ReplyModel]
ORIGIN = "https://school.example"


@pytest.fixture(scope="session")
def server(built: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = copy_index(built.data, tmp_path_factory.mktemp("served"))
    with serving(data, admin_key=ADMIN_KEY, allowed_origins=ORIGIN) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with server.client() as one:
        yield one


@pytest.fixture
def ask(client: httpx.Client) -> Ask:
    def asked(message: str, conversation_id: str | None = None) -> ReplyModel:
        response = client.post("/v1/chat", json={"message": message, "conversation_id": conversation_id})
        assert response.status_code == 200, response.text
        return ReplyModel.model_validate_json(response.content)

    return asked


@pytest.fixture
def records(server: Server) -> Iterator[Records]:
    """What the server keeps, opened beside it."""
    database = Database(server.database)
    yield Records(database, 30, time.time)
    database.close()


@pytest.fixture
def data(built: Settings, tmp_path: Path) -> Path:
    """A data folder with an index and nothing else."""
    return copy_index(built.data, tmp_path)

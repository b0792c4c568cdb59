"""Real parts on loopback, each in a folder of its own and ended by its id: PostgreSQL, Redis, Chroma."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest
import redis as redis_client

from tests.index.serving import chroma_server, free_port

LONG = 90.0  # seconds after which a part that does not answer never will
DEBIAN = Path("/usr/lib/postgresql")


# -- finding ------------------------------------------------------------------------------------------------------


def postgres_program(name: str) -> str | None:
    """A program of PostgreSQL's; Debian keeps them out of the path."""
    found = shutil.which(name)
    return found or next((str(path) for path in sorted(DEBIAN.glob(f"*/bin/{name}"), reverse=True)), None)


def has_postgres() -> bool:
    """Whether a PostgreSQL server can be started here."""
    return bool(postgres_program("initdb") and postgres_program("postgres"))


def has_redis() -> bool:
    """Whether a Redis server can be started here."""
    return shutil.which("redis-server") is not None


# -- running ------------------------------------------------------------------------------------------------------


@contextmanager
def process(command: Sequence[str], log: Path, user: str | None = None) -> Iterator["subprocess.Popen[bytes]"]:
    """A process of ours, ended at the latest here."""
    as_user = {"user": user, "group": user, "extra_groups": []} if user else {}
    with (
        log.open("wb") as said,
        subprocess.Popen(command, stdout=said, stderr=said, cwd="/", **as_user) as running,  # type: ignore[call-overload]
    ):
        try:
            yield running
        finally:
            running.send_signal(signal.SIGCONT)  # one that is held cannot end
            running.send_signal(signal.SIGINT)
            try:
                running.wait(10)
            except subprocess.TimeoutExpired:
                running.kill()


def begun(holds: Callable[[], bool], running: "subprocess.Popen[bytes]", log: Path) -> None:
    """Ask again and again until it holds; a process that ended never will."""
    deadline = time.monotonic() + LONG
    while not holds():
        try:
            running.wait(0.02)
        except subprocess.TimeoutExpired:
            if time.monotonic() < deadline:
                continue
        raise RuntimeError(f"it did not start: {log.read_text('utf-8', errors='replace')[-2000:]}")


@contextmanager
def folder(owner: str | None = None) -> Iterator[Path]:
    """A folder with a short name, which sockets need, that its owner can reach."""
    made = Path(tempfile.mkdtemp(prefix="advisor-"))
    try:
        if owner:
            shutil.chown(made, owner, owner)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


# -- PostgreSQL ---------------------------------------------------------------------------------------------------


@dataclass
class Postgres:
    """A running PostgreSQL server."""

    port: int
    _numbers: Iterator[int] = field(default_factory=count)

    def address(self, database: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql://advisor@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.address(name)

    def answers(self) -> bool:
        """Whether it takes connections."""
        try:
            psycopg.connect(self.address(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """PostgreSQL, which refuses to be root."""
    user = "postgres" if os.getuid() == 0 else None
    initdb, server = postgres_program("initdb"), postgres_program("postgres")
    assert initdb
    assert server
    with folder(user) as place:
        log, data, port = place / "log", place / "data", free_port()
        log.touch()
        making = [
            initdb,
            "-D",
            str(data),
            "-A",
            "trust",
            "-U",
            "advisor",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        with process(making, log, user) as made:
            assert made.wait(LONG) == 0, log.read_text("utf-8")
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=300", "-k", str(place)]
        with process([server, "-D", str(data), "-p", str(port), *options], log, user) as running:
            postgres = Postgres(port)
            begun(postgres.answers, running, log)
            yield postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One real PostgreSQL server for all tests that need one."""
    with postgres_server() as running:
        yield running


# -- Redis --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Redis:
    """A running Redis server."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        """Where it is."""
        return f"redis://127.0.0.1:{self.port}/0"


@contextmanager
def redis_server() -> Iterator[Redis]:
    """Redis, which keeps nothing."""
    server = shutil.which("redis-server")
    assert server
    with folder() as place:
        port, log = free_port(), place / "log"
        options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(place)]

        def answers() -> bool:
            with redis_client.Redis(port=port) as client:
                try:
                    return bool(client.ping())
                except redis_client.ConnectionError:
                    return False

        with process([server, "--port", str(port), *options], log) as running:
            begun(answers, running, log)
            yield Redis(port, running.pid)


@pytest.fixture
def redis() -> Iterator[Redis]:
    """A real Redis server; a test may stop it."""
    with redis_server() as running:
        yield running


# -- Chroma -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One real Chroma server."""
    with chroma_server(tmp_path_factory.mktemp("chroma")) as (url, _):
        yield url

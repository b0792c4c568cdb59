"""Where the api room is put together: settings in, a server's services out."""

import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI

from advisor.bootstrap import Adviser, Shelves, build_where_missing, open_shelves, open_writer
from api.app import create_app
from api.desk import Desk
from api.errors import ApiError, StorageError
from api.hosts import allowed_hosts
from api.limits import RateLimit
from api.memory import Memory
from api.metrics import Metrics
from api.services import Services
from api.settings import Settings
from api.spans import OFF, Spans
from api.storage.database import IN_MEMORY, Database
from api.storage.records import Records
from api.walls import Walls
from index import LibraryError

LOG = logging.getLogger("api")
THREADS = 32
AGAIN = 5.0  # seconds between two tries to become ready
EVERY = 600.0  # seconds between two looks for what has been kept for long enough


def open_records(settings: Settings, clock: Callable[[], float] = time.time) -> tuple[Database, Records]:
    """Where conversations are kept, and what is done with them."""
    database = Database(_address(settings))
    return database, Records(database, settings.retention_days, clock)


def open_app(settings: Settings, bound_to: str = "127.0.0.1", clock: Callable[[], float] = time.time) -> FastAPI:
    """The app that these settings name; it becomes ready by itself."""
    database, records = open_records(settings, clock)
    metrics, shelves = Metrics(), open_shelves(settings)
    spans = Spans() if settings.tracing == "opentelemetry" else None

    def on_step(step: str, seconds: float) -> None:
        metrics.stepped(step, seconds)
        if spans:
            spans.stepped(step, seconds)

    tracing = settings.tracing == "langsmith"
    adviser = Adviser(shelves, writer=open_writer(settings), tracing=tracing, on_step=on_step)
    memory = Memory(records, adviser)
    opened, closing = threading.Event(), threading.Event()
    metrics.age_of(lambda: _built(shelves) if opened.is_set() else None)
    services = Services(
        settings=settings,
        adviser=adviser,
        shelves=shelves,
        records=records,
        memory=memory,
        desk=Desk(adviser, records, memory, metrics),
        metrics=metrics,
        pool=ThreadPoolExecutor(THREADS, thread_name_prefix="answer"),
        is_ready=opened.is_set,
    )
    limit = RateLimit(settings.rate_limit, settings.redis_url)
    walls = Walls(allowed_hosts(settings.allowed_hosts, bound_to), settings.trusted_proxies, limit)

    def open_all() -> None:
        """What is done while the port is open already, tried again until it holds."""
        while not closing.is_set():
            try:
                database.migrate()
                _clear_where_nothing_is_kept(settings, clock)
                build_where_missing(settings)
                adviser.ask("hello")  # the first question loads the model
                opened.set()
                LOG.info("ready")
                break
            except (LibraryError, ApiError) as error:
                LOG.error("not ready", extra={"reason": str(error), "cause": type(error.__cause__).__name__})
                closing.wait(AGAIN)
            except Exception:  # a full disk, a folder that may not be written: told, and tried again
                LOG.exception("not ready")
                closing.wait(AGAIN)
        while not closing.is_set():
            _expire(records, memory)
            closing.wait(EVERY)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        opener = threading.Thread(target=open_all, name="opening", daemon=True)
        opener.start()
        yield
        closing.set()
        services.pool.shutdown(wait=True)
        limit.close()
        if spans:
            spans.close()
        database.close()

    return create_app(services, walls, spans.telemetry if spans else OFF, lifespan)


def _built(shelves: Shelves) -> float | None:
    try:
        return shelves.current().edition.manifest.built.timestamp()
    except LibraryError:
        return None


def _expire(records: Records, memory: Memory) -> None:
    try:
        gone = records.expire()
        for conversation_id in gone:
            memory.forget(conversation_id)
        if gone:
            LOG.info("expired", extra={"conversations": len(gone)})
    except StorageError as error:
        LOG.warning("not expired", extra={"reason": str(error)})


def _address(settings: Settings) -> str:
    """Where conversations are kept; in memory alone where nothing is to be kept."""
    if settings.retention_days == 0:
        return IN_MEMORY
    return settings.database_url or f"sqlite:///{_file(settings)}"


def _file(settings: Settings) -> Path:
    return settings.data / "conversations.db"


def _clear_where_nothing_is_kept(settings: Settings, clock: Callable[[], float]) -> None:
    """What was kept before ADVISOR_RETENTION_DAYS was set to 0 goes too."""
    if settings.retention_days or not (settings.database_url or _file(settings).exists()):
        return
    database, records = open_records(settings.model_copy(update={"retention_days": 1}), clock)
    database.migrate()
    records.clear()
    database.close()

"""Where the api room is put together: settings in, a server's services out."""

import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from fastapi import FastAPI

from advisor.bootstrap import Adviser, build_where_missing, open_shelves
from api.app import create_app
from api.desk import Desk
from api.errors import StorageError
from api.memory import Memory
from api.services import Services
from api.settings import Settings
from api.storage.database import IN_MEMORY, Database
from api.storage.records import Records
from index import LibraryError

LOG = logging.getLogger("api")
THREADS = 32
AGAIN = 5.0  # seconds between two tries to become ready
EVERY = 600.0  # seconds between two looks for what has been kept for long enough


def open_app(settings: Settings, clock: Callable[[], float] = time.time) -> FastAPI:
    """The app that these settings name; it becomes ready by itself."""
    database = Database(_address(settings))
    shelves = open_shelves(settings)
    adviser = Adviser(shelves, tracing=settings.tracing)
    records = Records(database, settings.retention_days, clock)
    memory = Memory(records, adviser)
    opened, closing = threading.Event(), threading.Event()
    pool = ThreadPoolExecutor(THREADS, thread_name_prefix="answer")
    services = Services(
        settings=settings,
        adviser=adviser,
        shelves=shelves,
        records=records,
        memory=memory,
        desk=Desk(adviser, records, memory),
        pool=pool,
        is_ready=opened.is_set,
    )

    def open_all() -> None:
        """What is done while the port is open already, tried again until it holds."""
        while not closing.is_set():
            try:
                database.migrate()
                build_where_missing(settings)
                adviser.ask("hello")  # the first question loads the model
                break
            except (LibraryError, StorageError) as error:
                LOG.error("not ready", extra={"reason": str(error)})
                closing.wait(AGAIN)
        opened.set()
        while not closing.wait(EVERY):
            records.expire()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        thread = threading.Thread(target=open_all, name="opening", daemon=True)
        thread.start()
        yield
        closing.set()
        pool.shutdown(wait=True)
        database.close()

    return create_app(services, lifespan)


def _address(settings: Settings) -> str:
    """Where conversations are kept; in memory alone where nothing is to be kept."""
    if settings.retention_days == 0:
        return IN_MEMORY
    return settings.database_url or f"sqlite:///{settings.data / 'conversations.db'}"

"""The one door to the database: SQLite by default, PostgreSQL by setting, brought up to date when it is opened."""

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from api.errors import StorageError

LOG = logging.getLogger("api")
MIGRATIONS = Path(__file__).with_name("migrations")
IN_MEMORY = "sqlite://"
PATIENCE, AGAIN = 10.0, 0.02  # seconds
LOCK = 7_146_002  # of the migrations, among PostgreSQL's advisory locks


class Database:
    """Sessions over an engine whose tables are as the code needs them."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        # SQLite's writers wait by trying again, and of many some never come to write: here they stand in line
        self._turn = threading.Lock() if self._engine.dialect.name == "sqlite" else nullcontext()
        self._writing = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        self._sessions = sessionmaker(self._writing, expire_on_commit=False)
        self._reading = sessionmaker(self._engine, expire_on_commit=False)

    def migrate(self) -> None:
        """Bring the tables up to date; several processes may do so at once."""
        with told(), self._writing.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session that is committed at its end, or undone."""
        with told(), self._turn, self._sessions.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads, and waits for no writer."""
        with told(), self._reading.begin() as session:
            yield session

    def sweep(self) -> None:
        """Let nothing that was deleted stay in the files: SQLite's log is emptied into the file, which overwrites."""
        if self._engine.dialect.name == "sqlite":
            with told(), self._turn, self._engine.connect() as connection:
                cursor = connection.connection.cursor()  # beside any transaction
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


@contextmanager
def told() -> Iterator[None]:
    """Errors of the database as the room's own."""
    try:
        yield
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).partition("\n")[0]  # its first line holds no values
        LOG.warning("storage", extra={"reason": reason})
        raise StorageError("the database cannot be used just now: ask again in a while", retry_after=5) from error


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
        return create_engine(
            address, pool_size=16, max_overflow=16, pool_pre_ping=True, pool_timeout=10, hide_parameters=True
        )
    if not address.database or address.database == ":memory:":
        one = {
            "poolclass": QueuePool,
            "pool_size": 1,
            "max_overflow": 0,
        }  # every connection would be a database of its own
        engine = create_engine(IN_MEMORY, **one, connect_args={"check_same_thread": False}, hide_parameters=True)
    else:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            address, pool_size=16, max_overflow=16, connect_args={"timeout": 10}, hide_parameters=True
        )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: it would leave out what changes tables
    cursor = connection.cursor()
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    _keep_log(cursor)
    cursor.close()


def _keep_log(cursor: DBAPICursor) -> None:
    """Writers and readers side by side; of processes that ask for it at once SQLite turns some away without waiting."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() >= until:
                raise
            time.sleep(AGAIN)
        else:
            return


def _begin(connection: Connection) -> None:
    """A writer takes its place in line at once: one that first reads and then wants to write is refused without waiting."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

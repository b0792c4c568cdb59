"""What is kept, in SQLite and in PostgreSQL alike: taken once, answered once, read back, expired and deleted."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

from api.errors import BusyConversationError, KeyReusedError, StorageError, UnknownConversationError
from api.storage.database import IN_MEMORY, MIGRATIONS, Database
from api.storage.records import DAY, HELD, Begun, Passage, Records
from api.storage.tables import Base

KEY = "a-key-of-sixteen-characters"
CITED = [Passage("one", "guide", "Cost > Total"), Passage("two", "guide", "Time")]
ODD = ["naïve café", "机器学习 🤖🎓", "مرحبا", "\u202eturned", "tab\tand\nlines\r\n", "\x01\x1b[31m", "'; DROP TABLE messages; --", "%s :name {x}", "x" * 2000, "\ufffd"]  # fmt: skip
MIGRATE = """
import sys
from api.storage.database import Database
database = Database(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
database.migrate()
"""


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Kept:
    """A place where conversations are kept, with the clock that it goes by."""

    url: str
    clock: Clock
    database: Database
    records: Records

    def ask(self, message: str = "what does it cost", conversation: str | None = None) -> Begun:
        """A question that is answered."""
        begun = self.records.begin(conversation, message)
        self.answer(begun)
        return begun

    def answer(self, begun: Begun, status: str = "answered") -> None:
        self.records.finish(begun, '{"answer": "much"}', status, "embedded", 12.5, CITED)

    def rows(self) -> dict[str, int]:
        """How many rows each table has."""
        with self.database.reading() as session:
            return {
                table.name: session.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one()
                for table in Base.metadata.sorted_tables
            }


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.part("postgres"))])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'kept.db'}"
    return str(request.getfixturevalue("postgres").new_database())


@pytest.fixture
def kept(url: str) -> Iterator[Kept]:
    clock, database = Clock(), Database(url)
    database.migrate()
    yield Kept(url, clock, database, Records(database, 30, clock))
    database.close()


def at_once(count: int, work: Callable[[], Begun]) -> list[Begun | Exception]:
    """The same done by several threads."""

    def tried(_number: int) -> Begun | Exception:
        try:
            return work()
        except Exception as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(tried, range(count)))


# -- migrations ---------------------------------------------------------------------------------------------------


def test_the_migrations_make_what_the_code_asks_for_and_take_it_back(url: str) -> None:
    driver = {"postgresql": "postgresql+psycopg"}.get(make_url(url).drivername, "sqlite")
    engine = create_engine(make_url(url).set(drivername=driver))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        for _ in range(2):
            command.upgrade(config, "head")
            context = MigrationContext.configure(
                connection, opts={"compare_type": True, "compare_server_default": True}
            )
            assert compare_metadata(context, Base.metadata) == []
            command.downgrade(config, "base")
            assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_several_processes_may_migrate_at_once(url: str) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", MIGRATE, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    try:
        for process in started:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        for process in started:
            assert process.stdin
            process.stdin.write("\n")
            process.stdin.flush()
        assert [process.wait(30) for process in started] == [0, 0, 0]
    finally:
        for process in started:
            process.kill()
            process.communicate()


def test_a_database_that_is_not_there_is_said_in_the_rooms_words() -> None:
    with pytest.raises(StorageError, match="ask again"):
        Database("postgresql://advisor:secret-word@127.0.0.1:1/none").migrate()


# -- taking and answering -----------------------------------------------------------------------------------------


def test_what_was_said_is_read_back_by_another_process(kept: Kept) -> None:
    first = kept.ask()
    kept.ask("and for two years", first.conversation_id)
    kept.records.rate(first.message_id, "up", "clear")
    kept.records.rate(first.message_id, "down", None)
    after = Database(kept.url)
    read = Records(after, 30, kept.clock).read(first.conversation_id)
    after.close()
    assert [(one.number, one.message, one.milliseconds, one.rating) for one in read] == [
        (1, "what does it cost", 12.5, "down"),
        (2, "and for two years", 12.5, None),
    ]
    assert read[0].reply == '{"answer": "much"}'
    assert kept.records.stood("one") == Passage("one", "guide", "Cost > Total")


def test_one_of_many_takes_a_conversation(kept: Kept) -> None:
    owner = kept.ask().conversation_id
    found = at_once(16, lambda: kept.records.begin(owner, "and books"))
    taken = [one for one in found if isinstance(one, Begun)]
    assert len(taken) == 1
    assert all(isinstance(one, BusyConversationError) for one in found if one is not taken[0])
    kept.answer(taken[0])
    assert kept.records.begin(owner, "and after").number == 3


def test_a_conversation_whose_process_died_is_free_again(kept: Kept) -> None:
    begun = kept.records.begin(None, "what does it cost")
    with pytest.raises(BusyConversationError):
        kept.records.begin(begun.conversation_id, "hello?")
    kept.clock.now += HELD
    assert kept.records.begin(begun.conversation_id, "hello?").number == 2


def test_the_same_key_at_the_same_moment_is_one_question(kept: Kept) -> None:
    found = at_once(16, lambda: kept.records.begin(None, "what does it cost", KEY))
    taken = [one for one in found if isinstance(one, Begun)]
    assert len(taken) == 1
    assert all(isinstance(one, BusyConversationError) for one in found if one is not taken[0])
    assert kept.rows()["conversations"] == kept.rows()["messages"] == 1
    kept.answer(taken[0])
    again = at_once(8, lambda: kept.records.begin(None, "what does it cost", KEY))
    assert {one.stored if isinstance(one, Begun) else None for one in again} == {'{"answer": "much"}'}
    with pytest.raises(KeyReusedError):
        kept.records.begin(None, "something else", KEY)


def test_a_key_whose_question_failed_may_be_used_again(kept: Kept) -> None:
    kept.records.release(kept.records.begin(None, "what does it cost", KEY))
    assert kept.records.begin(None, "what does it cost", KEY).stored is None


def test_many_writers_wait_for_each_other(kept: Kept) -> None:
    found = at_once(24, lambda: kept.ask(conversation=kept.ask().conversation_id))
    assert [one.number if isinstance(one, Begun) else one for one in found] == [2] * 24
    assert kept.rows()["messages"] == 48


def test_a_conversation_deleted_while_it_is_answered_holds_nobody_up(kept: Kept) -> None:
    def race() -> Begun:
        begun = kept.records.begin(None, "what does it cost")
        with ThreadPoolExecutor(2) as pool:
            answering = pool.submit(kept.answer, begun)
            deleting = pool.submit(kept.records.delete, begun.conversation_id)
            answering.result(20)
            deleting.result(20)
        return begun

    assert [one for one in at_once(12, race) if not isinstance(one, Begun)] == []
    assert kept.rows()["messages"] == 0


# -- odd characters -----------------------------------------------------------------------------------------------


def test_any_message_is_read_back_as_it_was(kept: Kept) -> None:
    for message in ODD:
        begun = kept.ask(message)
        kept.records.rate(begun.message_id, "down", message)
        kept.records.forget(begun.conversation_id, message[:200])
        assert kept.records.read(begun.conversation_id)[0].message == message
        assert kept.records.forgotten(begun.conversation_id) == [(1, message[:200])]
    assert sorted(one.message for one in kept.records.missed(1)) == sorted(ODD)


# -- expiring and deleting ----------------------------------------------------------------------------------------


def test_a_deleted_conversation_is_gone_with_all_that_belongs_to_it(kept: Kept) -> None:
    other, begun = kept.ask("another"), kept.ask("a word like Rumpelstilzchen")
    kept.records.rate(begun.message_id, "down", "Rumpelstilzchen himself")
    kept.records.forget(begun.conversation_id, "budget")
    kept.records.delete(begun.conversation_id)
    with pytest.raises(UnknownConversationError):
        kept.records.read(begun.conversation_id)
    assert kept.rows() == {"conversations": 1, "messages": 1, "forgotten": 0, "feedback": 0, "cited": 2}
    assert len(kept.records.read(other.conversation_id)) == 1
    if kept.url.startswith("sqlite"):
        place = Path(kept.url.removeprefix("sqlite:///"))
        assert not [one for one in place.parent.iterdir() if b"Rumpelstilzchen" in one.read_bytes()]


def test_what_was_kept_for_long_enough_is_gone_at_once_and_then_for_good(kept: Kept) -> None:
    old = kept.ask()
    kept.clock.now += 20 * DAY
    young = kept.ask()
    kept.clock.now += 10 * DAY
    with pytest.raises(UnknownConversationError):
        kept.records.read(old.conversation_id)
    assert kept.rows()["conversations"] == 2
    assert kept.records.expire() == [old.conversation_id]
    assert kept.rows() == {"conversations": 1, "messages": 1, "forgotten": 0, "feedback": 0, "cited": 2}
    assert kept.records.read(young.conversation_id)
    assert kept.records.expire() == []


def test_asking_again_keeps_a_conversation(kept: Kept) -> None:
    begun = kept.ask()
    kept.clock.now += 29 * DAY
    kept.ask(conversation=begun.conversation_id)
    kept.clock.now += 2 * DAY
    assert kept.records.expire() == []


def test_what_is_kept_in_memory_lives_for_an_hour() -> None:
    clock, database = Clock(), Database(IN_MEMORY)
    database.migrate()
    kept = Kept(IN_MEMORY, clock, database, Records(database, 0, clock))
    found = at_once(16, lambda: kept.ask(conversation=kept.ask().conversation_id))
    assert [one.number if isinstance(one, Begun) else one for one in found] == [2] * 16
    clock.now += 3_600
    assert len(kept.records.expire()) == 16
    assert kept.rows()["messages"] == 0
    database.close()

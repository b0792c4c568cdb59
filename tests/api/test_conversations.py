"""What was said is kept, given back, marked, and really deleted."""

import sqlite3
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from api.storage.database import Database
from api.storage.records import DAY, Begun, Passage, Records
from tests.api.conftest import Ask
from tests.api.serving import Server, serving_here

WORD = "zyzzogeton"  # stands in no guide


def on_disk(data: Path, word: str) -> list[str]:
    """The files below a folder that hold a word."""
    return [file.name for file in data.glob("conversations.db*") if word.encode() in file.read_bytes()]


def test_a_conversation_is_read_back_as_it_was_said(client: httpx.Client, ask: Ask) -> None:
    first = ask("how much is Purdue?")
    second = ask("do I need the GRE?", first.conversation_id)
    client.post("/v1/feedback", json={"message_id": first.message_id, "rating": "down", "comment": "too dear"})
    kept = client.get(f"/v1/conversations/{first.conversation_id}").json()
    assert kept["conversation_id"] == first.conversation_id
    assert [one["message"] for one in kept["messages"]] == ["how much is Purdue?", "do I need the GRE?"]
    assert [one["reply"] for one in kept["messages"]] == [first.model_dump(mode="json"), second.model_dump(mode="json")]
    assert [one["rating"] for one in kept["messages"]] == ["down", None]
    assert all(one["milliseconds"] > 0 and one["asked"].endswith("Z") for one in kept["messages"])


def test_the_last_mark_counts(client: httpx.Client, ask: Ask) -> None:
    reply = ask("hello")
    for rating in ("down", "up"):
        assert client.post("/v1/feedback", json={"message_id": reply.message_id, "rating": rating}).status_code == 204
    [kept] = client.get(f"/v1/conversations/{reply.conversation_id}").json()["messages"]
    assert kept["rating"] == "up"


def test_a_dropped_fact_is_not_remembered_any_more(client: httpx.Client, ask: Ask) -> None:
    first = ask("my budget is $25,000")
    assert "budget" in [fact.key for fact in first.profile]
    assert client.delete(f"/v1/conversations/{first.conversation_id}/profile/budget").status_code == 204
    assert ask("how much is Purdue?", first.conversation_id).profile == ()


def test_a_conversation_goes_on_after_a_restart_without_what_was_dropped(data: Path) -> None:
    with serving_here(data) as url, httpx.Client(base_url=url, timeout=60) as client:
        first = client.post("/v1/chat", json={"message": "my budget is $25,000 and I work full time"}).json()
        name = first["conversation_id"]
        assert len(first["profile"]) == 2
        client.delete(f"/v1/conversations/{name}/profile/budget")
        client.post("/v1/chat", json={"message": "how much is Purdue?", "conversation_id": name})
        before = client.get(f"/v1/conversations/{name}").json()
    with serving_here(data) as url, httpx.Client(base_url=url, timeout=60) as client:
        assert client.get(f"/v1/conversations/{name}").json() == before
        reply = client.post("/v1/chat", json={"message": "and how many credits?", "conversation_id": name}).json()
        assert "30 credits" in reply["answer"]
        assert [fact["key"] for fact in reply["profile"]] == [
            fact["key"] for fact in first["profile"] if fact["key"] != "budget"
        ]


def test_nobody_can_list_conversations(client: httpx.Client) -> None:
    assert client.get("/v1/conversations").status_code == 404
    assert client.get("/v1/conversations/").status_code == 404


def test_deleting_really_deletes(server: Server, client: httpx.Client, ask: Ask) -> None:
    reply = ask(f"how much is {WORD} at Purdue?")
    ask(f"and {WORD} credits?", reply.conversation_id)
    client.post("/v1/feedback", json={"message_id": reply.message_id, "rating": "down", "comment": f"no {WORD}"})
    assert on_disk(server.data, WORD)
    assert client.delete(f"/v1/conversations/{reply.conversation_id}").status_code == 204
    assert on_disk(server.data, WORD) == []
    assert client.get(f"/v1/conversations/{reply.conversation_id}").status_code == 404
    assert client.post("/v1/feedback", json={"message_id": reply.message_id, "rating": "up"}).status_code == 404
    with sqlite3.connect(server.data / "conversations.db") as database:
        for table, column in (
            ("conversations", "id"),
            ("messages", "conversation_id"),
            ("forgotten", "conversation_id"),
        ):
            query = f"SELECT count(*) FROM {table} WHERE {column} = ?"
            assert database.execute(query, (reply.conversation_id,)).fetchone() == (0,)
    database.close()


def test_a_reply_that_comes_after_the_deletion_is_not_kept(records: Records, server: Server) -> None:
    begun = records.begin(None, f"what is {WORD}?")
    records.delete(begun.conversation_id)
    assert not records.finish(begun, f'{{"answer": "{WORD}"}}', "answered", "embedded", 1.0, [])
    assert on_disk(server.data, WORD) == []


@pytest.fixture
def at(tmp_path: Path) -> "Clock":
    return Clock(tmp_path)


class Clock:
    """Records on disk at a time that the test sets."""

    def __init__(self, folder: Path) -> None:
        self.now = time.time()
        self.data = folder
        self.database = Database(f"sqlite:///{folder / 'conversations.db'}")
        self.database.migrate()
        self.records = Records(self.database, 30, lambda: self.now)

    def say(self, message: str, conversation_id: str | None = None) -> Begun:
        begun = self.records.begin(conversation_id, message)
        passage = Passage("p1", "techguide", "Cost")
        self.records.finish(begun, '{"answer": "a"}', "not_covered", "embedded", 1.0, [passage])
        return begun


def test_what_was_kept_for_long_enough_is_deleted(at: Clock) -> None:
    old = at.say(f"{WORD} was asked")
    at.now += 29 * DAY
    young = at.say("a younger one")
    at.now += 2 * DAY
    assert at.records.expire() == [old.conversation_id]
    assert on_disk(at.data, WORD) == []
    assert [kept.message for kept in at.records.read(young.conversation_id)] == ["a younger one"]
    at.database.close()


def test_what_is_too_old_is_not_given_out_even_before_it_is_deleted(at: Clock) -> None:
    old = at.say("an old question")
    at.now += 31 * DAY
    for use in (
        lambda: at.records.read(old.conversation_id),
        lambda: at.records.begin(old.conversation_id, "again"),
        lambda: at.records.rate(old.message_id, "up", None),
        lambda: at.records.forget(old.conversation_id, "budget"),
    ):
        with pytest.raises(Exception, match="no conversation has this id"):
            use()
    assert at.records.missed(3650) == []
    at.database.close()


def test_a_conversation_in_use_is_kept(at: Clock) -> None:
    begun = at.say("the first question")
    for _ in range(3):
        at.now += 20 * DAY
        at.say("another", begun.conversation_id)
        assert at.records.expire() == []
    assert len(at.records.read(begun.conversation_id)) == 4
    at.database.close()


def test_a_conversation_has_an_end(at: Clock) -> None:
    begun = at.say("the first question")
    for _ in range(199):
        at.say("another", begun.conversation_id)
    with pytest.raises(Exception, match="at most 200 messages"):
        at.say("one too many", begun.conversation_id)
    at.database.close()


def test_where_nothing_is_to_be_kept_nothing_reaches_the_disk(data: Path) -> None:
    with serving_here(data) as url, httpx.Client(base_url=url, timeout=60) as client:
        client.post("/v1/chat", json={"message": f"what is {WORD}?"})
    assert on_disk(data, WORD)
    with serving_here(data, retention_days=0) as url, httpx.Client(base_url=url, timeout=60) as client:
        assert on_disk(data, WORD) == [], "what was kept before"
        name = str(uuid.uuid4())
        first = client.post("/v1/chat", json={"message": f"how much is {WORD} {name}?"}).json()
        again = client.post("/v1/chat", json={"message": "hm?", "conversation_id": first["conversation_id"]})
        assert again.status_code == 200
        with ThreadPoolExecutor(16) as pool:
            many = pool.map(lambda _: client.post("/v1/chat", json={"message": "hello"}), range(40))
            assert {one.status_code for one in many} == {200}
        assert [file for file in data.rglob("*") if file.is_file() and name.encode() in file.read_bytes()] == []
    with serving_here(data, retention_days=0) as url, httpx.Client(base_url=url, timeout=60) as client:
        assert client.get(f"/v1/conversations/{first['conversation_id']}").status_code == 404

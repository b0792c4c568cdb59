"""A stream beats while it waits, says its failure, stops when nobody listens, and does not care how slowly it is read."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing

import httpx
import pytest

from advisor.bootstrap import ReplyModel
from api.desk import Event, Said, Started
from api.errors import StorageError
from api.events import native, with_heartbeat
from api.relay import relay
from api.storage.database import Database
from api.storage.records import Records
from tests.api.conftest import Ask
from tests.api.serving import Server, events_of, until

TURNS = 40


def gathered(make: Callable[[], AsyncGenerator[bytes, None]]) -> str:
    async def gather() -> str:
        return b"".join([line async for line in make()]).decode()

    return asyncio.run(gather())


async def after(seconds: float, *lines: bytes) -> AsyncGenerator[bytes, None]:
    for line in lines:
        await asyncio.sleep(seconds)
        yield line


def test_a_comment_says_that_the_stream_is_alive() -> None:
    told = gathered(lambda: with_heartbeat(after(0.05, b"data: 1\n\n", b"data: 2\n\n"), every=0.01))
    assert told.count(": waiting\n\n") >= 2
    assert told.replace(": waiting\n\n", "") == "data: 1\n\ndata: 2\n\n"


def test_a_stream_that_says_something_needs_no_comment() -> None:
    assert gathered(lambda: with_heartbeat(after(0.0, b"data: 1\n\n"), every=5)) == "data: 1\n\n"


@pytest.mark.parametrize(
    ("error", "kind"),
    [(StorageError("ask again"), "storage"), (KeyError("the password is swordfish"), "cannot-answer")],
)
def test_a_failure_after_the_first_byte_is_a_problem_event(error: Exception, kind: str) -> None:
    def failing() -> Generator[Event, None, None]:
        yield Started("c", "m")
        yield Said("a sentence")
        raise error

    with ThreadPoolExecutor(1) as pool:
        told = events_of(gathered(lambda: with_heartbeat(native(relay(failing, pool)))))
    assert [name for name, _ in told] == ["start", "delta", "problem"]
    assert told[-1][1]["type"] == f"urn:advisor:problem:{kind}"
    assert told[-1][1]["status"] == error.status if isinstance(error, StorageError) else 500
    assert "swordfish" not in json.dumps(told)


def test_leaving_a_stream_closes_what_is_behind_it() -> None:
    closed = threading.Event()

    def endless() -> Generator[Event, None, None]:
        try:
            while True:
                yield Said("more")
        finally:
            closed.set()

    async def leave() -> None:
        async with aclosing(with_heartbeat(native(relay(endless, pool)))) as lines:
            async for _ in lines:
                break

    with ThreadPoolExecutor(1) as pool:
        asyncio.run(leave())
        assert closed.wait(10)


@pytest.fixture
def long_talk(server: Server, ask: Ask) -> str:
    """A conversation that the server must go through again before it can answer: it was held elsewhere."""
    database = Database(server.database)
    records = Records(database, 30, time.time)
    reply = ask("hello").model_dump_json()
    begun = records.begin(None, "how much is Purdue?")
    for _ in range(TURNS):
        records.finish(begun, reply, "answered", "embedded", 1.0, [])
        begun = records.begin(begun.conversation_id, "how many credits does Georgia Tech take?")
    records.finish(begun, reply, "answered", "embedded", 1.0, [])
    database.close()
    return begun.conversation_id


def steps(server: Server) -> float:
    return server.number("advisor_step_seconds_count", step="understand")


def sent(server: Server, path: str, body: dict[str, object], accept: str) -> socket.socket:
    content = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nContent-Type: application/json\r\n"
    connection = socket.create_connection(("127.0.0.1", server.port))
    connection.sendall(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)
    return connection


def leaves(server: Server, path: str, body: dict[str, object], accept: str = "application/json") -> None:
    """Ask for long work and leave when it has begun; the server must give it up long before its end."""
    before = steps(server)
    connection = sent(server, path, body, accept)
    until(lambda: steps(server) >= before + 2, "the work has begun")
    connection.close()
    began = time.monotonic()
    until(lambda: server.number("advisor_streams") == 0, "the stream is over")
    seen, since = steps(server), time.monotonic()
    while time.monotonic() < since + 0.5:  # a question takes a tenth of this: work that goes on is seen
        now = steps(server)
        if now != seen:
            seen, since = now, time.monotonic()
        assert time.monotonic() < began + 30
    assert seen < before + TURNS * 0.8


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_a_client_that_leaves_stops_the_work(
    server: Server, client: httpx.Client, ask: Ask, long_talk: str, accept: str
) -> None:
    replies = server.number("advisor_replies_total", status="answered", engine="embedded")
    leaves(server, "/v1/chat", {"message": "and how much is that?", "conversation_id": long_talk}, accept)
    assert server.number("advisor_replies_total", status="answered", engine="embedded") == replies
    kept = client.get(f"/v1/conversations/{long_talk}").json()["messages"][-1]
    assert (kept["message"], kept["reply"]) == ("and how much is that?", None)
    assert ask("hello", long_talk).status, "the conversation is free again"


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_a_client_that_leaves_at_once_leaves_its_conversation_free(server: Server, ask: Ask, accept: str) -> None:
    conversation = ask("hello").conversation_id
    for _ in range(30):
        begun = time.monotonic()
        sent(server, "/v1/chat", {"message": "hello", "conversation_id": conversation}, accept).close()
        assert ask("hello", conversation).status == "answered"
        assert time.monotonic() < begun + 4


@pytest.mark.parametrize("stream", [False, True])
def test_a_client_of_openai_s_form_that_leaves_stops_the_work(server: Server, stream: bool) -> None:
    messages = [{"role": "user", "content": "how much is Purdue?"}] * TURNS
    leaves(server, "/v1/chat/completions", {"messages": messages, "stream": stream})


def test_a_slow_reader_gets_everything_and_holds_nobody_up(server: Server, ask: Ask) -> None:
    with sent(server, "/v1/chat", {"message": "compare all programs by price"}, "text/event-stream") as connection:
        connection.settimeout(60)
        told = b""
        while b"\r\n0\r\n\r\n" not in told:
            piece = connection.recv(700)
            assert piece
            told += piece
            if len(told) < 7_000:
                assert ask("hello").status == "answered"
    text = "".join(part.split("\r\n", 1)[1] for part in dechunked(told.decode()))
    events = events_of(text)
    assert events[-1][0] == "done"
    reply = ReplyModel.model_validate(events[-1][1])
    assert "".join(told["text"] for name, told in events if name == "delta") == reply.answer


def dechunked(text: str) -> list[str]:
    body = text.partition("\r\n\r\n")[2]
    parts = []
    while body and not body.startswith("0\r\n"):
        size, _, rest = body.partition("\r\n")
        data = rest.encode()[: int(size, 16)].decode()
        parts.append(f"{size}\r\n{data}")
        body = rest.encode()[int(size, 16) + 2 :].decode()
    return parts

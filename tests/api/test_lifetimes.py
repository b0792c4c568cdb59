"""A process that ends: what was acknowledged is there afterwards, and what is in flight is finished."""

import threading
import time
import uuid
from pathlib import Path

import httpx

from api.storage.database import Database
from api.storage.records import Records
from tests.api.serving import Server, events_of, serving, serving_here, until

STREAM = {"Accept": "text/event-stream"}
PURDUE = "how much is Purdue?"
TURNS = 40


def talked(server: Server, turns: int) -> str:
    """A conversation that takes long to go on with: the server must go through it again."""
    database = Database(server.database)
    records = Records(database, 30, time.time)
    first = httpx.post(f"{server.url}/v1/chat", json={"message": "hello"}).text
    begun = records.begin(None, PURDUE)
    for _ in range(turns):
        records.finish(begun, first, "answered", "embedded", 1.0, [])
        begun = records.begin(begun.conversation_id, "how many credits does Georgia Tech take?")
    records.finish(begun, first, "answered", "embedded", 1.0, [])
    database.close()
    return begun.conversation_id


def test_nothing_that_was_acknowledged_is_lost_when_the_process_is_killed(data: Path) -> None:
    key = {"Idempotency-Key": str(uuid.uuid4())}
    with serving(data) as server, server.client() as client:
        name = talked(server, TURNS)
        answered = [client.post("/v1/chat", json={"message": PURDUE}).json() for _ in range(3)]
        client.post("/v1/feedback", json={"message_id": answered[0]["message_id"], "rating": "down"})
        client.delete(f"/v1/conversations/{answered[2]['conversation_id']}")
        asked = {"message": "and how much is that?", "conversation_id": name}
        with client.stream("POST", "/v1/chat", json=asked, headers=STREAM | key) as response:
            assert next(response.iter_lines()) == "event: start"
            server.kill()

    later = time.time() + 31  # by then the conversation is free again
    with (
        serving_here(data, clock=lambda: max(time.time(), later)) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        for one in answered[:2]:
            [kept] = client.get(f"/v1/conversations/{one['conversation_id']}").json()["messages"]
            assert kept["reply"] == one
            assert kept["rating"] == ("down" if one is answered[0] else None)
        assert client.get(f"/v1/conversations/{answered[2]['conversation_id']}").status_code == 404
        *before, last = client.get(f"/v1/conversations/{name}").json()["messages"]
        assert (last["message"], last["reply"]) == (asked["message"], None)
        assert len(before) == TURNS + 1
        again = client.post("/v1/chat", json=asked, headers=key)
        assert (again.status_code, again.json()["message_id"]) == (200, last["message_id"])


def test_a_stream_in_flight_is_finished_before_the_process_ends(data: Path) -> None:
    with serving(data) as server:
        name = talked(server, TURNS)
        told: list[str] = []
        begun = threading.Event()

        def listen() -> None:
            request = {"message": "and how much is that?", "conversation_id": name}
            with (
                server.client() as client,
                client.stream("POST", "/v1/chat", json=request, headers=STREAM) as response,
            ):
                for piece in response.iter_text():
                    told.append(piece)
                    begun.set()

        listener = threading.Thread(target=listen)
        listener.start()
        assert begun.wait(60)
        server.process.terminate()
        until(lambda: refuses(server), "no new client is let in")
        listener.join(60)
        assert events_of("".join(told))[-1][0] == "done"
        server.process.wait(30)
        assert server.process.returncode in {0, -15}
        assert not [line for line in server.lines() if line["level"] in {"warning", "error"}]
    database = Database(server.database)
    assert Records(database, 30, time.time).read(name)[-1].reply
    database.close()


def refuses(server: Server) -> bool:
    try:
        httpx.get(f"{server.url}/health/live")
    except httpx.TransportError:
        return True
    return False

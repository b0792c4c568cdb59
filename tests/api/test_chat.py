"""A question in, the whole reply out, at once or as it is written."""

import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from advisor.bootstrap import ReplyModel
from api.storage.database import Database
from api.storage.records import HELD, Records
from tests.api.conftest import Ask
from tests.api.serving import Server, events_of

PURDUE = "how much is Purdue?"
STREAM = {"Accept": "text/event-stream"}


def test_a_question_is_answered_in_the_form_of_the_contract(client: httpx.Client) -> None:
    response = client.post("/v1/chat", json={"message": PURDUE})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    reply = response.json()
    assert set(reply) == set(ReplyModel.model_fields)
    assert reply["status"] == "answered"
    assert "$22,500" in reply["answer"]
    assert reply["citations"][0]["number"] == 1


def test_a_conversation_goes_on(ask: Ask) -> None:
    first = ask(PURDUE)
    second = ask("and how many credits?", first.conversation_id)
    assert second.conversation_id == first.conversation_id
    assert second.message_id != first.message_id
    assert "30 credits" in second.answer


def test_names_cannot_be_guessed(ask: Ask) -> None:
    names = {name for _ in range(5) for reply in [ask("hello")] for name in (reply.conversation_id, reply.message_id)}
    assert len(names) == 10
    assert all(len(name) >= 22 for name in names)


@pytest.mark.parametrize("message", [PURDUE, "compare Purdue and Georgia Tech", "hello", "who won the cup final?"])
def test_a_stream_starts_tells_the_answer_piece_by_piece_and_ends_with_the_reply(
    client: httpx.Client, message: str
) -> None:
    response = client.post("/v1/chat", json={"message": message}, headers=STREAM)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["x-accel-buffering"] == "no"
    assert response.headers["cache-control"] == "no-store"
    events = events_of(response.text)
    names = [name for name, _ in events]
    reply = events[-1][1]
    assert (names[0], names[-1]) == ("start", "done")
    assert events[0][1] == {key: reply[key] for key in ("conversation_id", "message_id")}
    assert "".join(told["text"] for name, told in events if name == "delta") == reply["answer"]
    assert [told for name, told in events if name == "citation"] == reply["citations"]
    assert [told for name, told in events if name == "note"] == reply["notes"]
    assert [told for name, told in events if name == "table"] == ([reply["table"]] if reply["table"] else [])


def test_a_stream_says_the_same_as_the_whole_reply(client: httpx.Client, ask: Ask) -> None:
    streamed = events_of(client.post("/v1/chat", json={"message": PURDUE}, headers=STREAM).text)[-1][1]
    names = {"conversation_id", "message_id"}
    assert {key: streamed[key] for key in streamed.keys() - names} == ask(PURDUE).model_dump(mode="json", exclude=names)


def test_start_is_sent_after_the_question_is_stored_and_done_after_the_reply_is(client: httpx.Client) -> None:
    with client.stream("POST", "/v1/chat", json={"message": PURDUE}, headers=STREAM) as response:
        for line in response.iter_lines():
            if line.startswith("data: ") and "conversation_id" in line:
                [(_, told)] = events_of(f"event: any\n{line}\n\n")
                [kept] = client.get(f"/v1/conversations/{told['conversation_id']}").json()["messages"]
                assert kept["message"] == PURDUE
                if "answer" in told:
                    assert kept["reply"] == told


def test_the_same_key_gives_the_stored_reply(client: httpx.Client) -> None:
    request = {"message": PURDUE}
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    first = client.post("/v1/chat", json=request, headers=headers).json()
    assert client.post("/v1/chat", json=request, headers=headers).json() == first
    events = events_of(client.post("/v1/chat", json=request, headers=headers | STREAM).text)
    assert events[-1] == ("done", first)
    assert "".join(told["text"] for name, told in events if name == "delta") == first["answer"]
    assert len(client.get(f"/v1/conversations/{first['conversation_id']}").json()["messages"]) == 1


def test_the_same_key_sent_many_times_at_once_asks_once(client: httpx.Client) -> None:
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: client.post("/v1/chat", json={"message": PURDUE}, headers=headers), range(8)))
    assert {reply.status_code for reply in replies} == {200}
    assert len({reply.text for reply in replies}) == 1


def test_a_key_is_not_used_for_another_request(client: httpx.Client) -> None:
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    client.post("/v1/chat", json={"message": PURDUE}, headers=headers)
    other = client.post("/v1/chat", json={"message": "hello"}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (422, "urn:advisor:problem:idempotency-key")


def test_a_second_question_waits_for_the_first(client: httpx.Client, ask: Ask, records: Records) -> None:
    conversation = ask("hello").conversation_id
    first = records.begin(conversation, "the first")
    timer = threading.Timer(0.5, lambda: records.release(first))
    timer.start()
    assert client.post("/v1/chat", json={"message": PURDUE, "conversation_id": conversation}).status_code == 200
    timer.join()


def test_a_second_question_does_not_wait_for_ever(client: httpx.Client, ask: Ask, records: Records) -> None:
    conversation = ask("hello").conversation_id
    records.begin(conversation, "the first")
    refused = client.post("/v1/chat", json={"message": PURDUE, "conversation_id": conversation})
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:advisor:problem:conversation-busy")
    assert int(refused.headers["retry-after"]) >= 1


def test_a_question_whose_process_died_is_answered_under_its_key(
    server: Server, client: httpx.Client, ask: Ask
) -> None:
    conversation, key = ask("hello").conversation_id, str(uuid.uuid4())
    database = Database(server.database)
    long_ago = Records(database, 30, lambda: time.time() - 2 * HELD)
    begun = long_ago.begin(conversation, PURDUE, key)
    database.close()
    reply = client.post(
        "/v1/chat", json={"message": PURDUE, "conversation_id": conversation}, headers={"Idempotency-Key": key}
    )
    assert reply.status_code == 200
    assert reply.json()["message_id"] == begun.message_id


def test_questions_of_one_conversation_come_in_order(client: httpx.Client, ask: Ask) -> None:
    conversation = ask("hello").conversation_id
    request = {"message": PURDUE, "conversation_id": conversation}
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda _: client.post("/v1/chat", json=request), range(6)))
    assert {reply.status_code for reply in replies} == {200}
    kept = client.get(f"/v1/conversations/{conversation}").json()["messages"]
    assert [one["reply"] is not None for one in kept] == [True] * 7

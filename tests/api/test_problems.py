"""Every error has its status, its stable type and its form, whoever finds it."""

import json
from pathlib import Path

import httpx
import pytest

from tests.api.serving import Server, serving, serving_here, until

JSON = {"Content-Type": "application/json"}
NOBODY = "AAAAAAAAAAAAAAAAAAAAAA"


def is_problem(response: httpx.Response, status: int, kind: str) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-request-id"]
    problem = response.json()
    assert problem["type"] == f"urn:advisor:problem:{kind}"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]


BODIES = {
    "text": (b"hello", {"Content-Type": "text/plain"}, 415, "content-type"),
    "a form": (b"message=hello", {"Content-Type": "application/x-www-form-urlencoded"}, 415, "content-type"),
    "no type": (b'{"message": "hello"}', {}, 415, "content-type"),
    "broken JSON": (b'{"message": ', JSON, 400, "unreadable"),
    "broken UTF-8": (b'{"message": "\xff"}', JSON, 400, "unreadable"),
    "JSON too deep": (b"[" * 30_000, JSON, 400, "unreadable"),
    "a number too long": (b'{"message": ' + b"9" * 20_000 + b"}", JSON, 400, "unreadable"),
    "nothing": (b"", JSON, 422, "wrong-request"),
    "a list": (b"[]", JSON, 422, "wrong-request"),
    "a number": (b'{"message": 7}', JSON, 422, "wrong-request"),
    "no words": (b'{"message": " \\n "}', JSON, 422, "wrong-request"),
    "too long": (json.dumps({"message": "é" * 2001}).encode(), JSON, 422, "wrong-request"),
    "too large": (json.dumps({"message": "a" * 70_000}).encode(), JSON, 413, "too-large"),
    "no such conversation": (
        json.dumps({"message": "hello", "conversation_id": NOBODY}).encode(),
        JSON,
        404,
        "unknown-conversation",
    ),
    "no name of a conversation": (b'{"message": "hello", "conversation_id": "../x"}', JSON, 422, "wrong-request"),
    "a short key": (b'{"message": "hello"}', JSON | {"Idempotency-Key": "short"}, 422, "wrong-request"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_question_that_cannot_be_used_is_refused(client: httpx.Client, name: str) -> None:
    body, headers, status, kind = BODIES[name]
    is_problem(client.post("/v1/chat", content=body, headers=headers), status, kind)


def test_a_refusal_comes_before_the_stream(client: httpx.Client) -> None:
    refused = client.post("/v1/chat", json={"message": ""}, headers={"Accept": "text/event-stream"})
    is_problem(refused, 422, "wrong-request")


def test_a_message_of_the_longest_length_is_answered(client: httpx.Client) -> None:
    message = " " + "is it worth it? " * 125 + " "
    assert len(message.strip()) <= 2000
    assert client.post("/v1/chat", json={"message": message}).status_code == 200


def test_a_body_too_large_is_refused_also_where_nobody_said_how_large_it_is(client: httpx.Client) -> None:
    chunks = (b'{"message": "', *[b"a" * 10_000] * 10, b'"}')
    is_problem(client.post("/v1/chat", content=iter(chunks), headers=JSON), 413, "too-large")


ADDRESSES = {
    "GET /nowhere": (404, "not-found"),
    "GET /v1/guides/": (404, "not-found"),
    "PUT /v1/chat": (405, "method"),
    "TRACE /v1/guides": (405, "method"),
    "FROB /v1/guides": (405, "method"),
    "GET /v1/guides/none": (404, "unknown-guide"),
    "GET /v1/passages/none": (404, "unknown-passage"),
    "GET /v1/passages/%00": (422, "wrong-request"),
    "GET /v1/passages/%ff": (404, "unknown-passage"),
    "GET /v1/models/none": (404, "unknown-model"),
    f"GET /v1/conversations/{NOBODY}": (404, "unknown-conversation"),
    f"DELETE /v1/conversations/{NOBODY}": (404, "unknown-conversation"),
    f"DELETE /v1/conversations/{NOBODY}/profile/budget": (404, "unknown-conversation"),
    f"DELETE /v1/conversations/{NOBODY}/profile/%00": (422, "wrong-request"),
    "GET /v1/conversations/a%20b": (422, "wrong-request"),
    "GET /v1/admin/gaps": (401, "not-allowed"),
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_that_cannot_be_used_is_refused(client: httpx.Client, name: str) -> None:
    method, path = name.split(" ")
    is_problem(client.request(method, path), *ADDRESSES[name])


def test_what_is_refused_says_what_would_do(client: httpx.Client) -> None:
    assert client.put("/v1/chat").headers["allow"] == "POST"
    assert client.put(f"/v1/conversations/{NOBODY}").headers["allow"] == "GET, DELETE"
    assert client.get("/v1/admin/gaps").headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("body", [{}, {"message_id": NOBODY, "rating": "fine"}, {"message_id": "a b", "rating": "up"}])
def test_a_mark_that_cannot_be_used_is_refused(client: httpx.Client, body: dict[str, str]) -> None:
    is_problem(client.post("/v1/feedback", json=body), 422, "wrong-request")


def test_a_mark_for_a_message_that_is_not_there_is_refused(client: httpx.Client) -> None:
    is_problem(client.post("/v1/feedback", json={"message_id": NOBODY, "rating": "up"}), 404, "unknown-message")


def test_the_port_is_open_before_the_index_is(tmp_path: Path) -> None:
    """Without an index and a corpus nothing can be built: the server lives, says that it is not ready, and tries on."""
    with serving(tmp_path, ready=False, corpus=str(tmp_path / "nothing")) as server, server.client() as client:
        assert client.get("/health/live").json()["status"] == "live"
        for response in (
            client.get("/health/ready"),
            client.get("/v1/guides"),
            client.post("/v1/chat", json={"message": "hello"}),
            client.post("/v1/chat", json={"message": "hello"}, headers={"Accept": "text/event-stream"}),
            client.post("/v1/chat/completions", json={"messages": [{"role": "user", "content": "hello"}]}),
        ):
            is_problem(response, 503, "not-ready")
            assert int(response.headers["retry-after"]) >= 1
        assert "advisor_index_age_seconds NaN" in client.get("/metrics").text
        until(lambda: any(line["event"] == "not ready" for line in server.lines()), "the reason is logged")


def test_an_index_that_was_damaged_is_never_a_silent_end(data: Path) -> None:
    with serving_here(data) as url, httpx.Client(base_url=url, timeout=60) as client:
        (data / "index" / "current").write_text("gone")
        refused = client.post("/v1/chat", json={"message": "how much is Purdue?"})
        assert refused.status_code in {200, 503}
        streamed = client.post(
            "/v1/chat", json={"message": "how much is Purdue?"}, headers={"Accept": "text/event-stream"}
        )
        assert "event: done" in streamed.text or "event: problem" in streamed.text
        assert client.get("/metrics").status_code == 200


def test_no_trace_and_no_secret_is_in_a_problem(server: Server, client: httpx.Client) -> None:
    told = "".join(client.post("/v1/chat", content=body, headers=headers).text for body, headers, *_ in BODIES.values())
    for secret in ("Traceback", "site-packages", "File \\", str(server.data), "sqlite", "SELECT"):
        assert secret not in told

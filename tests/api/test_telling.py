"""What the server tells those who run it: logs without words or secrets, and numbers."""

import json
import logging
import sys

import httpx
import pytest

from api.logs import JsonLines
from api.metrics import Metrics
from tests.api.conftest import Ask
from tests.api.serving import ADMIN_KEY, Server, until

WORDS = "perambulation"


def test_every_request_is_one_line_with_its_name(server: Server, client: httpx.Client) -> None:
    reply = client.post("/v1/chat", json={"message": "hello"})
    name = reply.headers["x-request-id"]
    until(lambda: any(line.get("request_id") == name for line in server.lines()), "the line is there")
    [line] = [line for line in server.lines() if line.get("request_id") == name]
    assert (line["event"], line["method"], line["route"], line["status"]) == ("request", "POST", "/v1/chat", 200)
    assert line["milliseconds"] > 0
    assert line["level"] == "info"


def test_no_word_no_name_and_no_secret_is_in_a_log(server: Server, client: httpx.Client, ask: Ask) -> None:
    reply = ask(f"is {WORDS} taught at Purdue?")
    client.get(f"/v1/conversations/{reply.conversation_id}")
    client.get(f"/v1/guides/{WORDS}")
    client.get(f"/{WORDS}?q={WORDS}")
    client.post("/v1/chat", content=f'{{"message": "{WORDS}'.encode(), headers={"Content-Type": "application/json"})
    client.post("/v1/feedback", json={"message_id": reply.message_id, "rating": "up", "comment": WORDS})
    client.get("/v1/admin/gaps", headers={"Authorization": f"Bearer {ADMIN_KEY}"})
    log = server.log.read_text("utf-8")
    for secret in (WORDS, reply.conversation_id, reply.message_id, ADMIN_KEY, "Purdue"):
        assert secret not in log


def test_every_line_is_json(server: Server) -> None:
    first, *lines = server.log.read_text("utf-8").splitlines()
    assert first == f"Advisor is at {server.url}"
    assert all({"time", "level", "event"} <= set(json.loads(line)) for line in lines)
    assert {json.loads(line)["level"] for line in lines} <= {"info", "warning", "error"}


def test_an_error_is_logged_with_its_place_and_without_its_words() -> None:
    try:
        raise ValueError("the password is swordfish")
    except ValueError:
        record = logging.LogRecord("api", logging.ERROR, "", 1, "unforeseen", None, sys.exc_info())
    line = json.loads(JsonLines().format(record))
    assert line["error"] == "ValueError"
    assert "test_telling.py" in line["at"][-1]
    assert "swordfish" not in json.dumps(line)


def test_the_numbers_count_what_happens(server: Server, client: httpx.Client, ask: Ask) -> None:
    names: list[tuple[str, dict[str, str]]] = [
        ("advisor_requests_total", {"method": "POST", "route": "/v1/chat", "status": "200"}),
        ("advisor_request_seconds_count", {"route": "/v1/chat"}),
        ("advisor_replies_total", {"engine": "embedded", "status": "answered"}),
        ("advisor_feedback_total", {"rating": "up"}),
        *(
            ("advisor_step_seconds_count", {"step": step})
            for step in ("recall", "understand", "draft", "verify", "store")
        ),
    ]
    before = [server.number(name, **labels) for name, labels in names]
    refused = server.number("advisor_refusals_total", status="out_of_scope")
    reply = ask("how much is Purdue?")
    client.post("/v1/feedback", json={"message_id": reply.message_id, "rating": "up"})
    assert [server.number(name, **labels) for name, labels in names] == [one + 1 for one in before]
    assert ask("who won the world cup?").status == "out_of_scope"
    assert server.number("advisor_refusals_total", status="out_of_scope") == refused + 1
    assert server.number("advisor_index_age_seconds") > 0
    assert server.number("advisor_streams") == 0


def test_nobody_can_make_numbers_without_end(client: httpx.Client) -> None:
    before = len(client.get("/metrics").text.splitlines())
    for one in range(20):
        client.request(f"FROB{one}", f"/nowhere/{one}")
        client.get(f"/v1/passages/none{one}")
    assert len(client.get("/metrics").text.splitlines()) < before + 60


def test_streams_in_flight_are_counted() -> None:
    metrics = Metrics()
    metrics.streaming(1)
    assert "advisor_streams 1.0" in metrics.text().decode()


@pytest.mark.parametrize("path", ["/docs", "/openapi.json"])
def test_the_interface_describes_itself(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200

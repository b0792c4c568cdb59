"""A request line in, a reply line out: programs hold several conversations over one process."""

import json
from collections.abc import Iterable

import pytest

from advisor.terminal.pipe import reply_lines
from index import StoreError
from tests.advisor.scripted import ScriptedAdviser


def request(message: object, conversation_id: object = None) -> bytes:
    return json.dumps({"message": message, "conversation_id": conversation_id}).encode() + b"\n"


def exchanged(lines: Iterable[bytes], adviser: ScriptedAdviser | None = None) -> list[dict[str, object]]:
    written = list(reply_lines(lines, adviser or ScriptedAdviser()))
    assert not any("\n" in line for line in written)
    return [json.loads(line) for line in written]


def test_every_request_line_gets_one_reply_line() -> None:
    replies = exchanged([request("what does it cost"), request("and the time")])
    assert [reply["status"] for reply in replies] == ["answered", "answered"]
    assert len({reply["message_id"] for reply in replies}) == 2


def test_a_conversation_goes_on_under_its_id_and_others_do_not_hear_it() -> None:
    adviser = ScriptedAdviser()
    lines = reply_lines(
        (request(*asked) for asked in [("one", "a"), ("two", "b"), ("three", "a"), ("four", None)]), adviser
    )
    ids = [json.loads(line)["conversation_id"] for line in lines]
    assert ids[:3] == ["a", "b", "a"]
    assert adviser.before == [[], [], ["one"], []]


def test_a_conversation_without_an_id_gets_one_that_can_be_used() -> None:
    adviser = ScriptedAdviser()
    (first,) = exchanged([b'{"message": "one"}\n'], adviser)
    assert len(str(first["conversation_id"])) >= 20

    replies: list[dict[str, object]] = []

    def lines() -> Iterable[bytes]:
        yield request("one")
        yield request("two", replies[0]["conversation_id"])

    replies.extend(json.loads(line) for line in reply_lines(lines(), adviser))
    assert replies[0]["conversation_id"] == replies[1]["conversation_id"]
    assert adviser.before[-1] == ["one"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"\n", "Invalid JSON"),
        (b"what does it cost\n", "Invalid JSON"),
        (b"\xff\xfe\n", "Invalid JSON"),
        (b'{"message": "\\ud83d"}\n', "Invalid JSON"),
        (b"[" * 100_000 + b"\n", "Invalid JSON"),
        (b'["what"]\n', "object"),
        (b"{}\n", "message: Field required"),
        (request(7), "message: Input should be a valid string"),
        (request("  \n "), "message: the message is empty"),
        (request("a" * 2001), "message: the message has 2,001 characters"),
        (request("what", 7), "conversation_id: Input should be a valid string"),
        (request("what", ""), "conversation_id"),
    ],
)
def test_a_bad_line_is_told_so_and_the_process_goes_on(line: bytes, says: str) -> None:
    problem, reply = exchanged([line, request("what")])
    assert problem["error"] == "wrong_request"
    assert says in str(problem["detail"])
    assert reply["status"] == "answered"


def test_a_message_of_the_greatest_length_is_answered() -> None:
    (reply,) = exchanged([request(f"  {'a' * 2000}  ")])
    assert reply["status"] == "answered"


@pytest.mark.parametrize("failing", [StoreError("the disk is gone: mend it"), KeyError("slip")])
def test_a_failure_is_one_line_and_costs_the_conversation_nothing(failing: Exception) -> None:
    adviser = ScriptedAdviser(failing=failing)
    _, problem, reply = exchanged([request("one", "a"), request("fail", "a"), request("two", "a")], adviser)
    assert problem["error"] == "failed"
    assert str(failing) in str(problem["detail"])
    assert reply["status"] == "answered"
    assert adviser.before[-1] == ["one"]

"""What people asked that the guides did not answer: by route, by command, and as cases for the evals."""

import json
from collections.abc import Sequence
from pathlib import Path

import httpx
import numpy as np
import pytest
from numpy.typing import NDArray

from api.__main__ import main
from api.gaps import as_cases, find_gaps
from api.storage.records import Missed
from evals.cases import read_cases
from tests.api.conftest import Ask
from tests.api.serving import ADMIN_KEY, Server, environment
from tests.fakes import HashEmbedder

ADMIN = {"Authorization": f"Bearer {ADMIN_KEY}"}


def missed(message: str, asked: float = 1.0, *, down: bool = False, before: tuple[str, ...] = ()) -> Missed:
    return Missed(message, before, "The guides do not say anything about that.", asked, down)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    return HashEmbedder().embed(texts)


def test_questions_that_mean_the_same_are_one_gap_and_the_most_frequent_comes_first() -> None:
    gaps = find_gaps(
        [
            missed("where can I park my car on campus", 1),
            missed("do they teach underwater basket weaving", 2),
            missed("do they teach underwater basket weaving", 3),
            missed("do they teach underwater basket weaving now", 4, down=True),
        ],
        embed,
    )
    assert [(gap.question, gap.asked, gap.marked_down, gap.last_asked) for gap in gaps] == [
        ("do they teach underwater basket weaving", 3, 1, 4),
        ("where can I park my car on campus", 1, 0, 1),
    ]
    assert gaps[0].others == ("do they teach underwater basket weaving now",)
    assert find_gaps([], embed) == ()


def test_gaps_are_exported_as_cases_whatever_was_asked(tmp_path: Path) -> None:
    asked = [
        "is it cold?",
        "is it cold",
        "is it: cold-2?",
        "???",
        "¿hace frío?",
        'two\u2028lines "and" \x85 more',
        "冷",
    ]
    gaps = [gap for one in asked for gap in find_gaps([missed(one, before=("hello",))], embed)]
    file = tmp_path / "gaps.jsonl"
    file.write_text(as_cases(gaps), "utf-8")
    cases = read_cases(file)
    assert [case.messages[-1] for case in cases] == asked
    assert all(case.messages[0] == "hello" and case.slices == ("gap",) and case.rejected for case in cases)


def test_the_route_and_the_command_tell_what_was_missed(
    server: Server,
    client: httpx.Client,
    ask: Ask,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    question = "do the professors at Purdue keep bees?"
    replies = [ask(question), ask(question), ask("do professors at Purdue keep bees")]
    assert {reply.status for reply in replies} == {"not_covered"}
    marked = ask("how much is Purdue?")
    client.post("/v1/feedback", json={"message_id": marked.message_id, "rating": "down"})

    told = client.get("/v1/admin/gaps", headers=ADMIN).json()
    found = next(gap for gap in told if "bees" in gap["question"])
    assert found["asked"] == 3
    assert [gap["asked"] for gap in told] == sorted((gap["asked"] for gap in told), reverse=True)
    assert next(gap for gap in told if gap["question"] == "how much is Purdue?")["marked_down"] >= 1

    file = tmp_path / "gaps.jsonl"
    for name, value in environment(server.data).items():
        monkeypatch.setenv(name, value)
    assert main(["gaps", "--json", "--export", str(file)]) == 0
    assert json.loads(capsys.readouterr().out) == told
    assert len(read_cases(file)) == len(told)


@pytest.mark.parametrize("given", ["", "Bearer wrong", f"Basic {ADMIN_KEY}", f"Bearer {ADMIN_KEY}x", "Bearer \xff"])
def test_without_the_key_nobody_is_told(client: httpx.Client, given: str) -> None:
    refused = client.get("/v1/admin/gaps", headers=[(b"Authorization", given.encode("latin-1"))] if given else [])
    assert (refused.status_code, refused.json()["type"]) == (401, "urn:advisor:problem:not-allowed")


@pytest.mark.parametrize("days", ["0", "-1", "4000", "x"])
def test_days_are_held_to_what_makes_sense(client: httpx.Client, days: str) -> None:
    assert client.get("/v1/admin/gaps", params={"days": days}, headers=ADMIN).status_code == 422


def test_a_file_that_cannot_be_written_is_said_in_one_line(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in environment(server.data).items():
        monkeypatch.setenv(name, value)
    assert main(["gaps", "--export", str(tmp_path / "nowhere" / "gaps.jsonl")]) == 2
    assert capsys.readouterr().err.count("\n") == 1

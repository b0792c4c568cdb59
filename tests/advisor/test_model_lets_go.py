"""Nothing that a model does holds a thread, a reader or the day's budget for longer than it may."""

import json
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from advisor.composing.breaker import FAILURES, FIRST
from advisor.composing.budget import Budget
from advisor.composing.pieces import pieces
from advisor.shelf import Shelves
from index.bootstrap import Library
from tests.advisor.modelled import Modelled, mark, modelled
from tests.chat_server import Asked, Fail, Finish, Garbage, Say, Script, Step, saying

QUESTION = "purdue credits?"
SOON = 5.0  # seconds


@pytest.fixture(scope="module")
def own(library: Library) -> Iterator[Modelled]:
    with modelled(Shelves(library)) as made:
        yield made


def good(asked: Asked) -> Iterable[Step]:
    yield Say(f"You need 30 credits at Purdue {mark(asked, 'Purdue Credits: 30')}.")


def listeners() -> list[threading.Thread]:
    """The threads that still listen to a model, after they had time to end."""
    for thread in threading.enumerate():
        if thread.name == "model":
            thread.join(SOON)
    return [thread for thread in threading.enumerate() if thread.name == "model"]


def chunk(**delta: object) -> Garbage:
    said = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    choice = {"index": 0, "delta": delta, "finish_reason": None}
    return Garbage(f"data: {json.dumps(said | {'choices': [choice]})}\n\n".encode())


def thinking(_: Asked) -> Iterable[Step]:
    """A model that thinks without end and says nothing."""
    while True:
        yield chunk(content="", reasoning_content="hm")


def calling(_: Asked) -> Iterable[Step]:
    """A look-up whose arguments never end."""
    yield chunk(
        tool_calls=[{"index": 0, "id": "a", "type": "function", "function": {"name": "search_guides", "arguments": ""}}]
    )
    while True:
        yield chunk(tool_calls=[{"index": 0, "function": {"arguments": "a" * 50}}])


@pytest.mark.parametrize("script", [thinking, calling])
def test_a_model_that_says_nothing_is_let_go(own: Modelled, script: Script) -> None:
    answer = own.adviser(script, seconds=1.0).ask(QUESTION).answer
    assert "30 credits" in answer.text
    assert listeners() == []


def test_a_reader_who_leaves_stops_the_request(own: Modelled) -> None:
    def slowly(asked: Asked) -> Iterable[Step]:
        yield Say(f"You need 30 credits at Purdue {mark(asked, 'Purdue Credits: 30')}. And ")
        yield from thinking(asked)

    stream = own.adviser(slowly).stream(QUESTION)
    assert next(stream) == "You need 30 credits at Purdue [1]."
    stream.close()  # type: ignore[attr-defined]
    assert listeners() == []


def test_sentences_without_sense_are_checked_in_no_time(own: Modelled) -> None:
    start = time.monotonic()
    own.adviser(saying(("Purdue " * 165 + "[1].\n") * 3)).ask(QUESTION)
    assert time.monotonic() - start < SOON


def test_one_large_chunk_is_cut_fast() -> None:
    start = time.monotonic()
    assert not list(pieces(["\n" * 200_000]))
    assert time.monotonic() - start < SOON


@pytest.mark.parametrize("spoil", ["a folder", "no folder", "no number", "too deep"])
def test_a_budget_that_cannot_be_kept_costs_nobody_the_answer(own: Modelled, tmp_path: Path, spoil: str) -> None:
    data = tmp_path / "data"
    if spoil == "no folder":
        data.write_text("a file stands here")
    else:
        data.mkdir()
        file = data / "model-tokens.json"
        if spoil == "a folder":
            file.mkdir()
        else:
            file.write_text("[" * 100_000 if spoil == "too deep" else '{"day": "2026-01-01", "tokens": Infinity}')
    answer = own.adviser(good, budget=Budget.of(data, 100_000)).ask(QUESTION).answer
    assert "30 credits" in answer.text
    assert answer.model is not None
    assert answer.model.failure in {None, "budget"}


def test_a_model_that_declines_shows_that_it_is_there_again(own: Modelled) -> None:
    adviser = own.adviser(lambda _: [Fail(500)])
    for question in ("purdue credits?", "uiuc credits?", "duke credits?", "stevens credits?")[: FAILURES + 1]:
        adviser.ask(question)
    own.now += FIRST + 1
    own.script = lambda _: [Finish("content_filter")]
    why = [by.failure for _ in range(2) if (by := adviser.ask(QUESTION).answer.model)]
    assert why == ["declined", "declined"]

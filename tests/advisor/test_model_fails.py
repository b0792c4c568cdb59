"""Whatever becomes of the model, an answer comes in time, and the reply says what became of it."""

import json
import multiprocessing
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from advisor.answer import EMBEDDED
from advisor.chain import Adviser
from advisor.composing.breaker import FAILURES, FIRST, Breaker
from advisor.composing.budget import Budget
from advisor.conversation import Conversation
from advisor.shelf import Shelves
from index.bootstrap import Library
from tests.advisor.modelled import Modelled, mark, modelled
from tests.chat_server import (
    Asked,
    Call,
    Cut,
    Drip,
    Endless,
    Fail,
    Finish,
    Garbage,
    Hang,
    Protocol,
    Refuse,
    Say,
    Script,
    Step,
    failing,
    in_turn,
    saying,
)

QUESTION = "purdue credits?"
SHORT = 0.4  # seconds
NOBODY = "http://127.0.0.1:9/v1"


@pytest.fixture(scope="module")
def shelves(library: Library) -> Shelves:
    return Shelves(library)


@pytest.fixture(scope="module")
def own(shelves: Shelves) -> Iterator[Modelled]:
    with modelled(shelves) as made:
        yield made


def good(asked: Asked) -> Iterable[Step]:
    yield Say(f"You need 30 credits at Purdue {mark(asked, 'Purdue Credits: 30')}.")


def failure(adviser: Adviser, question: str = QUESTION) -> str | None:
    """Why the model did not come to the end of an answer."""
    by_model = adviser.ask(question).answer.model
    assert by_model is not None
    return by_model.failure


def begun(*then: Step) -> Script:
    """One good sentence, the beginning of another, and what comes then."""

    def script(asked: Asked) -> Iterable[Step]:
        own_mark = mark(asked, "Purdue Credits: 30")
        yield Say(f"The delivery at Purdue is online {own_mark}. And the price at Pur")
        yield from then

    return script


SILENT: list[tuple[str, str, Script]] = [
    ("openai", "late", lambda _: [Hang()]),
    ("ollama", "late", lambda _: [Hang()]),
    ("openai", "late", lambda _: [Drip("x " * 10_000, 0.02)]),
    ("openai", "late", lambda _: [Endless("So it goes. ")]),
    ("openai", "empty", saying("")),
    ("ollama", "empty", saying("")),
    ("openai", "empty", lambda _: [Refuse("I will not.")]),
    ("openai", "declined", lambda _: [Finish("content_filter")]),
    ("openai", "cut", lambda _: [Say("It "), Finish("length")]),
    ("ollama", "cut", lambda _: [Say("It "), Finish("length")]),
    ("openai", "cut", lambda _: [Say("It "), Cut(tidy=True)]),
    ("ollama", "cut", lambda _: [Say("It "), Cut(tidy=True)]),
    ("openai", "unreachable", lambda _: [Say("It "), Cut()]),
    ("ollama", "unreachable", lambda _: [Say("It "), Cut()]),
    ("openai", "unreachable", lambda _: [Say("It "), Garbage(b"data: {nonsense\n\n")]),
    ("openai", "refused", lambda _: [Fail(401)]),
    ("ollama", "refused", lambda _: [Fail(404)]),
    ("openai", "busy", lambda _: [Fail(429)]),
    ("ollama", "busy", lambda _: [Fail(503)]),
]


@pytest.mark.parametrize(("protocol", "why", "script"), SILENT)
def test_the_embedded_writer_answers_where_the_model_does_not(
    own: Modelled, shelves: Shelves, protocol: Protocol, why: str, script: Script
) -> None:
    adviser = own.adviser(script, protocol=protocol, seconds=SHORT if why == "late" else 20)
    start = time.monotonic()
    answer = adviser.ask(QUESTION).answer
    assert time.monotonic() - start < 10
    assert answer.text == Adviser(shelves).ask(QUESTION).answer.text
    assert answer.engine == EMBEDDED
    assert answer.model is not None
    assert answer.model.failure == why


@pytest.mark.parametrize(
    ("why", "then"), [("unreachable", Cut()), ("cut", Cut(tidy=True)), ("late", Hang()), ("cut", Finish("length"))]
)
def test_after_a_break_the_embedded_writer_goes_on_from_the_next_sentence(own: Modelled, why: str, then: Step) -> None:
    answer = own.adviser(begun(then), seconds=SHORT if why == "late" else 20).ask(QUESTION).answer
    assert answer.text.startswith("The delivery at Purdue is online [1].\n\nPurdue University takes 30 credits")
    assert "And the price at" not in answer.text
    assert answer.model is not None
    assert (answer.model.failure, answer.model.shown) == (why, 1)


def test_a_busy_model_is_asked_again_and_left_alone_as_long_as_it_wants(own: Modelled) -> None:
    answer = own.adviser(failing(429, 2, good, retry_after="3")).ask(QUESTION).answer
    assert answer.model is not None
    assert (answer.model.failure, answer.model.shown) == (None, 1)
    assert own.pauses == [3.0, 3.0]
    own.adviser(failing(503, 2, good)).ask(QUESTION)
    assert own.pauses == [0.5, 1.0]


def test_what_asking_again_cannot_mend_is_not_asked_again(own: Modelled) -> None:
    def without_tools_too(_: Asked) -> Iterable[Step]:
        return [Fail(401)]

    own.adviser(without_tools_too).ask(QUESTION)
    assert own.pauses == []
    assert [bool(asked.tools) for asked in own.asked] == [True, False]


def test_a_model_that_knows_no_tools_is_asked_without_them(own: Modelled) -> None:
    def no_tools(asked: Asked) -> Iterable[Step]:
        return [Fail(400, body='{"error": "does not support tools"}')] if asked.tools else good(asked)

    for protocol in ("openai", "ollama"):
        answer = own.adviser(no_tools, protocol=protocol).ask(QUESTION).answer
        assert answer.text.startswith("You need 30 credits")


def test_a_dead_model_costs_nobody_time_and_is_tried_again_later(own: Modelled) -> None:
    adviser = own.adviser(lambda _: [Fail(500)])
    questions = ["purdue credits?", "uiuc credits?", "duke credits?", "georgia tech credits?", "stevens credits?"]
    why = [failure(adviser, question) for question in questions]
    assert why == ["busy"] * FAILURES + ["resting"] * (len(questions) - FAILURES)
    requests = len(own.asked)
    own.now += FIRST + 1
    own.script = good
    assert failure(adviser) is None
    assert len(own.asked) == requests + 1


def test_nobody_at_the_address_is_told_so(own: Modelled) -> None:
    answer = own.adviser(good, url=NOBODY).ask(QUESTION).answer
    assert answer.model is not None
    assert answer.model.failure == "unreachable"
    assert own.pauses == [0.5, 1.0]


def test_an_answer_without_end_is_stopped(own: Modelled) -> None:
    def endless(asked: Asked) -> Iterable[Step]:
        own_mark = mark(asked, "Purdue Credits: 30")
        cells = ("takes 30 credits", "costs ~$22,500 in total", "does not require the GRE", "is online")
        ways = (
            f"Purdue {cell}{' and ' if other else ''}{other} {own_mark}." for cell in cells for other in ("", *cells)
        )
        yield Say(" ".join(ways) * 20)

    answer = own.adviser(endless).ask(QUESTION).answer
    assert len(answer.text.split()) < 250


def test_the_breaker_doubles_its_rest_and_lets_one_try() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0])
    for _ in range(FAILURES):
        assert breaker.allows()
        breaker.failed()
    assert not breaker.allows()
    now[0] = FIRST
    assert breaker.allows()
    assert not breaker.allows()  # the one who tries is trying
    breaker.failed()
    now[0] += FIRST
    assert not breaker.allows()
    now[0] += FIRST
    assert breaker.allows()
    breaker.succeeded()
    assert breaker.allows()
    assert breaker.allows()


def test_a_day_costs_no_more_than_its_budget(own: Modelled, tmp_path: Path) -> None:
    day = [date(2026, 1, 1)]
    budget = Budget(tmp_path / "tokens.json", 5_000, lambda: day[0])
    adviser = own.adviser(good, budget=budget)
    first = adviser.ask(QUESTION).answer.model
    assert first is not None
    assert first.failure is None
    assert budget.spent() == first.tokens_read + first.tokens_written
    budget.reserve(5_000 - budget.spent())
    spent = adviser.ask("what does purdue cost?").answer
    assert spent.model is not None
    assert spent.model.failure == "budget"
    assert spent.engine == EMBEDDED
    assert len(own.asked) == 1
    day[0] = date(2026, 1, 2)
    assert failure(adviser, "what does purdue cost?") is None


def test_a_failed_request_is_not_paid_for(own: Modelled, tmp_path: Path) -> None:
    budget = Budget(tmp_path / "tokens.json", 50_000)
    own.adviser(lambda _: [Fail(500)], budget=budget).ask(QUESTION)
    assert budget.spent() == 0


def _spend(file: Path) -> None:
    budget = Budget(file, 10_000)
    for _ in range(50):
        if budget.reserve(30):
            budget.settle(30, 10)


def test_several_processes_share_one_budget(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    processes = [multiprocessing.get_context("spawn").Process(target=_spend, args=(file,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert json.loads(file.read_text())["tokens"] == 1_000


def test_a_question_asked_before_is_answered_from_memory(own: Modelled) -> None:
    adviser = own.adviser(good)
    first, second = (adviser.ask(text).answer for text in ("purdue credits?", "Purdue  CREDITS?"))
    assert len(own.asked) == 1
    assert (first.text, first.citations, first.notes) == (second.text, second.citations, second.notes)
    assert second.model is not None
    assert (second.model.cached, second.model.tokens_read) == (True, 0)


def test_what_a_person_told_is_never_answered_from_memory(own: Modelled) -> None:
    adviser = own.adviser(good)
    told = adviser.recall("my budget is 25k", Conversation())
    for _ in range(2):
        adviser.ask("purdue credits?", told)
    assert len(own.asked) == 2


def test_a_broken_answer_is_not_remembered(own: Modelled) -> None:
    adviser = own.adviser(in_turn(begun(Cut()), good))
    assert failure(adviser) == "unreachable"
    assert adviser.ask(QUESTION).answer.text.startswith("You need 30 credits")


LOOK_UPS: list[tuple[Call, str]] = [
    (Call("search_guides", {"question": "what is a bridge course"}), "bridge"),
    (Call("find_programs", {"conditions": "online and at most $25,000 in total", "order": "cheapest"}), "Georgia Tech"),
    (Call("compare_programs", {"programs": ["Purdue", "UIUC"], "by": ["tuition"]}), "22,500"),
    (Call("compare_programs", {"programs": ["Duke"], "by": ["credits"]}), "Duke"),
    (Call("estimate_cost", {"sum": "30 credits at $900 a credit"}), "$27,000"),
    (Call("search_guides", {"query": "wrong"}), "cannot be used"),
    (Call("compare_programs", {"programs": []}), "cannot be used"),
    (Call("fetch_page", {"url": "http://evil.example"}), "no tool of that name"),
]


@pytest.mark.parametrize(("call", "found"), LOOK_UPS)
def test_the_model_looks_up_what_the_adviser_knows(own: Modelled, call: Call, found: str) -> None:
    adviser = own.adviser(lambda asked: good(asked) if asked.results else [call])
    answer = adviser.ask(QUESTION).answer
    assert found in own.asked[-1].results[0].text
    assert answer.model is not None
    assert (answer.model.lookups, answer.model.shown, answer.model.failure) == (1, 1, None)


def test_what_was_looked_up_can_be_cited(own: Modelled) -> None:
    def script(asked: Asked) -> Iterable[Step]:
        if not asked.results:
            return [Call("compare_programs", {"programs": ["Georgia Tech"], "by": ["tuition"]})]
        return [*good(asked), Say(f" Georgia Tech costs ~$7,000 in total {mark(asked, 'Georgia Tech ~$7,000')}.")]

    for protocol in ("openai", "ollama"):
        answer = own.adviser(script, protocol=protocol).ask(QUESTION).answer
        assert "Georgia Tech costs ~$7,000 in total [2]." in answer.text


@pytest.mark.parametrize("raw", ['{"question": "bri', "[1, 2]", "nonsense"])
def test_arguments_that_cannot_be_read_are_told_so(own: Modelled, raw: str) -> None:
    adviser = own.adviser(lambda asked: good(asked) if asked.results else [Call("search_guides", raw)])
    answer = adviser.ask(QUESTION).answer
    assert answer.text.startswith("You need 30 credits")
    assert "cannot be used" in own.asked[-1].results[0].text


def test_look_ups_without_end_are_ended(own: Modelled) -> None:
    adviser = own.adviser(lambda asked: [Call("search_guides", {"question": f"what is {len(asked.messages)}"})])
    answer = adviser.ask(QUESTION).answer
    assert len(own.asked) == 4
    assert answer.model is not None
    assert answer.model.failure == "failed"
    assert answer.engine == EMBEDDED


def test_evidence_keeps_to_its_budget(own: Modelled) -> None:
    sizes = []
    for tokens in (300, 3_000):
        own.adviser(good, evidence_tokens=tokens).ask(QUESTION)
        sizes.append(len(own.asked[0].messages[-1].text) // 4)
    assert sizes[0] < 300 + 200 < sizes[1]


def test_look_ups_keep_to_the_budget_too_and_give_nothing_twice(own: Modelled) -> None:
    def asking(asked: Asked) -> Iterable[Step]:
        many = len(asked.results)
        return good(asked) if many >= 3 else [Call("search_guides", {"question": f"what is a thesis track {many}"})]

    own.adviser(asking, evidence_tokens=1_200).ask(QUESTION)
    told = [result.text for result in own.asked[-1].results]
    assert sum(map(len, told)) < 1_200 * 4
    assert any("given above" in text or "no room" in text for text in told[1:])


def test_a_model_without_tools_is_refused_once_only(own: Modelled) -> None:
    def no_tools(asked: Asked) -> Iterable[Step]:
        return [Fail(400, body='{"error": "does not support tools"}')] if asked.tools else good(asked)

    adviser = own.adviser(no_tools)
    adviser.ask(QUESTION)
    adviser.ask("what does purdue cost?")
    assert [bool(asked.tools) for asked in own.asked] == [True, False, False]


def test_a_refusal_after_busy_tries_is_no_success(own: Modelled) -> None:
    adviser = own.adviser(failing(503, 2, lambda _: [Fail(400)]))
    assert failure(adviser) == "refused"


def test_a_server_may_say_nonsense_of_when_to_come_back(own: Modelled) -> None:
    answer = own.adviser(failing(429, 1, good, retry_after="²")).ask(QUESTION).answer
    assert answer.text.startswith("You need 30 credits")


def test_one_long_answer_does_not_rest_the_model_for_others(own: Modelled) -> None:
    adviser = own.adviser(lambda _: [Say("It "), Finish("length")])
    questions = [
        "purdue credits?",
        "what does purdue cost?",
        "purdue gre?",
        "is purdue online?",
        "purdue total tuition?",
    ]
    assert {failure(adviser, question) for question in questions} == {"cut"}

"""A folder of guides about something else, with no vocabulary and with a small one, built and asked with the real model."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.answer import Answer
from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.bootstrap import build_index, open_library
from index.settings import Settings
from tests.advisor.commands import advisor, write_corpus

ALPINE = """---
slug: alpine
title: Dairies of the Alps
publisher: Alpine Post
updated: 2026-04-02
---
# Dairies of the Alps

## Dairies
| Dairy | Monthly fee (USD) | Cows | Tasting room | Opened |
|---|---|---|---|---|
| Hollow Creek | $450 | 32 | Yes | 1987 |
| Granite Ridge | $610 | 80 | No | 2003 |
| Windmere | – | 51 | Yes | 1999 |

## How is a wheel of cheese turned?
A wheel is turned by hand every morning for the first six weeks. After that it rests on spruce boards.

## Why does raw milk need a permit?
Raw milk needs a permit because it is not heated before the curd is cut. The permit is checked every spring.
"""
VALLEY = """---
slug: valley
title: Valley cheese guide
publisher: Valley Gazette
updated: 2026-03-15
---
# Valley cheese guide

## Herds
| Dairy | Cows | Breed | Altitude (m) | Way up | Country |
|---|---|---|---|---|---|
| Hollow Creek | 36 | Jersey | 640 | 45 min | Canada |
| Granite Ridge | 80 | Brown Swiss | 1,120 | 2 h 30 | Canada |

## What do apprentices wear?
Apprentices wear white boots and a hair net in the curd room.
"""
WORDS = """
subjects: {dairy: {Hollow Creek: [the Creek, HCD], Granite Ridge: [Ridge], Windmere: []}}
attributes:
  fee:
    {label: fee, unit: money, periods: [month], headers: [monthly fee], asked: [fee, charge, cost], better: low,
     of: [dairy], least: [cheapest], says: "{subject} charges {value}"}
  tasting:
    {label: tasting room, unit: choice, headers: [tasting room], asked: [tasting room], of: [dairy],
     values: {open: ["yes"], none: ["no"]}}
conditions: [{words: [with a tasting room, have a tasting room], attribute: tasting, is: open}]
kinds: {dairy: [creamery, creameries]}
"""
MARK = re.compile(r"\s*\[\d+\]")


def opened(folder: Path, words: str | None = None) -> Adviser:
    """An adviser of the two dairy guides."""
    guides = folder / "corpus" / "guides"
    guides.mkdir(parents=True)
    (guides / "alpine.md").write_text(ALPINE, "utf-8")
    (guides / "valley.md").write_text(VALLEY, "utf-8")
    if words:
        (folder / "corpus" / "vocabulary.yaml").write_text(words, "utf-8")
    chosen = Settings(corpus=folder / "corpus", data=folder / "data", embedding=None, chroma_url=None)
    build_index(chosen)
    return Adviser(Shelves(open_library(chosen)))


@pytest.fixture(scope="module")
def wordless(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    """Who answers from the guides alone."""
    return opened(tmp_path_factory.mktemp("wordless"))


@pytest.fixture(scope="module")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    """Who answers with a few words of the field."""
    return opened(tmp_path_factory.mktemp("worded"), WORDS)


def said(answer: Answer) -> str:
    return MARK.sub("", answer.text)


def test_a_table_is_looked_up_by_its_own_header(wordless: Adviser) -> None:
    answer = wordless.ask("what is the monthly fee at Granite Ridge").answer
    assert answer.status == "answered"
    assert "Granite Ridge, fee: $610 a month (Alpine Post, April 2026)." in said(answer)
    assert [citation.guide for citation in answer.citations] == ["alpine"]
    assert "$610" in answer.citations[0].quote


def test_two_guides_that_disagree_are_both_heard(wordless: Adviser) -> None:
    answer = wordless.ask("how many cows does Hollow Creek have").answer
    assert "32 (Alpine Post" in said(answer)
    assert "36 (Valley Gazette" in said(answer)
    assert [note.kind for note in answer.notes] == ["disagreement"]


@pytest.mark.parametrize("question", ["what is the monthly fee of Windmere", "breed at Windmere"])
def test_an_unknown_cell_is_refused(wordless: Adviser, question: str) -> None:
    answer = wordless.ask(question).answer
    assert answer.status == "not_covered"
    assert "do not give" in answer.text
    assert "$" not in answer.text


def test_two_subjects_are_compared(wordless: Adviser) -> None:
    table = wordless.ask("compare Hollow Creek and Granite Ridge").answer.table
    assert table is not None
    rows = [[cell.text for cell in row] for row in table.rows]
    assert ["Fee (Alpine Post)", "$450 a month", "$610 a month"] in rows
    assert ["Breed (Valley Gazette)", "Jersey", "Brown Swiss"] in rows


@pytest.mark.parametrize(
    ("question", "first", "names"),
    [
        ("which dairies have fewer than 60 cows", "2 of 3 dairies match", {"Hollow Creek", "Windmere"}),
        ("dairies with at least 50 cows", "2 of 3 dairies match", {"Granite Ridge", "Windmere"}),
        ("dairies with a monthly fee under $500", "1 of 2 dairies match", {"Hollow Creek"}),
        ("less than $500 a month", "1 of 2 dairies match", {"Hollow Creek"}),
        ("which dairies have a tasting room", "2 of 3 dairies match", {"Hollow Creek", "Windmere"}),
        ("dairies without a tasting room", "1 of 3 dairies match", {"Granite Ridge"}),
    ],
)
def test_a_set_is_told_apart_by_a_column_of_numbers(
    wordless: Adviser, question: str, first: str, names: set[str]
) -> None:
    answer = wordless.ask(question).answer
    assert answer.table is not None
    assert first in answer.text
    assert {row[0].text for row in answer.table.rows} == names


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("which dairy has the most cows", "Granite Ridge: highest cows, 80"),
        ("oldest dairy of them all", "Hollow Creek: lowest opened, 1987"),
        ("which is the oldest dairy", "Hollow Creek: lowest opened, 1987"),
        ("which dairy has the lowest monthly fee", "Hollow Creek: lowest fee, $450 a month"),
        ("which is the highest dairy", "Granite Ridge: highest altitude (m), 1,120"),
        ("shortest way up", "Hollow Creek: shortest way up, 45 min"),
        ("how many cows altogether", "The total cows of 3 dairies is 163"),
    ],
)
def test_a_superlative_is_answered_from_a_column(wordless: Adviser, question: str, start: str) -> None:
    assert said(wordless.ask(question).answer).startswith(start)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how is a wheel of cheese turned", "A wheel is turned by hand every morning for the first six weeks."),
        ("what do apprentices wear", "Apprentices wear white boots and a hair net in the curd room."),
    ],
)
def test_the_question_of_a_heading_is_answered_with_its_sentence(
    wordless: Adviser, question: str, sentence: str
) -> None:
    answer = wordless.ask(question).answer
    assert answer.status == "answered"
    assert sentence in said(answer)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("what does the creek charge", "Hollow Creek charges $450 a month (Alpine Post, April 2026)."),
        ("cheapest creamery", "Hollow Creek: lowest fee, $450 a month"),
        ("which creameries have a tasting room", "2 of 3 dairies match"),
        ("does Ridge have a tasting room", "Granite Ridge"),
        ("how many cows has HCD", "36 (Valley Gazette"),
        ("why does raw milk need a permit", "because it is not heated before the curd is cut"),
        ("fee of Windmere", "do not give the fee for Windmere"),
    ],
)
def test_a_few_words_of_the_field_are_all_that_aliases_choices_and_superlatives_need(
    worded: Adviser, question: str, shown: str
) -> None:
    assert shown in said(worded.ask(question).answer)


def test_advice_keeps_to_a_condition_and_promises_nothing(worded: Adviser) -> None:
    answer = worded.ask("recommend me a dairy with a tasting room").answer
    assert "Hollow Creek" in answer.text
    assert "Granite Ridge" not in answer.text


PIECES = (
    "what fee Hollow Creek cows cheapest dairy at least 50 under $500 vs or , ? . why not compare 3 half of it".split()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=60) | st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map(" ".join))
def test_whatever_is_asked_is_answered_with_every_mark_cited(wordless: Adviser, message: str) -> None:
    answer = wordless.ask(message).answer
    assert answer.text
    assert answer.status
    marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)}
    assert {citation.number for citation in answer.citations} >= marks or "[" in message


class _Listener(BaseHTTPRequestHandler):
    """Notes that it was called, by whatever method."""

    heard: list[str]

    def do_POST(self) -> None:
        self.heard.append(self.path)
        self.send_response(200)
        self.end_headers()

    do_GET = do_PATCH = do_POST  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A server that the environment names as the place for traces."""
    heard: list[str] = []
    handler = type("Heard", (_Listener,), {"heard": heard})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        for name in ("LANGSMITH", "LANGCHAIN"):
            monkeypatch.setenv(f"{name}_TRACING_V2", "true")
            monkeypatch.setenv(f"{name}_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
            monkeypatch.setenv(f"{name}_API_KEY", "none")
        yield heard
        server.shutdown()
        thread.join()


def test_nothing_is_sent_anywhere_by_asking_though_the_environment_wants_traces(
    listener: list[str], tmp_path: Path
) -> None:
    asked = advisor(write_corpus(tmp_path), "ask", "what does the degree cost")
    assert asked.returncode == 0, asked.stderr
    assert "$7,000" in asked.stdout
    assert listener == []


@pytest.mark.parametrize("name", ["LANGCHAIN_TRACING", "LANGCHAIN_HANDLER"])
def test_an_old_variable_for_traces_does_no_harm(
    name: str, wordless: Adviser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wordless.ask("cows at Granite Ridge").answer.status == "answered"
    monkeypatch.setenv(name, "true")
    assert opened(tmp_path).ask("cows at Granite Ridge").answer.status == "answered"

"""The house's own set: fair to its guides, answered as well as was agreed, and every reply keeps the house's promises."""

import re
from collections import Counter
from pathlib import Path

from advisor.bootstrap import Adviser
from evals.case import Case
from evals.outcomes import ask_all
from evals.report.as_json import as_json
from evals.run import Run, sum_up
from index.bootstrap import Library

GUIDES = Path(__file__).parents[2] / "corpus" / "guides"
MARK = re.compile(r"\[(\d+)\]")
UNSAFE = re.compile(r"<[a-z/!]|\]\(|https?://", re.I)


def test_the_adviser_is_as_good_as_was_agreed(house: Run) -> None:
    assert house.shortfalls == ()


def test_the_baseline_knows_every_case(house: Run) -> None:
    assert house.baseline is not None
    assert {outcome.case.name for outcome in house.outcomes} == set(house.baseline.cases)


def test_the_set_is_large_and_a_part_of_it_is_held_out(cases: tuple[Case, ...]) -> None:
    slices = Counter(name for case in cases for name in case.slices)
    assert len(cases) >= 300
    assert sum(case.held for case in cases) >= 100
    assert {"faq", "look_up", "compare", "filter", "rank", "count", "calculate", "recommend", "follow_up",
            "guides_differ", "doubtful", "premise", "near_miss", "far_miss", "attack"} <= set(slices)  # fmt: skip
    assert any(len(case.messages) >= 4 for case in cases)


def test_every_source_is_a_guide_and_a_heading_of_it(cases: tuple[Case, ...]) -> None:
    headings = {
        guide.stem: set(re.findall(r"^#+ (.*)$", guide.read_text("utf-8"), re.M)) for guide in GUIDES.glob("*.md")
    }
    unknown = {
        (case.name, source.heading)
        for case in cases
        for source in case.sources
        if source.guide not in headings or (source.heading and source.heading not in headings[source.guide])
    }
    assert unknown == set()


def test_two_runs_give_the_same_bytes(house: Run, library: Library, adviser: Adviser) -> None:
    some = house.outcomes[::9]
    again = ask_all([outcome.case for outcome in some], adviser)
    first, second = (as_json(sum_up(tuple(outcomes), lambda _: 0.0)) for outcomes in (some, again))
    assert first == second


def test_no_reply_is_empty(house: Run) -> None:
    assert [outcome.case.name for outcome in house.outcomes if not outcome.answer.text.strip()] == []


def test_every_mark_has_its_citation_and_every_citation_its_mark(house: Run) -> None:
    for outcome in house.outcomes:
        marks = {int(mark) for mark in MARK.findall(outcome.answer.text)}
        assert marks == {citation.number for citation in outcome.answer.citations}, outcome.case.name


def test_every_quote_stands_in_the_index_word_for_word(house: Run, library: Library) -> None:
    chunks = library.edition().chunks
    quoted = [citation for outcome in house.outcomes for citation in outcome.answer.citations]
    assert all(chunks[citation.passage_id].text == citation.quote for citation in quoted)


def test_no_reply_holds_html_a_link_or_an_image(house: Run) -> None:
    assert [outcome.case.name for outcome in house.outcomes if UNSAFE.search(outcome.answer.text)] == []


def test_no_reply_shows_a_figure_that_its_passage_does_not_have(house: Run) -> None:
    """Not for the most part but always: it is the first promise of the house."""
    checks = {"citations support", "figures verified", "replied"}
    assert [(o.case.name, v.reason) for o in house.outcomes for v in o.faults if v.check in checks] == []


def test_a_reply_that_gives_nothing_says_so_in_its_status(house: Run) -> None:
    silent = re.compile(r"^The guides (?:say nothing|do not say anything) about [^.]*\.$")
    replies = [(outcome.case.name, outcome.answer) for outcome in house.outcomes]
    assert [name for name, answer in replies if silent.match(answer.text) and answer.status == "answered"] == []


def test_the_pieces_of_a_stream_are_the_answer(house: Run, adviser: Adviser) -> None:
    for outcome in house.outcomes[::15]:
        *pieces, reply = adviser.stream(outcome.case.messages[0])
        assert not isinstance(reply, str)
        assert "".join(map(str, pieces)) == reply.answer.text == outcome.answers[0].text, outcome.case.name

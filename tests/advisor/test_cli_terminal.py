"""A conversation in a terminal is pleasant, and plain where there is no terminal."""

from collections.abc import Iterator
from dataclasses import replace

from advisor.chain import Reply
from advisor.terminal.talking import chat
from tests.advisor.scripted import CITATION, NOTE, PRICE, ScriptedAdviser, paper, streamed


def said(*lines: str, adviser: ScriptedAdviser | None = None) -> str:
    screen, written = paper()
    chat(adviser or ScriptedAdviser(), screen, iter(lines))
    return written.getvalue()


def drawn(text: str) -> str:
    screen, written = paper(drawing=True)
    screen.answer(streamed([text], replace(PRICE, text=text)))
    return written.getvalue()


def test_without_a_terminal_the_answer_is_shown_as_it_is() -> None:
    screen, written = paper()
    screen.answer(streamed(PRICE.text.splitlines(keepends=True), PRICE))
    assert written.getvalue().strip() == PRICE.text
    assert "\x1b" not in written.getvalue()


def test_sentences_are_shown_as_they_come() -> None:
    screen, written = paper()

    def stream() -> Iterator[str | Reply]:
        yield "One [1]."
        assert "One [1]." in written.getvalue()
        yield from streamed([" Two [1]."], PRICE)

    screen.answer(stream())
    assert "One [1]. Two [1]." in written.getvalue()


def test_on_a_terminal_a_table_is_drawn_and_a_note_is_set_apart() -> None:
    shown = drawn(PRICE.text)
    assert "───" in shown
    assert "| ---" not in shown
    assert f"▌age {NOTE.text.rstrip('.')}" in shown


def test_nothing_in_an_answer_acts_on_the_terminal() -> None:
    assert "\x1b]0;" not in drawn("Alpha \x1b]0;title\x07 asks.")
    screen, written = paper()
    screen.passages([replace(CITATION, quote="Alpha \x1b[2J asks.\u202e")])
    assert "Alpha [2J asks." in written.getvalue()


def test_sources_stand_under_the_answer_with_guide_date_and_section() -> None:
    screen, written = paper()
    second, undated = replace(CITATION, number=3), replace(CITATION, number=2, title="Other guide", updated=None)
    screen.below(replace(PRICE, citations=(CITATION, undated, second)), numbered=True)
    lines = [line.strip() for line in written.getvalue().splitlines()]
    assert lines[:5] == [
        "Sources",
        "Small guide (Tests, 2026-05-25)",
        "[1][3] Programs > Prices",
        "Other guide (Tests, undated)",
        "[2] Programs > Prices",
    ]
    assert "budget: at most $9,000" in lines
    assert "2. Who teaches there?" in lines


def test_a_suggestion_is_picked_by_its_number_and_other_numbers_are_messages() -> None:
    adviser = ScriptedAdviser()
    said("2", "2", "3", adviser=adviser)
    assert adviser.heard == ["2", "Who teaches there?", "3"]


def test_a_conversation_goes_on_until_a_new_one_is_begun() -> None:
    adviser = ScriptedAdviser()
    said("one", "two", "/new", "three", adviser=adviser)
    assert adviser.before == [[], ["one"], []]


def test_a_remembered_fact_can_be_dropped() -> None:
    adviser = ScriptedAdviser()
    shown = said("one", "/forget gpa", "/forget Budget", "two", "/forget", adviser=adviser)
    assert "/forget KEY drops one of: budget." in shown
    assert "Forgotten: budget." in shown
    assert adviser.asked[1][1].profile == ()


def test_the_passages_behind_an_answer_can_be_read() -> None:
    assert "The last answer cites nothing." in said("/sources")
    assert CITATION.quote in said("what", "/sources")


def test_an_unknown_command_lists_the_commands() -> None:
    assert "/forget KEY" in said("/what")


def test_a_message_that_is_too_long_is_told_so_and_the_conversation_goes_on() -> None:
    adviser = ScriptedAdviser()
    assert "2,000 are the most" in said("a" * 2001, "", "what", adviser=adviser)
    assert adviser.heard == ["what"]


def test_quit_leaves_politely() -> None:
    adviser = ScriptedAdviser()
    assert said("/quit", "what", adviser=adviser).endswith("Goodbye.\n")
    assert adviser.heard == []


def test_interrupting_leaves_politely() -> None:
    def lines() -> Iterator[str]:
        yield "what"
        raise KeyboardInterrupt

    screen, written = paper()
    chat(ScriptedAdviser(), screen, lines())
    assert written.getvalue().endswith("\nGoodbye.\n")

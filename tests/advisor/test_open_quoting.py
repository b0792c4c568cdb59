"""What is quoted of a section for an open question."""

from collections.abc import Sequence

import numpy as np
import pytest

from advisor.answering.quoting import (
    MOST_WORDS,
    Quote,
    item_asked,
    pick,
    quote,
    shortened,
    to_the_point,
    without_others,
)
from advisor.vectors import Vector
from index import Chunk

QUESTION = np.array([1.0, 0.0], np.float32)


class TwoSentences:
    """A library whose passages all say the same two sentences."""

    def sentences(self, chunk_id: str) -> tuple[Sequence[str], Vector]:
        return ("Yes.", "Most students have a job."), np.array([[0.0, 1.0], [1.0, 0.0]], np.float32)


def passage(text: str) -> Chunk:
    """A passage of prose."""
    return Chunk("a1", "guide", ("Work", "Can I keep my job?"), "prose", text)


def test_a_short_first_sentence_is_joined_with_what_follows() -> None:
    chunk = passage("Yes. Most students have a job.")
    assert [q.text for q in quote(chunk, (chunk,), QUESTION, TwoSentences())] == ["Yes: Most students have a job."]


def test_a_list_answers_as_its_items() -> None:
    chunk = passage("Send these:\n- A resume\n- A transcript")
    found = quote(chunk, (chunk,), QUESTION, TwoSentences())
    assert [(q.text, q.item) for q in found] == [("Send these:", False), ("A resume", True), ("A transcript", True)]


def test_the_first_sentence_is_always_said_and_then_the_closest_that_fit() -> None:
    said = [Quote("one two three", "a"), Quote("far " * 5, "a", close=0.2), Quote("near " * 5, "a", close=0.9)]
    assert pick(said, 9) == (said[0], said[2])
    assert pick(said, MOST_WORDS) == tuple(said)


def test_a_sentence_on_another_school_is_left_out_where_one_is_named() -> None:
    said = (Quote("Purdue asks for 3.0.", "a"), Quote("Duke admits with 3.9.", "a"), Quote("Committees read all.", "a"))
    assert without_others(said, ["purdue"], ["duke"]) == (said[0], said[2])
    assert without_others(said[1:2], ["purdue"], ["duke"]) == said[1:2]


def test_a_sentence_that_leans_on_one_left_out_is_left_out_too() -> None:
    said = (Quote("Rates differ.", "a"), Quote("far " * 9, "a", close=0.1), Quote("Such rates fall.", "a", close=0.9))
    assert pick(said, 9) == said[:1]


def test_what_announces_a_list_is_not_said_without_it() -> None:
    said = (Quote("Three schools ask:", "a"), Quote("Duke asks.", "a", item=True), Quote("Most do not.", "a"))
    assert without_others(said, ["purdue"], ["duke"]) == said[2:]


@pytest.mark.parametrize(
    ("question", "close", "said"),
    [
        ("can i keep my job?", 0.9, "Yes: most do."),
        ("do bosses like it?", 0.5, "Most do."),
        ("how do people keep a job?", 0.9, "Most do."),
        ("can i not keep my job?", 0.9, "Most do."),
        ("is it impossible to keep my job?", 0.9, "Most do."),
    ],
)
def test_a_yes_is_only_said_to_the_question_it_answers(question: str, close: float, said: str) -> None:
    assert to_the_point((Quote("Yes: most do.", "a"),), question, "Can I keep my job?", close)[0].text == said


def test_an_explanation_is_three_sentences_and_another_answer_as_long_as_it_is() -> None:
    said = tuple(Quote(f"Fact {n}.", "a") for n in range(5))
    assert len(shortened(said, "what is a fact")) == 3
    assert shortened(said, "where are the facts") == said


def test_a_reply_cut_short_is_left_out_with_its_yes() -> None:
    said = (Quote("Yes, some do, but they must show more.", "a"), Quote("They take courses first.", "a"))
    assert to_the_point(said, "who should not apply", "Can I apply?", 0.3) == said[1:]


def test_a_sentence_that_only_says_yes_is_left_out_where_it_answers_another_question() -> None:
    said = (Quote("For most people, yes, says the guide.", "a"), Quote("It opens senior roles.", "a"))
    assert to_the_point(said, "is it a waste of money", "Is it worth it?", 0.6) == said[1:]
    assert to_the_point(said, "is it worth it", "Is it worth it?", 0.9) == said


def test_a_yes_or_no_question_gets_only_the_item_it_names() -> None:
    papers = ("A resume.", "A transcript.", "Letters.", "Publications.", "Scores.")
    said = (Quote("Send these:", "a"), *(Quote(text, "a", item=True) for text in papers))
    found = [quote.text for quote in item_asked(said, "do i need publications")]
    assert found == ["Send these, among others:", "Publications."]
    assert item_asked(said, "what do i send, publications?") == said

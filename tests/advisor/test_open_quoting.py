"""What is quoted of a section for an open question."""

from collections.abc import Sequence

import numpy as np

from advisor.answering.quoting import MOST_WORDS, Quote, pick, quote, without_others
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

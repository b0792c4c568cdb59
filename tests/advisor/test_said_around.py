"""A question with other sentences around it: what they say of it helps, and what they say of the day does no harm."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def headings(adviser: Adviser, message: str) -> set[str]:
    """The sections that an answer cites."""
    return {citation.section for citation in adviser.ask(message).answer.citations}


@pytest.mark.parametrize("remark", ["My boss said no again, ugh.", "i barely slept and the bus is late.", "Hello all!"])
@pytest.mark.parametrize("question", ["whats a capstone then", "what should i compare programs on?"])
def test_a_remark_before_a_question_changes_nothing_of_its_answer(adviser: Adviser, remark: str, question: str) -> None:
    alone = headings(adviser, question)
    assert alone
    assert alone & headings(adviser, f"{remark} {question}")


@pytest.mark.parametrize(
    ("message", "word"),
    [
        (
            "My degree is in chemistry and all the forums are computer science people. Is that diploma a hard condition?",
            "computer science degree",
        ),
        (
            "I've a dozen tabs open and all programs look the same. On what points should I put them side by side?",
            "compare",
        ),
    ],
)
def test_what_a_question_is_about_may_stand_in_the_sentence_before_it(
    adviser: Adviser, message: str, word: str
) -> None:
    assert any(word in heading for heading in headings(adviser, message))


def test_a_measure_with_many_values_is_told_by_both_ends(adviser: Adviser) -> None:
    answer = adviser.ask("what scores do schools usually have on hakia").answer
    assert "from 56 to 94.4" in answer.text


def test_it_is_what_was_just_spoken_of(adviser: Adviser) -> None:
    message = "Everybody pushes me to write a thesis, but an extra year sounds awful. Is it worth it?"
    assert any("thesis" in heading for heading in headings(adviser, message))


def test_what_scares_somebody_is_not_refused_like_a_question(adviser: Adviser) -> None:
    answer = adviser.ask("what scares me is a diploma nobody hires. what is a capstone?").answer
    assert answer.status == "answered"
    assert "scares" not in answer.text

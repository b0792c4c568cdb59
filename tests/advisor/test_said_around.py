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

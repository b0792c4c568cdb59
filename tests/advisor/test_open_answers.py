"""What open questions come to, over the real guides."""

import re

import pytest

from advisor.answer import Answer
from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def publishers(answer: Answer) -> set[str]:
    """The guides that an answer cites."""
    return {citation.publisher for citation in answer.citations}


@pytest.mark.parametrize(
    "question", ["does it pay off fast", "is it worth it", "is the ml job market good", "wont i regret it, worth it?"]
)
def test_a_judgement_is_given_with_hope_and_caution_each_named(adviser: Adviser, question: str) -> None:
    answer = adviser.ask(question).answer
    assert "TechGuide" in answer.text
    assert publishers(answer) - {"TechGuide"}
    assert all(name in answer.text for name in publishers(answer))


def test_a_judgement_that_reads_like_a_set_is_not_answered_with_a_table(adviser: Adviser) -> None:
    answer = adviser.ask("is an online masters as good as in person").answer
    assert answer.table is None
    assert {"AIFwD", "TechGuide"} <= publishers(answer)


def test_a_doubtful_figure_of_prose_is_shown_with_the_guides_doubt(adviser: Adviser) -> None:
    answer = adviser.ask("how fast are machine learning jobs growing").answer
    assert "40%" in answer.text
    assert "doubtful" in answer.text
    assert [note.kind for note in answer.notes] == ["check"]


def test_two_parts_that_find_the_same_section_quote_it_once(adviser: Adviser) -> None:
    text = adviser.ask("mlops?? whats that").answer.text
    lines = [re.sub(r" \[\d+\]", "", line) for line in text.splitlines() if len(line) > 40]
    assert len(lines) == len(set(lines))


def test_an_answer_in_several_parts_keeps_to_a_readable_length(adviser: Adviser) -> None:
    message = "i work full time nurse shifts, what should i look for in a program so i can keep the job, also is online same diploma"
    assert len(adviser.ask(message).answer.text.split()) < 130


@pytest.mark.parametrize(
    "question", ["do i need ielts", "is a statement of purpose needed", "are letters of rec required"]
)
def test_what_no_table_gives_but_prose_says_is_needed_is_answered_from_it(adviser: Adviser, question: str) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "answered"
    assert "GRE scores" not in answer.text  # only what was asked of the list
    assert "TechGuide" in publishers(answer)


@pytest.mark.parametrize("question", ["do i need a visa", "is the gmat required", "what toefl score for stevens"])
def test_what_neither_a_table_nor_prose_gives_is_still_not_given(adviser: Adviser, question: str) -> None:
    assert adviser.ask(question).answer.status == "not_covered"


def test_figures_come_before_what_they_depend_on(adviser: Adviser) -> None:
    text = adviser.ask("salary after graduating?").answer.text
    assert "$157,000" in text
    assert "$150,000" in text.split("depends on")[0]


def test_a_question_about_a_table_as_a_whole_lists_its_rows(adviser: Adviser) -> None:
    text = adviser.ask("portfolio ideas").answer.text
    assert "- Machine learning engineer: " in text
    assert "- Research-focused student: " in text


def test_what_a_guide_explains_in_its_own_words_is_not_given_as_a_cell(adviser: Adviser) -> None:
    assert adviser.ask("what does a data engineer do").answer.text.startswith("A data engineer builds")


def test_what_a_word_means_asks_for_no_mean(adviser: Adviser) -> None:
    answer = adviser.ask("what does opportunity cost mean").answer
    assert "average" not in answer.text


def test_a_question_that_names_no_school_is_not_answered_about_one(adviser: Adviser) -> None:
    assert "Carnegie" not in adviser.ask("which courses will i take").answer.text


@pytest.mark.parametrize(
    "question", ["is the 40 percent growth believable", "40% job growth for ml engineers, believable?"]
)
def test_a_percentage_asked_about_is_answered_from_the_prose_that_holds_it(adviser: Adviser, question: str) -> None:
    text = adviser.ask(question).answer.text
    assert "40%" in text
    assert "doubtful" in text


def test_what_speaks_for_and_against_is_no_set(adviser: Adviser) -> None:
    assert adviser.ask("pros and cons of studying online").answer.table is None


def test_a_doubt_about_two_schools_is_said_once(adviser: Adviser) -> None:
    answer = adviser.ask("uc irvine and santa cruz the exact same tuition on hakia, thats weird no?").answer
    assert answer.text.count("do not budget with them") == 1


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many hours each week would an online one eat up", "hours a week"),
        ("is fafsa ok for online programs", "FAFSA"),
        ("are online classes live or recorded", "live"),
    ],
)
def test_a_question_about_online_programs_is_not_a_list_of_them(adviser: Adviser, question: str, said: str) -> None:
    answer = adviser.ask(question).answer
    assert answer.table is None
    assert said in answer.text

"""Conditions that no column tells are found in cells or in sentences, or said to be left out; nothing is dropped."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import names_shown


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("cheapest one w live classes", "live classes"),
        ("part time online under 25k and no gre", "part time"),
        ("programs with internships under 30k", "internships"),
        ("private schools with good dorms", "dorms"),
    ],
)
def test_what_could_not_be_held_is_said_first(adviser: Adviser, question: str, said: str) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "partly_answered"
    assert answer.text.startswith(f'The guides\' tables do not tell "{said}"')


def test_a_guides_own_sentence_takes_the_place_of_a_broad_list(adviser: Adviser) -> None:
    answer = adviser.ask("live class online programs").answer
    assert "Columbia" in answer.text
    assert answer.table is None


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("which roles need docker", {"MLOps engineer"}),
        ("which jobs need sql", {"Data scientist"}),
        ("which specialization uses bert", {"Natural language processing"}),
        ("which employer wants manager approval", {"Microsoft"}),
    ],
)
def test_words_of_a_cell_are_a_condition(adviser: Adviser, question: str, who: set[str]) -> None:
    assert names_shown(adviser.ask(question).answer) == who


def test_those_without_a_value_are_told_among_those_that_were_asked(adviser: Adviser) -> None:
    text = adviser.ask("private schools without a grad rate").answer.text
    assert "for 4 of 16 (private schools): New York University" in text
    assert "0 of 9" in adviser.ask("public schools without a graduation rate").answer.text


@pytest.mark.parametrize(
    ("question", "begins", "tells"),
    [
        ("are all the california schools public", "No.", "not University of Southern California"),
        ("are all top 5 private", "No.", "not University of Washington"),
        ("is every school in texas public", "Yes.", "1 of 1"),
        ("do all online programs skip the gre", "No.", "7 of 10"),
    ],
)
def test_what_is_asked_of_all_is_answered_with_yes_or_no(
    adviser: Adviser, question: str, begins: str, tells: str
) -> None:
    text = adviser.ask(question).answer.text
    assert text.startswith(begins)
    assert tells in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which schools in ny or ca are private", "in New York or California"),
        ("pittsburgh or boston schools, which are cheaper", "in Pittsburgh or Boston"),
        ("west coast schools under 20k", "in California or Washington"),
    ],
)
def test_one_of_several_places_will_do(adviser: Adviser, question: str, said: str) -> None:
    assert said in adviser.ask(question).answer.text

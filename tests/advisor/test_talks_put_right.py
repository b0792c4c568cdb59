"""Talks of several turns: what a short turn keeps of the one before it, and what it puts in its place."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last, names_shown


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def test_a_word_of_several_senses_is_of_the_kind_that_was_spoken_of(adviser: Adviser) -> None:
    assert "$24,600" in last(adviser, "whats the median tuition in texas", "and washington").text
    assert "$24,600" in last(adviser, "how much is washington", "the state i mean").text
    assert (
        "Syracuse"
        in last(adviser, "private school in california with the best graduation rate", "same for new york").text
    )


def test_schools_there_are_those_in_the_place_just_shown(adviser: Adviser) -> None:
    answer = last(adviser, "whats the median tuition in texas", "which schools are there")
    assert names_shown(answer) == {"University of North Texas"}


def test_a_set_keeps_what_was_asked_of_it(adviser: Adviser) -> None:
    average = last(adviser, "average tuition of public schools in california", "same for private ones")
    assert "$61,165" in average.text
    rates = last(adviser, "graduation rates of public schools in california", "same for private ones")
    assert "97%" in rates.text


def test_a_long_set_is_told_anew_as_a_whole(adviser: Adviser) -> None:
    rates = last(adviser, "name the public schools in hakia", "and graduation rates")
    assert rates.table is not None
    assert len(rates.table.rows) == 9
    ordered = last(adviser, "show schools that dont need gre", "cheapest first")
    assert "1 | Georgia Tech" in ordered.text


def test_only_some_of_a_top_ten_are_of_those_ten(adviser: Adviser) -> None:
    answer = last(adviser, "hakia top 10", "only public ones")
    assert names_shown(answer) == {"University of Washington", "University of California, Irvine"}


@pytest.mark.parametrize("said", ["take usc out and put purdue in", "replace usc with purdue", "purdue instead of usc"])
def test_one_is_put_in_the_place_of_another(adviser: Adviser, said: str) -> None:
    answer = last(adviser, "prices of columbia and usc", said)
    assert answer.table is not None
    assert answer.table.columns[1:] == ("Columbia University", "Purdue University")


def test_nobody_is_cheaper_than_themselves(adviser: Adviser) -> None:
    assert "No program is known to match" in last(adviser, "how much is georgia tech", "anything cheaper").text
    assert names_shown(last(adviser, "how long is cmu", "anything shorter")) == {"Northwestern University"}


def test_a_choice_stays_with_the_few_that_stood_side_by_side(adviser: Adviser) -> None:
    public = last(adviser, "penn vs penn state prices", "which is public")
    assert public.table is not None
    assert len(public.table.columns) == 3
    taken = last(adviser, "georgia tech vs uiuc", "and uiuc gre", "so which should i take")
    assert "Who it suits best" in taken.text
    assert "Georgia Tech" in taken.text


def test_a_question_back_is_settled_by_where_somebody_lives(adviser: Adviser) -> None:
    answer = last(adviser, "how much is penn", "im in philly")
    assert answer.text.startswith("University of Pennsylvania costs $58,620")


def test_a_residency_is_turned_round(adviser: Adviser) -> None:
    text = last(adviser, "what does unt cost", "i live in texas", "and if i didnt").text
    assert "$26,969.98" in text
    assert "$13,604.98" not in text


def test_the_cheaper_one_is_of_those_named_in_words(adviser: Adviser) -> None:
    assert last(adviser, "which school for mlops", "the cheaper one").text.startswith("Georgia Tech costs")


def test_where_to_start_asks_for_no_town(adviser: Adviser) -> None:
    assert "city" not in last(adviser, "im a nurse, never coded", "how much is jhu", "so where do i start").text


def test_a_thing_asked_about_after_chances_is_explained(adviser: Adviser) -> None:
    assert last(adviser, "i have a 2.7 and a business degree", "what is mlops").text.startswith("MLOps is")


def test_names_alone_of_what_names_nobody_are_its_passages(adviser: Adviser) -> None:
    assert last(adviser, "how much math do they want", "just the names").citations


def test_a_limit_put_back_is_remembered(adviser: Adviser) -> None:
    answer = last(adviser, "my budget is 30k max", "actually 40k", "no wait back to 30")
    assert [fact.text for fact in answer.profile] == ["at most $30,000"]

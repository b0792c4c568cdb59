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


def test_what_goes_on_from_an_open_answer_is_told_something_new_where_there_is_something(adviser: Adviser) -> None:
    answer = last(adviser, "how many hours a week", "im free 10", "so how long would that take")
    assert "2 to 3 years part-time" in answer.text
    assert "15–25 hours" not in answer.text


def test_what_else_goes_on_with_what_was_asked(adviser: Adviser) -> None:
    answer = last(adviser, "columbia possible with a 3.4?", "ok what else should i prepare")
    assert "prepare" in answer.text


def test_of_them_are_those_of_the_list_that_the_one_was_taken_from(adviser: Adviser) -> None:
    answer = last(adviser, "best paying ml jobs", "the first one, what skills", "and the lowest paid of them")
    assert answer.table is not None
    assert len(answer.table.columns) == 4


def test_somebody_that_is_not_wanted_leaves_the_set_or_the_question_back(adviser: Adviser) -> None:
    left = last(adviser, "which schools have no gre and are online", "not georgia tech")
    assert "Georgia Tech" not in names_shown(left)
    assert last(adviser, "price of penn", "not penn state").text.startswith("University of Pennsylvania costs")


def test_now_is_the_year_of_no_list(adviser: Adviser) -> None:
    assert "2026 campus ranking" in last(adviser, "rank stevens in 2025", "n now").text


def test_how_much_more_than_somebody_is_a_difference(adviser: Adviser) -> None:
    assert "$245,190 − $73,057" in last(adviser, "whats the most expensive school", "how much more than duke").text


def test_a_bare_price_is_that_of_whom_an_answer_spoke_of(adviser: Adviser) -> None:
    assert last(adviser, "does uiuc do coursera", "how much total").text.startswith("University of Illinois")
    assert last(adviser, "which one is best for finance", "how much").text.startswith("Stevens Institute")


def test_all_about_somebody_is_a_question_of_its_own(adviser: Adviser) -> None:
    answer = last(adviser, "can i switch later", "forget it. tell me about mercer")
    assert answer.text.startswith("What the guides give for Mercer University")


def test_where_it_is_not_needed_asks_for_schools(adviser: Adviser) -> None:
    answer = last(adviser, "gre needed at northwestern?", "ok where is it not needed")
    assert "Purdue University" in names_shown(answer)


def test_an_average_is_asked_again_of_the_other_schools(adviser: Adviser) -> None:
    talk = ("how many public unis does hakia have", "average price", "and the private ones")
    assert "$59,697.63" in last(adviser, *talk).text


def test_a_price_of_one_version_is_that_of_the_one_just_shown(adviser: Adviser) -> None:
    answer = last(adviser, "hows stevens for fintech", "and the price online")
    assert answer.text.startswith("Stevens Institute of Technology, tuition")


def test_something_else_that_was_read_is_a_doubt(adviser: Adviser) -> None:
    assert "only as sure as the guides" in last(adviser, "duke price", "thats different from what i read").text


def test_the_others_are_those_of_the_list_beside_the_one_spoken_of(adviser: Adviser) -> None:
    talk = (
        "which schools in hakia top 25 are in massachusetts",
        "the cheapest one",
        "its graduation rate",
        "and the others",
    )
    assert "Brandeis University" in last(adviser, *talk).text


def test_what_is_dropped_is_no_question_beside_another(adviser: Adviser) -> None:
    assert last(adviser, "is duke in artiba", "ok leave it. duke price").text.startswith("Duke University costs")


def test_up_or_down_is_told_by_the_years(adviser: Adviser) -> None:
    answer = last(adviser, "stevens rank", "did it go up or down")
    assert "2024 campus ranking" in answer.text
    assert "2026 campus ranking" in answer.text


def test_what_fits_is_asked_again_with_what_was_told(adviser: Adviser) -> None:
    assert "These fit best" in last(adviser, "im a teacher w 3.0 gpa, 20k, no code", "what programs fit").text


def test_words_that_say_nothing_alone_keep_what_they_go_on_from(adviser: Adviser) -> None:
    assert "Syracuse University" in last(adviser, "can i finish in a year", "which schools").text
    assert "2–2.5 years" in last(adviser, "is 4.5 years normal", "part time i mean", "for drexel").text

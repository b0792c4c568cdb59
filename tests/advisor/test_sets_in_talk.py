"""A set in a talk: narrowed, widened, sorted, cut down to what was shown, asked for again; and what a person told of themselves."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last, names_shown


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def test_a_bound_alone_asks_for_what_keeps_to_it(adviser: Adviser) -> None:
    assert "Georgia Tech" in names_shown(last(adviser, "under 25 thousand tho"))


def test_which_of_them_looks_only_at_those_that_were_shown(adviser: Adviser) -> None:
    assert names_shown(last(adviser, "top 5 in hakia", "which of them are public")) == {"University of Washington"}


def test_the_ones_that_are_taken_out_are_gone_and_the_rest_stays(adviser: Adviser) -> None:
    online = "show me online programs that dont need gre"
    shown = names_shown(last(adviser, online, "remove the ones over 50k"))
    assert {"Georgia Tech", "Purdue University"} <= shown
    assert not {"Drexel University", "Columbia University"} & shown
    campus = names_shown(last(adviser, "campus programs under 40k", "without the ones in texas"))
    assert "University of North Texas" not in campus
    assert "University of Wisconsin–Madison" in campus


def test_sorting_keeps_the_set(adviser: Adviser) -> None:
    answer = last(adviser, "show me online programs that dont need gre", "sort by price")
    assert answer.table is not None
    assert "Georgia Tech" in answer.table.rows[0][1].text
    assert "Johns Hopkins University" in answer.text


def test_a_condition_dropped_before_a_superlative_no_longer_holds(adviser: Adviser) -> None:
    answer = last(adviser, "i need async no live classes", "drop the async thing, whats cheapest")
    assert "University of North Texas" in answer.text


def test_which_schools_after_advice_are_all_that_it_chose_from(adviser: Adviser) -> None:
    assert "Johns Hopkins University" in names_shown(last(adviser, "i need async no live classes", "which school"))


def test_programs_there_are_those_of_the_place_that_was_named(adviser: Adviser) -> None:
    assert names_shown(last(adviser, "texas", "i mean programs there")) == {"University of North Texas"}


def test_a_budget_that_is_put_right_is_remembered_as_it_is_now(adviser: Adviser) -> None:
    answer = last(adviser, "i have 30k saved and a full time job", "what can i do online", "actually make it 60k")
    assert [fact.text for fact in answer.profile if fact.key == "budget"] == ["at most $60,000"]
    assert "Northeastern University" in answer.text


def test_a_budget_that_is_forgotten_leaves_no_advice_behind(adviser: Adviser) -> None:
    assert last(adviser, "budget is 10k", "what fits", "ok forget the budget").text.startswith("Done")


def test_a_budget_told_beside_hours_is_heard(adviser: Adviser) -> None:
    story = "hey im 34 working as accountant in texas, two kids, can spend maybe 15 hrs a week and about 20k total"
    told = {fact.text for fact in last(adviser, story).profile}
    assert {"15 hours a week", "at most $20,000", "lives in Texas"} <= told
    assert names_shown(last(adviser, story, "which online programs fit my budget")) == {"Georgia Tech"}


def test_what_one_earns_is_no_question(adviser: Adviser) -> None:
    assert "earns $80,000 a year" in last(adviser, "i make 80k a year now as data analyst").text


def test_a_question_that_points_at_an_answer_is_read_with_what_was_asked(adviser: Adviser) -> None:
    answer = last(adviser, "is stem designation needed for opt", "which schools have it")
    assert "Carnegie Mellon University" in answer.text
    assert last(adviser, "which math do i need", "how do i learn that fast").status == "answered"


def test_how_many_counts_the_last_set(adviser: Adviser) -> None:
    assert "7 of 10 programs" in last(adviser, "asynchronous programs without gre", "how many is that").text


def test_another_budget_for_the_same_advice_is_remembered(adviser: Adviser) -> None:
    answer = last(adviser, "i have 12k savings, never coded. where do i start?", "and with 25k")
    assert [fact.text for fact in answer.profile if fact.key == "budget"] == ["at most $25,000"]
    assert "Colorado State University Global" in answer.text


def test_a_new_limit_takes_a_condition_with_it_and_a_small_number_is_thousands(adviser: Adviser) -> None:
    shown = names_shown(last(adviser, "programs under 20k", "hmm what about 25k", "and 30k but campus"))
    assert shown == {"University of North Texas", "University of Massachusetts Lowell"}
    assert names_shown(last(adviser, "no gre online cheap programs", "less than 10")) == {"Georgia Tech"}


def test_what_is_dropped_from_the_first_ten_leaves_the_rest_of_the_ten(adviser: Adviser) -> None:
    shown = names_shown(last(adviser, "top 10 hakia", "drop the private ones"))
    assert shown == {"University of Washington", "University of California, Irvine"}


def test_only_the_ones_somewhere_are_of_those_shown(adviser: Adviser) -> None:
    talk = ("5 cheapest in hakia", "only the ones in california")
    assert names_shown(last(adviser, *talk)) == {"San Jose State University"}


def test_suggestions_are_asked_for_in_a_word(adviser: Adviser) -> None:
    assert "Georgia Tech" in last(adviser, "i have 2 kids, work 9-5, budget 22k", "suggestions?").text

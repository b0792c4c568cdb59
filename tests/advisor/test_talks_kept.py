"""What a talk keeps and what it drops: the set that is still talked about, where somebody lives, and no answer said twice for another question."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last, names_shown


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("talk", "shown"),
    [
        (["how much is stevens per credit", "and how many credits", "so total?"], "$59,790"),
        (["whats a capstone", "do i need one at drexel"], "final work: Capstone"),
        (["how many credits does purdue take", "how many does drexel need"], "takes 45 credits"),
        (["cheapest on campus", "and no gre?", "so unt needs it or not"], "the GRE is not required"),
        (["ds masters vs ml masters", "which one is easier to get into"], "do not give acceptance rates"),
    ],
)
def test_few_words_mean_what_was_asked_before(adviser: Adviser, talk: list[str], shown: str) -> None:
    assert shown in last(adviser, *talk).text


def test_a_word_that_was_not_said_before_asks_something_else(adviser: Adviser) -> None:
    assert "$54,000 in total (Online" not in last(adviser, "tuition at duke", "does stevens have scholarships").text


def test_a_set_is_gone_on_with_after_one_of_it_was_asked_about(adviser: Adviser) -> None:
    talk = ("which schools are in california", "and the grad rate of the first one", "only the public ones")
    assert "San Jose State University" in names_shown(last(adviser, *talk))
    assert "University of San Diego" not in names_shown(last(adviser, *talk))
    assert "Syracuse University" in names_shown(last(adviser, *talk[:2], "anything in new york instead"))


def test_what_a_life_demands_of_a_set_holds_while_it_is_talked_about(adviser: Adviser) -> None:
    answer = last(adviser, "which let me keep working and cost <30k", "does any of those want the gre")
    assert "University of Massachusetts Lowell" not in answer.text


def test_which_are_so_looks_only_at_the_few_that_were_asked_for(adviser: Adviser) -> None:
    talk = ("top 5 on hakia", "which are public")
    assert names_shown(last(adviser, *talk)) == {"University of Washington"}
    assert "98%" in last(adviser, *talk, "how much is it", "which of them has the best grad rate").text


def test_a_value_alone_is_asked_of_all_that_were_asked_about(adviser: Adviser) -> None:
    answer = last(adviser, "gre for cmu?", "duke?", "and northwestern n maryland", "so which of all these are optional")
    assert "Northwestern University and University of Maryland match (optional)" in answer.text


def test_where_somebody_lives_chooses_the_price_of_every_school(adviser: Adviser) -> None:
    assert "$26,969.98" in last(adviser, "i live in ohio", "cheapest on campus").text
    assert "$13,604.98" in last(adviser, "im from texas", "cheapest on campus").text
    assert "$26,969.98" in last(adviser, "cheapest on campus", "im not from texas").text


def test_a_figure_said_back_in_doubt_shows_where_it_stands(adviser: Adviser) -> None:
    answer = last(adviser, "northeastern vs northwestern price", "wait 245k??")
    assert "$8,173" in answer.text
    assert "looks wrong" in answer.text


def test_a_reaction_before_a_turn_is_passed_over(adviser: Adviser) -> None:
    answer = last(adviser, "how many credits does drexel need", "thats a lot! why")
    assert answer.text.startswith("No guide says why")
    assert last(adviser, "whats the job market like", "im so overwhelmed").citations == ()


def test_do_they_need_it_is_asked_of_the_few_that_were_shown(adviser: Adviser) -> None:
    answer = last(adviser, "three cheapest online", "do they need the gre")
    assert "none of them matches (need gre)" in answer.text
    assert "University of Southern California" not in answer.text
    talk = ("whats the cheapest uni thats fully online", "do they need gre")
    second = last(adviser, *talk, "ok and second cheapest").text
    assert second.startswith("University of Illinois Urbana-Champaign: second lowest tuition (online)")


def test_a_place_stays_a_place_after_schools_in_another(adviser: Adviser) -> None:
    shown = names_shown(last(adviser, "programs in texas", "what about georgia"))
    assert {"University of Georgia", "Mercer University"} <= shown
    assert "Stevens Institute of Technology" in names_shown(last(adviser, "im from NJ", "what schools are here"))


def test_what_is_given_of_jobs_alone_is_told_of_the_jobs_that_a_degree_leads_to(adviser: Adviser) -> None:
    answer = last(adviser, "i wanna do nlp", "ok whats the job pay")
    assert "only of jobs" in answer.text
    assert "$130,000–$185,000" in answer.text


def test_those_asked_about_one_by_one_are_put_in_order(adviser: Adviser) -> None:
    talk = ("whats the salary for nlp engineer", "and computer vision", "mlops?", "rank these")
    assert last(adviser, *talk).text.startswith("NLP engineer has the highest pay")


def test_who_has_what_was_explained_is_a_set(adviser: Adviser) -> None:
    assert "Syracuse University" in names_shown(last(adviser, "whats abet", "which schools have it"))


def test_the_dearest_is_taken_out_and_none_put_in_its_place(adviser: Adviser) -> None:
    answer = last(adviser, "cheapest 3 online", "remove the most expensive")
    assert answer.text.startswith("Lowest tuition (online)")
    assert "~$22,500" not in answer.text
    assert "Northeastern University" not in answer.text


@pytest.mark.parametrize(
    ("talk", "status"),
    [
        (["what is omscs", "can i go slower"], "not_covered"),
        (["is a bootcamp better", "but its cheaper"], "answered"),
    ],
)
def test_few_words_in_a_talk_are_no_other_subject(adviser: Adviser, talk: list[str], status: str) -> None:
    answer = last(adviser, *talk)
    assert answer.status == status
    assert "lowest tuition" not in answer.text


def test_a_sum_asked_before_is_done_with_what_comes_next(adviser: Adviser) -> None:
    assert "$5,625" in last(adviser, "how much would uiuc cost me if i pay over 4 years", "and purdue").text
    assert "0.7 years" in last(adviser, "whats the break even time", "with 20k tuition and 30k raise").text


def test_what_there_is_and_who_helps_asks_for_what_fits(adviser: Adviser) -> None:
    answer = last(adviser, "i got 30k saved and my employer pays 5k a year")
    assert "Georgia Tech" in answer.text
    assert "$25,000" not in answer.text


def test_what_is_shortened_is_the_answer_and_not_its_sources(adviser: Adviser) -> None:
    answer = last(adviser, "is the market saturated", "how old is that", "ok shorter")
    assert answer.text.startswith("Demand for machine learning engineers")


def test_another_value_of_the_same_condition_asks_for_the_set_again(adviser: Adviser) -> None:
    answer = last(adviser, "top 3 public schools", "price of each", "how about private")
    assert answer.text.startswith("By place, private")


def test_a_residency_in_a_choice_between_two_is_no_other_set(adviser: Adviser) -> None:
    answer = last(adviser, "compare umass lowell with unt", "whats cheaper in state")
    assert answer.text.startswith("University of North Texas has the lower tuition: $13,604.98")


def test_a_home_told_with_a_mere_so_changes_the_price(adviser: Adviser) -> None:
    assert "$26,969.98" in last(adviser, "price of north texas", "im from florida so?").text

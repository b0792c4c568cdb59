"""Turns that lean on what was shown: one of it, what is claimed of it, and conditions taken back or put in their place."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def test_a_condition_asked_of_one_that_was_shown_is_looked_up(adviser: Adviser) -> None:
    second = last(adviser, "three cheapest online programs by total price", "the second one, does it want the gre")
    assert second.text.startswith("University of Illinois Urbana-Champaign: the GRE is not required")
    assert last(adviser, "cheapest program", "does it need gre").text.startswith("Georgia Tech")


def test_a_claim_that_asks_to_be_confirmed_is_held_against_what_was_shown(adviser: Adviser) -> None:
    answer = last(adviser, "is wisconsin campus only", "so no gre and 33k, did i get that right?")
    assert "$33,000" in answer.text
    assert "not required" in answer.text


def test_what_is_said_after_taking_a_limit_back_is_a_new_condition(adviser: Adviser) -> None:
    answer = last(adviser, "online programs below 15k total", "hm forget the budget, just show me asynchronous ones")
    assert answer.table is not None
    assert {"Johns Hopkins University", "Drexel University"} <= {
        cell.text.split(" [")[0] for row in answer.table.rows for cell in row[:1]
    }


def test_why_so_much_asks_after_the_last_figure(adviser: Adviser) -> None:
    assert "looks wrong" in last(adviser, "northwestern total tuition", "why is it that much??").text


def test_an_average_is_not_shown_as_a_minimum(adviser: Adviser) -> None:
    answer = last(adviser, "minimum gpa uw seattle", "cmu?")
    assert answer.text.startswith("The guides give no minimum GPA for Carnegie Mellon University")
    assert "average" in answer.text


def test_both_halves_of_a_claim_are_confirmed(adviser: Adviser) -> None:
    answer = last(adviser, "so mercer is in georgia and its 21,930 in total, right?")
    assert "Georgia" in answer.text
    assert "$21,930" in answer.text


def test_the_second_of_a_list_is_asked_and_the_list_not_asked_anew(adviser: Adviser) -> None:
    answer = last(adviser, "3 cheapest online programs", "does the second one need gre")
    assert answer.text.startswith("University of Illinois Urbana-Champaign: the GRE is not required")


def test_more_about_one_of_a_list_is_all_that_is_known_of_it(adviser: Adviser) -> None:
    first = ("3 cheapest online programs", "tell me more about the first one")
    assert last(adviser, *first).text.startswith("What the guides give for Georgia Tech")
    assert last(adviser, *first, "and the third?").text.startswith("What the guides give for Purdue University")


def test_that_one_in_a_place_is_nobody_who_is_elsewhere(adviser: Adviser) -> None:
    elsewhere = last(adviser, "tell me about northwestern", "and that one in Indiana?")
    assert (elsewhere.status, "Northwestern" in elsewhere.text) == ("not_covered", False)
    assert last(adviser, "unt or wisconsin, price", "the one in texas").text.startswith("University of North Texas")


def test_pointing_before_anything_was_shown_is_asked_back(adviser: Adviser) -> None:
    assert last(adviser, "the second one").status == "clarify"


def test_it_is_the_one_that_a_superlative_found(adviser: Adviser) -> None:
    talk = ("schools in pennsylvania", "which one has the highest graduation rate", "how much is it")
    assert last(adviser, *talk).text.startswith("University of Pennsylvania costs $58,620")


def test_which_of_two_is_said_for_what_was_compared(adviser: Adviser) -> None:
    talk = ("how much is purdue", "and uiuc?", "which of the two is cheaper per credit")
    assert last(adviser, *talk).text.startswith("University of Illinois Urbana-Champaign comes out lower")
    answer = last(adviser, "data scientist salary", "and software dev?", "which pays more")
    assert answer.text.startswith("Software developer has the higher median pay")


def test_the_cheapest_of_a_few_that_were_named_is_one_of_them(adviser: Adviser) -> None:
    answer = last(adviser, "give me tuition for uc irvine, penn state and pitt", "cheapest?")
    assert answer.text.startswith("University of California, Irvine has the lowest tuition")


def test_the_same_is_asked_of_another_whatever_it_is_counted_in(adviser: Adviser) -> None:
    talk = ("does google pay for school", "how much")
    assert "$12,000" in last(adviser, *talk).text
    assert "95%" in last(adviser, *talk, "and amazon?").text
    assert last(adviser, "whats ABET", "does syracuse have it").text.startswith(
        "Syracuse University, accreditation: ABET"
    )


def test_neither_of_two_schools_of_one_name_is_dropped_for_the_state(adviser: Adviser) -> None:
    answer = last(adviser, "how much is georgia", "the school not the state")
    assert ("$7,000" in answer.text, "$9,790" in answer.text) == (True, True)


def test_a_no_in_front_denies_nothing_after_it(adviser: Adviser) -> None:
    answer = last(adviser, "how much is drexel", "no the campus one")
    assert "$66,645" in answer.text
    assert "$55,000" not in answer.text
    assert "$55,000" in last(adviser, "how much is drexel", "no the campus one", "and online?").text


def test_a_claim_without_a_figure_is_held_against_the_last_look_up(adviser: Adviser) -> None:
    answer = last(adviser, "stevens gre", "thats required right?")
    assert ("Not required" in answer.text, "Required (TechGuide" in answer.text) == (True, True)


def test_an_item_of_a_list_in_a_guides_own_words_can_be_pointed_at(adviser: Adviser) -> None:
    answer = last(adviser, "what can i do after this degree", "the third job, how much does it pay")
    assert answer.text.startswith("AI research scientist: pay $140,000")


def test_one_more_is_added_to_a_comparison(adviser: Adviser) -> None:
    answer = last(adviser, "compare purdue and uiuc, price and gre", "add drexel")
    assert answer.table is not None
    assert [name.split(" [")[0] for name in answer.table.columns[1:]] == [
        "Purdue University",
        "University of Illinois Urbana-Champaign",
        "Drexel University",
    ]


def test_a_question_of_chances_in_a_word_or_two_goes_on_from_the_last(adviser: Adviser) -> None:
    answer = last(adviser, "i have 2.7 but 5 yrs at google as swe", "so realistic?")
    assert "at least 3.0" in answer.text
    assert "Google" not in answer.text


def test_a_state_after_the_price_of_a_school_means_the_schools_there(adviser: Adviser) -> None:
    assert "Colorado State University Global" in last(adviser, "purdue cost", "and colorado?").text


def test_the_year_of_the_last_question_may_be_named_again(adviser: Adviser) -> None:
    answer = last(adviser, "ranking 2025 techguide", "and 2024", "where was duke")
    assert "does not give the rank for Duke University in 2024" in answer.text


def test_a_kind_of_school_is_no_question_about_the_adviser(adviser: Adviser) -> None:
    assert "type of school for Stevens" in last(adviser, "drexel or stevens", "no the other one", "is it private").text


def test_nobodys_campus_price_is_told_as_the_online_one(adviser: Adviser) -> None:
    assert "way of studying: campus" in last(adviser, "unt price", "and online?").text
    both = last(adviser, "whats cheaper unt or arizona", "online?")
    assert ("Campus" in both.text, "$13,604.98" in both.text) == (True, False)
    assert "$24,000" in last(adviser, "arizona price", "online?").text
    assert last(adviser, "drexel gre", "and online?").text.startswith("Drexel University, way of studying")


def test_a_question_after_a_comparison_is_about_those_compared(adviser: Adviser) -> None:
    assert last(adviser, "georgia tech vs uiuc", "and fewer credits").text.startswith(
        "Georgia Tech has the lower credits"
    )
    answer = last(adviser, "whats cheaper unt or arizona", "and which has gre")
    assert answer.table is not None
    assert len(answer.table.columns) == 3


def test_another_grade_asks_the_same_chances(adviser: Adviser) -> None:
    answer = last(adviser, "is 3.0 ok for syracuse", "and 2.9?")
    assert "Syracuse University a minimum GPA of 3.0" in answer.text
    assert "offset" in answer.text


def test_the_best_of_all_that_were_asked_one_by_one(adviser: Adviser) -> None:
    talk = ("does wisconsin need gre", "maryland?", "umass lowell?", "so which of these is easiest on tests")
    answer = last(adviser, *talk)
    assert answer.table is not None
    assert len(answer.table.columns) == 4


def test_a_name_for_two_stands_twice_beside_the_one_it_is_compared_with(adviser: Adviser) -> None:
    answer = last(adviser, "compare cmu and penn on price")
    assert ("$58,620" in answer.text, "$19,672" in answer.text) == (True, True)

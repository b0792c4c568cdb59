"""Talks in people's own manner: reactions, a person's change of mind, what only one of those shown has, questions left hanging."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize("said", ["ugh", "hmm thats a lot", "oh no", "ok thanks that helps", "wow, so expensive"])
def test_a_reaction_is_answered_by_a_human_word_and_no_facts(adviser: Adviser, said: str) -> None:
    answer = last(adviser, "how much is drexel", said)
    assert answer.status == "answered"
    assert not answer.citations


def test_what_was_told_before_a_reaction_is_still_what_a_turn_is_about(adviser: Adviser) -> None:
    assert "$22,500" in last(adviser, "how much is purdue", "ugh", "who says that").text
    assert "~$7,000" in last(adviser, "cheapest 3 online programs", "hmm", "wait what").text


def test_the_one_that_is_so_is_found_among_those_spoken_of(adviser: Adviser) -> None:
    talk = ("northwestern price", "what about northeastern")
    assert "$64,887" in last(adviser, *talk, "no not that, i mean the illinois one").text
    assert "$11,524" in last(adviser, "who is top 5 at hakia", "how much is the public one").text


def test_no_reason_is_made_up_for_a_price(adviser: Adviser) -> None:
    answer = last(adviser, "usc price", "why is it so expensive")
    assert "No guide says why" in answer.text
    assert "Carnegie Mellon University" not in answer.text


def test_what_can_be_had_for_that_is_every_program_in_the_budget(adviser: Adviser) -> None:
    talk = ("my budget is 25k", "what can i get for that")
    assert "Georgia Tech" in last(adviser, *talk).text
    changed = last(adviser, *talk, "make it 60k")
    assert {fact.key for fact in changed.profile} == {"budget"}


def test_all_three_are_those_of_two_comparisons(adviser: Adviser) -> None:
    answer = last(adviser, "cmu vs columbia", "what about northeastern then", "compare all three")
    assert answer.table is not None
    names = {"Carnegie Mellon University", "Columbia University", "Northeastern University"}
    assert set(answer.table.columns[1:]) == names


def test_a_place_in_a_list_that_was_not_shown_is_asked_back(adviser: Adviser) -> None:
    assert last(adviser, "what jobs can i get after", "the third one, what does it do").status == "clarify"


def test_whoever_asks_next_is_asked_what_the_one_before_was(adviser: Adviser) -> None:
    answer = last(adviser, "drexel gre", "im international so do i have to take it", "what about stevens instead")
    assert answer.text.startswith("Stevens Institute of Technology, GRE rule")


def test_an_opinion_is_asked_of_one_guide(adviser: Adviser) -> None:
    answer = last(adviser, "is an ml masters worth it", "what does hakia say")
    assert {citation.guide for citation in answer.citations} == {"hakia"}
    assert "optimistic" in answer.text


def test_where_somebody_lives_is_remembered_for_the_next_price(adviser: Adviser) -> None:
    talk = ("i live in ohio", "price for me at arizona")
    assert "$54,060" in last(adviser, *talk).text
    moved = last(adviser, *talk, "wait i moved to arizona last month").text
    assert "$24,000" in moved
    assert "out-of-state" not in moved


def test_a_plain_no_puts_the_name_right(adviser: Adviser) -> None:
    talk = ("gre for northwestern", "no northeastern")
    assert last(adviser, *talk).text.startswith("Northeastern University: the GRE is optional")
    assert last(adviser, *talk, "sorry the first was right").text.startswith("Northwestern University")


def test_another_guide_is_asked_for_its_own_list(adviser: Adviser) -> None:
    answer = last(adviser, "what does techguide rank first on campus", "and hakia")
    assert answer.text.startswith("Carnegie Mellon University is number 1 in Hakia's")


def test_which_is_higher_is_asked_of_the_two_that_were_told(adviser: Adviser) -> None:
    answer = last(adviser, "what does a data scientist earn", "and a software dev", "which is higher")
    assert answer.table is not None
    assert set(answer.table.columns[1:]) == {"Data scientist", "Software developer"}


def test_what_nobody_answered_leaves_the_talk_where_it_was(adviser: Adviser) -> None:
    assert last(adviser, "duke", "zzz?", "online?").text.startswith("Duke University, way of studying: campus")


def test_the_same_words_are_not_said_twice_as_if_they_were_news(adviser: Adviser) -> None:
    talk = ("what documents do i need to send", "the second one, what is that")
    assert last(adviser, *talk).text.startswith("I find no more on that")
    table = last(adviser, *talk, "can you put it in a table").table
    assert table is not None


def test_what_is_left_of_a_set_is_the_set(adviser: Adviser) -> None:
    talk = ("schools in new york", "only private")
    assert "3 of 25" in last(adviser, *talk, "how many are left").text
    assert last(adviser, *talk, "which are left").table is not None


def test_a_question_without_its_mark_is_no_reaction(adviser: Adviser) -> None:
    assert last(adviser, "what is a capstone", "is it hard").citations
    assert last(adviser, "syracuse graduation rate", "is that good").citations


def test_whether_a_figure_is_much_is_told_by_all_of_its_kind(adviser: Adviser) -> None:
    assert "70% to 100%" in last(adviser, "syracuse graduation rate", "is that good").text
    assert "~$7,000 to ~$75,000+" in last(adviser, "purdue tuition", "thats a lot isnt it").text


def test_a_claim_about_one_of_two_sets_both_beside_each_other(adviser: Adviser) -> None:
    talk = ("how much is mercer", "how does it compare to csu global")
    assert last(adviser, *talk).table is not None
    assert last(adviser, *talk, "csu is cheaper then?").text.startswith(
        "Colorado State University Global has the lower"
    )
    ranked = last(adviser, "whats usc's ranking", "ok compare it to cmu on rank").table
    assert ranked is not None
    assert ranked.columns[1:] == ("University of Southern California", "Carnegie Mellon University")


def test_what_is_asked_behind_a_forget_that_is_answered(adviser: Adviser) -> None:
    assert "$233.33" in last(adviser, "georgia tech credits", "forget that. whats the price per credit").text


def test_it_is_the_thing_that_was_asked_about(adviser: Adviser) -> None:
    assert last(adviser, "is the gre hard", "do i need it for duke").text.startswith("Duke University: the GRE is not")
    assert "Pittsburgh" not in last(adviser, "what math do i need", "where can i relearn it").text


def test_it_is_the_one_of_a_tie_that_the_guides_told_of(adviser: Adviser) -> None:
    answer = last(adviser, "how long is penns program", "is it online")
    assert answer.text.startswith("University of Pennsylvania, way of studying: online")


def test_ones_own_money_is_held_against_the_price_that_was_shown(adviser: Adviser) -> None:
    assert "~$21,000" in last(adviser, "uiuc price", "would my 30k be enough for it").text

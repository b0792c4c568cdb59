"""Talks of several turns: who is meant after single answers, who is taken out, doubts brought along, and suggestions picked."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last, names_shown


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def test_their_means_all_that_were_asked_the_same_one_by_one(adviser: Adviser) -> None:
    answer = last(adviser, "how much is purdue", "and stevens?", "and their credits")
    assert "Purdue University" in answer.text
    assert "Stevens Institute of Technology" in answer.text


def test_all_three_stand_in_one_table(adviser: Adviser) -> None:
    answer = last(adviser, "gpa for syracuse", "and washington", "what about cmu", "put all three in a table")
    assert answer.table is not None
    assert answer.table.columns[1:] == ("Syracuse University", "University of Washington", "Carnegie Mellon University")


def test_the_first_one_named_is_the_one_the_talk_began_with(adviser: Adviser) -> None:
    talk = ("gre for uw madison", "same for maryland", "and umass lowell", "which of these three is cheapest")
    compared = last(adviser, *talk)
    assert compared.table is not None
    assert "University of Maryland" in compared.table.columns
    assert "Madison" in last(adviser, *talk, "the first one you said, where is it").text


def test_somebody_is_taken_out_of_what_was_shown(adviser: Adviser) -> None:
    talk = ("which online programs dont need the gre", "under 25 thousand tho")
    assert "University of Arizona" in names_shown(last(adviser, *talk))
    assert "University of Arizona" not in names_shown(last(adviser, *talk, "remove arizona"))
    rest = last(adviser, "compare drexel, duke and northeastern", "without duke")
    assert rest.table is not None
    assert rest.table.columns[1:] == ("Drexel University", "Northeastern University")


def test_just_the_names_are_whom_the_table_is_about(adviser: Adviser) -> None:
    answer = last(adviser, "three cheapest on techguide", "just the names")
    assert answer.table is None
    assert "University of North Texas" in answer.text
    assert "$" not in answer.text


def test_a_place_takes_the_place_of_another(adviser: Adviser) -> None:
    talk = ("i need a campus program, not online", "in california", "drop that, what about texas")
    assert names_shown(last(adviser, *talk)) == {"University of North Texas"}
    assert "$26,969.98" in last(adviser, *talk, "how much for out of staters").text


def test_a_figure_from_elsewhere_is_set_against_the_guides_own(adviser: Adviser) -> None:
    talk = ("cmu tuition", "why are they so different")
    assert last(adviser, *talk).text.startswith("No guide says why they differ")
    assert "cannot check other sources" in last(adviser, *talk, "other site says 40k").text


def test_a_suggestion_is_picked_by_its_number(adviser: Adviser) -> None:
    first = last(adviser, "what documents do i need")
    assert last(adviser, "what documents do i need", "2").text == last(adviser, first.suggestions[1]).text
    assert (
        last(adviser, "what documents do i need", "the second question pls").text
        == last(adviser, first.suggestions[1]).text
    )


def test_several_questions_at_once_go_on_about_the_one_shown(adviser: Adviser) -> None:
    talk = (
        "is usc any good",
        "cool. i got a few things: how many credits is it, do they want gre, and what do grads do after?",
    )
    answer = last(adviser, *talk)
    assert "32 credits" in answer.text
    assert "GRE is required" in answer.text
    assert "Amazon" in answer.text
    again = last(adviser, *talk, "same questions for stevens")
    assert "30 credits" in again.text
    assert "GRE rule" in again.text


def test_what_a_thing_is_asks_of_nobody_shown(adviser: Adviser) -> None:
    answer = last(adviser, "cheapest 3 online programs?", "what is a practicum btw")
    assert answer.text.startswith("The practicum at Carnegie Mellon University is a full-time internship")


def test_the_other_role_is_meant_where_a_role_was_asked(adviser: Adviser) -> None:
    talk = ("whats the pay for an mlops engineer", "and nlp")
    assert "$130,000–$185,000" in last(adviser, *talk).text
    assert last(adviser, *talk, "which one grows faster").text.count("Very high") == 2


def test_what_a_guide_told_of_is_meant_where_nothing_else_can_be(adviser: Adviser) -> None:
    talk = ("what is mlops", "any school strong in it", "which of them is cheaper")
    assert last(adviser, *talk).text.startswith("Georgia Tech has the lower tuition")
    assert "final work" in last(adviser, *talk, "does the cheap one do thesis").text
    assert "~$58,000" in last(adviser, "nurse here, want into healthcare ai. any program?", "how much is that").text


def test_a_limit_told_after_a_ranking_holds_for_it(adviser: Adviser) -> None:
    assert "Georgia Tech" in last(adviser, "cheaper ones?", "i have max 30k").text


def test_numbered_questions_are_answered_one_by_one(adviser: Adviser) -> None:
    talk = ("looking at georgia tech", "few qs: (1) is it really 7k total (2) how long then (3) do i need the gre?")
    for answer, said in ((last(adviser, *talk), "~$7,000"), (last(adviser, *talk, "and for uiuc?"), "~$21,000")):
        assert said in answer.text
        assert "GRE" in answer.text


def test_what_is_told_after_a_question_of_chances_is_told_for_it(adviser: Adviser) -> None:
    answer = last(adviser, "do they take people with 2.8", "i have 4 years as data analyst")
    assert "work experience" in answer.text.lower()


def test_what_somebody_pays_comes_off_the_price_of_the_next_one_too(adviser: Adviser) -> None:
    talk = ("drexel price", "and if my employer pays 5k a year for 2 years")
    assert "$45,000" in last(adviser, *talk).text
    assert "$63,057" in last(adviser, *talk, "ok same for duke").text


def test_a_number_alone_is_a_place_in_the_list_that_was_shown(adviser: Adviser) -> None:
    talk = ("top 5 on techguide campus", "how much is number 2", "and 4")
    assert "University of Maryland costs $43,120" in last(adviser, *talk).text
    compared = last(adviser, *talk, "which of the five has no gre")
    assert compared.table is not None
    assert len(compared.table.columns) == 6


def test_a_bare_attribute_goes_on_about_the_one_shown_before_a_general_answer(adviser: Adviser) -> None:
    talk = ("stevens gre", "scholarships?", "ok tuition then")
    assert last(adviser, *talk).text.startswith("Stevens Institute of Technology, tuition")
    assert "the GRE is not required" in last(adviser, "purdue price", "do i need the gre?").text


def test_who_has_most_after_a_comparison_asks_of_all(adviser: Adviser) -> None:
    talk = ("uiuc vs purdue", "which has more core ml courses", "neither is enough. who has most")
    assert last(adviser, *talk).text.startswith("Carnegie Mellon University: highest core ML courses")
    assert last(adviser, *talk, "is that online as well").text.startswith("Carnegie Mellon University, way of studying")


def test_a_set_is_no_longer_held_to_a_place_that_is_dropped(adviser: Adviser) -> None:
    answer = last(adviser, "my budget is 40k and i wanna stay in pennsylvania", "drop pennsylvania")
    assert "Georgia Tech" in answer.text


def test_naming_somebody_before_questions_asks_nothing(adviser: Adviser) -> None:
    answer = last(adviser, "purdue vs uiuc", "ok purdue sounds right. how many credits, and does it want the gre?")
    assert answer.text.startswith("Purdue University takes 30 credits")


def test_the_set_before_is_what_a_limit_is_taken_from(adviser: Adviser) -> None:
    talk = ("asynchronous programs under 30k", "which of these has the most credits", "ok scrap the price limit")
    assert "Drexel University" in names_shown(last(adviser, *talk))


def test_what_else_are_those_that_come_next(adviser: Adviser) -> None:
    talk = ("which program fits me, i have 30k", "does the second need gre", "ok remove the second")
    assert "University of North Texas:" not in last(adviser, *talk).text
    assert "Georgia Tech:" not in last(adviser, *talk, "what else?").text


def test_another_name_asks_what_was_asked_before_a_general_answer(adviser: Adviser) -> None:
    talk = ("purdue price", "what is a bridge course", "and stevens?")
    assert last(adviser, *talk).text.startswith("Stevens Institute of Technology, tuition")
    total = ("university of pennsylvania price", "thats for whole thing?", "ok and penn state?")
    assert "$19,672 a year" in last(adviser, *total).text
    assert last(adviser, "duke price", "how does it stack up against wisconsin").table is not None


def test_the_few_that_were_listed_are_sorted_and_narrowed(adviser: Adviser) -> None:
    talk = ("list hakia's top 10", "sort them by tuition", "only public ones")
    answer = last(adviser, *talk)
    assert answer.table is not None
    assert [row[1].text.split(":")[0] for row in answer.table.rows] == [
        "University of Washington",
        "University of California, Irvine",
    ]


def test_three_asked_one_by_one_stand_in_a_table_that_goes_on(adviser: Adviser) -> None:
    talk = ("credits at purdue", "at usc", "at drexel", "table pls")
    table = last(adviser, *talk).table
    assert table is not None
    assert len(table.columns) == 4
    assert "~$22,500" in last(adviser, *talk, "who needs the fewest", "how much is that one").text


def test_a_bare_limit_lists_what_is_within_it(adviser: Adviser) -> None:
    assert last(adviser, "is a masters worth it", "say i do it anyways. max 20k").text.count("Georgia Tech") > 0


def test_what_do_you_know_about_them_is_all_that_is_given(adviser: Adviser) -> None:
    answer = last(adviser, "saint louis university gpa", "what DO you know about them")
    assert answer.text.startswith("What the guides give for Saint Louis University")


def test_another_place_of_the_same_ranking_is_told(adviser: Adviser) -> None:
    assert last(adviser, "what is hakias number one", "and number 5").text.startswith("University of Pennsylvania is")


def test_a_claim_that_one_of_two_is_faster_is_held_against_both(adviser: Adviser) -> None:
    answer = last(adviser, "gatech length", "and drexel", "ok so gatech is faster correct?")
    assert answer.table is not None
    assert answer.table.columns[1:] == ("Georgia Tech", "Drexel University")


def test_against_another_role_asks_the_same_of_both(adviser: Adviser) -> None:
    assert "$130,000–$185,000" in last(adviser, "salary for computer vision people", "vs nlp").text


def test_where_somebody_lives_tells_which_price_is_theirs(adviser: Adviser) -> None:
    answer = last(adviser, "arizona gre rule", "price for me? i live in arizona")
    assert "in-state" in answer.text
    assert "- $54,060" not in answer.text


def test_the_first_of_a_list_in_words_is_whom_it_begins_with(adviser: Adviser) -> None:
    assert "$130,000–$190,000" in last(adviser, "jobs after masters", "what does the first pay").text
    assert last(adviser, "unt grad rate", "sure about that?").text.startswith("I am only as sure as the guides")

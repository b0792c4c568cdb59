"""Look-ups, comparisons, sets, ranks, corrections and overviews of a field that the code never heard of."""

from collections.abc import Callable, Mapping

import pytest

from advisor.answering.comparisons import answer_compare
from advisor.answering.look_ups import answer_look_up
from advisor.answering.not_listed import nowhere
from advisor.answering.overview import answer_overview
from advisor.answering.premises import answer_premise
from advisor.answering.ranks import answer_places, asked_place, rank_attribute
from advisor.answering.set_answers import answer_count, answer_filter, answer_rank
from advisor.frame import Frame, Narrowing, Order, Wish
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard
from index import Condition
from tests.advisor.world import BLUE, GULL, KESTREL, SHORE, frame, said, world

Answer = Callable[[Frame, Knowledge, Mapping[str, GuideCard]], Part | None]


def told(answer: Answer, text: str) -> Part | None:
    """The part that a text comes to."""
    knowledge, guides, _ = world()
    return answer(frame(text), knowledge, guides)


def filtered(text: str) -> Part:
    knowledge, guides, _ = world()
    return answer_filter(frame(text), frame(text).wishes, knowledge, guides)


def counted(text: str) -> Part:
    knowledge, guides, _ = world()
    return answer_count(frame(text), frame(text).wishes, knowledge, guides)


def ranked(text: str) -> Part:
    knowledge, guides, _ = world()
    return answer_rank(frame(text), frame(text).wishes, knowledge, guides)


def test_one_figure_is_a_sentence_with_its_period_and_guide() -> None:
    assert said(told(answer_look_up, "what does Blue Harbor cost per year")) == (
        "Blue Harbor Sailing School costs $900 a year (The Tide, May 2026)."
    )


def test_two_guides_that_disagree_both_speak_and_the_difference_is_said() -> None:
    text = said(told(answer_look_up, "swimming test at North Wind"))
    assert "No (The Pilot, May 2026) Yes (The Tide, May 2026)" in text
    assert "[disagreement] The guides differ on the swimming test;" in text


def test_two_guides_that_agree_speak_together() -> None:
    assert said(told(answer_look_up, "how many boats has North Wind")) == (
        "North Wind Academy, boats: 20 (The Pilot and The Tide)."
    )


def test_an_empty_cell_is_said_to_be_not_given_and_nothing_is_made_up() -> None:
    text = said(told(answer_look_up, "what does Gull Point cost"), status="not_covered")
    assert text.startswith("The guides do not give the price for Gull Point Club.")
    assert "$" not in text


def test_what_no_guide_gives_comes_with_the_nearest_that_is_given() -> None:
    text = said(told(answer_look_up, "how much are meals at Blue Harbor"), status="not_covered")
    assert "do not give the meal price for Blue Harbor Sailing School" in text
    assert "they do give: price $2,400 in total; price $900 a year" in text


def test_of_two_things_asked_the_missing_one_is_named() -> None:
    text = said(told(answer_look_up, "price and pass rate of North Shore"), status="partly_answered")
    assert "costs $1,800 in total" in text
    assert "do not give the pass rate for North Shore Sailing" in text


def test_a_stranger_beside_a_school_is_said_to_be_unknown() -> None:
    knowledge, guides, _ = world()
    asked = Frame("look_up", "", (BLUE,), strangers=("Kraken Divers",), attributes=("passed",))
    text = said(answer_look_up(asked, knowledge, guides), status="partly_answered")
    assert "91%" in text
    assert "The guides say nothing about Kraken Divers." in text


def test_a_price_carries_the_doubt_of_its_own_guide_and_of_no_other() -> None:
    text = said(told(answer_look_up, "what does Blue Harbor cost"))
    assert "[check] The Pilot says $2,400 for Blue Harbor Sailing School" in text
    assert "[check]" not in said(told(answer_look_up, "what does North Shore cost"))
    assert "[check]" not in said(told(answer_look_up, "what does Blue Harbor cost per year"))


def test_programs_of_one_school_stand_side_by_side_and_one_can_be_named() -> None:
    both = said(told(answer_look_up, "what does Kestrel cost"))
    assert "$4,000" in both
    assert "$6,500" in both
    one = said(told(answer_look_up, "price of ocean navigation at Kestrel"))
    assert one.startswith("Kestrel Yachting costs $6,500 in total (Ocean Navigation)")
    assert "$4,000" not in one


def test_an_old_figure_has_its_year() -> None:
    assert "[age] This figure is from 2021." in said(told(answer_look_up, "how long at Gull Point"))


def test_a_comparison_has_a_column_a_school_and_a_row_a_guide_and_says_who_is_lower() -> None:
    text = said(told(answer_compare, "compare Blue Harbor and North Wind on price"))
    assert text.startswith("Blue Harbor Sailing School has the lower price: $2,400 in total (The Pilot, May 2026).")
    assert "Price (The Pilot) | $2,400 in total | $3,100 in total" in text
    assert "Price (The Tide) | $900 a year | $1,250 a year" in text


def test_a_comparison_of_everything_shows_only_what_both_have() -> None:
    text = said(told(answer_compare, "Blue Harbor vs North Shore"))
    assert "Boats (The Pilot) | 12 | 7" in text
    assert "Pass rate" not in text


def test_a_comparison_says_what_is_missing() -> None:
    text = said(told(answer_compare, "Blue Harbor vs North Shore pass rate"), status="partly_answered")
    assert "91% | not given" in text
    assert "do not give the pass rate for North Shore Sailing" in text


def test_equal_figures_have_no_winner() -> None:
    text = said(told(answer_compare, "compare the pass rate of Blue Harbor and Gull Point"))
    assert "have the same pass rate: 91%" in text
    assert "has the" not in text


def test_nothing_to_compare_is_said() -> None:
    knowledge, guides, _ = world()
    none = Frame("compare", "", (GULL, KESTREL), attributes=("meals",))
    assert "do not give the meal price" in said(answer_compare(none, knowledge, guides), status="not_covered")


def test_a_filter_lists_who_matches_cheapest_first_and_who_could_not_be_told() -> None:
    text = said(filtered("which schools have no swimming test"), "which schools have no swimming test")
    assert text.startswith("The Pilot, May 2026: 2 of 4 schools match (no swimming test).")
    assert text.index("North Shore Sailing | $1,800") < text.index("North Wind Academy | $3,100")
    assert "Left out because The Pilot does not give the value: Kestrel Yachting." in text
    assert "Gull Point" not in text


def test_a_bound_includes_nobody_without_a_price() -> None:
    text = said(filtered("schools under $2,500"), "schools under $2,500")
    assert "2 of 5 schools match (price under your $2,500)" in text
    assert "Left out because The Pilot does not give the value: Gull Point Club." in text


def test_a_filter_that_nobody_meets_says_so_with_its_count() -> None:
    text = said(filtered("schools under $500"), "schools under $500")
    assert text == (
        "No school is known to match (price under your $500) (The Pilot: 0 of 5). "
        "For Gull Point Club the guides do not tell. "
        "Not held against your limit, because the prices are for another period: The Tide (a year)."
    )


def test_places_and_conditions_hold_together() -> None:
    asked = "schools in Cornwall with no swimming test"
    text = said(filtered(asked), asked)
    assert "1 of 4 schools match" in text
    assert "North Shore Sailing" in text
    assert "Blue Harbor" not in text


def test_a_place_that_no_guide_names_has_nothing() -> None:
    away = (Wish((Condition("coast", "contains", "Norway"),), "in Norway"),)
    knowledge, guides, _ = world()
    assert nowhere(away, knowledge) == "Norway"
    part = answer_filter(Frame("filter", "", wishes=away, kind="school"), away, knowledge, guides)
    assert said(part, status="not_covered") == "The guides list nothing in Norway."


def test_a_count_is_given_guide_by_guide_also_where_it_is_none() -> None:
    asked = "how many schools have no swimming test"
    assert said(counted(asked), asked) == (
        "The Pilot, May 2026: 2 of 4 schools match (no swimming test): North Wind Academy and North Shore Sailing. "
        "The Tide, May 2026: 0 of 2 schools match (no swimming test)."
    )


def test_who_has_an_empty_cell_can_be_asked() -> None:
    asked = "how many schools do not give a pass rate"
    assert said(counted(asked), asked) == "The Pilot, May 2026: no pass rate for 1 of 4: North Shore Sailing."


def test_a_superlative_is_answered_by_each_guide_in_its_own_period() -> None:
    assert said(ranked("the cheapest school")) == (
        "North Shore Sailing: lowest price, $1,800 in total (The Pilot, May 2026). "
        "Blue Harbor Sailing School: lowest price, $900 a year (The Tide, May 2026)."
    )


def test_the_first_few_are_a_table_with_a_column_a_guide() -> None:
    text = said(ranked("three cheapest schools"), "three cheapest schools")
    assert "Place | The Pilot (in total) | The Tide (a year)" in text
    assert "2 | Blue Harbor Sailing School: $2,400 | North Wind Academy: $1,250" in text
    assert "Gull Point" not in text


def test_what_no_cell_gives_cannot_be_ranked() -> None:
    knowledge, guides, _ = world()
    asked = Frame("rank", "", order=Order("meals", lowest=True), kind="school")
    assert said(answer_rank(asked, (), knowledge, guides), status="not_covered") == "The guides do not give meal price."


@pytest.mark.parametrize(
    ("text", "place"),
    [("who is third", 3), ("number 2 in the list", 2), ("#11", 11), ("the 4th", 4), ("who won", 1), ("in 2025", None)],
)
def test_a_place_is_read_from_numbers_and_words(text: str, place: int | None) -> None:
    assert asked_place(text) == place


def test_a_rank_is_of_the_newest_list_unless_another_year_is_asked() -> None:
    assert rank_attribute(world()[0]) == "place"
    newest = "who is number 1 in the ranking"
    assert said(told(answer_places, newest), newest) == (
        "North Wind Academy is number 1 in the 2026 ranking (The Pilot, May 2026)."
    )
    older = "who is number 1 in the 2025 ranking"
    assert said(told(answer_places, older), older).startswith("North Shore Sailing is number 1 in the 2025 ranking")


def test_a_list_of_a_year_that_no_guide_has_is_not_another_years() -> None:
    knowledge, guides, _ = world()
    asked = Frame("rank", "first in 2019", narrowing=Narrowing(years=("2019",)))
    part = answer_places(asked, knowledge, guides)
    assert said(part, "2019", status="not_covered") == "The guides do not give a ranking for 2019."


def test_the_first_few_places_are_shown_in_order() -> None:
    text = said(told(answer_places, "top 2 schools"))
    assert "1 | North Wind Academy 2 | Blue Harbor Sailing School" in text
    assert "North Shore" not in text


def test_a_figure_taken_for_another_period_is_corrected() -> None:
    asked = "Blue Harbor is $900 in total?"
    assert said(told(answer_premise, asked), asked) == (
        "[premise] The Tide, May 2026 gives $900 a year for Blue Harbor Sailing School, not in total."
    )
    assert told(answer_premise, "Blue Harbor is $2,400 in total?") is None


def test_a_place_taken_for_granted_is_corrected_or_confirmed() -> None:
    wrong = "since North Wind is the cheapest school"
    assert (
        "North Wind Academy does not have the lowest price in The Pilot, May 2026: "
        "North Wind Academy has $3,100 in total, North Shore Sailing $1,800 in total."
    ) in said(told(answer_premise, wrong), wrong)
    right = "since North Shore is the cheapest school"
    assert "North Shore Sailing has the lowest price" in said(told(answer_premise, right), right)


def test_a_choice_taken_for_granted_is_corrected_only_where_the_guides_say_otherwise() -> None:
    wrong = "Gull Point has no swimming test, right?"
    assert "Not so: The Pilot, May 2026 gives Gull Point Club the swimming test" in said(
        told(answer_premise, wrong), wrong
    )
    assert told(answer_premise, "North Shore has no swimming test, right?") is None


def test_a_claim_about_all_is_held_against_the_count() -> None:
    knowledge, guides, _ = world()
    free = (Wish((Condition("swim", "is", "not required"),), "no swimming test"),)
    asked = Frame("filter", "since all schools have no swimming test", wishes=free, kind="school")
    text = said(answer_premise(asked, knowledge, guides), asked.text)
    assert "That does not hold for all of them." in text
    assert 'the swimming test is "not required" for 2 of 4 programs' in text


def test_an_overview_gives_each_figure_with_its_guide() -> None:
    text = said(told(answer_overview, "tell me about Blue Harbor"))
    assert "price: $2,400 in total (The Pilot) and $900 a year (The Tide)" in text
    assert "swimming test: Yes (The Pilot and The Tide)" in text
    assert told(answer_overview, "Blue Harbor and North Shore") is None
    knowledge, guides, _ = world()
    assert answer_overview(Frame("explain", "", (KESTREL,)), knowledge, guides) is None  # too little is given
    assert (
        SHORE in (told(answer_overview, "tell me about North Shore") or Part(Frame("list", ""), "answered", ())).shown
    )


@pytest.mark.parametrize(
    "asked", ["schools not in Cornwall", "schools outside Cornwall", "schools outside of Cornwall"]
)
def test_a_place_that_is_denied_is_left_out(asked: str) -> None:
    text = said(filtered(asked), asked)
    assert "2 of 4 schools match (not in Cornwall)" in text
    assert "Gull Point Club" in text
    assert "North Shore Sailing" not in text

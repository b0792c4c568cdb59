"""Ranges, round figures, bare figures beside an attribute, and places from an end."""

import pytest

from advisor.answering.set_answers import answer_filter, answer_rank
from advisor.facts import wish_met
from advisor.frame import Wish
from advisor.understanding.amounts import find_amounts
from index import Condition
from tests.advisor.world import frame, said, world


def filtered(asked: str) -> str:
    knowledge, guides, _ = world()
    read = frame(asked)
    return said(answer_filter(read, read.wishes, knowledge, guides), asked)


def ranked(asked: str) -> str:
    knowledge, guides, _ = world()
    read = frame(asked)
    return said(answer_rank(read, read.wishes, knowledge, guides), asked)


@pytest.mark.parametrize("text", ["between 20 and 60k", "from 20k to 60k", "20-60k", "$20,000-$60,000", "$20k to $60k"])
def test_a_range_bounds_from_both_ends(text: str) -> None:
    low, high = find_amounts(text)
    assert (low.value, low.unit, low.bound) == (20_000, "money", "at_least")
    assert (high.value, high.unit, high.bound) == (60_000, "money", "at_most")


def test_a_comma_after_a_figure_is_no_part_of_it() -> None:
    (amount,) = find_amounts("over 95, please")
    assert amount.text == "95"


@pytest.mark.parametrize(("text", "bound"), [("not over 25k", "at_most"), ("isn't under 25k", "at_least")])
def test_a_bound_that_is_denied_is_turned_round(text: str, bound: str) -> None:
    (amount,) = find_amounts(text)
    assert amount.bound == bound


def test_a_word_that_ends_like_a_denial_turns_no_bound_round() -> None:
    assert [amount.bound for amount in find_amounts("job placement above 90%")] == ["above"]


def test_weeks_are_counted_in_months() -> None:
    (amount,) = find_amounts("longer than 26 weeks")
    assert (amount.unit, amount.bound, round(amount.value, 1)) == ("month", "above", 6.0)


def test_one_value_has_to_meet_both_ends() -> None:
    knowledge, *_ = world()
    both = Wish((Condition("price", "at_least", 5000.0), Condition("price", "at_most", 6000.0)), "", together=True)
    facts = [
        fact for listing in knowledge.listings if listing.name.name.startswith("Kestrel") for fact in listing.facts
    ]
    assert wish_met(facts, both) is False  # $4,000 and $6,500


def test_a_range_and_a_round_figure_filter_at_both_ends() -> None:
    assert "2 of 3 programs match (price between your $2,000 and $3,500)" not in filtered("schools under $9,000")
    text = filtered("schools between $2,000 and $3,500")
    assert "price between your $2,000 and $3,500" in text
    assert "North Shore" not in text
    text = filtered("schools around $3,000")
    assert "North Wind Academy" in text
    assert "Blue Harbor" not in text


def test_a_bare_figure_is_counted_as_the_attribute_before_it() -> None:
    (boats, passed) = frame("schools with more than 8 boats and pass rate over 90").wishes
    assert (boats.attribute, boats.conditions[0].value) == ("boats", 8)
    assert (passed.attribute, passed.conditions[0].value) == ("passed", 90)


def test_a_second_place_is_not_the_first() -> None:
    text = ranked("second cheapest school")
    assert "Blue Harbor Sailing School: second lowest price, $2,400 in total" in text
    assert "North Shore" not in text
    assert frame("2nd cheapest school").limit is None


def test_only_a_comparative_without_a_figure_puts_in_order() -> None:
    assert frame("schools cheaper than $2,000").order is None
    assert frame("the cheaper school").order is not None


def test_two_bounds_in_many_words_still_ask_for_a_set() -> None:
    assert frame("more than 8 boats but please do not go over 15 boats in all").act == "filter"
    assert frame("no swimming test, more than 8 boats").act == "filter"

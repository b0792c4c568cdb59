"""Sums that go on from what a talk has shown or told: a share that somebody pays, another figure, a home state."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("talk", "sum_shown"),
    [
        (["my boss pays 5k a year, what does purdue then cost me"], "$17,500"),
        (["my employer gives 5250 a year", "how much would drexel be out of my pocket over 2 years"], "$44,500"),
        (["my parents give me 10k", "whats left for me to pay at uiuc"], "$11,000"),
        (["mercer price", "i have a 5k scholarship, what is left for me"], "$16,930"),
        (["duke price", "half of that is paid by scholarship, whats left"], "$36,528.50"),
        (["duke price", "and with 10k scholarship"], "$63,057"),
        (["usc total cost", "if my job covers 10k of it"], "$52,000"),
        (["usc total cost", "if my job covers 10k of it", "and 20k"], "$42,000"),
        (["12 courses of 3 credits at 900 dollars", "what if its 10 courses"], "$27,000"),
        (["12 courses of 3 credits at 900 dollars", "what if its 10 courses", "and at 750"], "$22,500"),
        (["drexel price minus 5000 a year for 2 years", "and for 3 years"], "$40,000"),
        (["what would i pay at unt as out of state for 12 credits", "and 15"], "$12,259.05"),
        (["mom will pay 20k, i save 500 a month", "unt out of state price", "what remains for me then"], "$6,969.98"),
    ],
)
def test_a_sum_goes_on_from_what_was_shown_or_told(adviser: Adviser, talk: list[str], sum_shown: str) -> None:
    assert sum_shown in last(adviser, *talk).text


def test_what_somebody_else_pays_is_no_budget(adviser: Adviser) -> None:
    told = last(adviser, "my boss pays 5k a year").profile
    assert "budget" not in {fact.key for fact in told}
    assert "$5,000 a year paid by somebody else" in {fact.text for fact in told}


def test_who_says_where_they_are_from_is_told_the_price_for_them(adviser: Adviser) -> None:
    lowell = ("how many credits at umass lowell", "in-state price for it?", "im from ohio so which price do i pay")
    assert "$48,830.10" in last(adviser, *lowell).text
    assert "$28,393.20" in last(adviser, *lowell, "and if i was from massachusetts").text


def test_a_share_that_covers_everything_leaves_nothing_to_pay(adviser: Adviser) -> None:
    answer = last(adviser, "my boss pays 5k a year, what does georgia tech cost me over 3 years")
    assert "leaves nothing to pay" in answer.text


@pytest.mark.parametrize(
    ("talk", "sum_shown"),
    [
        (["omscs price", "uiuc price?", "how much more is that"], "$14,000"),
        (["purdue tuition", "and drexel", "how much cheaper is purdue"], "$32,500"),
        (["purdue tuition", "and drexel", "and altogether?"], "$77,500"),
        (["cheapest 3 online programs", "whats the total of them"], "$50,500"),
        (["cheapest 3 online programs", "whats the total of them", "without georgia tech"], "$43,500"),
        (["omscs price", "and uiuc", "average?"], "$14,000"),
        (["what does an nlp engineer make", "and cv engineer", "difference?"], "has $5,000 more a year"),
        (["drexel price per credit", "so 45 times that"], "$66,645"),
        (["drexel price per credit", "so 45 times that", "minus 10000 scholarship"], "$56,645"),
        (["uiuc price", "if i pay it over 3 years how much per year"], "$7,000 a year"),
        (["what would the three cheapest cost together"], "$55,784.98"),
        (["three cheapest schools online", "how many times more is columbia than the first"], "10.7 times"),
    ],
)
def test_a_sum_is_taken_over_those_that_were_shown(adviser: Adviser, talk: list[str], sum_shown: str) -> None:
    assert sum_shown in last(adviser, *talk).text


def test_what_several_give_is_added_up_where_only_words_were_asked_for(adviser: Adviser) -> None:
    talk = ("does google pay for a masters", "and microsoft")
    assert "$12,000 + $10,000" in last(adviser, *talk, "what do i get from both together").text


def test_a_price_told_after_the_credits_is_multiplied_by_them(adviser: Adviser) -> None:
    talk = ("how many credits does uiuc have", "times 656 dollars")
    assert "32 × $656 = $20,992" in last(adviser, *talk).text
    assert "$22,400" in last(adviser, *talk, "and with 700").text


def test_another_figure_takes_the_place_of_the_one_that_it_names(adviser: Adviser) -> None:
    talk = ("when is it paid back with 30k tuition and 20k more a year?", "and if tuition is 60k")
    assert "= 3 years" in last(adviser, *talk).text
    assert "= 2 years" in last(adviser, *talk, "and 30k more a year").text


def test_another_benefit_is_taken_off_instead_of_the_one_before(adviser: Adviser) -> None:
    talk = ("my company pays 5k a year", "what would purdue cost me over 2 years", "and if they pay 8k")
    text = last(adviser, *talk).text
    assert "2 years × $8,000" in text
    assert "$5,000" not in text


def test_so_many_of_those_keeps_the_price_that_was_shown(adviser: Adviser) -> None:
    talk = ("arizona per credit price", "online i mean", "for residents", "so 30 of those")
    text = last(adviser, *talk).text
    assert "$24,000" in text
    assert "$34,290" not in text


def test_a_school_named_after_a_benefit_is_asked_for_its_price(adviser: Adviser) -> None:
    answer = last(adviser, "how much does google and microsoft give together", "for drexel")
    assert answer.text.startswith("Drexel University, tuition")

"""A message read: its parts, who and what it names, which bounds and conditions it sets, what it tells of a person."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisor.frame import Act, Order
from advisor.understanding.acts import topic_of
from advisor.understanding.amounts import find_amounts
from advisor.understanding.narrowing import narrow, without_guide_names
from advisor.understanding.segments import asks, split
from advisor.understanding.subjects import kinds
from index import Condition, Operator
from tests.advisor.world import BLUE, GULL, SHORE, WIND, frame, understood, world

PIECES = "what price Blue Harbor north Gull Point cheapest at least 10 boats $2,000 under no swimming test i cannot swim or vs , ? .".split()


@example("")
@given(st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    read = understood(text)
    assert all(isinstance(part.text, str) for part in read.frames)


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("What does it cost and how long is it?", ["What does it cost", "how long is it?"]),
        ("I sail. Is it hard? How long?", ["I sail.", "Is it hard?", "How long?"]),
        ("The second one, which coast is it on?", ["The second one, which coast is it on?"]),
        ("Blue Harbor and Gull Point", ["Blue Harbor and Gull Point"]),
    ],
)
def test_a_message_is_cut_where_a_new_question_begins(message: str, parts: list[str]) -> None:
    assert split(message) == parts


@given(st.text(max_size=80).filter(str.strip))
def test_no_word_of_a_message_is_invented_by_cutting(text: str) -> None:
    assert split(text)
    assert set("".join(split(text))) <= set(text) | {",", " "}


def test_a_remark_asks_nothing() -> None:
    assert asks("how long")
    assert asks("it floats?")
    assert not asks("I like boats.")


@given(st.integers(1, 999_999), st.sampled_from(["${:,}", "${}", "{} dollars", "{} bucks", "usd {}"]))
def test_money_is_read_as_the_number_that_was_written(value: int, form: str) -> None:
    (amount,) = find_amounts("under " + form.format(value))
    assert (amount.value, amount.unit, amount.bound) == (value, "money", "below")


@given(st.text(max_size=30), st.integers(1, 99), st.text(max_size=30))
def test_an_amount_stands_in_the_text_where_it_says(before: str, number: int, after: str) -> None:
    text = f"{before} {number}k {after}"
    for amount in find_amounts(text):
        assert text[amount.start : amount.end].strip() == amount.text


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("under 40k", 40_000, "money", "below"),
        ("$5,000 or less", 5_000, "money", "at_most"),
        ("up to 1.2 million", 1_200_000, "money", "at_most"),
        ("at least 12 boats", 12, "", "at_least"),
        ("2 years max", 2, "year", "at_most"),
        ("18 months", 18, "month", None),
        ("over 10%", 10, "percent", "above"),
        ("8 hours", 8, "hour", None),
    ],
)
def test_an_amount_has_its_unit_and_bound(text: str, value: float, unit: str, bound: Operator | None) -> None:
    (amount,) = find_amounts(text)
    assert (amount.value, amount.unit, amount.bound) == (value, unit, bound)


def test_a_number_inside_a_name_is_no_amount() -> None:
    assert find_amounts("pier B12") == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("what does Gull Point cost", "look_up"),
        ("Blue Harbor vs North Wind", "compare"),
        ("which schools have no swimming test", "filter"),
        ("how many schools have no swimming test", "count"),
        ("the cheapest school", "rank"),
        ("schools with at least 10 boats", "filter"),
        ("which school should I pick", "recommend"),
        ("can i get in at Gull Point", "eligibility"),
        ("forecast for tomorrow", "out_of_scope"),
        ("how is a sail mended", "explain"),
    ],
)
def test_a_part_has_the_act_that_its_words_ask_for(text: str, act: Act) -> None:
    assert frame(text).act == act


def test_a_topic_is_found_by_whole_words_only() -> None:
    topics = {"weather": ("rain",)}
    assert topic_of("will it rain", topics) == "weather"
    assert topic_of("the train to the harbor", topics) is None


def test_an_attribute_is_asked_by_the_words_of_the_vocabulary_or_by_a_header() -> None:
    assert frame("how much is Gull Point").attributes == ("price",)
    assert frame("wind in Cornwall").attributes == ("wind",)
    assert kinds("wind", world()[0]) == {"coast"}


def test_each_subject_keeps_its_own_attribute() -> None:
    read = [(part.subjects, part.attributes) for part in understood("Blue Harbor's price, Gull Point how long").frames]
    assert read == [((BLUE,), ("price",)), ((GULL,), ("length",))]


def test_a_part_without_a_subject_takes_the_one_before_it() -> None:
    (both,) = understood("what is the price of Blue Harbor? and the boats?").frames
    assert (both.attributes, both.subjects) == (("price", "boats"), (BLUE,))
    first, second = understood("is Blue Harbor or Gull cheaper? and the boats?").frames
    assert second.attributes == ("boats",)
    assert set(second.subjects) == set(first.subjects)


def test_a_name_of_two_schools_is_left_undecided() -> None:
    assert set(frame("what does north cost").tie) == {WIND, SHORE}
    assert frame("what does north shore cost").subjects == (SHORE,)


def test_who_stands_in_no_guide_is_a_stranger() -> None:
    assert frame("price of Kraken").strangers == ("Kraken Divers",)
    assert frame("is Whale University cheap").strangers == ("Whale University",)


def test_a_bound_becomes_a_condition_on_the_attribute_that_it_measures() -> None:
    def conditions(text: str) -> list[tuple[Condition, ...]]:
        return [wish.conditions for wish in frame(text).wishes]

    assert conditions("schools under $2,500") == [(Condition("price", "below", 2500.0, "total"),)]
    assert conditions("schools under $1,000 a year") == [(Condition("price", "below", 1000.0, "year"),)]
    assert conditions("schools with at least 10 boats") == [(Condition("boats", "at_least", 10.0),)]
    assert conditions("schools with more than 80% pass rate") == [(Condition("passed", "above", 80.0),)]
    assert conditions("schools of less than 1 year") == [(Condition("length", "below", 12.0),)]
    assert conditions("schools in Cornwall") == [(Condition("coast", "contains", "Cornwall"),)]
    assert conditions("schools for swimmers only") == [(Condition("swim", "is", "required"),)]


def test_alternatives_are_one_condition() -> None:
    (wish,) = frame("schools that are swimmers only or without a swimming test").wishes
    assert {condition.value for condition in wish.conditions} == {"required", "not required"}


def test_a_superlative_orders_by_its_own_attribute_or_by_the_one_beside_it() -> None:
    assert frame("three cheapest schools").order == Order("price", lowest=True)
    assert frame("three cheapest schools").limit == 3
    assert frame("dearest school").order == Order("price", lowest=False)
    assert frame("school with the most boats").order == Order("boats", lowest=False)
    assert frame("school with the best pass rate").order == Order("passed", lowest=False)
    assert frame("top 3 schools").order == Order("place", lowest=True)


def test_a_part_is_narrowed_to_a_guide_a_year_and_a_period() -> None:
    knowledge = world()[0]
    told = narrow("what does the tide say of 2025, a year", knowledge)
    assert (told.guides, told.years, told.period) == (("tide",), ("2025",), "year")
    assert narrow("in total", knowledge).period == "total"
    assert narrow("what does it cost", knowledge).period is None
    assert without_guide_names("what does the tide say", knowledge) == "what does the      say"
    named = replace(knowledge, guides={"harbor": "tide"})
    assert without_guide_names("price at Blue Harbor", named) == "price at Blue Harbor"
    assert narrow("price at Blue Harbor", named).guides == ()


def test_what_people_say_of_themselves_is_remembered() -> None:
    told = {r.key: r.text for r in understood("I cannot swim, I have 500 dollars saved and 10 hours a week.").remarks}
    assert told == {"swimming": "cannot swim", "budget": "at most $500", "hours": "10 hours a week"}

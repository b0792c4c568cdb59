"""A grade that a person tells: read as a question of their chances, answered with the bar and what offsets a low one."""

import pytest

from advisor.answering.grades import last_words
from advisor.arithmetic.costs import read_sum
from advisor.frame import Remark
from advisor.understanding.amounts import find_amounts
from tests.advisor.world import GULL, frame, understood, world


@pytest.mark.parametrize(
    "message",
    [
        "Gull Point with a 3.4?",
        "chances at Gull Point w/ 3.4?",
        "would Gull Point consider somebody with 3.1 cumulative",
        "is a 2.8 too low for Gull Point?",
    ],
)
def test_a_grade_beside_a_school_asks_for_chances(message: str) -> None:
    assert (frame(message).act, frame(message).subjects) == ("eligibility", (GULL,))


def test_a_school_named_with_the_grade_is_the_one_that_may_take_the_person() -> None:
    (asked,) = understood("I like Gull Point, my gpa is 2.95, will they take me??").frames
    assert (asked.act, asked.subjects) == ("eligibility", (GULL,))


def test_years_beside_a_grade_are_no_grade() -> None:
    assert [amount.unit for amount in find_amounts("2.7 gpa but 6 years at work")] == ["gpa", "year"]


def test_a_shortened_word_ends_no_sentence() -> None:
    assert len(understood("would Univ. of Kraken take me?").frames) == 1


def test_the_fact_asked_for_is_one_that_was_not_told() -> None:
    knowledge, _, _ = world()
    told = last_words((Remark("gpa", "GPA 3"),), knowledge)
    assert [claim.text for claim in told.claims] == ["No guide can say whether a school will admit you."]


def test_a_payback_told_over_sentences_is_one_sum() -> None:
    (asked,) = understood("i make 70000 now and would get 105000 after. costs 52500. payback time?").frames
    assert asked.act == "calculate"
    found = read_sum(asked.text)
    assert found is not None
    assert found.result == pytest.approx(1.5)


def test_what_is_saved_by_the_month_adds_up_to_its_horizon() -> None:
    (remark,) = understood("I can save $100 a month for two years").remarks
    assert remark.wish is not None
    assert (remark.wish.conditions[0].period, remark.wish.conditions[0].value) == ("total", 2400)

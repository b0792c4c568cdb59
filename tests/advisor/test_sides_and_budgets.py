"""Two sides that ask for different things, names that leave one meaning, and budgets of a period."""

import pytest

from advisor.answering.comparisons import answer_compare
from advisor.answering.set_answers import answer_filter
from advisor.frame import Frame
from advisor.understanding.amounts import find_amounts
from tests.advisor.world import BLUE, GULL, KESTREL, SHORE, WIND, frame, said, understood, world


def test_each_side_of_a_comparison_keeps_its_own_attribute() -> None:
    one, other = understood("Blue Harbor's price vs Gull Point's boats").frames
    assert (one.subjects, one.attributes) == ((BLUE,), ("price",))
    assert (other.subjects, other.attributes) == ((GULL,), ("boats",))
    assert len(understood("Blue Harbor's price vs Gull Point's price").frames) == 1


def test_a_name_beside_one_of_its_meanings_means_the_other() -> None:
    assert set(frame("north or North Wind?").subjects) == {WIND, SHORE}


def test_what_has_nothing_in_common_is_told_one_by_one() -> None:
    knowledge, guides, _ = world()
    asked = Frame("compare", "Gull Point or Kestrel", (GULL, KESTREL))
    text = said(answer_compare(asked, knowledge, guides), asked.text, "partly_answered")
    assert "give nothing that can be compared for Gull Point Club and Kestrel Yachting" in text
    assert "What the guides give for Gull Point Club" in text


@pytest.mark.parametrize(
    ("message", "period", "value"),
    [
        ("my budget is $900 a year", "year", 900),
        ("my budget is $900", "total", 900),
        ("I can pay 100 a month", "year", 1200),
    ],
)
def test_a_budget_holds_for_the_period_that_was_said(message: str, period: str, value: float) -> None:
    (remark,) = understood(message).remarks
    assert remark.wish is not None
    (condition,) = remark.wish.conditions
    assert (condition.period, condition.value) == (period, value)


def test_a_limit_of_one_period_leaves_the_others_apart() -> None:
    knowledge, guides, _ = world()
    asked = "schools under $1,000 a year"
    read = frame(asked)
    text = said(answer_filter(read, read.wishes, knowledge, guides), asked)
    assert "Blue Harbor Sailing School | $900 a year" in text
    assert "Not held against your limit, because the prices are for another period: The Pilot (in total)." in text


def test_a_small_figure_of_a_period_is_money() -> None:
    assert [amount.unit for amount in find_amounts("under 700 a credit, 30 credits a year")] == ["money", "credit"]

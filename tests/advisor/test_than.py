"""Somebody's own value as a bound: "anything cheaper than X" asks for others, and says nothing where there are none."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from evals.outcomes import converse
from index.library import Library
from tests.advisor.world import frame


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def test_a_comparative_with_a_name_behind_it_is_a_condition_on_others() -> None:
    read = frame("which schools are cheaper than Blue Harbor")
    (wish,) = read.wishes
    assert (read.act, read.subjects, wish.conditions[0].operator) == ("filter", (), "below")
    assert frame("is Gull Point cheaper than Blue Harbor").act == "compare"
    assert frame("which schools are cheaper than Gull Point").wishes == ()  # no guide gives its price


def test_what_is_cheaper_is_held_against_the_price_of_the_same_period(adviser: Adviser) -> None:
    text = adviser.ask("which online programs are cheaper than purdue").answer.text
    assert "| Georgia Tech" in text
    assert "| Purdue" not in text
    assert "| Stevens" not in text
    assert "for another period: Hakia (a year)" in text


def test_where_nothing_is_cheaper_it_says_so(adviser: Adviser) -> None:
    assert adviser.ask("is there anything cheaper than gatech").answer.text.startswith("No program is known to match")


def test_it_holds_beside_what_was_asked_before(adviser: Adviser) -> None:
    text = converse(("anything in california thats online", "and cheaper than usc?"), adviser)[-1].text
    assert "online, in California, tuition below University of Southern California's" in text


def test_of_two_ranges_none_is_called_the_higher(adviser: Adviser) -> None:
    assert "match" not in adviser.ask("which roles earn more than data scientists").answer.text

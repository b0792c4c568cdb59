"""Places in a ranking under conditions that the ranking's own title does not say."""

from advisor.answering.ranks import answer_places, leaders, top_of
from advisor.frame import Frame, Order, Wish
from index import Condition
from tests.advisor.world import BLUE, SHORE, WIND, said, world

FREE = Wish((Condition("swim", "is", "not required"),), "no swimming test")
TESTED = Wish((Condition("swim", "is", "required"),), "swimmers only")


def test_only_who_meets_the_condition_is_placed() -> None:
    knowledge, guides, _ = world()
    asked = Frame("rank", "top 2 schools", wishes=(FREE,), order=Order("place", lowest=True), limit=2, kind="school")
    text = said(answer_places(asked, knowledge, guides), asked.text)
    assert "By place, no swimming test:" in text
    assert "1 | North Wind Academy 2 | North Shore Sailing (number 3)" in text
    assert BLUE.name not in text


def test_the_first_that_meets_the_condition_keeps_its_number() -> None:
    knowledge, guides, _ = world()
    asked = Frame("rank", "best ranked school", wishes=(TESTED,), order=Order("place", lowest=True), kind="school")
    text = said(answer_places(asked, knowledge, guides), asked.text)
    assert "Blue Harbor Sailing School is number 2, the best placed there (swimmers only), in" in text


def test_the_size_of_the_top_is_no_limit() -> None:
    assert top_of("two cheapest in the top 25") == 25
    assert top_of("the top 2") is None


def test_the_leaders_of_a_list_are_the_first_so_many() -> None:
    knowledge, *_ = world()
    (guide, names), *_ = leaders(Frame("rank", "cheapest of the top 2"), 2, knowledge)
    assert guide == "pilot"
    assert names == (WIND, BLUE)
    assert SHORE not in names

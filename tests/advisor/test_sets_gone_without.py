"""Sets without what a person does not want, and places that are joined by "or" and "and"."""

import pytest

from advisor.answering.set_answers import answer_filter, answer_rank
from advisor.part import Part
from tests.advisor.world import BLUE, SHORE, WIND, frame, said, understood, world


def ranked(asked: str) -> Part:
    knowledge, guides, _ = world()
    read = frame(asked)
    return answer_rank(read, read.wishes, knowledge, guides)


def filtered(asked: str) -> Part:
    knowledge, guides, _ = world()
    read = frame(asked)
    return answer_filter(read, read.wishes, knowledge, guides)


@pytest.mark.parametrize("words", ["other than", "besides", "excluding", "apart from", "that isn't", "except"])
def test_what_is_left_out_by_name_does_not_win(words: str) -> None:
    asked = f"cheapest school {words} North Shore"
    assert frame(asked).excluded == (SHORE,)
    text = said(ranked(asked), asked)
    assert "Blue Harbor Sailing School: lowest price, $2,400 in total" in text
    assert "Left out, as you asked: North Shore Sailing." in text


def test_every_name_after_a_denial_is_left_out() -> None:
    assert set(frame("cheapest school except North Shore and Blue Harbor").excluded) == {SHORE, BLUE}


@pytest.mark.parametrize("asked", ["isn't North Shore the cheapest school?", "why not North Shore, a cheap school"])
def test_a_question_that_only_sounds_like_a_denial_leaves_nothing_out(asked: str) -> None:
    assert frame(asked).excluded == ()
    assert SHORE in frame(asked).subjects


def test_places_joined_by_or_are_alternatives_and_denied_ones_are_not() -> None:
    asked = "schools in Cornwall or Devon"
    assert "3 of 4 schools match (in Cornwall or Devon)" in said(filtered(asked), asked)
    asked = "schools outside Cornwall and Devon"
    text = said(filtered(asked), asked)
    assert "1 of 4 schools match (not in Cornwall, not in Devon)" in text
    assert WIND.name not in text


def test_a_demand_with_small_words_between_is_still_denied() -> None:
    (wish,) = frame("schools that don't want swimmers only").wishes
    assert wish.negated


def test_a_verb_without_anybody_goes_on_about_the_set() -> None:
    (one,) = understood("how many schools have no swimming test and are swimmers only").frames
    assert [wish.said for wish in one.wishes] == ["no swimming test", "swimmers only"]


@pytest.mark.parametrize("asked", ["anything in Cornwall?", "which are in Cornwall"])
def test_a_set_may_be_asked_without_its_name(asked: str) -> None:
    assert frame(asked).kind == "school"

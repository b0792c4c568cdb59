"""What a conversation remembers and forgets, and what pointing words mean in it."""

import pytest

from advisor.answer import Answer
from advisor.conversation import Conversation, Exchange, remembered
from advisor.conversing.pointing import pointed
from advisor.frame import Frame, Remark
from advisor.lexicon import Name
from advisor.understanding.understand import Understanding

DUKE, PURDUE, STEVENS = (Name("school", name) for name in ("Duke", "Purdue", "Stevens"))
NURSE, BUDGET = Remark("background", "nurse"), Remark("budget", "at most $20,000", value=20_000)


def exchange(*shown: Name, message: str = "which ones?") -> Exchange:
    """An answered message that showed some subjects."""
    return Exchange(message, (Frame("filter", message),), shown, Answer("answered", "These."))


def told(*remarks: Remark) -> Understanding:
    """A message that told something and asked nothing."""
    return Understanding((), remarks)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the second one", (PURDUE,)),
        ("the last one pls", (STEVENS,)),
        ("#3", (STEVENS,)),
        ("the first two", (DUKE, PURDUE)),
        ("the first and the third", (DUKE, STEVENS)),
        ("both", (DUKE, PURDUE)),
        ("do they want the gre", (DUKE, PURDUE, STEVENS)),
        ("what does that one cost", (DUKE,)),
        ("how long does it take there", (DUKE,)),
    ],
)
def test_pointing_words_mean_what_was_shown_in_its_order(said: str, meant: tuple[Name, ...]) -> None:
    assert pointed(said, [exchange(DUKE, PURDUE, STEVENS)]) == meant


@pytest.mark.parametrize(
    "said", ["are there any online ones", "is it worth the money", "programs that are online", "the first year"]
)
def test_words_that_only_look_like_pointing_mean_nobody(said: str) -> None:
    assert pointed(said, [exchange(DUKE, PURDUE)]) == ()


def test_both_reaches_over_two_answers_of_one_subject_each() -> None:
    assert pointed("gre for both", [exchange(DUKE), exchange(PURDUE)]) == (DUKE, PURDUE)


def test_the_other_one_is_the_one_not_spoken_of_since() -> None:
    assert pointed("the other one?", [exchange(DUKE, PURDUE), exchange(PURDUE)]) == (DUKE,)


def test_an_ordinal_counts_through_the_last_list_even_after_one_of_it_was_shown() -> None:
    assert pointed("the third one", [exchange(DUKE, PURDUE, STEVENS), exchange(PURDUE)]) == (STEVENS,)


def test_nothing_is_pointed_at_before_anything_was_shown() -> None:
    assert pointed("the second one", []) == ()


def test_an_answer_that_shows_nobody_leaves_the_last_subjects_in_reach() -> None:
    assert pointed("is it public", [exchange(DUKE), exchange()]) == (DUKE,)


def test_a_new_fact_takes_the_place_of_the_old_one_of_its_kind() -> None:
    teacher = Remark("background", "teacher")
    assert remembered((NURSE, BUDGET), told(teacher), "im a teacher") == (BUDGET, teacher)


def test_a_fact_that_is_taken_back_is_forgotten_and_not_told_again() -> None:
    assert remembered((NURSE, BUDGET), told(NURSE), "forget that im a nurse") == (BUDGET,)


def test_a_fact_is_forgotten_by_the_name_of_its_kind() -> None:
    assert remembered((NURSE, BUDGET), told(), "forget the budget") == (NURSE,)


def test_talk_leaves_the_focus_where_it_was() -> None:
    talk = Exchange("thanks", (), (), Answer("answered", "You're welcome."))
    last = Conversation((exchange(DUKE),)).after(talk, ()).last
    assert last is not None
    assert last.shown == (DUKE,)


def test_a_remembered_fact_can_be_dropped() -> None:
    assert Conversation((), (NURSE, BUDGET)).without("budget").profile == (NURSE,)

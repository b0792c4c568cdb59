"""What people tell of themselves leads to what the guides answer such people, over the real guides."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("wat do i need 2 apply w a bio degree", "prove readiness"),
        ("dental hygienist here, 34, never coded, want ai for dental x rays. whats realistic", "Python"),
        ("my nephew dropped out of college but codes great. can he get in", "bachelor's degree"),
        ("i never wrote a line of code in my life. where do i begin", "Python"),
        ("graduated 2004 with physics. too late?", "later in their careers"),
        ("physics bachelor, my python is honestly bad. will they have me?", "physics"),
    ],
)
def test_a_life_told_with_a_question_is_answered_as_the_guides_answer_such_lives(
    adviser: Adviser, question: str, said: str
) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize("question", ["i am 47, is it too late for me", "physics degree, will they have me?"])
def test_a_guides_yes_or_no_to_its_own_question_is_not_given_to_a_persons(adviser: Adviser, question: str) -> None:
    text = adviser.ask(question).answer.text
    assert not text.startswith(("Yes", "No"))


def test_savings_and_a_dread_of_exams_ask_for_what_fits_them(adviser: Adviser) -> None:
    answer = adviser.ask("i got 15k saved and hate exams, suggestions?").answer
    assert "Georgia Tech" in answer.text
    assert "GRE is not required" in answer.text


def test_a_grade_told_without_a_question_is_held_against_the_bar_with_the_background(adviser: Adviser) -> None:
    text = adviser.ask("my gpa is 2.7 english lit").answer.text
    assert "3.0" in text
    assert "offset" in text
    assert "humanities" in text


def test_a_good_grade_is_not_offered_what_makes_up_for_a_low_one(adviser: Adviser) -> None:
    text = adviser.ask("my daughter has art history BA and 3.6, any hope for her??").answer.text
    assert "3.0" in text
    assert "offset" not in text


def test_where_to_start_is_answered_for_the_life_told_before(adviser: Adviser) -> None:
    told = adviser.ask("i'm a nurse, never coded")
    text = adviser.ask("where do i start?", told.conversation).answer.text
    assert "Python" in text
    assert not text.startswith("Yes")

"""Turns that lean on what was shown: one of it, what is claimed of it, and conditions taken back or put in their place."""

import pytest

from advisor.answer import Answer
from advisor.chain import Adviser
from advisor.conversation import Conversation
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def last(adviser: Adviser, *messages: str) -> Answer:
    """The answer to the last of several messages."""
    conversation = Conversation()
    for message in messages:
        reply = adviser.ask(message, conversation)
        conversation = reply.conversation
    return reply.answer


def test_a_condition_asked_of_one_that_was_shown_is_looked_up(adviser: Adviser) -> None:
    second = last(adviser, "three cheapest online programs by total price", "the second one, does it want the gre")
    assert second.text.startswith("University of Illinois Urbana-Champaign: the GRE is not required")
    assert last(adviser, "cheapest program", "does it need gre").text.startswith("Georgia Tech")


def test_a_claim_that_asks_to_be_confirmed_is_held_against_what_was_shown(adviser: Adviser) -> None:
    answer = last(adviser, "is wisconsin campus only", "so no gre and 33k, did i get that right?")
    assert "$33,000" in answer.text
    assert "not required" in answer.text


def test_what_is_said_after_taking_a_limit_back_is_a_new_condition(adviser: Adviser) -> None:
    answer = last(adviser, "online programs below 15k total", "hm forget the budget, just show me asynchronous ones")
    assert answer.table is not None
    assert {"Johns Hopkins University", "Drexel University"} <= {
        cell.text.split(" [")[0] for row in answer.table.rows for cell in row[:1]
    }


def test_why_so_much_asks_after_the_last_figure(adviser: Adviser) -> None:
    assert "looks wrong" in last(adviser, "northwestern total tuition", "why is it that much??").text


def test_an_average_is_not_shown_as_a_minimum(adviser: Adviser) -> None:
    answer = last(adviser, "minimum gpa uw seattle", "cmu?")
    assert answer.text.startswith("The guides give no minimum GPA for Carnegie Mellon University")
    assert "average" in answer.text


def test_both_halves_of_a_claim_are_confirmed(adviser: Adviser) -> None:
    answer = last(adviser, "so mercer is in georgia and its 21,930 in total, right?")
    assert "Georgia" in answer.text
    assert "$21,930" in answer.text

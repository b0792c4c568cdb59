"""What a talk keeps and what it drops: the set that is still talked about, where somebody lives, and no answer said twice for another question."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last, names_shown


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("talk", "shown"),
    [
        (["how much is stevens per credit", "and how many credits", "so total?"], "$59,790"),
        (["whats a capstone", "do i need one at drexel"], "final work: Capstone"),
        (["how many credits does purdue take", "how many does drexel need"], "takes 45 credits"),
        (["cheapest on campus", "and no gre?", "so unt needs it or not"], "the GRE is not required"),
        (["ds masters vs ml masters", "which one is easier to get into"], "do not give acceptance rates"),
    ],
)
def test_few_words_mean_what_was_asked_before(adviser: Adviser, talk: list[str], shown: str) -> None:
    assert shown in last(adviser, *talk).text


def test_a_word_that_was_not_said_before_asks_something_else(adviser: Adviser) -> None:
    assert "$54,000 in total (Online" not in last(adviser, "tuition at duke", "does stevens have scholarships").text


def test_a_set_is_gone_on_with_after_one_of_it_was_asked_about(adviser: Adviser) -> None:
    talk = ("which schools are in california", "and the grad rate of the first one", "only the public ones")
    assert "San Jose State University" in names_shown(last(adviser, *talk))
    assert "University of San Diego" not in names_shown(last(adviser, *talk))
    assert "Syracuse University" in names_shown(last(adviser, *talk[:2], "anything in new york instead"))


def test_what_a_life_demands_of_a_set_holds_while_it_is_talked_about(adviser: Adviser) -> None:
    answer = last(adviser, "which let me keep working and cost <30k", "does any of those want the gre")
    assert "University of Massachusetts Lowell" not in answer.text


def test_which_are_so_looks_only_at_the_few_that_were_asked_for(adviser: Adviser) -> None:
    talk = ("top 5 on hakia", "which are public")
    assert names_shown(last(adviser, *talk)) == {"University of Washington"}
    assert "98%" in last(adviser, *talk, "how much is it", "which of them has the best grad rate").text


def test_a_value_alone_is_asked_of_all_that_were_asked_about(adviser: Adviser) -> None:
    answer = last(adviser, "gre for cmu?", "duke?", "and northwestern n maryland", "so which of all these are optional")
    assert "Northwestern University and University of Maryland match (optional)" in answer.text


def test_where_somebody_lives_chooses_the_price_of_every_school(adviser: Adviser) -> None:
    assert "$26,969.98" in last(adviser, "i live in ohio", "cheapest on campus").text
    assert "$13,604.98" in last(adviser, "im from texas", "cheapest on campus").text
    assert "$26,969.98" in last(adviser, "cheapest on campus", "im not from texas").text


def test_a_figure_said_back_in_doubt_shows_where_it_stands(adviser: Adviser) -> None:
    answer = last(adviser, "northeastern vs northwestern price", "wait 245k??")
    assert "$8,173" in answer.text
    assert "looks wrong" in answer.text


def test_a_reaction_before_a_turn_is_passed_over(adviser: Adviser) -> None:
    answer = last(adviser, "how many credits does drexel need", "thats a lot! why")
    assert answer.text.startswith("No guide says why")
    assert last(adviser, "whats the job market like", "im so overwhelmed").citations == ()

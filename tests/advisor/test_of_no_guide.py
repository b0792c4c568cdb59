"""Things and questions of which no guide speaks: said so by name, never answered with something else."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    "message",
    ["cheapest phone plan", "best car under 20k", "which bank gives best credit card"],
)
def test_a_superlative_of_another_thing_shows_no_program(adviser: Adviser, message: str) -> None:
    assert adviser.ask(message).answer.status == "out_of_scope"


@pytest.mark.parametrize("message", ["cheapest overall", "most affordable masters", "best salary"])
def test_a_superlative_of_the_guides_own_things_stays_one(adviser: Adviser, message: str) -> None:
    assert adviser.ask(message).answer.status == "answered"


@pytest.mark.parametrize(
    ("message", "refused"),
    [
        ("my visa expires in may, can i still apply", "visa rules"),
        ("i missed the deadline by a week, any chance?", "application deadlines"),
        ("can i get f1 visa with the online ones", "visa rules"),
        ("my h1b transfer is pending, should i wait to apply", "visa rules"),
    ],
)
def test_what_a_chance_hangs_on_and_no_guide_gives_is_refused(adviser: Adviser, message: str, refused: str) -> None:
    answer = adviser.ask(message).answer
    assert (answer.status, answer.text) == ("not_covered", f"The guides do not give {refused}.")


def test_what_is_priced_and_no_guide_knows_is_named(adviser: Adviser) -> None:
    answer = adviser.ask("how much does a plumber earn").answer
    assert answer.status == "not_covered"
    assert "plumber" in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "how many phd students does usc fund",
        "number of students enrolled in OMSCS",
        "when was purdue established",
        "when is the last day to send my application to syracuse",
        "does syracuse have dorms for grad students",
        "is it safe around usc campus",
    ],
)
def test_what_is_not_given_of_a_school_is_refused_with_what_is(adviser: Adviser, message: str) -> None:
    answer = adviser.ask(message).answer
    assert answer.status == "not_covered"
    assert "they do give" in answer.text


def test_a_time_limit_is_no_length(adviser: Adviser) -> None:
    assert "months" not in adviser.ask("can i defer admission at cmu").answer.text


def test_a_stranger_is_named_where_one_of_two_is_known(adviser: Adviser) -> None:
    assert "nothing about Yale University" in adviser.ask("yale vs columbia, which is cheaper").answer.text


def test_a_year_does_not_hide_what_is_not_given(adviser: Adviser) -> None:
    assert "application deadlines" in adviser.ask("application window drexel fall 2027??").answer.text


def test_a_stranger_that_the_answer_names_is_none(adviser: Adviser) -> None:
    answer = adviser.ask("what has worcester polytechnic to do with clark").answer
    assert answer.status == "answered"
    assert "say nothing" not in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "I work at Apple retail HQ side and they would reimburse tuition. For how long am I chained to them afterwards?",
        "Are there organisations that give scholarships to machine learning students, and which ones should I be looking at?",
    ],
)
def test_what_is_answered_is_not_refused_as_well(adviser: Adviser, message: str) -> None:
    answer = adviser.ask(message).answer
    assert answer.status == "answered"
    assert "do not say" not in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "is there an age limit",
        "do they check criminal records",
        "rank the schools by food quality",
        "can i get health insurance through the school",
        "how many ppl get rejected at cmu",
        "what happens if i fail the practicum",
    ],
)
def test_a_passage_beside_the_point_answers_nothing(adviser: Adviser, message: str) -> None:
    assert adviser.ask(message).answer.status == "not_covered"


def test_the_odds_of_a_pay_are_nobodys_chances_of_admission(adviser: Adviser) -> None:
    answer = adviser.ask("what r the odds i land 130k after").answer
    assert answer.status == "partly_answered"
    assert answer.text.startswith("The guides give no odds of that.")
    assert "$170,000" in answer.text


def test_a_doctorate_is_not_answered_with_the_masters_figures(adviser: Adviser) -> None:
    text = adviser.ask("how long is a phd in ml and what does it pay").answer.text
    assert "5–6 years" in text
    assert "one to two years" not in text
    assert "do not give the pay of a PhD" in text

"""Which set a message means: its kind, its level, whom it goes without, and what no single guide can tell."""

from dataclasses import replace

import pytest

from advisor.answering.set_answers import answer_filter
from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.world import BLUE, frame, said, understood, world


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def test_what_else_goes_without_whom_was_named() -> None:
    (asked,) = understood(
        "Everybody talks of Blue Harbor. What else has no swimming test and costs under $4,000?"
    ).frames
    assert (asked.act, asked.subjects, asked.excluded) == ("filter", (), (BLUE,))


def test_nothing_that_matches_is_not_said_of_what_cannot_be_told() -> None:
    knowledge, guides, _ = world()
    untold = frame("academies with swimmers only under $2,000")
    untold = replace(untold, narrowing=replace(untold.narrowing, guides=("pilot",)))
    text = said(answer_filter(untold, untold.wishes, knowledge, guides), untold.text)
    assert "No school is known to match" in text
    assert "For Gull Point Club the guides do not tell" in text


@pytest.mark.parametrize(
    ("question", "there", "gone"),
    [
        ("company pays everything so show me online programs over 60k with at most 32 credits", "~$62,000", "employer"),
        ("need PART TIME and ONLINE both, job comes first", "Georgia Tech", "do not say"),
        ("average yearly tuition of hakias top five", "$52,070.80", "Place"),
        ("top three median salaries in the bls 2024 numbers", "$140,910", "Carnegie"),
        ("rank 5 to 10 hakia", "| 10 |", "| 4 |"),
        ("second to fifth cheapest online", "| 2 |", "| 1 |"),
        ("cheapest after georgia tech online", "~$21,000", "~$7,000"),
        ("difference between cheapest and priciest online program", "$68,000", "highest tuition"),
        ("how much cheaper is purdue than usc and which is longer", "1.5–2 years", "PhD"),
        ("credits at drexel? and at northeastern (online ai one)?", "32 credits", "way of studying"),
        ("must stay near boston, on campus. options?", "Northeastern University", "Columbia"),
        ("data analyst, full time job, 22k tops, won't sit the gre, good cs dept would be nice", "Georgia Tech", "pay"),
        ("whats the median pay of a data scientist per month", "$9,382.50", "do not give"),
        ("clark length?", "2 years", "4 years"),
        ("which program takes the longest", "Georgia Tech", "PhD"),
        ("online programs with no gre but not public", "Columbia University", "No program"),
        ("which programs are neither online nor in california", "Duke University", "number of programs"),
    ],
)
def test_a_set_is_of_what_the_demands_describe(adviser: Adviser, question: str, there: str, gone: str) -> None:
    text = adviser.ask(question).answer.text
    assert there in text
    assert gone not in text


def test_a_school_of_which_no_guide_speaks_is_named_beside_the_bar(adviser: Adviser) -> None:
    answer = adviser.ask("will ucla take me with a 3.0").answer
    assert answer.status == "partly_answered"
    assert "The guides say nothing about University of California, Los Angeles." in answer.text

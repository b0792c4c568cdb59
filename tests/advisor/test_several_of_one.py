"""Several questions about one school, one set or one field: each part is about whom it means, and is told once."""

import re

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def plain(text: str) -> str:
    """An answer without its marks."""
    return re.sub(r"\s*\[\d+\]", "", text)


@pytest.mark.parametrize(
    ("question", "shown", "not_shown"),
    [
        (
            "how many units is usc, and are there scholarships",
            ["32 credits", "ACM and IEEE give scholarships"],
            ["full-time study"],
        ),
        (
            "how many credits and how long is drexel",
            ["Drexel University takes 45 credits", "takes 2–2.5 years"],
            ["Syracuse"],
        ),
        (
            "im in texas with 20k. anything public near me, and is it online, and whats the gre",
            ["University of North Texas", "campus", "GRE is not required"],
            ["No program is known to match"],
        ),
        ("any school in ohio? how much", ["nothing in Ohio"], ["I can only help"]),
        ("where is mercer and what is the total", ["is in Macon", "$21,930"], ["Two short formulas"]),
        ("gatech or ut austin? price and length", ["~$7,000 in total"], ["nothing that can be compared"]),
        (
            "whats rutgers like, is it online, and is it ranked higher than drexel",
            ["nothing about Rutgers", "1 (2026 online ranking)"],
            [],
        ),
        ("is asu on the list? how much is a course? does it take 3.0 gpa", ["nothing about Arizona"], ["3.0 out of"]),
        (
            "is northeasterns co-op open to online students",
            ["industry project matching"],
            ["way of studying: online"],
        ),
        (
            "how much is clark, who is it for and where do people work after",
            ["$54,760", "suits students who care", "top employers of graduates"],
            ["do not give"],
        ),
        (
            "uiuc vs purdue: cheaper? longer?",
            ["Urbana-Champaign has the lower tuition", "do not give the length for"],
            ["longest length"],
        ),
        (
            "is usc or columbia better for nlp, and which costs less?",
            ["Columbia University and Johns Hopkins University, not University of Southern California", "$62,000"],
            ["tuition for Natural"],
        ),
        (
            "is purdue good for hardware people. is it cheaper than gatech",
            ["Georgia Tech has the lower tuition", "| ~$22,500 in total"],
            ["programs match"],
        ),
        (
            "how much is penn state, and does hopkins cost more",
            ["Pennsylvania State University has the lower tuition", "$62,840"],
            [],
        ),
        (
            "uw or usc: which is public, which ranks higher",
            ["University of Washington matches (public)", "| Rank (Hakia) | 2"],
            ["number 25"],
        ),
        (
            "is there a public university in new york on the list, if not which is the cheapest private one there",
            [
                "No program is known to match (public university, in New York)",
                "Rochester Institute of Technology: lowest",
            ],
            ["in New York, private) (Hakia: 0"],
        ),
        (
            "my gpa is 3.1. which of gatech, uiuc and columbia could take me and whats the cheapest of them",
            ["| GPA of admitted students", "Georgia Tech has the lowest tuition"],
            ["Core ML courses"],
        ),
        (
            "cheapest three in hakia with their states",
            ["University of Central Florida: $4,478"],
            ["Georgia: $16,800"],
        ),
        (
            "I'm a teacher with a lit degree. is it possible, what do i need first, and how long would that take",
            ["without a computer science degree", "one to two years full time"],
            [],
        ),
    ],
)
def test_a_part_is_about_whom_it_means(adviser: Adviser, question: str, shown: list[str], not_shown: list[str]) -> None:
    text = plain(adviser.ask(question).answer.text)
    assert [words for words in shown if words not in text] == []
    assert [words for words in not_shown if words in text] == []


def test_what_is_asked_of_each_of_a_set_stands_in_one_table(adviser: Adviser) -> None:
    text = adviser.ask("the three cheapest online ones, how long each takes, and whether they need GRE").answer.text
    assert text.count("\n| --- |") == 2  # the order, and what is asked of its members
    assert "| GRE rule (TechGuide) |" in text
    assert "University of Arizona |" in text


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("which program is best for NLP", "Columbia University; Johns Hopkins University"),
        ("who is strongest in mlops", "Northeastern University; Georgia Tech"),
        ("best school for finance that doesnt need the gre", "Stevens Institute of Technology"),
    ],
)
def test_the_best_for_a_field_is_whom_the_guides_name_for_it(adviser: Adviser, question: str, named: str) -> None:
    text = plain(adviser.ask(question).answer.text)
    assert text.partition("recommended programs: ")[2].startswith(named)


def test_what_follows_the_best_for_a_field_is_asked_of_those_named(adviser: Adviser) -> None:
    text = adviser.ask("best for NLP and is it online and how much").answer.text
    assert "| Way of studying (Online ML Master's Guide) | Online" in text
    assert "| Tuition (Online ML Master's Guide) | ~$75,000" in text
    assert "NLP engineer: pay" not in text


def test_what_none_of_several_has_is_said_in_one_sentence(adviser: Adviser) -> None:
    answer = adviser.ask("is any of purdue, uiuc and gatech ranked?").answer
    assert answer.status == "not_covered"
    assert answer.text.count("do not give the rank") == 1


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("are public schools cheaper than private ones", "Yes: of those listed, every one that is public"),
        ("are public schools more expensive", "No: of those listed, every one that is private"),
        ("whats cheaper public or private", "Of those listed, every one that is public"),
        ("do public schools have higher graduation rates", "The guides give no clear answer"),
        ("is online more expensive", "The guides give no clear answer"),
    ],
)
def test_two_groups_are_held_against_each_other(adviser: Adviser, question: str, lead: str) -> None:
    text = adviser.ask(question).answer.text
    assert text.startswith(lead)
    assert "| Lowest" in text
    assert "| Highest" in text


def test_what_holds_of_a_whole_group_cites_the_values_that_decide(adviser: Adviser) -> None:
    lead, _, table = adviser.ask("are public schools cheaper than private ones").answer.text.partition("\n\n")
    dearest_public, cheapest_private = (row.split(" | ") for row in (table.splitlines()[3], table.splitlines()[2]))
    assert f"[{dearest_public[1][-2]}]" in lead
    assert f"[{cheapest_private[2][-4]}]" in lead


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "how many programs are under 30k, which of them are online, and which dont need gre",
            ["(tuition under your 30k, online)", "(tuition under your 30k, dont need gre)"],
            ["(dont need gre)"],
        ),
        (
            "top five schools by hakia, which of them is cheapest",
            ["University of Washington has the lowest tuition: $11,524 a year"],
            ["Georgia Tech"],
        ),
        (
            "the 5 highest ranked schools, which of those has the highest graduation rate and which is cheapest",
            ["University of Pennsylvania has the highest graduation rate", "University of Washington has the lowest tuition"],
            ["Georgia Tech"],
        ),
        (
            "cheapest in texas, cheapest in california, and is either online",
            ["(in Texas), $13,604.98", "San Jose State University: lowest tuition (in California)"],
            ["(in California, online)"],
        ),
        (
            "i got into purdue and usc. which is cheaper, which has the better name, and which finishes sooner",
            ["Purdue University has the lower tuition", "| Who it suits best", "| Length (Hakia)"],
            ["Drexel University", "data science master"],
        ),
        (
            "which programs accept low gpa, and do they cost more",
            ["GPA of at least 3.0"],
            ["Carnegie Mellon University"],
        ),
        (
            "which school is ranked 7th and what does it cost",
            ["| Northwestern University | Duke University |"],
            [],
        ),
        (
            "how many schools are in california and new york, and whats the average tuition",
            ["California has the lower median tuition", "| Median tuition (Hakia)"],
            ["÷"],
        ),
        (
            "top 3 ranked schools with tuition",
            ["| 3 | Syracuse University", "| Tuition (Hakia) | $62,260 a year"],
            ["rank: 3"],
        ),
    ],
)  # fmt: skip
def test_a_choice_behind_a_set_is_made_among_it(
    adviser: Adviser, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = adviser.ask(question).answer.text
    assert [words for words in said if words not in text] == []
    assert [words for words in unsaid if words in text] == []


def test_what_is_asked_of_those_a_sentence_names_is_asked_of_them(adviser: Adviser) -> None:
    text = adviser.ask("which school teaches deep learning best and what does it cost").answer.text
    assert "|  | Carnegie Mellon University | Georgia Tech |" in text


def test_asked_to_pick_one_of_two_it_tells_whom_each_suits(adviser: Adviser) -> None:
    text = adviser.ask("cmu vs georgia tech gre and price and which would u take").answer.text
    assert "| GRE rule" in text
    assert "| Who it suits best" in text
    assert "| Tradeoff" in text


def test_what_one_of_two_lacks_is_said_once(adviser: Adviser) -> None:
    text = adviser.ask("georgia tech vs ut austin: price and length").answer.text
    assert text.count("The guides do not give") == 1


def test_a_comparative_that_judges_puts_nothing_in_order(adviser: Adviser) -> None:
    assert "highest tuition" not in adviser.ask("is it more expensive to go fast").answer.text
    assert "lowest tuition" in adviser.ask("are there cheaper public ones").answer.text


def test_a_short_name_means_the_one_at_home(adviser: Adviser) -> None:
    seattle = adviser.ask("im in seattle, how much is uw").answer
    assert seattle.status == "answered"
    assert "$11,524" in seattle.text
    assert adviser.ask("I live in Texas. how much is uw").answer.status == "clarify"


def test_years_told_beside_a_grade_ask_for_no_column(adviser: Adviser) -> None:
    text = adviser.ask("is a 2.9 with 4 years of work ok").answer.text
    assert "at least 3.0" in text
    assert "can be offset" in text


def test_one_is_held_against_another_that_was_spoken_of_in_the_message_before(adviser: Adviser) -> None:
    first = adviser.ask("how much is purdue")
    text = adviser.ask("is it cheaper than gatech?", first.conversation).answer.text
    assert text.startswith("Georgia Tech has the lower tuition")
    assert "| Purdue University |" in text


def test_it_is_the_one_that_was_shown_not_one_that_a_note_names(adviser: Adviser) -> None:
    talk = adviser.ask("list public schools in california").conversation
    talk = adviser.ask("which has the best grad rate", talk).conversation
    assert "way of studying for San Jose State University" in adviser.ask("is it online", talk).answer.text


def test_a_question_asked_again_of_another_leaves_the_first_one_out(adviser: Adviser) -> None:
    talk = adviser.ask("whats the cheapest online one").conversation
    talk = adviser.ask("is it any good", talk).conversation
    assert adviser.ask("what about purdue", talk).answer.text.startswith("Purdue University is best for")

"""Judgements and what stands beside them: one school, one price, what others say, and what no guide gives."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is purdue any good", ["hardware", "software-only"]),
        ("is syracuse a decent choice", ["rank 3", "iSchool"]),
        ("is georgia tech worth it", ["Self-disciplined", "pay back in months"]),
        ("is usc good for robotics", ["robotics and natural language", "High price"]),
        ("is usc a good fit for game dev", ["gaming and entertainment"]),
        ("is the stevens degree respected in finance", ["fintech and quantitative finance employers"]),
    ],
)
def test_a_school_is_judged_by_what_speaks_for_and_against_it(adviser: Adviser, question: str, told: list[str]) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "answered"
    assert all(words in answer.text for words in told)
    assert "credits: " not in answer.text


def test_a_price_that_a_school_is_weighed_against_stands_beside_the_prices_given(adviser: Adviser) -> None:
    text = adviser.ask("is cmu worth 75k").answer.text
    assert "$31,500" in text
    assert "may justify their premium" in text


@pytest.mark.parametrize("question", ["is drexel accredited", "is omscs legit"])
def test_what_a_guide_says_of_all_it_lists_is_said_of_each(adviser: Adviser, question: str) -> None:
    assert "regionally accredited institutions" in adviser.ask(question).answer.text


@pytest.mark.parametrize("question", ["my boss says a masters is useless now", "is a masters pointless these days"])
def test_a_judgement_that_others_make_hears_both_sides(adviser: Adviser, question: str) -> None:
    text = adviser.ask(question).answer.text
    assert "can be worth it when" in text
    assert "optimistic" in text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("which is better for a hardware guy: purdue or stevens", "Purdue University suits engineers"),
        ("purdue or stevens for someone into fintech", "Stevens Institute of Technology suits students"),
    ],
)
def test_a_choice_for_a_purpose_opens_with_whom_each_suits(adviser: Adviser, question: str, first: str) -> None:
    assert adviser.ask(question).answer.text.startswith(first)


def test_a_price_judged_is_held_against_all_that_are_given(adviser: Adviser) -> None:
    text = adviser.ask("is 60k a lot for this").answer.text
    assert "7 of 10 programs" in text
    assert "11 of 17 programs" in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which online programs sponsor visas", "do not give visa rules"),
        ("is the campus safe at syracuse", "do not give the campus life for Syracuse"),
        ("do I need 3 recs", "do not give number of recommendation letters"),
        ("how much debt is normal", "No guide says how much."),
        ("can you promise I'll get a job", "Nobody can promise that."),
    ],
)
def test_what_no_guide_gives_is_said_in_few_words(adviser: Adviser, question: str, said: str) -> None:
    answer = adviser.ask(question).answer
    assert answer.status in {"not_covered", "partly_answered"}
    assert said in answer.text
    assert answer.table is None


@pytest.mark.parametrize("question", ["i am a acountant, can i get in", "im a pharmasist, any chance?"])
def test_a_misspelt_profession_is_a_background(adviser: Adviser, question: str) -> None:
    assert "background" in {remembered.key for remembered in adviser.ask(question).answer.profile}


def test_whether_one_can_do_a_program_asks_of_ones_schooling(adviser: Adviser) -> None:
    assert "bachelor's degree" in adviser.ask("trade school, can i do omscs").answer.text


@pytest.mark.parametrize(
    "question", ["what does asynchronous mean in these programs", "what is a residency in online programs"]
)
def test_what_a_word_means_is_no_set(adviser: Adviser, question: str) -> None:
    assert adviser.ask(question).answer.table is None


def test_a_pay_that_others_claim_is_held_against_what_graduates_earn(adviser: Adviser) -> None:
    assert "$170,000" in adviser.ask("my coworker swears masters grads get 200k off the bat. true?").answer.text


@pytest.mark.parametrize(
    ("question", "beside"),
    [
        ("what is a stackable degree", "algorithms"),
        ("how much money should i save before starting", "$130,000"),
        ("is the gre hard", "mental load"),
    ],
)
def test_a_passage_on_something_near_stands_beside_no_answer(adviser: Adviser, question: str, beside: str) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "answered"
    assert beside not in answer.text


def test_a_field_is_meant_by_all_its_words(adviser: Adviser) -> None:
    text = adviser.ask("is wisconsin decent for signal processing").answer.text
    assert "signal processing" in text
    assert "natural language" not in text


def test_a_school_is_not_told_by_the_passage_of_a_namesake(adviser: Adviser) -> None:
    text = adviser.ask("my mom says go to penn state not drexel, she right?").answer.text
    assert "University of Pennsylvania" not in text


def test_a_place_in_front_is_where_somebody_is(adviser: Adviser) -> None:
    answer = adviser.ask("chicago, 2.8 gpa, which would look at me").answer
    assert answer.status == "answered"
    assert "Illinois Institute of Technology" in answer.text

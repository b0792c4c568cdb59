"""What a message takes for granted, what it asks beside that, and what no guide is for: asked of the real corpus."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from advisor.understanding.language import in_english
from evals.outcomes import converse
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("message", "first", "also"),
    [
        ("Since all of them want the GRE, when do I take it?", "does not hold for all", "not required"),
        ("as everyone has to take the gre, where do I sign up?", "does not hold for all", "not required"),
        ("because every program is on campus only, do i have to quit?", "does not hold for all", "online"),
        ("all online programs are async, right?", "No. ", "not Carnegie Mellon"),
        ("most programs cost over 100k, right?", "does not hold for all", "have tuition over 100k"),
        ("I heard Georgia Tech costs 50k right?", "No guide gives 50k as the tuition of Georgia Tech", "$7,000"),
        ("isn't georgia tech 70,000?", "No guide gives 70,000", "$7,000"),
        ("I read that Drexel takes 20 credits, is it true?", "No guide gives 20 credits", "45 credits"),
        ("if carnegie mellon is a public school why is it so expensive", "Not so", "private"),
        (
            "everybody knows drexel is the most expensive, so which is cheaper",
            "does not have the highest",
            "Georgia Tech",
        ),
        ("they are all 30 credits right?", "does not hold for all", "others have, for example, 45"),
        (
            "as all of them are one year i can be done by next summer right",
            "does not hold for all",
            "the length 1 year",
        ),
        ("since gatech costs 30k can i pay in parts", "No guide gives 30k", "refund rules"),
        ("i heard all online programs are asynchronous", "does not hold for all", "asynchronous"),
        ("since PhD is required for ml jobs should i skip the masters", "a PhD or to a job", "industry"),
        ("now that ML jobs are shrinking, is it still worth it?", "grow 40%", "worth it"),
    ],
)
def test_what_is_taken_for_granted_is_put_right_first(adviser: Adviser, message: str, first: str, also: str) -> None:
    answer = adviser.ask(message).answer
    assert first in answer.text.partition("\n")[0]
    assert also in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("my dad says bootcamp is enough, is he right", "alternatives or additions"),
        ("reddit says employers dont respect online masters. true?", "93% of employers"),
        ("my gf's brother told me every program needs the gre, thats right?", "4 of 17 programs"),
        ("i heard u earn it back in 2 years, true?", "No quick payoff"),
        ("a recruiter told me that online degrees are trash. is she lying?", "same curriculum"),
        ("someone told me drexel is only for cs grads lol", "Students without a strong computer science background"),
        ("heard georgia tech takes 5 yrs??", "No guide gives 5 yrs as the length of Georgia Tech"),
        ("will ai take ml engineer jobs too", "still greater than supply"),
    ],
)
def test_what_others_say_is_asked_as_a_claim(adviser: Adviser, message: str, said: str) -> None:
    answer = adviser.ask(message).answer
    assert said in answer.text
    assert answer.table is None
    assert "Yes" not in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "is purdue 22500?",
        "purdue is 30 credits right",
        "can i afford Purdue with 20k",
        "i have 50k, how much is purdue",
    ],
)
def test_a_figure_that_stands_or_is_ones_own_is_not_put_right(adviser: Adviser, message: str) -> None:
    assert "No guide gives" not in adviser.ask(message).answer.text


@pytest.mark.parametrize(
    "message",
    [
        "is there a bus from the airport to Purdue",
        "does Stevens have an honor code",
        "how many nobel winners teach at Columbia",
        "do i need a visa for penn",
        "which programs have the lowest acceptance rate",
        "reviews of cmu",
        "QS ranking of Northwestern",
    ],
)
def test_what_no_guide_says_of_a_school_is_not_answered_with_something_else(adviser: Adviser, message: str) -> None:
    assert adviser.ask(message).answer.status == "not_covered"


@pytest.mark.parametrize("message", ["is god real", "how do i lose weight", "how to remove a wine stain off my shirt"])
def test_what_the_guides_are_not_about_is_out_of_scope(adviser: Adviser, message: str) -> None:
    assert adviser.ask(message).answer.status == "out_of_scope"


@pytest.mark.parametrize(
    ("message", "also"),
    [
        ("¿Cuánto cuesta Purdue?", "$22,500"),
        ("¿Cuál es el programa más barato?", "Georgia Tech: lowest tuition"),
        ("Wie viel kostet Drexel?", "$66,645"),
        ("Braucht man den GRE für UIUC?", "the GRE is not required"),
        ("привет, сколько стоит Purdue?", "$22,500"),
        ("普渡大学多少钱", ""),
    ],
)
def test_another_language_is_answered_in_english_as_far_as_it_can_be_read(
    adviser: Adviser, message: str, also: str
) -> None:
    text = adviser.ask(message).answer.text
    assert text.startswith("I answer in English")
    assert also in text


@pytest.mark.parametrize(
    "message", ["was that what it was", "my son wants to go to MIT in los angeles", "LA or NYC?", "no"]
)
def test_english_is_not_taken_for_another_language(message: str) -> None:
    assert in_english(message) is None


@pytest.mark.parametrize(
    ("messages", "shown", "hidden"),
    [
        (("how much is purdue", "and drexel?", "which is cheaper"), "Purdue University has the lower", "Georgia Tech"),
        (("cheapest 3 online programs", "the first and second: credits?"), "Illinois", "Columbia"),
        (("how much is purdue", "and drexel?", "the cheaper one, is it async?"), "Purdue", "Georgia Tech"),
        (
            ("programs under 30k", "only public ones", "which of those need the gre"),
            "No program",
            "| School",
        ),
    ],
)
def test_a_turn_is_about_what_was_spoken_of(
    adviser: Adviser, messages: tuple[str, ...], shown: str, hidden: str
) -> None:
    text = converse(messages, adviser)[-1].text
    assert shown in text
    assert hidden not in text


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("price of Foobar University", "Foobar University"),
        ("is the gre required at University of Narnia", "University of Narnia"),
        ("Springfield Institute of Technology gre?", "Springfield Institute of Technology"),
    ],
)
def test_an_unknown_school_is_called_by_its_name_alone(adviser: Adviser, message: str, name: str) -> None:
    answer = adviser.ask(message).answer
    assert answer.status == "not_covered"
    assert answer.text.startswith(f"The guides say nothing about {name}.")


LONG = (
    "I've been a nurse for ten years and I'm burnt out, and last week I started looking at this because my brother loves it. "
    "I can't move because of my mom. "
)


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (f"{LONG}I saw Purdue and UIUC, what do they cost? And what's the deadline for Purdue?", ["$22,500", "$21,000", "deadline"]),
        (f"{LONG}She likes Drexel and Stevens. Which one is cheaper?", ["Drexel", "Stevens", "$59,790"]),
        ("i dont know if drexel or stevens is better, what is the GRE situation at both, plus do employers usually pay for this", ["GRE rule", "employer"]),
        ("What I can't find is whether USC is fully online and whether I'd need a spaceship permit.", ["DEN@Viterbi", "spaceship permit"]),
        ("is purdue online?", ["asynchronous"]),
    ],
)  # fmt: skip
def test_every_asked_part_is_answered_or_refused_by_name(adviser: Adviser, message: str, shown: list[str]) -> None:
    text = adviser.ask(message).answer.text
    assert [word for word in shown if word not in text] == []
    assert "pay for" not in text


def test_what_fits_is_held_to_what_was_said_before(adviser: Adviser) -> None:
    text = converse(("i have 25000 and want no gre", "Which online programs fit?"), adviser)[-1].text
    assert "total price at most $25,000" in text
    assert "Johns Hopkins" not in text.partition("Left out")[0]


def test_who_is_named_in_passing_and_then_asked_about_is_answered_once(adviser: Adviser) -> None:
    message = "My teacher recommends Syracuse University. How much is Syracuse a year? Until which date must I submit?"
    answer = adviser.ask(message).answer
    assert answer.status == "partly_answered"
    assert "$61,310" in answer.text.partition("\n")[0]
    assert "deadline" in answer.text


def test_what_can_be_put_in_order_is_though_a_condition_is_given_by_none(adviser: Adviser) -> None:
    answer = adviser.ask("whats the cheapest online one that isnt hard to get into").answer
    assert answer.status == "partly_answered"
    assert "Georgia Tech" in answer.text.partition("\n")[0]
    assert "do not give acceptance rates" in answer.text


def test_a_small_word_of_a_header_is_not_told_beside_a_guide(adviser: Adviser) -> None:
    text = adviser.ask("is usc worth 60 grand lol").answer.text
    assert "a year (Hakia, undated)" in text
    assert "per;" not in text


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("i can pay 20k max, options?", {"at most $20,000"}),
        ("budget 15k a year what programs", {"at most $15,000 a year"}),
        ("jobs paying 100k", set()),
        ("can i make 130k as data scientist", set()),
        ("if i earn 15000 more a year is it worth it", set()),
        ("do i need to know python b4 starting", set()),
        ("i know python, enough to start?", {"can program"}),
    ],
)
def test_what_somebody_has_is_told_from_what_is_asked(message: str, told: set[str], adviser: Adviser) -> None:
    assert {fact.text for fact in adviser.ask(message).answer.profile} == told


def test_what_can_be_paid_is_held_against_prices_and_what_jobs_pay_against_pay(adviser: Adviser) -> None:
    assert "Georgia Tech" in adviser.ask("i can pay 20k max, options?").answer.text
    assert "San Jose State University" in adviser.ask("can pay 15k a year, what programs").answer.text
    roles = adviser.ask("which roles pay 150k").answer.text  # a range is counted by its upper end
    assert "Quantitative analyst" in roles
    assert "Statistician" not in roles
    assert "program's own page" not in roles


def test_a_demand_told_beside_a_life_holds_and_where_one_works_is_none(adviser: Adviser) -> None:
    answer = adviser.ask("im a teacher with 30k saved and no gre, what programs should i look at").answer
    assert "total price at most $30,000 and no gre" in answer.text
    asked = adviser.ask("i work at an online school, have 60k, what programs fit me")
    assert "(online)" not in asked.answer.text


def test_a_question_after_a_few_words_of_a_life_is_heard(adviser: Adviser) -> None:
    assert "worth" in adviser.ask("i currently make 60k, is ml worth it").answer.text
    assert "Noted" not in adviser.ask("im a nurse, is a bootcamp enough").answer.text


def test_how_long_it_takes_somebody_is_no_question_of_admission(adviser: Adviser) -> None:
    assert "GPA" not in adviser.ask("how long wld it take me part time").answer.text


def test_how_much_of_something_is_no_price(adviser: Adviser) -> None:
    assert "$" not in adviser.ask("how much coding is there at gatech").answer.text.partition("For Georgia Tech")[0]
    assert "linear algebra" in adviser.ask("how much math do i need").answer.text
    assert "$7,000" in adviser.ask("how much total for gatech").answer.text


def test_everything_about_somebody_is_what_the_guides_give(adviser: Adviser) -> None:
    assert "What the guides give for Johns Hopkins" in adviser.ask("tell me everything about johns hopkins").answer.text


def test_what_points_at_a_thing_that_is_explained_asks_about_the_thing(adviser: Adviser) -> None:
    text = adviser.ask("whats a bridge course and who offers one").answer.text
    assert "Drexel" in text
    assert "Mercer" not in text


@pytest.mark.parametrize(
    ("message", "grade"),
    [
        ("7.8 cgpa from india enough?", "a grade of 7.8 on another scale"),
        ("i have 3.4 out of 5, can i get in", "a grade of 3.4 on another scale"),
        ("my gpa is 85%, can i get in", "a grade of 85% on another scale"),
        ("i got 8.2/10 in my btech, will they take me", "a grade of 8.2 on another scale"),
        ("cgpa 3.4 can i get in", "GPA 3.4"),
        ("2.7 gpa but 6 years as data engineer. hopeless?", "GPA 2.7"),
        ("3.5 out of 4, can i get in", "GPA 3.5"),
    ],
)
def test_a_grade_on_another_scale_is_held_against_no_bar(message: str, grade: str, adviser: Adviser) -> None:
    answer = adviser.ask(message).answer
    assert grade in {fact.text for fact in answer.profile}
    assert "3.0" in answer.text
    assert ("convert no other scale" in answer.text) == ("another scale" in grade)


def test_a_share_or_a_price_is_no_grade(adviser: Adviser) -> None:
    for message in (
        "70% tuition covered by employer, good?",
        "is 7.5k a good price",
        "5 out of 10 people told me no",
        "do they earn on average 20% more",
    ):
        assert not [fact for fact in adviser.ask(message).answer.profile if "scale" in fact.text]


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("what companies hire grads from umich", "not_covered"),
        ("can i transfer credits", "not_covered"),
        ("is there a discount for veterans", "not_covered"),
        ("how many hrs/week is omscs", "not_covered"),
        ("cheapest ivy league option", "partly_answered"),
        ("show me everything under 25000 total", "answered"),
        ("where do usc grads work", "answered"),
    ],
)
def test_what_one_school_is_told_of_is_not_said_of_another(message: str, status: str, adviser: Adviser) -> None:
    answer = adviser.ask(message).answer
    assert answer.status == status
    assert "Northeastern" not in answer.text


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("is georgia tech a ML degree or just CS", "not as a degree of its own"),  # asks more than a name
        ("can i do it 100% onlien? ml masters", "online or in hybrid form"),  # a name with a slip is searched as meant
        ("is a cs degree required for ml masters", "not the only one"),
    ],
)
def test_what_is_asked_beside_a_name_is_answered(adviser: Adviser, message: str, said: str) -> None:
    answer = adviser.ask(message).answer
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("is a cs degree required for ml masters", False),
        ("do i need a biology degree", False),
        ("do they prefer cs majors", False),
        ("can i get in with a biology degree", True),
        ("my son is a cs grad, can he get in", True),
    ],
)
def test_a_degree_that_is_asked_for_is_nobodys(adviser: Adviser, message: str, told: bool) -> None:
    assert any(entry.key == "background" for entry in adviser.ask(message).answer.profile) == told

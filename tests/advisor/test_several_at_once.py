"""Several things asked in one breath, sums over several schools, shares of sets: every part answered, the first one first."""

import re

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


def plain(text: str) -> str:
    """An answer without its marks."""
    return re.sub(r"\s*\[\d+\]", "", text)


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("three cheapest campus programs and do they want the gre", ["$13,604.98", "| GRE rule (TechGuide) | Not"]),
        ("cheapest online one and does it need the gre", ["Georgia Tech: lowest tuition", "GRE rule | Not required"]),
        ("list programs with no gre under 25k and their credits", ["| Tuition | GRE rule | Credits |"]),
        ("how much and how long is drexel", ["takes 2–2.5 years", "$66,645 in total"]),
        ("gatech how long how much gre", ["takes 3–4 years", "~$7,000 in total", "GRE is not required"]),
        ("minimum gpa syracuse and uw", ["Syracuse University asks", "University of Washington asks"]),
        ("does penn need gre and what price", ["$19,672 a year", "$58,620 a year", "Do you mean"]),
        ("cost of purdue and uiuc, which one needs gre", ["~$22,500 in total", "~$21,000 in total", "| GRE rule"]),
        (
            "whats the tuition at northeastern, does it have coop, and where do grads work",
            ["$62,000 a year", "co-op has historically", "top employers of graduates"],
        ),
        (
            "how many of the hakia schools are public, which one of those is cheapest and whats its graduation rate",
            ["9 of 25", "$4,478 a year", "93%"],
        ),
        ("explain mlops and tell me which programs are strong in it", ["MLOps is the work", "recommended programs"]),
        (
            "Best online program for healthcare ML? how much is it and is it asynchronous",
            ["Johns Hopkins University, tuition", "asynchronous"],
        ),
        (
            "which of purdue, uiuc and gatech is cheapest and which has the most credits",
            ["Urbana-Champaign has the highest"],
        ),
        ("cheapest public and cheapest private?", ["(public), ~$7,000 in total", "(private), ~$62,000 in total"]),
        (
            "gatech - is it 7k total? how long? is it respected?",
            ["~$7,000 in total", "3–4 years", "do not say that about"],
        ),
        ("im in florida, is there a public one here", ["University of Central Florida", "in Florida"]),
        ("I live in Florida. is there a public one here?", ["University of Central Florida", "in Florida"]),
        ("im from brazil. what english score do i need and can i get a scholarship", ["TOEFL", "ACM and IEEE"]),
        ("tell me about drexel's cost and if they take online students", ["~$55,000 in total", "way of studying"]),
        ("list all programs in california with price", ["| San Jose State University | $5,742"]),
    ],
)
def test_every_part_of_a_message_is_answered(adviser: Adviser, question: str, shown: list[str]) -> None:
    text = plain(adviser.ask(question).answer.text)
    assert all(part in text for part in shown), text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("if i take 2 courses a semester at 30 credits how many semesters is that", "60"),
        ("i have 15k saved. could i pay for gatech without a loan?", "do not give the pay"),
        ("my gpa is 2.9 and no cs degree. what can i do and what would help me get in", "I answer questions about"),
        ("tell me the price of CMU per year and in total, and why do they differ", "first academic department"),
        ("gatech or drexel online: what do i pay and what might i earn after?", "do not give the pay for Georgia Tech"),
        ("i keep seeing different prices for columbia, which one is it now", "do not say that about"),
    ],
)
def test_no_part_is_asked_of_what_it_is_not_about(adviser: Adviser, question: str, never: str) -> None:
    assert never not in adviser.ask(question).answer.text


def test_what_a_set_has_told_is_not_asked_of_it_again(adviser: Adviser) -> None:
    text = plain(adviser.ask("which three campus programs are the cheapest and what do they cost").answer.text)
    assert "Carnegie Mellon University: $31,500" in text
    assert "Syracuse" not in text  # of a guide that tells the way of studying for a few only


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("tuition for cmu and duke together", "$104,557 in total, $31,500 + $73,057"),
        ("duke and purdue combined price", "about $95,557 in total, $73,057 + ~$22,500"),
        ("45 credits at drexels rate plus 2000 fees", "$68,645: 45 credits × $1,481 + $2,000"),
        ("uiuc 32 creds whats that per credit", "about $656.25 a credit"),
        ("loan for stevens over 60 months", "about $900 a month: ~$54,000 ÷ 60 months"),
        ("what percent of schools in the top 25 are public", "36%, 9 of 25"),
        ("what share of the online programs need the gre", "30%, 3 of 10"),
    ],
)
def test_sums_and_shares_show_what_went_in(adviser: Adviser, question: str, shown: str) -> None:
    assert shown.casefold() in plain(adviser.ask(question).answer.text).casefold()


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("masters in california", "San Jose State University"),
        ("what about an ms in massachusetts", "Clark University"),
        ("asu or something in arizona, out of state", "nothing about Arizona State University"),
        ("asu or something in arizona, out of state", "$54,060 in total for out-of-state students"),
        ("caltech or usc price", "~$62,000 in total"),
    ],
)
def test_a_place_is_looked_into_also_beside_a_stranger(adviser: Adviser, question: str, shown: str) -> None:
    assert shown in adviser.ask(question).answer.text


def test_guides_that_name_a_school_are_told_from_those_that_do_not(adviser: Adviser) -> None:
    text = plain(adviser.ask("which guides mention columbia").answer.text)
    assert "TechGuide, May 2026:" in text
    assert "AIFwD and Hakia do not name Columbia University" in text


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("jhu, usc or columbia, which one dont need gre", "Johns Hopkins University matches (dont need gre)"),
        ("is mercer or purdue asynchronous", "Mercer University does not match (asynchronous)"),
        ("cheapest in each of texas and florida", "University of Central Florida: lowest tuition (in Florida)"),
        ("i have 15k a year for 2 years what can i afford", "2 × $15,000 = $30,000"),
        ("i have 15k a year for 2 years what can i afford", "| Mercer University | $21,930 in total"),
        ("washington median tuition, the state not the uni", "Washington, median tuition: $24,600"),
        ("how many programs are there in texas and whats the top one", "top program in Texas is University of Texas"),
        ("second longest program at hakia top 10", "Second longest length: Clark University"),
        ("pay for data engineers?", "Data engineering: pay $145,000 a year"),
        ("under 18 months while working 50h", "Set aside, because no program is known to meet it as well"),
    ],
)
def test_conditions_on_named_schools_places_and_years_are_met_one_by_one(
    adviser: Adviser, question: str, shown: str
) -> None:
    assert shown.casefold() in plain(adviser.ask(question).answer.text).casefold()


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("in state total for umass lowell minus a 5000 scholarship", "$23,393.20 in total for in-state students"),
        ("i earn 60k, what percent of that is mercer", "about 36.6% of $60,000"),
        ("average salary of quant analyst and ai research scientist", "$140,000–$220,000+ a year"),
        ("which schools have no graduation rate listed", "4 of 25: New York University"),
        ("ml programs in michigan, how many and median price", "Michigan has 3 programs"),
        ("clark tuition n acceptance rate", "$54,760 a year"),
        ("rank purdue uiuc and gatech by price", "Georgia Tech has the lowest tuition"),
        ("cheapest asynchronous program not in georgia", "Urbana-Champaign: lowest tuition (asynchronous)"),
        ("drexel + 3k fees over 24 months", "about $2,416.67 a month: (~$55,000 + $3,000) ÷ 24 months"),
        ("is johns hopkins more expensive than columbia", "Columbia University has the higher tuition: ~$75,000"),
        (
            "is usc or nyu or cmu the most expensive per year",
            "University of Southern California has the highest tuition",
        ),
        ("usc credits, price, gre and is it online", "University of Southern California, tuition:\n\n- $66,640 a year"),
        ("private schools w grad rate above 97 and under 63k", "your limit was held against the price of a year"),
        ("median pay of software dev + infosec analyst", "Information security analyst: pay $124,910"),
        ("who runs the ai program at penn", "Chris Callison-Burch"),
        ("per-year cheapest private school", "Illinois Institute of Technology: lowest tuition"),
        ("michigan and texas. how many programs has each, and the median price", "$28,700"),
        ("what share of ppl actually finish at unt", "graduation rate of 70%"),
        ("stevens credits n gre n async?", "The guides differ on the GRE rule"),
        ("slu and iit tuition, which is lower", "Illinois Institute of Technology has the lower tuition"),
        ("schools in new york ranked by price", "Rochester Institute of Technology: $55,784"),
        ("how much is 1 credit at columbia and 1 at drexel", "$1,481 a credit"),
        ("average grad rate of usc and nyu and emory", "do not give the graduation rate for New York University"),
        ("uw gre?", "the guides do not give the GRE rule for University of Washington"),
    ],
)
def test_figures_of_a_message_and_of_the_tables_meet(adviser: Adviser, question: str, shown: str) -> None:
    assert shown.casefold() in plain(adviser.ask(question).answer.text).casefold()


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (
            "is drexel good? cost + credits + do they want gre",
            ["$66,645", "45 credits", "Recommended for international"],
        ),
        (
            "Purdue: cost? GRE? how long? thesis?",
            ["$22,500", "not required", "the length or the final work for Purdue"],
        ),
        ("tell me the gre rule at gatech, usc and penn", ["Georgia Tech", "is required", "University of Pennsylvania"]),
        ("how long does it take and whats the pay after", ["two to four years", "$150,000"]),
        ("do i need calculus? and what if i fail a class", ["linear algebra", "do not give rules for failing"]),
        ("whats the avg gpa they want & how many recommendation letters", ["3.0", "number of recommendation letters"]),
        (
            "1. what is stevens tuition 2. what gpa 3. application deadline",
            ["$59,790", "minimum GPA or application deadlines"],
        ),
        ("i need to know a) the price of uiuc b) if its async", ["$21,000", "asynchronous"]),
        (
            "ok so three things: 1) cheapest online 2) does it need gre",
            ["Georgia Tech: lowest tuition", "Not required"],
        ),
        ("how many are in new york and which is cheapest there", ["Syracuse University", "Rochester", "$55,784"]),
        ("i live in florida. ucf price for me? also any other florida schools", ["$4,478", "in Florida"]),
    ],
)
def test_no_part_of_a_message_is_dropped(message: str, shown: list[str], adviser: Adviser) -> None:
    text = adviser.ask(message).answer.text
    assert [words for words in shown if words not in text] == []


def test_a_choice_after_two_names_is_among_them(adviser: Adviser) -> None:
    text = adviser.ask("is hopkins or drexel cheaper and which has no gre").answer.text
    assert "Johns Hopkins University | Drexel University" in text
    assert "Duke" not in text


def test_who_is_paid_by_is_asked_by_those_who_ask_of_pay_no_more(adviser: Adviser) -> None:
    assert "sponsored" not in adviser.ask("whats the pay after").answer.text
    assert "sponsored" in adviser.ask("which school do you get paid for?").answer.text


def test_where_one_works_is_no_home_and_to_move_into_a_field_no_move(adviser: Adviser) -> None:
    told = adviser.ask("i work full time at boeing and want to move to ML. is part time realistic").answer.profile
    assert {fact.text for fact in told} == {"keeps working"}


def test_what_an_employer_pays_is_told_with_its_benefit_and_once(adviser: Adviser) -> None:
    apple = adviser.ask("does apple pay for grad school").answer.text
    assert "Full reimbursement" in apple
    assert apple.count("2-year service commitment") == 1
    assert adviser.ask("how much does google pay").answer.text.count("$12,000") == 1
    assert adviser.ask("will boeing pay").answer.status == "not_covered"


def test_two_ends_are_both_compared(adviser: Adviser) -> None:
    text = adviser.ask("Northeastern vs stevens vs drexel which is cheapest and fastest").answer.text
    assert "| Tuition (Online ML Master's Guide) |" in text
    assert "| Length (Online ML Master's Guide) |" in text


def test_a_wish_to_know_is_a_question(adviser: Adviser) -> None:
    message = "want know if his 2.9 gpa in physics is ok and how much will we pay for cheapest one"
    text = adviser.ask(message).answer.text
    assert "3.0" in text
    assert "$7,000" in text

"""Arithmetic that a question asks of cells: worked out exactly, cited, and nothing of it lost to verification."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from advisor.answering.computed import answer_computed
from advisor.arithmetic.adding_up import doubtful
from advisor.draft import Bullets, Claim, DraftNote, Paragraph
from advisor.frame import Frame, Narrowing, Order, Wish
from advisor.gathering import build_knowledge
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.proving.verification import verify
from advisor.saying import GuideCard
from advisor.shelf import Shown
from advisor.understanding.understand import understand
from index import Chunk, Condition
from index.cutting.cutter import cut
from index.guides import Guide, read_guide
from index.rows import read_rows
from index.vocabulary import Vocabulary, parse_vocabulary, read_vocabulary

CORPUS = Path(__file__).parents[2] / "corpus"
VOCABULARY = parse_vocabulary("""
subjects:
  school: {North: [], South: [], East: [], West: []}
attributes:
  tuition:
    {label: tuition, topic: cost, unit: money, periods: [total, year, credit], headers: [total tuition, tuition per year,
     tuition per credit], asked: [price, tuition, cost], better: low, of: [school], says: "{subject} costs {value}"}
  credits: {label: credits, unit: number, headers: [credits], asked: [credits], of: [school]}
  length: {label: length, unit: duration, headers: [length], asked: [how long], of: [school]}
  rate: {label: graduation rate, unit: percent, headers: [graduation rate], asked: [graduation rate], of: [school]}
  type: {label: type, unit: choice, headers: [type], asked: [type], of: [school], values: {public: [], private: []}}
  pay: {label: pay, unit: money, periods: [year], headers: [pay], asked: [pay, salary], better: high, of: [role]}
""")
FIRST = """# First
## Prices
| School | Total tuition (USD) | Tuition per credit (USD) | Credits | Type | Graduation rate (%) |
|---|---|---|---|---|---|
| North | ~$21,000 | – | 32 | Public | 90% |
| South | $30,000 | $1,000 | 30 | Private | 84% |
| East | $64,640 | $2,070 | 32 | Private | – |

## Prices by residency
| School | Total tuition in-state (USD) | Total tuition out-of-state (USD) | Credits |
|---|---|---|---|
| West | $12,000.50 | $24,001 | 30 |

## Pay
| Role | Pay (USD per year) |
|---|---|
| Engineer | $130,000–$190,000 |
| Analyst | $115,000–$165,000 |
"""
SECOND = """# Second
## Yearly prices
| School | Tuition per year (USD) | Length |
|---|---|---|
| North | $11,524 | 2 years |
| East | $50,000 | 1.5–2 years |
"""


@cache
def known() -> tuple[Knowledge, dict[str, GuideCard], Shown]:
    return _known([_guide("first", FIRST), _guide("second", SECOND)], VOCABULARY)


@cache
def real() -> tuple[Knowledge, dict[str, GuideCard], Shown]:
    guides = [read_guide(path) for path in sorted((CORPUS / "guides").glob("*.md"))]
    return _known(guides, read_vocabulary(CORPUS / "vocabulary.yaml"))


def _guide(slug: str, body: str) -> Guide:
    return Guide(slug, slug.title(), f"The {slug}", None, None, date(2026, 5, 1), None, None, body, slug)


def _known(guides: list[Guide], vocabulary: Vocabulary) -> tuple[Knowledge, dict[str, GuideCard], Shown]:
    chunks: list[Chunk] = [chunk for guide in guides for chunk in cut(guide, vocabulary, _pieces, 512)]
    passages = {chunk.id: chunk for chunk in chunks}
    names = {guide.slug: (guide.slug, guide.publisher, guide.title) for guide in guides}
    cards = {g.slug: GuideCard(g.slug, g.title, g.publisher, g.author, g.published, g.updated, g.url) for g in guides}
    return build_knowledge(vocabulary, read_rows(chunks).all, passages, names), cards, Shown(passages, cards)


def _pieces(text: str) -> int:
    return len(re.findall(r"\w{1,4}|[^\w\s]", text)) + 2


def ask(text: str, *names: str, kind: str = "school", told: Frame | None = None, **more: object) -> str | None:
    """The checked answer to a hand-made frame; None where no arithmetic is asked."""
    frame = replace(told or Frame("look_up", text), text=text, subjects=tuple(Name(kind, name) for name in names))
    knowledge, cards, shown = known()
    return said(answer_computed(replace(frame, **more), knowledge, cards), shown, text)  # type: ignore[arg-type]


def said(part: Part | None, shown: Shown, message: str) -> str | None:
    """What is left of a part after verification; nothing may be lost."""
    if part is None:
        return None
    verified = verify(part.blocks, shown, message)
    assert verified.dropped == ()
    return " ".join(claim.text for block in verified.blocks for claim in claims(block))


def claims(block: object) -> tuple[Claim, ...]:
    match block:
        case Paragraph(found):
            return found
        case Bullets(_, items):
            return items
        case DraftNote(_, claim):
            return (claim,)
    return ()


def price(period: str | None = None) -> Frame:
    return Frame("look_up", "", attributes=("tuition",), narrowing=Narrowing(period=period))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "names", "period", "figures"),
    [
        ("what does it work out to per credit", ["North"], "credit", ["about $656.25 a credit", "~$21,000 ÷ 32 credits"]),
        ("price of 6 credits", ["North"], None, ["$3,937.50"]),
        ("price of 6 credits", ["South"], None, ["6 credits × $1,000", "$6,000"]),
        ("what do 4 courses of 3 credits cost", ["South"], None, ["$12,000"]),
        ("what does one 3 credit course cost", ["South"], None, ["A course of 3 credits", "$3,000"]),
        ("price if 6 credits transfer", ["South"], None, ["(30 credits − 6 credits) × $1,000", "$24,000"]),
        ("price for 2 years", ["North"], "year", ["2 years × $11,524", "$23,048"]),
        ("half of the price", ["South"], None, ["Half of the price", "$15,000 in total"]),
        ("25% off the price", ["South"], None, ["$22,500"]),
        ("price plus 10000 fees", ["South"], None, ["$30,000 + $10,000", "$40,000"]),
        ("price less 5k scholarship plus 2000 fees", ["South"], None, ["$30,000 − $5,000 + $2,000", "$27,000"]),
        ("price after 5250 a year from my employer for 2 years", ["South"], None, ["$19,500"]),
        ("price plus 15k living for 2 years", ["South"], None, ["$60,000", "taken as a year's"]),
        ("price and 500 a month rent for 2 years", ["South"], None, ["$42,000"]),
        ("price per month over 24 months", ["South"], None, ["$1,250 a month"]),
        ("price split over 4 semesters", ["South"], None, ["$7,500 a semester"]),
        ("when is it paid back if i earn 15k more a year", ["South"], None, ["in 2 years", "$30,000 ÷ $15,000"]),
        ("when is it paid back if i go from 70k to 95k", ["South"], None, ["1.2 years"]),
        ("how much more is the price", ["South", "North"], None, ["South costs about $9,000 more in total than North"]),
        ("which is cheaper and by how much", ["East", "North"], None, ["about $43,640 more in total"]),
        ("difference between in state and out of state price", ["West"], None, ["$24,001 − $12,000.50", "$12,000.50 more"]),
        ("does the math add up", ["South"], None, ["adds up for South", "30 credits × $1,000 = $30,000"]),
        ("does the math add up", ["East"], None, ["does not add up", "$66,240", "$64,640, $1,600 below"]),
        ("average price of the schools", ["South", "East"], None, ["$47,320", "$94,640 ÷ 2"]),
    ],
)  # fmt: skip
def test_sums_over_the_cells_of_a_subject(text: str, names: list[str], period: str | None, figures: list[str]) -> None:
    answer = ask(text, *names, told=price(period))
    assert answer is not None
    assert [figure for figure in figures if figure not in answer] == []
    assert "The first, May 2026" in answer or "The second, May 2026" in answer


@pytest.mark.parametrize(
    ("text", "names", "period"),
    [
        ("price per credit", ["South"], "credit"),  # it has a cell
        ("price in total", ["North"], "total"),
        ("how much is it", ["South"], None),
        ("is it more than 20k", ["South"], None),
        ("is it worth 30000", ["South"], None),
        ("can i finish in 2 years", ["South"], None),
        ("does it take 30 credits", ["South"], None),
        ("what is the difference", ["South", "North"], None),
        ("what do twelve 3-credit courses cost", ["South"], None),  # a count that no formula could cite
        ("payback", ["South"], None),
        ("price for 2 years", ["South"], None),  # no yearly price
    ],
)
def test_what_asks_for_no_arithmetic_is_left_to_the_look_up(text: str, names: list[str], period: str | None) -> None:
    told = Frame("look_up", "", narrowing=Narrowing(period=period))  # type: ignore[arg-type]
    assert ask(text, *names, told=told) is None


def test_courses_whose_credits_nobody_says_are_asked_back() -> None:
    answer = ask("what do 4 courses cost", "South", told=price())
    assert answer == (
        "South costs $1,000 a credit (The first, May 2026). "
        "The guides do not say how many credits a course has there; tell me, and I will work it out."
    )


def test_a_total_from_a_yearly_price_is_called_an_estimate() -> None:
    second = Narrowing(guides=("second",), period="total")
    answer = ask("price of the whole degree", "North", told=replace(price(), narrowing=second))
    assert answer is not None
    assert "2 years × $11,524" in answer
    assert "estimate" in answer
    assert ask("price of the whole degree", "East", told=replace(price(), narrowing=second)) is None  # 1.5–2 years


def test_one_of_two_subjects_without_a_value_is_said() -> None:
    frame = Frame(
        "look_up", "half of the price", (Name("school", "South"), Name("school", "Nowhere")), (), (), ("tuition",)
    )
    knowledge, cards, _ = known()
    part = answer_computed(frame, knowledge, cards)
    assert part is not None
    assert part.status == "partly_answered"


def test_ranges_differ_at_both_ends() -> None:
    told = Frame("look_up", "", attributes=("pay",))
    answer = ask("how much more is the pay", "Engineer", "Analyst", kind="role", told=told)
    assert answer is not None
    assert "$15,000 to $25,000 more a year" in answer


def test_statistics_say_how_many_went_in() -> None:
    private = (Wish((Condition("type", "is", "private"),), "private schools"),)
    told = Frame("filter", "", attributes=("tuition",), wishes=private, kind="school")
    two = ask("average price of the private schools", told=replace(told, subjects=()))
    assert two is None  # two values are no set
    rates = ask(
        "average graduation rate of all the schools", told=Frame("filter", "", attributes=("rate",), kind="school")
    )
    assert rates is None
    prices = ask("median price of all the schools", told=Frame("filter", "", attributes=("tuition",), kind="school"))
    assert prices is not None
    assert "The median tuition of 3 schools is $30,000 in total (The first, May 2026; Prices)" in prices
    assert "None of the 3 lacks a value." in prices


def test_ranges_alone_have_no_average() -> None:
    told = Frame("filter", "", attributes=("pay",), kind="role")
    assert (
        ask("average pay of all the roles", told=told) == "The first gives pay only as ranges, which have no average."
    )


def test_a_superlative_is_no_statistic() -> None:
    told = Frame("rank", "", attributes=("tuition",), order=Order("tuition", True), kind="school")
    assert ask("lowest average price of all the schools", told=told) is None


def test_a_doubtful_total_is_found_and_rounding_is_not() -> None:
    knowledge, _, shown = real()
    found = {
        (listing.guide, listing.name.name): claim
        for listing in knowledge.listings
        if (claim := doubtful(listing)) is not None
    }
    assert {name for _, name in found} == {"Claremont Graduate University", "Colorado State University Global"}
    assert all(verify([Paragraph((claim,))], shown, "").dropped == () for claim in found.values())


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("what does uiuc work out to per credit", ["about $656.25 a credit"]),
        ("how much more is columbia than georgia tech", ["about $68,000 more in total"]),
        ("difference between in state and out of state total at university of north texas", ["$13,365"]),
        ("average yearly tuition of the nine public schools in hakias list", ["$11,483 a year", "$103,347 ÷ 9"]),
        ("techguide average total campus?", ["$77,118", "$53,107"]),
        ("average in-state total of techguide online programs", ["$45,602.50"]),
        ("cost per course at stevens if a course is 3 credits", ["$5,979"]),
        ("average price of the online programs", ["$51,316", "about $48,250", "$482,500 ÷ 10"]),
        ("6 credits unt out of state", ["$4,903.62"]),
        ("purdue after 5250 a year from my employer for 2 years", ["about $12,000"]),
        (
            "how many years to pay back drexel with a data scientist salary",
            ["$66,645 ÷ $112,590", "~$55,000 ÷ $115,000"],
        ),
        ("what percent cheaper is purdue than stevens", ["about 58.3% less", "$31,500 ÷ ~$54,000"]),
        ("does the math add up for claremont", ["$66,240", "$1,600 below"]),
    ],
)
def test_questions_over_the_four_guides(question: str, figures: list[str]) -> None:
    knowledge, cards, shown = real()
    understood = understand(
        question, knowledge, lambda word: word in knowledge.words, lambda texts: [{} for _ in texts]
    )
    parts = [answer_computed(frame, knowledge, cards) for frame in understood.frames]
    answer = " ".join(said(part, shown, question) or "" for part in parts)
    assert [figure for figure in figures if figure not in answer] == []


@pytest.mark.parametrize(
    "question",
    [
        "median tuition texas ml masters",
        "which state has the lowest median tuition for machine learning masters",
        "median salary for machine learning engineers?",
        "what's the difference between a data scientist and an ml engineer",
        "is cmu more than 75k",
        "async programs under 40k",
        "can i finish purdue in 2 years",
        "how much is purdue",
    ],
)
def test_questions_that_ask_for_no_arithmetic(question: str) -> None:
    knowledge, cards, _ = real()
    understood = understand(
        question, knowledge, lambda word: word in knowledge.words, lambda texts: [{} for _ in texts]
    )
    assert [answer_computed(frame, knowledge, cards) for frame in understood.frames] == [None] * len(understood.frames)

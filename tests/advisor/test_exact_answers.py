"""Facts, sets and sums in single messages over the real corpus: the right figure, its caution, nothing unasked."""

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
    ("question", "shown", "hidden"),
    [
        ("udub tution", "does not say whether the tuition of its nine public schools", "San Jose State University at"),
        ("uc santa cruz tuition", "do not budget with them", ""),
        ("what is stevens price per credit", "$1,993 a credit", "$59,970"),
        ("jhu price", "~$58,000 in total", "falls between"),
        ("cmu price", "$31,500 in total", "price per credit can be worked out"),
        ("max tuition money from microsoft", "$10,000 a year", "does not fit"),
        ("median tuition in texas", "Texas, median tuition: $18,900", "Texas costs"),
        ("highest grad rate", "a rate that schools rarely reach", "cheaper and higher"),
        ("most expensive campus program", "so the figure looks wrong", ""),
    ],
)
def test_a_caution_is_about_the_figure_it_stands_beside(
    adviser: Adviser, question: str, shown: str, hidden: str
) -> None:
    text = plain(adviser.ask(question).answer.text)
    assert shown in text
    assert not hidden or hidden not in text


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("how many credits is syracuse", "34 (MS in Applied Data Science)"),
        ("syracuse vs usc: credits", "34 (MS in Applied Data Science)"),
        ("how long is the mps at northeastern", "takes 12–20 months (Master of Professional Studies in Applied AI)"),
        ("arizona instate price online n campus", "$34,290 in total for in-state students (2026 campus programs)"),
        ("stevens rank in 2024 and 2025", "4 (2024 campus ranking)"),
    ],
)
def test_values_of_several_programs_or_years_are_told_apart(adviser: Adviser, question: str, shown: str) -> None:
    assert shown in plain(adviser.ask(question).answer.text)


def test_a_comparison_keeps_cautions_and_leaves_out_what_was_not_asked(adviser: Adviser) -> None:
    text = adviser.ask("compare northeastern and northwestern on length and price").answer.text
    assert "so the figure looks wrong" in text
    assert "suits" not in text


def test_where_little_stands_side_by_side_each_side_is_shown_in_the_table(adviser: Adviser) -> None:
    answer = adviser.ask("uga vs georgia tech").answer
    assert answer.table is not None
    assert ["not given", "~$7,000 in total"] in [[cell.text for cell in row[1:]] for row in answer.table.rows]
    assert "Focus" not in adviser.ask("USC or University of Washington?").answer.text


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("if i pay uiuc over 30 months what per month", "about $700 a month"),
        ("gatech is what percent of a 20k budget", "about 35% of $20,000"),
        ("what's left to pay for stevens if google gives 12k per year for 3 yrs", "about $18,000 in total"),
        ("33 credits at unt in state w 412.27 each", "33 × $412.27 = $13,604.91"),
        ("10 courses a 3 credits at purdue price per credit", "about $22,500"),
        ("columbia per month if 3 yrs", "about $2,083.33 a month"),
        ("wats left for uiuc if my company chips in 5250/yr, 2yrs", "about $10,500 in total"),
        ("usc 2 years total via hakia", "comes to $133,280"),
        ("average median tuition over the ten states", "The average tuition of 10 states is $32,500"),
    ],
)
def test_sums_are_heard_however_they_are_put(adviser: Adviser, question: str, shown: str) -> None:
    assert shown in plain(adviser.ask(question).answer.text)


@pytest.mark.parametrize(
    ("question", "matches"),
    [
        ("who works with boeing", "Hakia, undated: 2 of 9 programs match"),
        ("artiba yes which ones", "5 of 17 programs match"),
        ("gre optional list", "TechGuide, May 2026: 4 of 17 programs match"),
        ("no gre, online, 30 creds, below 60k", "Online ML Master's Guide, June 2026: 4 of 10 programs match"),
        ("async + not gre + <25k", "3 of 10 programs match (async, not gre"),
        ("how many schools have 100% grad rate", "2 of 21 programs match"),
        ("no of campus programs w/o gre", "TechGuide, May 2026: 7 of 17 programs match"),
    ],
)
def test_a_list_is_the_set_that_was_meant(adviser: Adviser, question: str, matches: str) -> None:
    assert matches in plain(adviser.ask(question).answer.text)


@pytest.mark.parametrize(
    ("question", "rows"), [("list all 2024 ranks techguide", 11), ("sort hakia public schools by grad rate", 9)]
)
def test_a_whole_list_is_as_long_as_the_guides_own(adviser: Adviser, question: str, rows: int) -> None:
    table = adviser.ask(question).answer.table
    assert table is not None
    assert len(table.rows) == rows


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("most expensive state n cheapest state", ("$16,800", "$56,300")),
        ("lowest and highest score in hakia", ("94.4", "56")),
        ("which role is growing slowest", ("Software developer: lowest job growth, 15%",)),
        ("what does a quant make", ("$140,000–$200,000+",)),
        ("whats the top school in nc", ("Duke University",)),
        ("northeastern vs northwestern rank", ("has the better rank: 7",)),
        ("which guide has the lowest price for stevens", ("~$54,000", "$59,790")),
        (
            "what does hakia say on gre at cmu",
            ("Hakia does not give the GRE rule", "other guides give: GRE rule Required"),
        ),
        ("does csu global cost 20k or 24k", ("$20,250", "$24,300")),
    ],
)
def test_each_end_and_each_side_is_answered(adviser: Adviser, question: str, shown: tuple[str, ...]) -> None:
    text = plain(adviser.ask(question).answer.text)
    assert all(one in text for one in shown)


def test_a_range_over_the_limit_is_not_called_unknown(adviser: Adviser) -> None:
    text = adviser.ask("roles above 130k").answer.text
    assert "Not counted, because the range reaches over the limit" in text


def test_beside_an_answer_what_no_guide_gives_is_said_without_an_offer(adviser: Adviser) -> None:
    text = plain(adviser.ask("toefl for cmu and its price").answer.text)
    assert text.count("they do give") == 0
    assert "do not give TOEFL or IELTS scores" in text

"""Each check finds what it is for, says why, and leaves a good reply alone."""

from dataclasses import replace

import pytest

from advisor import Answer, Figure
from evals.checks import judge
from tests.evals.replies import DIFFER, FEE, GOOD, TEST, case


def failed(answer: Answer, **changes: object) -> dict[str, str]:
    """The checks that a reply fails, with their reasons."""
    return {v.check: v.reason for v in judge(case("fee", **changes), answer) if not v.passed}


def test_a_good_reply_passes_every_check() -> None:
    assert failed(GOOD) == {}


def test_a_fact_may_be_said_in_any_of_its_forms() -> None:
    assert failed(GOOD, facts=(("twelve hundred", "$1,200"),)) == {}
    assert failed(GOOD, facts=(("twelve hundred", "$120"),)) == {"facts present": "does not say twelve hundred or $120"}


def test_a_wrong_fact_is_named() -> None:
    assert failed(GOOD, wrong=("$1,200",)) == {"wrong facts absent": "says $1,200"}


def test_a_rejected_reply_may_not_come_again() -> None:
    again = "Blue Harbor costs $1,200 in total [1]. North Wind asks for a swimming test before the first lesson [2]."
    assert failed(GOOD, rejected=again) == {"wrong facts absent": "is the reply that was rejected"}
    assert failed(GOOD, rejected="Another reply.") == {}


def test_the_right_guide_is_one_of_those_that_hold_the_answer() -> None:
    sources = ({"guide": "almanac"}, {"guide": "pilot"})
    assert failed(GOOD, sources=sources) == {}
    assert failed(GOOD, sources=sources[:1]) == {"right guide cited": "cites pilot, sextant and not almanac"}
    assert (
        failed(replace(GOOD, citations=()), sources=sources)["right guide cited"]
        == "cites nothing and not almanac or pilot"
    )


def test_a_figure_must_stand_in_the_passage_that_its_sentence_cites() -> None:
    swapped = replace(GOOD, citations=(replace(TEST, number=1), replace(FEE, number=2)))
    assert failed(swapped)["citations support"].startswith("cites a passage without 1,200")


def test_a_sentence_without_figures_must_be_about_what_its_passage_is_about() -> None:
    elsewhere = replace(FEE, quote="Masts of spruce outlive masts made from aluminium tubes.", section="Masts")
    answer = replace(
        GOOD, text="North Wind asks for a swimming test before the first lesson [1].", citations=(elsewhere,)
    )
    assert "something else" in failed(answer, facts=())["citations support"]


def test_the_items_of_a_list_stand_on_the_marks_of_its_lead() -> None:
    listed = replace(GOOD, text="Blue Harbor gives these figures [1]:\n\n- The price is $1,200.\n- Its boats are 14.", figures=(
        Figure("$1,200", "quoted", (1,), None), Figure("14", "quoted", (1,), None)), citations=(FEE,))  # fmt: skip
    assert failed(listed, facts=()) == {}
    wrong = replace(listed, text=listed.text.replace("14", "15"))
    assert "15" in failed(wrong, facts=())["citations support"]


def test_a_figure_that_is_not_listed_has_no_reason_to_be_shown() -> None:
    assert failed(replace(GOOD, figures=())) == {"figures verified": "shows 1,200 without saying why"}


def test_a_quoted_figure_is_looked_up_in_its_own_citations() -> None:
    figures = (Figure("$1,200", "quoted", (2,), None),)
    assert "from a passage that does not have it" in failed(replace(GOOD, figures=figures))["figures verified"]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("3 × $400 = $1,200", ""),
        ("3 × $500 = $1,200", "a sum that does not hold"),
        ("three times four hundred", "a sum that does not hold"),
        (None, "a sum that does not hold"),
    ],
)
def test_computed_figures_are_worked_out_anew(formula: str | None, reason: str) -> None:
    figures = (Figure("$1,200", "computed", (1,), formula),)
    assert reason in failed(replace(GOOD, figures=figures)).get("figures verified", "")


def test_a_count_says_what_it_counted() -> None:
    counted = replace(GOOD, figures=(*GOOD.figures, Figure("2", "counted", (1,), None)))
    assert failed(counted) == {"figures verified": "counts 2 and does not say what"}


def test_figures_that_the_person_gave_need_no_passage() -> None:
    told = replace(GOOD, text=GOOD.text.replace("in total", "of your $5,000"))
    assert failed(told, messages=("i have $5,000",)) == {}
    assert "figures verified" in failed(told)


def test_the_status_is_one_that_was_expected() -> None:
    assert failed(GOOD, status=("not_covered", "clarify")) == {
        "status right": "is answered and not not_covered or clarify"
    }


def test_tables_and_marks_do_not_count_as_words() -> None:
    table = "\n".join(["| School | Price |", "| --- | --- |"] + ["| Blue Harbor [1] | $1,200 [1] |"] * 40)
    assert failed(replace(GOOD, text=f"{GOOD.text}\n\n{table}"), words=17) == {}
    assert failed(GOOD, words=16) == {"short enough": "has 17 words, more than 16"}


def test_disagreement_is_shown_where_there_is_one_and_only_there() -> None:
    noted = replace(GOOD, notes=(DIFFER,))
    assert failed(noted, disagreement="shown") == {}
    assert failed(GOOD, disagreement="none") == {}
    assert failed(GOOD, disagreement="shown") == {"disagreement shown": "does not say that the guides differ"}
    assert failed(noted, disagreement="none") == {"disagreement shown": "says that the guides differ, and they do not"}
    assert failed(noted) == failed(GOOD) == {}

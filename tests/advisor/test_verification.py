"""Nothing is shown that does not hold: each kind of claim owes its proof."""

import pytest

from advisor.draft import Block, Bullets, Claim, ClaimKind, DraftNote, Paragraph
from advisor.proving.verification import verify

PASSAGES = {
    "price": "School: Example; Total tuition (USD): $31,500; Tuition per credit (USD): $1,050; Credits: 30",
    "range": "It takes 2–2.5 years; pay runs from $130,000–$190,000, later $220,000+.\nTop-10, May 25, 2026.",
    "rules": "Applicants need a GPA of at least 3.0 and three letters. Courses cost under $1,000. Ten programs exist.",
}


def reason(
    text: str, kind: ClaimKind = "quoted", *sources: str, formula: str | None = None, message: str = ""
) -> str | None:
    verified = verify([Paragraph((Claim(text, sources, kind, formula),))], PASSAGES, message)
    return verified.dropped[0].reason if verified.dropped else None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It costs $31,500 in total for 30 credits.", "price"),
        ("It costs 31.5K dollars, $1,050 a credit.", "price"),
        ("Pay runs from $130,000 to $190,000.", "range"),
        ("Pay reaches $190,000.", "range"),
        ("Pay later is $220,000 or more.", "range"),
        ("It takes two to two and a half years.", "range"),
        ("It is a top-10 school (May 2026).", "range"),
        ("The minimum GPA is 3.0; send 3 letters.", "rules"),
    ],
)
def test_a_quoted_figure_holds_when_its_source_has_it(text: str, source: str) -> None:
    assert reason(text, "quoted", source) is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It costs $31,501.", "price"),
        ("It costs $31,500 a credit.", "price"),
        ("It costs $1,050 in total.", "price"),
        ("It takes 30 years.", "price"),
        ("It takes two years.", "range"),
        ("Pay is $130,000–$220,000.", "range"),
        ("Pay is $220,000 later.", "range"),
        ("Pay is $130,000+.", "range"),
        ("It is a top-20 school.", "range"),
        ("Updated May 26, 2026.", "range"),
        ("The GPA is at most 3.0.", "rules"),
        ("It takes 10 credits.", "rules"),
        ("It costs $31,500.", "rules"),
    ],
)
def test_a_quoted_figure_that_its_source_does_not_have_is_not_shown(text: str, source: str) -> None:
    assert reason(text, "quoted", source) is not None


def test_a_quoted_claim_needs_a_source_that_exists() -> None:
    assert reason("It is asynchronous.") == "it names no source"
    assert reason("It is asynchronous.", "quoted", "nowhere") == "there is no passage nowhere"
    assert reason("Hello!", "plain", "nowhere") == "there is no passage nowhere"


def test_a_quoted_claim_may_repeat_what_the_person_said_of_themselves_and_nothing_else() -> None:
    assert reason("It fits your budget of $40,000: $31,500 in total.", "quoted", "price", message="I have 40k") is None
    assert reason("It fits your budget of $40,000: $31,500.", "quoted", "price", message="I have 45k") is not None
    assert reason("Example University costs $5.", "quoted", "price", message="since it costs $5, why not") is not None


@pytest.mark.parametrize(
    ("formula", "message", "holds"),
    [
        ("12 × 3 × $900 = $32,400", "12 courses of 3 credits at 900", True),
        ("12 × 3 × $900 = $32,400", "12 courses of 3 credits at 800", False),
        ("12 × 3 × $900 = $32,500", "12 courses of 3 credits at 900", False),
        ("", "12 courses of 3 credits at 900", False),
    ],
)
def test_a_computed_claim_holds_when_its_formula_and_its_inputs_do(formula: str, message: str, holds: bool) -> None:
    text = f"{formula} in tuition."
    assert (reason(text, "computed", formula=formula, message=message) is None) == holds


def test_a_computed_claim_says_the_figures_of_its_formula() -> None:
    formula = "30 × $1,050 = $31,500"
    assert reason("That makes $31,500 in all.", "computed", "price", formula=formula) is None
    assert reason("That makes $31,600 in all.", "computed", "price", formula=formula) is not None
    assert reason("That makes 31,500% in all.", "computed", "price", formula=formula) is not None


def test_results_of_one_formula_go_into_the_next() -> None:
    formula = "30 × $1,050 = $31,500; $31,500 ÷ (2 × 12 months) = $1,312.50"
    assert reason("That is $1,312.50 a month.", "computed", "price", formula=formula, message="over 2 years") is None


def test_a_mean_may_divide_by_how_many_went_in() -> None:
    assert reason("$500 on average.", "computed", formula="($400 + $600) ÷ 2 = $500", message="$400 or $600") is None
    assert (
        reason("$250 on average.", "computed", formula="($400 + $600) ÷ 4 = $250", message="$400 or $600") is not None
    )


@pytest.mark.parametrize(
    ("text", "formula", "holds"),
    [
        ("5 of 12 programs cost under $40,000.", "5 of 12 rows", True),
        ("Five of the 12 programs cost under $40,000.", "5 of 12 rows", True),
        ("6 of 12 programs cost under $40,000.", "5 of 12 rows", False),
        ("5 of 11 programs cost under $40,000.", "5 of 12 rows", False),
        ("Six programs cost under $40,000.", "5 of 12 rows", False),
        ("5 of 12 programs cost under $41,000.", "5 of 12 rows", False),
        ("13 of 12 programs cost under $40,000.", "13 of 12 rows", False),
        ("None of the 12 programs costs under $40,000.", "0 of 12 rows", True),
        ("Nothing matches (A: 0 of 11 and B: 0 of 25).", "A: 0 of 11 and B: 0 of 25", True),
        ("Left out: A, B, C, D and 2 more.", "6 left out, 4 named, 2 more", True),
        ("Left out: A, B, C, D and 3 more.", "6 left out, 4 named, 2 more", False),
    ],
)
def test_a_counted_claim_says_what_was_counted(text: str, formula: str, holds: bool) -> None:
    assert (reason(text, "counted", formula=formula, message="under 40k?") is None) == holds


def test_a_number_of_the_source_is_no_count() -> None:
    for text in ("Ten programs match.", "5 match, 10 of 12 programs."):
        assert reason(text, "counted", "rules", formula="5 of 12 rows") is not None


def test_a_range_is_not_put_together_from_two_others() -> None:
    two = {"p": "It takes 2–3 years full-time or 4–5 years part-time, and costs ＄７,\u200b０００."}
    shown = [Claim(text, ("p",)) for text in ("4-5 years.", "From 2 to 5 years in all.", "It costs $7,000.")]
    verified = verify([Paragraph((*shown, Claim("2–5 years.", ("p",))))], two, "")
    assert verified.blocks == (Paragraph(tuple(shown)),)


def test_without_a_formula_the_sources_are_counted() -> None:
    assert reason("Two guides give 30 credits.", "counted", "price", "range") is None
    assert reason("Three guides give 30 credits.", "counted", "price", "range") is not None


def test_given_and_plain_claims_have_only_the_persons_figures() -> None:
    assert reason("You have at most $25,000.", "given", message="25k is all I have") is None
    assert reason("You have at most $26,000.", "given", message="25k is all I have") is not None
    assert reason("The guides give no deadline for 2027.", "plain", message="deadline 2027?") is None
    assert reason("The deadline is January 15.", "plain", message="deadline?") is not None
    assert reason("The guides do not cover the F-1 visa.", "plain", message="visa?") is None


def test_items_stand_on_their_lead_and_a_lead_on_its_items() -> None:
    lead, items = Claim("You need:", ("rules",)), (Claim("A GPA of 3.0"), Claim("Three letters"), Claim("Four essays"))
    verified = verify([Bullets(lead, items)], PASSAGES, "")
    (kept,) = verified.blocks
    assert isinstance(kept, Bullets)
    assert [item.text for item in kept.items] == ["A GPA of 3.0", "Three letters"]
    (leaning,) = verify([Bullets(Claim("As of May 2026:"), (Claim("Top-10", ("range",)),))], PASSAGES, "").blocks
    assert isinstance(leaning, Bullets)
    assert leaning.lead is not None
    assert leaning.lead.sources == ("range",)


def test_an_empty_block_disappears() -> None:
    false = Claim("It costs $1.", ("price",))
    blocks: list[Block] = [Paragraph((false,)), Bullets(None, (false,)), DraftNote("age", false)]
    verified = verify(blocks, PASSAGES, "")
    assert verified.blocks == ()
    assert [dropped.claim for dropped in verified.dropped] == [false, false, false]


def test_a_figure_in_other_digits_is_checked_too() -> None:
    assert reason("It costs ＄３１,５０１.", "quoted", "price") is not None
    assert reason("It costs $31,\u200b501.", "quoted", "price") is not None

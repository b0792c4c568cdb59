"""The answer's text has its marks in the right places, and the parts for programs say the same again."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.answer import Figure, Note, TableCell
from advisor.draft import Block, Bullets, Claim, DraftCell, DraftNote, DraftTable, Paragraph
from advisor.proving.rendering import Cited, Pen, render
from advisor.saying import GuideCard
from index import Chunk

CARD = GuideCard("guide", "The Guide", "Publisher", None, date(2020, 1, 2), date(2026, 5, 25), None)


def cited(chunk_id: str) -> Cited:
    return Cited(Chunk(chunk_id, "guide", ("The Guide", "Cost", "Price"), "prose", f"Words of {chunk_id}"), CARD)


def text(*blocks: Block) -> str:
    return render(blocks, cited).text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("It takes 30 credits.", "It takes 30 credits [1]."),
        ("It takes 30 credits", "It takes 30 credits [1]."),
        ("Is it 30?", "Is it 30 [1]?"),
        ("They say “no.”", "They say “no [1].”"),
        ("It is in the U.S.", "It is in the U.S. [1]."),
        ("It costs $7,000 (about).", "It costs $7,000 (about) [1]."),
    ],
)
def test_the_mark_stands_before_the_final_stop(said: str, shown: str) -> None:
    assert text(Paragraph((Claim(said, ("a",)),))) == shown


def test_every_sentence_of_a_claim_carries_its_mark() -> None:
    said = "The M.S. in the U.S. News list costs $7,000. Prof. Example says so. Ask (the school)! Then"
    shown = (
        "The M.S. in the U.S. News list costs $7,000 [1]. Prof. Example says so [1]. Ask (the school) [1]! Then [1]."
    )
    assert text(Paragraph((Claim(said, ("a",)),))) == shown
    assert text(DraftNote("check", Claim(said, ("a",)))) == shown


def test_sources_are_numbered_in_order_of_first_appearance() -> None:
    blocks = (
        Paragraph((Claim("One.", ("b",)), Claim("Two.", ("a", "b")), Claim("Hi!", kind="plain"))),
        Paragraph((Claim("Three.", ("c",)),)),
    )
    rendered = render(blocks, cited)
    assert rendered.text == "One [1]. Two [1][2]. Hi!\n\nThree [3]."
    assert [(one.number, one.passage_id) for one in rendered.citations] == [(1, "b"), (2, "a"), (3, "c")]


def test_a_citation_says_whose_word_it_is() -> None:
    (citation,) = render([Paragraph((Claim("One.", ("a",)),))], cited).citations
    assert (citation.title, citation.publisher, citation.author, citation.updated) == (
        "The Guide",
        "Publisher",
        None,
        "2026-05-25",
    )
    assert (citation.section, citation.quote, citation.url) == ("Cost > Price", "Words of a", None)


def test_a_list_from_one_source_cites_once_at_its_head() -> None:
    items = (Claim("A form.", ("a",)), Claim("A letter", ("a",)))
    assert text(Bullets(Claim("You send:", ("a",)), items)) == "You send [1]:\n\n- A form.\n- A letter"
    assert text(Bullets(Claim("You send", kind="plain"), items)) == "You send [1]:\n\n- A form.\n- A letter"


def test_a_list_from_several_sources_or_without_a_lead_cites_each_item() -> None:
    items = (Claim("A form", ("a",)), Claim("A letter.", ("b",)))
    assert text(Bullets(Claim("They say:", ()), items)) == "They say:\n\n- A form [1]\n- A letter [2]."
    assert text(Bullets(None, items)) == "- A form [1]\n- A letter [2]."


def test_a_table_cites_every_cell_and_keeps_its_shape() -> None:
    rows = ((DraftCell("A | B"), DraftCell("$7,000", 7000.0, ("a",))), (DraftCell("C"), DraftCell("not given")))
    rendered = render([DraftTable(("School", "Price|x"), rows)], cited)
    assert rendered.text == "| School | Price\\|x |\n| --- | --- |\n| A \\| B | $7,000 [1] |\n| C | not given |"
    assert rendered.table is not None
    assert rendered.table.columns == ("School", "Price|x")
    assert rendered.table.rows[0][1] == TableCell("$7,000", 7000.0, (1,))


def test_a_note_stands_in_the_text_and_again_by_itself() -> None:
    rendered = render([DraftNote("age", Claim("This figure is from 2021", ("a",)))], cited)
    assert rendered.text == "This figure is from 2021 [1]."
    assert rendered.notes == (Note("age", "This figure is from 2021", (1,)),)


def test_every_figure_says_why_it_may_be_shown() -> None:
    blocks: list[Block] = [
        Paragraph(
            (
                Claim("It fits your budget of $45,000: $31,500.", ("a",)),
                Claim("12 × 3 × $900 = $32,400 in tuition.", (), "computed", "12 × 3 × $900 = $32,400"),
                Claim("5 of 12 programs cost under $40,000.", (), "counted", "5 of 12 rows"),
            )
        ),
        DraftTable(("Price",), ((DraftCell("$7,000", 7000.0, ("b",)),),)),
    ]
    found = render(blocks, cited).figures
    assert Figure("$45,000", "given", (), None) in found
    assert Figure("$31,500", "quoted", (1,), None) in found
    assert Figure("$32,400", "computed", (), "12 × 3 × $900 = $32,400") in found
    assert Figure("5", "counted", (), "5 of 12 rows") in found
    assert Figure("$7,000", "quoted", (2,), None) in found


SAID = st.sampled_from(["It is so.", "Really?", "a | b", "30 credits", "“Quoted.”"])
CLAIMS = st.builds(Claim, SAID, st.sampled_from([(), ("a",), ("b", "c"), ("c", "a")]))
CELLS = st.builds(DraftCell, st.sampled_from(["x", "$7", "a|b", ""]), st.none(), st.sampled_from([(), ("a",), ("d",)]))
BLOCKS = st.one_of(
    st.builds(Paragraph, st.lists(CLAIMS, min_size=1, max_size=3).map(tuple)),
    st.builds(Bullets, st.one_of(st.none(), CLAIMS), st.lists(CLAIMS, min_size=1, max_size=3).map(tuple)),
    st.builds(DraftTable, st.just(("A", "B")), st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=3).map(tuple)),
    st.builds(DraftNote, st.sampled_from(["age", "check"]), CLAIMS),
)


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=5))
def test_the_pieces_joined_are_the_text_and_every_mark_resolves(blocks: list[Block]) -> None:
    rendered = render(blocks, cited)
    pen = Pen()
    assert "".join(piece for block in blocks for piece in pen.block(block)) == rendered.text
    assert pen.blocks == tuple(blocks)
    marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", rendered.text)}
    assert marks == {citation.number for citation in rendered.citations}
    first_seen = list(dict.fromkeys(int(mark) for mark in re.findall(r"\[(\d+)\]", rendered.text)))
    assert first_seen == sorted(first_seen)


def test_a_paragraph_is_streamed_sentence_by_sentence() -> None:
    claims = (Claim("One.", ("a",)), Claim("Two.", ("b",)))
    pen = Pen()
    assert [piece for block in (Paragraph(claims), Paragraph(claims)) for piece in pen.block(block)] == [
        "One [1].",
        " Two [2].",
        "\n\nOne [1].",
        " Two [2].",
    ]

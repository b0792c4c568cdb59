"""An answer put shorter, as a list or as a table keeps its substance and its sources."""

from advisor.answer import Answer, Citation, Table, TableCell
from advisor.conversing.reshaping import as_list, as_table, shorter
from advisor.draft import Bullets, DraftTable, Paragraph


def citation(number: int) -> Citation:
    """A numbered source."""
    return Citation(number, "guide", "Guide", "Publisher", None, "Section", None, "Quote", f"passage-{number}", None)


PROSE = Answer("answered", "Duke takes 30 credits [1]. The GRE is not required [2].", (citation(1), citation(2)))
LIST = Answer(
    "answered", "Send these [1]:\n\n- Transcripts: from every college\n- A statement of purpose", (citation(1),)
)
TABLE = Answer(
    "answered",
    "| School | Price |",
    (citation(1), citation(2)),
    Table(
        ("School", "Price"),
        tuple((TableCell(name, None, (1,)), TableCell("$20,000", 20_000, (2,))) for name in "ABCDEF"),
    ),
)


def test_shorter_keeps_the_first_sentence_and_its_source() -> None:
    (block,) = shorter(PROSE)
    assert isinstance(block, Paragraph)
    assert [(claim.text, claim.sources) for claim in block.claims] == [("Duke takes 30 credits.", ("passage-1",))]


def test_a_shorter_list_still_names_every_item() -> None:
    (block,) = shorter(LIST)
    assert isinstance(block, Paragraph)
    assert block.claims[0].text == "Send these: Transcripts; A statement of purpose."
    assert block.claims[0].sources == ("passage-1",)


def test_a_shorter_table_shows_its_first_rows_and_counts_the_rest() -> None:
    rows, rest = shorter(TABLE)
    assert isinstance(rows, Bullets)
    assert isinstance(rest, Paragraph)
    assert len(rows.items) == 4
    assert rest.claims[0].text == "And 2 more."


def test_a_list_has_every_sentence_with_its_source() -> None:
    (block,) = as_list(PROSE)
    assert isinstance(block, Bullets)
    assert [claim.sources for claim in block.items] == [("passage-1",), ("passage-2",)]


def test_a_table_of_prose_names_the_guide_beside_each_statement() -> None:
    (block,) = as_table(PROSE)
    assert isinstance(block, DraftTable)
    assert [(row[0].text, row[1].text) for row in block.rows] == [
        ("Duke takes 30 credits.", "Publisher"),
        ("The GRE is not required.", "Publisher"),
    ]


def test_nothing_to_reshape_gives_nothing() -> None:
    assert as_list(Answer("answered", "Hello!")) == ()

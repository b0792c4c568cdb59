"""A table shows no value that its passage does not have, below the heading that it stands under."""

from advisor.draft import DraftCell, DraftTable
from advisor.proving.verification import verify

PASSAGES = {"price": "School: Example; Total tuition (USD): $31,500; Tuition per credit (USD): $1,050; Credits: 30"}


def test_a_cell_that_does_not_hold_is_not_shown_as_a_value() -> None:
    row = (
        DraftCell("Example University"),
        DraftCell("$31,500", 31500.0, ("price",)),
        DraftCell("$31,400", 31400.0, ("price",)),
        DraftCell("30", 31.0, ("price",)),
        DraftCell("$15,750", 15750.0, ("price",), "½ × $31,500 = $15,750"),
        DraftCell("–"),
    )
    verified = verify([DraftTable(("School", "Price", "Wrong", "Credits", "Half", "GPA"), (row,))], PASSAGES, "half")
    (table,) = verified.blocks
    assert isinstance(table, DraftTable)
    assert [cell.text for cell in table.rows[0]] == [
        "Example University", "$31,500", "not verified", "not verified", "$15,750", "–",
    ]  # fmt: skip
    assert all(cell.value is None and not cell.sources for cell in table.rows[0][2:4])
    assert len(verified.dropped) == 2


def test_a_column_gives_its_cells_their_unit_and_period() -> None:
    def shown(column: str, text: str) -> str:
        (table,) = verify(
            [DraftTable(("", column), ((DraftCell("1"), DraftCell(text, None, ("price",))),))], PASSAGES, ""
        ).blocks
        assert isinstance(table, DraftTable)
        return table.rows[0][1].text

    assert shown("Credits", "30") == "30"
    assert shown("Length (years)", "30") == "not verified"
    assert shown("Price a credit", "$31,500") == "not verified"


def test_a_table_whose_heading_has_a_figure_of_its_own_is_not_shown() -> None:
    table = DraftTable(("School", "Price 2031"), ((DraftCell("X"), DraftCell("$31,500", None, ("price",))),))
    assert verify([table], PASSAGES, "").blocks == ()

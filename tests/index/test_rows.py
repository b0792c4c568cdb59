"""The table in memory: rows are found by subject and sifted by conditions, and unknown is neither yes nor no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cells.cell import read_cell
from index.cells.columns import Column
from index.cells.verdicts import Operator
from index.cutting.cutter import cut
from index.rows import Condition, Row, Rows, meets, meets_cell, read_rows
from index.vocabulary import Attribute, Vocabulary
from index.words.units import Period, Residency
from tests.fakes import a_guide, count_words

WORDS = Vocabulary(
    attributes={
        "price": Attribute("price", "money", headers=("tuition", "total tuition")),
        "gre": Attribute(
            "GRE", "choice", headers=("gre",), values={"required": (), "not required": (), "optional": ()}
        ),
    }
)
GUIDE = """# T
## Prices
| School | Total tuition (USD) | Total tuition in-state (USD) | Total tuition out-of-state | Tuition per credit (USD) |
|---|---|---|---|---|
| Duke University | $73,057 | – | – | $2,435 |
| University of Arizona | – | $34,290 | $60,056.70 | – |
| MIT | – | – | – | $900 |
## GRE
| School | GRE | Focus |
|---|---|---|
| Duke University | Not required | Robotics and machine vision |
| University of Arizona | Required | – |
| MIT | Optional; required for some | Machine learning |
| Elsewhere | Ask them | Vision |
"""


def rows_of(body: str, window: int = 256) -> Rows:
    return read_rows(cut(a_guide(body), WORDS, count_words, window))


ROWS = rows_of(GUIDE)


def sifted(*conditions: Condition) -> list[list[str]]:
    found = ROWS.sift(conditions)
    return [[row.subject for row in rows] for rows in (found.matching, found.failing, found.unknown)]


def test_rows_keep_their_order_place_and_kind() -> None:
    assert [(row.path[-1], row.number, row.kind, row.subject) for row in ROWS.all] == [
        ("Prices", 0, "school", "Duke University"),
        ("Prices", 1, "school", "University of Arizona"),
        ("Prices", 2, "school", "MIT"),
        ("GRE", 0, "school", "Duke University"),
        ("GRE", 1, "school", "University of Arizona"),
        ("GRE", 2, "school", "MIT"),
        ("GRE", 3, "school", "Elsewhere"),
    ]


def test_rows_are_found_by_their_subject() -> None:
    assert [row.path[-1] for row in ROWS.of("duke  university")] == ["Prices", "GRE"]
    assert ROWS.of("Duke") == ()


def test_a_choice_is_met_failed_or_not_given() -> None:
    elsewhere, prices = ["Elsewhere"], ["Duke University", "University of Arizona", "MIT"]
    assert sifted(Condition("gre", "is", "not required")) == [
        ["Duke University"], ["University of Arizona", "MIT"], prices + elsewhere,
    ]  # fmt: skip
    assert sifted(Condition("gre", "is", "Required"))[0] == ["University of Arizona", "MIT"]


def test_conditions_join_and_one_that_fails_decides() -> None:
    assert sifted(Condition("gre", "is", "optional"), Condition("focus", "contains", "vision")) == [
        [],
        ["Duke University", "University of Arizona", "MIT"],
        ["Duke University", "University of Arizona", "MIT", "Elsewhere"],
    ]
    assert sifted() == [[row.subject for row in ROWS.all], [], []]


def test_sifting_can_start_from_some_rows() -> None:
    some = ROWS.of("MIT")
    assert ROWS.sift([Condition("gre", "is", "optional")], some).matching == (some[1],)


@pytest.mark.parametrize(
    ("period", "residency", "expected"),
    [
        ("total", "in-state", [False, True, None]),
        ("total", "out-of-state", [False, False, None]),
        ("total", None, [False, None, None]),  # it depends on where one lives
        ("credit", None, [True, None, True]),
        ("year", None, [None, None, None]),
        (None, None, [None, None, True]),  # a total and a credit are never one figure
    ],
)
def test_period_and_residency_say_which_cells_count(
    period: Period | None, residency: Residency | None, expected: list[bool | None]
) -> None:
    condition = Condition("price", "at_most", 40_000, period, residency)
    assert [meets(row, condition) for row in ROWS.all[:3]] == expected


def told(text: str, operator: Operator, value: float | str) -> bool | None:
    cell = read_cell(text, Column("X", "x"))
    return meets_cell(cell, Condition("x", operator, value))


@pytest.mark.parametrize(
    ("text", "operator", "value", "expected"),
    [
        ("5", "at_most", 5, True), ("5", "below", 5, False), ("5", "at_least", 5, True), ("5", "above", 5, False),
        ("3–5", "at_most", 5, True), ("3–5", "at_most", 2, False), ("3–5", "at_most", 4, None),
        ("3–5", "below", 3, False), ("3–5", "below", 5, None), ("3–5", "below", 6, True),
        ("3–5", "at_least", 3, True), ("3–5", "at_least", 6, False), ("3–5", "at_least", 4, None),
        ("3–5", "above", 5, False), ("3–5", "above", 3, None), ("3–5", "above", 2, True),
        ("5+", "at_most", 9, None), ("5+", "at_most", 4, False), ("5+", "at_least", 5, True),
        ("5+", "at_least", 6, None),
        ("up to 5", "at_most", 5, True), ("up to 5", "at_least", 6, False), ("up to 5", "at_most", 4, None),
        ("$3–$5+", "at_most", 5, None), ("~5", "at_most", 5, True), ("2 years", "at_most", 24, True),
        ("5", "is", 5, True), ("5", "is", 4, False), ("3–5", "is", 4, None), ("3–5", "is", 6, False),
        ("5", "is", "5", True),
        ("Yes", "is", "yes", True), ("Yes", "is", 1, True), ("No", "is", "yes", False),
        ("Robotics", "is", "robotics", True), ("Robotics", "is", "vision", False), ("Robotics", "at_most", 5, None),
        ("Deep learning", "contains", "LEARNING", True), ("Deep learning", "contains", "learn", False),
        ("C++ and R", "contains", "r", True), ("5", "at_most", "many", None), ("–", "contains", "x", None),
        ("–", "is", "x", None), ("2026-05-25", "at_least", 20260101, True),
    ],
)  # fmt: skip
def test_a_cell_tells_yes_no_or_nothing(
    text: str, operator: Operator, value: float | str, expected: bool | None
) -> None:
    assert told(text, operator, value) is expected


def test_a_cell_about_something_else_tells_nothing() -> None:
    cell = read_cell("5", Column("X", "x", period="total"))
    assert meets_cell(cell, Condition("y", "at_most", 9)) is None
    assert meets_cell(cell, Condition("x", "at_most", 9, period="year")) is None
    assert meets_cell(cell, Condition("x", "at_most", 9, residency="in-state")) is None


ENDS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted)


@given(ENDS, st.booleans(), st.integers(0, 20), st.sampled_from(["at_most", "below", "at_least", "above"]))
def test_a_range_tells_only_what_holds_for_all_of_it(
    ends: list[int], more: bool, value: int, operator: Operator
) -> None:
    verdicts = {told(str(number), operator, value) for number in range(ends[0], 99 if more else ends[1] + 1)}
    expected = verdicts.pop() if len(verdicts) == 1 else None
    assert told(f"{ends[0]}–{ends[1]}" + "+" * more, operator, value) in {expected} | ({None} if more else set())


def test_the_pieces_of_a_long_row_are_one_row_and_each_cell_knows_its_passage() -> None:
    cells = " | ".join(f"some {n} words of text" for n in range(9))
    body = f"# T\n| School | {' | '.join(f'Col {n}' for n in range(9))} |\n{'|---' * 10}|\n"
    chunks = cut(a_guide(body + f"| A | {cells} |\n| A | {cells} |\n"), WORDS, count_words, 32)
    first, second = read_rows(chunks).all
    assert (first.number, second.number) == (0, 1)
    assert [cell.column for cell in first.cells] == ["School", *(f"Col {n}" for n in range(9))]
    texts = {chunk.id: chunk.text for chunk in chunks}
    for row in (first, second):
        assert len(set(row.passages)) > 1
        assert row.chunk_id == row.passages[0]
        assert all(f"{cell.column}: {cell.text}" in texts[row.passage(cell)] for cell in row.cells)


def test_a_row_that_was_not_cut_is_cited_by_its_one_passage() -> None:
    row: Row = ROWS.all[0]
    assert {row.passage(cell) for cell in row.cells} == {row.chunk_id}

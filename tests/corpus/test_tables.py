"""What every table promises: each cell can be read by program, and an unknown one says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.corpus.reading import GUIDES, UNKNOWN, Table, sections, tables

MONEY = r"~?\$\d{1,3}(,\d{3})*(\.\d{2})?\+?"
NUMBER = r"~?\d+(\.\d+)?\+?"
KINDS = {
    "(USD": re.compile(rf"{MONEY}(–{MONEY})?"),
    "(%)": re.compile(r"~?\d+(\.\d+)?%"),
    "(out of 100)": re.compile(r"\d{1,2}(\.\d+)?|100"),
}
NUMBERS = {
    "Rank": re.compile(r"\d+"),
    "Credits": re.compile(rf"{NUMBER}(–{NUMBER})?|Variable"),
    "Core ML courses": re.compile(rf"{NUMBER}(–{NUMBER})?"),
    "Minimum GPA": re.compile(r"[0-4]\.\d+\+?"),
    "Programs counted": re.compile(r"\d+"),
}
CLOSED = {
    "Type": {"Public", "Private"},
    "ARTiBA accreditation": {"Yes", "No"},
}
EMPTY = {"", "-", "—", "--", "n/a", "na", "none given", "not given", "unknown", "?", "tbd", "nan"}

each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)


def pattern_for(header: str) -> re.Pattern[str] | None:
    by_unit = [pattern for unit, pattern in KINDS.items() if unit in header]
    return by_unit[0] if by_unit else NUMBERS.get(header)


def unreadable(table: Table) -> list[str]:
    found = []
    for index, header in enumerate(table.header):
        pattern = pattern_for(header)
        if pattern:
            wrong = [cell for cell in table.column(index) if cell != UNKNOWN and not pattern.fullmatch(cell)]
            found += [f"{table.place}: {header}: {cell}" for cell in wrong]
    return found


@each_guide
def test_a_table_is_rectangular(guide: Path) -> None:
    found = tables(guide)
    ragged = [table.place for table in found if {len(row) for row in (*table.rows, table.rule)} != {len(table.header)}]
    assert ragged == []


@each_guide
def test_a_table_has_a_rule_and_rows_beneath_its_header(guide: Path) -> None:
    found = tables(guide)
    bare = [t.place for t in found if not t.rows or not all(re.fullmatch(r":?-{3,}:?", cell) for cell in t.rule)]
    assert bare == []


@each_guide
def test_no_header_is_empty_or_stands_twice(guide: Path) -> None:
    found = tables(guide)
    assert [t.place for t in found if "" in t.header or len(set(t.header)) != len(t.header)] == []


@each_guide
def test_a_section_holds_at_most_one_table(guide: Path) -> None:
    places = [table.place for table in tables(guide)]
    assert sorted(set(places)) == sorted(places)


@each_guide
def test_a_table_is_introduced_by_a_sentence(guide: Path) -> None:
    bare = []
    for section in sections(guide):
        filled = [line for line in section.lines if line.strip()]
        if filled and filled[0].startswith("|"):
            bare.append(section.heading)
    assert bare == []


@each_guide
def test_an_unknown_cell_is_an_en_dash(guide: Path) -> None:
    wrong = [
        f"{table.place}: {row[0]}: {cell!r}"
        for table in tables(guide)
        for row in table.rows
        for cell in row
        if cell.casefold() in EMPTY
    ]
    assert wrong == []


@each_guide
def test_a_row_names_its_subject(guide: Path) -> None:
    assert [table.place for table in tables(guide) if UNKNOWN in table.column(0)] == []


@each_guide
def test_no_row_stands_twice_in_a_table(guide: Path) -> None:
    assert [table.place for table in tables(guide) if len(set(table.rows)) != len(table.rows)] == []


@each_guide
def test_money_percent_and_number_cells_parse(guide: Path) -> None:
    assert [line for table in tables(guide) for line in unreadable(table)] == []


@each_guide
def test_a_closed_column_holds_only_its_choices(guide: Path) -> None:
    wrong = [
        f"{table.place}: {cell}"
        for table in tables(guide)
        for index, header in enumerate(table.header)
        if header in CLOSED
        for cell in set(table.column(index)) - CLOSED[header] - {UNKNOWN}
    ]
    assert wrong == []


@each_guide
def test_a_price_column_says_total_year_or_credit(guide: Path) -> None:
    tuition = [header for table in tables(guide) for header in table.header if "tuition" in header.casefold()]
    assert [header for header in tuition if not re.search(r"total|per credit|per year|median", header, re.I)] == []

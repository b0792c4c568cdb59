"""A cell is read as the value it gives, with its hedges; what gives none stays text or unknown."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cells.cell import UNKNOWN, Cell, read_cell
from index.cells.columns import Column, read_column
from index.vocabulary import Vocabulary
from index.words.units import Unit

PLAIN = Column("X", "x")
GRE = Column(
    "GRE",
    "gre",
    unit="choice",
    values={
        "required": ("mandatory",),
        "not required": ("no gre", "none"),
        "optional": ("optional but not required",),
        "recommended": (),
    },
)
DELIVERY = Column("Delivery", "delivery", unit="choice", values={"online": ("remote",), "campus": ("on-campus",)})


def value(text: str, column: Column = PLAIN) -> tuple[Unit, float | None, float | None]:
    cell = read_cell(text, column)
    return cell.unit, cell.value, cell.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$31,500", ("money", 31_500, None)),
        ("$7K", ("money", 7_000, None)),
        ("US$ 7.5 thousand", ("money", 7_500, None)),
        ("$1.5 million", ("money", 1_500_000, None)),
        ("7,000 USD", ("money", 7_000, None)),
        ("$13,604.98", ("money", 13_604.98, None)),
        ("$130,000–$220,000", ("money", 130_000, 220_000)),
        ("$35K - $70K", ("money", 35_000, 70_000)),
        ("$7–10K", ("money", 7_000, 10_000)),
        ("$500–1K", ("money", 500, 1_000)),
        ("$60,000 to $80,000", ("money", 60_000, 80_000)),
        ("between $5 and $6", ("money", 5, 6)),
        ("from $5 to $6", ("money", 5, 6)),
        ("up to $5,250", ("money", None, 5_250)),
        ("under $15,000", ("money", None, 15_000)),
        ("$20,000 or less", ("money", None, 20_000)),
        ("98%", ("percent", 98, None)),
        ("-3.5 %", ("percent", -3.5, None)),
        ("5 to 10 percent", ("percent", 5, 10)),
        ("34% (much faster than average)", ("percent", 34, None)),
        ("30", ("number", 30, None)),
        ("1,234.5", ("number", 1_234.5, None)),
        ("3–4", ("number", 3, 4)),
        ("3.0", ("number", 3, None)),
        ("16 months", ("duration", 16, None)),
        ("1.5–2 years", ("duration", 18, 24)),
        ("two to three years", ("duration", 24, 36)),
        ("a year", ("duration", 12, None)),
        ("an 18-month program", ("text", None, None)),
        ("18-month", ("duration", 18, None)),
        ("2–3 semesters full-time", ("duration", 12, 18)),
        ("1 year to 18 months", ("duration", 12, 18)),
        ("16 months (3–4 semesters)", ("duration", 16, None)),
        ("52 weeks", ("duration", 12, None)),
        ("2026-05-25", ("date", 20260525, None)),
        ("May 25, 2026", ("date", 20260525, None)),
        ("25 Sept 2026", ("date", 20260925, None)),
        ("February 2024", ("date", 20240201, 20240229)),
        ("Yes", ("choice", 1, None)),
        ("No (waived)", ("choice", 0, None)),
        ("Variable", ("text", None, None)),
        ("$24,000 / $54,060", ("text", None, None)),
        ("2 years full-time, 3 years part-time", ("text", None, None)),
        ("$500 off", ("text", None, None)),
        ("2024–25", ("text", None, None)),
        ("1,2", ("text", None, None)),
        ("3D", ("text", None, None)),
        ("€500", ("text", 500, None)),
        ("$5–10%", ("text", None, None)),
        ("30 February 2024", ("text", None, None)),
        ("9" * 400, ("text", None, None)),
        ("Nonstop", ("text", None, None)),
    ],
)
def test_a_text_is_read_as_the_value_it_gives(text: str, expected: tuple[Unit, float | None, float | None]) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text", ["~$7,000", "about $7K", "approx. $7,000", "≈7", "roughly 30", "7 approx.", "3 semesters"]
)
def test_about_is_kept(text: str) -> None:
    assert read_cell(text, PLAIN).about


@pytest.mark.parametrize(
    "text",
    [
        "$75k+",
        "5+",
        "5+%",
        "5%+",
        "at least 3.0",
        "3.3 or higher",
        "from $5,000",
        "over $6",
        "1 year minimum",
        "2+ years",
    ],
)
def test_or_more_is_kept(text: str) -> None:
    cell = read_cell(text, PLAIN)
    assert cell.or_more
    assert cell.value is not None


def test_a_range_may_be_open_above() -> None:
    cell = read_cell("$130,000–$220,000+", PLAIN)
    assert (cell.value, cell.high, cell.or_more) == (130_000, 220_000, True)


@pytest.mark.parametrize(
    "text", ["", " ", "–", "—", "-", "--", "N/A", "n.a.", "Unknown", "not given", "Not available", "TBD", "?"]
)
def test_nothing_given_is_unknown(text: str) -> None:
    cell = read_cell(text, replace(PLAIN, unit="money", period="year", residency="in-state"))
    assert cell.text == UNKNOWN
    assert not cell.known
    assert (cell.unit, cell.value, cell.period, cell.residency) == ("money", None, "year", "in-state")


@pytest.mark.parametrize("text", ["None", "No", "0", "Not required", "-5"])
def test_a_value_that_looks_like_nothing_is_known(text: str) -> None:
    assert read_cell(text, PLAIN).known


def test_the_header_decides_what_a_bare_number_is() -> None:
    headers = {
        "Rate (%)": "percent",
        "Pay (USD)": "money",
        "Score (out of 100)": "number",
        "Length (years)": "duration",
    }
    for header, unit in headers.items():
        assert value("98", read_column(header, Vocabulary())) == (unit, 98 * (12 if unit == "duration" else 1), None)


def test_the_text_knows_better_than_the_header() -> None:
    assert value("$5", replace(PLAIN, unit="percent")) == ("money", 5, None)
    assert value("2 years", replace(PLAIN, unit="number")) == ("duration", 24, None)
    cell = read_cell("$1,050 per credit, in-state", replace(PLAIN, unit="money", period="total"))
    assert (cell.value, cell.period, cell.residency) == (1_050, "credit", "in-state")


def test_a_counted_thing_counts_under_a_number_header_alone() -> None:
    assert value("30 credits", replace(PLAIN, unit="number")) == ("number", 30, None)
    assert value("30 credits") == ("text", None, None)
    assert value("5", replace(PLAIN, unit="duration")) == ("text", None, None)


def test_a_year_is_a_date_under_a_date_header_alone() -> None:
    assert value("2026", replace(PLAIN, unit="date")) == ("date", 20260101, 20261231)
    assert value("2026") == ("number", 2026, None)


def test_a_text_column_stays_text() -> None:
    assert value("3–4", replace(PLAIN, unit="text")) == ("text", None, None)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Required", ("required",)),
        ("Not required", ("not required",)),
        ("NO GRE", ("not required",)),
        ("Optional but not required", ("optional",)),
        ("Recommended for international students", ("recommended",)),
        ("Optional; mandatory for transfers", ("required", "optional")),
        ("Waived", ()),
        ("Unrequired", ()),
    ],
)
def test_a_choice_is_the_vocabularys_by_its_longest_words(text: str, choices: tuple[str, ...]) -> None:
    cell = read_cell(text, GRE)
    assert (cell.unit, cell.choices) == ("choice", choices)
    assert cell.choice == (choices[0] if choices else None)


def test_a_cell_may_hold_two_choices() -> None:
    assert set(read_cell("Online and campus", DELIVERY).choices) == {"online", "campus"}


def test_a_choice_without_listed_values_is_its_own_words() -> None:
    assert read_cell("Public", Column("Type", "type", unit="choice")).choices == ("public",)


# --- round trips, and no crash ---

AMOUNTS = st.integers(0, 10**9).map(lambda cents: cents / 100)
NUMBERS = st.integers(-(10**6), 10**6) | st.integers(0, 10**7).map(lambda n: n / 1000)
PAIRS = st.tuples(AMOUNTS, AMOUNTS).map(lambda pair: (min(pair), max(pair)))
DASHES = st.sampled_from(["–", "-", " – ", " to ", "—", " - "])
HEDGES = st.sampled_from([("", False), ("~", True), ("about ", True), ("approx. ", True)])


def money(amount: float) -> str:
    return f"${amount:,.2f}".removesuffix(".00")


@given(AMOUNTS, HEDGES, st.booleans())
def test_money_comes_back(amount: float, hedge: tuple[str, bool], more: bool) -> None:
    cell = read_cell(hedge[0] + money(amount) + "+" * more, PLAIN)
    assert (cell.unit, cell.value, cell.high) == ("money", amount, None)
    assert (cell.about, cell.or_more) == (hedge[1], more)


@given(st.integers(0, 999_999), st.sampled_from("kK"))
def test_thousands_come_back(thousands: int, letter: str) -> None:
    assert value(f"${thousands}{letter}") == ("money", thousands * 1000, None)


@given(PAIRS, DASHES, st.booleans())
def test_a_range_of_money_comes_back(pair: tuple[float, float], dash: str, more: bool) -> None:
    cell = read_cell(money(pair[0]) + dash + money(pair[1]) + "+" * more, PLAIN)
    assert (cell.unit, cell.value, cell.high, cell.or_more) == ("money", *pair, more)


@given(NUMBERS)
def test_numbers_and_percents_come_back(number: float) -> None:
    assert value(f"{number}") == ("number", number, None)
    assert value(f"{number:,}") == ("number", number, None)
    assert value(f"{number}%") == ("percent", number, None)


@given(PAIRS, DASHES)
def test_a_range_of_numbers_comes_back(pair: tuple[float, float], dash: str) -> None:
    assert value(f"{pair[0]}{dash}{pair[1]}") == ("number", *pair)
    assert value(f"{pair[0]}{dash}{pair[1]}%") == ("percent", *pair)


@given(
    st.integers(0, 400), st.integers(0, 400), DASHES, st.sampled_from([("months", 1), ("years", 12), ("semesters", 6)])
)
def test_a_length_comes_back_in_months(one: int, other: int, dash: str, measure: tuple[str, int]) -> None:
    low, high = sorted((one / 2, other / 2))
    name, months = measure
    assert value(f"{low:g} {name}") == ("duration", low * months, None)
    assert value(f"{low:g}{dash}{high:g} {name}") == ("duration", low * months, high * months)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%B %d, %Y", "%d %b %Y"]))
def test_a_day_comes_back(day: date, form: str) -> None:
    assert value(day.strftime(form)) == ("date", int(day.strftime("%Y%m%d")), None)


COLUMNS = st.sampled_from(
    [PLAIN, GRE, DELIVERY, *(replace(PLAIN, unit=u) for u in ("money", "number", "date", "duration"))]
)
PARTS = st.sampled_from(
    ["$", "5", "–", "-", " ", "%", "k", "+", "year", "to", ",", ".", "~", "(", ")", "usd", "and", "²", "x"]
)


@given(st.text() | st.lists(PARTS).map("".join), COLUMNS)
def test_no_text_crashes_and_every_text_is_kept(text: str, column: Column) -> None:
    cell = read_cell(text, column)
    assert cell.text in (text.strip(), UNKNOWN)
    assert isinstance(cell, Cell)
    if cell.value is not None and cell.high is not None:
        assert cell.value <= cell.high


@given(st.text())
def test_no_header_crashes(header: str) -> None:
    assert read_column(header, Vocabulary()).header == header

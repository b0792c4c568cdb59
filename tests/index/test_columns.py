"""A header says what the cells below it mean, with a vocabulary and without one."""

import pytest

from index.cells.columns import plain_header, read_column
from index.vocabulary import Attribute, Vocabulary

WORDS = Vocabulary(
    attributes={
        "price": Attribute("price", "money", periods=("total", "year"), headers=("total tuition", "tuition per year")),
        "mean_price": Attribute("mean price", "money", headers=("total tuition on average",)),
        "salary": Attribute("salary", "money", periods=("year",), headers=("typical salary",)),
        "grade": Attribute("grade", "gpa", headers=("minimum gpa",)),
        "gre": Attribute("GRE", "choice", headers=("gre",), values={"required": ("needed",)}),
        "program": Attribute("program", "text", headers=("program",)),
    }
)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Total tuition in-state (USD)", ("tuition", "money", "total", "in-state")),
        ("Tuition per credit out-of-state (USD)", ("tuition", "money", "credit", "out-of-state")),
        ("Non-resident tuition per semester ($)", ("tuition", "money", "semester", "out-of-state")),
        ("Resident tuition", ("tuition", None, None, "in-state")),
        ("Annual tuition", ("tuition", None, "year", None)),
        ("Tuition for the full program", ("tuition", None, "total", None)),
        ("Price per credit hour", ("price", None, "credit", None)),
        ("Cost/course (US dollars)", ("cost", "money", "course", None)),
        ("Typical salary (USD per year)", ("typical salary", "money", "year", None)),
        ("Pay, monthly", ("pay", None, "month", None)),
        ("Wage (USD/hour)", ("wage", "money", "hour", None)),
        ("Hours a week", ("hours", None, "week", None)),
        ("Total cost per year", ("cost", None, "year", None)),
        ("Growth 2024–2034 (%)", ("growth 2024–2034", "percent", None, None)),
        ("Score (out of 100)", ("score", "number", None, None)),
        ("Coursework (hours)", ("coursework", "number", None, None)),
        ("Length (months)", ("length", "duration", None, None)),
        ("Best for", ("best for", None, None, None)),
        ("Percentile", ("percentile", None, None, None)),
        ("Total (USD)", ("total", "money", "total", None)),
        ("Per year", ("per year", None, "year", None)),
        ("", ("", None, None, None)),
    ],
)
def test_a_header_is_read_without_a_vocabulary(header: str, expected: tuple[str | None, ...]) -> None:
    column = read_column(header, Vocabulary())
    assert (column.attribute, column.unit, column.period, column.residency) == expected
    assert column.header == header


def test_the_vocabulary_names_the_attribute_by_its_longest_phrase() -> None:
    assert read_column("Total tuition in-state (USD)", WORDS).attribute == "price"
    assert read_column("Total tuition on average (USD)", WORDS).attribute == "mean_price"
    assert read_column("In-state tuition", WORDS).attribute == "price"  # the same made plain
    assert read_column("Top program", WORDS).attribute == "top program"
    assert read_column("Programs counted", WORDS).attribute == "programs counted"


def test_the_vocabulary_gives_unit_and_period_where_the_header_does_not() -> None:
    salary = read_column("Typical salary", WORDS)
    assert (salary.unit, salary.period) == ("money", "year")
    price = read_column("Total tuition", WORDS)
    assert (price.unit, price.period) == ("money", "total")
    assert read_column("Tuition", WORDS).period is None  # of two periods none is guessed
    assert read_column("Minimum GPA", WORDS).unit == "number"
    assert read_column("GRE (%)", WORDS).unit == "percent"  # the header knows best
    assert read_column("GRE", WORDS).values == {"required": ("needed",)}


def test_a_header_made_plain_is_a_kind_of_subject() -> None:
    assert plain_header("School") == "school"
    assert plain_header("State") == "state"
    assert plain_header("ML role:") == "ml role"

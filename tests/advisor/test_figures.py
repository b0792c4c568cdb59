"""Every way that people and guides write a figure is read as the same value and unit."""

import pytest

from advisor.proving.figures import codes, figures

READ: dict[str, tuple[tuple[float, ...], str]] = {
    "$31,500": ((31500,), "money"),
    "$7K": ((7000,), "money"),
    "$1.5 million": ((1_500_000,), "money"),
    "USD 500": ((500,), "money"),
    "7,000 dollars": ((7000,), "money"),
    "$220,000+": ((220000,), "money"),
    "~$7,000": ((7000,), "money"),
    "$130,000–$190,000": ((130000, 190000), "money"),
    "$130-190K": ((130000, 190000), "money"),
    "50,000 dollars to 55,000 dollars": ((50000, 55000), "money"),
    "98%": ((98,), "percent"),
    "98 percent": ((98,), "percent"),
    "12.5 %": ((12.5,), "percent"),
    "ninety percent": ((90,), "percent"),
    "60–70%": ((60, 70), "percent"),
    "15% to 34%": ((15, 34), "percent"),
    "3–4": ((3, 4), "number"),
    "2 to 3 years": ((2, 3), "year"),
    "1.5-2 years": ((1.5, 2), "year"),
    "two years": ((2,), "year"),
    "2-year": ((2,), "year"),
    "two and a half years": ((2.5,), "year"),
    "2½ years": ((2.5,), "year"),
    "16 months": ((16,), "month"),
    "three to four semesters": ((3, 4), "semester"),
    "one or two courses": ((1, 2), "course"),
    "six core courses": ((6,), "course"),
    "a dozen courses": ((12,), "course"),
    "45-credit": ((45,), "credit"),
    "3 credit hours": ((3,), "credit"),
    "15–25 hours": ((15, 25), "hour"),
    "twice": ((2,), "times"),
    "a tenfold gap": ((10,), "times"),
    "half of it": ((0.5,), "times"),
    "3.0": ((3,), "number"),
    "#3": ((3,), "number"),
    "3rd": ((3,), "number"),
    "ranked third": ((3,), "number"),
    "54k": ((54000,), "number"),
    "May 25, 2026": ((20260525,), "date"),
    "25 May 2026": ((20260525,), "date"),
    "2026-05-25": ((20260525,), "date"),
    "5/25/2026": ((20260525,), "date"),
    "May 2026": ((20260500,), "date"),
    "2021": ((20210000,), "date"),
    "Fall 2026": ((20262300,), "date"),
    "2024–2034": ((20240000, 20340000), "date"),
    "2024-25": ((20240000, 20250000), "date"),
}


@pytest.mark.parametrize("text", READ)
def test_a_figure_is_read_with_its_value_and_unit(text: str) -> None:
    (found,) = figures(f"It says {text}, more or less.")
    assert (found.values, found.unit) == READ[text]
    assert found.text in text
    assert f"It says {text}, more or less."[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "It takes one of the courses [1][12].",
        "Take CS7641 or CS 229 first.",
        "Written in the 1st-person form.",
        "1. Apply early",
        "You may apply, one hopes, in second place of importance to none.".replace("second place", "a second"),
    ],
)
def test_marks_codes_and_list_numbers_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_code_is_known_so_that_it_cannot_be_changed() -> None:
    assert [code.text for code in codes("Take CS7641 or CS 229, GRE 320, in BLS OES 2024.")] == ["CS7641", "CS 229"]


def test_a_digit_inside_a_name_belongs_to_the_name() -> None:
    assert [(name.text, name.unit) for name in figures("a top-10 school, GPT-4 and 3D vision")] == [
        ("top-10", "name"),
        ("GPT-4", "name"),
        ("3D", "name"),
    ]


def test_a_label_gives_its_figures_unit_period_and_bound() -> None:
    row = (
        "Coursework (hours): 30; Growth (%): 34; Tuition per credit (USD): $1,050; Total tuition: $9; Minimum GPA: 3.0"
    )
    assert [(one.values[0], one.unit, one.period, one.bound) for one in figures(row)] == [
        (30, "hour", None, None),
        (34, "percent", None, None),
        (1050, "money", "credit", None),
        (9, "money", "total", None),
        (3, "number", None, "low"),
    ]


def test_periods_and_bounds_are_read_from_the_words_around() -> None:
    text = "$900 a credit, 15 hours per week, $7,000 in total, at least 3.0, under $40,000, 5+ years, $75,000 or more"
    assert [(one.period, one.bound, one.plus) for one in figures(text)] == [
        ("credit", None, False),
        ("week", None, False),
        ("total", None, False),
        (None, "low", False),
        (None, "high", False),
        (None, None, True),
        (None, "low", False),
    ]


def test_two_alternatives_in_money_are_two_figures() -> None:
    assert [one.values for one in figures("$13,604 or $26,969")] == [(13604,), (26969,)]


def test_a_year_and_months_are_not_one_range() -> None:
    assert [(one.values, one.unit) for one in figures("1 year to 16 months")] == [((1,), "year"), ((16,), "month")]


def test_a_letter_on_the_next_line_is_no_scale() -> None:
    assert [figure.values for figure in figures("Admission test: TEAS 62\nK. Osei")] == [(62.0,)]

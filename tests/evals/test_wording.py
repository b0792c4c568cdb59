"""Facts are found as a reader finds them: figures whole, words from their beginning, typography aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.equations import holds
from evals.wording import figures, plain, says, values, word_count


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("It costs ~$7,000 in total [1].", "$7,000"),
        ("It costs $7,000 [1][2] in total.", "$7,000 in total"),
        ("1.5–2 years", "1.5-2 years"),
        ("The GRE isn’t required", "isn't required"),
        ("BRIDGES are offered", "bridge"),
        ("30 credits.", "30"),
        ("a GPA of 3.0.", "3.0"),
    ],
)
def test_what_is_said_is_found(text: str, form: str) -> None:
    assert says(plain(text), form)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("130 credits", "30"),
        ("$30,000 in total", "30"),
        ("$7,0001", "$7,000"),
        ("30.5 credits", "30"),
        ("2.30 points", "30"),
        ("30k a year", "30"),
        ("unrequired", "required"),
    ],
)
def test_a_part_of_another_figure_or_word_is_not_what_is_said(text: str, form: str) -> None:
    assert not says(plain(text), form)


def test_figures_are_numbers_however_they_are_written() -> None:
    assert values("60 thousand") == {60_000}
    assert values("$31.5k, 31,500 and 31,500.00; B2B, 3–4, 2.5%") == {31500, 2, 3, 4, 2.5}


def test_numbers_inside_names_are_not_stated() -> None:
    text = "COVID-19, CS2023, 3D vision, B2B and the top 10"
    assert figures(text) == frozenset()
    assert values(text) == {19, 2023, 3, 2, 10}
    assert figures("10 schools, 2023, 1.5–2 years and 30%") == {10, 2023, 1.5, 2, 30}


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_figure_is_found_only_as_itself(said: int, looked_for: int) -> None:
    assert says(plain(f"It is ${said:,} in all"), f"${looked_for:,}") == (said == looked_for)


def test_words_are_counted_as_a_reader_does() -> None:
    assert word_count("Two words [1].\n\n- three more here – yes\n| a | table |") == 6


@pytest.mark.parametrize(
    "formula",
    [
        "12 × 3 × $900 = $32,400",
        "2 years × $66,640 = $133,280",
        "$21,000 ÷ 32 credits = $656.25",
        "32 credits × $2,070 = $66,240; $66,240 − $64,640 = $1,600",
        "($1 + $2) ÷ 2 = $1.50",
        "20% × $1,000 = $200",
        "1 ÷ 8 = 13%",
        "$100,000 ÷ $30,000 = 3.3",
        "$7 ÷ 3 ≈ $2.33",
    ],
)
def test_true_equations_hold(formula: str) -> None:
    assert holds(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "3 of 17",
        "2 × 3 = 7",
        "1 ÷ 8 = 60%",
        "2 × 3 = 6; 2 × 2 = 5",
        "1 ÷ 0 = 0",
        "x = x",
        "2 ** 3 = 8",
        "__import__('os') = 1",
    ],
)
def test_anything_else_does_not(formula: str) -> None:
    assert not holds(formula)

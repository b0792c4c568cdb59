"""A formula is worked out again, and one that does not hold is known."""

import pytest

from advisor.proving.formulas import FormulaError, read_formula


@pytest.mark.parametrize(
    "formula",
    [
        "12 × 3 × $900 = $32,400",
        "12 × 3 × $900 = 36 × $900 = $32,400",
        "30 credits × $1,437.33 = $43,119.90",
        "$616,942 ÷ 8 = $77,117.75",
        "$140,000 ÷ $45,000 = 3.1 years",
        "$54,000 ÷ (2 years × 12 months) = $2,250 a month",
        "$22,500 − 2 × $5,250 = $12,000",
        "½ × $31,500 = $15,750",
        "20% × $50,000 = $10,000",
        "$31,500 − 20% × $31,500 = $25,200",
        "$12,000 ÷ $62,260 ≈ 19%",
        "$10 ÷ 3 ≈ $3.33",
        "$10 ÷ 3 ≈ $3",
        "12 x 3 * 9 / 4 = 81",
        "1 - 2 = -1",
    ],
)
def test_a_true_formula_holds(formula: str) -> None:
    assert read_formula(formula).holds


@pytest.mark.parametrize(
    "formula",
    [
        "12 × 3 × $900 = $32,401",
        "12 × 3 × $900 = 32,400",
        "12 × 3 × $900 = 32,400%",
        "12 × 3 × $900 = 35 × $900 = $32,400",
        "$3 × $4 = $12",
        "10 ÷ 3 = 3",
        "$10 ÷ 3 = $3.3333",
        "$12,000 ÷ $62,260 = 20%",
    ],
)
def test_a_false_formula_does_not_hold(formula: str) -> None:
    assert not read_formula(formula).holds


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "5 of 12 rows",
        "$5",
        "$5 + 3 = $8",
        "1 ÷ 0 = 3",
        "(" * 50 + "1" + ")" * 50 + " = 1",
        "1 = 1; 2",
        "__import__('os') = 1",
    ],
)
def test_what_is_no_formula_is_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        read_formula(formula)


def test_inputs_and_results_are_told_apart() -> None:
    formula = read_formula("12 × 3 × $900 = $32,400")
    assert [(one.value, one.unit) for one in formula.inputs] == [(12, "number"), (3, "number"), (900, "money")]
    assert [one.value for one in formula.derived] == [32400]

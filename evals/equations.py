"""Whether shown arithmetic holds, worked out anew and without the adviser's own code."""

import ast
import operator
import re
from collections.abc import Callable, Mapping

SIGNS = str.maketrans({"×": "*", "−": "-", "÷": "/", "–": "-", "$": "", ",": "", "~": ""})
WORKED: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip


def holds(formula: str) -> bool:
    """Whether every equation of a formula ("3 × $900 = $2,700; …") is true, but for rounding."""
    equations = [part for part in formula.split(";") if part.strip()]
    return bool(equations) and all(_is_true(equation) for equation in equations)


def _is_true(equation: str) -> bool:
    first, *others = equation.replace("≈", "=").split("=")
    worked = _result(first)
    stated = [(_result(side), _half_a_step(side)) for side in others]
    return (
        worked is not None
        and bool(stated)
        and all(side is not None and abs(worked - side) <= step for side, step in stated)
    )


def _half_a_step(side: str) -> float:
    """As far as rounding to the decimals that are shown may lead astray."""
    decimals = re.search(r"\.(\d+)", side)
    step = 0.5000001 * 10 ** -float(len(decimals[1]) if decimals else 0)
    return step / 100 if "%" in side else step


def _result(side: str) -> float | None:
    bare = re.sub(r"(\d(?:[\d.]*\d)?)\s?%", r"(\1/100)", side.translate(SIGNS))
    bare = re.sub(r"[A-Za-z][A-Za-z'-]*", "", bare)
    try:
        return _worked(ast.parse(bare.strip(), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def _worked(node: ast.expr) -> float:
    match node:
        case ast.Constant(int() | float() as value):
            return float(value)
        case ast.BinOp(left, sign, right) if type(sign) in WORKED:
            return WORKED[type(sign)](_worked(left), _worked(right))
        case ast.UnaryOp(ast.USub(), inner):
            return -_worked(inner)
    raise ValueError("more than the four operations")

"""Which messages ask, and what for."""

import pytest

from advisor.understanding.acts import HOPE
from advisor.understanding.segments import asks


@pytest.mark.parametrize(
    "part",
    [
        "im 41 and want to switch careers is it too late",
        "thesis or no thesis if i want to work in industry",
        "my gpa is bad can i still apply",
    ],
)
def test_a_question_is_heard_inside_a_statement(part: str) -> None:
    assert asks(part)


@pytest.mark.parametrize("part", ["i work in a hospital lab", "my budget is 20k", "i wont take the gre, period"])
def test_a_remark_asks_nothing(part: str) -> None:
    assert not asks(part)


@pytest.mark.parametrize("part", ["any hope?", "too late to switch?", "what are my chances"])
def test_hope_alone_asks_about_getting_in(part: str) -> None:
    assert HOPE.search(part)

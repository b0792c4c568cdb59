"""Questions that are counted out are cut at their marks, and nothing else is."""

import pytest

from advisor.understanding.enumerated import on_lines

COUNTED = {
    "1) price 2) gre 3) length": ["price", "gre", "length"],
    "1. what is it 2. what gpa 3. deadline": ["what is it", "what gpa", "deadline"],
    "tell me a) the price b) if its async": ["tell me", "the price", "whether its async"],
    "three questions: (1) price? (2) gre?": ["price?", "gre?"],
    "1. price\n2. gre": ["price", "gre"],
}
WHOLE = [
    "my gpa is 3. can i get in",
    "i have a 3.2 and 2) nothing",
    "plan b. is it good",
    "12 courses at 3. credits",
    "what is the M.S. a. good for",
    "",
]


@pytest.mark.parametrize("message", COUNTED)
def test_every_counted_item_is_a_line(message: str) -> None:
    assert on_lines(message).split("\n") == COUNTED[message]


@pytest.mark.parametrize("message", WHOLE)
def test_a_message_that_counts_nothing_out_stays_whole(message: str) -> None:
    assert on_lines(message) == message

"""Sentences are told apart where a thought ends, and no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "An M.S. in Computer Science (e.g. at a U.S. school) takes 1.5 years.|It costs $31,500.50 in total.",
        "A Ph.D. program is longer.|Dr. Smith vs. Prof. J. Jones said so.",
        "He lives in the U.S.|The program is online.",
        "She has an M.S.|It took her two years.",
        "No.|AIFwD points out that schools differ.",
        "See no. 5 and approx. 30 credits, i.e. ten courses.",
        'Is it "worth it?"|Yes!|It is (mostly.)|Ask again.',
        "Fees, books, etc.|These come on top.",
        "Fees, books, etc. come on top.",
        "A GPA of 3.0 counts.|3.3 is better.",
        "St. Louis and Mt. Holyoke.|Students like both...|Really?!|Yes.",
        "It ends in Dec. 2026.|~$7,000 is the price.",
        "Version 2.0.|“Quoted.”|(In brackets.)|– A dash.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_say(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


def test_every_line_is_cut_for_itself() -> None:
    assert sentences("You send:\n- a form.\n- a letter\n\nNothing else.") == [
        "You send:", "- a form.", "- a letter", "Nothing else.",
    ]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("aB. ?!\n\"')M9e$–")) | st.text())
def test_no_letter_is_lost(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() != "" for sentence in found)

"""An open question is read and searched by the words that ask it."""

import pytest

from advisor.answering.trimming import WONDERS
from advisor.understanding.acts import ANYBODY, OF_SET, OPEN, UNIT, YOU
from advisor.understanding.context import with_context
from advisor.understanding.mending import mended, word_meant
from advisor.understanding.mentions import find_mentions
from advisor.understanding.segments import split
from advisor.understanding.understand import EVEN
from index.searching.names import Names
from tests.advisor.world import is_common, world

KNOWN = world()[0]


def _mended(text: str) -> str:
    return mended(text, find_mentions(text, KNOWN.lexicon, is_common), KNOWN, is_common)


@pytest.mark.parametrize(
    ("typed", "word"), [("salry", "salary"), ("backgrnd", "background"), ("prereqs", "prerequisites"), ("zebra", None)]
)
def test_a_slip_and_an_abbreviation_are_mended_to_the_guides_words(typed: str, word: str | None) -> None:
    assert word_meant(typed, frozenset({"salary", "background", "prerequisites", "ground"})) == word


def test_short_words_of_every_day_are_written_out() -> None:
    assert _mended("straight frm college").startswith("straight from")


def test_a_name_stays_as_it_was_typed() -> None:
    assert "Kestrl" in _mended("Kestrl Yachting")


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("I have an offer, which is wonderful.", ["I have an offer, which is wonderful."]),
        ("When they pay, do I have to stay?", ["When they pay, do I have to stay?"]),
        ("which math do i need, im scared of it", ["which math do i need", "im scared of it"]),
        ("An M.S. in sailing or rowing?", ["An M.S. in sailing or rowing?"]),
    ],
)
def test_a_clause_that_asks_nothing_is_no_question_of_its_own(message: str, parts: list[str]) -> None:
    assert split(message) == parts


def test_a_question_that_points_back_is_searched_with_what_it_points_at() -> None:
    parts = ["The school makes me choose a boat.", "Which one is best?"]
    assert with_context(parts, KNOWN) == [parts[0], " ".join(parts)]


def test_a_question_that_stands_alone_is_searched_alone() -> None:
    parts = ["I turn forty in spring.", "How many boats does the swimming school own?"]
    assert with_context(parts, KNOWN) == parts


@pytest.mark.parametrize("text", ["is an online degree worth it", "ok 4 online ml?", "will it get me anywhere"])
def test_a_condition_in_passing_asks_for_no_set(text: str) -> None:
    assert OPEN.match(text)
    assert not OF_SET.search(text)


@pytest.mark.parametrize("text", ["which are online", "are there any online ones", "show me the online ones"])
def test_a_set_is_asked_for_in_words(text: str) -> None:
    assert OF_SET.search(text)


def test_how_many_years_counts_no_set() -> None:
    assert UNIT.match(" years does it take")
    assert not UNIT.match(" schools are online")


def test_you_may_be_anybody() -> None:
    assert not YOU.search(ANYBODY.sub(" ", "is it common that the place you work for pays"))
    assert not YOU.search(ANYBODY.sub(" ", "can you really get a job with this"))
    assert YOU.search(ANYBODY.sub(" ", "which school do you get paid for"))
    assert YOU.search(ANYBODY.sub(" ", "can you get me a list"))


def test_even_behind_a_verb_is_dropped_and_breaking_even_is_not() -> None:
    assert EVEN.sub(r"\1", "is this degree even for me, can i even") == "is this degree for me, can i"
    assert EVEN.sub(r"\1", "when does it break even") == "when does it break even"
    assert EVEN.sub(r"\1", "should i even if its far") == "should i even if its far"


def test_wondering_asks_for_nothing_by_itself() -> None:
    assert WONDERS.match("but what if I change my mind?")


def test_what_is_named_in_passing_is_spelled_in_plain_words() -> None:
    names = Names({"degree": {"MS in Rowing": ["rowing degree", "RW", "rowing"]}}, ["degree"])
    assert names.spell_out("rw masters") == "rowing degree masters"
    assert names.spell_out("a rowing degree") == "a rowing degree"

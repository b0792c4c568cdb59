"""Sentences as models write them, true and false, held against the passages that they mark.

Measured when the wall was built, and printed by `pytest -s`. `broken` were written to break it and it was mended on them; `blind`
were written by somebody who had not seen it; the true ones of one half, and then all false ones that passed, were looked at, and
words of the same meaning and pairs of opposites were added for them, so that the figures for them are kinder than for new ones. What is
refused in vain costs a turn of phrase, for the embedded writer says it then; what is shown in vain misleads. So the wall leans to
one side, and how far is said here.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor.composing.claims import LeftOut, Proving
from advisor.composing.evidence import Evidence
from advisor.composing.naming import Naming
from advisor.shelf import Shelf, Shelves
from index.bootstrap import Library

FILE = Path(__file__).with_name("model_sentences.jsonl")
MANY = 10_000_000
MOST_FALSE = {"broken": 18, "blind": 9}  # shown, of 165 and 120
LEAST_TRUE = {"broken": 10, "blind": 56}  # shown, of 19 and 120


@dataclass(frozen=True)
class Sentence:
    """A sentence whose marks are the beginnings of passages: {School: Purdue University}."""

    text: str
    holds: bool
    kind: str
    set: str


SENTENCES = [Sentence(**json.loads(line)) for line in FILE.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def shown(library: Library) -> Callable[[Sentence], bool]:
    shelf: Shelf = Shelves(library).current()
    evidence = Evidence.of(shelf, MANY)
    chunks = shelf.edition.chunks
    numbers = dict(zip(chunks, evidence.add(chunks), strict=True))

    def number(begins: str) -> int:
        found = (numbers[one.id] for one in chunks.values() if one.text.startswith(begins.replace(" / ", "\n")))
        return next(found)

    naming = Naming(shelf.knowledge)

    def is_shown(sentence: Sentence) -> bool:
        text = re.sub(r"\{([^}]+)\}", lambda found: f"[{number(found[1])}]", sentence.text)
        return not isinstance(Proving(evidence, shelf, naming).claim(text), LeftOut)

    return is_shown


@pytest.mark.parametrize("of_set", ["broken", "blind"])
def test_the_wall_lets_through_no_more_that_is_false_and_no_less_that_is_true(
    of_set: str, shown: Callable[[Sentence], bool]
) -> None:
    own = [sentence for sentence in SENTENCES if sentence.set == of_set]
    false = [sentence for sentence in own if not sentence.holds]
    true = [sentence for sentence in own if sentence.holds]
    false_shown = [sentence.text for sentence in false if shown(sentence)]
    true_shown = sum(map(shown, true))
    print(f"{of_set}: false {len(false_shown)} of {len(false)} shown, true {true_shown} of {len(true)}")
    assert len(false_shown) <= MOST_FALSE[of_set], false_shown
    assert true_shown >= LEAST_TRUE[of_set]


UNSAFE = {
    "a link or an address",
    "markup that turns the meaning",
    "persuasion, insult, a trick",
    "nothing but small words",
}


@pytest.mark.parametrize("sentence", [one for one in SENTENCES if one.kind in UNSAFE], ids=lambda one: one.text[:40])
def test_nothing_unsafe_is_shown(sentence: Sentence, shown: Callable[[Sentence], bool]) -> None:
    assert not shown(sentence)

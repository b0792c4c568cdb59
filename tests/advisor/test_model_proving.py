"""Sentences held against their passages: of the guides' own none is refused, and none that was made false is shown.

Measured over the four guides; the figures are printed by `pytest -s`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from advisor.composing.claims import LeftOut, Proving
from advisor.composing.evidence import Evidence
from advisor.composing.naming import Naming
from advisor.draft import Claim
from advisor.shelf import Shelf, Shelves
from index import Chunk
from index.bootstrap import Library
from tests.advisor.figure_changes import CHANGES
from tests.advisor.guide_claims import TrueClaim

SENTENCE = re.compile(r"\n+(?:- )?|(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])")
VERB = re.compile(r"\b(is|are|does|do|can|will|requires?|offers?|takes?|costs?|has|have|needs?)\b")
MANY = 10_000_000
FEWEST = 6  # words: "No." says nothing by itself


@dataclass(frozen=True)
class Told:
    """A sentence of a passage."""

    text: str
    chunk: Chunk


@pytest.fixture(scope="module")
def shelf(library: Library) -> Shelf:
    return Shelves(library).current()


@pytest.fixture(scope="module")
def sentences(shelf: Shelf) -> list[Told]:
    """Every sentence of the guides' prose."""
    return [
        Told(text, chunk)
        for chunk in shelf.knowledge.chunks.values()
        if chunk.kind != "row" and not chunk.check
        for text in SENTENCE.split(chunk.text)
        if text.endswith(".") and len(text.split()) >= FEWEST
    ]


@pytest.fixture(scope="module")
def prove(shelf: Shelf) -> Callable[[str, Chunk], Claim | LeftOut]:
    """A sentence put to the test on one passage."""
    evidence = Evidence.of(shelf, MANY)
    numbers = dict(zip(shelf.knowledge.chunks, evidence.add(shelf.knowledge.chunks), strict=True))
    naming = Naming(shelf.knowledge)
    return lambda text, chunk: Proving(evidence, shelf, naming).claim(f"{text.rstrip('.')} [{numbers[chunk.id]}].")


Prove = Callable[[str, Chunk], Claim | LeftOut]


def test_no_sentence_of_a_guide_is_refused(sentences: list[Told], prove: Prove) -> None:
    refused = [(told.text, found) for told in sentences if isinstance(found := prove(told.text, told.chunk), LeftOut)]
    print(f"true sentences {len(sentences)}, refused {len(refused)}")
    assert len(sentences) > 600
    assert refused == []


@pytest.mark.parametrize("kind", CHANGES)
def test_no_changed_figure_is_shown(kind: str, sentences: list[Told], prove: Prove, shelf: Shelf) -> None:
    changed = [
        (text, told.chunk)
        for told in sentences
        for text in CHANGES[kind](TrueClaim(told.text, shelf.shown[told.chunk.id]))
    ]
    shown = [text for text, chunk in changed if isinstance(prove(text, chunk), Claim)]
    print(f"{kind}: {len(changed)} changed, {len(shown)} shown")
    assert shown == []


def with_another_school(told: Told, shelf: Shelf) -> Iterator[str]:
    """The sentence with each school that it names turned into one of which its passage does not speak."""
    schools = [name.name for name in shelf.knowledge.rows if name.kind == "school"]
    there = shelf.shown[told.chunk.id]
    for school in schools:
        if re.search(rf"\b{re.escape(school)}\b", told.text):
            other = next(one for one in schools if one.split()[0] not in there and school not in one)
            yield re.sub(rf"\b{re.escape(school)}\b", other, told.text)


def test_nothing_is_said_of_a_school_of_which_the_passage_does_not_speak(
    sentences: list[Told], prove: Prove, shelf: Shelf
) -> None:
    swapped = [(text, told.chunk) for told in sentences for text in with_another_school(told, shelf)]
    shown = [text for text, chunk in swapped if isinstance(prove(text, chunk), Claim)]
    print(f"schools: {len(swapped)} swapped, {len(shown)} shown")
    assert len(swapped) > 50
    assert shown == []


def test_what_a_passage_affirms_is_not_denied_in_its_own_words(sentences: list[Told], prove: Prove) -> None:
    denied = [
        (VERB.sub(lambda found: f"{found[0]} not", told.text, count=1), told.chunk)
        for told in sentences
        if VERB.search(told.text) and not re.search(r"\b(?:not|no|never|none|without|neither|only|unless|except|cannot|free|optional|waive\w*)\b|n[’']t", told.text, re.I)
    ]  # fmt: skip
    shown = [text for text, chunk in denied if isinstance(prove(text, chunk), Claim)]
    print(f"denials: {len(denied)} made, {len(shown)} shown")
    assert len(denied) > 200
    assert len(shown) <= len(denied) // 33, shown  # 8 of 272 when this was written


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Purdue does not require the GRE", True),
        ("Purdue needs no GRE", True),
        ("The GRE is required at Purdue", False),
        ("You must send GRE scores to Purdue", False),
        ("Mercer has the ARTiBA accreditation", False),
        ("Mercer does not have the ARTiBA accreditation", True),
    ],
)
def test_a_rule_is_told_as_its_cell_has_it(text: str, holds: bool, prove: Prove, shelf: Shelf) -> None:
    rule = "artiba" if "ARTiBA" in text else "gre"
    school = "Mercer University" if "Mercer" in text else "Purdue University"
    (fact, *_) = [
        fact for name in shelf.knowledge.rows if name.name == school for fact in shelf.knowledge.facts(name, rule)
    ]
    found = prove(text, shelf.knowledge.chunks[fact.source])
    assert isinstance(found, Claim) is holds, found

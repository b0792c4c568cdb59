"""Answers keep to their room: what is beside the answer goes first, what it says of values stays."""

import re

import pytest

from advisor.answering.brevity import ROOM, brief
from advisor.answering.repeats import unrepeated
from advisor.chain import Adviser
from advisor.draft import Bullets, Claim, DraftNote, Paragraph
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelves
from evals.wording import word_count
from index import Chunk
from index.library import Library

from .world import world

LONG = (
    "The deck of every boat is scrubbed by its own crew each morning before the sails are set, whatever the wind does"
)


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


def passage(heading: str) -> Chunk:
    """The prose under a heading of the world."""
    return next(c for c in world()[0].chunks.values() if c.path[-1] == heading and c.kind != "row" and not c.check)


def length(part: Part) -> int:
    claims = [claim for block in part.blocks if isinstance(block, Paragraph) for claim in block.claims]
    return sum(len(claim.text.split()) for claim in claims)


def test_the_least_telling_sentences_go_and_the_first_and_the_telling_one_stay() -> None:
    source = (passage("What should I bring on board?").id,)
    texts = ["Bring soft shoes.", *(f"{LONG} ({n})." for n in "abcde"), "A windproof jacket helps."]
    part = Part(
        Frame("explain", "is a windproof jacket needed"),
        "answered",
        (Paragraph(tuple(Claim(t, source) for t in texts)),),
    )
    (cut,) = brief([part], world()[0])
    (block,) = cut.blocks
    assert isinstance(block, Paragraph)
    assert (block.claims[0].text, block.claims[-1].text) == (texts[0], texts[-1])
    assert length(cut) <= ROOM < length(part)


def test_values_differences_and_gaps_are_never_cut() -> None:
    knowledge = world()[0]
    row = next(c.id for c in knowledge.chunks.values() if c.kind == "row")
    values = Bullets(Claim("Boats:", kind="plain"), tuple(Claim(f"{LONG} {n}", (row,)) for n in "abcdef"))
    note = DraftNote("disagreement", Claim("The guides differ on the boats.", (row,), "plain"))
    gap = Paragraph((Claim("The guides do not give the length.", kind="plain"),))
    beside = Paragraph((Claim(f"{LONG}.", (passage("What should I bring on board?").id,)),))
    part = Part(Frame("look_up", "boats and length"), "partly_answered", (values, note, gap, beside))
    assert brief([part], knowledge)[0].blocks == (values, note, gap)


def test_a_list_does_not_repeat_what_its_lead_says() -> None:
    lead = "North Wind Academy can forgive a missed lesson in these ways:"
    ways = ["A letter", "A note of the harbor of North Wind Academy", "Two extra hours"]
    items = [f"{way} can forgive a missed lesson." for way in ways]
    assert unrepeated(lead, items) == ["A letter", "A note of the harbor", "Two extra hours"]
    assert unrepeated("Three ways:", ["A b can do x y", "C d can do x y", "E f can do x y"])[0] == "A b can do x y"


@pytest.mark.parametrize(
    "question",
    ["machine learning engineer salary?", "northwestern 245k?? is that real", "what jobs after ml masters",
     "i have a history degree. be honest can i do this", "omscs price and gre??", "how much did ai faculty grow"],
)  # fmt: skip
def test_an_answer_to_one_question_is_short(adviser: Adviser, question: str) -> None:
    text = re.sub(r"\[\d+\]", "", adviser.ask(question).answer.text)
    assert word_count(text) <= ROOM + 5


def test_a_passage_that_only_repeats_the_values_is_left_out(adviser: Adviser) -> None:
    text = adviser.ask("how long is the machine learning master's at Carnegie Mellon").answer.text
    assert text.count("16 months") <= 2  # the value, and the guide's doubt about it


def test_is_that_real_is_answered_by_the_value_and_its_doubt(adviser: Adviser) -> None:
    answer = adviser.ask("northwestern 245k?? is that real").answer
    assert "looks wrong" in answer.text
    assert "average total cost" not in answer.text


def test_one_guide_is_named_once_over_its_values(adviser: Adviser) -> None:
    text = adviser.ask("csu global tuition").answer.text
    assert text.count("TechGuide, May 2026") == 1

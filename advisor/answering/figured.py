"""Figures first: where a figure is asked for and the best passage holds none, the guides that give one to a like question."""

from collections.abc import Sequence

from advisor.answering.passages import Passage, Searching, about_one, choose, names_any, passage_of
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.proving.figure_units import LENGTHS
from advisor.proving.figures import figures
from advisor.vectors import Vector
from advisor.words import phrase

FIGURED = {"money", "percent", "duration", "gpa"}
ALIKE = 0.7  # another guide's question this close asks for the same figure
MOST = 3
ENOUGH = 0.25  # so fit is a passage with the figure asked, under a question that asks for it too


def says_figure(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a passage has a figure of the asked kind, where the question asks for one."""
    units = _units(frame, knowledge)
    if not units or not units <= FIGURED:
        return True
    said = {mention.unit for quote in passage.quotes for mention in figures(quote.text)}
    return all(
        bool(said & LENGTHS) if unit == "duration" else unit in said or (unit == "gpa" and "number" in said)
        for unit in units
    )


def with_figures(
    passages: Sequence[Passage], frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge
) -> list[Passage]:
    """The guides' figures before a passage that only says what they depend on; nothing where a figure is said already."""
    if frame.subjects or figures(frame.text) or any(says_figure(passage, frame, knowledge) for passage in passages):
        return []
    forms = [
        form for a in frame.attributes for word in knowledge.vocabulary.attributes[a].asked if (form := phrase(word))
    ]
    found: dict[str, Passage] = {}
    for chunk, close, asked in library.alike(passages[0].chunk, vector):
        if close < ALIKE or chunk.guide in found or about_one(chunk.heading, knowledge):
            continue
        passage = passage_of(chunk, close, asked, frame, vector, library, knowledge)
        if says_figure(passage, frame, knowledge) and not any(quote.item for quote in passage.quotes):
            found[chunk.guide] = passage
    if found:
        return [*list(found.values())[:MOST], passages[0]]
    others = choose(frame, vector, library, knowledge, only=lambda chunk: names_any(chunk.heading, forms))
    return [p for p in others if p.score >= ENOUGH and says_figure(p, frame, knowledge)]


def with_share(frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge) -> list[Passage]:
    """The passages that hold the very percentage asked about: "is the 40% believable"."""
    asked = shares(frame.text)
    if not asked:
        return []
    return choose(frame, vector, library, knowledge, only=lambda c: not c.cells and bool(asked & shares(c.text)))


def shares(text: str) -> set[float]:
    """The percentages of a text."""
    return {value for figure in figures(text) if figure.unit == "percent" for value in figure.values}


def _units(frame: Frame, knowledge: Knowledge) -> set[str]:
    entries = [knowledge.vocabulary.attributes.get(attribute) for attribute in frame.attributes]
    return {entry.unit for entry in entries if entry}

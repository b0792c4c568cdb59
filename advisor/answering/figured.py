"""Figures first: where a figure is asked for and the best passage holds none, the guides that give one to a like question."""

import re
from collections.abc import Callable, Sequence

from advisor.answering.named_in import about_one, names_any
from advisor.answering.passages import Passage, Searching, choose, passage_of
from advisor.draft import Block, Claim, DraftNote, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.proving.figure_units import LENGTHS
from advisor.proving.figures import figures
from advisor.vectors import Vector
from advisor.words import phrase
from index import Chunk

FIGURED = {"money", "percent", "duration", "gpa"}
ALIKE = 0.7  # another guide's question this close asks for the same figure
AS_FIT = 0.1  # a passage with a figure that fits so much less does not answer
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
    if frame.subjects or any(figure.unit not in LENGTHS for figure in figures(frame.text)):
        return []
    fit = [passage for passage in passages if passage.score >= passages[0].score - AS_FIT]
    if any(says_figure(passage, frame, knowledge) for passage in fit):
        return []
    forms = [
        form for a in frame.attributes for word in knowledge.vocabulary.attributes[a].asked if (form := phrase(word))
    ]
    found: dict[str, Passage] = {}
    for chunk, close, asked in library.alike(passages[0].chunk, vector):
        if close < ALIKE or chunk.guide in found or about_one(chunk.heading, knowledge):
            continue
        passage = passage_of(chunk, close, (asked, asked), frame, vector, library, knowledge)
        if says_figure(passage, frame, knowledge) and not any(quote.item for quote in passage.quotes):
            found[chunk.guide] = passage
    if found:
        return [*list(found.values())[:MOST], passages[0]]
    others = choose(frame, vector, library, knowledge, only=lambda chunk: names_any(chunk.heading, forms))
    return [p for p in others if p.score >= ENOUGH and says_figure(p, frame, knowledge)]


def differing(passages: Sequence[Passage], quoted: Sequence[Block], frame: Frame, knowledge: Knowledge) -> list[Block]:
    """A note where two guides are quoted with different lengths for the length that is asked."""
    if frame.subjects or _units(frame, knowledge) != {"duration"} or len(passages) < BOTH:
        return []
    claims = [claim for block in quoted if isinstance(block, Paragraph) for claim in block.claims]
    said: dict[str, set[tuple[float, ...]]] = {}
    for claim in claims:
        for mention in figures(claim.text):
            if mention.unit in LENGTHS:
                said.setdefault(knowledge.chunks[claim.sources[0]].guide, set()).add(mention.values)
    first, *others = said.values() or [set()]
    if not any(first != other for other in others):
        return []
    sources = tuple(dict.fromkeys(source for claim in claims for source in claim.sources))
    return [DraftNote("disagreement", Claim("The guides differ on the length; programs may differ.", sources, "plain"))]


BOTH = 2


def with_share(frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge) -> list[Passage]:
    """The passages that hold the very percentage asked about: "is the 40% believable"."""
    asked = shares(frame.text)
    if not asked:
        return []
    return choose(frame, vector, library, knowledge, only=lambda c: not c.cells and bool(asked & shares(c.text)))


def shares(text: str) -> set[float]:
    """The percentages of a text."""
    return {value for figure in figures(text) if figure.unit == "percent" for value in figure.values}


def preferring_figures(frame: Frame, knowledge: Knowledge) -> Callable[[Chunk], float] | None:
    """What a passage gains by a figure of the kind that is asked of nobody in particular."""
    wanted = _units(frame, knowledge)
    if frame.subjects or not wanted or not wanted <= FIGURED or not AMOUNT.search(frame.text):
        return None
    units = {
        unit
        for one in wanted
        for unit in (LENGTHS if one == "duration" else {one, "number"} if one == "gpa" else {one})
    }
    return lambda chunk: GAIN if units & {mention.unit for mention in figures(chunk.text)} else 0.0


GAIN = 0.06
AMOUNT = re.compile(
    r"\bhow (?:much|long|many|high|low|big|soon|fast)\b|\b(?:min|max|average|typical|usual|range|median|requir|need|order of)|\b(?:what|which) (?:gpa|does|do|is)\b",
    re.I,
)


def _units(frame: Frame, knowledge: Knowledge) -> set[str]:
    entries = [knowledge.vocabulary.attributes.get(attribute) for attribute in frame.attributes]
    return {entry.unit for entry in entries if entry}

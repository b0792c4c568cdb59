"""A guide's own doubts about the figures that are quoted from its prose."""

import re
from collections.abc import Iterator, Sequence

from advisor.answering.passages import names_any
from advisor.draft import Block, Bullets, Claim, DraftNote, Paragraph
from advisor.knowledge import Knowledge
from advisor.proving.figures import figures
from advisor.words import phrase
from index import Chunk

MOST = 2  # notes beside one answer
ROOM = 95  # words of an answer with its notes; a note's first sentence is said in any case
FEW = 12  # a plain number up to here counts something else as easily
SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z])")
DATES = {"date", "name"}


def doubts_of(blocks: Sequence[Block], knowledge: Knowledge, beside: Sequence[Block] = ()) -> list[Block]:
    """The notes that stand beneath the quoted sentences in their guide and repeat one of their figures."""
    left = ROOM - sum(len(claim.text.split()) for claim in _claims([*beside, *blocks]))
    found: dict[str, Chunk] = {}
    for claim in _claims(blocks):
        said = _figures(claim.text)
        quoted = [chunk for source in claim.sources if (chunk := knowledge.chunks.get(source))]
        for check in knowledge.checks if said else ():
            if any(_on(check, chunk) for chunk in quoted) and said & _figures(check.text):
                found[check.id] = check
    notes: list[Block] = []
    for check in list(found.values())[:MOST]:
        text = _shortened(check.text, left)
        left -= len(text.split())
        notes.append(DraftNote("check", Claim(text, (check.id,))))
    return notes


def _on(check: Chunk, chunk: Chunk) -> bool:
    """Whether a doubt stands beneath a passage; beneath a table, whether it names the row."""
    together = (check.guide, check.path) == (chunk.guide, chunk.path)
    return together and (not chunk.cells or names_any(check.text, [phrase(chunk.cells[0].text)]))


def _claims(blocks: Sequence[Block]) -> Iterator[Claim]:
    for block in blocks:
        match block:
            case Paragraph(claims):
                yield from claims
            case Bullets(lead, items):
                yield from (item if item.sources else Claim(item.text, lead.sources if lead else ()) for item in items)
                if lead:
                    yield lead
            case DraftNote(_, claim):
                yield claim


def _figures(text: str) -> frozenset[tuple[str, float]]:
    """The figures of a text that tell a doubt from another."""
    return frozenset(
        (figure.unit, value)
        for figure in figures(text)
        if figure.unit not in DATES
        for value in figure.values
        if figure.unit != "number" or value > FEW
    )


def _shortened(text: str, room: int) -> str:
    """A note's first sentences, as many as there is room for."""
    said, *more = SENTENCE.split(text.removeprefix("Check:").strip())
    for sentence in more:
        if len(f"{said} {sentence}".split()) > room:
            break
        said = f"{said} {sentence}"
    return said

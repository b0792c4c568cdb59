"""A guide's own doubts about the figures that are quoted from its prose."""

import re
from collections.abc import Iterator, Sequence

from advisor.answer import NoteKind
from advisor.answering.named_in import names_any
from advisor.draft import Block, Bullets, Claim, DraftNote, Paragraph
from advisor.knowledge import Knowledge
from advisor.proving.figures import figures
from advisor.words import phrase
from index import Chunk

MOST = 2  # notes beside one answer
ROOM = 95  # words of an answer with its notes; a note's telling sentence is said in any case
FEW = 12  # a plain number up to here counts something else as easily
SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z])")
DATES = {"date", "name"}


def doubts_of(blocks: Sequence[Block], knowledge: Knowledge, beside: Sequence[Block] = ()) -> list[Block]:
    """The notes that stand beneath the quoted sentences in their guide and repeat one of their figures."""
    left = ROOM - sum(len(claim.text.split()) for claim in _claims([*beside, *blocks]))
    found: dict[str, tuple[Chunk, frozenset[tuple[str, float]]]] = {}
    for claim in _claims(blocks):
        said = _figures(claim.text)
        quoted = [chunk for source in claim.sources if (chunk := knowledge.chunks.get(source))]
        for check in knowledge.checks if said else ():
            if any(_on(check, chunk) for chunk in quoted) and said & _figures(check.text):
                found[check.id] = (check, said)
    notes: list[Block] = []
    for check, said in list(found.values())[:MOST]:
        text = _shortened(check.text, left, said)
        left -= len(text.split())
        kind: NoteKind = "disagreement" if CONTRADICTS.search(text) else "check"
        notes.append(DraftNote(kind, Claim(text, (check.id,))))
    return notes


CONTRADICTS = re.compile(r"\bcontradicts? (?:itself|each other|themselves)\b", re.I)  # a guide that differs with itself


def terse(text: str, beside: Sequence[Block]) -> str:
    """The sentence of a note that says what is wrong with a figure that stands beside it."""
    return _shortened(text, 0, frozenset(figure for claim in _claims(beside) for figure in _figures(claim.text)))


def said_in(blocks: Sequence[Block]) -> str:
    """All that the claims of some blocks say, tables apart."""
    return " ".join(claim.text for claim in _claims(blocks))


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


def _shortened(text: str, room: int, said: frozenset[tuple[str, float]]) -> str:
    """A note as a whole where there is room for it, else the sentence that says of the figure what is wrong with it."""
    whole = text.removeprefix("Check:").strip()
    if len(whole.split()) <= room:
        return whole
    return max(SENTENCE.split(whole), key=lambda one: (bool(said & _figures(one)), VERDICT.search(one) is not None))


VERDICT = re.compile(r"\b(?:doubtful|wrong|slip|contradicts?|not hold|cannot|rough|older|treat|too)\b", re.I)

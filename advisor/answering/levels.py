"""A figure asked of another degree than the guides are about: a doctorate's length or pay, never the master's in its place."""

from collections.abc import Sequence

from advisor.answering.figured import FIGURED
from advisor.answering.named_in import names_any
from advisor.answering.quoting import spoken_row
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import label_of, listed
from advisor.understanding.asked import unit_of
from advisor.understanding.levels import levels_in
from advisor.words import phrase
from index import Chunk


def answer_level(frame: Frame, knowledge: Knowledge) -> Part | None:
    """The figure of the other degree where a guide gives it, else that none does; None where none is asked of one."""
    asked = [a for a in frame.attributes if unit_of(a, knowledge) in FIGURED]
    levels = levels_in(frame.text, knowledge) if asked and frame.act == "explain" and not frame.subjects else ()
    if not levels:
        return None
    forms = _forms(levels[0], knowledge)
    rows = [
        chunk for chunk in knowledge.chunks.values() if chunk.kind == "row" and _gives(chunk, forms, asked, knowledge)
    ]
    if rows:
        claims = tuple(Claim(spoken_row(row, most=2), (row.id,)) for row in rows[:MOST])
        return Part(frame, "answered", (Paragraph(claims),))
    text = f"The guides do not give the {listed([label_of(a, knowledge) for a in asked])} of a {levels[0].name}."
    return Part(frame, "not_covered", (Paragraph((Claim(text, kind="plain"),)),))


def _gives(row: Chunk, forms: Sequence[str], asked: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether a row is about such a degree and has the figure."""
    own = [cell.text for cell in row.cells if cell.attribute == knowledge.roles["version"]]
    return any(c.known and c.attribute in asked for c in row.cells) and names_any(" ".join(own), forms)


MOST = 3


def _forms(level: Name, knowledge: Knowledge) -> list[str]:
    return [form for form, names in knowledge.lexicon.subjects.items() if names == (level,)] or [phrase(level.name)]

"""What is asked of a degree or a field and given only of the jobs that it leads to: their values, said to be theirs."""

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.comparisons import answer_compare
from advisor.answering.look_ups import answer_look_up
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed, topic_of
from advisor.tables import Fact
from advisor.words import phrase

Guides = Mapping[str, GuideCard]
EACH = 2  # jobs of one degree
ASKING = {"look_up", "compare"}
BETWEEN = re.compile(r"[;,]")


def answer_leads_to(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The values of those whom the subjects' own cells name; None where a subject has a value or names nobody that has."""
    asked = frame.attributes[0] if len(frame.attributes) == 1 else ""
    front = any(name.kind == knowledge.main_kind or _given(name, asked, knowledge) for name in frame.subjects)
    if frame.act not in ASKING or not asked or asked in knowledge.ungiven or front or not frame.subjects:
        return None
    found = {name: _named_by(name, asked, knowledge) for name in frame.subjects}
    others = tuple(dict.fromkeys(other for pair in found.values() if pair for other in pair[1]))
    if not others or not all(found.values()):
        return None
    label = label_of(asked, knowledge)
    lead = Claim(f"The guides give no {label} of a {frame.subjects[0].kind}, only of jobs.", kind="plain")
    jobs = [_jobs(name, *pair, knowledge) for name, pair in found.items() if pair]
    about = replace(frame, subjects=others, wishes=(), act="look_up" if len(others) == 1 else "compare")
    part = (answer_look_up if len(others) == 1 else answer_compare)(about, knowledge, guides)
    return replace(part, frame=frame, status="partly_answered", blocks=(Paragraph((lead, *jobs)), *part.blocks))


def _given(name: Name, attribute: str, knowledge: Knowledge) -> bool:
    return any(fact.cell.known for fact in knowledge.facts(name, attribute))


def _named_by(name: Name, asked: str, knowledge: Knowledge) -> tuple[Fact, tuple[Name, ...]] | None:
    """The cell of a subject that names others who have what is asked, and the first of them."""
    for row in knowledge.rows.get(name, ()):
        for cell in row.cells[1:]:
            alike = topic_of(cell.attribute, knowledge) == topic_of(asked, knowledge)
            pieces = BETWEEN.split(cell.text) if alike and cell.known and cell.unit == "text" else []
            named = (other for piece in pieces for other in knowledge.lexicon.subjects.get(phrase(piece), ())[:1])
            having = dict.fromkeys(o for o in named if o.kind != name.kind and _given(o, asked, knowledge))
            if having:
                return Fact(row, cell), tuple(having)[:EACH]
    return None


def _jobs(name: Name, fact: Fact, others: tuple[Name, ...], knowledge: Knowledge) -> Claim:
    said = listed([other.name for other in others])
    return Claim(f"{name.name}, {label_of(fact.cell.attribute, knowledge)}: {said}.", (fact.source,))

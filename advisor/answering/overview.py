"""One subject in a few lines: what the guides' tables give of it, for "tell me about X"."""

from collections.abc import Mapping, Sequence

from advisor.draft import Bullets, Claim
from advisor.facts import distinct, look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed, topic_of, value_phrase
from advisor.tables import Fact

MOST = 6
LONGEST = 60  # characters of a cell that still reads in a line
PRACTICAL = ("cost", "admission", "study", "standing", "place", "career")
Guides = Mapping[str, GuideCard]


def answer_overview(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The practical cells of the one subject that a part is about; None where no table has three of them."""
    if len(frame.subjects) != 1 or frame.attributes or frame.strangers:
        return None
    name = frame.subjects[0]
    items = []
    for attribute in _in_order(knowledge):
        facts = [fact for fact in look_up(name, attribute, frame, knowledge) if len(fact.cell.text) <= LONGEST]
        if facts and attribute != knowledge.roles["version"]:
            items.append(_line(label_of(attribute, knowledge), facts, guides))
    if len(items) < ENOUGH:
        return None
    lead = Claim(f"What the guides give for {name.name}:", kind="plain")
    return Part(frame, "answered", (Bullets(lead, tuple(items[:MOST])),), (name,), frozenset({"cost", "admission"}))


ENOUGH = 3
MOST_VALUES = 3


def _line(label: str, facts: Sequence[Fact], guides: Guides) -> Claim:
    """One attribute with its values, each with the guides that give it."""
    values: dict[str, dict[str, None]] = {}
    for group in distinct(facts):
        values.setdefault(value_phrase(group[0].cell), {})[guides[group[0].guide].publisher] = None
    said = [f"{value} ({listed(publishers)})" for value, publishers in values.items()][:MOST_VALUES]
    shown = [fact.source for fact in facts if value_phrase(fact.cell) in list(values)[:MOST_VALUES]]
    return Claim(f"{label}: {listed(said)}", tuple(dict.fromkeys(shown)))


def _in_order(knowledge: Knowledge) -> list[str]:
    """The attributes by what an applicant asks first."""
    known = [a for a in knowledge.vocabulary.attributes if topic_of(a, knowledge) in PRACTICAL]
    own = [a for a in knowledge.kinds_of if a not in knowledge.vocabulary.attributes]
    return [*sorted(known, key=lambda a: PRACTICAL.index(topic_of(a, knowledge) or "")), *own]

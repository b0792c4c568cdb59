"""Follow-ups that the guides can really answer."""

from collections.abc import Sequence

import numpy as np

from advisor.answer import Citation
from advisor.part import Part
from advisor.saying import label_of
from advisor.shelf import Shelf
from advisor.vectors import Vector

MOST = 3


def suggest(
    parts: Sequence[Part], vectors: Sequence[Vector], citations: Sequence[Citation], shelf: Shelf
) -> tuple[str, ...]:
    """Two or three: other known attributes of what was shown, then the guides' own nearest questions."""
    own = [suggestion for part in parts for suggestion in part.suggestions]
    found = [*own, *_about_shown(parts, shelf), *_near(vectors, citations, shelf)]
    return tuple(dict.fromkeys(found))[:MOST]


def _about_shown(parts: Sequence[Part], shelf: Shelf) -> list[str]:
    """Other practical figures of the first subject shown."""
    name = next((part.shown[0] for part in parts if part.shown), None)
    if name is None:
        return []
    asked = {a for part in parts for a in (*part.frame.attributes, *(wish.attribute for wish in part.frame.wishes))}
    entries = shelf.knowledge.vocabulary.attributes.items()
    practical = [a for a, e in entries if e.topic in PRACTICAL and e.unit != "text" and a not in asked]
    known = [a for a in practical if any(fact.cell.known for fact in shelf.knowledge.facts(name, a))]
    return [f"What about the {label_of(a, shelf.knowledge)} of {name.name}?" for a in known[:2]]


PRACTICAL = {"cost", "admission", "study"}


def _near(vectors: Sequence[Vector], citations: Sequence[Citation], shelf: Shelf) -> list[str]:
    entries = shelf.edition.headings.entries
    if not entries:
        return []
    used = {citation.passage_id for citation in citations}
    scope = shelf.knowledge.vocabulary.replies.get("scope")
    talk = not citations and scope is not None  # nothing was quoted: what the adviser is for is the best lead
    vector = shelf.vectors([scope])[0] if talk and scope else vectors[0] if len(vectors) else None
    if vector is None:
        return []
    order = np.argsort(-(shelf.edition.headings.matrix @ vector), kind="stable")[:8]
    return [entries[i].text for i in order if entries[i].chunk_id not in used][:MOST]

"""A choice right behind names: "X or Y? Which is cheaper", "which one suits an engineer"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.subjects import kinds
from advisor.words import phrase


def choosing(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "X or Y? Which one is cheaper?", "and which has no GRE?": a choice right after the names is among them."""
    of = {name.kind for name in before.subjects}
    if len(before.subjects) < 2:
        return None
    if frame.act == "recommend" and _picks(frame):
        return replace(before, text=frame.own, attributes=_weighed(before.subjects, knowledge), wishes=(), order=None)
    if not _chooses(frame, of):
        return None
    asked = [wish.attribute for wish in frame.wishes] + ([frame.order.attribute] if frame.order else [])
    by = tuple(dict.fromkeys((*asked, *frame.attributes))) or suited(frame, before.subjects, knowledge)
    by = by or (_weighed(before.subjects, knowledge) if BETTER.search(frame.text) else ())
    if not by:
        return None
    given = tuple(name for name in before.subjects if any(name.kind in kinds(a, knowledge) for a in by))
    among = given if len(given) > 1 else before.subjects  # "X or Y for some field, and which costs less"
    return replace(frame, subjects=among, attributes=by, wishes=(), kind=None, act="compare", limit=None)


def _picks(frame: Frame) -> bool:
    """ "Which one would you pick", "which should I take": asks for advice on those named, with no demand of its own."""
    bare = not (frame.names_somebody or frame.attributes or frame.wishes or frame.order)
    return bare and PICKS.search(frame.own) is not None


BETTER = re.compile(
    r"\bwhich\b.*\b(?:better|best|nicer|stronger)\b", re.I
)  # in what no guide measures: "the better name"
PICKS = re.compile(
    r"\b(?:which|who|what) (?:one |of (?:them|those|these|the (?:two|three)) )?(?:would|should|do|shall|to) (?:you|u|i|we)?\b",
    re.I,
)


def _weighed(names: Sequence[Name], knowledge: Knowledge) -> tuple[str, ...]:
    """Whom each suits and what speaks against it, as far as that is given for one of them."""
    weighed = (knowledge.roles[role] for role in ("suits", "tradeoff"))
    return tuple(a for a in weighed if any(f.cell.known for name in names for f in knowledge.facts(name, a)))


def suited(frame: Frame, names: Sequence[Name], knowledge: Knowledge) -> tuple[str, ...]:
    """ "Which one is better for X": whom each suits, and what is given for all of them that may name X."""
    if not FITTER.search(frame.text):
        return ()
    suits, of = knowledge.roles["suits"], {name.kind for name in names}
    held = (a for kind in of for name in frame.subjects for a in knowledge.holders.get((kind, phrase(name.name)), ()))
    asked = dict.fromkeys((suits, *held))
    return tuple(a for a in asked if all(any(f.cell.known for f in knowledge.facts(name, a)) for name in names))


FITTER = re.compile(r"\b(?:better|best|stronger|nicer|good|suits?|fits?)\b.*\b(?:for|at|in|if)\b", re.I)


def _chooses(frame: Frame, of: set[str]) -> bool:
    """ "Which one is cheaper?" right after two names chooses between them."""
    named = any(name.kind in of for name in frame.subjects) or frame.tie or frame.strangers
    one = frame.order is not None or not frame.attributes
    bare = frame.order is not None and len(frame.text.split()) == 1  # "X or Y: cheaper? longer?"
    return one and not named and (bare or bool(CHOOSES.search(frame.text)))


CHOOSES = re.compile(
    r"\bwhich (?:one |of (?:them|those|these|the two) )?(?:is|r|has|costs?|takes?|ranks?|needs?|wants?|requires?|pays?|lasts?|lets?|\w+er|\w+s \w+er)\b|\bone\b|\bof (?:them|those|these|the (?:two|three|four))\b",
    re.I,
)

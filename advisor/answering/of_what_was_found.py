"""A part that goes on about what the part before it found: "the three cheapest, and do they want a test"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Act, Frame, Narrowing
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.understanding.asked import AND, unit_of
from advisor.understanding.joining import SETS
from advisor.understanding.subjects import kinds

THERE = re.compile(r"\bthere\b", re.I)
POINTS = re.compile(
    r"\b(?:they|them|their|these|those|theyre|each|it|its|that (?:school|program|one|place)|(?:all|both|any|which|none) of (?:them|these|those))\b",
    re.I,
)
MOST = 5


def of_what_was_found(frame: Frame, before: Sequence[Part]) -> Frame | None:
    """The part with the subjects that it points at; itself where it points at none, None where that was told already."""
    if not before or frame.subjects or frame.tie or frame.strangers:
        return frame
    found = before[-1]
    pointing = THERE.search(frame.text) or POINTS.search(frame.text)
    asked = frame.attributes or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    if not (pointing and asked and found.shown) or frame.order or frame.act in {"calculate", "recommend"}:
        return frame
    if found.frame.act not in SETS:
        one = frame.attributes or len(found.shown) == 1  # "… and is it online": of the only one there is
        return _of(frame, found.shown[:1], asked) if one else frame
    told = _told(found.frame) if frame.narrowing == Narrowing() else set()
    more = tuple(attribute for attribute in asked if attribute not in told)
    if not more:
        return None
    return _of(frame, found.shown[:MOST], more)


def _told(frame: Frame) -> set[str]:
    """What an answered set shows of each of its members."""
    ordered = {frame.order.attribute} if frame.order else set()
    return ordered | {wish.attribute for wish in frame.wishes}


def asked_beside(frame: Frame, part: Part, knowledge: Knowledge) -> Frame | None:
    """ "The two cheapest with their credits": what else one message asks of those that were put in order."""
    by = {frame.order.attribute} if frame.order else set()
    more = [a for a in frame.attributes if a not in by | {wish.attribute for wish in frame.wishes}]
    exact = tuple(a for a in more if _short(a, knowledge) and knowledge.main_kind in kinds(a, knowledge))
    if not exact or not part.shown or part.status != "answered" or not AND.search(frame.text):
        return None
    return _of(frame, part.shown[:MOST], exact)


def _of(frame: Frame, names: tuple[Name, ...], attributes: tuple[str, ...]) -> Frame:
    """What is asked, of subjects that were found."""
    act: Act = "compare" if len(names) > 1 else "look_up"
    asked = replace(frame, subjects=names, attributes=attributes, act=act, wishes=(), order=None, kind=None)
    return replace(asked, weak=False, limit=None, place=None, places=None)


def _short(attribute: str, knowledge: Knowledge) -> bool:
    """Whether its values stand in a table: figures, choices and places."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    return unit_of(attribute, knowledge) in EXACT or (entry is not None and entry.topic == "place")


EXACT = {"money", "number", "percent", "choice", "duration", "gpa"}

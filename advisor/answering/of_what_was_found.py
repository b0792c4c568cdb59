"""A part that goes on about what the part before it found: "the three cheapest, and do they want a test"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import SETS, Act, Frame, Narrowing
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.understanding.asked import AND, unit_of
from advisor.understanding.subjects import kinds

THERE = re.compile(r"\bthere\b", re.I)
POINTS = re.compile(
    r"\b(?:either|both|they|them|their|these|those|theyre|each|it|its|that (?:school|program|one|place)|(?:all|both|any|which|none) of (?:them|these|those))\b",
    re.I,
)
OF_THEM = re.compile(r"\b(?:of|among|between) (?:them|those|these)\b|\b(?:these|those)\b", re.I)
WHICH = re.compile(r"\W*(?:and )?which(?: ones?)? (?:is|are|has|have|costs?|takes?)\b", re.I)
WHICH_ONE = re.compile(
    r"\W*(?:(?:and|then|also|so|pls|please|can you|tell|show|me|say) )*which(?: one)? (?:is|has|wants|needs|takes|requires|does|doesn'?t)\b",
    re.I,
)  # one of several that were found
MOST = 6
FEW_WORDS = 3


def of_what_was_found(frame: Frame, before: Sequence[Part]) -> Frame | None:
    """The part with the subjects that it points at; itself where it points at none, None where that was told already."""
    found = _standing(before)
    if found is None or frame.subjects or frame.tie or frame.strangers:
        return frame
    among = OF_THEM.search(frame.own) or (before[-1].frame.found and WHICH.match(frame.own))
    if frame.order and _is_set(found) and found.frame.order and among:
        chosen = _of(
            frame, found.shown[:MOST], (frame.order.attribute,)
        )  # "the top five, and which of them is cheapest"
        return replace(chosen, order=frame.order)
    bare = bool(frame.attributes) and len(frame.own.split()) <= FEW_WORDS  # "…, and how much?"
    one_of_them = _is_set(found) and WHICH_ONE.match(frame.own)
    pointing = THERE.search(frame.own) or POINTS.search(frame.own) or bare or one_of_them
    asked = frame.attributes or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    if (
        not (pointing and asked)
        or frame.order
        or frame.act in {"calculate", "recommend"}
        or _narrows(frame, found.frame)
    ):
        return frame
    if not _is_set(found):
        one = frame.attributes or len(found.shown) == 1  # "… and is it online": of the only one there is
        return _of(frame, found.shown[:1], asked) if one else frame
    told = _told(found.frame) if frame.narrowing == Narrowing() else set()
    more = tuple(attribute for attribute in asked if attribute not in told)
    if not more:
        return None
    return _of(frame, found.shown[:MOST], more)


def _narrows(frame: Frame, found: Frame) -> bool:
    """ "How many are under 30k, and which of them are online": the set again, with one condition more."""
    return frame.act in SETS and set(found.wishes) < set(frame.wishes)


def _standing(parts: Sequence[Part]) -> Part | None:
    """The part that found those of whom a next one may speak: a set stands while what follows asks of its members."""
    last = next((part for part in reversed(parts[-1:]) if part.shown), None)
    if last is None:
        return None
    alike = [part for part in parts if part.frame.text == last.frame.text]
    if len(alike) > 1:  # "the cheapest public one and the cheapest private one": found one by one, spoken of together
        return replace(last, shown=tuple(dict.fromkeys(name for part in alike for name in part.shown)))
    sets = (part for part in reversed(parts) if _is_set(part) and set(last.shown) <= set(part.shown))
    return next(sets, last)


def _is_set(part: Part) -> bool:
    """Whether a part found several of whom none was named: by conditions, or in a cell that lists them."""
    listed = len(part.shown) > 1 and not set(part.shown) & set(part.frame.subjects)
    return bool(part.shown) and (part.frame.act in SETS or listed)


def in_one_table(frame: Frame, before: Sequence[Part]) -> Frame | None:
    """What two parts ask of the same few, as one part: "the two cheapest, how long each takes, and do they want a test"."""
    last = before[-1].frame if before else None
    same = last and last.act == frame.act == "compare" and last.subjects == frame.subjects
    if not (last and same and last.found and frame.found) or frame.order:  # who comes first is said of each
        return None
    attributes = tuple(dict.fromkeys((*last.attributes, *frame.attributes)))
    return replace(last, text=f"{last.text} {frame.text}", attributes=attributes)


def refused_in_one(part: Part, before: Sequence[Part]) -> Frame | None:
    """What two parts ask of the same one in vain, as one part: "how long is X, and is there a thesis"."""
    last = before[-1] if before else None
    vain = last is not None and last.status == part.status == "not_covered"
    if last is None or not vain or not part.frame.attributes or last.frame.subjects != part.frame.subjects:
        return None
    if {last.frame.act, part.frame.act} != {"look_up"} or len(part.frame.subjects) != 1:
        return None
    attributes = tuple(dict.fromkeys((*last.frame.attributes, *part.frame.attributes)))
    return replace(last.frame, text=f"{last.frame.text} {part.frame.text}", attributes=attributes)


def _told(frame: Frame) -> set[str]:
    """What an answered set shows of each of its members."""
    ordered = {frame.order.attribute} if frame.order else set()
    return ordered | {wish.attribute for wish in frame.wishes}


def asked_beside(frame: Frame, part: Part, knowledge: Knowledge) -> Frame | None:
    """ "The two cheapest with their credits": what else one message asks of those that were put in order."""
    by = {frame.order.attribute} if frame.order else set()
    more = [a for a in frame.attributes if a not in by | {wish.attribute for wish in frame.wishes}]
    exact = tuple(a for a in more if _short(a, knowledge) and knowledge.main_kind in kinds(a, knowledge))
    if not exact or not part.shown or part.status != "answered" or not BESIDE.search(frame.text):
        return None
    return _of(frame, part.shown[:MOST], exact)


BESIDE = re.compile(rf"{AND.pattern}|\bwith\b", re.I)


def _of(frame: Frame, names: tuple[Name, ...], attributes: tuple[str, ...]) -> Frame:
    """What is asked, of subjects that were found."""
    act: Act = "compare" if len(names) > 1 else "look_up"
    asked = replace(frame, subjects=names, attributes=attributes, act=act, wishes=(), order=None, kind=None)
    return replace(asked, weak=False, limit=None, place=None, places=None, found=True)


def _short(attribute: str, knowledge: Knowledge) -> bool:
    """Whether its values stand in a table: figures, choices and places."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    return unit_of(attribute, knowledge) in EXACT or (entry is not None and entry.topic == "place")


EXACT = {"money", "number", "percent", "choice", "duration", "gpa"}

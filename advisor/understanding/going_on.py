"""What goes on from the part before it: a set, its others, its like elsewhere, those of it that are so, an end of what was asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import SETS, Frame, Order
from advisor.knowledge import Knowledge
from advisor.understanding.asked import unit_of
from advisor.understanding.subjects import kinds
from advisor.words import words


def top_of_the_place(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "How many are there in X, and which is the top one": what a table of places calls the top is X's own."""
    if not before.subjects or frame.subjects or frame.order is None or frame.wishes:
        return None
    kind = before.subjects[0].kind
    said = set(words(frame.text))
    own = [
        name
        for name, entry in knowledge.vocabulary.attributes.items()
        if kind in knowledge.places & kinds(name, knowledge) and TOPMOST & said & set(words(entry.label))
    ]
    bare = ONE.search(frame.text) is not None or not frame.attributes
    return replace(before, text=frame.text, attributes=tuple(own[:1]), act="look_up") if own and bare else None


TOPMOST = {"top", "best", "leading"}

ONE = re.compile(r"\bones?\b", re.I)


def others(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "Everybody says X. What else is online?": a set without whom the part before it named."""
    if frame.subjects or not (before.subjects and frame.wishes and ELSE.search(frame.text)):
        return None
    kind = frame.kind or knowledge.main_kind
    without = tuple(name for name in before.subjects if name.kind == kind)
    act = frame.act if frame.act in SETS else "filter"
    return replace(frame, act=act, kind=kind, excluded=(*frame.excluded, *without)) if without else None


def among(frame: Frame, earlier: Sequence[Frame]) -> Frame | None:
    """ "How many are in X, and which is cheapest there?": a set that points at the one before it is a part of it; "which
    of them are so, and which are not" asks both of the same one.
    """
    before = earlier[-1]
    if not AMONG.search(frame.text) and AMONG.search(before.text) and WHICH.match(frame.text):
        before = next((each for each in reversed(earlier) if not AMONG.search(each.text)), before)
    elif not AMONG.search(frame.text):
        return None
    sets = before.act in SETS and frame.act in SETS
    if not (sets and before.wishes) or frame.subjects:
        return None
    narrowing = frame.narrowing if frame.narrowing.guides else replace(frame.narrowing, guides=before.narrowing.guides)
    instead = {wish.attribute for wish in frame.wishes}  # "a public one in X, if not the cheapest private one there"
    kept = (wish for wish in before.wishes if wish.attribute not in instead)
    wishes = tuple(dict.fromkeys((*kept, *frame.wishes)))
    return replace(frame, wishes=wishes, kind=before.kind or frame.kind, narrowing=narrowing)


WHICH = re.compile(
    r"\W*(?:and )?which(?: ones?)? (?:are|is|do|does|don'?t|have|has|need|want|take|ask|require)\b", re.I
)

AMONG = re.compile(r"\b(?:there|(?:of|among|from|in) (?:them|those|these)|(?:those|these|the) ones)\b|\bthem\W*$", re.I)


def end_of(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "Is 45 credits normal? Who has the fewest?": an end of nothing that is named is an end of what was asked before."""
    bare = not (frame.names_somebody or frame.attributes or frame.wishes or frame.order)
    counted = next((a for a in before.attributes if unit_of(a, knowledge) in COUNTED), None)
    if not (bare and frame.end and counted) or before.subjects:
        return None
    order = Order(counted, frame.end == "lowest")
    kind = frame.kind or before.kind or knowledge.main_kind
    return replace(frame, act="rank", attributes=(counted,), order=order, kind=kind, end=None)


def of_two_ways(frame: Frame, before: Frame) -> Frame | None:
    """ "Full time or part time, which is cheaper?": a comparative behind two ways that no name stands for is about them."""
    bare = not (frame.names_somebody or frame.wishes or before.names_somebody or before.wishes or before.order)
    if not (bare and frame.order and OR.search(before.text) and WHICH_IS.match(frame.text)):
        return None
    text = f"{before.text.rstrip('?!. ')} {frame.text}"
    return replace(frame, act="explain", text=text, asked=frame.own, order=None, attributes=(), kind=None, limit=None)


OR = re.compile(r"\bor\b", re.I)

WHICH_IS = re.compile(r"\W*(?:and )?(?:which|what)(?: one)?(?:'?s| is| \w+s) (?:\w+er|more \w+|less \w+)\W*$", re.I)

COUNTED = {"money", "number", "percent", "duration", "gpa"}


def goes_on(before: Frame, frame: Frame) -> bool:
    """ "How many have no GRE and are online": a verb without anybody goes on about the set before it."""
    bare = not (frame.subjects or frame.tie or frame.strangers or frame.kind or frame.order)
    return bool(before.act in SETS and not before.subjects and bare and frame.wishes and GOES_ON.match(frame.text))


ELSE = re.compile(
    r"\b(?:what|who|where|which|anything|something|anyone|any \w+|anywhere)(?: \w+)? else\b|(?<!\bthe )\b(?:(?:any|what|which) )?(?:others?|alternatives?)\b|\bthe others\b|"
    r"\b(?:besides|apart from|other than) (?:that|it|them|those)\b",
    re.I,
)

GOES_ON = re.compile(
    r"\W*(?:are|is|do|does|have|has|don'?t|aren'?t|isn'?t)\b(?! (?:they|it|these|those|there|i|the|any|all|every|each|either|both|neither|one)\b)",
    re.I,
)

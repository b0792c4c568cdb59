"""Names of several senses told apart by the talk: "the university, not the state", "and Washington?" after a state."""

import re
from dataclasses import replace

from advisor.conversing.footing import GOES_ON, SHORT, Footing
from advisor.conversing.pointing import few_words
from advisor.conversing.shown import WHICH
from advisor.frame import Frame

CONTRASTS = re.compile(r"\bnot\b|\bmean\w*\b|\brather\b|\binstead\b|\bno\b", re.I)
NOT_A = re.compile(r"\bnot (?:a |an |the )?\w+\W*$", re.I)


def other_sense(frame: Frame, footing: Footing) -> Frame | None:
    """ "The university, not the state", "the state I mean": the other subject of the same name."""
    before = footing.before
    if frame.subjects or not (frame.kind and few_words(frame.text, SHORT) and CONTRASTS.search(footing.message)):
        return None
    held = {*before.subjects, *before.tie}
    senses = held | {name for names in footing.senses(before.text) if held & set(names) for name in names}
    meant = tuple(sorted((name for name in senses if name.kind == frame.kind), key=lambda name: name.name))
    other = set(meant) != held and not WHICH.search(frame.text)
    if not meant or not (other or NOT_A.search(footing.message)):
        return None
    return replace(before, act="look_up" if before.attributes else before.act, subjects=meant, tie=())


def alike(frame: Frame, footing: Footing) -> Frame:
    """ "And Washington?" after a state: of all that the word can mean, what is of the kind that was spoken of."""
    spoken_of = [name for name in frame.tie if name in footing.last.shown]
    whole = frame.attributes and frame.order is None and not GOES_ON.search(frame.text)
    if len(spoken_of) == 1 and not (frame.subjects or whole):  # "csu" is the one of that name that was just shown
        return replace(frame, subjects=(spoken_of[0],), tie=())
    of = {name.kind for name in footing.before.subjects}
    if len(of) != 1 or frame.attributes or not few_words(frame.text, SHORT) or {n.kind for n in frame.subjects} & of:
        return frame
    named = {*frame.subjects, *frame.tie}
    senses = [names for names in footing.senses(frame.text) if named & set(names)]
    meant = [[name for name in names if name.kind in of] for names in senses]
    if not meant or any(len(names) != 1 for names in meant):
        return frame
    return replace(frame, subjects=tuple(dict.fromkeys(names[0] for names in meant)), tie=())


def defines_another(frame: Frame, footing: Footing) -> bool:
    """ "What is mlops" after one's chances, or after a school's price: what is of another kind is asked about for itself."""
    of = {name.kind for name in footing.before.subjects} or {footing.knowledge.main_kind}
    if ABOUT.match(frame.text):
        return True  # all that is known of somebody is a question of its own
    return bool(WHAT_IS.match(frame.text)) and not {name.kind for name in (*frame.subjects, *frame.tie)} & of


WHAT_IS = re.compile(
    r"\W*(?:(?:and|so|ok|but|also|wait|btw) )*(?:(?:what|wat)(?:'?s| is| are)|explain|define) (?!about\b)",
    re.I,
)
ABOUT = re.compile(
    r"\W*(?:(?:and|so|ok|but|also|now|then|pls|please|can you|could you) )*(?:tell (?:me|us) (?:\w+ )?about|(?:info|details|everything) (?:on|about))\b",
    re.I,
)

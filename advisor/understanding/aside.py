"""What a part asks, less what it only tells of a life: where somebody works or comes from demands nothing of a program."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Frame, Remark, Wish
from advisor.knowledge import Knowledge
from advisor.understanding.abroad import in_their_words
from advisor.understanding.segments import asks
from advisor.words import words

AT_WORK = re.compile(r"\b(?:work|working|works|job|teach|teaching) (?:\w+ )?(?:at|in|for) (?:an?|the|my)\b", re.I)
FROM_THERE = re.compile(
    r"^(?!.*\b(?:move|here|near|stay|local\w*|in[- ]state|resident)\b).*\bfrom [a-z]+\b", re.I | re.S
)  # "I'm from X, want something cheap"


def aside_of_life(frame: Frame, part: str, told: Sequence[Remark], knowledge: Knowledge) -> Frame:
    """A part's frame without the demands that are none; "something cheap" beside what a life demands asks what fits it."""
    if AT_WORK.search(part) and not asks(part):  # "I work at an online school"
        frame = replace(frame, wishes=tuple(w for w in frame.wishes if w.conditions[0].operator != "is"))
    if FROM_THERE.search(part):
        wishes = tuple(wish for wish in frame.wishes if not at_home(wish, told))
        priced = frame.attributes and asks(part) and not (wishes or frame.kind)  # "I'm from X, what do I pay": of X
        frame = frame if priced else replace(frame, wishes=wishes)
    if frame.act == "filter" and not (frame.wishes or frame.kind) and any(remark.wish for remark in told):
        frame = replace(frame, act="recommend", attributes=())
    return replace(frame, text=in_their_words(frame.text, knowledge)) if asks(part) else frame


def at_home(wish: Wish, remarks: Sequence[Remark]) -> bool:
    """Whether a place is only where the person lives."""
    return any(r.key == "home" and r.text.endswith(f" in {wish.conditions[0].value}") for r in remarks)


FEW_WORDS = 4  # "what now"
APPLYING = re.compile(r"\b(?:apply|applying|enroll?|get in|start)\W*$", re.I)


def hinging(frame: Frame, hinges: Sequence[str], knowledge: Knowledge) -> Frame:
    """A question of one's chances asks for what they hang on by what is told before it, where nobody gives that."""
    entries = knowledge.vocabulary.attributes
    named = frame.attributes or frame.subjects or frame.wishes or frame.kind
    short = len(words(frame.text)) <= FEW_WORDS and not named
    if frame.attributes or frame.subjects or not (frame.act == "eligibility" or short or APPLYING.search(frame.text)):
        return frame
    return replace(frame, attributes=tuple(dict.fromkeys(a for a in hinges if entries[a].topic == "admission")))

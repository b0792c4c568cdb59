"""Which parts of a message ask, what the others demand of them, and what a life told without a question asks for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import SETS, Frame, Remark, Wish
from advisor.knowledge import Knowledge
from advisor.understanding.aside import at_home
from advisor.understanding.joining import names_school
from advisor.understanding.reactions import SAYS_NOTHING
from advisor.understanding.remarks import SELF
from advisor.understanding.segments import ANYTHING, asks
from advisor.understanding.subjects import kinds
from advisor.words import words

FEW_WORDS = 4


def asking(frames: list[Frame]) -> list[Frame]:
    """The parts that ask; what the others demand ("must be online, no GRE") holds for the part that asks for a set."""
    if not any(asks(frame.text) for frame in frames):
        saying = [f for f in frames if f.wishes or f.act != "explain" or not NOTHING.fullmatch(f.text)]
        return saying or frames  # "say I do it. Max 20k"
    asked = {name for frame in frames if asks(frame.text) for name in frame.subjects}
    keep = [
        f
        for f in frames
        if f.taken
        or asks(f.text)
        or f.order  # "the fastest one, and how much?"
        or (f.act in SETS and ANYTHING.match(f.text))  # "anything public here, and is it online?"
        or set(f.subjects) - asked  # "My teacher recommends X. How much is X?" asks once
        or (f.attributes and f.act not in {"explain", "filter"} and not REPORTED.match(f.text))
        or (f.attributes and len(words(f.text)) <= FEW_WORDS and not SELF.search(f.text))  # "X: price? deadline"
    ]
    told = [wish for frame in frames if frame not in keep for wish in frame.wishes]
    stays = any(MUST.search(frame.text) for frame in frames if frame not in keep)
    demands = tuple(w for w in told if stays or w.conditions[0].operator != "contains")  # "I'm from X" is no demand
    return [demanding(frame, demands) for frame in keep]


NOTHING = re.compile(
    rf"\W*(?:(?:{SAYS_NOTHING}|lets?|let's|say|suppose|assume|i|we|you|do|did|will|would|could|can|go|going|for|anyways?|then)\b\W*)+",
    re.I,
)  # words that say nothing of what is wanted


REPORTED = re.compile(
    r"\W*(?:my|our|the|an?|his|her|their)\s+\w+(?:\s+\w+)?\s+(?:recommend|sa(?:ys|id)|told|tells|think|thought|went|goes|suggest|like|want|love|mention|swear)",
    re.I,
)  # what somebody else says or does


MUST = re.compile(
    r"\b(?:must|have to|need to|need|want(?:s|ed)? (?:to|an?|the|some\w*)|wanna|looking for|stay|only|no further)\b|"
    r"\b(?:schools?|programs?|universit\w+|unis?|colleges?|ones?|something|anything) (?:in|near|around)\b",
    re.I,
)


def without_life(frames: list[Frame], knowledge: Knowledge) -> list[Frame]:
    """The parts without what only tells of a life beside a question for programs: an aim, or figures that ask for no sum."""
    asking = [f for f in frames if asks(f.text)]
    sought = any(not f.subjects and (f.kind or f.act == "recommend") for f in asking)
    sought = sought and not any(POINTS.search(f.text) for f in asking)
    return [f for f in frames if not (sought and _tells(f, knowledge))]


def _tells(frame: Frame, knowledge: Knowledge) -> bool:
    if asks(frame.text) or names_school(frame, knowledge) or not SELF.search(frame.text):
        return False
    return frame.act == "calculate" or bool(frame.act == "explain" and frame.subjects and AIMS.search(frame.text))


POINTS = re.compile(r"\b(?:that|it|this|there|those|they)\b", re.I)


def demanding(frame: Frame, demands: tuple[Wish, ...]) -> Frame:
    """A part that asks for a set, or just for options, with what was demanded before it."""
    if frame.subjects or not demands:
        return frame
    few = frame.kind and len(words(frame.text)) <= FEW_WORDS
    few = (few or WHICH_ONES.search(frame.text)) and not (frame.attributes or frame.order)
    act = "recommend" if frame.act == "explain" and few else frame.act
    return replace(frame, act=act, wishes=(*frame.wishes, *demands)) if act in SETS else frame


def demands(wish: Wish, part: str, told: Sequence[Remark]) -> bool:
    """ "An engineer in X" tells of a place and demands none."""
    return not at_home(wish, told) and (wish.conditions[0].operator != "contains" or MUST.search(part) is not None)


def recommended(frame: Frame, remarks: Sequence[Remark]) -> Frame:
    """ "Which program?" beside what a life demands asks what fits it."""
    named = frame.subjects or frame.wishes or frame.order or frame.tie
    ends = WHICH_ONES.search(frame.text)
    bare = (frame.kind or ends) and not named and (ends or not frame.attributes)
    few = ends or len(words(frame.text)) <= FEW_WORDS
    if not (bare and few and frame.act == "explain"):
        return frame
    if any(remark.wish for remark in remarks):
        return replace(frame, act="recommend", attributes=())
    judged = FOR_ONESELF.search(frame.text) and any(remark.asks for remark in remarks)
    return replace(frame, act="eligibility", attributes=()) if judged else frame


FOR_ONESELF = re.compile(r"\bany\w*\b.*\bfor (?:me|us|him|her)\b", re.I)  # "any program for me?"


WHICH_ONES = re.compile(
    r"\b(?:what|which|wich)\s(?:(?:\w+\s)?\w+s|one)\W*$|"
    r"\bwhat(?:'?s| is| are| do you have| have you got)\s?(?:out )?(?:there|available|possible|(?:my|the) (?:options|choices))?(?: for (?:me|us))?\W*$",
    re.I,
)  # "15k a year, what programs", "15k a year, what's out there"


def asked_by_a_life(
    message: str, remarks: Sequence[Remark], beside: Sequence[Wish], aims: Sequence[Frame]
) -> list[Frame]:
    """A life told without a question asks what fits it; a grade or a background, what it is worth; an aim, what leads to it."""
    if beside or any(remark.wish for remark in remarks):
        return [Frame(act="recommend", text=message, wishes=tuple(beside))]
    judged = any(remark.key == "gpa" or remark.asks for remark in remarks)
    return [*aims[:1], *([Frame(act="eligibility", text=message)] if judged else [])]


def of_programs(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a part names what the guides recommend programs for."""
    return any(name.kind in kinds(RECOMMENDED, knowledge) for name in frame.subjects)


RECOMMENDED = "recommended_programs"


AIMS = re.compile(
    r"\b(?:wants?|wanna|would like|hop(?:e|ing)|aim(?:ing)?|plan(?:ning)?|interested|dream(?:ing)?|goal|become|get(?:ting)? into|mov(?:e|ing) into|go(?:ing)? into)\b",
    re.I,
)

"""A message understood: its parts as frames, and what the person said about themselves."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from advisor.frame import Act, Frame, Remark, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.amounts import find_amounts
from advisor.understanding.asked import relevant
from advisor.understanding.mentions import find_mentions
from advisor.understanding.narrowing import without_guide_names
from advisor.understanding.reading import read_frame
from advisor.understanding.remarks import SELF, find_remarks
from advisor.understanding.segments import asks, claim_of, split
from advisor.understanding.subjects import SCHOOL, kinds
from advisor.words import STOP, stem, words

Closeness = Callable[[Sequence[str]], list[Mapping[str, float]]]


@dataclass(frozen=True)
class Understanding:
    """What one message asks and tells."""

    frames: tuple[Frame, ...]
    remarks: tuple[Remark, ...]


def understand(
    message: str, knowledge: Knowledge, common: Callable[[str], bool], closeness: Closeness
) -> Understanding:
    """Read a message by itself; what it leaves open is the conversation's to fill in."""
    parts = [pair for part in split(message) for pair in _pairs(part, knowledge, common)]
    personal = len(parts) > 1 and SELF.search(message)  # such parts are searched with the whole: one batch for all
    scores = closeness([*parts, message] if personal else parts)[: len(parts)]
    frames: list[Frame] = []
    remarks: list[Remark] = []
    beside: list[Wish] = []  # demands that stand in a remark about something else
    for part, score in zip(parts, scores, strict=True):
        mentions = find_mentions(without_guide_names(part, knowledge), knowledge.lexicon, common)
        amounts = find_amounts(part)
        frame = read_frame(part, mentions, amounts, score, knowledge)
        claim = claim_of(part)
        if claim and not SELF.search(claim) and len(parts) > 1:
            frames.append(replace(frame, text=claim, taken=True))
            continue
        told = find_remarks(part, amounts, _places(frame), knowledge)
        remarks += [r for r in told if r.key not in {known.key for known in remarks}]
        if told and not asks(part) and (_idle(frame) or _of_oneself(frame)):
            beside += [wish for wish in frame.wishes if wish.attribute not in _demanded(told)]
            continue
        frames.append(_wanting(frame))
    frames = [_recommended(frame, remarks) for frame in _asking(frames)]
    if not frames and any(remark.wish for remark in remarks):
        # a life told without a question asks what fits it
        frames.append(Frame(act="recommend", text=message, wishes=tuple(beside)))
    if all(frame.taken for frame in frames):
        frames = [replace(frame, taken=False) for frame in frames]
    if len(parts) > 1:
        frames = [_in_context(frame, message, frames, knowledge) for frame in _joined(frames, knowledge)]
    return Understanding(tuple(frames), tuple(remarks))


def _demanded(remarks: Sequence[Remark]) -> set[str]:
    return {remark.wish.attribute for remark in remarks if remark.wish}


def _wanting(frame: Frame) -> Frame:
    """ "I don't want online": a demand by itself asks what meets it."""
    choices = frame.wishes and all(c.operator == "is" for wish in frame.wishes for c in wish.conditions)
    bare = choices and frame.act == "explain" and not (frame.subjects or frame.attributes or asks(frame.text))
    return replace(frame, act="recommend") if bare and WANTS.search(frame.text) else frame


WANTS = re.compile(r"\b(?:i|we)(?:'?d)? (?:really |would )?(?:do ?n[o']?t )?(?:want|need|prefer|like)\b", re.I)


def _recommended(frame: Frame, remarks: Sequence[Remark]) -> Frame:
    """ "Which program?" beside what a life demands asks what fits it."""
    bare = frame.kind and not (frame.subjects or frame.attributes or frame.wishes or frame.order or frame.tie)
    few = len(words(frame.text)) <= FEW_WORDS
    return replace(frame, act="recommend") if bare and few and any(remark.wish for remark in remarks) else frame


def _asking(frames: list[Frame]) -> list[Frame]:
    """The parts that ask; what the others demand ("must be online, no GRE") holds for the part that asks for a set."""
    if not any(asks(frame.text) for frame in frames):
        return frames
    keep = [
        f
        for f in frames
        if f.taken or asks(f.text) or f.subjects or (f.attributes and f.act not in {"explain", "filter"})
    ]
    told = [wish for frame in frames if frame not in keep for wish in frame.wishes]
    demands = tuple(wish for wish in told if wish.conditions[0].operator != "contains")  # "I'm from X" is no demand
    return [
        replace(frame, wishes=(*frame.wishes, *demands)) if frame.act in SETS and not frame.subjects else frame
        for frame in keep
    ]


def _pairs(part: str, knowledge: Knowledge, common: Callable[[str], bool]) -> list[str]:
    """ "A's credits, B per credit, C how long": cut at the commas where every piece has its own subject and attribute."""
    pieces = [piece.strip() for piece in part.split(",")]
    if len(pieces) < 2:
        return _sides(part, knowledge, common)
    found = [find_mentions(piece, knowledge.lexicon, common) for piece in pieces]
    return (
        pieces
        if all(m.subjects and (m.attributes or PER_WORD.search(p)) for m, p in zip(found, pieces, strict=True))
        else [part]
    )


def _sides(part: str, knowledge: Knowledge, common: Callable[[str], bool]) -> list[str]:
    """ "A's price vs B's length": two sides that ask for different attributes of different subjects."""
    for joint in islice(JOINT.finditer(part), MOST_JOINTS):
        sides = [part[: joint.start()].strip(), part[joint.end() :].strip()]
        one, other = (find_mentions(side, knowledge.lexicon, common) for side in sides)
        apart = not ({m.meant for m in one.subjects} & {m.meant for m in other.subjects})
        asked = [{name for m in side.attributes for name in m.meant} for side in (one, other)]
        counted = re.search(r"\d", part)  # a sum over both sides stays one
        if not counted and one.subjects and other.subjects and apart and all(asked) and not asked[0] & asked[1]:
            return sides
    return [part]


JOINT = re.compile(r"\s(?:vs\.?|versus|and|with|to|against|&)\s", re.I)
MOST_JOINTS = 8  # a message of joints alone would be read once for each of them
PER_WORD = re.compile(r"\bper\s\w+", re.I)


SETS = {"filter", "rank", "count", "recommend"}


def _idle(frame: Frame) -> bool:
    """A part that names nothing and asks nothing."""
    named = frame.subjects or frame.tie or frame.strangers or frame.attributes or frame.order
    return frame.act in {"explain", "filter"} and not named


def _of_oneself(frame: Frame) -> bool:
    """ "I work in a hospital lab", "I won't take the GRE": the words for an attribute ask for nothing."""
    schools = any(name.kind == SCHOOL for name in frame.subjects)
    return frame.act == "explain" and not (schools or frame.tie) and bool(SELF.search(frame.text))


def _in_context(frame: Frame, message: str, frames: Sequence[Frame], knowledge: Knowledge) -> Frame:
    """A personal question, or one of few words that tell little, is searched with all that was said around it."""
    personal = frame.act in {"eligibility", "recommend"}
    alone = _telling(frame.text, knowledge) and not any(other.subjects for other in frames)
    after = any(other.taken for other in frames) and not (frame.subjects or frame.attributes)
    short = len(words(frame.text)) <= FEW_WORDS or after
    lone = frame.act == "explain" and short and not (alone or frame.taken)
    outside = 0.0 if after else frame.outside
    return replace(frame, text=message, outside=outside) if personal or lone else frame


def _telling(text: str, knowledge: Knowledge) -> bool:
    return any(word not in STOP and stem(word) in knowledge.frequencies for word in words(text))


FEW_WORDS = 4


def _places(frame: Frame) -> list[Name]:
    return [
        Name(w.attribute, str(w.conditions[0].value)) for w in frame.wishes if w.conditions[0].operator == "contains"
    ]


def _given(frame: Frame, attributes: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether some guide gives an attribute of the part's subjects."""
    return any(f.cell.known for name in frame.subjects for a in attributes for f in knowledge.facts(name, a))


def _chooses(frame: Frame) -> bool:
    """ "Which one is cheaper?" right after two names chooses between them."""
    named = frame.subjects or frame.tie or frame.strangers or frame.wishes
    return frame.order is not None and not named and bool(CHOOSES.search(frame.text))


CHOOSES = re.compile(r"\bwhich (?:one |of (?:them|those|these|the two) )?(?:is|has|costs?|takes?)\b|\bone\b", re.I)


def _joined(frames: list[Frame], knowledge: Knowledge) -> list[Frame]:
    """A part that names only an attribute takes the subjects of the part before it."""
    joined: list[Frame] = []
    for frame in frames:
        before = joined[-1] if joined else None
        if before and before.strangers and not (frame.subjects or frame.strangers or frame.kind) and frame.attributes:
            continue  # more about somebody of whom no guide speaks
        if before and len(before.subjects) > 1 and not asks(before.text) and _chooses(frame):
            assert frame.order is not None
            by = tuple(dict.fromkeys((frame.order.attribute, *frame.attributes)))
            joined[-1] = replace(frame, subjects=before.subjects, attributes=by, act="compare", order=None, limit=None)
            continue
        if before and before.subjects and not (frame.subjects or frame.tie or frame.strangers or frame.order):
            asked = frame.attributes or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
            attributes = relevant(asked, [name.kind for name in before.subjects], knowledge)
            own = frame.kind is None or not any(frame.kind in kinds(a, knowledge) for a in attributes)
            of = {name.kind for name in before.subjects}
            own = own and (frame.kind in {None, *of} or _given(before, attributes, knowledge))
            if attributes and own and frame.act in {"explain", "look_up", "filter"}:
                if not before.attributes and not asks(before.text):
                    joined.pop()  # "I work at X. Do they pay?": the first part only names whom the second is about
                act: Act = "look_up" if len(before.subjects) == 1 else "compare"
                joined.append(replace(frame, subjects=before.subjects, attributes=attributes, wishes=(), act=act))
                continue
        if before and _goes_on(before, frame):
            joined[-1] = replace(before, wishes=(*before.wishes, *frame.wishes))
            continue
        joined.append(frame)
    return joined


def _goes_on(before: Frame, frame: Frame) -> bool:
    """ "How many have no GRE and are online": a verb without anybody goes on about the set before it."""
    bare = not (frame.subjects or frame.tie or frame.strangers or frame.kind or frame.order)
    return bool(before.act in SETS and not before.subjects and bare and frame.wishes and GOES_ON.match(frame.text))


GOES_ON = re.compile(
    r"\W*(?:are|is|do|does|have|has|don'?t|aren'?t|isn'?t)\b(?! (?:they|it|these|those|there|i|the|any)\b)", re.I
)

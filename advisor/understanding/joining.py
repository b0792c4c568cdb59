"""Parts of a message that belong together: one goes on with, chooses between or repeats what another asks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Act, Frame
from advisor.knowledge import Knowledge
from advisor.understanding.asked import relevant
from advisor.understanding.segments import asks
from advisor.understanding.subjects import SCHOOL, kinds
from advisor.words import words

SETS = {"filter", "rank", "count", "recommend"}


def names_school(frame: Frame) -> bool:
    """Whether a part names a school, known or not."""
    return bool(frame.tie or frame.strangers) or any(name.kind == SCHOOL for name in frame.subjects)


def joined(frames: list[Frame], knowledge: Knowledge) -> list[Frame]:
    """A part that names only an attribute takes the subjects of the part before it."""
    joined: list[Frame] = []
    for read in frames:
        before = joined[-1] if joined else None
        frame = (
            _choosing(read, before)
            or _same_of(read, before)
            or _top_of_the_place(read, before, knowledge)
            or _others(read, before)
            or _of_the_named(read, before)
        )
        if before and frame is not read:
            if not asks(before.text) or (frame.act == "compare" and not before.attributes):
                joined.pop()
            before = None
        if before and before.strangers and not (frame.subjects or frame.strangers or frame.kind) and frame.attributes:
            continue  # more about somebody of whom no guide speaks
        if before and (tied := _of_the_tied(frame, before, knowledge)):
            joined[-1] = tied
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


def _choosing(frame: Frame, before: Frame | None) -> Frame | None:
    """ "X or Y? Which one is cheaper?": a superlative right after the names is asked of them."""
    if before is None or len(before.subjects) < 2 or frame.order is None or not _chooses(frame):
        return None
    by = tuple(dict.fromkeys((frame.order.attribute, *frame.attributes)))
    return replace(frame, subjects=before.subjects, attributes=by, act="compare", order=None, limit=None)


def _same_of(frame: Frame, before: Frame | None) -> Frame | None:
    """ "Credits at X? And at Y?": another name alone asks for the same."""
    if before is None or not (before.attributes and frame.subjects and frame.weak and ALSO.match(frame.text)):
        return None
    return replace(frame, attributes=before.attributes, narrowing=before.narrowing, act="look_up", weak=False)


ALSO = re.compile(
    r"\W*(?:and|what about|how about|same (?:for|at)|also)\s(?:at |for |of |the |about )*(?!\w+ (?:is|are|do|does)\b)",
    re.I,
)


def _top_of_the_place(frame: Frame, before: Frame | None, knowledge: Knowledge) -> Frame | None:
    """ "How many are there in X, and which is the top one": what a table of places calls the top is X's own."""
    if before is None or not before.subjects or frame.subjects or frame.order is None or frame.wishes:
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


def _others(frame: Frame, before: Frame | None) -> Frame | None:
    """ "Everybody says X. What else is online?": a set without whom the part before it named."""
    if before is None or frame.subjects or not (before.subjects and frame.wishes and ELSE.search(frame.text)):
        return None
    kind = frame.kind or SCHOOL
    without = tuple(name for name in before.subjects if name.kind == kind)
    act = frame.act if frame.act in SETS else "filter"
    return replace(frame, act=act, kind=kind, excluded=(*frame.excluded, *without)) if without else None


def _of_the_named(frame: Frame, before: Frame | None) -> Frame:
    """ "X, my GPA is 3.1, will they take me?": the chances that are asked are those at the school named before."""
    if before is None or frame.act != "eligibility" or names_school(frame) or not names_school(before):
        return frame
    return replace(frame, subjects=before.subjects, tie=before.tie)


def _of_the_tied(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "The GRE at X, and the price?" where X fits two: one question back, about all that is asked."""
    named = frame.subjects or frame.tie or frame.strangers or frame.order or frame.kind
    if not before.tie or before.subjects or named or frame.act not in {"explain", "look_up"}:
        return None
    more = relevant(frame.attributes, [name.kind for name in before.tie], knowledge)
    text = f"{before.text} and {frame.text}"
    attributes = tuple(dict.fromkeys((*before.attributes, *more)))
    return replace(before, text=text, attributes=attributes, act="look_up") if more else None


def _goes_on(before: Frame, frame: Frame) -> bool:
    """ "How many have no GRE and are online": a verb without anybody goes on about the set before it."""
    bare = not (frame.subjects or frame.tie or frame.strangers or frame.kind or frame.order)
    return bool(before.act in SETS and not before.subjects and bare and frame.wishes and GOES_ON.match(frame.text))


ELSE = re.compile(
    r"\b(?:what|who|where|which|anything|something|anyone|any \w+|anywhere)(?: \w+)? else\b|\b(?:(?:any|what|which) )?(?:others?|alternatives?)\b|"
    r"\b(?:besides|apart from|other than) (?:that|it|them|those)\b",
    re.I,
)
GOES_ON = re.compile(
    r"\W*(?:are|is|do|does|have|has|don'?t|aren'?t|isn'?t)\b(?! (?:they|it|these|those|there|i|the|any)\b)", re.I
)


def _given(frame: Frame, attributes: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether some guide gives an attribute of the part's subjects."""
    return any(f.cell.known for name in frame.subjects for a in attributes for f in knowledge.facts(name, a))


def _chooses(frame: Frame) -> bool:
    """ "Which one is cheaper?" right after two names chooses between them."""
    named = frame.subjects or frame.tie or frame.strangers or frame.wishes
    return frame.order is not None and not named and bool(CHOOSES.search(frame.text))


CHOOSES = re.compile(r"\bwhich (?:one |of (?:them|those|these|the two) )?(?:is|has|costs?|takes?)\b|\bone\b", re.I)

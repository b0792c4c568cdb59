"""Parts of a message that belong together: one goes on with, chooses between or repeats what another asks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import SETS, Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.acts import CHANCES
from advisor.understanding.against import against
from advisor.understanding.asked import relevant
from advisor.understanding.choosing import choosing
from advisor.understanding.context import points_back
from advisor.understanding.going_on import among, end_of, goes_on, of_two_ways, others, top_of_the_place
from advisor.understanding.of_the_named import (
    IT,
    Reader,
    about_the_named,
    for_that,
    given,
    of_the_next,
    same_of_it,
    with_name,
)
from advisor.understanding.segments import asks
from advisor.understanding.subjects import kinds


def names_school(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a part names a school, known or not."""
    return bool(frame.tie or frame.strangers) or any(name.kind == knowledge.main_kind for name in frame.subjects)


def joined(frames: list[Frame], knowledge: Knowledge, reader: Reader) -> list[Frame]:
    """A part that names only an attribute takes the subjects of the part before it; `reader` reads words anew."""
    joined: list[Frame] = []
    frames = [of_the_next(frame, after, knowledge) for frame, after in zip(frames, [*frames[1:], None], strict=True)]
    for read in frames:
        before = joined[-1] if joined else None
        frame = _meant(about_the_named(read, joined, knowledge, reader), joined, knowledge, reader)
        if before and frame is not read:
            if _only_leads(before, frame):
                joined.pop()
        elif before and before.strangers and _more_of_a_stranger(frame):
            continue
        elif before and (both := _in_one(frame, before, knowledge)):
            joined[-1] = both
            continue
        elif before and (taken := _of_those(frame, _named_before(joined), knowledge)):
            if before.subjects and not before.attributes and not asks(before.text):
                joined.pop()  # "I work at X. Do they pay?": the first part only names whom the second is about
            frame = taken
        joined.append(frame)
    return [frame for at, frame in enumerate(joined) if not _only_names(frame, joined[at + 1 :])]


def _named_before(earlier: Sequence[Frame]) -> Frame:
    """The part that a next one goes on from: what asks of nobody and nothing in particular stands between and is passed over."""
    return next((each for each in reversed(earlier) if not _bare(each)), earlier[-1])


def _bare(frame: Frame) -> bool:
    named = frame.names_somebody or frame.attributes or frame.wishes or frame.order or frame.kind or frame.taken
    return frame.act == "explain" and not named


def _only_leads(before: Frame, frame: Frame) -> bool:
    """ "Compare X and Y. Which is cheaper?": what asks nothing of its own that the part behind it does not."""
    asked = before.attributes or before.wishes or CHANCES.search(before.text)
    sets = before.act in SETS and frame.act in SETS
    return not (asked or sets) and (not asks(before.text) or frame.act == "compare")


def _more_of_a_stranger(frame: Frame) -> bool:
    """ "The price of X, and is it on the list?": more about somebody of whom no guide speaks."""
    named = frame.subjects or frame.strangers or frame.tie or frame.kind
    return not named and bool(frame.attributes or IT.search(frame.text))


def _only_names(frame: Frame, later: Sequence[Frame]) -> bool:
    """ "OK, X sounds right. How many credits?", "X or Y? Price?": what only names whom the questions after it are about."""
    told = frame.attributes or frame.wishes or frame.order or frame.tie or frame.strangers or frame.taken
    if told or frame.act not in {"explain", "compare"} or not frame.subjects or asks(frame.text.rstrip("?! ")):
        return False
    return any(each.subjects == frame.subjects and each.attributes for each in later)


def _meant(frame: Frame, earlier: Sequence[Frame], knowledge: Knowledge, reader: Reader) -> Frame:
    """The part as it is meant behind those before it; itself where it stands alone."""
    if not earlier:
        return frame
    before = earlier[-1]
    several = next((each for each in reversed(earlier) if len(each.subjects) > 1 and each.act == "compare"), before)
    return (
        against(frame, before.subjects)
        or choosing(frame, several if not before.names_somebody else before, knowledge)
        or _same_of(frame, before)
        or top_of_the_place(frame, before, knowledge)
        or others(frame, before, knowledge)
        or among(frame, earlier)
        or end_of(frame, before, knowledge)
        or same_of_it(frame, before)
        or of_two_ways(frame, _named_before(earlier) if frame.order else before)
        or for_that(frame, earlier, reader)
        or _of_the_named(frame, before, knowledge)
    )


def _in_one(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """Both parts as one, where the second asks more of the same set, tie or subject."""
    if tied := _of_the_tied(frame, before, knowledge):
        return tied
    if _of_both(frame, before, knowledge):
        return replace(before, text=f"{before.text} {frame.text}")
    if goes_on(before, frame) and not before.subjects:
        return replace(before, wishes=(*before.wishes, *frame.wishes))
    more = _of_those(frame, before, knowledge)
    if more and _more_of(frame, before, knowledge):
        both = tuple(dict.fromkeys((*before.attributes, *more.attributes)))
        return replace(before, text=f"{before.text} {frame.text}", attributes=both)
    return None


def _of_both(frame: Frame, before: Frame, knowledge: Knowledge) -> bool:
    """ "I waver between X and Y. What's different about them?": the question is about whom the part before only names."""
    bare = not (frame.subjects or frame.tie or frame.strangers or frame.attributes or frame.wishes or frame.kind)
    named = before.act == "compare" and len(before.subjects) > 1 and not asks(before.text)
    return named and bare and frame.act == "explain" and points_back(frame.text, knowledge)


def _of_those(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """A part that names only attributes, asked of the subjects before it."""
    if not before.subjects or frame.subjects or frame.tie or frame.strangers or frame.order:
        return None
    asked = tuple(dict.fromkeys((*frame.attributes, *(wish.attribute for wish in frame.wishes))))
    attributes = relevant(asked, [name.kind for name in before.subjects], knowledge)
    if before.kind == knowledge.main_kind and not names_school(before, knowledge):
        return None  # "the best program for X, and how much is it": asked of whatever is found
    if (
        attributes
        and (before.act == "compare" or not names_school(before, knowledge))
        and all(_of_others_only(a, before.subjects, knowledge) for a in attributes)
    ):
        return None  # "and what might I earn": no school's pay is given, but that of jobs is
    own = frame.kind is None or not any(frame.kind in kinds(a, knowledge) for a in attributes)
    of = {name.kind for name in before.subjects}
    if frame.kind and frame.kind not in of and any(frame.kind in kinds(a, knowledge) for a in frame.attributes):
        return None  # "and do employers pay": asked of a kind of its own
    own = own and (frame.kind in {None, *of} or given(before, attributes, knowledge))
    if not (attributes and own and frame.act in {"explain", "look_up", "filter"}):
        return None
    if len(before.subjects) > 1:
        return replace(frame, subjects=before.subjects, attributes=attributes, wishes=(), act="compare")
    text = with_name(frame.text, before.subjects[0])
    meant = replace(frame, subjects=before.subjects, attributes=attributes, wishes=(), act="look_up")
    return replace(meant, text=text, asked=frame.own)


def _of_others_only(attribute: str, names: Sequence[Name], knowledge: Knowledge) -> bool:
    """Whether an attribute is given for things of another kind and for nothing of theirs."""
    given = knowledge.kinds_of.get(attribute, frozenset())
    return bool(given) and given.isdisjoint({name.kind for name in names})


def _same_of(frame: Frame, before: Frame) -> Frame | None:
    """ "Credits at X? And at Y?": another name alone asks for the same."""
    if not (before.attributes and frame.subjects and frame.weak and ALSO.match(frame.text)):
        return None
    return replace(frame, attributes=before.attributes, narrowing=before.narrowing, act="look_up", weak=False)


ALSO = re.compile(
    r"\W*(?:and|what about|how about|same (?:for|at)|also)\s(?:at |for |of |the |about )*(?!\w+ (?:is|are|do|does)\b)",
    re.I,
)


def _of_the_named(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame:
    """ "X, my GPA is 3.1, will they take me?": the chances that are asked are those at the school named before."""
    if frame.act != "eligibility" or names_school(frame, knowledge) or not names_school(before, knowledge):
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


def _more_of(frame: Frame, before: Frame, knowledge: Knowledge) -> bool:
    """ "X: cost? credits? thesis?": another attribute of the same one is told in one breath with the first."""
    figured = re.search(r"\d", before.text + frame.text)  # asks for a sum, or claims a figure
    plain = not (frame.wishes or before.wishes or figured) and frame.narrowing == before.narrowing
    one = before.act == "look_up" and bool(before.attributes) and len(before.subjects) == 1
    asked = (*before.attributes, *frame.attributes)  # what no cell gives is looked for in words, by itself
    return one and plain and all(given(before, [attribute], knowledge) for attribute in asked)

"""Several parts at once: all the last questions about somebody else, and parts that go on about the one the others mean."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.conversing.footing import Footing
from advisor.conversing.pointing import MANY, PAIR
from advisor.conversing.repeating import same_question
from advisor.conversing.shown import with_names
from advisor.frame import Frame
from advisor.lexicon import Name
from advisor.understanding.understand import Understanding


def each_again(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """ "Same for Stevens" after a message of several questions about one subject: each of them again."""
    before = [frame for frame in footing.last.frames if frame.subjects]
    frame = understood.frames[0] if len(understood.frames) == 1 else None
    if frame is None or len(before) < 2 or len({each.subjects for each in before}) > 1:
        return ()
    if not (frame.subjects or frame.tie) or frame.attributes or frame.order or frame.wishes:
        return ()
    again = tuple(same_question(frame, _on(each, footing)) for each in before)
    return (
        again
        if all(a.attributes == b.attributes and a.act != "filter" for a, b in zip(again, before, strict=True))
        else ()
    )


def _on(frame: Frame, footing: Footing) -> Footing:
    """The footing as if only this part had been answered last."""
    *earlier, last = footing.conversation.exchanges
    talk = replace(footing.conversation, exchanges=(*earlier, replace(last, frames=(frame,))))
    return replace(footing, conversation=talk)


def all_of_one(frames: tuple[Frame, ...], heard: Sequence[Frame], footing: Footing) -> tuple[Frame, ...]:
    """ "How many credits is it, and what do grads do after?": where one part points at a shown subject, so does an open one."""
    if len(frames) < 2 or len(frames) != len(heard):
        return frames
    meant = {a.subjects for a, b in zip(frames, heard, strict=True) if len(a.subjects) == 1 and not b.subjects}
    named = any(frame.names_somebody for frame in heard)
    if named or len(meant) != 1 or (names := meant.pop())[0] not in footing.last.shown:
        return frames
    return tuple(_of(frame, names) for frame in frames)


def _of(frame: Frame, names: tuple[Name, ...]) -> Frame:
    if _open(frame):
        return replace(frame, subjects=names, text=with_names(frame.text, names))
    if frame.act == "explain" and frame.wishes and not (frame.subjects or frame.kind or frame.order):
        asked = tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
        return replace(frame, subjects=names, act="look_up", attributes=asked, wishes=())  # "do I need the GRE?"
    beside = len(frame.subjects) > 1 and names[0] in frame.subjects and frame.attributes
    several = MANY.search(frame.text) or PAIR.search(frame.text)
    return replace(frame, subjects=names, act="look_up") if beside and not several else frame


def _open(frame: Frame) -> bool:
    """Whether a part names nothing that it could be about, and no field as a whole."""
    named = frame.subjects or frame.attributes or frame.wishes or frame.order or frame.kind
    return frame.act == "explain" and not named and not WHOLE.search(frame.text)


WHOLE = re.compile(r"\b(?:masters?|degrees?|programs?|in general|usually|an?)\b", re.I)

"""A question searched with all that is said around it, where that finds more: what it is about may stand before it."""

from dataclasses import replace

from advisor.answering.passages import NEAR, Passage, Searching, choose
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.vectors import Vector
from advisor.words import NEUTRAL, words


def with_around(frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge) -> tuple[Frame, Vector]:
    """The frame and its vector as they are best searched: by what is asked alone, or by the whole message.

    Sentences before a question often say what it is about, and as often that somebody slept badly; whichever of the two
    some passage answers better is taken.
    """
    if not frame.around or frame.subjects or frame.act not in SEARCHED:
        return frame, vector
    wide, of_all = replace(frame, text=frame.around, around=""), library.vectors([frame.around])[0]
    if frame.act == "filter" and not tells_more(frame, knowledge):
        return wide, of_all  # "which online one": what for stands around it
    own, all_said = _best(frame, vector, library, knowledge), _best(wide, of_all, library, knowledge)
    if own and all_said and own.nearness >= NEAR and all_said.chunk.id in frame.told and own.chunk.id not in frame.told:
        return frame, vector  # what was said before it only finds what was just told
    alone, with_all = (found.nearness if found else 0.0 for found in (own, all_said))
    lead = LEAD if not frame.itself or with_all < NEAR else 1.0  # "it" is first of all what was just spoken of
    return (wide, of_all) if with_all > alone - lead else (frame, vector)


def tells_more(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a question has a telling word beyond the conditions that were read from it."""
    said = {word for wish in frame.wishes for word in words(wish.said)}
    return any(word.isalpha() and word not in knowledge.stop | NEUTRAL | said for word in words(frame.text))


SEARCHED = {"explain", "filter"}
LEAD = 0.03  # by so much a question has to be answered better alone


def _best(frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge) -> Passage | None:
    return max(choose(frame, vector, library, knowledge, most=1), key=lambda passage: passage.nearness, default=None)

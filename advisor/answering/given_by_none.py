"""What no guide gives for anybody, and names that no guide has."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering.look_ups import answer_look_up, say_stranger
from advisor.answering.not_listed import cannot_tell
from advisor.answering.own_wishes import mine
from advisor.answering.set_answers import answer_filter
from advisor.frame import Frame, Remark
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard
from advisor.understanding.acts import OPEN


def of_strangers(
    frame: Frame, profile: Sequence[Remark], knowledge: Knowledge, guides: Mapping[str, GuideCard]
) -> Part:
    """That no guide speaks of them; and of a place that is named beside them, what is there."""
    unknown = tuple(say_stranger(name) for name in frame.strangers)
    if any(c.operator == "contains" for wish in frame.wishes for c in wish.conditions):
        there = replace(frame, act="filter", strangers=(), kind=frame.kind or knowledge.main_kind)
        part = answer_filter(there, mine(there, profile), knowledge, guides)
        if part.status == "answered":
            return replace(part, status="partly_answered", blocks=(*unknown, *part.blocks))
    return Part(frame, "not_covered", unknown)


def given_by_none(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """What no guide gives for anybody: no need to ask back who is meant, and nothing to put in order."""
    if not frame.attributes or not set(frame.attributes) <= knowledge.ungiven:
        return None
    if frame.tie and not frame.subjects:
        return answer_look_up(replace(frame, subjects=frame.tie, tie=()), knowledge, guides)
    whether = frame.act == "filter" and OPEN.match(
        frame.text
    )  # "can I get a visa with the online ones" asks for no list
    return cannot_tell(frame, (), knowledge, frame.attributes[0]) if whether or frame.act == "rank" else None

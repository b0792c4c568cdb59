"""Whatever is put in order: the places of a ranking, an end of another attribute among its first, or any other order."""

from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.each_place import answer_each_place
from advisor.answering.ranks import answer_places, leaders, rank_attribute, top_of
from advisor.answering.set_answers import answer_rank
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard


def in_order(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part:
    """Places of a ranking, an end of another attribute among its first, or any other order."""
    if frame.order and frame.order.attribute == rank_attribute(knowledge):
        return answer_places(frame, knowledge, guides)
    if most := top_of(frame.text):
        return _of_leaders(frame, most, knowledge, guides)
    each = answer_each_place(frame, frame.wishes, knowledge, guides)
    return each or answer_rank(frame, frame.wishes, knowledge, guides)


def joined_parts(part: Part, other: Part) -> Part:
    """What was put in order, and what else is asked of it."""
    status = part.status if other.status == "answered" else "partly_answered"
    return replace(part, status=status, blocks=(*part.blocks, *other.blocks), topics=part.topics | other.topics)


def _of_leaders(frame: Frame, most: int, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part:
    """ "The cheapest of the top ten": the end of another attribute among the first of each list."""
    parts = []
    for guide, names in leaders(frame, most, knowledge):
        limit = None if frame.limit == most else frame.limit
        inside = replace(frame, subjects=names, limit=limit, narrowing=replace(frame.narrowing, guides=(guide,)))
        parts.append(answer_rank(inside, frame.wishes, knowledge, guides))
    told = [part for part in parts if part.status == "answered"]
    if not told:
        return answer_rank(frame, frame.wishes, knowledge, guides)
    blocks = dict.fromkeys(block for part in told for block in part.blocks)
    return replace(told[0], frame=frame, blocks=tuple(blocks))

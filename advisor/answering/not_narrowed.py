"""Conditions on what no guide gives for anybody: the rest is answered, and it is said that it was not narrowed."""

from dataclasses import replace

from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import label_of, listed

OF_SETS = {"rank", "filter", "count", "calculate", "recommend"}


def without_ungiven(frame: Frame, knowledge: Knowledge) -> Frame | None:
    """The frame without its conditions on what no table gives, where something else is asked of a set."""
    kept = tuple(wish for wish in frame.wishes if wish.attribute not in knowledge.ungiven)
    told = frame.order or frame.attributes or kept
    return replace(frame, wishes=kept) if frame.act in OF_SETS and told and len(kept) < len(frame.wishes) else None


def say_not_narrowed(part: Part, frame: Frame, knowledge: Knowledge) -> Part:
    """The answer, and which conditions it does not keep."""
    if part.status not in {"answered", "partly_answered"}:
        return replace(part, frame=frame)
    lost = [wish for wish in frame.wishes if wish not in part.frame.wishes]
    labels = listed(dict.fromkeys(label_of(wish.attribute, knowledge) for wish in lost), "or")
    text = f"No guide lists {labels}, so this is not narrowed to {listed([wish.said for wish in lost])}."
    blocks = (*part.blocks, Paragraph((Claim(text, kind="plain"),)))
    return replace(part, frame=frame, status="partly_answered", blocks=blocks)

"""One end of an order in each of several places: "the cheapest in each of X and Y"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answer import Status
from advisor.answering.set_answers import answer_rank
from advisor.draft import Block
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard

EACH = re.compile(r"\b(?:each|every|per|respectively|both|either)\b|\bin \w+(?: \w+)? and in\b", re.I)
MOST = 4


def answer_each_place(
    frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge, guides: Mapping[str, GuideCard]
) -> Part | None:
    """The same order place by place; None where one over all of them is asked."""
    there = next((w for w in wishes if not w.negated and w.conditions[0].operator == "contains"), None)
    if there is None or len(there.conditions) == 1 or not EACH.search(frame.text):
        return None
    rest = [wish for wish in wishes if wish is not there]
    parts = []
    for where in there.conditions[:MOST]:
        own = Wish((where,), f"in {where.value}")
        parts.append(answer_rank(replace(frame, wishes=(own, *rest)), [own, *rest], knowledge, guides))
    status: Status = "answered" if all(part.status == "answered" for part in parts) else "partly_answered"
    blocks: tuple[Block, ...] = tuple(dict.fromkeys(block for part in parts for block in part.blocks))
    shown = tuple(dict.fromkeys(name for part in parts for name in part.shown))
    told = any(part.status == "answered" for part in parts)
    return Part(frame, status, blocks, shown, parts[0].topics) if told else None

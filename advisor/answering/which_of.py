"""Which of the named subjects meet a condition: "X or Y, which one needs no test", "is X or Y private"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.comparisons import answer_compare
from advisor.answering.set_words import conditions_said
from advisor.draft import Block, Claim, DraftTable, Paragraph
from advisor.facts import look_up, wish_met
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, listed
from advisor.tables import Fact

Guides = Mapping[str, GuideCard]
ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|hey|hi)\W+)*(?:is|are|does|do|can|will|has|have)\b|\b(?:which|who|what|any|either|neither|none|whichever)\b",
    re.I,
)
MOST = 6


def answer_which_of(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """Guide by guide who matches, then their values; None where no condition is asked of several subjects."""
    names = frame.subjects[:MOST]
    if (
        frame.act != "compare"
        or len(names) < BOTH
        or not frame.wishes
        or frame.attributes
        or not ASKS.search(frame.text)
    ):
        return None
    asked = tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    beside = answer_compare(replace(frame, attributes=asked, wishes=()), knowledge, guides)
    claims = [claim for guide in guides if (claim := _in_guide(guide, names, frame, knowledge, guides))]
    if not claims or not any(isinstance(block, DraftTable) for block in beside.blocks):
        return None
    start = next(at for at, block in enumerate(beside.blocks) if isinstance(block, DraftTable))
    blocks: tuple[Block, ...] = (Paragraph(tuple(claims)), *beside.blocks[start:])
    return replace(beside, frame=frame, blocks=blocks)


BOTH = 2


def _in_guide(guide: str, names: tuple[Name, ...], frame: Frame, knowledge: Knowledge, guides: Guides) -> Claim | None:
    """Who of those that a guide tells of meets all conditions."""
    told = {name: facts for name in names if (facts := _telling(name, guide, frame, knowledge))}
    if not told:
        return None
    met = [n for n, facts in told.items() if all(wish_met(facts, wish) for wish in frame.wishes)]
    who, verb = listed([name.name for name in met]), "match" if len(met) > 1 else "matches"
    if not met and len(told) == 1:
        who, verb = next(iter(told)).name, "does not match"
    elif not met:
        who = f"neither {listed([n.name for n in told], 'nor')}" if len(told) == BOTH else "none of them"
    sources = dict.fromkeys(fact.source for name in met or told for fact in told[name])
    return Claim(f"{guides[guide].tag}: {who} {verb}{conditions_said(frame.wishes)}.", tuple(sources))


def _telling(name: Name, guide: str, frame: Frame, knowledge: Knowledge) -> list[Fact]:
    """What a guide gives for one subject on all that is demanded; empty where it lacks some of it."""
    found = [look_up(name, wish.attribute, replace(frame, wishes=()), knowledge) for wish in frame.wishes]
    mine = [[fact for fact in facts if fact.guide == guide] for facts in found]
    return [fact for facts in mine for fact in facts] if all(mine) else []

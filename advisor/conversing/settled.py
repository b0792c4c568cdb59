"""What a part leaves open, settled before it is answered: a turn of phrase, a name that fits several."""

from dataclasses import replace

from advisor.conversation import Exchange
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.levels import levels_in
from advisor.words import phrase


def settled(frame: Frame, last: Exchange | None, knowledge: Knowledge) -> Frame:
    """A turn of phrase that nobody is named for asks for no attribute that tables give ("how much"), but for one that none
    gives ("when does it start"); a tie that was asked back once means them all.
    """
    if frame.weak and not (frame.subjects or frame.tie or frame.strangers or levels_in(frame.text, knowledge)):
        return replace(frame, attributes=tuple(a for a in frame.attributes if a in knowledge.ungiven))
    if (there := _standing_there(frame, knowledge)) is not None:
        return replace(frame, subjects=(there,), tie=())
    if frame.tie and not (frame.subjects or frame.attributes) and asked_back(last):
        return replace(frame, subjects=frame.tie, tie=())
    return frame


def _standing_there(frame: Frame, knowledge: Knowledge) -> Name | None:
    """Of several that one name fits, the only one that is in the place that is named beside it."""
    wanted = [c for wish in frame.wishes for c in wish.conditions if c.operator == "contains" and not wish.negated]
    if not frame.tie or frame.subjects or len(wanted) != 1:
        return None
    said = f" {phrase(str(wanted[0].value))} "
    there = [
        n for n in frame.tie if any(said in f" {phrase(f.cell.text)} " for f in knowledge.facts(n, wanted[0].attribute))
    ]
    return there[0] if len(there) == 1 else None


def asked_back(last: Exchange | None) -> bool:
    """Whether the last answer was a question back."""
    return last is not None and last.answer.status == "clarify"

"""The odds of a job or a pay: no guide gives any, and what graduates find is said instead."""

from advisor.answering.open_questions import answer_open
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.understanding.hoping import PAY, PROMISED, hoped

NONE_GIVEN = "The guides give no odds of that."
NOBODY_CAN = "Nobody can promise that."


def answer_odds(frame: Frame, shelf: Shelf) -> Part | None:
    """That no guide gives the odds, then the guides' own words on pay or on jobs; None where no odds are asked."""
    wanted = hoped(frame.text)
    if wanted is None or frame.subjects:
        return None
    none = NOBODY_CAN if PROMISED.search(frame.text) else NONE_GIVEN
    gap = Paragraph((Claim(none, kind="plain"),))
    instead = shelf.knowledge.vocabulary.replies.get("asked_for_pay" if PAY.search(wanted) else "asked_for_a_job")
    if instead is None:
        return Part(frame, "not_covered", (gap,))
    asking = Frame("explain", instead)
    found = answer_open(asking, shelf.vectors([instead])[0], shelf, shelf.knowledge, shelf.guides)
    if found.status != "answered":
        return Part(asking, "not_covered", (gap,), found.shown)
    return Part(asking, "partly_answered", (gap, *found.blocks), found.shown)

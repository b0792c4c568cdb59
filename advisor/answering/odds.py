"""The odds of a job or a pay: no guide gives any, and what graduates find is said instead; so it is of a pay that is claimed."""

import re
from dataclasses import replace

from advisor.answering.open_questions import answer_open
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.understanding.amounts import find_amounts
from advisor.understanding.hoping import PAY, PROMISED, hoped
from advisor.understanding.segments import TAGGED

NONE_GIVEN = "The guides give no odds of that."
NOBODY_CAN = "Nobody can promise that."
EARNS = re.compile(r"\b(?:gets?|makes?|earns?|paid|starts? at|starting)\b", re.I)


def answer_odds(frame: Frame, shelf: Shelf) -> Part | None:
    """That no guide gives the odds, then the guides' own words on pay or on jobs; None where no odds are asked."""
    wanted = hoped(frame.text)
    replies = shelf.knowledge.vocabulary.replies
    if frame.subjects or (wanted is None and not _claims_pay(frame)):
        return None
    if wanted is None:
        return _asked_instead(replies.get("asked_for_pay"), shelf)
    none = NOBODY_CAN if PROMISED.search(frame.text) else NONE_GIVEN
    gap = Paragraph((Claim(none, kind="plain"),))
    found = _asked_instead(replies.get("asked_for_pay" if PAY.search(wanted) else "asked_for_a_job"), shelf)
    if found is None:
        return Part(frame, "not_covered", (gap,))
    return replace(found, status="partly_answered", blocks=(gap, *found.blocks))


def _claims_pay(frame: Frame) -> bool:
    """ "Grads get 200k off the bat, right?": a pay that somebody else named."""
    claimed = TAGGED.search(frame.text) and EARNS.search(frame.text)
    return bool(claimed) and any(amount.unit == "money" for amount in find_amounts(frame.text))


def _asked_instead(question: str | None, shelf: Shelf) -> Part | None:
    """The guides' own words on what a vocabulary asks them instead."""
    if question is None:
        return None
    found = answer_open(Frame("explain", question), shelf.vectors([question])[0], shelf, shelf.knowledge, shelf.guides)
    return found if found.status == "answered" else None

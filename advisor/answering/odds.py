"""The odds of a job or a pay: no guide gives any, and what graduates find is said instead."""

from advisor.answering.open_questions import answer_open
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.understanding.hoping import PAY, hoped

NONE_GIVEN = "The guides give no odds of that."
PAID, HIRED = "what do graduates earn to start", "does the degree guarantee a job"


def answer_odds(frame: Frame, shelf: Shelf) -> Part | None:
    """That no guide gives the odds, then the guides' own words on pay or on jobs; None where no odds are asked."""
    wanted = hoped(frame.text)
    if wanted is None or frame.subjects:
        return None
    text = PAID if PAY.search(wanted) else HIRED
    asking = Frame("explain", text)
    found = answer_open(asking, shelf.vectors([text])[0], shelf, shelf.knowledge, shelf.guides)
    gap = Paragraph((Claim(NONE_GIVEN, kind="plain"),))
    told = found.status == "answered"
    return Part(
        asking, "partly_answered" if told else "not_covered", (gap, *(found.blocks if told else ())), found.shown
    )

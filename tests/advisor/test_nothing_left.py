"""An answer of which nothing could be proved is never an empty one."""

from advisor.answering.closing import NOTHING_LEFT, status_of
from advisor.draft import Block, Claim, Paragraph
from advisor.frame import Frame
from advisor.part import Part

PROVED = Paragraph((Claim("Blue Harbor costs $900.", ("row",)),))
PARTS = [Part(Frame("look_up", "how much"), "answered", (PROVED,))]


def test_an_answer_of_which_nothing_is_left_covers_nothing() -> None:
    assert status_of(PARTS, (NOTHING_LEFT,)) == "not_covered"


def test_what_is_proved_keeps_its_status() -> None:
    blocks: tuple[Block, ...] = (PROVED,)
    assert status_of(PARTS, blocks) == "answered"

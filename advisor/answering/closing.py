"""How the parts end as one answer: its status, and the word of care after cost and admission."""

from collections.abc import Sequence

from advisor.answer import Status
from advisor.draft import Block, Claim, Paragraph
from advisor.knowledge import Knowledge
from advisor.part import Part

WEAKEST: tuple[Status, ...] = ("clarify", "not_covered", "out_of_scope")
CAREFUL = {"cost", "admission"}


def overall(parts: Sequence[Part]) -> Status:
    """Answered only if every part is; partly when one is; else what the parts have in common, the weakest first."""
    statuses = {part.status for part in parts}
    if statuses == {"answered"}:
        return "answered"
    if statuses & {"answered", "partly_answered"}:
        return "partly_answered"
    return next((status for status in WEAKEST if status in statuses), "not_covered")


NOTHING_LEFT = Paragraph(
    (Claim("What I found on that does not hold against the guides, so I leave it out.", kind="plain"),)
)


def status_of(parts: Sequence[Part], blocks: Sequence[Block]) -> Status:
    """The status of what is shown: an answer of which nothing could be proved covers nothing."""
    return "not_covered" if NOTHING_LEFT in blocks else overall(parts)


def closing_blocks(parts: Sequence[Part], blocks: Sequence[Block], knowledge: Knowledge) -> list[Block]:
    """One line of care where the answer gives cost or admission facts."""
    closing = knowledge.vocabulary.replies.get("closing")
    careful = any(part.topics & CAREFUL and part.status in {"answered", "partly_answered"} for part in parts)
    return [Paragraph((Claim(closing, kind="plain"),))] if closing and careful and blocks else []


def in_other_language(knowledge: Knowledge) -> Block:
    """That answers are in English, before what could be read of a message in another language."""
    return Paragraph((Claim(knowledge.vocabulary.replies.get("english", ENGLISH), kind="plain"),))


def was_read(parts: Sequence[Part]) -> bool:
    """Whether anything of such a message could be read."""
    return any(part.shown or part.status not in {"out_of_scope", "not_covered"} for part in parts)


ENGLISH = "I answer in English, from guides in English; names and figures I can read in any language."

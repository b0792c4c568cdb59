"""An answer that only says once more what the last one said: that nothing more was found is said in front of it."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answer import Answer
from advisor.conversing.reshaping import MARKS
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.part import Part
from advisor.words import phrase

NO_MORE = "I find no more on that in the guides than what I just told you:"


def without_repeating(parts: Sequence[Part], last: Answer | None) -> tuple[Part, ...]:
    """The parts, with a word that nothing more was found where an open question only gets the last answer again."""
    if last is None or len(parts) != 1 or not last.citations or not _again(parts[0], last):
        return tuple(parts)
    lead = Paragraph((Claim(NO_MORE, kind="plain"),))
    return (replace(parts[0], blocks=(lead, *parts[0].blocks)),)


def _again(part: Part, last: Answer) -> bool:
    claims = [claim for block in part.blocks for claim in _claims(block)]
    told = phrase(MARKS.sub("", last.text.removeprefix(NO_MORE)))
    return part.frame.act == "explain" and bool(claims) and all(phrase(claim.text) in told for claim in claims)


def _claims(block: Block) -> Sequence[Claim]:
    if isinstance(block, Paragraph):
        return block.claims
    if isinstance(block, Bullets):
        return (*((block.lead,) if block.lead else ()), *block.items)
    return ()

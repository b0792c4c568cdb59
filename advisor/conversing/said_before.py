"""An answer that only says once more what the last one said: that nothing more was found is said in front of it."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answer import Answer
from advisor.answering.open_questions import NOTHING_SAID
from advisor.conversing.reshaping import MARKS
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.part import Part
from advisor.words import phrase, words

NO_MORE = "I find no more on that in the guides than what I just told you:"


def without_repeating(parts: Sequence[Part], last: Answer | None) -> tuple[Part, ...]:
    """The parts, with a word that nothing more was found where an open question only gets the last answer again."""
    if last is None or len(parts) != 1 or not last.citations or not _again(parts[0], last):
        return tuple(parts)
    lead = Paragraph((Claim(NO_MORE, kind="plain"),))
    return (replace(parts[0], blocks=(lead, *parts[0].blocks)),)


def within_talk(parts: Sequence[Part], last: Answer | None) -> tuple[Part, ...]:
    """ "Can I go slower?" in a talk is about what is talked about: silence of the guides is not said to be another subject."""
    return tuple(_silent(part) if last is not None and _goes_on(part) else part for part in parts)


def _goes_on(part: Part) -> bool:
    """Whether a few words of no subject of their own only sounded like another subject."""
    frame = part.frame
    few = len(words(frame.text)) <= MOST_WORDS and frame.outside <= NEAR_OUTSIDE
    return part.status == "out_of_scope" and frame.act == "explain" and few


def _silent(part: Part) -> Part:
    return replace(part, status="not_covered", blocks=(Paragraph((Claim(NOTHING_SAID, kind="plain"),)),))


MOST_WORDS, NEAR_OUTSIDE = 6, 0.05


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

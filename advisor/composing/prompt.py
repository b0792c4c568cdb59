"""The talk with a model as it begins: our instructions, then everything else as fenced data."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from advisor.composing.evidence import Evidence
from advisor.composing.fences import fenced
from advisor.conversation import Conversation
from advisor.draft import Block, DraftTable
from advisor.frame import Remark
from advisor.model import Said
from advisor.proving.showing import claims_of

PROMPTS = Path(__file__).parent.parent / "prompts"
TURNS, LETTERS = 4, 600  # of the conversation, and of one message in it


@lru_cache
def instructions() -> str:
    """What a model is told to do."""
    return (PROMPTS / "writer.md").read_text("utf-8")


@lru_cache
def prompt_version() -> str:
    """Which instructions these are; it changes with every word of them."""
    return hashlib.sha256(instructions().encode()).hexdigest()[:12]


def opening(
    question: str,
    conversation: Conversation,
    profile: Sequence[Remark],
    evidence: Evidence,
    numbers: Sequence[int],
    draft: Sequence[Block],
) -> tuple[Said, ...]:
    """The first messages of a talk about one question."""
    parts = {
        "conversation": "\n".join(
            f"person: {turn.message[:LETTERS]}\nadviser: {turn.answer.text[:LETTERS]}"
            for turn in conversation.exchanges[-TURNS:]
        ),
        "person": "\n".join(remark.text for remark in profile),
        "passages": evidence.text(numbers),
        "draft": told(draft, evidence),
        "question": question,
    }
    return (Said("system", instructions()), Said("user", fenced(parts)))


def told(blocks: Sequence[Block], evidence: Evidence) -> str:
    """Blocks in the words and marks that a model may repeat; of a table, a line for each row."""
    lines = []
    for block in blocks:
        if isinstance(block, DraftTable):
            for row in block.rows:
                cells = zip(block.columns, row, strict=False)
                lines.append("; ".join(f"{name}: {cell.text} {evidence.marks(cell.sources)}" for name, cell in cells))
        else:
            lines += [f"{claim.text} {evidence.marks(claim.sources)}" for claim, _ in claims_of(block)]
    return "\n".join(line.strip() for line in lines)

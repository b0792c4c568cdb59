"""What the program still says itself after a model: parts that it left out, tables, notes, and what guides differ in."""

from collections.abc import Iterator, Sequence

from advisor.composing.telling import Telling
from advisor.draft import Block, Bullets, Claim, DraftNote, DraftTable, Paragraph


def remaining(parts: Sequence[tuple[Sequence[Block], bool]], telling: Telling, *, broken: bool) -> Iterator[Block]:
    """Each part's blocks, or what is left of them.

    A part comes with whether it was the model's to tell; with `broken` the model did not come to its end.
    """
    for blocks, was_asked in parts:
        told = was_asked and not broken and telling.touches(blocks)
        notes = [block for block in blocks if isinstance(block, DraftNote) and block.kind == "disagreement"]
        differing = {source for note in notes for source in note.claim.sources}
        answers = next((block for block in blocks if isinstance(block, Paragraph | Bullets)), None)
        for block in blocks:
            if isinstance(block, DraftTable | DraftNote):
                if block not in telling.blocks:
                    yield block
                continue
            if left := _left(block, telling, told=told, differing=differing, answers=block is answers):
                yield left


def _left(
    block: Paragraph | Bullets, telling: Telling, *, told: bool, differing: set[str], answers: bool
) -> Block | None:
    """What of a block has yet to be said: of the one that answers, whatever was not; of others, what guides differ in."""

    def wanted(claim: Claim) -> bool:
        if told and not answers:
            return bool(set(claim.sources) & differing) and not telling.holds(claim)
        return bool(claim.sources or not told) and not telling.covers(claim)

    match block:
        case Paragraph(claims):
            kept = tuple(claim for claim in claims if wanted(claim))
            return Paragraph(kept) if kept else None
        case Bullets(lead, items):
            kept = tuple(item for item in items if wanted(item))
            return Bullets(lead, kept) if kept else None

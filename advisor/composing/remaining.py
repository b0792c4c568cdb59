"""What the program still says itself after a model: parts that it left out, tables, notes, and what guides differ in."""

from collections.abc import Callable, Iterator, Sequence

from advisor.composing.sides import differing
from advisor.composing.telling import Telling
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.part import Part

OPEN = {"explain", "list", "eligibility", "recommend"}  # acts that one block answers, and others add to


def remaining(parts: Sequence[tuple[Part, Sequence[Block]]], telling: Telling, *, broken: bool) -> Iterator[Block]:
    """Each part's blocks, or what is left of them; with `broken` the model did not come to its end."""
    for part, blocks in parts:
        told = part.status == "answered" and not broken and telling.touches(blocks)
        for block in blocks:
            if isinstance(block, Paragraph | Bullets):
                yield from _left(block, _wanted(block, part, blocks, telling) if told else _untold(telling))
            elif block not in telling.blocks:
                yield block


Wanted = Callable[[Claim], bool]


def _untold(telling: Telling) -> Wanted:
    """Whatever has not been said."""
    return lambda claim: not telling.covers(claim)


def _wanted(block: Block, part: Part, blocks: Sequence[Block], telling: Telling) -> Wanted:
    """Of what a model has told: what answers and was left out, and the sides of a difference that it did not give."""
    prose = [one for one in blocks if isinstance(one, Paragraph | Bullets)]
    if block in (prose[:1] if part.frame.act in OPEN else prose):
        return lambda claim: bool(claim.sources) and not telling.covers(claim)
    apart = differing(blocks)
    return lambda claim: not apart.isdisjoint(claim.sources) and not telling.holds(claim)


def _left(block: Paragraph | Bullets, wanted: Wanted) -> Iterator[Block]:
    """What of a block has yet to be said."""
    match block:
        case Paragraph(claims):
            if kept := tuple(filter(wanted, claims)):
                yield Paragraph(kept)
        case Bullets(lead, items):
            if kept := tuple(filter(wanted, items)):
                yield Bullets(lead, kept)

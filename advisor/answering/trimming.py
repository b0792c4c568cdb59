"""What several parts say together: nothing twice, and no more than an answer should hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.answering.doubts import doubts_of
from advisor.draft import Block, Bullets, Claim, DraftNote, Paragraph
from advisor.knowledge import Knowledge
from advisor.part import Part

MOST = 95  # words of an answer in several parts, tables apart


def trimmed(parts: Sequence[Part], knowledge: Knowledge) -> list[Part]:
    """The parts without sections that an earlier one quoted and, where it grows too long, without second passages."""
    kept: list[Part] = []
    told: set[str] = set()
    for part in (replace(one, blocks=tuple(dict.fromkeys(one.blocks))) for one in parts):
        quoted = {block: sources for block in part.blocks if (sources := _prose(block, knowledge))}
        kept.append(_without(part, [block for block, sources in quoted.items() if sources <= told], knowledge))
        told.update(*quoted.values())
    for at in reversed(range(len(kept) if len(kept) > 1 else 0)):
        whole = kept[at].frame.act == "eligibility"  # the bar, and what offsets it
        extra = [] if whole else [block for block in kept[at].blocks[1:] if _prose(block, knowledge)]
        while extra and sum(_length(block) for part in kept for block in part.blocks) > MOST:
            kept[at] = _without(kept[at], [extra.pop()], knowledge)
    return kept


def _without(part: Part, dropped: Sequence[Block], knowledge: Knowledge) -> Part:
    """A part without some blocks, and without the doubts about what they quoted."""
    if not dropped:
        return part
    blocks = [block for block in part.blocks if block not in dropped]
    gone = {block.claim.sources for block in doubts_of(dropped, knowledge) if isinstance(block, DraftNote)}
    blocks = [block for block in blocks if not (isinstance(block, DraftNote) and block.claim.sources in gone)]
    return replace(part, blocks=tuple(blocks))


def _prose(block: Block, knowledge: Knowledge) -> frozenset[str]:
    """The passages of prose that a block quotes and nothing else; empty where it gives cells or speaks for itself."""
    if not isinstance(block, Paragraph | Bullets):
        return frozenset()
    sources = {source for claim in _claims(block) for source in claim.sources}
    cells = any(knowledge.chunks[source].kind == "row" for source in sources if source in knowledge.chunks)
    return frozenset() if cells else frozenset(sources)


def _claims(block: Block) -> Iterator[Claim]:
    match block:
        case Paragraph(claims):
            yield from claims
        case Bullets(lead, items):
            yield from ((lead, *items) if lead else items)
        case DraftNote(_, claim):
            yield claim


def _length(block: Block) -> int:
    return sum(len(claim.text.split()) for claim in _claims(block))

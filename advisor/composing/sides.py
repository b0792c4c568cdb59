"""Where guides differ, every side is told with its guide and date: a model that leaves them out has them added."""

import re
from collections.abc import Collection
from dataclasses import replace

from advisor.draft import Block, Claim, DraftNote
from advisor.proving.figures import figures
from advisor.shelf import Shelf

STOP = re.compile(r"(?=[.!?]?$)")


def differing(blocks: Collection[Block]) -> frozenset[str]:
    """The passages that are known to give different values for one thing."""
    notes = (block for block in blocks if isinstance(block, DraftNote) and block.kind == "disagreement")
    return frozenset(source for note in notes for source in note.claim.sources)


def sided(claim: Claim, apart: Collection[str], shelf: Shelf) -> Claim:
    """The claim with the guide that it goes by, where others say otherwise and it names none."""
    guides = [shelf.guides[slug] for slug in dict.fromkeys(shelf.knowledge.chunks[one].guide for one in claim.sources)]
    if not figures(claim.text) or set(claim.sources).isdisjoint(apart):
        return claim
    if any(guide.publisher in claim.text for guide in guides):
        return claim
    return replace(claim, text=STOP.sub(f" ({'; '.join(guide.tag for guide in guides)})", claim.text, count=1))

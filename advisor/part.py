"""A part: what one frame came to, before it is checked and joined with the others."""

from dataclasses import dataclass

from advisor.answer import Status
from advisor.draft import Block
from advisor.frame import Frame
from advisor.lexicon import Name


@dataclass(frozen=True)
class Part:
    """The blocks that answer one frame, whether they do, and which subjects they show, in order."""

    frame: Frame
    status: Status
    blocks: tuple[Block, ...]
    shown: tuple[Name, ...] = ()
    topics: frozenset[str] = frozenset()  # "cost", "admission": they end with a word of care
    suggestions: tuple[str, ...] = ()

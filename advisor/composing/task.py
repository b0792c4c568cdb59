"""What there is to write: a question that was understood, answered from evidence and checked, before anyone sees it."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

from advisor.answer import ByModel
from advisor.conversation import Conversation
from advisor.draft import Block
from advisor.frame import Remark
from advisor.part import Part
from advisor.shelf import Shelf


@dataclass(frozen=True)
class Task:
    """One question with the embedded writer's checked answer, part by part."""

    question: str
    conversation: Conversation
    profile: tuple[Remark, ...]
    shelf: Shelf
    opening: tuple[Block, ...]  # what is said before any of it
    parts: tuple[tuple[Part, tuple[Block, ...]], ...]  # each with what of its blocks holds
    closing: tuple[Block, ...]  # what every such answer ends with
    said: str  # all the person's own words that an answer may repeat

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The whole answer of the embedded writer."""
        return (*self.opening, *(block for _, blocks in self.parts for block in blocks), *self.closing)


@dataclass(frozen=True)
class Composition:
    """What was written in the end, and how a model took part."""

    blocks: tuple[Block, ...]
    by_model: ByModel | None = None


class Writer(Protocol):
    """Writes an answer down, checked sentence by checked sentence."""

    def write(self, task: Task) -> Generator[str, None, Composition]:
        """The answer's text as it may be shown; what it was made of at the end."""

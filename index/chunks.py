"""A chunk: the smallest piece of a guide that is searched, quoted and cited."""

from dataclasses import dataclass
from typing import Literal

from index.cells.cell import Cell

ChunkKind = Literal["prose", "list", "question", "row"]


@dataclass(frozen=True)
class Chunk:
    """One passage: its words as the guide has them, where they stand, and, for a table row, its typed cells."""

    id: str  # hash of guide, heading path, text and its number among equals
    guide: str  # the guide's slug
    path: tuple[str, ...]  # headings from the guide's title down; the last one is the nearest
    kind: ChunkKind
    text: str  # a row is spoken: "School: Duke University; Credits: 30; …"
    cells: tuple[Cell, ...] = ()
    check: bool = False  # a `> Check:` note: the guide's own doubt about a figure
    row: int | None = None  # a row's place in its table, from 0; the pieces of an over-long row share it
    asked: tuple[str, ...] = ()  # other ways to ask what the section answers, on its first passage; never shown

    @property
    def heading(self) -> str:
        """The nearest heading: a row's table title, a question's question."""
        return self.path[-1]

    @property
    def spoken(self) -> str:
        """What is embedded and searched: the heading path, then the words."""
        return " > ".join(self.path[1:] or self.path) + "\n" + self.text

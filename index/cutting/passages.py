"""Passages: the blocks of one section as chunks that fit the window, still without an id."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.cells.columns import read_column
from index.chunks import Chunk, ChunkKind
from index.cutting.fronting import fronted
from index.cutting.packing import Piece, Room, broken, joined, packed
from index.cutting.sections import Listing, Note, Paragraph, Section
from index.cutting.speaking import spoken_row
from index.cutting.tables import Table
from index.vocabulary import Vocabulary
from index.words.sentences import sentences


@dataclass(frozen=True)
class Passages:
    """What all chunks of a section share: its guide, its path and the room beside it."""

    guide: str
    path: tuple[str, ...]
    vocabulary: Vocabulary
    room: Room

    def of(self, section: Section) -> list[Chunk]:
        """The section's chunks in order; under a question the first that answers is its answer."""
        chunks = list(self._chunks(section))
        if section.path[-1].rstrip(" \"'”’»").endswith("?"):
            answers = (n for n, chunk in enumerate(chunks) if chunk.kind != "row" and not chunk.check)
            for first in list(answers)[:1]:
                chunks[first] = replace(chunks[first], kind="question")
        return chunks

    def _chunks(self, section: Section) -> Iterator[Chunk]:
        paragraphs: list[str] = []
        rows = 0
        for block in section.blocks:
            if isinstance(block, Paragraph):
                paragraphs.append(block.text)
                continue
            lead = _take_lead(paragraphs) if isinstance(block, Listing) else ""
            yield from self._prose(paragraphs)
            paragraphs.clear()
            match block:
                case Listing(items):
                    yield from self._list(lead, items)
                case Note(text):
                    yield from (replace(chunk, check=True) for chunk in self._prose([text]))
                case Table():
                    yield from self._rows(block, rows)
                    rows += len(block.rows)
        yield from self._prose(paragraphs)

    def _prose(self, paragraphs: list[str]) -> Iterator[Chunk]:
        pieces = [
            Piece(part, " " if number else "\n\n")
            for paragraph in paragraphs
            for number, part in enumerate(
                part for sentence in sentences(paragraph) for part in broken(sentence, self.room)
            )
        ]
        for group in packed(pieces, self.room):
            yield self._chunk("prose", joined(group))

    def _list(self, lead: str, items: tuple[str, ...]) -> Iterator[Chunk]:
        """The list's chunks, each behind the sentence that leads into it."""
        if lead and not self.room.holds_more(lead + "\n"):
            yield from self._prose([lead])
            lead = ""
        room = self.room.after(lead + "\n") if lead else self.room
        pieces = [
            Piece(part, " " if number else "\n") for item in items for number, part in enumerate(broken(item, room))
        ]
        for group in packed(pieces, self.room, Piece(lead) if lead else None):
            yield self._chunk("list", joined(group))

    def _rows(self, table: Table, first: int) -> Iterator[Chunk]:
        table = fronted(table, self.vocabulary)
        columns = [
            read_column(header, self.vocabulary, subject=not number) for number, header in enumerate(table.header)
        ]
        if not table.rows:
            yield from self._prose(["; ".join(filter(None, table.header))])
        for number, texts in enumerate(table.rows, first):
            for spoken in spoken_row(texts, columns, self.room):
                yield replace(self._chunk("row", spoken.text), cells=spoken.cells, row=number)

    def _chunk(self, kind: ChunkKind, text: str) -> Chunk:
        return Chunk("", self.guide, self.path, kind, text)


def _take_lead(paragraphs: list[str]) -> str:
    """Take the sentence that leads into a list off the paragraphs: one that ends with a colon or stands alone."""
    *before, last = sentences(paragraphs[-1]) if paragraphs else [""]
    if not last.endswith(":") and before:
        return ""
    if paragraphs:
        paragraphs[-1:] = [" ".join(before)] if before else []
    return last

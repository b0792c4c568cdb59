"""Table rows as they are spoken, "Header: value; …", each with the typed cells that its words say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.cells.cell import Cell, read_cell, read_cells
from index.cells.columns import Column
from index.cutting.packing import Piece, Room, broken, joined, packed


@dataclass(frozen=True)
class Spoken:
    """A row's words, or a part of them, and its cells; the row's first cell is always the first."""

    text: str
    cells: tuple[Cell, ...]


def spoken_row(texts: Sequence[str], columns: Sequence[Column], room: Room) -> list[Spoken]:
    """The row in one piece, or in several that each begin with the first cell; a row that gives nothing is none.

    An unknown cell is not spoken and goes along with the next one that is.
    """
    first = read_cell(texts[0], columns[0])
    others = [cell for text, column in zip(texts[1:], columns[1:], strict=True) for cell in read_cells(text, column)]
    said = _said(first, first.text)
    head = Piece(said) if first.known and room.holds_more(said + "; ") else None
    if first.known and head is None:
        others = [first, *others]
    pieces, left = _pieces(others, room.after(said + "; ") if head else room)
    groups = packed(pieces, room, head) or ([(head,)] if head else [])
    cells = [[cell for piece in group for cell in piece.cells if cell is not first] for group in groups]
    if cells:
        cells[-1].extend(left)
    return [Spoken(joined(group), (first, *said)) for group, said in zip(groups, cells, strict=True)]


def _pieces(cells: Sequence[Cell], room: Room) -> tuple[list[Piece], tuple[Cell, ...]]:
    """The known cells in words, each with the unknown ones before it, and the unknown ones at the end."""
    pieces: list[Piece] = []
    silent: tuple[Cell, ...] = ()
    for cell in cells:
        if not cell.known:
            silent = (*silent, cell)
            continue
        said, *more = (Piece(part, "; ") for part in _parts(cell, room))
        pieces += [replace(said, cells=(*silent, cell)), *more]
        silent = ()
    return pieces, silent


def _parts(cell: Cell, room: Room) -> list[str]:
    """A cell's words; a cell too long for the room in several, each under its header."""
    header = _said(cell, "")
    if not room.holds_more(header):
        return broken(_said(cell, cell.text), room)
    return [_said(cell, part) for part in broken(cell.text, room.after(header))]


def _said(cell: Cell, text: str) -> str:
    return f"{cell.column}: {text}" if cell.column else text

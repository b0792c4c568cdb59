"""Packing: pieces of text filled into chunks that fit a window, cut at sentence ends where one must be cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.cells.cell import Cell
from index.words.sentences import sentences

SOME_WORDS = "word word word word"


@dataclass(frozen=True)
class Piece:
    """Some words that stay together; `gap` stands before them unless they come first."""

    text: str
    gap: str = " "
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Room:
    """What a chunk may hold: whether a text fits, and how many pieces are worth trying at once."""

    fits: Callable[[str], bool]
    most: int

    def holds_more(self, text: str) -> bool:
        """Whether a text leaves room for a few words."""
        return self.fits(text + SOME_WORDS)

    def after(self, text: str) -> "Room":
        """The room that is left behind a text."""
        return Room(lambda more: self.fits(text + more), self.most)


def joined(pieces: Sequence[Piece]) -> str:
    """The words of pieces in order."""
    return "".join((piece.gap if number else "") + piece.text for number, piece in enumerate(pieces))


def packed(pieces: Sequence[Piece], room: Room, head: Piece | None = None) -> list[tuple[Piece, ...]]:
    """As few groups as there must be, in order, each beginning with the head; each piece fits alone."""
    first = (head,) if head else ()
    groups: list[tuple[Piece, ...]] = []
    start = 0
    while start < len(pieces):
        window = pieces[start : start + room.most]
        groups.append((*first, *window[: max(1, _longest(first, window, room))]))
        start += len(groups[-1]) - len(first)
    return groups


def broken(text: str, room: Room) -> list[str]:
    """The text itself where it fits, else as many sentences at once, else words, else letters as fit."""
    if room.fits(text):
        return [text]
    gap, parts = " ", sentences(text)
    if len(parts) < 2:
        parts = text.split()
    if len(parts) < 2:
        gap, parts = "", list(text)
    if len(parts) < 2:
        return [text]
    small = [Piece(piece, gap) for part in parts for piece in broken(part, room)]
    return [joined(group) for group in packed(small, room)]


def _longest(first: Sequence[Piece], pieces: Sequence[Piece], room: Room) -> int:
    """How many of the pieces fit behind the first; fewer always fit when more do."""
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        fits = room.fits(joined((*first, *pieces[:middle])))
        low, high = (middle, high) if fits else (low, middle - 1)
    return low

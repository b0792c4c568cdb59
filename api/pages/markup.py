"""An answer's Markdown as plain values for a template, which escapes them: paragraphs, lists, tables, marks."""

import re
from dataclasses import dataclass
from typing import Literal

MARK = re.compile(r"\[(\d{1,3})\]")
RULE = re.compile(r"\|[\s:|-]+\|?")


@dataclass(frozen=True)
class Piece:
    """Some words, or the number of a source."""

    text: str
    mark: int | None = None


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph, a list or a table; a paragraph has one line of one cell."""

    kind: Literal["paragraph", "list", "table"]
    lines: tuple[tuple[Pieces, ...], ...]


def blocks(answer: str) -> tuple[Block, ...]:
    """The blocks of an answer, top to bottom."""
    return tuple(block for chunk in re.split(r"\n{2,}", answer.strip()) for block in _blocks(chunk.split("\n")))


def _blocks(lines: list[str]) -> list[Block]:
    rows = [line for line in lines if line.lstrip().startswith("|") and not RULE.fullmatch(line.strip())]
    items = [line[2:] for line in lines if line.startswith("- ")]
    said = [line for line in lines if line.strip() and not line.startswith("- ") and not line.lstrip().startswith("|")]
    found = []
    if said:
        found.append(Block("paragraph", ((_pieces(" ".join(said)),),)))
    if items:
        found.append(Block("list", tuple((_pieces(item),) for item in items)))
    if rows:
        found.append(Block("table", tuple(tuple(map(_pieces, _cells(row))) for row in rows)))
    return found


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def _pieces(text: str) -> Pieces:
    found, at = [], 0
    for mark in MARK.finditer(text):
        if mark.start() > at:
            found.append(Piece(text[at : mark.start()]))
        found.append(Piece(mark[0], int(mark[1])))
        at = mark.end()
    return (*found, Piece(text[at:])) if at < len(text) else tuple(found)

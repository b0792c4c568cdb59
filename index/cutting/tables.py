"""Tables: the header and rows of a Markdown table, which must be rectangular."""

import re
from dataclasses import dataclass

from index.cutting.markdown import Node
from index.errors import GuideError
from index.guides import Guide

BAR = re.compile(r"(?<!\\)\|")
DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*|\s*\|\s*:?-+:?\s*\|\s*")


@dataclass(frozen=True)
class Table:
    """A table: the words of its header and of each row, an empty cell an empty text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_table(guide: Guide, source: list[str], node: Node) -> Table | None:
    """The table of a node; a row with another number of cells than the header is an error with its line."""
    first, end = node.lines
    width = _width(source[first])
    for line in range(first + 2, end):
        if source[line].strip() and (cells := _width(source[line])) != width:
            raise guide.fault(
                line, f"this table row has {cells} cells and its header {width}; mend it, or leave a line empty"
            )
    header, *rows = (
        tuple(" ".join(cell.children[0].content.split()) if cell.children else "" for cell in row.children)
        for part in node.children
        for row in part.children
    )
    header = tuple(name if any(map(str.isalnum, name)) or "#" in name else "" for name in header)
    return Table(header, tuple(rows)) if any(header) or any(map(any, rows)) else None


def check_no_table(guide: Guide, source: list[str], node: Node) -> None:
    """A paragraph that was meant to be a table is an error."""
    first, end = node.lines
    for line in range(first, end):
        barred = source[line].lstrip().startswith("|") and len(BAR.findall(source[line])) > 1
        if barred or DASHES.fullmatch(source[line]):
            raise _no_table(guide, line)


def _no_table(guide: Guide, line: int) -> GuideError:
    return guide.fault(
        line, "this looks like a table and is none; give header, |---| line and rows the same number of cells"
    )


def _width(line: str) -> int:
    """How many cells a line has; a bar at either end makes none."""
    cells = BAR.split(line.strip())
    if cells[0] == "":
        cells = cells[1:]
    return len(cells) - (1 if cells and cells[-1] == "" else 0)

"""The grid of an HTML table: each merged cell stands in every place that it covers, so that no row has a hole."""

from dataclasses import dataclass

from index.errors import ReaderError
from index.reading.html.tree import Element

WIDEST = 200
APART = {"li", "p", "div", "dd", "dt", "blockquote", "pre"}


@dataclass(frozen=True, eq=False)
class Slot:
    """What stands at one place; places of one merged cell hold the very same slot."""

    text: str = ""
    header: bool = False
    across: int = 1


Grid = list[list[Slot]]


def read_grid(table: Element) -> Grid:
    """The table's cells row by row, every row of the same length."""
    grid: Grid = []
    hanging: dict[int, tuple[int, Slot]] = {}  # column: rows still to cover, and with what
    for line in table.find("tr"):
        waiting = [cell for cell in line.elements if cell.name in ("td", "th")][::-1]
        slots: list[Slot] = []
        while waiting or any(column >= len(slots) for column in hanging):
            place(slots, waiting, hanging)
        if slots:
            grid.append(slots)
    width = max(map(len, grid), default=0)
    return [slots + [Slot() for _ in range(width - len(slots))] for slots in grid]


def place(slots: list[Slot], waiting: list[Element], hanging: dict[int, tuple[int, Slot]]) -> None:
    """Fill the next place of a row: from a cell that reaches down, else with the next cell, else with nothing."""
    column = len(slots)
    if column >= WIDEST:
        raise ReaderError(f"it holds a table of more than {WIDEST} columns; split the table first")
    if column in hanging:
        left, slot = hanging.pop(column)
        slots.append(slot)
        if left > 1:
            hanging[column] = (left - 1, slot)
        return
    if not waiting:
        slots.append(Slot())
        return
    cell = waiting.pop()
    across = span(cell, "colspan")
    slot = Slot(cell_text(cell), cell.name == "th", across)
    slots += [slot] * across
    if down := span(cell, "rowspan") - 1:
        hanging |= {column + step: (down, slot) for step in range(across)}


def span(cell: Element, name: str) -> int:
    """How many places the cell covers; anything that is no sensible number is one."""
    text = cell.attributes.get(name, "1").strip()
    return min(int(text), WIDEST) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) else 1


def cell_text(cell: Element) -> str:
    """The cell's words in one line; list items and paragraphs are set apart by semicolons."""
    parts: list[list[str]] = [[]]
    waiting: list[Element | str | None] = [*reversed(cell.children)]
    while waiting:
        node = waiting.pop()
        if node is None:
            parts.append([])
        elif isinstance(node, str):
            parts[-1].append(node)
        elif node.name in APART:
            waiting += [None, *reversed(node.children), None]
        else:
            waiting += reversed(node.children)
            if node.name == "br":
                parts[-1].append(" ")
    texts = [" ".join("".join(part).split()) for part in parts]
    text = "; ".join(one for one in texts if one)
    return text.replace(".; ", ". ").replace(",; ", ", ").replace(":; ", ": ").replace(";; ", "; ")

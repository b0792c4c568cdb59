"""Tables made plain: one header row, one row one subject, a heading for each table, "Key: value" pairs as a list."""

from collections.abc import Iterator

from index.cells.cell import UNKNOWN
from index.reading.html.grid import Grid, Slot, read_grid
from index.reading.html.tree import HEADINGS, Element

DEEPEST_HEADER = 3
NOTHING = {"", "-", "—", "--", UNKNOWN}


def is_layout(table: Element) -> bool:
    """Whether the table only arranges a page: it holds tables or headings, or says so itself."""
    return table.attributes.get("role", "") in ("presentation", "none") or bool(table.find("table", *HEADINGS))


def plain_blocks(table: Element) -> Iterator[Element]:
    """The table as blocks of a page: captions and dividers, each before its rectangular table or list."""
    title = "; ".join(caption.text for caption in table.find("caption"))
    grid = [slots for slots in read_grid(table) if any(slot.text for slot in slots)]
    while grid and is_divider(grid[0]) and len(grid) > 1:
        title = join((title, grid[0][0].text))
        grid = grid[1:]
    if not grid:
        return
    if title:
        yield Element("caption", children=[title])
    if len(grid[0]) == 1:
        yield listed([slots[0].text for slots in grid])
    elif is_pairs(grid):
        yield listed([join((slots[0].text.rstrip(": "), slots[1].text)) for slots in grid])
    else:
        yield from tables_between_dividers(grid, title)


def is_divider(slots: list[Slot]) -> bool:
    """Whether one cell stands across the whole row."""
    return len(slots) > 1 and slots[0].across >= len(slots) and bool(slots[0].text)


def is_pairs(grid: Grid) -> bool:
    """Whether every row is a key and its value, with no header row above."""
    keyed = all(slots[0].header for slots in grid) or all(slots[0].text.endswith(":") for slots in grid)
    return len(grid[0]) == 2 and keyed and not any(slots[1].header for slots in grid)


def tables_between_dividers(grid: Grid, title: str) -> Iterator[Element]:
    """One table, or several under one header where rows across the whole table divide it."""
    depth = header_depth(grid)
    header = join_headers(grid[:depth])
    rows: list[list[str]] = []
    for slots in grid[depth:]:
        texts = [UNKNOWN if slot.text in NOTHING else slot.text for slot in slots]
        if is_divider(slots):
            if rows:
                yield table_of(header, rows)
            rows = []
            yield Element("divider", children=[join((title, slots[0].text))])
        elif texts != header and any(text != UNKNOWN for text in texts):
            rows.append(texts)
    if rows:
        yield table_of(header, rows)
    elif depth == len(grid):
        yield listed(header)


def header_depth(grid: Grid) -> int:
    """How many rows are the header: those of header cells alone, else the first with what its merged cells need."""
    deepest = min(DEEPEST_HEADER, len(grid))
    depth = 0
    while depth < deepest and all(slot.header or not slot.text for slot in grid[depth]):
        depth += 1
    if depth:
        return depth
    depth = 1
    while depth < deepest and (
        any(slot.across > 1 for slot in grid[depth - 1])
        or any(upper is lower for upper, lower in zip(grid[depth - 1], grid[depth], strict=True))
    ):
        depth += 1
    return depth


def join_headers(rows: Grid) -> list[str]:
    """One name for each column, the upper header first: "Tuition In-state"; equal names are numbered."""
    names: list[str] = []
    for column in zip(*rows, strict=True):
        name = " ".join(dict.fromkeys(slot.text for slot in column if slot.text)) or UNKNOWN
        same = sum(other == name or other.startswith(f"{name} (") for other in names)
        names.append(f"{name} ({same + 1})" if same and name != UNKNOWN else name)
    return names


def table_of(header: list[str], rows: list[list[str]]) -> Element:
    """A table element with nothing merged in it."""
    head = Element("thead", children=[row_of(header, "th")])
    return Element("table", children=[head, Element("tbody", children=[row_of(row, "td") for row in rows])])


def row_of(texts: list[str], name: str) -> Element:
    """A row of cells."""
    return Element("tr", children=[Element(name, children=[text]) for text in texts])


def listed(texts: list[str]) -> Element:
    """A list of the texts that say something."""
    return Element("ul", children=[Element("li", children=[text]) for text in texts if text])


def join(texts: tuple[str, str]) -> str:
    """Two texts as "one: other", or the one that is not empty."""
    return ": ".join(text for text in texts if text)

"""The words of a PDF page with their places, and its ruled tables as HTML: the one door to pdfplumber."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from index.errors import ReaderError

if TYPE_CHECKING:
    from pdfplumber.page import Page as Sheet

MOST_PAGES = 1000
SMALLEST = 2.0  # points; smaller letters are there for machines
BOLD = ("bold", "black", "heavy", "demi")
BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf0d8\uf076\uf0fc\u25cf\u25aa", "•"))
NAMELESS = re.compile(r"^\(cid:\d+\)$")  # one letter of a symbol font by itself is a bullet
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Word:
    """A word in its place; `top` and `bottom` are counted from the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2

    def within(self, box: Box) -> bool:
        """Whether the middle of the word lies in the box."""
        return box[0] <= (self.x0 + self.x1) / 2 <= box[2] and box[1] <= self.middle <= box[3]


@dataclass(frozen=True)
class Ruled:
    """A table with drawn lines, as an HTML table, and where it stands."""

    html: str
    box: Box
    columns: tuple[int, ...]  # where its columns part, so that a table that goes on can be told

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.box[1]


Page = tuple[list[Word], list[Ruled], float]  # the words outside tables, the tables, the height


def read_pages(content: bytes) -> tuple[dict[str, str], list[Page]]:
    """What the file says about itself, and its pages."""
    from pdfplumber import open as open_pdf  # noqa: PLC0415 - 0.2 s that only adding pays

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of every slip of the program that made the file
    with open_pdf(BytesIO(content)) as pdf:
        if not pdf.doc.is_extractable:
            raise ReaderError("its owner does not let text be taken out of it; ask for a copy that does")
        if len(pdf.pages) > MOST_PAGES:
            raise ReaderError(f"it has more than {MOST_PAGES} pages; split it first")
        pages: list[Page] = []
        for sheet in pdf.pages:
            pages.append((*read_page(sheet), float(sheet.height)))
            sheet.close()
        return {str(key): str(value) for key, value in pdf.metadata.items()}, pages


def read_page(page: Sheet) -> tuple[list[Word], list[Ruled]]:
    """The words outside tables and the tables; what is upside down, tiny, white or off the page is left out."""
    seen = page.dedupe_chars().filter(lambda thing: thing["object_type"] != "char" or is_seen(thing, page))
    found = seen.extract_words(x_tolerance_ratio=0.2, extra_attrs=["fontname", "size"])
    words = [
        Word(
            text=NAMELESS.sub("•", word["text"].translate(BULLETS)),
            x0=word["x0"],
            x1=word["x1"],
            top=word["top"],
            bottom=word["bottom"],
            size=round(word["size"] * 2) / 2,
            bold=any(mark in word["fontname"].lower() for mark in BOLD),
        )
        for word in found
    ]
    tables = [ruled for table in page.find_tables() if (ruled := read_ruled(list(table.cells), table.bbox, words))]
    return [word for word in words if not any(word.within(table.box) for table in tables)], tables


def is_seen(char: dict[str, object], page: Sheet) -> bool:
    """Whether a reader of the page sees the letter."""
    x0, x1, top, bottom, size = (float(str(char[key])) for key in ("x0", "x1", "top", "bottom", "size"))
    left, upper, right, lower = page.bbox
    on_page = x1 > left and x0 < right and bottom > upper and top < lower
    if not (on_page and char["upright"] and size >= SMALLEST):
        return False
    if not is_white(char["non_stroking_color"]):
        return True
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(
        shape.get("fill")
        and not is_white(shape.get("non_stroking_color"))
        and shape["x0"] <= x <= shape["x1"]
        and shape["top"] <= y <= shape["bottom"]
        for shape in page.rects + page.curves
    )


def is_white(color: object) -> bool:
    """Whether a gray, RGB or CMYK color is white."""
    if not isinstance(color, tuple | list) or not all(isinstance(part, int | float) for part in color):
        return False
    if len(color) == 4:
        return all(part <= 0.02 for part in color)
    return len(color) in (1, 3) and all(part >= 0.98 for part in color)


def read_ruled(cells: list[Box], box: Box, words: Iterable[Word]) -> Ruled | None:
    """The cells as an HTML table with spans; None for a frame or a drawing."""
    lefts, tops = edges(cell[0] for cell in cells), edges(cell[1] for cell in cells)
    if len(lefts) < 2 or len(tops) < 2:
        return None
    inside = [word for word in words if word.within(box)]
    rows: list[list[str]] = [[] for _ in tops]
    filled = 0
    for cell in sorted(cells, key=lambda one: (one[1], one[0])):
        text = " ".join(word.text for word in inside if word.within(cell))
        filled += bool(text)
        across = sum(cell[0] - 1 < left < cell[2] - 1 for left in lefts)
        down = sum(cell[1] - 1 < top < cell[3] - 1 for top in tops)
        row = next(number for number, top in enumerate(tops) if abs(top - cell[1]) < 2)
        rows[row].append(f'<td colspan="{across}" rowspan="{down}">{escape(text)}</td>')
    if filled * 2 < len(cells):
        return None
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return Ruled(f"<table>{lines}</table>", box, tuple(round(left) for left in lefts))


def edges(places: Iterable[float]) -> list[float]:
    """The places in order, those less than two points apart counted once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] >= 2:
            kept.append(place)
    return kept

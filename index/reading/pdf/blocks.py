"""The lines of a PDF put together again as HTML: headings, whole paragraphs, lists, aligned tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.reading.html.parts import item, table, tag
from index.reading.pdf.lines import Line
from index.reading.pdf.style import Style
from index.reading.pdf.words import Ruled

Piece = Line | Ruled | None  # None parts two columns or pages
BULLET = re.compile(r"(?:[•●○▪■□◦‣·➢✓✔–-])\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\S{1,6}\s*")  # a line of the table of contents
LEAST_ROWS = 3
ALIGNED = 4.0
HEADING_GAP = 0.5  # of the letter size: more parts two headings
MOST_WORDS_IN_A_CELL = 8.0
END = (".", "?", "!", ":", ";")


@dataclass
class Blocks:
    """The HTML so far and the block that is being put together."""

    style: Style
    known: set[str]  # the words of the document, to mend hyphens by
    html: list[str] = field(default_factory=list)
    tag: str = ""
    mark: str = ""
    lines: list[Line] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    columns: tuple[int, ...] = ()

    def add(self, pieces: Sequence[Piece]) -> None:
        """Put the pieces of the document together, in order."""
        for piece in pieces:
            if isinstance(piece, Ruled):
                self.add_table(piece.html, piece.columns)
            elif isinstance(piece, Line):
                self.add_line(piece)
        self.end()

    def add_table(self, rows: str, columns: tuple[int, ...]) -> None:
        """Add a table; one with the same columns right before it goes on."""
        if self.lines or columns != self.columns:
            self.end()
        self.rows.append(rows)
        self.columns = columns

    def add_line(self, line: Line) -> None:
        """Add a line to the block that it goes on with, else begin one."""
        text = line.text
        if LEADERS.search(text):
            return
        level = self.style.level(line)
        bullet, number = BULLET.match(text), NUMBER.match(text)
        kind = f"h{level}" if level else "ul" if bullet else "ol" if number else ""
        if not (self.lines and self.goes_on(line, kind)):
            self.end()
            self.tag = kind or "p"
            self.mark = number[1] if number and kind == "ol" else ""
        self.lines.append(line)

    def goes_on(self, line: Line, kind: str) -> bool:
        """Whether the line belongs to the block of the lines before it."""
        last, first = self.lines[-1], self.lines[0]
        gap = line.top - last.bottom
        elsewhere = gap < -line.size  # in another column or on another page
        if line.size != last.size:
            return False
        if kind.startswith("h") or self.tag.startswith("h"):
            return kind == self.tag and gap < HEADING_GAP * line.size and not elsewhere
        if kind:
            return False
        if elsewhere:
            return not last.text.endswith(END) and line.text[:1].islower()
        near = gap <= self.style.leading + 0.35 * self.style.body
        if self.tag in ("ul", "ol"):
            return near and (line.x0 > first.x0 + 2 or not (last.text.endswith(END) or self.had_room(line)))
        return near and not (last.text.endswith(END) and (line.x0 > last.x0 + 8 or self.had_room(line)))

    def had_room(self, line: Line) -> bool:
        """Whether the first word of a line would have stood in the line before it, had the paragraph gone on."""
        right = max(one.x1 for one in (*self.lines, line))
        first = line.words[0]
        return right - self.lines[-1].x1 > first.x1 - first.x0 + 0.5 * line.size

    def end(self) -> None:
        """Finish the block that is being put together."""
        if self.rows:
            self.html.append("".join(self.rows).replace("</table><table>", ""))
        if self.lines:
            text = self.join()
            self.html.append(item(text, self.mark) if self.tag in ("ul", "ol") else tag(self.tag, text))
        self.rows, self.lines, self.columns = [], [], ()

    def join(self) -> str:
        """The block's lines as one, words that were divided at line ends whole again, the list mark gone."""
        text = ""
        for line in self.lines:
            text = mended(text, line.text, self.known) if text else line.text
        if self.tag in ("ul", "ol"):
            text = (BULLET if self.tag == "ul" else NUMBER).sub("", text, count=1)
        return text


def mended(text: str, following: str, known: set[str]) -> str:
    """Two lines as one; a hyphen at the line's end stays where the document writes the word with it elsewhere."""
    divided = re.search(r"([A-Za-z]+)[-\u00ad\u2010]$", text)
    rest = re.match(r"[a-z]+", following)
    if not divided or not rest:
        return f"{text} {following}"
    whole, hyphenated = divided[1] + rest[0], f"{divided[1]}-{rest[0]}"
    keep = hyphenated.lower() in known and whole.lower() not in known
    return text[: divided.end(1)] + ("-" if keep else "") + following


def with_tables(column: Sequence[Line]) -> Iterator[Piece]:
    """The lines of a column; three or more whose parts stand in line below each other are a table."""
    start = 0
    while start < len(column):
        end = start + 1
        while end < len(column) and is_aligned(column[start : end + 1]):
            end += 1
        if end - start >= LEAST_ROWS:
            yield aligned_table(column[start:end])
        else:
            end = start + 1
            yield column[start]
        start = end


def is_aligned(lines: Sequence[Line]) -> bool:
    """Whether the lines have the same number of short parts, each below the other."""
    rows = [line.segments() for line in lines]
    width = len(rows[0])
    if (
        width < 2
        or any(len(row) != width for row in rows)
        or BULLET.match(lines[0].text)
        or NUMBER.match(lines[0].text)
    ):
        return False
    if sum(len(part) for row in rows for part in row) > MOST_WORDS_IN_A_CELL * width * len(rows):
        return False
    for number in range(width):
        starts, ends = [row[number][0].x0 for row in rows], [row[number][-1].x1 for row in rows]
        middles = [(start + end) / 2 for start, end in zip(starts, ends, strict=True)]
        if min(max(places) - min(places) for places in (starts, ends, middles)) > ALIGNED:
            return False
    return True


def aligned_table(lines: Sequence[Line]) -> Ruled:
    """The lines as a table."""
    rows = [[" ".join(word.text for word in part) for part in line.segments()] for line in lines]
    box = (lines[0].x0, lines[0].top, lines[0].x1, lines[-1].bottom)
    return Ruled(table(rows), box, tuple(round(part[0].x0) for part in lines[0].segments()))

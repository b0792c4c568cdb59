"""A PDF read: headings by the size of their letters, ruled tables as tables, the text of a scan not at all."""

import re
import zlib
from dataclasses import replace

from index.errors import ReaderError
from index.reading.html.parts import page
from index.reading.pdf.blocks import Blocks, Piece, with_tables
from index.reading.pdf.lines import Line, in_reading_order
from index.reading.pdf.style import read_style, without_running_lines, words_of
from index.reading.pdf.words import Page, Ruled, read_pages
from index.reading.reading import Reading, given, later, read_date
from index.reading.web_page import read_html

MOST_UNPACKED = 200_000_000
SLICE = 65_536
LEFT_OUT = "Page numbers, running headers and footers, images."
STREAM = re.compile(rb"stream\r?\n")


def read_pdf(content: bytes) -> Reading:
    """Read a PDF; one that is encrypted, damaged or a scan is refused with the reason."""
    refuse_bomb(content)
    try:
        about, pages = read_pages(content)
    except ReaderError:
        raise
    except Exception as problem:  # the library raises whatever a damaged file makes it stumble over
        raise ReaderError(reason(problem)) from problem
    reading = read_html(to_html(pages, given(about.get("Title"))))
    published, updated = read_date(about.get("CreationDate")), read_date(about.get("ModDate"))
    return replace(
        reading,
        author=given(about.get("Author")),
        published=published,
        updated=later(updated, published),
        left_out=LEFT_OUT,
    )


def to_html(pages: list[Page], title: str | None) -> str:
    """The pages as one run of HTML."""
    texts = without_running_lines([(words, height) for words, _, height in pages])
    columns = [in_reading_order(words) for words in texts]
    lines = [line for sheet in columns for column in sheet for line in column]
    letters = "".join(line.text for line in lines) + "".join(table.html for _, tables, _ in pages for table in tables)
    if not any(one.isalnum() for one in letters):
        raise ReaderError("it holds pictures of pages and no text (a scan); run text recognition (OCR) on it first")
    if letters.count("(cid:") * 20 > len(letters.split()) + len(lines):
        raise ReaderError("its fonts do not say which letters they show; export the text in another way")
    blocks = Blocks(read_style([column for sheet in columns for column in sheet]), words_of(lines))
    pieces: list[Piece] = []
    for page_columns, (_, tables, _) in zip(columns, pages, strict=True):
        pieces += in_order(page_columns, tables)
    blocks.add(pieces)
    return page(title, blocks.html)


def in_order(columns: list[list[Line]], tables: list[Ruled]) -> list[Piece]:
    """The lines and tables of a page; a table stands in the column that it is nearest to."""
    groups: list[list[Piece]] = [[*with_tables(column)] for column in columns] or [[]]
    for table in sorted(tables, key=lambda one: one.top):
        near = min(range(len(groups)), key=lambda number: distance(table, columns[number]) if columns else 0)
        group = groups[near]
        place = next((at for at, piece in enumerate(group) if piece and piece.top > table.top), len(group))
        group.insert(place, table)
    return [piece for group in groups for piece in (*group, None)]


def distance(table: Ruled, column: list[Line]) -> float:
    """How far a table stands from a column."""
    beside = table.box[2] < min(line.x0 for line in column) or table.box[0] > max(line.x1 for line in column)
    away = max(column[0].top - table.box[3], table.top - column[-1].bottom, 0)
    return away + 10_000 * beside


def refuse_bomb(content: bytes) -> None:
    """Refuse a file that unpacks to more than anybody wrote."""
    unpacked = 0
    for found in STREAM.finditer(content):
        unpacked += unpacked_length(content, found.end(), MOST_UNPACKED - unpacked)
        if unpacked > MOST_UNPACKED:
            raise ReaderError(f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB; it is not safe to read")


def unpacked_length(content: bytes, at: int, most: int) -> int:
    """How long the packed stream at a place is when unpacked, counted no further than just over `most`."""
    unpacker, length = zlib.decompressobj(), 0
    packed = b""
    try:
        while not unpacker.eof and length <= most and (packed or at < len(content)):
            packed, at = (packed, at) if packed else (content[at : at + SLICE], at + SLICE)
            length += len(unpacker.decompress(packed, 100 * SLICE))
            packed = unpacker.unconsumed_tail
    except zlib.error:  # not packed, or packed in another way
        pass
    return length


def reason(problem: Exception) -> str:
    """Why the library could not read the file."""
    names = {type(one).__name__ for one in (problem, *problem.args, problem.__cause__)}
    if names & {"PDFPasswordIncorrect", "PDFEncryptionError"}:
        return "it is encrypted; save a copy without a password"
    if names & {"PDFTextExtractionNotAllowed"}:
        return "its owner does not let text be taken out of it; ask for a copy that does"
    return "it is damaged or no whole PDF; export or download it again"

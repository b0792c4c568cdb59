"""A PDF is read as it is set: headings by size, ruled tables, whole paragraphs, no running lines."""

import zlib

import pytest
from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

from index.errors import ReaderError
from index.reading.pdf_file import read_pdf
from tests.index.originals import PROSE, drawn, pdf


def test_a_pdf_gives_its_headings_paragraphs_tables_and_lists() -> None:
    prose = (PROSE * 2).strip()
    going_on = " ".join(["and on"] * 20)
    assert read_pdf(pdf()).body == (
        f"## Admission\n\n{prose} This is well-known, and a statement is short and well-known.\n\n"
        "A second paragraph.\n\n### What it costs\n\n"
        "| School | Tuition in-state | Tuition out-of-state |\n| --- | --- | --- |\n| Duke \\| U | $1 | $2 |\n\n"
        "## Plans\n\n| Plan | Price |\n| --- | --- |\n| Basic | $10 |\n| Plus | $20 |\n| Max | $30 |\n\n"
        f"- The first item is long and goes on {going_on}\n- The second\n\n## Last\n\n{PROSE.strip()}\n"
    )


def test_a_pdf_says_its_title_and_author() -> None:
    reading = read_pdf(pdf())
    assert (reading.title, reading.author) == ("A PDF guide", "A. Dean")


def test_what_a_program_wrote_is_no_title() -> None:
    reading = read_pdf(drawn(lambda canvas: canvas.drawString(72, 700, "Only one sentence stands here.")))
    assert (reading.title, reading.author) == (None, None)


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for number in range(12):
            canvas.drawString(72, 700 - 12 * number, f"left words stand in row {number} of it,")
            canvas.drawString(320, 700 - 12 * number, f"right words stand in row {number} of it,")

    body = read_pdf(drawn(draw)).body
    assert body.index("left words stand in row 11") < body.index("right words stand in row 0")


def test_a_table_that_goes_on_over_the_page_is_one_table() -> None:
    rows = [["School", "Price"], *([f"School {number}", f"${number}"] for number in range(60))]
    body = read_pdf(pdf([Table(rows, style=[("GRID", (0, 0), (-1, -1), 1, colors.black)], repeatRows=1)])).body
    assert body.count("| School | Price |") == 1
    assert body.count("| School ") == 61


def test_light_letters_on_a_dark_ground_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 0.5)
        canvas.rect(60, 690, 300, 30, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 700, "White on blue is seen")
        canvas.drawString(72, 600, "secret white on white")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(72, 900, "secret above the page")
        canvas.setFont("Helvetica", 1)
        canvas.drawString(72, 500, "secret tiny")

    assert read_pdf(drawn(draw)).body == "White on blue is seen\n"


def test_a_pdf_that_needs_a_password_is_refused() -> None:
    with pytest.raises(ReaderError, match="encrypted"):
        read_pdf(pdf(encrypt=StandardEncryption("password")))


def test_a_pdf_whose_owner_forbids_it_is_refused() -> None:
    with pytest.raises(ReaderError, match="owner"):
        read_pdf(pdf(encrypt=StandardEncryption("", "owner", canCopy=0)))


def test_a_scan_is_refused() -> None:
    with pytest.raises(ReaderError, match="scan"):
        read_pdf(drawn(lambda canvas: canvas.rect(50, 50, 300, 300, fill=1)))


@pytest.mark.parametrize("length", [8, 200, 1500])
def test_half_a_pdf_is_refused(length: int) -> None:
    with pytest.raises(ReaderError):
        read_pdf(pdf()[:length])


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(10_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    bomb = head + block * 21
    with pytest.raises(ReaderError, match="not safe"):
        read_pdf(b"%PDF-1.4\n1 0 obj << /Filter /FlateDecode >>\nstream\n" + bomb + b"\nendstream")

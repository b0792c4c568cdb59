"""Small Word and PDF files, made when a test needs one."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.shared import RGBColor
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

PROSE = "Applicants need a degree in a related field. The committee reads every statement with care and replies. "


@cache
def word() -> bytes:
    """A Word file with a title, sections, a merged table, lists and hidden text."""
    document = Document()
    document.core_properties.title = "Named in the properties"
    document.core_properties.author = "B. Lee"
    document.core_properties.created = datetime(2024, 1, 2)
    document.core_properties.modified = datetime(2024, 3, 4)
    document.add_heading("A Word guide", 0)
    document.add_heading("Costs", 1)
    run = document.add_paragraph("Shown text. ").add_run("secret vanished")
    run.font.hidden = True
    run = document.add_paragraph("More text. ").add_run("secret white")
    run.font.color.rgb = RGBColor(255, 255, 255)
    table = document.add_table(3, 3)
    rows = (("School", "Tuition", ""), ("", "in-state", "out-of-state"), ("Duke | U", "$1", ""))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    for text in ("one", "two"):
        document.add_paragraph(text, style="List Bullet")
    return saved(document.save)


@cache
def bare_word() -> bytes:
    """The least that is a Word file: a heading, a table and a paragraph without any style sheet."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Costs</w:t></w:r></w:p>'
    cell = "<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl>{f'<w:tr>{cell * 2}</w:tr>' * 2}</w:tbl>"
    text = f"<w:document {space}><w:body>{heading}{table}<w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": text,
    }
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def changed_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A packed file with one part changed."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w") as new:
        for entry in old.namelist():
            part = old.read(entry)
            new.writestr(entry, change(part) if entry == name else part)
    return packed.getvalue()


def pdf(story: list[Flowable] | None = None, **settings: object) -> bytes:
    """A PDF of three pages with running lines, a ruled table, divided words and white text."""
    styles = getSampleStyleSheet()
    text, section, smaller = styles["Normal"], styles["Heading2"], styles["Heading3"]
    ruled = Table(
        [["School", "Tuition", ""], ["", "in-state", "out-of-state"], ["Duke | U", "$1", "$2"]],
        style=[("GRID", (0, 0), (-1, -1), 1, colors.black), ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))],
    )
    story = story or [
        Paragraph("A PDF guide", styles["Title"]),
        Paragraph("Admission", section),
        Paragraph(PROSE * 2 + "This is well-known, and a state-<br/>ment is short and well-<br/>known.", text),
        Paragraph("A second paragraph.", text),
        Paragraph("What it costs", smaller),
        ruled,
        Paragraph("<font color='white'>secret white</font>", text),
        PageBreak(),
        Paragraph("Plans", section),
        Table([["Plan", "Price"], ["Basic", "$10"], ["Plus", "$20"], ["Max", "$30"]]),
        Paragraph("• The first item is long and goes on " + "and on " * 20, text),
        Paragraph("• The second", text),
        PageBreak(),
        Paragraph("Last", section),
        Paragraph(PROSE, text),
    ]
    packed = BytesIO()
    document = SimpleDocTemplate(packed, pagesize=letter, author="A. Dean", **settings)
    document.build(story, onFirstPage=running_lines, onLaterPages=running_lines)
    return packed.getvalue()


def running_lines(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """A header and a page number."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 760, "Handbook of the School")
    canvas.drawCentredString(300, 30, f"Page {document.page} of 3")


def drawn(draw: Callable[[Canvas], None]) -> bytes:
    """A PDF of one page, drawn by hand."""
    packed = BytesIO()
    canvas = Canvas(packed, pagesize=letter)
    draw(canvas)
    canvas.save()
    return packed.getvalue()


def saved(save: Callable[[BytesIO], None]) -> bytes:
    """What a save function writes."""
    packed = BytesIO()
    save(packed)
    return packed.getvalue()

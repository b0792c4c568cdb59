"""A Word file is read by its styles; what Word does not show, nobody is quoted."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from index.errors import ReaderError
from index.reading.reading import Reading
from index.reading.word_file import read_word
from tests.index.originals import bare_word, changed_part, word

DOCUMENT = "word/document.xml"


def packed(**parts: bytes) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return content.getvalue()


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_word(word())


def test_a_word_file_gives_its_headings_tables_and_lists(reading: Reading) -> None:
    assert reading.body == (
        "## Costs\n\nShown text.\n\nMore text.\n\n"
        "| School | Tuition in-state | Tuition out-of-state |\n| --- | --- | --- |\n| Duke \\| U | $1 | – |\n\n"
        "- one\n- two\n"
    )


def test_a_word_file_says_who_wrote_it_and_when(reading: Reading) -> None:
    assert (reading.title, reading.author) == ("A Word guide", "B. Lee")
    assert (reading.published, reading.updated) == (date(2024, 1, 2), date(2024, 3, 4))


def test_text_hidden_by_a_style_is_not_read() -> None:
    def hide_the_title(styles: bytes) -> bytes:
        start = styles.index(b'w:styleId="Title"')
        at = styles.index(b"<w:rPr>", start) + len(b"<w:rPr>")
        return styles[:at] + b"<w:vanish/>" + styles[at:]

    reading = read_word(changed_part(word(), "word/styles.xml", hide_the_title))
    assert reading.title == "Named in the properties"
    assert "A Word guide" not in reading.body


def test_text_marked_not_hidden_is_read() -> None:
    content = changed_part(word(), DOCUMENT, lambda part: part.replace(b"<w:vanish/>", b'<w:vanish w:val="0"/>'))
    assert "secret vanished" in read_word(content).body


def test_a_style_map_inside_the_file_is_not_obeyed() -> None:
    content = BytesIO(bare_word())
    with ZipFile(content, "a") as archive:
        archive.writestr("mammoth/style-map", "p => h5:fresh")
    assert "###" not in read_word(content.getvalue()).body


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda: b"PK\x03\x04 and then nothing", "damaged"),
        (lambda: word()[:-300], "damaged"),
        (lambda: packed(a=b"x"), "no Word document"),
        (lambda: packed(xl__workbook=b"x"), "spreadsheet"),
        (lambda: packed(ppt__slides=b"x"), "slides"),
        (lambda: packed(word__document=b"x"), "damaged"),
        (lambda: packed(**{DOCUMENT: bytes(26_000_000)}), "split it first"),
        (lambda: packed(**{f"word/{n}.bin": bytes(41_000_000) for n in range(5)}), "not safe"),
        (lambda: packed(**{f"word/{n}": b"" for n in range(5_001)}), "not safe"),
    ],
)
def test_a_file_that_is_no_whole_word_file_is_refused(content: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(ReaderError, match=reason):
        read_word(content())


def test_entities_that_unfold_are_refused_in_any_encoding() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        content = packed(**{DOCUMENT: bomb.encode(encoding)})
        with pytest.raises(ReaderError, match="entities"):
            read_word(content)


def test_a_document_nested_past_reason_is_refused() -> None:
    nested = b"<w:tbl><w:tr><w:tc>" * 3_000 + b"</w:tc></w:tr></w:tbl>" * 3_000
    content = changed_part(word(), DOCUMENT, lambda part: part.replace(b"<w:sectPr", nested + b"<w:sectPr", 1))
    with pytest.raises(ReaderError):
        read_word(content)


def test_an_empty_document_is_refused() -> None:
    content = changed_part(word(), DOCUMENT, lambda part: part[: part.index(b"<w:body>")] + b"<w:body/></w:document>")
    with pytest.raises(ReaderError, match="no text"):
        read_word(content)

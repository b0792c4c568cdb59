"""The inside of a Word file: its XML parts, read with limits, and packed again."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from index.errors import ReaderError

MOST_PARTS = 5_000
MOST_UNPACKED = 200_000_000
LONGEST_PART = 25_000_000
# What else is packed like a Word file, by a folder or file in it.
OTHERS = {
    "xl/": "a spreadsheet; save the table as HTML or paste it into a Word file",
    "ppt/": "a set of slides; save them as PDF",
    "content.xml": "an OpenDocument file; save it as .docx",
    "META-INF/container.xml": "an e-book; save its text as HTML",
}
Parts = dict[str, bytes]


def read_parts(content: bytes) -> Parts:
    """The XML parts by name; a file that unpacks past all reason, or is no Word file, is refused."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            names = {entry.filename for entry in entries}
            refuse_others(names)
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise ReaderError(f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB; it is not safe to read")
            kept = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            if any(entry.file_size > LONGEST_PART for entry in kept):
                raise ReaderError(f"it holds more than {LONGEST_PART // 1_000_000} MB of text; split it first")
            if any(entry.flag_bits & 1 for entry in kept):
                raise ReaderError("it is encrypted; save a copy without a password")
            parts = {entry.filename: archive.read(entry) for entry in kept}
    except ReaderError:
        raise
    except Exception as problem:  # each way of packing has its own error for damage
        raise ReaderError("it is damaged; open it in Word and save it again") from problem
    for part in parts.values():
        refuse_entities(part)
    return parts


def refuse_others(names: set[str]) -> None:
    """Refuse a packed file that is not Word's."""
    if any(name.startswith("word/") for name in names):
        return
    for mark, what in OTHERS.items():
        if any(name.startswith(mark) for name in names):
            raise ReaderError(f"it is {what}")
    raise ReaderError("it is a ZIP file and no Word document; unpack it and name the files in it")


def refuse_entities(part: bytes) -> None:
    """Refuse a part that declares entities of its own: Word never does, and they can unfold without end."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        if "<!DOCTYPE".encode(encoding) in part or "<!ENTITY".encode(encoding) in part:
            raise ReaderError("its XML declares entities, which Word never does; it is not safe to read")


def parse(part: bytes) -> ElementTree.Element:
    """A part as a tree."""
    return ElementTree.fromstring(part)  # noqa: S314 - parts that declare entities were refused


def pack(parts: Parts) -> BytesIO:
    """The parts as a Word file again."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    packed.seek(0)
    return packed

"""The file that a guide is made of: its bytes, read with care, and what kind of file they are."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.errors import ReaderError
from index.reading.plain_text import decode

Kind = Literal["html", "markdown", "text", "pdf", "word"]

MOST_BYTES = 50_000_000
READABLE = "give HTML, plain text, Markdown, PDF or Word (.docx)"
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|main|article|div|section|header|h[1-6]|p|table|ul|ol)\b",
    re.DOTALL | re.IGNORECASE,
)
XML = re.compile(r"\s*<(?:\?xml|!doctype|svg|rss|feed)\b", re.IGNORECASE)
MARKDOWN = re.compile(r"\A---\n(?:[\w-]+:.*\n)+---|^#{1,6} \S|^\s*\|?[ :]*-{3,}[ :]*\|[-| :]*$", re.MULTILINE)
MARKDOWN_SUFFIXES = {".md", ".markdown"}
TEXT_SUFFIXES = {"", ".txt", ".text", ".html", ".htm", ".xhtml", *MARKDOWN_SUFFIXES}
# What other files begin with, and what to do about it.
OTHERS = {
    b"\xd0\xcf\x11\xe0": "an old Office file or one with a password; save it as .docx without a password",
    b"{\\rtf": "RTF; save it as .docx",
    b"\x89PNG": "an image; give the text",
    b"\xff\xd8\xff": "an image; give the text",
    b"GIF8": "an image; give the text",
    b"\x1f\x8b": "a compressed file; unpack it first",
    b"%!PS": "PostScript; save it as PDF",
}


@dataclass(frozen=True)
class Original:
    """A file's bytes and its kind; `text` is what the bytes say, empty for PDF and Word."""

    kind: Kind
    content: bytes
    text: str = ""


def open_original(path: Path) -> Original:
    """Read the file and tell its kind by what is in it."""
    content = read_bytes(path)
    if b"%PDF-" in content[:1024]:
        return Original("pdf", content)
    if content.startswith(b"PK\x03\x04"):
        return Original("word", content)
    for beginning, what in OTHERS.items():
        if content.startswith(beginning):
            raise ReaderError(f"it is {what}")
    text = decode(content)
    return Original(kind_of(text, path.suffix.lower()), content, text)


def kind_of(text: str, suffix: str) -> Kind:
    """What kind of text it is; the suffix decides only between Markdown and plain text."""
    if PAGE.match(text) and suffix not in MARKDOWN_SUFFIXES:
        return "html"
    if suffix not in TEXT_SUFFIXES or XML.match(text):
        raise ReaderError(f"{suffix or 'this XML'} is no kind of file that can be read; {READABLE}")
    return "markdown" if suffix in MARKDOWN_SUFFIXES or MARKDOWN.search(text) else "text"


def read_bytes(path: Path) -> bytes:
    """The file's bytes; what is no plain file, empty or too large is refused before it is read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReaderError("it is a folder; name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise ReaderError("it is no plain file; save its text into a file")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise ReaderError(f"it cannot be opened ({why(problem)})") from problem
    if not content:
        raise ReaderError("it is empty")
    if len(content) > MOST_BYTES:
        raise ReaderError(f"it is larger than {MOST_BYTES // 1_000_000} MB; split it first")
    return content


def why(problem: Exception) -> str:
    """The system's reason in its own words."""
    return os.strerror(problem.errno).lower() if isinstance(problem, OSError) and problem.errno else str(problem)

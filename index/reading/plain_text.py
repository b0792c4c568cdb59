"""Plain text read: headings only where the text marks them, lists, tabbed tables, whole paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from index.errors import ReaderError
from index.reading.html.parts import item, page, table, tag
from index.reading.reading import Reading
from index.reading.web_page import read_html

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
UNDERLINE = re.compile(r"(=|-|~|\*|#)\1{2,}")
NUMBERED = re.compile(r"((?:\d{1,2}\.)+(?:\d{1,2})?)\s+(?=\S)")
ITEM = re.compile(r"\s*(?:[-*+•–]|(\d{1,3})[.)])\s+(?=\S)")
PLAIN_HEADING = re.compile(r"[A-Z][^.,;:!?\d]*[^\W\d_]")
MOST_WORDS_IN_A_HEADING = 12
MOST_WORDS_ALONE = 8  # of a line between two empty ones that no mark tells from a short sentence
MOST_WORDS_IN_A_TITLE = 16


def decode(content: bytes) -> str:
    """The text of the bytes: UTF-8, or UTF-16 with its mark; anything else is refused."""
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        what = f"it is not {encoding.removesuffix('-sig').upper()} from byte {problem.start} on"
        raise ReaderError(f"{what}; save it as UTF-8") from problem
    if "\x00" in text or len(CONTROL.findall(text)) > len(text) // 100:
        raise ReaderError("it is no text (it holds control characters); give the text in it")
    if not any(one.isalnum() for one in text):
        raise ReaderError("there is no text to read in it")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(text: str) -> Reading:
    """Read plain text."""
    text = re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n\n", text)
    groups = [part.strip("\n").split("\n") for part in re.split(r"\n(?:[^\S\n]*\n)+", text) if part.strip()]
    html: list[str] = []
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else []
        html += blocks(group, groups[number - 1] if number else [], following)
    return replace(read_html(page(None, html)), left_out=None)


def blocks(group: list[str], before: list[str], following: list[str]) -> Iterator[str]:
    """The lines between two empty ones as HTML, told by the lines on the other side of those."""
    if len(group) > 1 and (line := UNDERLINE.fullmatch(group[1].strip())) and not ITEM.match(group[0]):
        yield tag("h1" if line[1] == "=" else "h2", group[0])
        group = group[2:]
    elif len(group) == 1 and (level := heading_level(group[0].strip(), before, following)):
        yield tag(f"h{level}", NUMBERED.sub("", group[0].strip(), count=1))
        return
    if is_tabbed(group):
        yield table(line.split("\t") for line in group)
    else:
        yield from paragraphs_and_items(group)


def heading_level(line: str, before: list[str], following: list[str]) -> int:
    """The level of a line that stands alone and is surely a heading, else 0."""
    words = line.split()
    if not following or line.endswith((".", ",", ";", ":")) or (ITEM.match(line) and not NUMBERED.match(line)):
        return 0
    if not before and len(words) <= MOST_WORDS_IN_A_TITLE and not NUMBERED.match(line):
        return 1
    in_list = ITEM.match(following[0]) or (before and ITEM.match(before[-1]) and ITEM.match(line))
    if in_list or len(words) > MOST_WORDS_IN_A_HEADING:
        return 0
    if number := NUMBERED.match(line):
        return 1 + len(re.findall(r"\d+", number[1]))
    if before and (line.endswith("?") or PLAIN_HEADING.fullmatch(line)) and len(words) <= MOST_WORDS_ALONE:
        return 2
    return 2 if line.isupper() and len(words) > 1 and not any(one.isdigit() for one in line) else 0


def is_tabbed(group: list[str]) -> bool:
    """Whether every line has the same number of columns parted by tabs."""
    columns = {line.count("\t") for line in group}
    return len(group) > 1 and len(columns) == 1 and columns != {0} and not any(ITEM.match(line) for line in group)


def paragraphs_and_items(group: list[str]) -> Iterator[str]:
    """Items stay items, with the indented lines that belong to them; other lines make paragraphs."""
    words: list[str] = []
    opened: re.Match[str] | None = None
    for line in group:
        found = ITEM.match(line)
        if found or (opened and not line.startswith((" ", "\t"))):
            yield from part(words, opened)
            words, opened = [], found
        words.append(line[found.end() :] if found else line)
    yield from part(words, opened)


def part(words: list[str], opened: re.Match[str] | None) -> Iterator[str]:
    """An item, or a paragraph whose lines a reader of HTML may find to be a list."""
    if opened:
        yield item(" ".join(words), opened[1] or "")
    elif words:
        yield "<p>" + "<br>".join(escape(line) for line in words) + "</p>"

"""What a model says, cut into whole pieces while it comes: sentences and list items, each checked by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

LONGEST = 800  # characters of one piece; a model that never comes to a full stop is cut there
AT_ONCE = 200  # characters looked at together, however many come
ITEM = re.compile(r"\s*(?:[-*•+]|\d{1,2}[.)])\s+")
FURNITURE = re.compile(r"\s*(?:#{1,6}\s|```|~~~|[-*_=]{3,}\s*$|>\s*$)")  # headings, fences, rules: form and no content
MARKS = r"(?:\s?\[\s*\d+(?:\s*,\s*\d+)*\s*\])*"
ENDS = re.compile(rf"[.!?…][\"”’')*_]*{MARKS}(?=\s+[^\s\[a-z])")
SHORT = re.compile(r"(?:\b(?:[A-Z]|e\.g|i\.e|vs|etc|approx|Dr|Prof|Mr|Ms|Mrs|St|No|Inc|Univ|min|max))\.$")


@dataclass(frozen=True)
class Piece:
    """One sentence, one item of a list, one row of a table; `starts` says that a new paragraph begins with it."""

    kind: Literal["sentence", "item", "row"]
    text: str
    starts: bool = False


def pieces(chunks: Iterable[str]) -> Iterator[Piece]:
    """Every piece as soon as it is whole; what is left at the end is a piece too."""
    cutter = _Cutter()
    for chunk in chunks:
        for start in range(0, len(chunk), AT_ONCE):
            yield from cutter.take(chunk[start : start + AT_ONCE])
    yield from cutter.end()


class _Cutter:
    def __init__(self) -> None:
        self._left = ""
        self._starts = True  # the next sentence begins a paragraph

    def take(self, chunk: str) -> Iterator[Piece]:
        self._left += chunk.replace("\r\n", "\n").replace("\r", "\n")
        while "\n" in self._left:
            line, self._left = self._left.split("\n", 1)
            yield from self._line(line)
            self._starts = True
        yield from self._sentences()
        if len(self._left) > LONGEST:
            yield from self._line(self._left)
            self._left = ""

    def end(self) -> Iterator[Piece]:
        yield from self._line(self._left)
        self._left = ""

    def _line(self, line: str) -> Iterator[Piece]:
        """All that is left of a line, whose end has come."""
        if FURNITURE.match(line) or not line.strip():
            return
        if kind := _kind_of_line(line):
            yield Piece(kind, ITEM.sub("", line, count=1).strip() if kind == "item" else line.strip())
            return
        *whole, last = _cut(line)
        for text in (*whole, last):
            yield from self._sentence(text)

    def _sentences(self) -> Iterator[Piece]:
        """The sentences of a line that is still coming; an item or a row waits for its end."""
        if (
            _kind_of_line(self._left)
            or FURNITURE.match(self._left)
            or re.match(r"\s*(?:\d{1,2}|[-*•+#`~>|]*)$", self._left)
        ):
            return
        *whole, self._left = _cut(self._left)
        for text in whole:
            yield from self._sentence(text)

    def _sentence(self, text: str) -> Iterator[Piece]:
        if text.strip():
            yield Piece("sentence", text.strip(), self._starts)
            self._starts = False


def _kind_of_line(line: str) -> Literal["item", "row"] | None:
    if line.lstrip().startswith("|"):
        return "row"
    return "item" if ITEM.match(line) else None


def _cut(text: str) -> list[str]:
    """The sentences of a text; the last may still be coming."""
    found, start = [], 0
    for end in ENDS.finditer(text):
        stop = re.search(r"[.!?…]", end.group())
        if stop and SHORT.search(text[start : end.start() + stop.end()]):
            continue
        found.append(text[start : end.end()])
        start = end.end()
    return [*found, text[start:]]

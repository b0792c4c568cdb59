"""How a PDF is set: the size of its text, the space between lines, which letters make headings, what runs along."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.reading.pdf.lines import Line, lines_of
from index.reading.pdf.words import Word

LARGER = 1.1  # than the body: a heading
MOST_WORDS_IN_A_BOLD_HEADING = 14
MOST_WORDS_IN_A_HEADING = 30
MARGIN = 0.12  # of the page: where running headers and footers stand
PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–—]?\s*(?:\d{1,4}|[ivxl]{1,7})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)


@dataclass(frozen=True)
class Style:
    """The measures that tell headings and paragraphs apart."""

    body: float
    leading: float  # the usual space between two lines of a paragraph
    levels: dict[tuple[float, bool], int]

    def level(self, line: Line) -> int:
        """The heading level of a line, 0 for text."""
        return self.levels.get((line.size, line.bold), 0) if is_heading(line, self.body) else 0


def read_style(columns: Sequence[Sequence[Line]]) -> Style:
    """The style of a document from all its lines."""
    lines = [line for column in columns for line in column]
    sizes: Counter[float] = Counter()
    bold = 0
    for line in lines:
        sizes[line.size] += len(line.text)
        bold += len(line.text) * line.bold
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    gaps = [
        below.top - line.bottom
        for column in columns
        for line, below in pairwise(column)
        if line.size == below.size == body and 0 <= below.top - line.bottom < 2 * body
    ]
    mostly_bold = bold * 2 > sum(sizes.values())
    kinds = {(line.size, line.bold) for line in lines if is_heading(line, body)}
    if mostly_bold:
        kinds = {kind for kind in kinds if kind[0] > LARGER * body}
    ranked = sorted(kinds, reverse=True)
    levels = {kind: min(rank, 6) for rank, kind in enumerate(ranked, 1)}
    return Style(body, median(gaps) if gaps else body * 0.2, levels)


def is_heading(line: Line, body: float) -> bool:
    """Whether a line is set like a heading."""
    words = len(line.words)
    if not any(one.isalnum() for one in line.text):
        return False
    if line.size > LARGER * body:
        return words <= MOST_WORDS_IN_A_HEADING
    short = words <= MOST_WORDS_IN_A_BOLD_HEADING and not line.text.endswith((".", ",", ";", ":"))
    return line.bold and short and line.size >= 0.95 * body and len(line.segments()) == 1


def without_running_lines(pages: list[tuple[list[Word], float]]) -> list[list[Word]]:
    """Each page's words without page numbers and the headers and footers that come again and again."""
    edges = [[line for line in lines_of(words) if in_margin(line, height)] for words, height in pages]
    seen = Counter(key for lines in edges for key in {running_key(line) for line in lines})
    least = max(2, len(pages) // 2)
    kept: list[list[Word]] = []
    for (words, _), lines in zip(pages, edges, strict=True):
        dropped = {id(word) for line in lines if is_running(line, seen, least) for word in line.words}
        kept.append([word for word in words if id(word) not in dropped])
    return kept


def is_running(line: Line, seen: Counter[str], least: int) -> bool:
    """Whether a line at the edge of a page belongs to every page."""
    return bool(PAGE_NUMBER.fullmatch(line.text.strip())) or seen[running_key(line)] >= least


def in_margin(line: Line, height: float) -> bool:
    """Whether the line stands at the head or the foot of its page."""
    return line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height


def running_key(line: Line) -> str:
    """What a running line has in common from page to page."""
    return re.sub(r"\d+", "#", line.text.strip().lower())


def words_of(lines: Iterable[Line]) -> set[str]:
    """Every word of the lines in small letters, hyphenated words as they are."""
    return {word.strip(".,;:()").lower() for line in lines for word in line.text.split()}

"""The guides cut as simply as possible, so that their own sentences and rows can stand as claims that are true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GUIDES = Path(__file__).parents[2] / "corpus" / "guides"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True)
class TrueClaim:
    """A sentence or row of a guide and the passage that it is taken from."""

    text: str
    passage: str
    cells: tuple[tuple[str, str], ...] = ()  # column and cell, where it is a row


def true_claims() -> list[TrueClaim]:
    """Every sentence, list item and table row of every guide, each with its own passage."""
    return [claim for path in sorted(GUIDES.glob("*.md")) for claim in _of_guide(path.read_text("utf-8"))]


def _of_guide(text: str) -> Iterator[TrueClaim]:
    front, body = text.split("\n---", 1)
    title = re.sub(r"(?m)^(?:slug|license|left_out):.*$", "", front)
    for section in re.split(r"\n(?=#)", body):
        heading, _, rest = section.partition("\n")
        for block in re.split(r"\n\s*\n|\n(?=> )", rest):
            if block.strip():
                yield from _of_block(block.strip(), f"{title}\n{heading.strip('# ')}\n")


def _of_block(block: str, above: str) -> Iterator[TrueClaim]:
    if block.startswith("|"):
        yield from _rows(block.splitlines(), above)
        return
    words = re.sub(r"(?m)^(?:>\s*Check:|>|-)\s*", "", block)
    for line in words.splitlines():
        for sentence in SENTENCE_END.split(line):
            if sentence.strip():
                yield TrueClaim(sentence.strip(), above + words)


def _rows(lines: list[str], above: str) -> Iterator[TrueClaim]:
    header, _, *rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
    for row in rows:
        cells = tuple(zip(header, row, strict=True))
        spoken = "; ".join(f"{column}: {cell}" for column, cell in cells)
        yield TrueClaim(spoken, above + spoken, cells)

"""The four guides, as far as they are written, are cut without loss and their figures are read as figures."""

import re
from functools import cache
from pathlib import Path

import pytest

from index.chunks import Chunk
from index.cutting.cutter import cut
from index.guides import Guide, read_guide
from index.rows import read_rows
from index.vocabulary import Vocabulary, read_vocabulary

CORPUS = Path(__file__).parents[2] / "corpus"
GUIDES = sorted((CORPUS / "guides").glob("*.md"))
UNITS = {"(USD": "money", "(%)": "percent", "(out of": "number"}

pytestmark = pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)


def count_pieces(text: str) -> int:
    """More tokens than a model counts: a word is cut after every fourth letter."""
    return len(re.findall(r"\w{1,4}|[^\w\s]", text)) + 2


@cache
def read(path: Path) -> tuple[Guide, list[Chunk]]:
    guide = read_guide(path)
    return guide, cut(guide, read_vocabulary(CORPUS / "vocabulary.yaml"), count_pieces, 512)


def test_every_table_row_is_one_chunk(path: Path) -> None:
    guide, chunks = read(path)
    lines = [line for line in guide.body.split("\n") if line.startswith("|")]
    rules = [line for line in lines if set(line) <= set("|-: ")]
    assert len([chunk for chunk in chunks if chunk.kind == "row"]) == len(lines) - 2 * len(rules)
    assert not any(row.passages for row in read_rows(chunks).all)


def test_every_check_note_is_a_chunk(path: Path) -> None:
    guide, chunks = read(path)
    assert sum(chunk.check for chunk in chunks) == guide.body.count("> Check:")


def test_every_question_heading_with_an_answer_is_a_question(path: Path) -> None:
    _, chunks = read(path)
    asking = {chunk.path for chunk in chunks if chunk.heading.endswith("?") and chunk.kind != "row" and not chunk.check}
    assert {chunk.path for chunk in chunks if chunk.kind == "question"} == asking


def test_every_figure_under_a_unit_is_read(path: Path) -> None:
    _, chunks = read(path)
    cells = [cell for chunk in chunks for cell in chunk.cells if cell.known]
    for mark, unit in UNITS.items():
        under = [cell for cell in cells if mark in cell.column]
        assert [cell for cell in under if cell.unit != unit or (cell.value, cell.high) == (None, None)] == []
    assert [cell for cell in cells if "$" in cell.text and cell.value is None and cell.unit == "money"] == []


def test_every_word_is_in_a_chunk(path: Path) -> None:
    guide, chunks = read(path)
    words = set(re.findall(r"[\w$,.%–+-]*\w", " ".join(re.findall(r"^(?!#|Also asked:).+", guide.body, re.MULTILINE))))
    said = " ".join([*(chunk.spoken for chunk in chunks), *(c.column for chunk in chunks for c in chunk.cells)])
    assert {word for word in words if word not in said} == set()


def test_without_a_vocabulary_the_chunks_say_the_same(path: Path) -> None:
    guide, chunks = read(path)
    plain = cut(guide, Vocabulary(), count_pieces, 512)
    assert [(chunk.id, chunk.text) for chunk in plain] == [(chunk.id, chunk.text) for chunk in chunks]

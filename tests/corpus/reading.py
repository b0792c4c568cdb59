"""Guides as the tests see them: front matter, headings, sections with their tables, and check notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

CORPUS = Path(__file__).parents[2] / "corpus"
GUIDES = sorted((CORPUS / "guides").glob("*.md"))
OWN = ("aifwd", "hakia", "online-guide", "techguide")
FENCE = "---"
UNKNOWN = "–"
ASKED = "Also asked:"  # searched by and never shown


@dataclass(frozen=True)
class Table:
    """A pipe table: where it stands, its header and its rows, cells stripped."""

    place: str
    header: tuple[str, ...]
    rule: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, index: int) -> list[str]:
        return [row[index] for row in self.rows if index < len(row)]


@dataclass(frozen=True)
class Section:
    """A heading with the lines beneath it, as far as the next heading."""

    heading: str
    lines: tuple[str, ...]


def front_matter(path: Path) -> dict[str, object]:
    head, _ = _parts(path)
    found = yaml.safe_load(head)
    return dict(found) if isinstance(found, dict) else {}


def sections(path: Path) -> list[Section]:
    _, body = _parts(path)
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in body.splitlines():
        if line.startswith("#"):
            found.append((line, []))
        elif not line.startswith(ASKED):
            found[-1][1].append(line)
    return [Section(heading, tuple(lines)) for heading, lines in found if heading or any(lines)]


def tables(path: Path) -> list[Table]:
    return [
        Table(f"{path.stem}: {section.heading}", *_grid(block))
        for section in sections(path)
        for block in _blocks(section.lines)
    ]


def own_tables() -> Iterator[Table]:
    for slug in OWN:
        yield from tables(CORPUS / "guides" / f"{slug}.md")


def _parts(path: Path) -> tuple[str, str]:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(FENCE + "\n"), f"{path.name} does not open with front matter"
    _, head, body = text.split(FENCE + "\n", 2)
    return head, body


def _blocks(lines: tuple[str, ...]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in (*lines, ""):
        if line.startswith("|"):
            block.append(line)
        elif block:
            yield block
            block = []


def _grid(block: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]:
    grid = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in block]
    return grid[0], grid[1] if len(grid) > 1 else (), tuple(grid[2:])

"""Sections: a guide cut along its headings, each with its heading path and its blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.cutting.asked import check_no_asked, no_answer, opens_asked, take_asked
from index.cutting.dialogue import opened, unspoken
from index.cutting.markdown import Node, body_text, read_markdown
from index.cutting.tables import Table, check_no_table, read_table
from index.guides import Guide

NOTE = "Check:"
IN_TEXT = 7  # the level of a heading that is a paragraph: a question of an interview, a term
NAMED = re.compile(r"[A-Z][^.:;–—]{1,60}?\s[–—]\s\S.*")  # "Elm College – MSc; $4,000; 2 years", a line each
KEYED = re.compile(r"[^\W\d_](?:[^:.!?]|(?<=\b[A-Z][a-z])\.){0,58}:\s+\S.*")  # "St. Anne College: 3.2"


@dataclass(frozen=True)
class Paragraph:
    """Some sentences."""

    text: str


@dataclass(frozen=True)
class Note:
    """A guide's own doubt about a figure, a quote that begins with "Check:"."""

    text: str


@dataclass(frozen=True)
class Listing:
    """A list; each item has its mark ("- " or "2. ", indented where lists nest) and stays one item."""

    items: tuple[str, ...]


Block = Paragraph | Note | Listing | Table


@dataclass(frozen=True)
class Section:
    """A heading with what stands between it and the next; `path` holds the headings from the title down."""

    path: tuple[str, ...]
    blocks: tuple[Block, ...]
    line: int = 0  # of its heading in the body, from 0
    asked: tuple[str, ...] = ()  # other ways to ask what it answers, never shown


def read_sections(guide: Guide) -> list[Section]:
    """The guide's sections in order, those without a block left out."""
    sections: list[Section] = []
    path: list[tuple[int, str]] = []
    blocks: list[Block] = []
    asked: tuple[str, ...] = ()
    line = 0
    source = body_text(guide).split("\n")

    def close() -> None:
        if blocks:
            sections.append(Section(tuple(name for _, name in path) or (guide.title,), tuple(blocks), line, asked))
            blocks.clear()
        elif asked:
            raise no_answer(guide, line)

    for node in read_markdown(guide):
        if node.type == "heading":
            if name := _flat(node):
                close()
                path = _below(path, int(node.tag[1]), name, guide.title)
                line, asked = node.lines[0], ()
            continue
        block: Node | None = node
        if path and (inner := opened(source, node)):
            close()
            path = _below(path, IN_TEXT, inner.heading, guide.title)
            line, asked, block = node.lines[0], (), inner.rest
        elif path and not blocks and not asked and opens_asked(source, node):
            asked, block = take_asked(guide, node)
        if block:
            answers = path and path[-1][0] == IN_TEXT and not blocks
            blocks.extend(_blocks(guide, source, unspoken(block) if answers else block))
    close()
    return sections


def _below(path: list[tuple[int, str]], level: int, name: str, title: str) -> list[tuple[int, str]]:
    """The heading path after one more heading: the first h1 is the title, every other heading stands below it."""
    if not path:
        return [(0, name)] if level == 1 else [(0, title), (level, name)]
    return [*(part for part in path if part[0] < level), (level, name)]


def _blocks(guide: Guide, source: list[str], node: Node) -> Iterator[Block]:
    match node.type:
        case "table":
            if table := read_table(guide, source, node):
                yield table
        case "bullet_list" | "ordered_list":
            if items := tuple(_items(node)):
                yield Listing(items)
        case "blockquote":
            yield from _quoted(node)
        case _:
            if node.type == "paragraph":
                check_no_table(guide, source, node)
                check_no_asked(guide, source, node)
            yield from _said(node)


def _said(node: Node) -> Iterator[Block]:
    """A paragraph as what its lines are: keys with their values, a line a name, or sentences."""
    lines = [line for line in _lines(node) if line.strip()]
    at = next((n for n, line in enumerate(lines) if KEYED.fullmatch(line)), len(lines))
    keyed = len(lines) - at > 1 and all(map(KEYED.fullmatch, lines[at:]))  # "MSc in Physics" above its keys
    listed = lines[at:] if keyed else lines if len(lines) > 1 and all(map(NAMED.fullmatch, lines)) else []
    before = " ".join(" ".join(lines[: len(lines) - len(listed)]).split())
    if before:
        yield Paragraph(before)
    if listed:
        yield Listing(tuple(f"- {line}" for line in listed))


def _flat(node: Node) -> str:
    """All words below a node, on one line."""
    return " ".join(" ".join(_lines(node)).split())


def _lines(node: Node) -> Iterator[str]:
    if node.type in ("inline", "fence", "code_block"):
        yield from node.content.split("\n")
        return
    for child in node.children:
        yield from _lines(child)


def _items(node: Node, indent: str = "") -> Iterator[str]:
    for number, item in enumerate(node.children, node.start):
        nested = [child for child in item.children if child.type in ("bullet_list", "ordered_list")]
        words = " ".join(filter(None, (_flat(child) for child in item.children if child not in nested)))
        mark = f"{number}. " if node.type == "ordered_list" else "- "
        if words:
            yield indent + mark + words
        for inner in nested:
            yield from _items(inner, indent + "  ")


def _quoted(node: Node) -> Iterator[Block]:
    """Each line that begins with "Check:" begins a note; a quote without one is a paragraph."""
    words = "\n".join(_lines(node))
    plain, *notes = re.split(rf"^(?={NOTE})", words, flags=re.MULTILINE)
    if plain.strip():
        yield Paragraph(" ".join(plain.split()))
    for note in notes:
        yield Note(" ".join(note.split()))

"""Markdown as a tree that holds only what a reader sees; the one door to markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from index.cutting.hidden import CLOSES_ITSELF, Hidden
from index.guides import Guide
from index.words.visible import harmless, visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

ENDS = {"<!--": "-->", "<script": "</script", "<style": "</style", "<pre": "</pre", "<textarea": "</textarea"}
INNER = re.compile(r"<!--.*?-->|<(script|style|pre|textarea)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Node:
    """A block with the blocks in it; the words of an inline, fence or code block stand in its `content`."""

    type: str
    tag: str
    content: str
    lines: tuple[int, int]  # of the body, from 0: the first one, and the one after the last
    start: int  # where an ordered list begins to count
    children: tuple[Node, ...]


def read_markdown(guide: Guide) -> tuple[Node, ...]:
    """The guide's blocks."""
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - 25 ms that only building and adding pay

    tokens = _parser().parse(body_text(guide))
    hidden, opened = Hidden(), 0
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type == "html_block":
            was_open = bool(hidden)
            hidden.meet(_tags(guide, line, token.content), CLOSES_ITSELF)
            opened = opened if was_open else line
        elif hidden:
            token.content = ""
        elif token.type == "inline":
            token.content = _inline(guide, line, token)
        elif token.type in ("fence", "code_block"):
            token.content = harmless(visible(token.content))
    if hidden:
        raise _unclosed(guide, opened, f"<{hidden.open[0]}>")
    return tuple(map(_node, SyntaxTreeNode(tokens).children))


def to_html(text: str) -> str:
    """Any Markdown as a web page shows it, a line end being a line break."""
    html: str = _parser().render(text)
    return html


def body_text(guide: Guide) -> str:
    """The body with the line ends that the parser counts."""
    return re.sub(r"\r\n?", "\n", guide.body)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - see above

    return MarkdownIt("commonmark", {"breaks": True, "maxNesting": 100}).enable("table")


def _node(node: SyntaxTreeNode) -> Node:
    first, end = node.map or (0, 0)
    inner = () if node.type == "inline" else tuple(map(_node, node.children))
    return Node(node.type, node.tag, node.content, (first, end), int(node.attrs.get("start", 1)), inner)


def _inline(guide: Guide, line: int, token: Token) -> str:
    here = Hidden()
    words = _shown_words(token.children or (), here)
    if here:
        raise _unclosed(guide, line, f"<{here.open[0]}>")
    return words


def _shown_words(tokens: Iterable[Token], hidden: Hidden) -> str:
    """What a reader sees of a line: link text stays, images and HTML go; a line break in the source stays a newline."""
    words: list[str] = []
    for token in tokens:
        if token.type == "html_inline":
            hidden.meet(token.content)
            words.append(" " if re.match(r"<br\b", token.content, re.IGNORECASE) else "")
        elif token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif token.type in ("text", "code_inline") and not hidden:
            words.append(token.content)
    lines = visible("".join(words)).split("\n")
    return harmless("\n".join(filter(None, (" ".join(line.split()) for line in lines))))


def _tags(guide: Guide, line: int, html: str) -> str:
    """The HTML of a block without comments, scripts and styles, which must be closed."""
    start = html.lstrip().lower()
    for begin, end in ENDS.items():
        if start.startswith(begin) and end not in start:
            raise _unclosed(guide, line, begin)
    return INNER.sub("", html)


def _unclosed(guide: Guide, line: int, what: str) -> Exception:
    return guide.fault(line, f"{what} is never closed and would hide what follows; delete the HTML")

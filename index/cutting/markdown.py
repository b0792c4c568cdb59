"""Markdown as a tree that holds only what a reader sees; the door of markdown-it-py."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from index.cutting.inline import CLOSES_ITSELF, Hidden, shown_words
from index.guides import Guide
from index.words.visible import harmless, visible

ENDS = {"<!--": "-->", "<script": "</script", "<style": "</style", "<pre": "</pre", "<textarea": "</textarea"}
INNER = re.compile(r"<!--.*?-->|<(script|style|pre|textarea)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def read_markdown(guide: Guide) -> SyntaxTreeNode:
    """The guide's blocks; the words of each inline, fence and code block stand in its `content`."""
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
    return SyntaxTreeNode(tokens)


def body_text(guide: Guide) -> str:
    """The body with the line ends that the parser counts."""
    return re.sub(r"\r\n?", "\n", guide.body)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")


def _inline(guide: Guide, line: int, token: Token) -> str:
    here = Hidden()
    words = shown_words(token.children or (), here)
    if here:
        raise _unclosed(guide, line, f"<{here.open[0]}>")
    return words


def _tags(guide: Guide, line: int, html: str) -> str:
    """The HTML of a block without comments, scripts and styles, which must be closed."""
    start = html.lstrip().lower()
    for begin, end in ENDS.items():
        if start.startswith(begin) and end not in start:
            raise _unclosed(guide, line, begin)
    return INNER.sub("", html)


def _unclosed(guide: Guide, line: int, what: str) -> Exception:
    return guide.fault(line, f"{what} is never closed and would hide what follows; delete the HTML")

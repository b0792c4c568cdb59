"""HTML written by the readers of other files, so that every file goes the way of a web page."""

import re
from collections.abc import Iterable
from html import escape

SAME_LIST = re.compile(r'</ul>\n<ul>|</ol>\n<ol start="\d+">')


def tag(name: str, text: str) -> str:
    """One element around a text."""
    return f"<{name}>{escape(text)}</{name}>"


def item(text: str, number: str = "") -> str:
    """A list of one item, numbered or not."""
    return f'<ol start="{number}">{tag("li", text)}</ol>' if number else f"<ul>{tag('li', text)}</ul>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of texts."""
    lines = ("".join(tag("td", text) for text in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def page(title: str | None, parts: Iterable[str]) -> str:
    """The parts as one page; lists of one item each that follow each other are one list."""
    head = tag("title", title) if title else ""
    return head + SAME_LIST.sub("", "\n".join(parts))

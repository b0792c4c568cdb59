"""A page as a tree of elements, built from any markup at all, with the end tags that HTML lets people leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.errors import ReaderError
from index.reading.html.tokens import Close, Open, tokens
from index.reading.quotable import clean, one_line

DEEPEST = 256
MOST_TAGS = 1_000_000  # about a gigabyte of memory
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = {
    *HEADINGS, "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "caption", "ul",
}  # fmt: skip
CELLS = {"td", "th"}
# A start tag ends the open elements named first, looked for no further up than the elements named second.
ENDS: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": (CELLS, {"tr", "table"}),
    "th": (CELLS, {"tr", "table"}),
    "tr": ({"tr", "caption"}, {"table"}),
    "thead": ({"thead", "tbody", "tfoot", "caption"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", "caption"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", "caption"}, {"table"}),
    "option": ({"option"}, {"select"}),
}


@dataclass(eq=False, slots=True)
class Element:
    """One element with what it holds, in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    def walk(self) -> Iterator[Element]:
        """The element and everything beneath it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.elements))

    def find(self, *names: str) -> list[Element]:
        """Every element beneath with one of the names."""
        return [element for element in self.walk() if element.name in names and element is not self]

    @property
    def text(self) -> str:
        """Its words as one line; neighbouring blocks are kept apart."""
        return one_line("".join(self.pieces()))

    def pieces(self) -> Iterator[str]:
        """The texts beneath, with a blank around whatever a browser sets apart."""
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                yield node
                continue
            apart = " " if node.name in BLOCKS or node.name == "br" else ""
            yield apart
            waiting.extend([apart, *reversed(node.children)])


def parse(html: str) -> Element:
    """The page as a tree; a page nested past all reason is refused."""
    if html.count("<") > MOST_TAGS:
        raise ReaderError(f"it is a page of more than {MOST_TAGS:,} tags; split it first")
    root = Element("html")
    open_now = [root]
    for token in tokens(html):
        if isinstance(token, str):
            open_now[-1].children.append(clean(token))
        elif isinstance(token, Close):
            close(open_now, {token.name}, set() if token.name in ENDS or token.name == "table" else CELLS)
        elif token.name == "html":
            root.attributes |= token.attributes
        else:
            start(open_now, token)
    return root


def start(open_now: list[Element], tag: Open) -> None:
    """Put a new element in its place."""
    if tag.name in BLOCKS:
        close(open_now, {"p"}, BLOCKS - {"p"})
    if tag.name in HEADINGS:
        close(open_now, set(HEADINGS), BLOCKS - set(HEADINGS))
    if tag.name in ENDS:
        close(open_now, *ENDS[tag.name])
    element = Element(tag.name, tag.attributes)
    open_now[-1].children.append(element)
    if tag.name not in VOID:
        open_now.append(element)
    if len(open_now) > DEEPEST:
        raise ReaderError(f"its markup is nested more than {DEEPEST} levels deep; save the page in a simpler form")


def close(open_now: list[Element], names: set[str], walls: set[str]) -> None:
    """End the innermost open element with one of the names, unless a wall stands before it."""
    for depth in range(len(open_now) - 1, 0, -1):
        name = open_now[depth].name
        if name in names:
            del open_now[depth:]
            return
        if name in walls:
            return

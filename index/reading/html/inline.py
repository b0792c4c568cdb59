"""The words inside a block: links and emphasis are reduced to their text, struck text and note marks are gone."""

import re
from collections.abc import Iterable, Iterator

from index.reading.html.tree import Element

Node = Element | str
Words = list[Node]
BULLETED = re.compile(r"[•●○▪■□◦‣·➢✓✔]\s*(?=\S)")
KEYED = re.compile(r"[^:.?!]{1,40}:\s+\S")
DROPPED = {"del", "s", "strike", "rt", "rp"}  # struck out, or a reading aid beside the word


def drop_marks(page: Element) -> None:
    """Take out struck text, note marks and links without a word ("#", "¶", "↑")."""
    for parent in list(page.walk()):
        parent.children = [child for child in parent.children if isinstance(child, str) or not is_mark(child)]


def is_mark(element: Element) -> bool:
    """Whether the element is a mark for the eye and not a part of a sentence."""
    if element.name in DROPPED:
        return True
    if element.name == "a":
        return not any(one.isalnum() for one in element.text)
    return element.name == "sup" and bool(element.find("a"))


def paragraphs(nodes: Iterable[Node]) -> Iterator[list[Words]]:
    """The paragraphs among the nodes, each as its lines; two line breaks in a row part paragraphs."""
    lines: list[Words] = [[]]
    for node in plain(nodes):
        if not is_break(node):
            lines[-1].append(node)
            continue
        lines[-1] = trimmed(lines[-1])
        if not lines[-1] and len(lines) > 1:
            yield lines[:-1]
            lines = [[]]
        elif lines[-1]:
            lines.append([])
    lines[-1] = trimmed(lines[-1])
    if kept := [line for line in lines if line]:
        yield kept


def plain(nodes: Iterable[Node]) -> Iterator[Node]:
    """Words, line breaks and code; every other inline element is reduced to its text."""
    waiting = [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str) or node.name == "br":
            yield node
        elif node.name == "code" and node.text:
            yield Element("code", children=[node.text])
        else:
            marks = ("“", "”") if node.name == "q" else ("", "")
            waiting += [marks[1], *reversed(node.children), marks[0]]


def trimmed(nodes: Words) -> Words:
    """The words with blanks as single spaces and none at either end; neighbouring texts are joined."""
    joined: Words = []
    for node in nodes:
        if isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] += node
        else:
            joined.append(node)
    spaced = [re.sub(r"\s+", " ", node) if isinstance(node, str) else node for node in joined]
    if spaced and isinstance(spaced[0], str):
        spaced[0] = spaced[0].lstrip()
    if spaced and isinstance(spaced[-1], str):
        spaced[-1] = spaced[-1].rstrip()
    return [node for node in spaced if node != ""]


def is_listing(lines: list[Words]) -> bool:
    """Whether lines parted by line breaks are a list: each opens with a bullet, or each is "Key: value"."""
    texts = [Element("p", children=line).text for line in lines]
    return len(lines) > 1 and any(all(form.match(text) for text in texts) for form in (BULLETED, KEYED))


def without_bullet(line: Words) -> Words:
    """The line without the bullet that it opens with."""
    return [BULLETED.sub("", line[0], count=1), *line[1:]] if isinstance(line[0], str) else line


def is_break(node: Node) -> bool:
    """Whether the node is a line break."""
    return isinstance(node, Element) and node.name == "br"

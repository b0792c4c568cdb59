"""Other ways to ask what a section answers: the line below a heading that is searched by and never shown."""

from dataclasses import replace

from index.cutting.markdown import Node
from index.guides import Guide

ASKED = "Also asked:"
MEND = "write it once, directly below the heading whose text answers"


def opens_asked(source: list[str], node: Node) -> bool:
    """Whether a block begins with such a line; an escaped one ("Also asked\\:") is text as any other."""
    return node.type == "paragraph" and source[node.lines[0]].lstrip().startswith(ASKED)


def take_asked(guide: Guide, node: Node) -> tuple[tuple[str, ...], Node]:
    """The phrasings that a paragraph opens with, parted by bars, and the paragraph without them."""
    first, end = node.lines
    (inline,) = node.children
    line, _, rest = inline.content.partition("\n")
    phrasings = tuple(filter(None, (part.strip() for part in line.removeprefix(ASKED).split("|"))))
    if not phrasings:
        raise guide.fault(first, f'"{ASKED}" names no question; write some, parted by " | ", or delete the line')
    return phrasings, replace(node, lines=(first + 1, end), children=(replace(inline, content=rest),))


def check_no_asked(guide: Guide, source: list[str], node: Node) -> None:
    """Such a line in any other place would be shown to readers, and is an error."""
    first, end = node.lines
    for line in range(first, end):
        if source[line].lstrip().startswith(ASKED):
            raise guide.fault(line, f'"{ASKED}" cannot stand here; {MEND}')


def no_answer(guide: Guide, line: int) -> Exception:
    """The error for phrasings below a heading without a text that could answer them."""
    return guide.fault(line, f'"{ASKED}" leads to no text below this heading; {MEND}')

"""Questions and terms that a guide sets as paragraphs: "Q: … A: …", a bold line that asks, "Term" above ": meaning"."""

import re
from dataclasses import dataclass, replace

from index.cutting.markdown import Node

QUESTION = re.compile(r"(?:Q(?:uestion)?(?:\s?\d+)?\s?[:.)]\s*)(?P<asked>\S.*\?)")
ANSWER = re.compile(r"A(?:nswer)?(?:\s?\d+)?\s?[:.)]\s+(?=\S)")
BOLD = re.compile(r"\s*(?:\*\*|__)(?:(?!\*\*|__).)*\?(?:\*\*|__)\s*")
RUN_IN = re.compile(
    r"\s*(?:\*\*|__)(?P<name>[A-Z][^*_:?]{2,60}\.)(?:\*\*|__)\s+[A-Z$€£\d].*\."
)  # "**Elm, class of 2024.** I paid it."
MEANING = re.compile(r":\s+(?=\S)")
MOST_TERM = 6  # words


@dataclass(frozen=True)
class Opened:
    """A heading that a paragraph stands for, and what is left of the paragraph below it."""

    heading: str
    rest: Node | None


def opened(source: list[str], node: Node) -> Opened | None:
    """The question or term that a paragraph opens with; None where it is plain text."""
    if node.type != "paragraph" or len(node.children) != 1:
        return None
    lines = node.children[0].content.split("\n")
    if asked := QUESTION.fullmatch(lines[0]):
        return Opened(asked["asked"], _with(node, lines[1:]))
    if BOLD.fullmatch(source[node.lines[0]]) and lines[0].endswith("?"):
        return Opened(lines[0], _with(node, lines[1:]))
    if (begun := RUN_IN.match(source[node.lines[0]])) and len(begun["name"].split()) <= MOST_TERM:
        name = begun["name"].strip(" .")
        return Opened(name, _with(node, [lines[0][len(begun["name"]) :].lstrip(), *lines[1:]]))
    if len(lines) > 1 and len(lines[0].split()) <= MOST_TERM and all(MEANING.match(line) for line in lines[1:]):
        said = [lines[0] + ": " + MEANING.sub("", lines[1], count=1), *(MEANING.sub("", line) for line in lines[2:])]
        return Opened(lines[0], _with(node, said))
    return None


def unspoken(node: Node) -> Node:
    """A paragraph less the letter that says it is an answer: "A: Two." is "Two."."""
    if node.type != "paragraph" or len(node.children) != 1:
        return node
    (inline,) = node.children
    return replace(node, children=(replace(inline, content=ANSWER.sub("", inline.content, count=1)),))


def _with(node: Node, lines: list[str]) -> Node | None:
    (inline,) = node.children
    return replace(node, children=(replace(inline, content="\n".join(lines)),)) if lines else None

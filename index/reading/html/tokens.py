"""HTML cut into tags and text in one pass, as a browser does; malformed markup costs no more time than good."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:([^\s/>][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|["'].*+|[^\s>"'][^\s>]*+)?+)?+)?+""", re.DOTALL
)
RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


@dataclass(frozen=True, slots=True)
class Open:
    """A start tag."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Close:
    """An end tag."""

    name: str


Token = Open | Close | str


def tokens(html: str) -> Iterator[Token]:
    """The tags and the texts between them, in order; comments and declarations are passed over."""
    at = 0
    while (start := html.find("<", at)) >= 0:
        if start > at:
            yield unescape(html[at:start])
        tag = TAG.match(html, start)
        if tag is None:
            at = skip_declaration(html, start)
            if at == start:
                yield "<"
                at += 1
            continue
        name = tag[2].lower()
        attributes, at = read_attributes(html, tag.end())
        if tag[1]:
            yield Close(name)
            continue
        yield Open(name, attributes)
        if name in RAW:
            ended = RAW_END[name].search(html, at)
            end = ended.start() if ended else len(html)
            yield unescape(html[at:end]) if name in ("title", "textarea") else html[at:end]
            at = end
    if at < len(html):
        yield unescape(html[at:])


def skip_declaration(html: str, start: int) -> int:
    """Where the comment or declaration at `start` ends; `start` itself when there is none."""
    if html.startswith("<!--", start):
        end, length = html.find("-->", start + 2), 3
    elif html.startswith(("<!", "<?", "</"), start):
        end, length = html.find(">", start), 1
    else:
        return start
    return end + length if end >= 0 else len(html)


def read_attributes(html: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes from `at` to the tag's end, and where the tag ends; the first of two equal names counts."""
    attributes: dict[str, str] = {}
    while found := ATTRIBUTE.match(html, at):
        at = found.end()
        if not found[1]:
            break
        value = found[2] or ""
        quoted = value.startswith(('"', "'"))
        attributes.setdefault(found[1].lower(), unescape(value[1:-1] if quoted else value))
    return attributes, at + 1

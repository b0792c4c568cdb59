"""A saved web page read: its main text as Markdown, with nothing in it that a reader of the page could not see."""

import re
from dataclasses import replace
from html import escape

from index.errors import ReaderError
from index.reading.html.flow import flow
from index.reading.html.furniture import drop_furniture, main_text
from index.reading.html.hidden import drop_hidden
from index.reading.html.metadata import read_metadata
from index.reading.html.outline import outline
from index.reading.html.tree import Element, parse
from index.reading.reading import Reading

LEFT_OUT = "Navigation, forms, sponsored boxes, scripts, hidden text, images; links are reduced to their text."
# Stands for an escaping backslash until the page is Markdown; no page can hold it: private characters are removed.
GUARD = "\ue000"
SLASH = "\ue001"  # in the same way for a backslash of the page itself
MARKUP = re.compile(
    r"""`                             # code
    | <(?=[A-Za-z/!?])                # tags
    | &(?=\#?[0-9A-Za-z]{1,40};)      # entities
    | \](?=[(\[:])                    # links
    | ~(?=~) | (?<=~)~                # struck text
    | (?<=\bAlso\ asked)(?=:)         # a line that a guide hides
    """,
    re.VERBOSE,
)
EMPHASIS = re.compile(r"\*|(?<![^\W_])_|_(?![^\W_])")


def read_html(html: str) -> Reading:
    """Read a page; a page without words is refused."""
    page = parse(html)
    about = read_metadata(page, html)
    drop_hidden(page)
    drop_furniture(page)
    blocks = flow(main_text(page))
    if not any(one.isalnum() for block in blocks for one in block.text):
        raise ReaderError("there is no text to read in it; open it and see what it shows")
    title, blocks = outline(blocks, about.title)
    return replace(about, title=title, body=to_markdown(blocks), left_out=LEFT_OUT)


def to_markdown(blocks: list[Element]) -> str:
    """Plain blocks as Markdown."""
    from html_to_markdown import ConversionError, ConversionOptions, PreprocessingOptions, convert  # noqa: PLC0415

    options = ConversionOptions(
        preprocessing=PreprocessingOptions(enabled=False),
        autolinks=False,
        bullets="-",
        compact_tables=True,
        extract_metadata=False,
    )
    try:
        content = convert("".join(map(write, blocks)), options).content or ""
    except ConversionError as problem:
        raise ReaderError("its markup cannot be converted; save the page in a simpler form") from problem
    lines = (line.rstrip() for line in content.replace(GUARD, "\\").replace(SLASH, "\\\\").split("\n"))
    return "\n".join(lines).strip() + "\n"


def write(node: Element | str, cell: bool = False) -> str:
    """A plain block as HTML, its words guarded against being taken for Markdown."""
    if isinstance(node, str):
        return escape(guard(node, cell), quote=False)
    if node.name == "br":
        return "<br>"
    if node.name == "code":
        text = "".join(child for child in node.children if isinstance(child, str))
        return f"<code>{escape(text, quote=False)}</code>"
    inner = "".join(write(child, node.name in ("td", "th")) for child in node.children)
    start = f' start="{node.attributes["start"]}"' if node.attributes.get("start", "").isdecimal() else ""
    return f"<{node.name}{start}>{inner}</{node.name}>"


def guard(text: str, cell: bool) -> str:
    """The text with a guard before each character that Markdown would take for markup (the bars of a cell apart)."""
    text = MARKUP.sub(rf"{GUARD}\g<0>", text.replace("\\", SLASH))
    if len(EMPHASIS.findall(text)) > 1:
        text = EMPHASIS.sub(rf"{GUARD}\g<0>", text)
    return text if cell else text.replace("|", f"{GUARD}|")

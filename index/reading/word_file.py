"""A Word file read by way of HTML: styles make headings, tables and lists stay, hidden text and images go."""

from dataclasses import replace

from index.errors import ReaderError
from index.reading.html.parts import page
from index.reading.reading import Reading, given, later, read_date
from index.reading.web_page import read_html
from index.reading.word.hidden import without_hidden
from index.reading.word.package import Parts, pack, parse, read_parts

LEFT_OUT = "Images, comments, hidden text; links are reduced to their text."
STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        *(f"p[style-name='{word} {n}'] => h{n + 1}:fresh" for word in ("Heading", "heading") for n in range(1, 6)),
        *(f"p.Heading{n} => h{n + 1}:fresh" for n in range(1, 6)),
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
    ]
)
TEMPLATE_MAKER = "python-docx"  # leaves the dates of its template in every file,
TEMPLATE_DATE = "2013-12-23T23:15:00Z"  # also where an author is named


def read_word(content: bytes) -> Reading:
    """Read a .docx file."""
    from mammoth import convert_to_html, images  # noqa: PLC0415 - 0.1 s that only adding pays

    parts = read_parts(content)
    try:
        html = convert_to_html(
            pack(without_hidden(parts)),
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=images.img_element(lambda _image: {}),
        ).value
        about = read_properties(parts)
    except Exception as problem:  # the library raises whatever a damaged file makes it stumble over
        raise ReaderError("it is damaged or no whole Word file; open it in Word and save it again") from problem
    made_by_hand = about.get("creator") != TEMPLATE_MAKER
    created, modified = ((about.get(key) if made_by_hand else None) for key in ("created", "modified"))
    published = read_date(created if created != TEMPLATE_DATE else None)
    updated = read_date(modified if modified != TEMPLATE_DATE else None)
    return replace(
        read_html(page(given(about.get("title")), [html])),
        author=given(about.get("creator")),
        publisher=given(about.get("Company")),
        published=published,
        updated=later(updated, published),
        left_out=LEFT_OUT,
    )


def read_properties(parts: Parts) -> dict[str, str]:
    """What the file says about itself, by the names that Word uses."""
    said: dict[str, str] = {}
    for name in ("docProps/core.xml", "docProps/app.xml"):
        for element in parse(parts[name]) if name in parts else ():
            said.setdefault(element.tag.rpartition("}")[2], element.text or "")
    return said

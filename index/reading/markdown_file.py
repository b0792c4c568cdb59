"""A Markdown file read by way of HTML, so that links, images and hidden text go the way they go in a page."""

from dataclasses import replace

from index.cutting.markdown import to_html
from index.reading.html.metadata import web_address
from index.reading.quotable import one_line
from index.reading.reading import Reading, read_date
from index.reading.web_page import read_html
from index.words.frontmatter import FENCE, keys_of
from index.words.plain_yaml import PlainYamlError, read_plain_yaml

Keys = dict[str, str]


def read_markdown_file(text: str) -> Reading:
    """Read Markdown; what its front matter says about it is kept as far as a guide has a key for it."""
    fence = FENCE.match(text)
    keys = read_keys(keys_of(fence)) if fence else {}
    reading = read_html(to_html(text[fence.end() :] if fence and keys else text))
    published = read_date(keys.get("published") or keys.get("date"))
    return replace(
        reading,
        title=keys.get("title") or reading.title,
        publisher=keys.get("publisher") or reading.publisher,
        author=keys.get("author") or reading.author,
        published=published or reading.published,
        updated=read_date(keys.get("updated") or keys.get("lastmod")) or reading.updated,
        url=web_address(keys.get("url")) or reading.url,
        slug=keys.get("slug"),
        license=keys.get("license"),
        left_out=keys.get("left_out"),
    )


def read_keys(block: str) -> Keys:
    """The keys of the front matter that hold one text; broken front matter has none."""
    try:
        raw = read_plain_yaml(block)
    except PlainYamlError:
        return {}
    pairs = raw.items() if isinstance(raw, dict) else ()
    return {key.lower(): one_line(value) for key, value in pairs if isinstance(value, str) and value.strip()}

"""A reading put into the form of a guide: front matter that says only what is known, the title, the text."""

import json
import re
from datetime import date

from index.errors import ReaderError
from index.guides import MOST_BYTES
from index.reading.quotable import one_line
from index.reading.reading import Reading
from index.words.frontmatter import SLUG
from index.words.unnamed import publisher_of, slug_of

LICENSE = "Check the right to reuse this text before publishing it."


def compose(reading: Reading, name: str) -> tuple[str, str]:
    """The slug and the whole text of the guide; `name` serves where the file has no title."""
    title = one_line(reading.title or "") or one_line(re.sub(r"[-_.]+", " ", name)) or "Guide"
    slug = reading.slug if reading.slug and SLUG.fullmatch(reading.slug) else slug_of(title) or slug_of(name) or "guide"
    keys: dict[str, str | date | None] = {
        "slug": slug,
        "title": title,
        "publisher": reading.publisher or reading.author or publisher_of(title, ""),
        "author": reading.author,
        "published": reading.published,
        "updated": reading.updated,
        "url": reading.url,
        "license": reading.license or LICENSE,
        "left_out": reading.left_out,
    }
    lines = [f"{key}: {written(value)}" for key, value in keys.items() if value]
    text = "\n".join(["---", *lines, "---", "", heading(title), "", reading.body.strip(), ""])
    if len(text.encode()) > MOST_BYTES:
        raise ReaderError(f"it holds more than {MOST_BYTES // 1_000_000} MB of text; split it into several guides")
    return slug, text


def written(value: str | date | None) -> str:
    """A value of the front matter in YAML; a text is quoted, so that no character of it means anything."""
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def heading(title: str) -> str:
    """The title as a heading, with nothing in it that Markdown would take for markup."""
    return "# " + re.sub(r"[\\`*_\[\]<&#~|]", r"\\\g<0>", title)

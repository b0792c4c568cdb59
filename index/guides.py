"""A guide: one Markdown file of the corpus, with the front matter that says whose word it is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Guide:
    """A guide as read: who says it, when, and its text without the front matter."""

    slug: str
    title: str
    publisher: str
    author: str | None
    published: date | None
    updated: date | None
    url: str | None
    license: str | None
    body: str
    digest: str  # of the whole file, so that an unchanged guide is known without cutting it

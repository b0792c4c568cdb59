"""What a page says about itself: title, author, publisher, dates and address, from its head and its structured data."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from index.reading.html.tree import Element
from index.reading.quotable import one_line
from index.reading.reading import Reading, later, read_date

Said = dict[str, str]  # what was said under which name; the first word counts
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(\S+) -->")
ARTICLES = ("Article", "Posting", "WebPage", "Course", "Report", "FAQPage")
TITLES = ("og:title", "citation_title", "dc.title", "headline", "title")
AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "parsely-author", "byl")
PUBLISHERS = ("og:site_name", "publisher", "citation_publisher", "dc.publisher", "application-name")
PUBLISHED = ("article:published_time", "datepublished", "citation_publication_date", "dc.date", "date", "pubdate")
UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified")


def read_metadata(page: Element, html: str) -> Reading:
    """The page's own word on itself, with an empty body."""
    said = gather(page)
    saved = SAVED_FROM.search(html[:5000])
    url = web_address(said.get("canonical")) or web_address(said.get("og:url")) or web_address(saved and saved[1])
    publisher = first(said, PUBLISHERS)
    published, updated = (read_date(first(said, names)) for names in (PUBLISHED, UPDATED))
    return Reading(
        body="",
        title=without_site(first(said, TITLES), publisher),
        publisher=publisher or (urlsplit(url).hostname or "").removeprefix("www.") or None if url else publisher,
        author=person(first(said, AUTHORS)),
        published=published,
        updated=later(updated, published),
        url=url,
    )


def gather(page: Element) -> Said:
    """Everything said in the head, the structured data and the marked-up text, by lower-case name."""
    said: Said = {}
    for element in page.find("meta", "link", "title", "time", "script"):
        attributes = element.attributes
        if element.name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            said.setdefault("canonical", attributes.get("href", ""))
        elif element.name == "title":
            said.setdefault("title", element.text)
        elif element.name == "script" and attributes.get("type", "").lower() == "application/ld+json":
            for name, value in structured(element.children):
                said.setdefault(name, value)
        elif element.name in ("meta", "time"):
            name = next((attributes[key] for key in ("property", "name", "itemprop") if key in attributes), "")
            said.setdefault(name.lower(), attributes.get("content") or attributes.get("datetime", ""))
    return {name: one_line(value) for name, value in said.items() if name and value.strip()}


def structured(children: list[Element | str]) -> Iterator[tuple[str, str]]:
    """Names and values of the articles in a block of JSON-LD; broken JSON says nothing."""
    try:
        waiting: list[object] = [json.loads("".join(child for child in children if isinstance(child, str)))]
    except (ValueError, RecursionError):
        return
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting += thing
        elif isinstance(thing, dict):
            waiting.append(thing.get("@graph"))
            if any(kind in str(thing.get("@type")) for kind in ARTICLES):
                for name in ("headline", "author", "publisher", "datePublished", "dateModified"):
                    if value := named(thing.get(name)):
                        yield name.lower(), value


def named(value: object) -> str:
    """A value that may be a text, a thing with a name, or a list of either."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(named, value[:5])))
    if isinstance(value, dict):
        return named(value.get("name")) if not isinstance(value.get("name"), dict) else ""
    return value if isinstance(value, str) else ""


def first(said: Said, names: tuple[str, ...]) -> str | None:
    """What was said under the first of the names that has a word."""
    return next((said[name] for name in names if name in said), None)


def web_address(text: str | None) -> str | None:
    """The text if it is a whole web address."""
    try:
        parts = urlsplit(text or "")
    except ValueError:
        return None
    plain = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"\\]", text or "")
    return text if plain and not parts.username else None


def person(author: str | None) -> str | None:
    """An author that is a name and not the address of a profile."""
    return None if not author or "://" in author else author.removeprefix("By ").removeprefix("by ")


def without_site(title: str | None, publisher: str | None) -> str | None:
    """The title without " | Site name" at its end."""
    for bar in (" | ", " – ", " — ", " - ", " · "):
        start, found, end = (title or "").rpartition(bar)
        if found and publisher and end.strip().lower() == publisher.lower():
            return start.strip()
    return title or None

"""Front matter: the lines between two `---` at the top of a guide that say whose word it is."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import ClassVar

from index.errors import GuideError
from index.words.byline import iso_day, with_byline
from index.words.plain_yaml import PlainYamlError, read_plain_yaml
from index.words.unnamed import with_names
from index.words.visible import harmless

FENCE = re.compile(r"\A(---|\+\+\+)[ ]*\n(?P<block>.*?)^\1[ ]*$\n?", re.DOTALL | re.MULTILINE)
TOML = re.compile(r"^(?:([\w-]+)[ ]*=[ ]*|\[.*$)", re.MULTILINE)  # keys, and the heads of tables that say nothing here
UNCLOSED = re.compile(r"\A---[ ]*\n(?:[A-Za-z_-]+:.*\n)+")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COLON = re.compile(r"^(\w+:[ ]+)(?![\"'\[{|>&*!%@`])(\S.*:[ ].*?)[ ]*$", re.MULTILINE)  # "title: Bikes: a guide"
NAMING = ("slug", "title", "publisher")
DATES = frozenset(("published", "updated"))
ALSO = {  # what other programs call these keys
    **dict.fromkeys(("date", "lastmod", "last_updated", "last_modified", "modified", "reviewed"), "updated"),
    **dict.fromkeys(("authors", "by"), "author"),
    **dict.fromkeys(("source", "site", "organization", "organisation"), "publisher"),
    **dict.fromkeys(("link", "canonical_url"), "url"),
}
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True)
class FrontMatter:
    """What a guide says about itself; slug, title and publisher are made of its file where it does not say them."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    slug: str
    title: str
    publisher: str
    author: str | None = None
    published: date | None = None
    updated: date | None = None
    url: str | None = None
    license: str | None = None
    left_out: str | None = None
    unsaid: tuple[str, ...] = ()  # what the file does not say, and is named for it
    unread: tuple[str, ...] = ()  # what it says that is not read here: tags, a date that is none


READ = frozenset(key.name for key in fields(FrontMatter)) - {"unsaid", "unread"}


def keys_of(fence: re.Match[str]) -> str:
    """The lines of a front matter with its keys as YAML has them, whichever way they are written."""
    block: str = fence["block"]
    return block if fence[1] == "---" else TOML.sub(lambda found: f"{found[1]}: " if found[1] else "", block)


def split_front_matter(name: str, text: str) -> tuple[FrontMatter, str, int]:
    """The front matter of the file `name`, the text below it, and the line where that text begins."""
    fence = FENCE.match(text)
    if fence is None and UNCLOSED.match(text):
        raise GuideError(
            f"{name}, line 1: there is no front matter, for it is never closed; put a line --- below its last key"
        )
    if fence is None and text.lstrip().startswith("---"):
        raise GuideError(
            f"{name}, line 1: there is no front matter; begin with a line ---, the keys slug, title and "
            "publisher, and another line ---"
        )
    block = keys_of(fence) if fence else ""
    body = text[fence.end() :] if fence else text
    said = _keys(name, block) if block.strip() else {}
    given, unread = _known(said)
    body, signed = with_byline(body, given)
    keys = with_names(name, body, given) | signed
    front = replace(
        _validated(name, keys, block), unsaid=tuple(key for key in NAMING if key not in given), unread=unread
    )
    if not SLUG.fullmatch(front.slug):
        raise GuideError(_said(name, block, "slug", "use small letters, digits and single hyphens"))
    if front.url is not None and not ADDRESS.fullmatch(front.url):
        raise GuideError(_said(name, block, "url", "give an address that begins with https:// or http://"))
    return front, body, fence[0].count("\n") + 1 if fence else 1


def _keys(name: str, block: str) -> dict[str, str]:
    """The keys with a value, each on its own line; what other programs keep there, lists in lists, says nothing here."""
    try:
        raw = read_plain_yaml(COLON.sub(lambda found: found[1] + json.dumps(found[2], ensure_ascii=False), block))
    except PlainYamlError as error:
        raise GuideError(f"{name}, line {error.line + 1}: the front matter is not YAML: {error}") from error
    if not isinstance(raw, dict):
        raise GuideError(f"{name}, line 2: the front matter is not a list of `key: value` lines")
    texts = {key: value if isinstance(value, list) else [value] for key, value in raw.items()}
    keys = {key: ", ".join(part for part in parts if isinstance(part, str)) for key, parts in texts.items()}
    return {key: harmless(" ".join(value.split())) for key, value in keys.items() if value.strip()}


def _known(said: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The keys that are read, under the names they have here, with their dates as ISO dates; and those that are not."""
    given: dict[str, str] = {}
    unread: list[str] = []
    for key, value in said.items():
        own = ALSO.get(key.casefold().replace("-", "_"), key.casefold())
        read = iso_day(value) if own in DATES else value
        if own in READ and own not in given and read:
            given[own] = read
        elif not (own in given and key != own):
            unread.append(key)
    return given, tuple(unread)


def _validated(name: str, keys: dict[str, str], block: str) -> FrontMatter:
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - 50 ms that only a build pays

    try:
        return TypeAdapter(FrontMatter).validate_strings(keys, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        raise GuideError(_said(name, block, str(first["loc"][0]), first["msg"])) from error


def _said(name: str, block: str, key: str, mend: str) -> str:
    """One line that names file, line and key."""
    lines = block.split("\n")
    at = next((n for n, line in enumerate(lines) if re.match(rf"[\"']?{re.escape(key)}[\"']?\s*:", line)), -1)
    return f"{name}, line {at + 2}: front matter, {key}: {mend}"

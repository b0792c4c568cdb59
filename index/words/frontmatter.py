"""Front matter: the lines between two `---` at the top of a guide that say whose word it is."""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar

from index.errors import GuideError
from index.words.plain_yaml import PlainYamlError, read_plain_yaml
from index.words.visible import harmless

FENCE = re.compile(r"\A---[ ]*\n(.*?)^---[ ]*$\n?", re.DOTALL | re.MULTILINE)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True)
class FrontMatter:
    """What a guide says about itself; only slug, title and publisher must be there."""

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


def split_front_matter(name: str, text: str) -> tuple[FrontMatter, str, int]:
    """The front matter of the file `name`, the text below it, and the line where that text begins."""
    fence = FENCE.match(text)
    if fence is None:
        raise GuideError(
            f"{name}, line 1: there is no front matter; begin with a line ---, the keys slug, title and "
            "publisher, and another line ---"
        )
    front = _validated(name, _keys(name, fence[1]), fence[1])
    if not SLUG.fullmatch(front.slug):
        raise GuideError(_said(name, fence[1], "slug", "use small letters, digits and single hyphens"))
    if front.url is not None and not ADDRESS.fullmatch(front.url):
        raise GuideError(_said(name, fence[1], "url", "give an address that begins with https:// or http://"))
    return front, text[fence.end() :], fence[0].count("\n") + 1


def _keys(name: str, block: str) -> dict[str, str]:
    """The keys with a value, each on its own line."""
    try:
        raw = read_plain_yaml(block)
    except PlainYamlError as error:
        raise GuideError(f"{name}, line {error.line + 1}: the front matter is not YAML: {error}") from error
    if not isinstance(raw, dict):
        raise GuideError(f"{name}, line 2: the front matter is not a list of `key: value` lines")
    keys: dict[str, str] = {}
    for key, value in raw.items():
        if isinstance(value, str):
            keys[key] = harmless(" ".join(value.split()))
        elif value is not None:
            raise GuideError(_said(name, block, key, "give one text, not a list"))
    return {key: value for key, value in keys.items() if value}


def _validated(name: str, keys: dict[str, str], block: str) -> FrontMatter:
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - 50 ms that only a build pays

    for key in ("published", "updated"):
        if key in keys and not re.fullmatch(r"\d{4}-\d\d-\d\d", keys[key]):
            raise GuideError(_said(name, block, key, "write the date as 2026-05-25, or leave the key out"))
    try:
        return TypeAdapter(FrontMatter).validate_strings(keys, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        known = "the keys are " + ", ".join(key.name for key in fields(FrontMatter))
        mends = {"missing": "the key is missing; add it", "unexpected_keyword_argument": known}
        raise GuideError(_said(name, block, key, mends.get(first["type"], first["msg"]))) from error


def _said(name: str, block: str, key: str, mend: str) -> str:
    """One line that names file, line and key."""
    lines = block.split("\n")
    at = next((n for n, line in enumerate(lines) if re.match(rf"[\"']?{re.escape(key)}[\"']?\s*:", line)), -1)
    return f"{name}, line {at + 2}: front matter, {key}: {mend}"

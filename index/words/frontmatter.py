"""Front matter: the lines between two `---` at the top of a guide that say whose word it is."""

import json
import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import ClassVar

from index.errors import GuideError
from index.words.plain_yaml import PlainYamlError, read_plain_yaml
from index.words.unnamed import with_names
from index.words.visible import harmless

FENCE = re.compile(r"\A---[ ]*\n(.*?)^---[ ]*$\n?", re.DOTALL | re.MULTILINE)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COLON = re.compile(r"^(\w+:[ ]+)(?![\"'\[{|>&*!%@`])(\S.*:[ ].*?)[ ]*$", re.MULTILINE)  # "title: Bikes: a guide"
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


def split_front_matter(name: str, text: str) -> tuple[FrontMatter, str, int]:
    """The front matter of the file `name`, the text below it, and the line where that text begins."""
    fence = FENCE.match(text)
    if fence is None and text.lstrip().startswith("---"):
        raise GuideError(
            f"{name}, line 1: there is no front matter; begin with a line ---, the keys slug, title and "
            "publisher, and another line ---"
        )
    block = fence[1] if fence else ""
    body = text[fence.end() :] if fence else text
    given = _keys(name, block) if block.strip() else {}
    keys = with_names(name, body, given)
    front = replace(_validated(name, keys, block), unsaid=tuple(key for key in keys if key not in given))
    if not SLUG.fullmatch(front.slug):
        raise GuideError(_said(name, block, "slug", "use small letters, digits and single hyphens"))
    if front.url is not None and not ADDRESS.fullmatch(front.url):
        raise GuideError(_said(name, block, "url", "give an address that begins with https:// or http://"))
    return front, body, fence[0].count("\n") + 1 if fence else 1


def _keys(name: str, block: str) -> dict[str, str]:
    """The keys with a value, each on its own line."""
    try:
        raw = read_plain_yaml(COLON.sub(lambda found: found[1] + json.dumps(found[2], ensure_ascii=False), block))
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

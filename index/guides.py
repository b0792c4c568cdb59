"""A guide: one Markdown file of the corpus, with the front matter that says whose word it is."""

import hashlib
import os
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.errors import GuideError
from index.words.frontmatter import split_front_matter
from index.words.visible import visible

MOST_BYTES = 5_000_000


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
    first_line: int = 1  # the line of the file where the body begins, so that an error can name a line
    unsaid: tuple[str, ...] = ()  # keys of the front matter that were made of the file
    unread: tuple[str, ...] = ()  # keys of the front matter that say nothing here

    def fault(self, line: int, mend: str) -> GuideError:
        """The error for a line of the body (counted from 0), in one line that names the file."""
        return GuideError(f"{self.slug}.md, line {self.first_line + line}: {mend}")


def read_guides(folder: Path) -> list[Guide]:
    """Every `*.md` of a folder, sorted by slug."""
    try:
        paths = [path for path in folder.iterdir() if path.suffix.lower() == ".md" and path.name[0] != "."]
    except OSError as error:
        raise GuideError(f"{folder}: this folder of guides cannot be read ({_reason(error)}); name another") from error
    if not paths:
        raise GuideError(f"{folder}: there is no guide here; put a Markdown file with front matter into it")
    guides: dict[str, Guide] = {}
    for path in sorted(paths):
        guide = read_guide(path)
        if guide.slug in guides:
            raise GuideError(f"{path}: the slug {guide.slug} is taken by another guide; rename one of them")
        guides[guide.slug] = guide
    return [guides[slug] for slug in sorted(guides)]


def unread_files(folder: Path) -> tuple[str, ...]:
    """One line a file that lies among the guides and is none, with what makes a guide of it."""
    others = sorted(
        p for p in folder.iterdir() if p.suffix.lower() not in {"", ".md"} and p.name[0] != "." and p.is_file()
    )
    return tuple(
        f"{path.name}: not read, for a guide is Markdown; make one of it: `python -m index add {path}`"
        for path in others
    )


def read_guide(path: Path) -> Guide:
    """One guide from its file; a file that is no guide is an error that says what to mend."""
    raw = _bytes(path)
    front, body, first_line = split_front_matter(path.name, visible(_text(path, raw)))
    if front.slug != path.stem and "slug" not in front.unsaid:
        raise GuideError(
            f"{path.name}: its slug is {front.slug}; rename the file {front.slug}.md or the slug {path.stem}"
        )
    if not body.strip():
        raise GuideError(f"{path.name}: nothing stands below the front matter; write the guide or delete the file")
    return Guide(
        slug=front.slug,
        title=front.title,
        publisher=front.publisher,
        author=front.author,
        published=front.published,
        updated=front.updated,
        url=front.url,
        license=front.license,
        body=body,
        digest=hashlib.sha256(raw).hexdigest(),
        first_line=first_line,
        unsaid=front.unsaid,
        unread=front.unread,
    )


def _bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise GuideError(f"{path}: this is not a file; move it away")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise GuideError(f"{path}: cannot be read ({_reason(error)}); mend it or move it away") from error
    if len(raw) > MOST_BYTES:
        raise GuideError(f"{path.name}: larger than {MOST_BYTES // 1_000_000} MB; split it into several guides")
    return raw


def _text(path: Path, raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise GuideError(f"{path.name}, line {line}: this is not UTF-8; save the file as UTF-8") from error
    if not text.strip():
        raise GuideError(f"{path.name}: the file is empty; write the guide or delete the file")
    return text


def _reason(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno else str(error)

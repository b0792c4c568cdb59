"""A byline: the line below a guide's title that says who wrote it and when, where no front matter does."""

import re
from collections.abc import Mapping

from index.words.dates import read_date

LINES_READ = 12
VERBS = "stand|as of|compiled|updated|reviewed|revised|checked|modified|published|posted"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?\d{4}"
MARKUP = re.compile(r"^[\s>*_#(]+|[\s*_).]+$")
PARTED = re.compile(
    rf"\s*(?:[·|•;]|\s[–—-]\s|(?<=\d),?\s(?=by\s(?:the\s)?[A-Z])|[,.]\s(?=(?:last )?(?:{VERBS})\b|(?:\d+ )?{MONTH}))\s*",
    re.IGNORECASE,
)
BY = re.compile(
    rf"(?i:(?:{VERBS}|written|text|compiled|edited) )?(?i:by):?\s+(?:the\s)?(?P<author>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,3}})"
)
WHEN = re.compile(
    rf"(?:(?:this (?:page|guide) was )?(?:last )?(?P<verb>{VERBS})(?: on| in)?:?\s+)?(?P<day>.{{4,20}})",
    re.IGNORECASE,
)


def with_byline(body: str, given: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The text without its byline, its line left empty, and what the byline says that is not given otherwise."""
    lines = body.split("\n")
    found: dict[str, str] = {}
    for at, line in enumerate(lines[:LINES_READ]):
        said = [_read(part) for part in PARTED.split(MARKUP.sub("", line))]
        if all(said) and any(verb in line.casefold() for verb in ("by ", *VERBS.split("|"))):
            found |= {key: value for one in said for key, value in one.items()}
            lines[at] = ""
    return "\n".join(lines), {**found, **given}


def _read(part: str) -> dict[str, str]:
    """What one part of a line says, if that is all it says."""
    part = MARKUP.sub("", part)
    if by := BY.fullmatch(part):
        return {"author": by["author"]}
    when = WHEN.fullmatch(part)
    day = iso_day(when["day"]) if when else None
    if when is None or day is None:
        return {}
    return {"published" if (when["verb"] or "").lower() in ("published", "posted") else "updated": day}


def iso_day(value: str) -> str | None:
    """A date in any of the forms that guides write, as an ISO date; a month is its first day."""
    found = read_date(" ".join(value.partition("T")[0].replace("/", "-").casefold().split()))
    if found is None:
        return None
    day = str(int(found[0]))
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"

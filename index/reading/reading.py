"""What every reader hands back: the words of a foreign file as Markdown, and what the file says about itself."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from index.reading.quotable import one_line

EARLIEST = 1990  # an earlier date is a clock that was never set, not a date of publishing
ISO = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})(?!\d)|(?:D:)?(\d{4})(\d{2})(\d{2})\d{6}")
WRITTEN = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%a, %d %b %Y")

# What programs write where a person wrote nothing.
NAMELESS = {
    "", "(anonymous)", "(unspecified)", "(untitled)", "admin", "administrator", "anonymous", "author", "document",
    "microsoft account", "microsoft office user", "none", "owner", "python-docx", "title", "unknown", "untitled",
    "user", "word document",
}  # fmt: skip
FILE_NAME = re.compile(r"^microsoft word - |\.(?:docx?|pdf|indd|pptx?|xlsx?|tex|dvi)$", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A foreign file as read; a key that the file does not know is None."""

    body: str  # Markdown, headings at any level
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    updated: date | None = None
    url: str | None = None
    slug: str | None = None
    license: str | None = None
    left_out: str | None = None


def given(value: str | None) -> str | None:
    """A title or a name that a person gave; what a program put there is None."""
    text = one_line(value or "")
    return None if text.lower() in NAMELESS or FILE_NAME.search(text) else text


def read_date(text: str | None) -> date | None:
    """The day that a metadata value names ("2025-01-02T10:00Z", "D:20250102…", "January 2, 2025"), if it names one."""
    text = (text or "").strip()
    found = ISO.match(text)
    try:
        if found:
            year, month, day = (int(part) for part in found.groups() if part)
            day_named = date(year, month, day)
        else:
            day_named = read_written_date(text)
    except ValueError:
        return None
    return day_named if day_named.year >= EARLIEST else None


def read_written_date(text: str) -> date:
    """A date in words; the weekday and the time of a mail-like date are passed over."""
    text = re.sub(r"\s+\d{1,2}:\d{2}.*$", "", text)
    for form in WRITTEN:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(text)


def later(updated: date | None, published: date | None) -> date | None:
    """The day of the update, if the file was updated after it was published."""
    return None if updated and published and updated <= published else updated

"""Dates, from a day to a year, as numbers that sort: 25 May 2026 is 20260525."""

import re
from calendar import monthrange

NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = {
    form: number for number, name in enumerate(NAMES, 1) for form in (name, name[:3], "sept" if number == 9 else name)
}
NAME = r"(?P<name>" + "|".join(sorted(MONTH, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
FORMS = [
    re.compile(form)
    for form in (
        rf"{YEAR}-(?P<month>[01][0-9])(?:-(?P<day>[0-3][0-9]))?",
        rf"{NAME} {DAY},? {YEAR}",
        rf"{DAY} {NAME},? {YEAR}",
        rf"{NAME},? {YEAR}",
    )
]


def read_date(words: str, *, year_alone: bool = False) -> tuple[float, float | None] | None:
    """The first and, unless it is a single day, the last day that lowered words name."""
    if year_alone and re.fullmatch(YEAR, words):
        return float(words + "0101"), float(words + "1231")
    for form in FORMS:
        if found := form.fullmatch(words):
            parts = found.groupdict()
            year = int(parts["year"])
            month = MONTH[parts["name"]] if parts.get("name") else int(parts["month"])
            return _days(year, month, int(parts["day"]) if parts.get("day") else None)
    return None


def _days(year: int, month: int, day: int | None) -> tuple[float, float | None] | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year, month)[1]):
        return None
    start = year * 10_000 + month * 100
    if day is not None:
        return float(start + day), None
    return float(start + 1), float(start + monthrange(year, month)[1])

"""Days, months, seasons and years in a text, as numbers: 25 May 2026 is 20260525, May 2026 20260500, 2026 20260000."""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}  # as in ISO 8601-2
MONTH_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_YEAR = r"(?:19|20)\d\d(?![\d,]\d|\d|\.\d|\+)"
_MONTH = rf"(?P<month>{MONTH_NAMES})\b\.?"
ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
SLASHED = re.compile(r"(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?!\d)")
AMERICAN = re.compile(rf"{_MONTH}\s(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s)?(?P<year>{_YEAR})", re.I)
BRITISH = re.compile(rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s{_MONTH},?\s(?P<year>{_YEAR})", re.I)
YEARLESS = re.compile(rf"(?=[A-Z])(?i:{_MONTH})\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?![,.]?\d|\s?%)")
SEASON = re.compile(rf"(?P<season>{'|'.join(SEASONS)})\s(?:of\s)?(?P<year>{_YEAR})", re.I)
_TO = r"(?:\s?[–—‑/-]\s?|\s(?:to|through)\s)"
YEARS = re.compile(rf"(?P<from>(?:19|20)\d\d){_TO}(?P<to>(?:19|20)\d\d|\d\d)(?![-\d]|[,.]\d)", re.I)
YEAR = re.compile(rf"(?P<year>{_YEAR})(?![A-Za-z%])(?!\s?(?:%|percent\b|dollars\b))", re.I)


def read_date(text: str, at: int) -> tuple[int, tuple[float, ...]] | None:
    """Where the date at this place ends and its value, or both values of a span of years."""
    if years := YEARS.match(text, at):
        first, last = years["from"], years["to"]
        last = last if len(last) == 4 else first[:2] + last
        if first < last:
            return years.end(), (int(first) * 1e4, int(last) * 1e4)
    for pattern in (ISO, SLASHED, AMERICAN, BRITISH, SEASON, YEARLESS, YEAR):
        if (found := pattern.match(text, at)) and (value := _value(found.groupdict())):
            return found.end(), (value,)
    return None


def _value(parts: dict[str, str | None]) -> float:
    year, day = int(parts.get("year") or 0), int(parts.get("day") or 0)
    if season := parts.get("season"):
        return year * 1e4 + SEASONS[season.lower()] * 100
    name = parts.get("month") or "0"
    month = int(name) if name.isdecimal() else MONTHS.index(name[:3].lower()) + 1
    return year * 1e4 + month * 100 + day


def same_day(said: float, held: float) -> bool:
    """Whether a date says nothing that the other does not: "2026" of "May 25, 2026"."""
    pairs = zip(_parts(said), _parts(held), strict=True)
    return all(one in {0, other} for one, other in pairs)


def _parts(day: float) -> tuple[int, int, int]:
    return int(day) // 10_000, int(day) // 100 % 100, int(day) % 100

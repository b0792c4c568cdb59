"""Words that narrow a figure: the period it is counted for and the residency it holds for."""

import re
from typing import Final

from index.words.units import Period, Residency

EACH = r"(?:\b(?:per|an?|each|every)[\s-]|/)\s?"
CREDIT = EACH + r"(?:semester\s)?(?:credit|unit)(?:[\s-]hour)?s?\b|\bcredit[\s-]hour (?:rate|price|cost)\b"
YEAR = (
    EACH
    + r"(?:(?:academic|calendar|school)\s)?(?:year|yr)\b|\bannual(?:ly)?\b|\byearly\b|\bper annum\b|\bp\.?\s?a\b\.?"
)
TOTAL = r"\b(?:in )?total\b|\ball[\s-]in(?:clusive)?\b|\b(?:(?:for|in) )?(?:the )?(?:full|entire|whole)[\s-](?:program(?:me)?|degree|course)\b|\b(?:once|one[\s-]time)\b"
PERIODS: Final[tuple[tuple[Period, re.Pattern[str]], ...]] = (
    ("credit", re.compile(CREDIT)),
    ("course", re.compile(EACH + r"(?:course|class|module)\b")),
    ("hour", re.compile(EACH + r"(?:hour|hr)\b|\bhourly\b")),
    ("week", re.compile(EACH + r"(?:week|wk)\b|\bweekly\b")),
    ("month", re.compile(EACH + r"(?:month|mo)\b|\bmonthly\b")),
    ("semester", re.compile(EACH + r"(?:semester|term)\b")),
    ("year", re.compile(YEAR)),
    ("total", re.compile(TOTAL)),
)
WHO = r"(?: ?/ ?\w+)?(?: (?:students?|applicants?|citizens?|nationals?|passports?))?\b"
RESIDENCIES: Final[tuple[tuple[Residency, re.Pattern[str]], ...]] = (
    ("out-of-state", re.compile(r"\bout[\s-]of[\s-]state\b|\bnon[\s-]?res(?:idents?\b|\.)")),
    ("in-state", re.compile(r"\bin[\s-]state\b|\b(?:state )?residents?\b|\bres\.")),
    (
        "international",
        re.compile(
            rf"(?:\bfor )?\b(?:international|overseas|foreign|non[\s-]?e[ue]a?){WHO}|\b(?:for )?(?:all )?others\b"
        ),
    ),
    ("home", re.compile(rf"(?:\bfor )?\b(?:home|domestic|(?:uk ?/ ?)?e[ue]a?(?: ?/ ?e[ue]a)?){WHO}")),
)
HYPHENS = str.maketrans(dict.fromkeys("‐‑", "-"))


def lowered(text: str) -> str:
    """The text in small letters with one kind of hyphen and single spaces: what this file's patterns read."""
    return " ".join(text.casefold().translate(HYPHENS).split())


def period_in(words: str) -> Period | None:
    """The period that lowered words name; "total per year" is a year's."""
    return next((period for period, pattern in PERIODS if pattern.search(words)), None)


def residency_in(words: str) -> Residency | None:
    """The residency that lowered words name."""
    return next((residency for residency, pattern in RESIDENCIES if pattern.search(words)), None)


def without_qualifiers(words: str) -> str:
    """Lowered words less those that name a period or a residency."""
    for _, pattern in (*PERIODS, *RESIDENCIES):
        words = pattern.sub(" ", words)
    return " ".join(words.split())

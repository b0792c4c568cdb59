"""What a part says about which of several equal columns it means: guide, year, period, residency."""

import re

from advisor.facts import YEAR
from advisor.frame import Narrowing
from advisor.knowledge import Knowledge
from advisor.words import phrase, tokens
from index import Period, Residency, currency_in

PERIODS: tuple[tuple[str, Period], ...] = (
    (
        r"(?:\b(?:per|a|one|1|each|every|by the)|(?<![a-z])/)[\s-]?(?:cred(?:it)?|unit|credit hour|hour of credit)s?\b|\bcredit (?:price|cost|rate)\b",
        "credit",
    ),
    (
        r"(?:\b(?:per|(?<!\bthan )(?<!\bunder )(?<!\bwithin )(?<!\btakes )(?<!\bdone in )(?<!\bfinish in )(?<!\bfinished in )a|each|every)"
        r"|(?<![a-z])/)[\s-]?(?:year|yr|annum)\b|\b(?:annual(?:ly)?|yearly)\b",
        "year",
    ),  # "in under a year" is how long it takes
    (r"\b(?:per|a|each|every)\s?(?:semester|term)\b", "semester"),
    (r"\b(?:per|each|every)\s?(?:course|class|module)\b", "course"),
    (r"\b(?:per|a|each|every)\s?month\b|\bmonthly\b", "month"),
    (r"\b(?:per|a|each|every)\s?hour\b|\bhourly\b", "hour"),
    (r"\b(?:in total|total|altogether|all in|overall|whole (?:thing|program|degree)|full (?:cost|price))\b", "total"),
)
PAYING = r"(?:students?|applicants?|citizens?|fees?|price|rate|tuition)\b"
RESIDENCIES: tuple[tuple[str, Residency], ...] = (
    (r"\bout[- ]?of[- ]?stat(?:e|er)s?\b|\bnon[- ]?resident|\b(?:from|in) (?:an)?other states?\b|\boutside (?:of )?(?:the|my|its) state\b", "out-of-state"),
    (r"\bin[- ]?stat(?:e|er)s?\b|(?<!non)(?<!non[- ])\bresidents?\b", "in-state"),
    (r"\b(?:internationals?|overseas|foreign(?:ers?)?|non[- ]?e[ue]a?)\b(?: (?:students?|applicants?|citizens?))?", "international"),
    (rf"\b(?<!non )(?<!non-)(?:(?:home|domestic|local|uk|british|e[ue]a?|european)(?= ?/? ?\w* (?:{PAYING}))(?: students?| applicants?| citizens?)?|for home)\b", "home"),
)  # fmt: skip


BEFORE_AMOUNT = re.compile(
    r"(?:[$+−]|\b(?:plus|minus|less|than|under|over|below|above|add|adding|another|extra|pays?|costs?))\s*\$?\s*$", re.I
)
AFTER_AMOUNT = re.compile(
    r"\s*(?:dollars|bucks|usd|(?:(?:in|of)\s)?(?:\w+\s)?fees?\b|(?:a|an|per|each|every)\s(?:month|year|semester|term|credit|course)\b|/)",
    re.I,
)


def _is_amount(text: str, year: re.Match[str]) -> bool:
    """ "Plus 2000 in fees", "under 2000 a credit": four digits that are no year."""
    return bool(BEFORE_AMOUNT.search(text[: year.start()]) or AFTER_AMOUNT.match(text, year.end()))


def without_guide_names(text: str, knowledge: Knowledge) -> str:
    """A part with the names of guides blanked: "the online guide" asks for nothing online."""
    words = tokens(_without_longer_names(text, knowledge))
    if not any(token.word in knowledge.guide_starts for token in words):
        return text
    longest = max((len(form.split()) for form in knowledge.guides), default=0)
    for width in range(longest, 0, -1):
        for at in range(len(words) - width + 1):
            if " ".join(token.word for token in words[at : at + width]) in knowledge.guides:
                start, end = words[at].start, words[at + width - 1].end
                text = text[:start] + " " * (end - start) + text[end:]
    return text


def period_said(text: str) -> Period | None:
    """The one period that a text names."""
    periods = [period for pattern, period in PERIODS if re.search(pattern, text.lower())]
    return periods[0] if len(periods) == 1 else None


def _without_longer_names(text: str, knowledge: Knowledge) -> str:
    """A part with the subjects blanked whose names hold a guide's: "Harbor University" is not the guide "Harbor"."""
    folded = f" {phrase(text)} "
    held = [form for form in knowledge.guides if f" {form} " in folded]
    if not held:
        return text
    words = tokens(text)
    for width in range(knowledge.lexicon.longest, 1, -1):
        for at in range(len(words) - width + 1):
            form = " ".join(token.word for token in words[at : at + width])
            longer = form in knowledge.lexicon.subjects and form not in knowledge.guides
            if longer and any(f" {own} " in f" {form} " for own in held):
                start, end = words[at].start, words[at + width - 1].end
                text = text[:start] + " " * (end - start) + text[end:]
    return text


def narrow(text: str, knowledge: Knowledge) -> Narrowing:
    """Read a part's narrowing words."""
    lower = text.lower()
    folded = f" {phrase(_without_longer_names(text, knowledge))} "
    residencies = {value for _, value in residencies_said(text, knowledge)}
    return Narrowing(
        guides=tuple(
            sorted({slug for form, slug in knowledge.guides.items() if f" {form} " in folded or f" {form}s " in folded})
        ),
        years=tuple(dict.fromkeys(m[0] for m in YEAR.finditer(text) if not _is_amount(text, m))),
        period=period_said(text),
        residency=next(iter(residencies)) if len(residencies) == 1 else None,
        both_residencies=len(residencies) > 1,
        currency=currency_in(lower),
        headings=tuple(dict.fromkeys(head for form, head in knowledge.headed.items() if f" {form} " in folded)),
    )


def spans_told(text: str, knowledge: Knowledge) -> list[range]:
    """Where a text says for whom a price is to hold, and below which heading a table stands."""
    headed = (token for token in tokens(text) if token.word in knowledge.headed)
    return [*(span for span, _ in residencies_said(text, knowledge)), *(range(t.start, t.end) for t in headed)]


def residencies_said(text: str, knowledge: Knowledge) -> list[tuple[range, Residency]]:
    """Where a text says for whom a price is to hold, and for whom; "home" only where some table tells home from abroad."""
    lower = text.lower()
    found = [(m, value) for pattern, value in RESIDENCIES for m in re.finditer(pattern, lower)]
    told = {"in-state", "out-of-state"} | knowledge.residencies
    return [(range(m.start(), m.end()), value) for m, value in found if value in told]

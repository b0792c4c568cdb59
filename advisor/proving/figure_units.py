"""What a figure measures: the unit words after it, the period it holds for, its bound, the label before it."""

import re
from typing import Literal

FigureUnit = Literal[
    "money", "euro", "pound", "percent", "year", "month", "week", "day", "hour", "semester", "term", "quarter",
    "credit", "course", "times", "date", "name", "number",
]  # fmt: skip
Period = Literal["total", "year", "semester", "term", "quarter", "month", "week", "hour", "course", "credit"]
Bound = Literal["low", "high"]

FORMS: dict[FigureUnit, str] = {
    "money": "dollars dollar usd bucks",
    "euro": "euros euro",
    "pound": "pounds",
    "percent": "percent pct",
    "credit": "credit-hours credit-hour semester-hours semester-credits credits credit creds cr units unit",
    "course": "courses course classes class",
    "year": "years year yrs yr",
    "month": "months month mos mo",
    "week": "weeks week wks wk",
    "day": "days day",
    "hour": "hours hour hrs hr",
    "semester": "semesters semester sems sem",
    "term": "terms term",
    "quarter": "quarters quarter",
    "times": "times",
}
UNIT_OF: dict[str, FigureUnit] = {form: unit for unit, forms in FORMS.items() for form in forms.split()}
PERIODS: dict[FigureUnit, Period] = {
    "credit": "credit", "course": "course", "year": "year", "month": "month", "week": "week", "hour": "hour",
    "semester": "semester", "term": "term", "quarter": "quarter",
}  # fmt: skip
SIGNS: dict[str, FigureUnit] = {"$": "money", "US$": "money", "USD": "money", "€": "euro", "£": "pound"}
DIMENSIONS: frozenset[FigureUnit] = frozenset({"money", "euro", "pound", "percent"})
LENGTHS: frozenset[FigureUnit] = frozenset({"year", "month", "week", "day", "hour", "semester", "term", "quarter"})
_WORD = "|".join(sorted((form.replace("-", r"[-\s]") for form in UNIT_OF), key=len, reverse=True))
GLUED = rf"st|nd|rd|th|k|mn|bn|m|x|{_WORD}"  # what may stand right behind a digit: "54k", "2x", "30credits"
_BETWEEN = (
    r"(?:full[-\s]time|part[-\s]time|full|whole|academic|calendar|school|study|short|long|more|extra|additional|"
    r"consecutive|regular|straight|summer)"
)
_ADJECTIVE = r"(?!of\b|the\b|and\b|or\b|to\b|in\b|per\b|at\b|for\b|is\b|are\b|an?\b|with\b)[a-z][a-z-]*[a-rt-z]"
UNIT_AFTER = re.compile(
    rf"\s?%|x\b|\s?per\scent\b|(?:\s|-)?(?:{_BETWEEN}[-\s])?(?:{_WORD})\b(?!\.\w)|"
    rf"(?:\s{_ADJECTIVE}){{1,3}}[-\s](?:courses|classes|credits|credit[-\s]hours)\b",
    re.I,
)
PERIOD_AFTER = re.compile(
    rf"\s?(?:/|\b(?:an?|per|each|every|for\s(?:each|every))\b)\s?(?:single\s|academic\s|full\s)?(?P<each>{_WORD})\b(?!\sago)|"
    r"\s(?P<adverb>annually|yearly|monthly|weekly)\b|\s(?P<total>in\s(?:total|all)|altogether)\b",
    re.I,
)
ADVERBS: dict[str, Period] = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week"}
LABEL = re.compile(
    r"(?:^|[;\n|(])\s*(?:[-*]\s)?(?P<label>(?:[^;\n|:.()]|\([^()]*\)){1,120}):\s*(?:~|about\s|around\s)?$"
)
LABEL_UNIT = re.compile(rf"(?<!per\s)(?<!\ba\s)(?<!each\s)(?<!every\s)\b(?:{_WORD})\b", re.I)
LABEL_PERIOD = re.compile(rf"(?:/|\b(?:per|a|an|each|every)\s)(?P<each>{_WORD})\b|\b(?P<total>total)\b", re.I)
LOW_BEFORE = re.compile(
    r"(?<!not\s)(?:\b(?:at\sleast|over|above|more\sthan|no\sless\sthan|upwards\sof|min(?:imum)?(?:\sof)?)|[>≥])\s?(?:about\s|an?\s|~)?$",
    re.I,
)
HIGH_BEFORE = re.compile(
    r"(?<!not\s)(?:\b(?:at\smost|under|below|less\sthan|fewer\sthan|no\smore\sthan|up\sto|max(?:imum)?(?:\sof)?)|[<≤])\s?(?:about\s|an?\s|~)?$",
    re.I,
)
LOW_AFTER = re.compile(
    r"[\s-]?(?:or\s(?:more|higher|above|over|better|longer)|and\s(?:up|above|over)|minimum|at\sleast)\b", re.I
)
HIGH_AFTER = re.compile(r"[\s-]?(?:or\s(?:less|fewer|lower|below|under)|maximum|at\smost|tops)\b", re.I)
MINIMUM = re.compile(r"\b(?:minimum|at\sleast)\b", re.I)


def unit_of(words: str) -> FigureUnit:
    """The unit that words which UNIT_AFTER matched end with."""
    words = words.strip(" -").lower()
    if words in {"%", "per cent"}:
        return "percent"
    if words == "x":
        return "times"
    pieces = re.split(r"[-\s]+", words)
    return UNIT_OF.get("-".join(pieces[-2:])) or UNIT_OF[pieces[-1]]


def period_of(match: re.Match[str]) -> Period | None:
    """The period that PERIOD_AFTER or LABEL_PERIOD matched."""
    groups = match.groupdict()
    if groups.get("total"):
        return "total"
    if adverb := groups.get("adverb"):
        return ADVERBS[adverb.lower()]
    return PERIODS.get(unit_of(match["each"]))


def label_before(before: str) -> str | None:
    """The label of a "Label: figure" pair that the text before a figure ends with."""
    found = LABEL.search(before[-140:])
    return found["label"] if found else None


def label_unit(label: str) -> FigureUnit | None:
    """The unit that a label gives its figures: "Coursework (hours)", "Growth (%)", "Credits"."""
    if "(%)" in label:
        return "percent"
    bracket = re.search(r"\(([^)]*)\)", label)
    found = (bracket and LABEL_UNIT.search(bracket[1])) or LABEL_UNIT.search(label)
    return unit_of(found[0]) if found else None


def label_period(label: str) -> Period | None:
    """The period that a label gives its figures: "Tuition per credit (USD)", "Total tuition"; a rate beats a total."""
    found = sorted(LABEL_PERIOD.finditer(label), key=lambda match: bool(match["total"]))
    return period_of(found[0]) if found else None


def bound_around(before: str, after: str, label: str | None) -> Bound | None:
    """Whether the words around a figure make it the least or the most."""
    tail = before[-24:]
    if LOW_BEFORE.search(tail) or LOW_AFTER.match(after) or (label and MINIMUM.search(label)):
        return "low"
    return "high" if HIGH_BEFORE.search(tail) or HIGH_AFTER.match(after) else None

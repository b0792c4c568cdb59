"""The odds of an outcome after the degree, which are nobody's chances of admission."""

import re

PROMISES = r"(?:you|u|anyone|anybody|someone|they) (?:\w+ )?(?:promise|guarantee|assure|swear)"
ODDS = re.compile(
    rf"\b(?:odds|probability|likelihood|how likely|chances? (?:of|that|i|he|she|we|are)|{PROMISES})\b(?P<of>.*)",
    re.I | re.S,
)
PROMISED = re.compile(PROMISES, re.I)
PAY = re.compile(r"\$?\d{2,3},?\d{3}\b|\b\d{2,3}k\b|\b(?:earn\w*|paid|salary|six figures|rich)\b", re.I)
JOB = re.compile(
    r"\b(?:hired|employed|promoted|(?:land|get|find|score)(?:ing)? (?:\w+ ){0,4}?(?:jobs?|work|offers?|roles?|positions?|gigs?))\b",
    re.I,
)


def hoped(text: str) -> str | None:
    """The pay or the job whose odds a part asks for."""
    found = ODDS.search(text)
    return found["of"] if found and (PAY.search(found["of"]) or JOB.search(found["of"])) else None

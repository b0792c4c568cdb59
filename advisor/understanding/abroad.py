"""Study from another country or beside a full-time job, in the words that the guides have for it."""

import re

from advisor.knowledge import Knowledge
from advisor.words import words

FROM = re.compile(
    r"\b(?P<does>(?:do|take|study|attend|join|finish|complete|enrol\w*|earn|get) (?:\w+ ){0,3}from) "
    r"(?!(?:home|scratch|work|my|the|there|here|an?|where|anywhere|abroad|overseas)\b)(?P<place>[a-z]{4,})(?=\W*(?:$|[,.;?!]|and\b|or\b|if\b))",
    re.I,
)
HOURS = re.compile(
    r"\b(?P<works>work(?:ing)?) (?:about |around |like )?[3-9]\d\+? ?(?:h|hrs?|hours?)\b(?: a week| per week|/week)?",
    re.I,
)


def in_their_words(text: str, knowledge: Knowledge) -> str:
    """A part as it is searched: "from Ruritania" is from abroad, and "working 50h" is full time."""
    found = FROM.search(text)
    place = words(found["place"]) if found else ()
    if found and not any(word in knowledge.lexicon.subjects for word in place):
        text = f"{text[: found.end('does')]} abroad{text[found.end() :]}"
    return HOURS.sub(r"\g<works> full time", text)

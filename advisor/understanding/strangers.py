"""Names with the form of a school's that no guide has."""

import re

from advisor.dimensions import MEASURED
from advisor.knowledge import Knowledge
from advisor.understanding.mentions import Mentions
from advisor.words import phrase, words

STRANGER = re.compile(
    r"\b(?:(?:university|college|institute) of (?:[a-z][\w'-]+)(?: [A-Z][\w'-]+)*"
    r"|(?P<head>(?:[a-z][\w'&.-]+ ){1,3})(?:university|college|institute of technology|polytechnic|state university)(?! of\b))\b",
    re.I,
)

JOINS = re.compile(r"^.*\b(?:of|at|in|for|from|to|about|is|are|does|the|much)\s+", re.I)  # before a name, not in it
NOT_A_NAME = frozenset(
    [
        "a",
        "an",
        "the",
        "my",
        "this",
        "that",
        "any",
        "every",
        "which",
        "what",
        "best",
        "good",
        "online",
        "public",
        "private",
        "state",
        "another",
        "some",
        "one",
        "each",
        "your",
        "their",
        "is",
        "are",
        "at",
        "in",
        "of",
        "for",
        "to",
        "from",
        "first",
        "top",
        "cheap",
        "local",
        "big",
        "small",
        "community",
        "city",
        "same",
        "other",
        "either",
        "both",
        "near",
        "with",
        "and",
        "or",
        "wich",
        "whch",
        "whats",
        "wats",
        "straight",
        "out",
        "after",
        "before",
        "during",
        "since",
        "through",
        "finished",
        "still",
        "while",
        "without",
        "into",
        "than",
        "until",
        "community",
        "graduate",
        "grad",
        "accredited",
        "elite",
        "ranked",
        "current",
        "new",
        "old",
        "own",
        "his",
        "her",
        "our",
        "no",
        "only",
        "american",
    ]
)


def unknown_names(text: str, mentions: Mentions, knowledge: Knowledge) -> list[str]:
    """Names with the form of a school's that no mention covers and no guide has."""
    found = []
    covered = [(mentions.tokens[m.span.start].start, mentions.tokens[m.span.end - 1].end) for m in mentions.subjects]
    said = {word for mention in (*mentions.orders, *mentions.demands) for word in mention.form.split()}
    for match in STRANGER.finditer(text):
        own = [word for word in words(match.group()) if word not in NOT_A_NAME | said | MEASURED.keys()]
        generic = {"university", "college", "institute", "technology", "polytechnic", "state"}
        plain = words(match["head"] or "")[-1:]
        if set(plain) & (NOT_A_NAME - {"state", "city"}) or not set(own) - generic:
            continue  # "after college" is no name
        if any(s < match.end() and match.start() < e for s, e in covered):
            continue
        asked = [mentions.tokens[m.span.end - 1].end for m in mentions.attributes]
        start = max((end for end in asked if match.start() < end < match.end()), default=match.start())
        head = JOINS.sub("", text[start : match.end("head")]) if match["head"] else ""
        kept = (head + text[max(start, match.end("head")) : match.end()]).strip()
        kept = re.sub(rf"^(?:(?:{'|'.join(sorted(NOT_A_NAME))})\s+)+", "", kept, flags=re.I)
        if set(words(kept)) - generic and phrase(kept) not in knowledge.prose:
            found.append(kept)
    return found

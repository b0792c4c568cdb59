"""What a reader should know beside a looked-up value: that guides differ, that a guide doubts it, that it is old."""

import re
from collections.abc import Mapping, Sequence

from advisor.arithmetic.adding_up import doubtful
from advisor.draft import Block, Claim, DraftNote
from advisor.facts import old_year
from advisor.knowledge import Fact, Knowledge
from advisor.lexicon import Name
from advisor.saying import (
    GuideCard,
    sentence,
    value_phrase,
)
from advisor.words import phrase, stem, words
from index import Chunk


def difference(label: str, facts: Sequence[Fact], guides: Mapping[str, GuideCard]) -> DraftNote:
    """That the guides differ, or one guide with itself."""
    publishers = list(dict.fromkeys(guides[fact.guide].publisher for fact in facts))
    who = "The guides differ" if len(publishers) > 1 else f"{publishers[0]} gives more than one value"
    text = f"{who} on the {label}; programs or years may differ."
    return DraftNote("disagreement", Claim(text, tuple(dict.fromkeys(fact.source for fact in facts)), "plain"))


def doubts(name: Name, label: str, facts: Sequence[Fact], knowledge: Knowledge) -> list[Block]:
    """The guide's own doubts about exactly these figures."""
    doubts = [chunk for chunk in knowledge.checks if any(_doubts_fact(chunk, name, fact, label) for fact in facts)]
    tables = {fact.row.path for fact in facts}
    if not doubts:
        listings = [x for x in knowledge.listings if x.name == name and any(fact in x.facts for fact in facts)]
        found = [claim for listing in listings if (claim := doubtful(listing))]
        return [DraftNote("check", claim) for claim in found[:1]]
    doubts.sort(
        key=lambda chunk: (
            chunk.path not in tables,
            -sum(_doubts_fact(chunk, name, fact, label) for fact in facts),
            len(chunk.text),
        )
    )
    return [DraftNote("check", Claim(chunk.text.removeprefix("Check:").strip(), (chunk.id,))) for chunk in doubts[:1]]


def _doubts_fact(check: Chunk, name: Name, fact: Fact, label: str) -> bool:
    """A doubt is about a fact when it is the same guide's, names the subject and repeats the value."""
    if check.guide != fact.guide:
        return False
    folded = f" {phrase(check.text)} "
    named = f" {phrase(name.name)} " in folded or f" {phrase(fact.row.subject)} " in folded
    if not named:
        return False
    value = fact.cell.text.lstrip("~").rstrip("+")
    repeated = re.search(rf"(?<![\w.,$]){re.escape(value)}(?![\w%]|[.,]\d)", check.text) is not None
    telling = fact.cell.unit in {"money", "percent"} or _says_what(check, label)
    return repeated and telling


def _says_what(check: Chunk, label: str) -> bool:
    """Whether a doubt names the attribute by one of its label's words."""
    said = {stem(word) for word in words(check.text)}
    return any(stem(word) in said for word in words(label) if len(word) > 3)


def ages(facts: Sequence[Fact], guides: Mapping[str, GuideCard]) -> list[Block]:
    """That a value is old, where it is."""
    notes: list[Block] = []
    for fact in facts:
        year = old_year(fact, guides[fact.guide].updated)
        if year and not notes:
            which = "This figure" if len(facts) == 1 else f"The figure of {value_phrase(fact.cell)}"
            notes.append(DraftNote("age", Claim(sentence(f"{which} is from {year}"), (fact.source,))))
    return notes

"""A guide's own doubts about the cells that are said: those that speak of this subject and of this value."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from advisor.arithmetic.adding_up import counts_credits, doubtful
from advisor.draft import Claim, DraftNote
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.proving.figures import figures
from advisor.tables import Fact
from advisor.understanding.narrowing import period_said
from advisor.words import phrase, stem, words
from index import Chunk


def doubts(name: Name, label: str, facts: Sequence[Fact], knowledge: Knowledge) -> list[DraftNote]:
    """What a guide doubts of exactly these values; else what its own figures show to be wrong."""
    guides = dict.fromkeys(fact.guide for fact in facts)
    checks = [chunk for guide in knowledge.checks_of if guide in guides for chunk in knowledge.checks_of[guide]]
    found = [chunk for chunk in checks if any(_doubts(chunk, name, fact, label, knowledge) for fact in facts)]
    if not found:
        if not any(fact.cell.unit == "money" or counts_credits(fact) for fact in facts):
            return []
        listings = [x for x in knowledge.listings if x.name == name and any(fact in x.facts for fact in facts)]
        sums = [claim for listing in listings if (claim := doubtful(listing))]
        return [DraftNote("check", claim) for claim in sums[:1]]
    tables = {fact.row.path for fact in facts}
    best = min(
        found,
        key=lambda chunk: (
            not any(_says(chunk.text, form) for fact in facts for form in (name.name, fact.row.subject)),
            chunk.path not in tables,
            -sum(_doubts(chunk, name, fact, label, knowledge) for fact in facts),
            len(chunk.text),
        ),
    )
    return [DraftNote("check", Claim(best.text.removeprefix("Check:").strip(), (best.id,)))]


def _doubts(check: Chunk, name: Name, fact: Fact, label: str, knowledge: Knowledge) -> bool:
    """Whether a doubt is about a value of this guide, and of no other period."""
    if check.guide != fact.guide or _period_said(check.text) not in {None, fact.cell.period}:
        return False
    return _of_value(check, {name.name, fact.row.subject}, fact, label, knowledge)


def _of_value(check: Chunk, forms: Collection[str], fact: Fact, label: str, knowledge: Knowledge) -> bool:
    """Whether a doubt names subject and value before it turns to what speaks against them."""
    doubted = _before_turn(check.text)
    if check.path == fact.row.path:
        return _of_own_table(check.text, doubted, forms, fact, label, knowledge)
    columns = knowledge.columns.get((check.guide, check.path))
    elsewhere = columns is not None and fact.cell.attribute not in columns
    doubted = doubted.partition(": ")[0]
    mine = any(_says(doubted, form) for form in forms) and _repeats(doubted, fact)
    return mine and not elsewhere and (fact.cell.unit == "money" or _says_what(check.text, label))


def _of_own_table(
    text: str, doubted: str, forms: Collection[str], fact: Fact, label: str, knowledge: Knowledge
) -> bool:
    """Whether a doubt beneath a value's own table is about it: by subject and value, or about its whole column."""
    measured = fact.cell.unit in MEASURED
    if any(_says(text, form) for form in forms):
        plain = measured and not any(figure.unit == fact.cell.unit for figure in figures(text))
        repeated = _repeats(doubted, fact) and (measured or _says_what(text, label))
        return repeated or (plain and _says_what(text, label))
    others = knowledge.table_subjects.get((fact.guide, fact.row.path), ())
    of_all = not any(_says(text, subject) for subject in others)
    return of_all and (_repeats(doubted, fact) or _names_column(text, fact))


MEASURED = {"money", "percent"}
TURN = re.compile(r"[.?!] (?=[A-Z\d])|[,;] (?:but|so|yet|while|although|which)\b")  # there it goes on to others


@lru_cache(maxsize=1024)
def _before_turn(text: str) -> str:
    return TURN.split(text.removeprefix("Check:"), maxsplit=1)[0]


def _repeats(doubted: str, fact: Fact) -> bool:
    value = re.escape(fact.cell.figure.lstrip("~").rstrip("+"))
    return re.search(rf"(?<![\w.,$]){value}(?![\w%]|[.,]\d)", doubted) is not None


_period_said = lru_cache(maxsize=1024)(period_said)


def _says_what(text: str, label: str) -> bool:
    """Whether a doubt names the attribute by one of its label's words."""
    return any(stem(word) in _stems(text) for word in words(label) if len(word) > 3)


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text))


def _names_column(text: str, fact: Fact) -> bool:
    """Whether a doubt about a whole table names the column by all its words: "the median tuition of a state"."""
    header = phrase(fact.cell.column.partition(" (")[0])
    return " " in header and f" {header} " in f" {phrase(text)} "


def _says(text: str, form: str) -> bool:
    said, form = f" {phrase(text)} ", phrase(form)
    return f" {form} " in said or f" {form}s " in said

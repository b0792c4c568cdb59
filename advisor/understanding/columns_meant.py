"""Columns that a question's words only look like, where no vocabulary tells: an interest rate is no pass rate."""

import re
from dataclasses import replace

from advisor.knowledge import Knowledge
from advisor.lexicon import HEDGES
from advisor.understanding.mentions import Mention, Mentions
from advisor.words import NEUTRAL, stem

LEAST = 3  # letters of a word that tells one price from another
PLAIN = HEDGES | frozenset(  # what may stand before any column without making it another
    "total full whole entire overall exact current actual real final new old same own approximate rough yearly annual monthly weekly "
    "base list listed sticker regular normal standard official tuition school course class only compare show give list find check "
    "know sort cheap good bad high low lowest highest best better right correct latest stated sure long short big small".split()
)
GIVEN = re.compile(r"\s+(?:an?|any)\s+(?!lot\b|fortune\b|ton\b|bit\b|year\b|month\b|week\b|hour\b|credit\b)[a-z]", re.I)
OF_SOMEBODY = frozenset("earn earns paid pay pays make makes charge charges cost apply".split())
PAYING = {"pay", "pays", "offer", "offers"}


def meaning_columns(text: str, mentions: Mentions, knowledge: Knowledge) -> Mentions:
    """The mentions less the attributes that a word beside them makes something that no such column has."""
    kept = tuple(mention for mention in mentions.attributes if not _of_else(text, mention, mentions, knowledge))
    return replace(mentions, attributes=kept)


def _of_else(text: str, mention: Mention[tuple[str, ...]], mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether a word before says of what it is and no header or heading of its columns has it, or one behind says what is paid."""
    if mention.form in PAYING and GIVEN.match(text[mentions.tokens[mention.span.end - 1].end :]):
        return True
    if mention.form in OF_SOMEBODY:
        return False  # "what do nurses earn"
    at = mention.span.start - 1
    spans = [*mentions.spans(), *(kind.span for kind in mentions.kinds)]
    if at < 0 or any(span.start <= at < span.end for span in spans):
        return False
    word = mentions.tokens[at].word
    if len(word) < LEAST or not word.isalpha() or word.endswith("ly") or word in knowledge.stop | NEUTRAL | PLAIN:
        return False
    return stem(word) not in knowledge.words_of_columns(mention.meant)

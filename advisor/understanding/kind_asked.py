"""What sort of thing a part asks about: named outright, described by its conditions, or put in order."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.mentions import Mention, Mentions
from advisor.understanding.subjects import kinds
from advisor.words import words


def kind_asked(text: str, mentions: Mentions, attributes: Sequence[str], knowledge: Knowledge) -> str | None:
    """What sort of thing is asked about: of several the one that the demands describe; the state of "in-state" is none."""
    asked_of = [m for m in mentions.kinds if not (_of_residency(text, m, mentions) or _theirs(text, m, mentions))]
    found = [mention.meant for mention in asked_of]
    found = [_tabled(kind, knowledge) for kind in found]
    demanded = [kinds(mention.meant.attribute, knowledge) for mention in mentions.demands]
    if not demanded or not found:
        return found[0] if found else _sorted_so(mentions, knowledge)
    described = next((kind for kind in found if any(kind in of for of in demanded)), None)
    asked = any(found[0] in kinds(a, knowledge) for a in attributes) or found[0] in knowledge.vocabulary.background
    asked = asked or any(m.span.start and mentions.tokens[m.span.start - 1].word in ASKED_KIND for m in mentions.kinds)
    if (
        described is None
        and not (asked or mentions.orders or side_by_side(mentions) > 1)
        and all(knowledge.main_kind in of for of in demanded)
    ):
        return knowledge.main_kind  # "need online, job comes first"
    return described or found[0]


def _theirs(text: str, mention: Mention[str], mentions: Mentions) -> bool:
    """ "The cheapest three with their states": what those that are asked for have."""
    return bool(THEIRS.search(text[: mentions.tokens[mention.span.start].start]))


THEIRS = re.compile(r"\b(?:their|its|whose)\s+$", re.I)


def _tabled(kind: str, knowledge: Knowledge) -> str:
    """The kind that is asked about; what is named in passing, and heads no table, means the main one: "the cheapest degree"."""
    passing = kind in knowledge.vocabulary.background and kind not in knowledge.kinds
    return knowledge.main_kind if passing else kind


def _sorted_so(mentions: Mentions, knowledge: Knowledge) -> str | None:
    """ "How many longtails": the kind of thing that a value of a column without words of its own sorts."""
    words_said = {token.word for token in mentions.tokens}
    if mentions.subjects or mentions.demands or not (knowledge.categories and words_said & OF_SETS):
        return None
    said = f" {' '.join(token.word for token in mentions.tokens)} "
    return next((kind for kind, _, _ in knowledge.categories_in(said)), None)


OF_SETS = frozenset("which what many list any all every one ones".split())
ASKED_KIND = {
    "which",
    "wich",
    "what",
    "any",
    "all",
    "the",
    "best",
    "top",
    "list",
    "show",
    "me",
    "find",
    "these",
    "those",
}


def without_life(text: str, mentions: Mentions, knowledge: Knowledge) -> Mentions:
    """The mentions without the kinds that are named only in what is told of a life, and without one's own job in a demand."""
    kinds = tuple(m for m in mentions.kinds if not _of_a_life(text, m, knowledge))
    subjects = tuple(
        m for m in mentions.subjects if not (mentions.demands and _of_oneself(text, m, mentions, knowledge))
    )
    return replace(mentions, kinds=kinds, subjects=subjects)


def _of_oneself(text: str, mention: Mention[tuple[Name, ...]], mentions: Mentions, knowledge: Knowledge) -> bool:
    """ "I'm a developer, want something online": what one is oneself is not asked about."""
    other = all(name.kind != knowledge.main_kind for name in mention.meant)
    return other and I_AM.search(text[: mentions.tokens[mention.span.start].start]) is not None


I_AM = re.compile(r"\b(?:i'?m|i am|(?:i )?work(?:ing)? as|i was)\s(?:\w+\s){0,2}$", re.I)


def _of_a_life(text: str, mention: Mention[str], knowledge: Knowledge) -> bool:
    """Whether a kind is named only in what is told of a life: "full time job", "my company pays"."""
    folded = f" {' '.join(words(text))} "
    if not knowledge.tells_of_a_life(folded):
        return False
    facts = (words(word) for fact in knowledge.vocabulary.life_facts for word in fact.words)
    return any(mention.form in said and f" {' '.join(said)} " in folded for said in facts if len(said) > 1)


def _of_residency(text: str, mention: Mention[str], mentions: Mentions) -> bool:
    first, last = mentions.tokens[mention.span.start], mentions.tokens[mention.span.end - 1]
    return RESIDENCY.search(text[max(0, first.start - 8) : last.end]) is not None


RESIDENCY = re.compile(r"\b(?:in|out[- ]?of)[- ]?states?$", re.I)


def ordered_kind(attribute: str, knowledge: Knowledge) -> str:
    """What can be put in order by an attribute: schools where tables give it for them, else the first kind that has it."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    of = knowledge.kinds_of.get(attribute) or kinds(attribute, knowledge)
    listed_first = [kind for kind in (entry.of if entry else ()) if kind in of]
    return knowledge.main_kind if not of or knowledge.main_kind in of else next(iter([*listed_first, min(of)]))


def side_by_side(mentions: Mentions) -> int:
    """How many values of one attribute are demanded in words: "online or campus"."""
    forms = {(mention.form, mention.meant.attribute) for mention in mentions.demands}
    return max(Counter(attribute for _, attribute in forms).values(), default=0)

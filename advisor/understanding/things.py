"""Things that no guide is about where a part orders or prices them: "cheapest phone plan", "what does a plumber earn"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import dropwhile, takewhile

from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.understanding.asked import unit_of
from advisor.understanding.mentions import Mentions
from advisor.words import NEUTRAL, stem

LINKS = frozenset("is are does do would will can could for of on".split())
BY_A_PERSON = re.compile(r"\b(?:does|do|would|will|can|could|is|of|for) an?\s", re.I)
ORDERS, TALK = {"rank", "filter"}, {"small_talk", "about", "out_of_scope", "calculate"}
NEAR_OUTSIDE = -0.05  # from here on a part is as close to what the adviser is not for as to anything else


def elsewhere(frame: Frame, mentions: Mentions, knowledge: Knowledge, common: Callable[[str], bool]) -> Frame:
    """A part about a thing of no guide: out of scope, or a stranger where it is priced like a subject."""
    schools = any(name.kind not in knowledge.places for name in (*frame.subjects, *frame.tie))
    if frame.act in TALK or mentions.kinds or mentions.demands or schools or frame.strangers:
        return frame
    ordered = frame.act in ORDERS and bool(mentions.orders)
    if ordered and frame.outside > 0 and not (_ungiven(frame, knowledge) or _own_column(frame, knowledge)):
        return replace(frame, act="out_of_scope")
    sure = common if mentions.orders else bool  # a typing error after a superlative may be a kind: "cheapest progam"
    thing = next((word for word in _things(frame, mentions, knowledge) if _alien(word, knowledge, sure)), None)
    if thing is None:
        return frame
    if mentions.orders or frame.outside > NEAR_OUTSIDE:
        return replace(frame, act="out_of_scope")
    return replace(frame, act="look_up", subjects=(), tie=(), strangers=(thing,))


def _ungiven(frame: Frame, knowledge: Knowledge) -> bool:
    return bool(frame.attributes) and set(frame.attributes) <= knowledge.ungiven


def _own_column(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether it asks for a column that only a guide's table names: "highest number of places"."""
    return any(attribute not in knowledge.vocabulary.attributes for attribute in frame.attributes)


def _things(frame: Frame, mentions: Mentions, knowledge: Knowledge) -> Iterator[str]:
    """The last word of what follows a superlative, or a word for money that is asked of one thing ("a …")."""
    ends = [mention.span.end for mention in mentions.orders]
    if BY_A_PERSON.search(frame.text):
        ends += [m.span.end for m in mentions.attributes if any(unit_of(a, knowledge) == "money" for a in m.meant)]
    covered = {at for span in mentions.spans() for at in range(span.start, span.end)}
    for end in ends:
        after = dropwhile(
            lambda token: token[1] in LINKS, ((at, mentions.tokens[at].word) for at in range(end, len(mentions.tokens)))
        )
        run = takewhile(
            lambda token: token[0] not in covered and token[1] not in knowledge.stop and token[1].isalpha(), after
        )
        yield from [word for _, word in run][-1:]


def _alien(word: str, knowledge: Knowledge, common: Callable[[str], bool]) -> bool:
    """A word of the language that stands in no guide and that no vocabulary has."""
    known = {word, stem(word)} & (knowledge.words | NEUTRAL) or stem(word) in knowledge.frequencies
    return len(word) > 2 and not known and not word.endswith("ly") and common(word)

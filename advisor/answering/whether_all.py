"""Whether all of a set have what a question asks of them: "are all the schools in X public", "is every top five private"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.ranks import leaders, rank_attribute
from advisor.answering.set_words import MOST_NAMED, conditions_said, evidence_of, programs
from advisor.answering.universals import of_those
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard, listed, topic_of
from advisor.sets import Sifting
from advisor.tables import Listing
from advisor.words import phrase

Guides = Mapping[str, GuideCard]
ASKED = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|hey|hi)\W+)*(?:r|is|are|do|does|did|have|has|can|will)\b.*?\b(?:all|every|each)\b(?! (?:the same|in)\b)|"
    r"^\W*(?:all|every)\b.*\?\W*$",
    re.I,
)
MOST_GUIDES = 3


def answer_whether_all(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """Yes or no, guide by guide, with those that have it not; None where nothing is asked of all."""
    asked = frame.wishes and not frame.names_somebody
    others = set(frame.attributes) - {wish.attribute for wish in frame.wishes} - {rank_attribute(knowledge)}
    if not asked or others or frame.act not in SET_ACTS or not ASKED.search(frame.text):
        return None  # "are all online ones accredited" asks for no condition that was read
    *before, claimed = sorted(frame.wishes, key=lambda wish: _said_at(wish, frame.text))
    siftings = _told(replace(frame, wishes=(*before, claimed)), knowledge)
    if not siftings:
        return None
    holds = {not sifting.failing for sifting in siftings}
    lead = "Yes." if holds == {True} else "No." if holds == {False} else "That depends on the guide."
    claims = (_how_many(sifting, claimed, before, guides) for sifting in siftings)
    topics = frozenset(topic for wish in frame.wishes if (topic := topic_of(wish.attribute, knowledge)))
    shown = tuple(dict.fromkeys(x.name for s in siftings for x in (*s.matching, *s.failing)))
    return Part(frame, "answered", (Paragraph((Claim(lead, kind="plain"), *claims)),), shown, topics)


SET_ACTS = {"filter", "rank", "count", "explain", "list"}


def _told(frame: Frame, knowledge: Knowledge) -> list[Sifting]:
    """Each guide's listings that are spoken of, told apart by what is asked of all; of its first so many, where they are."""
    if frame.order is None or frame.limit is None or frame.order.attribute != rank_attribute(knowledge):
        return of_those(replace(frame, order=None), knowledge)[:MOST_GUIDES]
    found: dict[str, Sifting] = {}
    for guide, names in leaders(replace(frame, wishes=()), frame.limit, knowledge):
        inside = replace(frame, subjects=names, order=None, narrowing=replace(frame.narrowing, guides=(guide,)))
        found |= {s.guide: s for s in of_those(inside, knowledge) if guide not in found}
    return list(found.values())[:MOST_GUIDES]


def _said_at(wish: Wish, text: str) -> int:
    """Where a condition is said: what is asked of all stands behind whom it is asked of."""
    forms = (*wish.said.split()[-1:], *(str(condition.value) for condition in wish.conditions))
    return max(phrase(text).find(phrase(form)) for form in forms)


def _how_many(sifting: Sifting, claimed: Wish, before: list[Wish], guides: Guides) -> Claim:
    """How many of a guide's have it, and who of them has not."""
    of = f"{len(sifting.matching)} of {sifting.considered}"
    names = list(dict.fromkeys(listing.name.name for listing in sifting.failing))
    others = f"; not {listed(names)}" if 0 < len(names) <= MOST_NAMED else ""
    what = f"{programs(sifting, sifting.considered)} match{conditions_said([*before, claimed])}"
    text = f"{guides[sifting.guide].tag}: {of} {what}{others}."
    sources = (fact.source for x in _decisive(sifting) for fact in evidence_of(x, [claimed]))
    return Claim(text, tuple(dict.fromkeys(sources))[:12], "counted", of)


def _decisive(sifting: Sifting) -> tuple[Listing, ...]:
    return sifting.failing or sifting.matching

"""Which share of a set meets a condition: "what percent of the top 25 are public"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from advisor.answering.ranks import leaders, rank_attribute
from advisor.answering.set_words import evidence_of, programs
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard, listed, topics_of
from advisor.sets import Sifting, sift

Guides = Mapping[str, GuideCard]
SHARE = re.compile(
    r"(?:\b(?:per ?cent(?:age)?|pct|share|proportion|fraction|portion)|%) (?:of|in|on)\b|\bhow many (?:per ?cent|%)",
    re.I,
)
MOST_GUIDES, MOST_SOURCES = 3, 12


def answer_share(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """Guide by guide, so many of so many and the percentage; None where no share of a set is asked."""
    if not SHARE.search(frame.text) or frame.subjects or not frame.wishes:
        return None
    if set(frame.attributes) - {wish.attribute for wish in frame.wishes}:
        return None
    shares = [share for inside in _within(frame, knowledge) for share in _shares(inside, knowledge)]
    claims = [_said(sifting, whole, frame, guides) for sifting, whole in shares[:MOST_GUIDES]]
    if not claims:
        return None
    topics = topics_of(frame.wishes[-1].attribute, knowledge)
    return Part(frame, "answered", (Paragraph(tuple(claims)),), (), topics)


def _within(frame: Frame, knowledge: Knowledge) -> Iterator[Frame]:
    """The set as it is, or the first so many of each ranking."""
    if not (frame.order and frame.limit and frame.order.attribute == rank_attribute(knowledge)):
        yield replace(frame, order=None)
        return
    for guide, names in leaders(frame, frame.limit, knowledge):
        narrowing = replace(frame.narrowing, guides=(guide,))
        yield replace(frame, subjects=names, order=None, narrowing=narrowing)


def _shares(frame: Frame, knowledge: Knowledge) -> Iterator[tuple[Sifting, int]]:
    """Of each guide those that meet all conditions, and of how many: who meets the earlier ones and tells the last."""
    base = {sifting.guide: sifting for sifting in sift(frame, frame.wishes[:-1], knowledge)}
    for sifting in sift(frame, frame.wishes, knowledge):
        told = {(x.name, x.program) for x in (*sifting.matching, *sifting.failing)}
        inside = base[sifting.guide].matching if len(frame.wishes) > 1 and sifting.guide in base else ()
        whole = sum((x.name, x.program) in told for x in inside) if inside else sifting.considered
        if whole and whole >= len(sifting.matching):
            yield sifting, whole


def _said(sifting: Sifting, whole: int, frame: Frame, guides: Guides) -> Claim:
    part = len(sifting.matching)
    said = listed([wish.said for wish in frame.wishes])
    share = f"{round(100 * part / whole, 1):g}%"
    text = f"{guides[sifting.guide].tag}: {share}, {part} of {whole} {programs(sifting, whole)} ({said})."
    facts = (f for x in sifting.matching or sifting.failing for f in evidence_of(x, frame.wishes))
    sources = tuple(dict.fromkeys(fact.source for fact in facts))
    return Claim(text, sources[:MOST_SOURCES], "counted", f"{part} of {whole}")

"""What no list can tell: empty cells, places without a program, conditions that no guide decides."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from advisor.draft import Block, Claim, Paragraph
from advisor.facts import PERIOD_ORDER
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, listed, topic_of, topics_of, value_phrase
from advisor.sets import sift
from advisor.tables import Fact
from advisor.words import phrase

Guides = Mapping[str, GuideCard]


NOT_GIVEN = re.compile(
    r"\b(?:unknown|missing|blank|empty|lack(?:s|ing)?)\b|(?:\bnot|n't|\bno|\bwithout|\bnever)\s(?:\w+\s){0,2}(?:list|give|have|say|show|state|mention|report)",
    re.I,
)


def answer_unknown(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge, guides: Guides) -> Part:
    """For which listings a guide has the column and leaves the cell empty."""
    claims: list[Claim] = []
    none: list[Claim] = []
    attribute = frame.attributes[0]
    said = f" ({', '.join(wish.said for wish in wishes)})" if wishes else ""
    meeting = {(s.guide, x.name) for s in sift(frame, wishes, knowledge) for x in s.matching}
    for guide in frame.narrowing.guides or tuple(guides):
        facts = [
            (name, fact)
            for name in knowledge.rows
            if name.kind == (frame.kind or knowledge.main_kind) and (not wishes or (guide, name) in meeting)
            for fact in knowledge.facts(name, attribute)
            if fact.guide == guide
        ]
        known = {name for name, fact in facts if fact.cell.known}
        empty = {name: fact for name, fact in facts if not fact.cell.known and name not in known}
        if empty:
            of = f"{len(empty)} of {len(empty) + len(known)}"
            text = f"{guides[guide].tag}: no {label_of(attribute, knowledge)} for {of}{said}: {listed(n.name for n in empty)}."
            claims.append(Claim(text, tuple(fact.source for fact in empty.values())[:12], "counted", of))
        elif known:
            of, sources = f"0 of {len(known)}", [fact.source for name, fact in facts if fact.cell.known]
            text = f"{guides[guide].tag}: no {label_of(attribute, knowledge)} for {of}{said}."
            none.append(Claim(text, tuple(dict.fromkeys(sources))[:12], "counted", of))
    claims = claims or none
    if not claims:
        return cannot_tell(frame, wishes, knowledge, attribute)
    return Part(frame, "answered", (Paragraph(tuple(claims)),), (), topics_of(attribute, knowledge))


def answer_unlisted(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "Which schools have no rate listed": those whose cell is empty."""
    asked = frame.attributes and frame.kind and not frame.subjects and frame.act in LISTED
    unlisted = asked and (UNLISTED.search(frame.text) or _without(frame.attributes[0], frame.text, knowledge))
    return answer_unknown(frame, frame.wishes, knowledge, guides) if unlisted else None


def _without(attribute: str, text: str, knowledge: Knowledge) -> bool:
    """ "Schools without a graduation rate": of what every school has, the lack can only be the guide's."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    if entry is None or entry.unit in {"text", "choice"} or not entry.headers:
        return False
    folded = f" {phrase(text)} "
    return any(f" {denial} {phrase(form)} " in folded for form in entry.asked for denial in DENIALS)


DENIALS = ("without", "without any", "w o", "lacking", "missing")
LISTED = {"explain", "filter", "list", "look_up"}
UNLISTED = re.compile(
    rf"\b(?:which|what|who|list|whose)\b.*(?:{NOT_GIVEN.pattern})|\bno (?:\w+ ){{1,3}}(?:listed|given|shown|stated)\b|\bwithout an? (?:listed|given|stated|known)\b",
    re.I,
)


def without(frame: Frame) -> list[Paragraph]:
    """Which subjects a set goes without because the person said so."""
    names = listed(dict.fromkeys(name.name for name in frame.excluded))
    return [Paragraph((Claim(f"Left out, as you asked: {names}.", kind="plain"),))] if names else []


def other_periods(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge, guides: Guides) -> list[Paragraph]:
    """Guides whose prices are for another period than a limit: no match and no miss, so they are said apart."""
    bounds = [c for w in wishes for c in w.conditions if c.period and c.operator not in {"is", "contains"}]
    for bound in bounds[:1]:
        apart = {}
        for guide in frame.narrowing.guides or guides:
            listed_here = [
                x for x in knowledge.listings if x.guide == guide and x.name.kind == (frame.kind or knowledge.main_kind)
            ]
            cells = [f.cell for x in listed_here for f in x.of(bound.attribute) if f.cell.known and f.cell.period]
            periods = {cell.period for cell in cells}
            if periods and bound.period not in periods:
                widest = min(periods, key=PERIOD_ORDER.index)
                apart[guides[guide].publisher] = PERIOD_WORDS[widest] if widest else ""
        names = listed(f"{publisher} ({period})" for publisher, period in apart.items())
        text = f"Not held against your limit, because the prices are for another period: {names}."
        return [Paragraph((Claim(text, kind="plain"),))] if apart else []
    return []


def place_rows(wishes: Sequence[Wish], knowledge: Knowledge) -> list[Claim]:
    """What a table says of the place itself, where no program in it is listed."""
    claims = []
    for wish in wishes:
        where = wish.conditions[0]
        if where.operator == "contains" and not wish.negated:
            for row in knowledge.rows.get(Name(where.attribute, str(where.value)), ()):
                said = [f"{label_of(c.attribute, knowledge)} {value_phrase(c)}" for c in row.cells[1:] if c.known]
                claims.append(Claim(f"{row.subject}: {'; '.join(said)}.", (row.chunk_id,)))
    return claims


def nowhere(wishes: Sequence[Wish], knowledge: Knowledge) -> str | None:
    """A place that no cell names: nothing can be said about it."""
    for wish in wishes:
        where = [str(c.value) for c in wish.conditions if c.operator == "contains"]
        if where and not any(f" {phrase(place)} " in f" {knowledge.prose} " for place in where):
            return listed(where, "or")
    return None


def without_named_for(
    frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge
) -> tuple[Frame, tuple[Wish, ...]] | None:
    """ "Not in X" where no guide says who is there: without those that are called after X; None where nothing is denied."""
    denied = [wish for wish in wishes if wish.negated and wish.conditions[0].operator == "contains"]
    if not denied:
        return None
    places = [f" {phrase(str(condition.value))} " for wish in denied for condition in wish.conditions]
    named = [name for name in knowledge.rows if any(place in f" {phrase(name.name)} " for place in places)]
    schools = tuple(name for name in named if name.kind == (frame.kind or knowledge.main_kind))
    rest = tuple(wish for wish in wishes if wish not in denied)
    return replace(frame, excluded=(*frame.excluded, *schools), wishes=rest), rest


def say_unsaid(names: Sequence[Name], knowledge: Knowledge) -> Block:
    """That the guides do not say what is asked of schools, and a price and a bar that they do give."""
    gap = Claim(f"The guides do not say that about {listed([name.name for name in names], 'or')}.", kind="plain")
    facts = [
        fact for name in names[:1] for topic in ("cost", "admission") for fact in _of_topic(name, topic, knowledge)
    ]
    if not facts:
        return Paragraph((gap,))
    said = "; ".join(f"{label_of(fact.cell.attribute, knowledge)} {value_phrase(fact.cell)}" for fact in facts)
    offer = Claim(f"For {names[0].name} they do give: {said}.", tuple(dict.fromkeys(fact.source for fact in facts)))
    return Paragraph((gap, offer))


def _of_topic(name: Name, topic: str, knowledge: Knowledge) -> list[Fact]:
    """The first known short cell of a topic."""
    cells = (
        Fact(row, cell)
        for row in knowledge.rows.get(name, ())
        for cell in row.cells[1:]
        if cell.known and topic_of(cell.attribute, knowledge) == topic and len(cell.text) < 80
    )
    return list(islice(cells, 1))


def no_such(frame: Frame, place: str | None) -> Part:
    """That no table names a place."""
    return Part(frame, "not_covered", (Paragraph((Claim(f"The guides list nothing in {place}.", kind="plain"),)),))


def cannot_tell(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge, attribute: str | None = None) -> Part:
    """That no guide gives what would decide."""
    asked = [attribute] if attribute else [wish.attribute for wish in wishes]
    labels = listed(dict.fromkeys(label_of(a, knowledge) for a in asked if a))
    text = f"The guides do not give {labels}." if labels else "The guides have no list that answers this."
    return Part(frame, "not_covered", (Paragraph((Claim(text, kind="plain"),)),))

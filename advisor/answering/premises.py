"""Claims that a question takes for granted, held against the cells and corrected first where they do not hold."""

import re
from collections.abc import Mapping

from advisor.answering.look_ups import say_facts
from advisor.draft import Block, Claim, DraftNote
from advisor.facts import look_up, wish_met
from advisor.frame import Frame, Wish
from advisor.knowledge import Fact, Knowledge, Listing, price_attribute
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, lower_first, topic_of, value_phrase
from advisor.sets import Sifting, rank, sift
from advisor.understanding.amounts import find_amounts

TAKEN = re.compile(
    r"\b(?:since|because|given that|now that)\b|\b(?:right|correct|true)\s*\?|\bisn'?t it\b|\bso (?:what|why|how|when)\b",
    re.I,
)
ALL = re.compile(r"\b(?:all|every|everyone|everybody|each|always|none|no one|nobody|most)\b", re.I)
Guides = Mapping[str, GuideCard]


def answer_premise(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The correction of a claim that does not hold, or None where the part claims nothing that can be held."""
    if frame.wishes and not frame.subjects and ALL.search(frame.text) and TAKEN.search(frame.text):
        return _of_all(frame, knowledge, guides)
    if frame.subjects and frame.order and len(frame.subjects) == 1:
        return _of_place(frame, frame.subjects[0], knowledge, guides)
    if frame.subjects and (part := _of_period(frame, knowledge, guides)):
        return part
    if frame.subjects and frame.wishes and TAKEN.search(frame.text):
        return _of_choice(frame, knowledge, guides)
    return None


def _of_period(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "X for the whole degree?": a figure that stands in the guides for another period."""
    said = {amount.value for amount in find_amounts(frame.text) if amount.unit == "money"}
    price, period = price_attribute(knowledge), frame.narrowing.period
    if not (said and price and period):
        return None
    for name in frame.subjects:
        facts = [f for f in knowledge.facts(name, price) if f.cell.known and f.cell.value in said]
        if facts and all(fact.cell.period != period for fact in facts):
            fact = facts[0]
            text = (
                f"{guides[fact.guide].tag} gives {value_phrase(fact.cell)} for {name.name}, not {PERIOD_WORDS[period]}."
            )
            return Part(
                frame, "answered", (DraftNote("premise", Claim(text, (fact.source,))),), (name,), frozenset({"cost"})
            )
    return None


def _of_all(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "Since all of them want it": how many do, guide by guide."""
    siftings = [s for s in sift(frame, frame.wishes, knowledge) if s.considered]
    if not siftings or all(not s.failing for s in siftings):
        return None
    claims = tuple(_how_many(s, frame.wishes[0], knowledge, guides) for s in siftings[:2])
    lead = Claim("That does not hold for all of them.", kind="plain")
    blocks: list[Block] = [DraftNote("premise", claim) for claim in (lead, *claims)]
    return Part(
        frame,
        "answered",
        tuple(blocks),
        (),
        frozenset(t for w in frame.wishes if (t := topic_of(w.attribute, knowledge))),
    )


def _how_many(sifting: Sifting, wish: Wish, knowledge: Knowledge, guides: Guides) -> Claim:
    facts = [next(iter(x.of(wish.attribute)), None) for x in (*sifting.matching, *sifting.failing)]
    value = " or ".join(str(c.value) for c in wish.conditions)
    other = next((str(f.cell.text) for x in sifting.failing for f in x.of(wish.attribute) if f.cell.known), "")
    text = (
        f'In {guides[sifting.guide].tag}, the {label_of(wish.attribute, knowledge)} is "{value}" for '
        f'{len(sifting.matching)} of {sifting.considered} programs; for others it is "{lower_first(other)}".'
    )
    sources = tuple(dict.fromkeys(f.source for f in facts if f))[:12]
    return Claim(text, sources, "counted", f"{len(sifting.matching)} of {sifting.considered}")


def _of_place(frame: Frame, name: Name, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "Since X is the dearest": where X really stands, in each guide that ranks it."""
    assert frame.order is not None
    blocks: list[Block] = []
    for guide in guides:
        listings = [x for s in sift(_everyone(frame), frame.wishes, knowledge) if s.guide == guide for x in s.matching]
        ranked = rank(listings, frame.order, frame.narrowing, knowledge)
        places = [i for i, (x, _) in enumerate(ranked.entries) if x.name == name] if ranked else []
        if ranked and places and len(ranked.entries) > 1:
            blocks.append(
                _place(
                    places[0],
                    ranked.entries[places[0]][1],
                    ranked.entries[0],
                    frame,
                    knowledge,
                    guides[guide],
                    len(ranked.entries),
                )
            )
    if not blocks:
        return None
    return Part(
        frame,
        "answered",
        tuple(blocks[:2]),
        (name,),
        frozenset({"cost"} if topic_of(frame.order.attribute, knowledge) == "cost" else ()),
    )


def _everyone(frame: Frame) -> Frame:
    return Frame(
        frame.act, frame.text, wishes=frame.wishes, kind=frame.kind or frame.subjects[0].kind, narrowing=frame.narrowing
    )


def _place(
    place: int, fact: Fact, top: tuple[Listing, Fact], frame: Frame, knowledge: Knowledge, card: GuideCard, of: int
) -> Block:
    listing, first = top
    order, name = frame.order, frame.subjects[0]
    assert order is not None
    end = "lowest" if order.lowest else "highest"
    label = label_of(order.attribute, knowledge)
    if fact.cell.value == first.cell.value:
        text = f"{name.name} has the {end} {label} in {card.tag}: {value_phrase(fact.cell)}."
        return DraftNote("premise", Claim(text, (fact.source,)))
    rank_words = f"{name.name} has {value_phrase(fact.cell)}"
    text = f"{name.name} does not have the {end} {label} in {card.tag}: {rank_words}, {listing.name.name} {value_phrase(first.cell)}."
    if place == of - 1:
        text = text[:-1] + f"; {name.name} has the {'highest' if order.lowest else 'lowest'} there."
    return DraftNote("premise", Claim(text, (fact.source, first.source)))


def _of_choice(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "X is public, so …": what the guides say of X where they say otherwise."""
    blocks: list[Block] = []
    for name in frame.subjects:
        for wish in frame.wishes:
            facts = look_up(name, wish.attribute, Frame("look_up", frame.text, (name,)), knowledge)
            if facts and wish_met(facts, wish) is False:
                fact = facts[0]
                text = (
                    f"Not so: {guides[fact.guide].tag} gives {name.name} the {label_of(wish.attribute, knowledge)} "
                    f'"{lower_first(value_phrase(fact.cell))}".'
                )
                blocks.append(DraftNote("premise", Claim(text, (fact.source,))))
    if not blocks:
        return None
    others = [a for a in frame.attributes if a not in {wish.attribute for wish in frame.wishes}]
    for name in frame.subjects:
        for attribute in others:
            facts = look_up(name, attribute, frame, knowledge)
            blocks += say_facts(name, attribute, facts, knowledge, guides) if facts else []
    return Part(frame, "answered", tuple(blocks), frame.subjects)

"""Claims that a question takes for granted, held against the cells and corrected first where they do not hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering.look_ups import say_facts, say_unknown
from advisor.answering.universals import CLAIMED, MINE, answer_of_all
from advisor.draft import Block, Claim, DraftNote
from advisor.facts import look_up, wish_met
from advisor.frame import Frame, Order, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, lower_first, topic_of, topics_of, value_phrase
from advisor.sets import rank, sift
from advisor.tables import Fact, Listing
from advisor.understanding.amounts import find_amounts
from advisor.understanding.asked import unit_of
from advisor.understanding.segments import claim_of
from advisor.understanding.wishing import measured

TAKEN = re.compile(
    r"\b(?:since|because|given that|now that|if)\b|\b(?:right|correct|true)\s*\?|\bisn'?t it\b|\bso (?:what|why|how|when)\b",
    re.I,
)
Guides = Mapping[str, GuideCard]


def answer_premise(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The correction of a claim that does not hold, or None where the part claims nothing that can be held."""
    taken = frame.taken or bool(TAKEN.search(frame.text))
    if not frame.subjects and (taken or claim_of(frame.text)) and (part := answer_of_all(frame, knowledge, guides)):
        return part
    if taken and len(frame.subjects) == 1 and not (frame.order or frame.attributes) and FIRST.search(frame.text):
        frame = _ranked(frame, knowledge)
    if frame.subjects and frame.order and len(frame.subjects) == 1 and not frame.strangers:
        return _of_place(frame, frame.subjects[0], knowledge, guides)
    if frame.subjects and (part := _of_period(frame, knowledge, guides) or _of_figure(frame, knowledge, guides)):
        return part
    if frame.subjects and frame.wishes and taken:
        return _of_choice(frame, knowledge, guides)
    return None


FIRST = re.compile(
    r"\b(?:puts?|ranks?|rated?|comes?|is|lists?|places?|has)\b.*\b(?:first|number one|on top|at the top)\b|\bis (?:really )?the (?:very )?best\W*$|#1",
    re.I,
)


def _ranked(frame: Frame, knowledge: Knowledge) -> Frame:
    """ "X is first, right?": a place in the guides' own ranking."""
    entries = knowledge.vocabulary.attributes
    rank_of = next((name for name, entry in entries.items() if entry.unit == "rank"), None)
    return replace(frame, order=Order(rank_of, lowest=True)) if rank_of else frame


SAYS = re.compile(
    r"\b(?:heard?|read|thought|told|said|says?|saw|since|because|given|if|right|correct|true)\b|\b(?:is|are|does|do)n'?t\b|"
    r"\b(?:is|costs?|takes?|needs?|charges?|at) (?:only |just |about |around |like )*\$?\d",
    re.I,
)


def _of_figure(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "I heard X costs …": a figure that no guide gives for it, and the ones that they do give."""
    claims = frame.taken or SAYS.search(frame.text)
    if len(frame.subjects) != 1 or not claims or MINE.search(frame.text) or frame.act == "calculate":
        return None
    name = frame.subjects[0]
    for amount in find_amounts(frame.text):
        attribute = measured(amount, frame.attributes, knowledge) if amount.unit in CLAIMED else None
        if attribute is None or amount.bound or amount.budget:
            continue
        value = amount.value * 12 if amount.unit == "year" else amount.value
        known = [f for f in knowledge.facts(name, attribute) if f.cell.known and f.cell.value is not None]
        near = ROUNDED if amount.unit == "money" and value % (2 * ROUNDED) == 0 else 0.0
        if not known or any(
            (f.cell.value or 0) - near <= value <= (f.cell.high or f.cell.value or 0) + near for f in known
        ):
            continue
        open_frame = replace(frame, narrowing=replace(frame.narrowing, period=None))
        facts = look_up(name, attribute, open_frame, knowledge)
        text = f"No guide gives {amount.text.strip(',')} as the {label_of(attribute, knowledge)} of {name.name}."
        others = [a for a in frame.attributes if a != attribute]
        blocks = [
            DraftNote("premise", Claim(text, kind="given")),
            *say_facts(name, attribute, facts, knowledge, guides),
        ]
        for other in others:
            known = look_up(name, other, frame, knowledge)
            said = say_facts(name, other, known, knowledge, guides) if known else []
            gap = say_unknown(name, [other], frame, knowledge, guides) if other in knowledge.ungiven else []
            blocks += said or gap
        return Part(frame, "answered", tuple(blocks), (name,), topics_of(attribute, knowledge))
    return None


ROUNDED = 500.0  # "20k" says $20,250 in thousands


def _of_period(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "X for the whole degree?": a figure that stands in the guides for another period."""
    said = {amount.value for amount in find_amounts(frame.text) if amount.unit == "money"}
    price, period = price_attribute(knowledge), frame.narrowing.period
    if not (said and price and period) or frame.act == "calculate":
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
    if order.lowest and unit_of(order.attribute, knowledge) == "rank":
        return _first_or_not(fact, top, name, card)
    if fact.cell.value == first.cell.value:
        text = f"{name.name} has the {end} {label} in {card.tag}: {value_phrase(fact.cell)}."
        return DraftNote("premise", Claim(text, (fact.source,)))
    rank_words = f"{name.name} has {value_phrase(fact.cell)}"
    text = f"{name.name} does not have the {end} {label} in {card.tag}: {rank_words}, {listing.name.name} {value_phrase(first.cell)}."
    if place == of - 1:
        text = text[:-1] + f"; {name.name} has the {'highest' if order.lowest else 'lowest'} there."
    return DraftNote("premise", Claim(text, (fact.source, first.source)))


def _first_or_not(fact: Fact, top: tuple[Listing, Fact], name: Name, card: GuideCard) -> Block:
    """Whether somebody is the first of a guide's own ranking."""
    listing, first = top
    if fact.cell.value == first.cell.value:
        return DraftNote(
            "premise", Claim(f"{name.name} comes first in {card.tag}: rank {fact.cell.text}.", (fact.source,))
        )
    text = f"{name.name} does not come first in {card.tag}: rank {fact.cell.text}; {listing.name.name} does."
    return DraftNote("premise", Claim(text, (fact.source, first.source)))


def _guides_differ(facts: Sequence[Fact], wish: Wish) -> bool:
    """Whether one guide says what is claimed and another that it is not so."""
    verdicts = {fact.guide: wish_met([f for f in facts if f.guide == fact.guide], wish) for fact in facts}
    return {True, False} <= set(verdicts.values())


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
            elif _guides_differ(facts, wish):
                blocks += say_facts(name, wish.attribute, facts, knowledge, guides)
    if not blocks:
        return None
    others = [a for a in frame.attributes if a not in {wish.attribute for wish in frame.wishes}]
    for name in frame.subjects:
        for attribute in others:
            facts = look_up(name, attribute, frame, knowledge)
            blocks += say_facts(name, attribute, facts, knowledge, guides) if facts else []
    return Part(frame, "answered", tuple(blocks), frame.subjects)

"""Claims that a question takes for granted, held against the cells and corrected first where they do not hold."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.look_ups import say_facts, say_unknown
from advisor.draft import Block, Claim, DraftNote
from advisor.facts import look_up, wish_met
from advisor.frame import Frame, Order, Wish
from advisor.knowledge import Fact, Knowledge, Listing, price_attribute
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, lower_first, topic_of, topics_of, value_phrase
from advisor.sets import Sifting, rank, sift
from advisor.understanding.amounts import find_amounts
from advisor.understanding.wishing import measured
from index import Condition

TAKEN = re.compile(
    r"\b(?:since|because|given that|now that|if)\b|\b(?:right|correct|true)\s*\?|\bisn'?t it\b|\bso (?:what|why|how|when)\b",
    re.I,
)
ALL = re.compile(
    r"\b(?:all|every|everyone|everybody|each|always|none|no one|nobody|no(?= (?:program|school|universit|college|one))|most)\b",
    re.I,
)
Guides = Mapping[str, GuideCard]


def answer_premise(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The correction of a claim that does not hold, or None where the part claims nothing that can be held."""
    taken = frame.taken or bool(TAKEN.search(frame.text))
    if taken and not (frame.wishes or frame.subjects) and ALL.search(frame.text):
        frame = _usual(frame, knowledge)
    if frame.wishes and not frame.subjects and ALL.search(frame.text) and taken:
        return _of_all(frame, knowledge, guides)
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
    r"\b(?:puts?|ranks?|rated?|comes?|is|lists?|places?|has)\b.*\b(?:first|number one|on top|at the top)\b|#1", re.I
)


def _ranked(frame: Frame, knowledge: Knowledge) -> Frame:
    """ "X is first, right?": a place in the guides' own ranking."""
    entries = knowledge.vocabulary.attributes
    rank_of = next((name for name, entry in entries.items() if entry.unit == "rank"), None)
    return replace(frame, order=Order(rank_of, lowest=True)) if rank_of else frame


def _usual(frame: Frame, knowledge: Knowledge) -> Frame:
    """ "Everyone wants the GRE": the value that most schools have of the choice that is spoken of."""
    for attribute in frame.attributes:
        values = Counter(c for x in knowledge.listings for f in x.of(attribute) for c in f.cell.choices)
        if len(values) > 1:
            value = values.most_common(1)[0][0]
            wish = Wish((Condition(attribute, "is", value),), f"{label_of(attribute, knowledge)}: {value}")
            return replace(frame, wishes=(wish,))
    return frame


SAYS = re.compile(
    r"\b(?:heard?|read|thought|told|said|says?|saw|since|because|given|if|right|correct|true)\b|\b(?:is|are|does|do)n'?t\b|"
    r"\b(?:is|costs?|takes?|needs?|charges?|at) (?:only |just |about |around |like )*\$?\d",
    re.I,
)
MINE = re.compile(
    r"\b(?:my (?:budget|salary|income|savings|pay|max\w*)|i have|i've|i earn|i make|i get|i got|we have|afford|loans?|scholarship|aid|half|times)\b",
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
CLAIMED = {"money", "credit", "month", "year"}


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
    siftings = _of_those(frame, knowledge)
    quantity = ALL.search(frame.text)
    if not siftings or quantity is None or all(_holds(quantity.group().lower(), s) for s in siftings):
        return None
    claims = tuple(_how_many(s, frame.wishes[-1], knowledge, guides) for s in siftings[:2])
    none = quantity.group().lower() in NONE
    lead = Claim("That is not so: some do." if none else "That does not hold for all of them.", kind="plain")
    blocks: list[Block] = [DraftNote("premise", claim) for claim in (lead, *claims)]
    return Part(
        frame,
        "answered",
        tuple(blocks),
        (),
        frozenset(t for w in frame.wishes if (t := topic_of(w.attribute, knowledge))),
    )


def _of_those(frame: Frame, knowledge: Knowledge) -> list[Sifting]:
    """What is claimed last, among those that meet what is said before it: "all online ones are asynchronous"."""
    *before, claimed = frame.wishes
    meant = [listing for s in sift(frame, before, knowledge) for listing in s.matching] if before else None
    siftings = []
    for s in sift(frame, [claimed], knowledge):
        matching, failing = ([x for x in xs if meant is None or x in meant] for xs in (s.matching, s.failing))
        if matching or failing:
            siftings.append(replace(s, matching=tuple(matching), failing=tuple(failing)))
    return siftings


def _holds(quantity: str, sifting: Sifting) -> bool:
    """Whether one guide bears out "all", "most" or "none"."""
    if quantity in NONE:
        return not sifting.matching
    return len(sifting.matching) > sifting.considered / 2 if quantity == "most" else not sifting.failing


NONE = {"none", "no", "no one", "nobody", "never"}


def _how_many(sifting: Sifting, wish: Wish, knowledge: Knowledge, guides: Guides) -> Claim:
    facts = [next(iter(x.of(wish.attribute)), None) for x in (*sifting.matching, *sifting.failing)]
    of = f"{len(sifting.matching)} of {sifting.considered}"
    sources = tuple(dict.fromkeys(f.source for f in facts if f))[:12]
    if any(condition.operator != "is" for condition in wish.conditions):
        text = f"In {guides[sifting.guide].tag}, {of} programs have {wish.said.replace(' your ', ' ')}."
        return Claim(text, sources, "counted", of)
    value = " or ".join(str(c.value) for c in wish.conditions)
    others = Counter(str(f.cell.text) for x in sifting.failing for f in x.of(wish.attribute) if f.cell.known)
    other = min(others, key=lambda text: (-others[text], len(text)), default="")
    text = (
        f'In {guides[sifting.guide].tag}, the {label_of(wish.attribute, knowledge)} is "{value}" for '
        f'{of} programs; for others it is "{lower_first(other)}".'
    )
    return Claim(text, sources, "counted", of)


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

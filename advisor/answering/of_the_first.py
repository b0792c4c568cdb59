"""Arithmetic over the ends of an order: a statistic of the first few, and how far apart both ends are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from advisor.answering.averages import statistics
from advisor.answering.row_doubts import doubts
from advisor.answering.sum_of_first import answer_sum_of_first
from advisor.arithmetic.differences import differences, sets_apart
from advisor.arithmetic.statistics_asked import asked_statistic
from advisor.draft import Block, Claim, Paragraph
from advisor.frame import Frame, Order
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed, topics_of
from advisor.sets import rank, sift
from advisor.words import phrase

Guides = Mapping[str, GuideCard]
APART = re.compile(r"\b(?:spread|apart|range)\b", re.I)
MOST_GUIDES = 3
MOST_DOUBTS = 1


def answer_of_first(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "The average of the five cheapest", "the gap between the cheapest and the dearest"; None where neither is asked."""
    if frame.order is None or frame.subjects:
        return None
    return (
        _between_ends(frame, frame.order, knowledge, guides)
        or answer_sum_of_first(frame, frame.order, knowledge, guides)
        or _of_few(frame, frame.order, knowledge, guides)
    )


def _of_few(frame: Frame, order: Order, knowledge: Knowledge, guides: Guides) -> Part | None:
    if not frame.limit or frame.limit < FEWEST:
        return None
    blocks: list[Block] = []
    attribute = order.attribute
    for guide, names in _firsts(frame, order, frame.limit, knowledge):
        inside = replace(frame, subjects=names, order=None, limit=None, wishes=())
        inside = replace(inside, narrowing=replace(frame.narrowing, guides=(guide,)))
        asked = asked_statistic(inside, knowledge)
        found = statistics(replace(asked, own=None), knowledge, guides) if asked else []
        if asked and found:
            attribute = asked.attribute
            blocks += _naming(found, names, guide, asked.attribute, knowledge)
    return Part(frame, "answered", tuple(blocks), (), topics_of(attribute, knowledge)) if blocks else None


def _naming(
    found: Sequence[Block], names: Sequence[Name], guide: str, attribute: str, knowledge: Knowledge
) -> list[Block]:
    """The statistic with whom it is of; who has no value is named instead of counted."""
    without = [n for n in names if not any(f.guide == guide and f.cell.known for f in knowledge.facts(n, attribute))]
    said = [f"These are {listed([name.name for name in names if name not in without])}."]
    said += [f"Left out, because the value is not given: {listed([name.name for name in without])}."] if without else []
    kept = [Paragraph(block.claims[:1]) if without and isinstance(block, Paragraph) else block for block in found]
    return [*kept, Paragraph(tuple(Claim(text, kind="plain") for text in said))]


FEWEST = 2


def _firsts(frame: Frame, order: Order, most: int, knowledge: Knowledge) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """The first few of each guide that has so many."""
    for sifting in sift(frame, frame.wishes, knowledge)[:MOST_GUIDES]:
        ranked = rank(sifting.matching, order, frame.narrowing, knowledge, frame.wishes)
        names = tuple(dict.fromkeys(listing.name for listing, _ in ranked.entries))[:most] if ranked else ()
        if len(names) == most:
            yield sifting.guide, names


def _between_ends(frame: Frame, order: Order, knowledge: Knowledge, guides: Guides) -> Part | None:
    """How much more the highest is than the lowest, in each guide by itself."""
    said = f" {phrase(frame.text)} "
    ends = {end for form, (a, end) in knowledge.lexicon.orders.items() if f" {form} " in said and a[:1] != "*"}
    ends |= {end for form, (a, end) in knowledge.lexicon.orders.items() if f" {form} " in said and a in PLAIN}
    if len(ends) != 2 or not (APART.search(frame.text) or sets_apart(frame.text)):
        return None
    claims: list[Claim] = []
    doubted: list[Block] = []
    for sifting in sift(frame, frame.wishes, knowledge)[:MOST_GUIDES]:
        ranked = rank(sifting.matching, replace(order, lowest=True), frame.narrowing, knowledge, frame.wishes)
        if ranked is None or len(ranked.entries) < FEWEST:
            continue
        names = (ranked.entries[0][0].name, ranked.entries[-1][0].name)
        narrowing = replace(frame.narrowing, guides=(sifting.guide,), period=ranked.period)
        two = replace(frame, subjects=names, order=None, narrowing=narrowing)
        claims += differences(two, order.attribute, knowledge, guides)[0][:1]
        doubted += [
            note
            for listing, fact in (ranked.entries[0], ranked.entries[-1])
            for note in doubts(listing.name, label_of(order.attribute, knowledge), [fact], knowledge)
        ]
    if not claims:
        return None
    blocks = (Paragraph(tuple(claims)), *dict.fromkeys(doubted[:MOST_DOUBTS]))
    return Part(frame, "answered", blocks, (), topics_of(order.attribute, knowledge))


PLAIN = {"*least", "*most"}  # superlatives of no attribute of their own

"""Arithmetic on cells put into words: a check, a statistic, a difference or a sum over a price, whichever is asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering.added import answer_added
from advisor.answering.averages import statistics
from advisor.answering.comparisons import answer_compare
from advisor.answering.look_ups import say_unknown
from advisor.answering.prices import answer_prices
from advisor.arithmetic.adding_up import checks, said_of
from advisor.arithmetic.differences import MORE, differences, sets_apart
from advisor.arithmetic.price_words import read_told
from advisor.arithmetic.sides import versions_of
from advisor.arithmetic.statistics_asked import NUMERIC, asked_statistic
from advisor.arithmetic.working import count, of_cell
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.facts import look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed, topics_of
from advisor.tables import Fact

Guides = Mapping[str, GuideCard]
ELSEWHERE = {"small_talk", "about", "out_of_scope", "recommend", "eligibility"}
CHECK = re.compile(
    r"\b(?:adds? up|check (?:that|the|this) (?:sum|math|total)|(?:do|does|did|is|show|check)\b.{0,12}\b(?:the|that|its) "
    r"(?:maths?|arithmetic|sum)|credits times|times (?:the )?(?:rate|credits)|match(?:es)? (?:the|its) credits)\b",
    re.I,
)
MONEY = re.compile(r"\b(?:prices?|costs?|tuitions?|fees?|dollars?|money|total)\b|\$", re.I)
MOST_CHECKS = 4
RESIDENCY = re.compile(r"\b(?:in|out[- ]?of)[- ]?state\b|\bresidents?\b", re.I)


def answer_computed(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The arithmetic that a part asks of cells; None where it asks for none, or nothing is known to work with."""
    if frame.act in ELSEWHERE:
        return None
    if frame.tie:
        return _for_each(frame, knowledge, guides)
    return (
        _check(frame, knowledge, guides)
        or answer_added(frame, _numeric(frame, knowledge), knowledge, guides)
        or (_difference(frame, knowledge, guides) if len(frame.subjects) > 1 else None)
        or _statistic(frame, knowledge, guides)
        or _difference(frame, knowledge, guides)
        or answer_prices(frame, knowledge, guides)
        or _by_month(frame, knowledge, guides)
    )


def _for_each(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """A sum with a name that fits several: once with each of them, none chosen silently."""
    sides = [name for name in frame.subjects if name not in frame.tie]
    asked = [replace(frame, subjects=(name, *sides), tie=()) for name in frame.tie]
    told = [part for each in asked if (part := answer_computed(each, knowledge, guides))]
    if not told:
        return None
    return replace(told[0], frame=frame, blocks=tuple(block for part in told for block in part.blocks))


def _by_month(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """What a year's pay comes to in a month, where no guide gives it by the month."""
    if frame.narrowing.period != "month":
        return None
    yearly = replace(frame, narrowing=replace(frame.narrowing, period="year"))
    claims: list[Claim] = []
    price = price_attribute(knowledge)
    asked = [(name, attribute) for name in frame.subjects for attribute in frame.attributes if attribute != price]
    for name, attribute in asked:
        if not look_up(name, attribute, frame, knowledge):
            facts = [f for f in look_up(name, attribute, yearly, knowledge) if f.cell.period == "year" and f.cell.value]
            claims += [_twelfth(name.name, label_of(attribute, knowledge), fact, guides) for fact in facts]
    return _part(frame, claims[:MOST_CHECKS], [], asked[0][1], knowledge) if claims else None


def _twelfth(name: str, label: str, fact: Fact, guides: Guides) -> Claim:
    ends = [end for end in (fact.cell.value, fact.cell.high) if end is not None]
    parts = [of_cell(fact.cell, end).over(count(12.0, "month")) for end in ends]
    shown, worked = " to ".join(part.result for part in parts), " and ".join(part.words for part in parts)
    text = f"{name}: {label} {shown} a month, {worked} ({guides[fact.guide].tag})."
    return Claim(text, (fact.source,), "computed", "; ".join(part.formula for part in parts))


def _check(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """Whether the listed totals of the named subjects are their credits times their price."""
    if not CHECK.search(frame.text):
        return None
    found = [
        (check, name)
        for name in frame.subjects
        for check in checks([fact for one in knowledge.listings if one.name == name for fact in one.facts])
        if check.total.guide in (frame.narrowing.guides or guides)
        and frame.narrowing.residency in {None, check.total.cell.residency}
    ]
    found.sort(key=lambda one: (-one[0].doubtful, -abs(one[0].gap)))
    claims = [said_of(check, name.name, guides[check.total.guide].tag) for check, name in found[:MOST_CHECKS]]
    return _part(frame, claims, [], price_attribute(knowledge), knowledge) if claims else None


def _statistic(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """An average, a median, a sum or a range over a set."""
    asked = asked_statistic(frame, knowledge)
    blocks = statistics(asked, knowledge, guides) if asked else []
    if asked is None or not blocks:
        return None
    lacking = [name for name in frame.subjects if name not in asked.frame.subjects]
    if asked.frame.subjects and lacking:
        names = [name.name for name in asked.frame.subjects]
        shown = [Paragraph(block.claims[:1]) if isinstance(block, Paragraph) else block for block in blocks]
        of = Paragraph((Claim(f"That is of {listed(names)}.", kind="plain"),))
        gaps = [
            b for name in lacking for b in say_unknown(name, [asked.attribute], frame, knowledge, guides, near=False)
        ]
        topics = topics_of(asked.attribute, knowledge)
        return Part(frame, "partly_answered", (*shown, of, *gaps), asked.frame.subjects, topics)
    return Part(frame, "answered", tuple(blocks), asked.frame.subjects, topics_of(asked.attribute, knowledge))


def _difference(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """How much more the one is than the other, for every numeric attribute that is asked."""
    alone = len(frame.subjects) == 1
    if alone and read_told(frame.text).changes:
        return None  # "the in-state total minus 5000"
    if not sets_apart(frame.text):
        return None
    if alone and not (RESIDENCY.search(frame.text) or versions_of(frame.wishes)):
        return None
    asked = replace(frame, narrowing=replace(frame.narrowing, residency=None)) if alone else frame
    for attributes in (_numeric(frame, knowledge), _in_place_of_pay(frame, knowledge)):
        claims: list[Claim] = []
        gaps: list[Block] = []
        for attribute in attributes:
            said, missing = differences(asked, attribute, knowledge, guides)
            claims += said
            lacking = [name for name in frame.subjects if name.name in missing]
            gaps += [block for name in lacking for block in say_unknown(name, [attribute], frame, knowledge, guides)]
        if claims:
            part = _part(frame, claims, gaps, attributes[0], knowledge)
            return _with_the_rest(part, attributes, knowledge, guides)
    return None


def _with_the_rest(part: Part, told: Sequence[str], knowledge: Knowledge, guides: Guides) -> Part:
    """A difference beside what is asked and is no number: "how do X and Y differ in price and tests"."""
    rest = tuple(a for a in part.frame.attributes if a not in told and knowledge.kinds_of.get(a))
    if not rest or len(part.frame.subjects) < 2 or told[0] not in part.frame.attributes:
        return part
    beside = answer_compare(replace(part.frame, attributes=rest, act="compare"), knowledge, guides)
    gaps = {part.status, beside.status} != {"answered"}
    return replace(part, status="partly_answered" if gaps else "answered", blocks=(*part.blocks, *beside.blocks))


def _in_place_of_pay(frame: Frame, knowledge: Knowledge) -> list[str]:
    """The price, where "pay" was taken for what people earn."""
    price = price_attribute(knowledge)
    entries = knowledge.vocabulary.attributes
    money = any(name in entries and entries[name].unit == "money" for name in frame.attributes)
    return [price] if price and money and price not in frame.attributes else []


def _numeric(frame: Frame, knowledge: Knowledge) -> list[str]:
    """The numeric attributes that are asked; the price where none is named or only money is talked of."""
    entries = knowledge.vocabulary.attributes
    price = price_attribute(knowledge)
    wished = {wish.attribute for wish in frame.wishes}
    named = [name for name in frame.attributes if name not in wished]
    numeric = [name for name in named if (entries[name].unit if name in entries else "number") in NUMERIC]
    of_price = not named and (MORE.search(frame.text) or MONEY.search(frame.text) or RESIDENCY.search(frame.text))
    return numeric or ([price] if price and of_price else [])


def _part(frame: Frame, claims: list[Claim], gaps: list[Block], attribute: str | None, knowledge: Knowledge) -> Part:
    """One or two sentences as they are, more as a list; then what is not known."""
    label = label_of(attribute, knowledge) if attribute else ""
    lead = Claim(f"Worked out from each {label} figure that the guides list:", kind="plain")
    block = Paragraph(tuple(claims)) if len(claims) < 3 else Bullets(lead, tuple(claims))
    topics = topics_of(attribute, knowledge)
    return Part(frame, "partly_answered" if gaps else "answered", (block, *gaps), frame.subjects, topics)

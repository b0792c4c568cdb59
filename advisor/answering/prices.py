"""Sums over a price put into words: per subject and guide one sentence with its working, then what is not known."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from advisor.answering.look_ups import say_facts, say_unknown
from advisor.arithmetic.credit_sums import Summed, credit_sums, in_total, per_credit
from advisor.arithmetic.paying_back import ASKS
from advisor.arithmetic.price_cells import length_attribute, place, prices
from advisor.arithmetic.price_sums import as_share, changed, paid_back, paid_from
from advisor.arithmetic.price_words import read_told
from advisor.arithmetic.told import Told
from advisor.draft import Block, Bullets, Claim, DraftNote, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, sentence, topics_of
from advisor.tables import Fact
from advisor.understanding.asked import unit_of
from advisor.understanding.subjects import kinds
from advisor.words import stem, words

Guides = Mapping[str, GuideCard]
Summing = Callable[[Name, Told, Frame, Knowledge], list[Summed]]
PRICE = re.compile(
    r"\b(?:prices?|priced|costs?|costing|tuitions?|pay(?:s|ing)?|fees?|dollars?|expensive|cheap\w*|how much|bill)\b|\$",
    re.I,
)
CREDITS_AT = re.compile(r"\bcredits?(?: hours?)?\s(?:at|of|from|in)\b", re.I)
EACH_CREDIT = re.compile(
    r"\b(?:what|how much|that|it|comes? to|works? out)\b[^,;.?\d]{0,20}\b(?:per|a|each) (?:credit|unit)", re.I
)
MOST_LINES = 4
WORKED_OUT = "Worked out from each price that the guides list:"


def answer_prices(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """What the named subjects come to under the sum that a part asks for; None where it asks for none."""
    price = price_attribute(knowledge)
    if price is None or not frame.subjects:
        return None
    pays = _pays(frame, price, knowledge)
    priced = tuple(name for name in frame.subjects if name.kind in kinds(price, knowledge))
    frame = replace(frame, subjects=priced or frame.subjects)  # whose pay is told has no price of its own
    told = read_told(frame.text)
    summing = None if told.strange else _asked(frame, told, price, knowledge)
    if summing is None and pays and not told.gains and ASKS.search(frame.text):
        summing = partial(_from_pay, pays)
    if summing is None:
        return _uncounted(frame, told, price, knowledge, guides)
    found = {name: summing(name, told, frame, knowledge) for name in frame.subjects}
    summed = [one for sums in found.values() for one in sums]
    if not summed:
        return None
    gaps = [
        block for name, sums in found.items() if not sums for block in _other(name, price, frame, knowledge, guides)
    ]
    remarks = dict.fromkeys(one.remark for one in summed if one.remark)
    notes = [DraftNote("assumption", Claim(sentence(remark), (), "given")) for remark in remarks]
    lines = _lines(summed, guides)
    blocks = (*_lower(frame, found, guides), lines, *gaps, *notes)
    lacking = any(not sums and not _has(name, frame, knowledge) for name, sums in found.items())
    topics = topics_of(price, knowledge)
    return Part(frame, "partly_answered" if lacking else "answered", blocks, frame.subjects, topics)


def _pays(frame: Frame, price: str, knowledge: Knowledge) -> list[Fact]:
    """What the named subjects that have no price earn in a year."""
    earners = [name for name in frame.subjects if name.kind not in kinds(price, knowledge)]
    facts = [Fact(row, cell) for name in earners for row in knowledge.rows.get(name, ()) for cell in row.cells[1:]]
    return [f for f in facts if f.cell.unit == "money" and f.cell.period == "year" and f.cell.value]


def _from_pay(pays: Sequence[Fact], name: Name, _: Told, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    return paid_from(pays, name, frame, knowledge)


def _asked(frame: Frame, told: Told, price: str, knowledge: Knowledge) -> Summing | None:
    """The sum that a part asks for."""
    if told.gains:
        return paid_back if ASKS.search(frame.text) else None
    if told.whole:
        return as_share
    if _beside_prices(frame, told, price, knowledge):
        return None
    of_price = price in frame.attributes or PRICE.search(frame.text) is not None
    if told.credits and frame.narrowing.period == "credit" and EACH_CREDIT.search(frame.text):
        return _derived(frame, of_price=True)
    if told.credits or told.in_course or told.waived:
        at = frame.narrowing.residency or CREDITS_AT.search(frame.text) or (told.courses and told.in_course)
        return credit_sums if of_price or at else None
    if told.courses or told.each == "course":
        return None  # nobody says how many credits a course has
    if told.changes or told.split:
        return changed
    if "year" in told.lengths and of_price:
        return changed
    return _derived(frame, of_price)


def _uncounted(frame: Frame, told: Told, price: str, knowledge: Knowledge, guides: Guides) -> Part | None:
    """Courses whose credits nobody says: the price of a credit, and what is missing."""
    rates = [rate for name in frame.subjects for rate in prices(name, "credit", frame, knowledge)]
    courses = told.courses or told.each == "course"
    if told.strange or not (courses and rates and PRICE.search(frame.text)):
        return None
    blocks: list[Block] = []
    for name in dict.fromkeys(rate.name for rate in rates):
        facts = [rate.fact for rate in rates if rate.name == name]
        blocks += say_facts(name, price, facts, knowledge, guides)
    text = "The guides do not say how many credits a course has there; tell me, and I will work it out."
    ask = Claim(text, kind="plain")
    topics = topics_of(price, knowledge)
    return Part(frame, "partly_answered", (*blocks, Paragraph((ask,))), frame.subjects, topics)


def _beside_prices(frame: Frame, told: Told, price: str, knowledge: Knowledge) -> bool:
    """Whether a part asks for something that is no price, beside what its own figures made it seem to ask for."""
    known = {price, *(wish.attribute for wish in frame.wishes), length_attribute(knowledge) if told.lengths else None}
    share = any(figure and figure.unit == "percent" for figure in (told.part, told.off))
    meant = {"percent"} if share else set()
    meant |= {"money"} if told.changes or told.split else set()
    asked = set(frame.attributes) - known
    return any(unit_of(name, knowledge) not in meant and not _of_credits(name, knowledge) for name in asked)


def _of_credits(attribute: str, knowledge: Knowledge) -> bool:
    return "credit" in map(stem, words(label_of(attribute, knowledge)))


def _derived(frame: Frame, of_price: bool) -> Summing | None:
    """The price in a period that a subject has no cell for."""
    period = frame.narrowing.period
    ways: dict[str | None, Callable[[Name, Frame, Knowledge], list[Summed]]] = {"credit": per_credit, "total": in_total}
    way = ways.get(period)
    if way is None or period is None or not of_price:
        return None
    return lambda name, _, asked, known: [] if prices(name, period, asked, known) else way(name, asked, known)


def _has(name: Name, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether the price that was asked for stands in a cell."""
    return frame.narrowing.period is not None and bool(prices(name, frame.narrowing.period, frame, knowledge))


def _other(name: Name, price: str, frame: Frame, knowledge: Knowledge, guides: Guides) -> list[Block]:
    """What is said of a subject that has no sum: its cell, or that there is none."""
    if frame.narrowing.period and (listed := prices(name, frame.narrowing.period, frame, knowledge)):
        return say_facts(name, price, [one.fact for one in listed], knowledge, guides)
    return say_unknown(name, [price], frame, knowledge, guides)


def _lines(summed: Sequence[Summed], guides: Guides) -> Block:
    """A sentence for every sum; more than two are a list."""
    claims = {claim.text: claim for one in summed if (claim := _line(one, summed, guides))}
    lines = tuple(claims.values())[:MOST_LINES]
    return Paragraph(lines) if len(lines) < 3 else Bullets(Claim(WORKED_OUT, kind="plain"), lines)


def _lower(frame: Frame, found: Mapping[Name, Sequence[Summed]], guides: Guides) -> list[Block]:
    """Who comes out lowest of those that are compared, in the first guide that has one sum for each."""
    if frame.act != "compare" or len(found) < 2:
        return []
    for guide in guides:
        mine = {name: [one for one in sums if one.price.fact.guide == guide] for name, sums in found.items()}
        if all(len(sums) == 1 for sums in mine.values()):
            first, second, *_ = sorted((sums[0] for sums in mine.values()), key=lambda one: one.working.value)
            if first.working.value == second.working.value:
                return []
            lower = "lower" if len(found) == 2 else "lowest"
            said = f"{first.price.name.name} comes out {lower} ({guides[guide].tag})."
            return [
                Paragraph((Claim(said, tuple(dict.fromkeys(s for sums in mine.values() for s in sums[0].sources))),))
            ]
    return []


def _line(one: Summed, among: Sequence[Summed], guides: Guides) -> Claim:
    """One sum with its working and its guide."""
    residency = one.price.fact.cell.residency
    tail = f" {one.tail}" if one.tail else ""
    whom = f" for {residency} students" if residency else ""
    mine = [other.price for other in among if other.price.name == one.price.name]
    result = f"{one.head} {one.working.result}{tail}"
    if one.working.value < 0:
        result = f"{one.head.removesuffix(' comes to')} leaves nothing to pay"
    text = f"{result}{whom}: {one.working.words} ({place(one.price, mine, guides)})."
    return Claim(text, one.sources, "computed", one.working.formula)

"""Claims about all programs ("every one takes two years"), counted guide by guide where they do not hold."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from advisor.draft import Block, Claim, DraftNote
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard, label_of, lower_first, topic_of, value_phrase
from advisor.sets import Sifting, sift
from advisor.understanding.amounts import find_amounts, in_digits
from advisor.understanding.remarks import SELF
from advisor.understanding.wishing import measured
from advisor.words import phrase
from index import Condition, Operator, Period

Guides = Mapping[str, GuideCard]
ALL = re.compile(
    r"\b(?:all(?! in\b)|every|everyone|everybody|each|always|none|no one|nobody|no(?= (?:program|school|universit|college|one))|(?<!at )most)\b",
    re.I,
)
MINE = re.compile(
    r"\b(?:my (?:budget|salary|income|savings|pay|max\w*)|i have|i've|i earn|i make|i get|i got|we have|afford|loans?|scholarship|aid|half|times)\b",
    re.I,
)


CLAIMED = {"money", "credit", "month", "year"}


def answer_of_all(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "Since all of them want it": how many do, guide by guide; None where nothing is claimed of all, or it holds."""
    if not ALL.search(frame.text) or _compares(frame.text, knowledge):
        return None
    if not frame.wishes:
        frame = _figured(frame, knowledge) or _usual(frame, knowledge)
    if not frame.wishes:
        return None
    siftings = of_those(frame, knowledge)
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


def of_those(frame: Frame, knowledge: Knowledge) -> list[Sifting]:
    """What is claimed last, among those that meet what is said before it: "all online ones are asynchronous".

    A guide that says so of nobody, where another tells some from others, does not tell it at all.
    """
    *before, claimed = frame.wishes
    meant = [listing for s in sift(frame, before, knowledge) for listing in s.matching] if before else None
    siftings = []
    sifted = sift(frame, [claimed], knowledge)
    for s in [telling for telling in sifted if telling.matching] or sifted:
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
    """How many of a guide's programs have what is claimed, and what most others have."""
    facts = [next(iter(x.of(wish.attribute)), None) for x in (*sifting.matching, *sifting.failing)]
    others = [f for x in sifting.failing for f in x.of(wish.attribute) if f.cell.known]
    counts = Counter(str(f.cell.text) for f in others)
    other = min(others, key=lambda f: (-counts[f.cell.text], len(f.cell.text)), default=None)
    of = f"{len(sifting.matching)} of {sifting.considered}"
    sources = tuple(dict.fromkeys(f.source for f in (other, *facts) if f))[:12]
    if any(condition.operator != "is" for condition in wish.conditions):
        rest = f"; others have, for example, {value_phrase(other.cell)}" if wish.together and other else ""
        text = f"In {guides[sifting.guide].tag}, {of} programs have {wish.said.replace(' your ', ' ')}{rest}."
        return Claim(text, sources, "counted", of)
    value = " or ".join(f"{c.value:g}" if isinstance(c.value, float) else str(c.value) for c in wish.conditions)
    rest = f'; for others it is "{lower_first(other.cell.text)}"' if other else ""
    text = f'In {guides[sifting.guide].tag}, the {label_of(wish.attribute, knowledge)} is "{value}" for {of} programs{rest}.'
    return Claim(text, sources, "counted", of)


def _compares(text: str, knowledge: Knowledge) -> bool:
    """Whether a claim sets one against another ("online is always cheaper"), which no count of one kind can hold."""
    said = f" {phrase(ALL.sub(' ', text))} "
    entries = knowledge.vocabulary.attributes.values()
    return any(f" {phrase(word)} " in said for entry in entries for word in (*entry.least, *entry.most))


def _figured(frame: Frame, knowledge: Knowledge) -> Frame | None:
    """ "They all take two years": the one figure that is claimed of all of them."""
    for amount in [] if MINE.search(frame.text) or SELF.search(frame.text) else find_amounts(in_digits(frame.text)):
        attribute = measured(amount, frame.attributes, knowledge) if amount.unit in {*CLAIMED, "gpa"} else None
        if attribute is None or amount.bound or amount.budget:
            continue
        value = amount.value * 12 if amount.unit == "year" else amount.value
        period: Period | None = (frame.narrowing.period or "total") if amount.unit == "money" else None
        ends = tuple(Condition(attribute, end, value, period=period) for end in EXACTLY)
        label = label_of(attribute, knowledge)
        said = amount.text if label in amount.text else f"the {label} {amount.text.removesuffix(' gpa')}"
        return replace(frame, kind=frame.kind or knowledge.main_kind, wishes=(Wish(ends, said, together=True),))
    return None


EXACTLY: tuple[Operator, Operator] = ("at_least", "at_most")


def _usual(frame: Frame, knowledge: Knowledge) -> Frame:
    """ "Everyone wants the GRE": the value that most schools have of the choice that is spoken of."""
    for attribute in frame.attributes:
        values = Counter(c for x in knowledge.listings for f in x.of(attribute) for c in f.cell.choices)
        if len(values) > 1:
            value = values.most_common(1)[0][0]
            wish = Wish((Condition(attribute, "is", value),), f"{label_of(attribute, knowledge)}: {value}")
            return replace(frame, wishes=(wish,))
    return frame

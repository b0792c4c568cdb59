"""What the named subjects come to together: one value of each, added up with its working."""

import re
from collections.abc import Mapping, Sequence

from advisor.arithmetic.sides import residencies_of
from advisor.arithmetic.working import of_cell, total
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.facts import PERIOD_ORDER, differ, distinct, look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, listed, topics_of, value_phrase
from advisor.tables import Fact
from index import Residency

Guides = Mapping[str, GuideCard]
TOGETHER = re.compile(
    r"\b(?:together|combined|sum|summed|add(?:ed)?(?: up| them)?)\b|(?:\bboth\b|\bplus\b|\+).*\b(?:in total|altogether|total)\b",
    re.I,
)
BESIDE = re.compile(r"\b(?:live|living|work|study|apply|go) together\b|\bput together\b", re.I)
MOST = 4  # more are a set, and its sum a statistic
ADDED = {"money", "number"}


def answer_added(frame: Frame, attributes: Sequence[str], knowledge: Knowledge, guides: Guides) -> Part | None:
    """ "X and Y together": a sum from each guide that has all of them, else one over several guides; None if not asked."""
    asked = TOGETHER.search(BESIDE.sub(" ", frame.text)) and 1 < len(frame.subjects) <= MOST
    if not asked or frame.strangers:
        return None
    claims = [claim for attribute in attributes for claim in _sums(attribute, frame, knowledge, guides)]
    if not claims:
        return None
    lead = Claim("Added up for each guide:", kind="plain")
    block: Block = Paragraph(tuple(claims)) if len(claims) <= FEW else Bullets(lead, tuple(claims))
    others = [claim for attribute in attributes for claim in _elsewhere(attribute, claims, frame, knowledge, guides)]
    blocks = (block, Paragraph(tuple(others))) if others else (block,)
    return Part(frame, "answered", blocks, frame.subjects, topics_of(attributes[0], knowledge))


def _elsewhere(
    attribute: str, claims: Sequence[Claim], frame: Frame, knowledge: Knowledge, guides: Guides
) -> list[Claim]:
    """What other guides give for one of them, where it differs from what was added up."""
    used = {source for claim in claims for source in claim.sources}
    found = []
    for name in frame.subjects:
        facts = _values(name, attribute, frame, knowledge)
        periods = {fact.cell.period for fact in facts if fact.source in used}
        mine = [fact for fact in facts if fact.cell.period in periods]
        told = {fact.guide for fact in mine if fact.source in used}
        others = [group[0] for group in distinct(mine) if group[0].guide not in told] if differ(mine) else []
        if others:
            said = listed([f"{value_phrase(fact.cell)} ({guides[fact.guide].tag})" for fact in others])
            sources = tuple(fact.source for fact in others)
            found.append(Claim(f"Not added up, and different for {name.name}: {said}.", sources))
    return found


FEW = 2


def _sums(attribute: str, frame: Frame, knowledge: Knowledge, guides: Guides) -> list[Claim]:
    given = {name: _values(name, attribute, frame, knowledge) for name in frame.subjects}
    if not all(given.values()):
        return []
    shared = [guide for guide in guides if all(any(f.guide == guide for f in facts) for facts in given.values())]
    wholes = [{n: [f for f in facts if f.guide == guide] for n, facts in given.items()} for guide in shared]
    alike = [whole for whole in wholes if _period(whole) is not None]
    found = [_of_one_period(whole) for whole in alike] or [_of_one_period(given)]
    return [
        _said(chosen, attribute, residency, knowledge, guides)
        for whole in found
        if whole
        for residency, chosen in _by_residency(whole, frame.narrowing.residency, knowledge)
    ]


Values = dict[Name, list[Fact]]


def _values(name: Name, attribute: str, frame: Frame, knowledge: Knowledge) -> list[Fact]:
    facts = look_up(name, attribute, frame, knowledge)
    return [f for f in facts if f.cell.unit in ADDED and f.cell.value is not None and f.cell.high is None]


def _period(whole: Values) -> int | None:
    """The widest period that all of them have a value for, by its place in the order."""
    common = set.intersection(*({PERIOD_ORDER.index(f.cell.period) for f in facts} for facts in whole.values()))
    return min(common, default=None)


def _of_one_period(whole: Values) -> Values | None:
    period = _period(whole)
    if period is None:
        return None
    return {name: [f for f in facts if PERIOD_ORDER.index(f.cell.period) == period] for name, facts in whole.items()}


def _by_residency(
    whole: Values, asked: Residency | None, knowledge: Knowledge
) -> list[tuple[Residency | None, dict[Name, Fact]]]:
    """One value a subject, that of the largest table; for each residency where a price depends on it."""
    depends = residencies_of(fact for facts in whole.values() for fact in facts)
    found = []
    for residency in (asked,) if asked else depends or (None,):
        fitting = {n: [f for f in facts if f.cell.residency in {None, residency}] for n, facts in whole.items()}
        if all(fitting.values()):
            sizes = knowledge.table_sizes
            best = {n: max(facts, key=lambda f: sizes[f.row.guide, f.row.path]) for n, facts in fitting.items()}
            found.append((residency if depends else None, best))
    return found


def _said(
    chosen: Mapping[Name, Fact], attribute: str, residency: Residency | None, knowledge: Knowledge, guides: Guides
) -> Claim:
    facts = list(chosen.values())
    working = total([of_cell(fact.cell) for fact in facts])
    period = PERIOD_WORDS[facts[0].cell.period] if facts[0].cell.period else ""
    unit = f" {label_of(attribute, knowledge)}" if facts[0].cell.unit == "number" else f" {period}".rstrip()
    whom = f" for {residency} students" if residency else ""
    where = listed(dict.fromkeys(guides[fact.guide].tag for fact in facts))
    text = (
        f"{listed([name.name for name in chosen])} together: {working.result}{unit}{whom}, {working.words} ({where})."
    )
    return Claim(text, tuple(dict.fromkeys(fact.source for fact in facts)), "computed", working.formula)

"""Whom a guide names for a field, beside the school that is asked about: "is X fine for finance"."""

import re
from collections.abc import Iterator, Mapping

from advisor.answering.look_ups import say_facts
from advisor.draft import Block, Claim, Paragraph
from advisor.facts import look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed, lower_first, topics_of
from advisor.tables import Fact
from advisor.understanding.amounts import find_amounts
from advisor.words import phrase, words

FOR = re.compile(
    r"\b(?:any )?(?:good|fine|ok(?:ay)?|great|decent|bad|right|suitable|strong|best|choice|place|school|use|fit)\b\W+(?:for|at|in|to)\b(?P<field>.+)"
    r"|^\W*(?:\w+ ){1,3}for (?P<short>(?:\w+ ?){1,2})\W*$",
    re.I,
)
OF_ONESELF = re.compile(r"\W*(?:me|us|him|her|them|my|our|someone|somebody|an?|this|that|it|you)\b", re.I)
LONGEST = 5  # words of a field's name
ROOT = 5  # letters: "finance" and "financial" are one field


def answer_named_for(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """Whom the guides name for the field, and whom the school itself suits; None where no field is spoken of."""
    suited = knowledge.roles["suits"]
    found = FOR.search(frame.text)
    field = (found["field"] or found["short"]) if found else ""
    schools = [name for name in frame.subjects if name.kind == knowledge.main_kind]
    if not field or len(schools) != 1 or frame.attributes not in {(), (suited,)} or frame.strangers or frame.wishes:
        return None
    school = schools[0]
    if OF_ONESELF.match(field) or find_amounts(frame.text) or _names(school, field, knowledge):
        return None
    naming = next((facts for name in _fields(field, knowledge) if (facts := _naming(name, knowledge))), [])
    if not naming:
        return None
    suits = look_up(school, suited, frame, knowledge)[:1]
    said = dict.fromkeys(_named(fact, school, knowledge, guides) for fact in naming)
    blocks: list[Block] = [Paragraph(tuple(said))] if said else []
    blocks += say_facts(school, suited, suits, knowledge, guides)[:1] if suits else []
    return Part(frame, "answered", tuple(blocks), (school,), topics_of(suited, knowledge))


def _fields(text: str, knowledge: Knowledge) -> Iterator[Name]:
    """The subjects, neither schools nor places, that a text names; longer names first."""
    said = phrase(text).split()
    for width in range(LONGEST, 0, -1):
        for at in range(len(said) - width + 1):
            names = knowledge.lexicon.subjects.get(" ".join(said[at : at + width]), ())
            yield from (
                name for name in names if name.kind != knowledge.main_kind and name.kind not in knowledge.places
            )
    roots = {word[:ROOT] for word in said if len(word) >= ROOT and word not in knowledge.stop}
    for name in knowledge.rows:
        own = {word[:ROOT] for word in words(name.name) if len(word) >= ROOT and word not in knowledge.stop}
        if roots and roots <= own and name.kind != knowledge.main_kind and name.kind not in knowledge.places:
            yield name


def _naming(field: Name, knowledge: Knowledge) -> list[Fact]:
    """The cells about a field that name schools."""
    attributes = {
        attribute
        for form in knowledge.forms_of_kind(knowledge.main_kind)
        for attribute in knowledge.holders.get((field.kind, form), ())
    }
    facts = [fact for attribute in sorted(attributes) for fact in knowledge.facts(field, attribute) if fact.cell.known]
    return list({(fact.guide, fact.cell.text): fact for fact in facts}.values())


def _named(fact: Fact, school: Name, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Claim:
    """One cell as a sentence that says whether the school is among those named."""
    named = listed([part.strip() for part in fact.cell.text.split(";")])
    without = "" if _names(school, fact.cell.text, knowledge) else f", not {school.name}"
    label = label_of(fact.cell.attribute, knowledge)
    text = f"In {guides[fact.guide].tag}, {label} for {lower_first(fact.row.subject)}: {named}{without}."
    return Claim(text, (fact.source,))


def _names(school: Name, text: str, knowledge: Knowledge) -> bool:
    """Whether a text names a school in any of its forms."""
    folded = f" {phrase(text)} "
    return any(f" {form} " in folded for form, names in knowledge.lexicon.subjects.items() if school in names)

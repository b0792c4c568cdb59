"""Whom a guide names for a field: "the best school for finance", "is X fine for finance"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from advisor.answering.comparisons import answer_compare
from advisor.answering.look_ups import say_facts
from advisor.draft import Block, Claim, Paragraph
from advisor.facts import look_up
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed, lower_first, topics_of
from advisor.tables import Fact
from advisor.understanding.amounts import find_amounts
from advisor.words import phrase, words

FOR = re.compile(
    r"\b(?:any )?(?:good|better|fine|ok(?:ay)?|great|decent|bad|right|suitable|strong(?:est)?|best|top|choice|place|school|use|fit)\b\W+(?:for|at|in|to)\b(?P<field>.+)"
    r"|^\W*(?:\w+ ){1,3}for (?P<short>(?:\w+ ?){1,2})\W*$",
    re.I,
)
BEHIND = re.compile(r"\W*\b(?:that|which|who|with|without|under|below|but|if|when)\b.*", re.I)  # "… that needs no test"
OF_ONESELF = re.compile(r"\W*(?:me|us|him|her|them|my|our|someone|somebody|an?|this|that|it|you)\b", re.I)
LONGEST = 5  # words of a field's name
ROOT = 5  # letters: "finance" and "financial" are one field


def answer_named_for(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """Whom the guides name for the field, and whom the school itself suits; None where no field is spoken of."""
    suited = knowledge.roles["suits"]
    found = FOR.search(frame.text)
    field = BEHIND.sub("", found["field"] or found["short"]) if found else ""
    schools = [name for name in frame.subjects if name.kind == knowledge.main_kind]
    if field and not schools and frame.kind == knowledge.main_kind and BEST.search(frame.text):
        return _best_for(frame, field, knowledge, guides)
    if not (field and schools) or frame.attributes not in {(), (suited,)} or frame.strangers or frame.wishes:
        return None
    if OF_ONESELF.match(field) or find_amounts(frame.text) or any(_names(s, field, knowledge) for s in schools):
        return None
    said_of = next((facts for name in _fields(field, knowledge) if (facts := naming(name, knowledge))), [])
    if not said_of:
        return None
    suits = {school: own for school in schools if (own := look_up(school, suited, frame, knowledge)[:1])}
    said = dict.fromkeys(_named(fact, schools, knowledge, guides) for fact in said_of)
    blocks: list[Block] = [Paragraph(tuple(said))] if said else []
    for school, own in suits.items():
        blocks += say_facts(school, suited, own, knowledge, guides)[:1]
    return Part(frame, "answered", tuple(blocks), tuple(schools), topics_of(suited, knowledge))


BEST = re.compile(r"\b(?:best|strongest|top|great|ideal)\b", re.I)


def _best_for(frame: Frame, field: str, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """ "The best online one for X": whom the guides name for it, and how these meet what else is wished."""
    if OF_ONESELF.match(field) or frame.strangers or frame.tie:
        return None
    named = next(((name, facts) for name in _fields(field, knowledge) if (facts := naming(name, knowledge))), None)
    if named is None:
        return None
    field_name, facts = named
    said = [
        block
        for attribute in dict.fromkeys(fact.cell.attribute for fact in facts)
        for block in say_facts(
            field_name, attribute, [f for f in facts if f.cell.attribute == attribute], knowledge, guides
        )
    ]
    schools = tuple(dict.fromkeys(school for fact in facts for school in _listed(fact, knowledge)))
    asked = replace(frame, subjects=(field_name,), attributes=(), wishes=(), act="look_up")
    part = Part(asked, "answered", tuple(said), schools)
    wished = tuple(dict.fromkeys(wish.attribute for wish in frame.wishes if not _of_field(wish, field_name)))
    if not wished:
        return part
    held = answer_compare(replace(asked, subjects=schools, attributes=wished, act="compare"), knowledge, guides)
    return replace(part, blocks=(*part.blocks, *held.blocks))


def _listed(fact: Fact, knowledge: Knowledge) -> Iterator[Name]:
    """The schools that a cell lists, in its order."""
    for piece in fact.cell.text.split(";"):
        names = knowledge.lexicon.subjects.get(phrase(piece), ())
        yield from (name for name in names[:1] if name.kind == knowledge.main_kind)


def _of_field(wish: Wish, field: Name) -> bool:
    """Whether a condition only repeats the field: "with computer vision"."""
    return all(condition.value == field.name for condition in wish.conditions)


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


def naming(field: Name, knowledge: Knowledge) -> list[Fact]:
    """The cells about a field that name schools."""
    attributes = {
        attribute
        for form in knowledge.forms_of_kind(knowledge.main_kind)
        for attribute in knowledge.holders.get((field.kind, form), ())
    }
    facts = [fact for attribute in sorted(attributes) for fact in knowledge.facts(field, attribute) if fact.cell.known]
    return list({(fact.guide, fact.cell.text): fact for fact in facts}.values())


def _named(fact: Fact, schools: Sequence[Name], knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Claim:
    """One cell as a sentence that says which of the schools are not among those named."""
    named = listed([part.strip() for part in fact.cell.text.split(";")])
    others = [school.name for school in schools if not _names(school, fact.cell.text, knowledge)]
    without = f", not {listed(others, 'or')}" if others else ""
    label = label_of(fact.cell.attribute, knowledge)
    text = f"In {guides[fact.guide].tag}, {label} for {lower_first(fact.row.subject)}: {named}{without}."
    return Claim(text, (fact.source,))


def _names(school: Name, text: str, knowledge: Knowledge) -> bool:
    """Whether a text names a school in any of its forms."""
    folded = f" {phrase(text)} "
    return any(f" {form} " in folded for form, names in knowledge.lexicon.subjects.items() if school in names)

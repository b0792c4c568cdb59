"""Comparisons: attributes as rows, subjects as columns, each row from one guide, every cell cited."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import product

from advisor.answering.look_ups import say_stranger
from advisor.answering.missing import say_missing
from advisor.answering.nearest import sibling
from advisor.answering.overview import answer_overview
from advisor.answering.row_doubts import doubts
from advisor.draft import Block, Claim, DraftCell, DraftNote, DraftTable, Paragraph
from advisor.facts import distinct, look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import (
    GuideCard,
    headed,
    label_of,
    listed,
    lower_first,
    told_value,
    topic_of,
    value_phrase,
    version_of,
)
from advisor.tables import Fact
from advisor.understanding.asked import unit_of
from advisor.words import stem, words

MOST_ROWS, MOST_COLUMNS = 10, 6
SHORT = 60  # characters: longer text cells make a table unreadable
Guides = Mapping[str, GuideCard]


def answer_compare(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part:
    """A table over what the guides give for at least two of the subjects, then whom each suits."""
    schools = tuple(name for name in frame.subjects if name.kind == knowledge.main_kind)
    names = (schools if len(schools) > 1 else frame.subjects)[
        :MOST_COLUMNS
    ]  # "X or Y for Z": a purpose stands in no column
    attributes = frame.attributes or _comparable(names, knowledge)
    found = {
        a: rows for a in attributes if (rows := _rows(a, names, frame, knowledge, guides, alone=bool(frame.attributes)))
    }
    rows = [row for each in found.values() for row in each]
    missing: dict[str, list[Name]] = {}
    for attribute in frame.attributes:
        lacking = [name for name in names if not look_up(name, attribute, frame, knowledge)]
        besides = dict.fromkeys(a for name in lacking if (a := sibling(name, attribute, frame, knowledge)))
        rows += [row for a in besides for row in _rows(a, names, frame, knowledge, guides, alone=True)]
        if lacking == list(names) and all(sibling(name, attribute, frame, knowledge) for name in names):
            continue  # what is called alike stands there for each of them
        missing[attribute] = [name for name in lacking if not _alike(name, attribute, frame, knowledge)]
    gaps = [say_stranger(stranger) for stranger in frame.strangers]
    gaps += say_missing(missing, frame, knowledge, guides, alone=not rows)
    if not rows:
        each = () if frame.attributes else _each(names, frame, knowledge, guides)
        return Part(frame, "partly_answered" if each else "not_covered", tuple(gaps) or (_nothing(names), *each), names)
    if not frame.attributes and len(rows) < FEW_ROWS:
        rows = [*rows, *_of_any(names, found, frame, knowledge, guides)]
    suited = _suits(frame, names, knowledge)
    if fitting := _fitting(suited, frame, knowledge):
        table = DraftTable(("", *(name.name for name in names)), tuple(rows[:FEW_ROWS]))
        return Part(frame, "partly_answered" if gaps else "answered", (fitting, table, *gaps), names)
    table = DraftTable(("", *(name.name for name in names)), tuple(rows[:MOST_ROWS]))
    price = price_attribute(knowledge)
    noted = _doubted(frame.attributes or ((price,) if price else ()), names, frame, knowledge)
    front = [*_winner(frame, names, knowledge, guides), *_does(frame, names, knowledge, guides)]
    blocks = [*front, table, *noted, *suited, *gaps]
    topics = frozenset(t for a in attributes if (t := topic_of(a, knowledge)))
    return Part(frame, "partly_answered" if gaps else "answered", tuple(blocks), names, topics)


def _alike(name: Name, attribute: str, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether another attribute of two same words that was asked as well is given: one word may have meant either."""
    own = {stem(word) for word in words(label_of(attribute, knowledge))}
    others = (other for other in frame.attributes if other != attribute and look_up(name, other, frame, knowledge))
    return any(len(own & {stem(word) for word in words(label_of(other, knowledge))}) > 1 for other in others)


def _doubted(attributes: Sequence[str], names: Sequence[Name], frame: Frame, knowledge: Knowledge) -> list[DraftNote]:
    """What the guides doubt of the figures side by side: of those asked for, else of the first that is doubted."""
    found: dict[Name, DraftNote] = {}
    for name, attribute in product(names, attributes):
        facts = look_up(name, attribute, frame, knowledge) if name not in found else []
        for note in doubts(name, label_of(attribute, knowledge), facts, knowledge) if facts else ():
            found.setdefault(name, note)
    notes = list(dict.fromkeys(found.values()))
    return notes[: MOST_DOUBTS if frame.attributes else 1]


MOST_DOUBTS = 2


FEW_ROWS = 3  # fewer leave most of what is known unsaid


def _each(names: Sequence[Name], frame: Frame, knowledge: Knowledge, guides: Guides) -> tuple[Block, ...]:
    """What the guides give for each, where little or nothing stands side by side."""
    parts = (answer_overview(replace(frame, subjects=(name,), strangers=()), knowledge, guides) for name in names)
    return tuple(block for part in parts if part for block in part.blocks)


def _of_any(
    names: Sequence[Name], besides: Collection[str], frame: Frame, knowledge: Knowledge, guides: Guides
) -> list[tuple[DraftCell, ...]]:
    """What some guide gives for only one of them, where little stands side by side."""
    return [
        row
        for attribute in knowledge.vocabulary.attributes
        if attribute not in {*besides, knowledge.roles["version"]}
        and any(len(fact.cell.text) <= SHORT for name in names for fact in look_up(name, attribute, frame, knowledge))
        and not any(_several_texts(name, attribute, knowledge) for name in names)
        for row in _rows(attribute, names, frame, knowledge, guides, alone=True)
    ]


def _comparable(names: Sequence[Name], knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes that some guide gives for two of the subjects in few words, in the vocabulary's order."""
    order = [*knowledge.vocabulary.attributes, *knowledge.kinds_of]
    return tuple(
        attribute
        for attribute in dict.fromkeys(order)
        if attribute != knowledge.roles["version"]
        and sum(any(f.cell.known and len(f.cell.text) <= SHORT for f in knowledge.facts(n, attribute)) for n in names)
        >= 2
        and not any(_several_texts(name, attribute, knowledge) for name in names)
    )


def _several_texts(name: Name, attribute: str, knowledge: Knowledge) -> bool:
    """Whether a guide has several rows of words for one subject, which say no one thing of it: the focus of each lab."""
    facts = [fact for fact in knowledge.facts(name, attribute) if fact.cell.known and fact.cell.unit == "text"]
    rows = {(fact.guide, fact.row.path, fact.row.number) for fact in (group[0] for group in distinct(facts))}
    return any(count > 1 for count in Counter(guide for guide, *_ in rows).values())


def _rows(
    attribute: str, names: Sequence[Name], frame: Frame, knowledge: Knowledge, guides: Guides, *, alone: bool
) -> list[tuple[DraftCell, ...]]:
    """One row for each guide that gives the attribute for at least two subjects; with one attribute, for any."""
    found = {name: look_up(name, attribute, frame, knowledge) for name in names}
    rows = []
    for guide in dict.fromkeys(fact.guide for facts in found.values() for fact in facts):
        mine = {name: [fact for fact in facts if fact.guide == guide] for name, facts in found.items()}
        if sum(bool(facts) for facts in mine.values()) < (1 if alone else min(2, len(names))):
            continue
        label = headed(label_of(attribute, knowledge), (fact for facts in mine.values() for fact in facts))
        label = f"{label} ({guides[guide].publisher})"
        rows.append((DraftCell(label[:1].upper() + label[1:]), *(_cell(mine[name]) for name in names)))
    shared = any(sum(f.guide == guide for f in _firsts(found)) > 1 for guide in guides)
    if (not rows or not shared) and (row := _across(attribute, found, knowledge, guides)):
        rows = [row]
    return rows if alone or _differ(rows) else rows[:1]


def _firsts(found: Mapping[Name, Sequence[Fact]]) -> list[Fact]:
    """One fact of each subject and guide."""
    return [fact for facts in found.values() for fact in {fact.guide: fact for fact in facts}.values()]


def _differ(rows: Sequence[tuple[DraftCell, ...]]) -> bool:
    """Whether guides give other values for one of the subjects: then each has its row."""
    columns = zip(*(row[1:] for row in rows), strict=False)
    return any(len({cell.text for cell in column if cell.sources}) > 1 for column in columns)


def _across(
    attribute: str, found: Mapping[Name, Sequence[Fact]], knowledge: Knowledge, guides: Guides
) -> tuple[DraftCell, ...] | None:
    """One row from several guides, for what means the same in each: a city, a GRE rule, a price of one period."""
    facts = [fact for name in found for fact in found[name]]
    unit = unit_of(attribute, knowledge)
    periods = {fact.cell.period for fact in facts}
    if unit not in {"text", "choice", "money"} or len(periods) > 1 or not all(found.values()):
        return None
    label = headed(label_of(attribute, knowledge), facts)
    cells = [_cell([fact for fact in found[name] if fact.guide == found[name][0].guide]) for name in found]
    told = [
        replace(cell, text=f"{cell.text} ({guides[found[name][0].guide].publisher})")
        for name, cell in zip(found, cells, strict=True)
    ]
    return (DraftCell(label[:1].upper() + label[1:]), *told)


MOST_VALUES = 3


def _cell(facts: Sequence[Fact]) -> DraftCell:
    if not facts:
        return DraftCell("not given")
    groups = distinct(facts)[:MOST_VALUES]
    apart = [version_of(group[0], [other[0] for other in groups]) for group in groups]
    values = [value_phrase(group[0].cell) for group in groups]
    text = "; ".join(f"{value} ({which})" if which else value for value, which in zip(values, apart, strict=True))
    return DraftCell(text, told_value(groups[0][0].cell), tuple(dict.fromkeys(group[0].source for group in groups)))


def _winner(frame: Frame, names: Sequence[Name], knowledge: Knowledge, guides: Guides) -> list[Block]:
    """Where one figure was asked for, who has the lower or higher one, in the first guide that knows all."""
    for attribute in frame.attributes[:1]:
        entry = knowledge.vocabulary.attributes.get(attribute)
        if entry is None or entry.better == "none":
            continue
        own = frame.order if frame.order and frame.order.attribute == attribute else None
        low = own.lowest if own and entry.unit != "rank" else entry.better == "low"  # "which is the most expensive"
        found = {name: look_up(name, attribute, frame, knowledge) for name in names}
        for guide in dict.fromkeys(fact.guide for facts in found.values() for fact in facts):
            best = {
                n: [f for f in facts if f.guide == guide and f.cell.value is not None] for n, facts in found.items()
            }
            if not all(best.values()) or len({f.cell.period for fs in best.values() for f in fs}) > 1:
                continue
            end = min if low else max
            firsts = {n: end(fs, key=lambda f: f.cell.value or 0) for n, fs in best.items()}
            top = end(firsts.values(), key=lambda f: f.cell.value or 0)
            label = headed(label_of(attribute, knowledge), firsts.values())
            winners = [n.name for n, f in firsts.items() if f.cell.value == top.cell.value]
            if len(winners) == len(names):
                text = f"{listed(winners)} have the same {label}: {value_phrase(top.cell)}"
            else:
                word, most = ("better", "best") if entry.unit == "rank" else ENDS[low]
                word = word if len(names) == 2 else most
                has = "has" if len(winners) == 1 else "have"
                text = f"{listed(winners)} {has} the {word} {label}: {value_phrase(top.cell)}"
            return [Paragraph((Claim(f"{text} ({guides[guide].tag}).", (top.source,)),))]
        facts = [fact for each in found.values() for fact in each]
        if all(found.values()) and len({fact.cell.period for fact in facts}) > 1:
            said = f"No guide gives the {label_of(attribute, knowledge)} of all for the same period"
            return [Paragraph((Claim(f"{said}, so they stand in no order.", kind="plain"),))]
    return []


ENDS = {True: ("lower", "lowest"), False: ("higher", "highest")}


def _fitting(suited: Sequence[Paragraph], frame: Frame, knowledge: Knowledge) -> Block | None:
    """ "Which is better for hardware": whom each suits comes first, the one that the guides' own words name in front."""
    purpose = FOR.search(frame.text)
    asked = (
        {word[:ROOT] for word in words(purpose["what"]) if word not in knowledge.stop and len(word) > ROOT}
        if purpose
        else ()
    )
    claims = [claim for block in suited for claim in block.claims]
    hits = [any(word[:ROOT] in asked for word in words(claim.text.partition(" suits ")[2])) for claim in claims]
    ordered = [
        *(c for c, hit in zip(claims, hits, strict=True) if hit),
        *(c for c, hit in zip(claims, hits, strict=True) if not hit),
    ]
    return Paragraph(tuple(ordered)) if any(hits) else None


FOR = re.compile(r"\b(?:for|in|into|at|with)\b(?P<what>.+)", re.I | re.S)
ROOT = 5  # letters: "finance" and "financial" are one purpose


def _suits(frame: Frame, names: Sequence[Name], knowledge: Knowledge) -> list[Paragraph]:
    """Whom each suits, where the vocabulary has an attribute that says so."""
    if frame.attributes:
        return []
    claims = []
    for name in names:
        fact = next((f for f in knowledge.facts(name, knowledge.roles["suits"]) if f.cell.known), None)
        if fact:
            claims.append(Claim(f"{name.name} suits {lower_first(fact.cell.text)}.", (fact.source,)))
    return [Paragraph(tuple(claims))] if claims else []


def _does(frame: Frame, names: Sequence[Name], knowledge: Knowledge, guides: Guides) -> list[Block]:
    """What each of several jobs is about, by one guide: the difference that is meant where none is named."""
    if frame.attributes:
        return []
    told = {}
    for guide in guides:
        facts = [
            next((f for f in knowledge.facts(n, MAIN_TASK) if f.cell.known and f.guide == guide), None) for n in names
        ]
        told[guide] = [(n, fact) for n, fact in zip(names, facts, strict=True) if fact]
    guide, found = max(told.items(), key=lambda pair: len(pair[1]))
    claims = [
        Claim(f"{name.name}: {lower_first(f.cell.text).rstrip('.')} ({guides[guide].publisher}).", (f.source,))
        for name, f in found
    ]
    return [Paragraph(tuple(claims))] if len(claims) > 1 else []


MAIN_TASK = "main_task"


def _nothing(names: Sequence[Name]) -> Block:
    text = f"The guides give nothing that can be compared for {listed([name.name for name in names])}."
    return Paragraph((Claim(text, kind="plain"),))

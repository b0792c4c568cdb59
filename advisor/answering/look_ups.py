"""Look-ups put into words: one subject and attribute at a time, each guide with its value, differences and gaps said."""

from collections.abc import Mapping, Sequence

from advisor.answer import Status
from advisor.answering.look_up_notes import ages, difference
from advisor.answering.named_elsewhere import in_cells
from advisor.answering.nearest import nearest, said, sibling
from advisor.answering.row_doubts import doubts
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.facts import differ, distinct, is_version, look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import (
    PERIOD_WORDS,
    GuideCard,
    column_word,
    label_of,
    listed,
    topic_of,
    value_phrase,
    version_of,
)
from advisor.tables import Fact
from advisor.understanding.asked import AND
from advisor.words import phrase

MOST_ITEMS = 8


def answer_look_up(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part:
    """Every asked attribute of every asked subject, the known ones first."""
    known: list[Block] = []
    unknown: list[Block] = []
    lacking: dict[Name, list[str]] = {}
    near: dict[Name, bool] = {}
    for name in frame.subjects:
        missing: list[str] = []
        told_of = len(known)
        elsewhere: str | None = None
        for attribute in (*frame.attributes, *_also(name, frame, knowledge)):
            told: str | None = attribute
            if not look_up(name, attribute, frame, knowledge):
                elsewhere = in_cells(name, attribute, frame, knowledge)
                told = elsewhere or sibling(name, attribute, frame, knowledge)
            facts = look_up(name, told, frame, knowledge) if told else []
            if told and facts:
                if told not in (attribute, elsewhere):
                    text = f"The guides give no {label_of(attribute, knowledge)} for {name.name}."
                    known.append(Paragraph((Claim(text, kind="plain"),)))
                known += (
                    []
                    if _said_before(told, facts, known, knowledge)
                    else say_facts(name, told, facts, knowledge, guides)
                )
            else:
                missing.append(attribute)
        if missing:
            lacking[name] = missing
            near[name] = len(known) == told_of or not set(missing) <= knowledge.ungiven
    if len(lacking) >= MANY_LACK and len(set(map(tuple, lacking.values()))) == 1:
        unknown.append(say_lacking(list(lacking), next(iter(lacking.values())), knowledge))
        lacking = {}
    for name, missing in lacking.items():
        unknown += say_unknown(name, missing, frame, knowledge, guides, near=near[name])
    said = phrase(" ".join(claim.text for block in known if isinstance(block, Paragraph) for claim in block.claims))
    unknown += [say_stranger(name) for name in frame.strangers if f" {phrase(name)} " not in f" {said} "]
    status: Status = "answered" if known and not unknown else "partly_answered" if known else "not_covered"
    topics = frozenset(topic for a in frame.attributes if (topic := topic_of(a, knowledge)) and known)
    return Part(frame, status, (*known, *unknown), frame.subjects, topics)


MANY_LACK = 2


def say_lacking(names: Sequence[Name], attributes: Sequence[str], knowledge: Knowledge) -> Block:
    """That the guides give something for none of several, in one sentence."""
    labels = dict.fromkeys(_plain_label(label_of(attribute, knowledge)) for attribute in attributes)
    text = f"The guides do not give {listed(labels, 'or')} for {listed([name.name for name in names], 'or')}."
    return Paragraph((Claim(text, kind="plain"),))


def _said_before(attribute: str, facts: Sequence[Fact], known: Sequence[Block], knowledge: Knowledge) -> bool:
    """Whether a row that was told for another attribute gave these values as well."""
    label = label_of(attribute, knowledge)
    claims = [claim for block in known if isinstance(block, Paragraph) for claim in block.claims]
    return all(
        any(f.source in claim.sources and f"; {label}: {value_phrase(f.cell)}" in claim.text for claim in claims)
        for f in facts
    )


def _also(name: Name, frame: Frame, knowledge: Knowledge) -> list[str]:
    """What a part demands without it telling versions apart is asked as well: "is it public and what does it cost"."""
    if frame.attributes and set(frame.attributes) <= knowledge.ungiven and not AND.search(frame.text):
        return []  # "is it safe around the campus"
    demanded = [
        wish for wish in frame.wishes if wish.attribute not in frame.attributes and wish.conditions[0].operator == "is"
    ]
    facts = [fact for attribute in frame.attributes for fact in knowledge.facts(name, attribute)]
    return [w.attribute for w in demanded if not any(is_version(f, str(c.value)) for f in facts for c in w.conditions)]


def say_facts(
    name: Name, attribute: str, facts: Sequence[Fact], knowledge: Knowledge, guides: Mapping[str, GuideCard]
) -> list[Block]:
    """What the guides give for one subject and attribute, and what to know beside it."""
    groups = distinct(facts)
    label = label_of(attribute, knowledge)
    blocks: list[Block] = []
    if len(groups) == 1:
        blocks.append(Paragraph((_single(name, attribute, groups[0], knowledge, guides),)))
    elif _same_everywhere(facts):
        sources = tuple(dict.fromkeys(fact.source for fact in facts))
        tags = listed(dict.fromkeys(guides[fact.guide].publisher for fact in facts))
        blocks.append(Paragraph((Claim(f"{said(name, attribute, facts[0], knowledge)} ({tags}).", sources),)))
    elif len({fact.guide for fact in facts}) == 1 and _listing_like(groups):
        lead = Claim(f"{name.name}: {label} ({guides[facts[0].guide].publisher}):", kind="plain")
        blocks.append(Bullets(lead, tuple(_item(group) for group in groups[:MOST_ITEMS])))
    else:
        blocks.append(_by_guide(name, label, groups[:MOST_ITEMS], guides))
    entry = knowledge.vocabulary.attributes.get(attribute)
    if differ(facts) and not (entry and entry.unit == "rank"):
        blocks.append(difference(label, facts, guides))
    blocks += doubts(name, label, facts, knowledge) if len(groups) <= FEW_VALUES else []
    blocks += ages(facts, guides)
    return blocks


def _by_guide(name: Name, label: str, groups: Sequence[Sequence[Fact]], guides: Mapping[str, GuideCard]) -> Bullets:
    """Each value with its guide, and with what tells a guide's values apart; one guide is named once."""
    facts = [fact for group in groups for fact in group]
    apart = [version_of(group[0], [other[0] for other in groups]) for group in groups]
    if len({fact.guide for fact in facts}) > 1:
        lead = Claim(f"{name.name}, {label}:", kind="plain")
        return Bullets(
            lead, tuple(_item(group, guides, label, which) for group, which in zip(groups, apart, strict=True))
        )
    lead = Claim(f"{name.name}, {label} ({guides[facts[0].guide].tag}):", tuple(dict.fromkeys(f.source for f in facts)))
    return Bullets(lead, tuple(_item(group, which=which) for group, which in zip(groups, apart, strict=True)))


FEW_VALUES = 3  # beside more values a doubt about one of them is too much to read


def say_unknown(
    name: Name,
    attributes: Sequence[str],
    frame: Frame,
    knowledge: Knowledge,
    guides: Mapping[str, GuideCard],
    *,
    near: bool = True,
) -> list[Block]:
    """That the guides do not say, and the nearest thing that they do say where nothing else of the subject is said."""
    labels = listed(dict.fromkeys(_plain_label(label_of(attribute, knowledge)) for attribute in attributes), "or")
    where = listed([guides[slug].publisher for slug in frame.narrowing.guides]) or "The guides"
    verb = "does" if len(frame.narrowing.guides) == 1 else "do"
    gap = Claim(
        f"{where} {verb} not give {labels} for {name.name}{_which(attributes, frame, knowledge)}.", kind="plain"
    )
    found = nearest(name, attributes[0], frame, knowledge) if near else []
    if not found:
        return [Paragraph((gap,))]
    said = [f"{label_of(f.cell.attribute, knowledge)} {value_phrase(f.cell)}{detail(f, knowledge)}" for f in found]
    lead = f"For {name.name} they do give"
    if frame.narrowing.guides and (others := {f.guide for f in found} - set(frame.narrowing.guides)):
        found = [f for f in found if f.guide in others]
        said = [
            f"{label_of(f.cell.attribute, knowledge)} {value_phrase(f.cell)} ({guides[f.guide].tag})" for f in found
        ]
        lead = f"For {name.name} other guides give"
    offer = Claim(f"{lead}: {'; '.join(said)}.", tuple(dict.fromkeys(f.source for f in found)))
    return [Paragraph((gap, offer))]


def _which(attributes: Sequence[str], frame: Frame, knowledge: Knowledge) -> str:
    """The year or the period that was asked for and is not given."""
    entry = knowledge.vocabulary.attributes.get(attributes[0])
    period = frame.narrowing.period if entry and entry.unit == "money" else None
    dated = frame.narrowing.years and attributes[0] not in knowledge.ungiven
    year = f" in {listed(frame.narrowing.years, 'or')}" if dated else ""
    return (f" {PERIOD_WORDS[period]}" if period else "") + year


def say_stranger(name: str) -> Block:
    """That no guide covers a name."""
    return Paragraph((Claim(f"The guides say nothing about {name}.", kind="plain"),))


def _plain_label(label: str) -> str:
    return label if label.endswith("s") or label.startswith("who ") else f"the {label}"


def _single(
    name: Name, attribute: str, group: Sequence[Fact], knowledge: Knowledge, guides: Mapping[str, GuideCard]
) -> Claim:
    fact = group[0]
    which = detail(fact, knowledge)
    text = f"{said(name, attribute, fact, knowledge)}{which}{_rest(fact, knowledge)} ({guides[fact.guide].tag})."
    return Claim(text, tuple(dict.fromkeys(f.source for f in group))[:2])


def detail(fact: Fact, knowledge: Knowledge) -> str:
    """The program that a value is for, where the row names one."""
    program = fact.row.version
    if not program or fact.cell.attribute == knowledge.roles["version"]:
        return ""
    mine = [x for x in knowledge.listings if x.guide == fact.guide]
    own = next((x for x in mine if any(f.row is fact.row or f.row == fact.row for f in x.facts)), None)
    return f" ({program})" if own and sum(x.name == own.name for x in mine) > 1 else ""


def _rest(fact: Fact, knowledge: Knowledge) -> str:
    """The other cells of a short row of words, which belong to its one statement."""
    version = knowledge.roles["version"]
    others = [cell for cell in fact.row.cells[1:] if cell.known and cell != fact.cell and cell.attribute != version]
    whole = fact.cell.unit != "text" or " " not in fact.cell.text or any(map(str.isdigit, fact.cell.text))
    if whole or not others or len(fact.row.cells) > SHORT_ROW or fact.cell.attribute == version:
        return ""
    return "; " + "; ".join(f"{label_of(cell.attribute, knowledge)}: {value_phrase(cell)}" for cell in others)


SHORT_ROW = 4


def _same_everywhere(facts: Sequence[Fact]) -> bool:
    said = {(value_phrase(fact.cell).casefold(), fact.cell.period, fact.cell.residency) for fact in facts}
    return len(said) == 1


def _listing_like(groups: Sequence[Sequence[Fact]]) -> bool:
    return all(group[0].cell.unit in {"text"} for group in groups)


def _item(
    group: Sequence[Fact],
    guides: Mapping[str, GuideCard] | None = None,
    label: str = "",
    which: str | None = None,
) -> Claim:
    """One value with where it stands."""
    fact = group[0]
    text = value_phrase(fact.cell)
    if fact.cell.unit == "text" and not any(map(str.isdigit, text)):
        others = [
            c.text
            for c in fact.row.cells[1:]
            if c.known and c.attribute != fact.cell.attribute and c.unit in {"text", "duration"}
        ]
        text += f": {others[0]}" if len(others) == 1 else ""
    where = [] if guides is None else [guides[fact.guide].tag]
    if fact.cell.unit != "text" and which:
        where.insert(0, which)
    elif where and (column := column_word(fact, label)):
        where.insert(0, column)
    sources = tuple(dict.fromkeys(f.source for f in group))[:2]
    return Claim(f"{text} ({'; '.join(where)})" if where else text, sources)

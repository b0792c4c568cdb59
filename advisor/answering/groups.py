"""Groups held against each other by one figure: "are public schools cheaper", "what is shorter, online or campus"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.draft import Block, Claim, DraftCell, DraftTable, Paragraph
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, topics_of, value_phrase
from advisor.sets import Ranked, rank, sift
from advisor.tables import Fact, Listing
from index import Condition

Guides = Mapping[str, GuideCard]
LEAST = 2  # of a group: one alone says nothing of it
MOST_GUIDES = 3
Member = tuple[Name, str | None]  # a subject, and its program


@dataclass(frozen=True)
class _Group:
    """Those of one guide that share a choice, from the lowest to the highest value."""

    value: str
    entries: tuple[tuple[Listing, Fact], ...]

    @property
    def ends(self) -> tuple[Fact, Fact]:
        """The lowest and the highest value; a range reaches to its upper end."""
        facts = [fact for _, fact in self.entries]
        return facts[0], max(facts, key=_reach)

    @property
    def members(self) -> frozenset[Member]:
        """Who is in it, whichever copy of a listing a set was sifted from."""
        return frozenset(_member(listing) for listing, _ in self.entries)

    def without(self, others: frozenset[Member]) -> "_Group":
        """The group with those left out who stand in another one too."""
        return _Group(self.value, tuple(entry for entry in self.entries if _member(entry[0]) not in others))


def _member(listing: Listing) -> Member:
    return listing.name, listing.program


def _reach(fact: Fact) -> float:
    return fact.cell.high or fact.cell.value or 0.0


def answer_groups(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """Guide by guide what each group's values run from and to; None where no groups are held against each other."""
    if frame.act != "compare" or frame.subjects or frame.order is None or not frame.wishes:
        return None
    found = {guide: groups for guide, groups in _by_guide(frame, knowledge) if len(groups) > 1}
    if not found:
        return None
    shown = dict(list(found.items())[:MOST_GUIDES])
    blocks: list[Block] = [Paragraph((_lead(frame, shown, knowledge),))]
    values = list(dict.fromkeys(group.value for groups in shown.values() for group in groups))
    label = label_of(frame.order.attribute, knowledge)
    rows = [row for guide, groups in shown.items() for row in _rows(label, guide, groups, values, guides)]
    blocks.append(DraftTable(("", *(value.capitalize() for value in values)), tuple(rows)))
    return Part(frame, "answered", tuple(blocks), (), topics_of(frame.order.attribute, knowledge))


def _by_guide(frame: Frame, knowledge: Knowledge) -> Iterator[tuple[str, list[_Group]]]:
    """Each guide's groups, as far as it tells who is in which and gives the values."""
    assert frame.order
    attribute = frame.wishes[0].attribute
    base = replace(frame, order=replace(frame.order, lowest=True))
    named = list(dict.fromkeys(str(c.value) for wish in frame.wishes for c in wish.conditions))
    for guide in dict.fromkeys(listing.guide for listing in knowledge.listings):
        own = replace(base, narrowing=replace(frame.narrowing, guides=(guide,)))
        if frame.narrowing.guides and guide not in frame.narrowing.guides:
            continue
        values = named if len(named) > 1 else [*named, *_others(attribute, named, guide, knowledge)]
        ranked = [(value, one) for value in values if (one := _ranked(own, attribute, value, knowledge))]
        if len({one.period for _, one in ranked}) == 1:
            yield guide, _apart([_Group(value, one.entries) for value, one in ranked])


def _apart(groups: Sequence[_Group]) -> list[_Group]:
    """The groups without what stands in a group before them and, where a group is left, without those of both."""
    told: list[_Group] = []
    for group in groups:
        before = frozenset(member for other in told for member in other.members)
        own = group.without(before)
        if len(own.entries) >= LEAST:
            both = group.members & before
            told = [*(other.without(both) for other in told), own]
    return [group for group in told if len(group.entries) >= LEAST]


def _others(attribute: str, named: Sequence[str], guide: str, knowledge: Knowledge) -> list[str]:
    """The other values of a choice that a guide gives."""
    facts = (fact for x in knowledge.listings if x.guide == guide for fact in x.of(attribute))
    given = dict.fromkeys(choice for fact in facts for choice in fact.cell.choices)
    return [value for value in given if value not in named]


def _ranked(frame: Frame, attribute: str, value: str, knowledge: Knowledge) -> Ranked | None:
    """Those of one guide that have a value, in order."""
    wish = Wish((Condition(attribute, "is", value),), value)
    siftings = sift(replace(frame, wishes=(wish,)), (wish,), knowledge)
    if not siftings or frame.order is None:
        return None
    return rank(siftings[0].matching, frame.order, frame.narrowing, knowledge)


def _lead(frame: Frame, found: Mapping[str, Sequence[_Group]], knowledge: Knowledge) -> Claim:
    """Which group lies wholly on the asked side, in every guide; else that the groups overlap."""
    assert frame.order
    label = label_of(frame.order.attribute, knowledge)
    low = frame.order.lowest
    clear = {_wholly(groups, lowest=low) for groups in found.values()}
    if len(clear) > 1 or not (value := clear.pop()):
        return Claim(f"The guides give no clear answer: by {label} the groups overlap.", kind="plain")
    named = frame.wishes[0].conditions[0].value
    answer = ("Yes: of" if value == named else "No: of") if YES_OR_NO.match(frame.text) else "Of"
    side = "lower" if low else "higher"
    deciding = [group.ends[low is (group.value == value)] for groups in found.values() for group in groups]
    text = f"{answer} those listed, every one that is {value} has a {side} {label} than the others."
    return Claim(text, tuple(dict.fromkeys(fact.source for fact in deciding)))


YES_OR_NO = re.compile(r"\W*(?:is|are|do|does|did|will|would|can)\b", re.I)


def _wholly(groups: Sequence[_Group], *, lowest: bool) -> str | None:
    """The group of which every value is beyond every other's."""
    for group in groups:
        others = [other for other in groups if other is not group]
        mine, theirs = [_span(group)], [_span(other) for other in others]
        if all((m[1] < t[0]) if lowest else (m[0] > t[1]) for m in mine for t in theirs):
            return group.value
    return None


def _span(group: _Group) -> tuple[float, float]:
    lowest, highest = group.ends
    return lowest.cell.value or 0.0, _reach(highest)


def _rows(
    label: str, guide: str, groups: Sequence[_Group], values: Sequence[str], guides: Guides
) -> Iterator[tuple[DraftCell, ...]]:
    """The lowest and the highest value of every group in one guide."""
    own = {group.value: group for group in groups}
    for word, at in (("Lowest", 0), ("Highest", 1)):
        cells = [_cell(own[value].ends[at]) if value in own else DraftCell("not given") for value in values]
        yield (DraftCell(f"{word} {label} ({guides[guide].publisher})"), *cells)


def _cell(fact: Fact) -> DraftCell:
    return DraftCell(f"{value_phrase(fact.cell)} ({fact.row.subject})", fact.cell.value, (fact.source,))

"""Places in a guide's own rankings: each list by itself, since ranks of two lists are not one order."""

import re
from collections.abc import Mapping, Sequence

from advisor.answering.not_listed import cannot_tell, without
from advisor.draft import Block, Claim, DraftCell, DraftTable, Paragraph
from advisor.facts import wish_met, years_of
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, listed, short_title
from advisor.tables import Fact
from advisor.words import NUMBER_WORDS, ORDINALS, words

Guides = Mapping[str, GuideCard]
NUMBERED = re.compile(
    r"(?:#|\b(?:number|no\.?|nr\.?|rank|place|spot|position|ranked)\s*#?)\s*(\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)\b",
    re.I,
)
MOST_LISTS = 3


def rank_attribute(knowledge: Knowledge) -> str | None:
    """The attribute that counts places."""
    return next((a for a, entry in knowledge.vocabulary.attributes.items() if entry.unit == "rank"), None)


def asked_place(text: str) -> int | None:
    """The place that a part asks for: "third", "number 1", "place 11"."""
    if (found := NUMBERED.search(text)) is not None:
        return int(found[1] or found[2])
    said = [ORDINALS[word] for word in words(text) if word in ORDINALS]
    return (
        said[0] if said else 1 if re.search(r"\b(?:number one|won|wins|on top|puts? first|top)\b", text, re.I) else None
    )


def answer_places(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part:
    """Who holds a place, or the first few, in each list that the part can mean."""
    attribute = rank_attribute(knowledge)
    listed_first = _lists(frame, attribute, knowledge)
    lists = _meeting(listed_first, frame, knowledge)
    if listed_first and not lists:
        return cannot_tell(frame, frame.wishes, knowledge)
    if not lists:
        return _no_list(frame, guides)
    if frame.places and (part := _from_to(frame, *frame.places, lists, knowledge, guides)):
        return part
    place = asked_place(frame.text) if frame.limit is None else None
    if place is not None:
        claims = [claim for facts in lists[:MOST_LISTS] if (claim := _holder(facts, place, guides))]
        if claims:
            return Part(frame, "answered", (Paragraph(tuple(claims)),), _names(lists[:MOST_LISTS], knowledge, place))
    limit = frame.limit or 1 if frame.order else frame.limit or MOST_SHOWN
    if frame.order and not frame.order.lowest:
        lists = [facts[::-1] for facts in lists]
    if limit == 1:
        claims = [_first(facts, guides, frame.wishes) for facts in lists[:MOST_LISTS]]
        return Part(frame, "answered", (Paragraph(tuple(claims)),), _names(lists[:MOST_LISTS], knowledge, None, 1))
    said = ", ".join(wish.said for wish in frame.wishes)
    head = (Paragraph((Claim(f"By place, {said}:", kind="plain"),)),) if said else ()
    blocks: tuple[Block, ...] = (*head, _table(lists[:MOST_LISTS], limit, guides), *without(frame))
    return Part(frame, "answered", blocks, _names(lists[:1], knowledge, None, limit))


def _from_to(
    frame: Frame, first: int, last: int, lists: Sequence[Sequence[Fact]], knowledge: Knowledge, guides: Guides
) -> Part | None:
    """The places from one to another, in each list that is long enough."""
    long = [facts for facts in lists if len(facts) >= first][:MOST_LISTS]
    if not long:
        return None
    shown = _names([facts[first - 1 : last] for facts in long[:1]], knowledge, None, last)
    blocks: tuple[Block, ...] = (_table(long, last, guides, first - 1), *without(frame))
    return Part(frame, "answered", blocks, shown)


MOST_SHOWN = 10


TOP_OF = re.compile(r"\b(?:of|in|at|among|from|which|who)\b.*\btop\s(\w+)\b", re.I)


def top_of(text: str) -> int | None:
    """How many are the top that a part asks within: "the cheapest of the top ten"."""
    found = TOP_OF.search(text)
    said = found[1].lower() if found else ""
    return int(said) if said.isdigit() else NUMBER_WORDS.get(said)


def leaders(frame: Frame, most: int, knowledge: Knowledge) -> list[tuple[str, tuple[Name, ...]]]:
    """The first so many of each list, with its guide."""
    lists = _lists(frame, rank_attribute(knowledge), knowledge)
    return [(facts[0].guide, _names([facts], knowledge, None, most)) for facts in lists[:MOST_LISTS]]


def _meeting(lists: list[list[Fact]], frame: Frame, knowledge: Knowledge) -> list[list[Fact]]:
    """Each list with only those who meet what is demanded, as its own guide tells it; what a title says is met."""
    titles = {word for facts in lists for word in words(facts[0].row.path[-1])}
    wishes = [w for w in frame.wishes if not {str(c.value) for c in w.conditions} & titles]
    if not wishes:
        return lists
    limit = frame.limit if INSIDE.search(frame.text) else None
    names = {id(row): name for name, rows in knowledge.rows.items() for row in rows}
    kept = [
        [fact for fact in facts[:limit] if all(_meets(names[id(fact.row)], fact.guide, w, knowledge) for w in wishes)]
        for facts in lists
    ]
    return [facts for facts in kept if facts]


INSIDE = re.compile(
    r"\b(?:which|who|any|are|is|of|in|among)\b.{0,20}\btop\b", re.I
)  # of the first so many, not the first of a set


def _meets(name: Name, guide: str, wish: Wish, knowledge: Knowledge) -> bool:
    own = (listing for listing in knowledge.listings if listing.name == name and listing.guide == guide)
    return any(wish_met(listing.facts, wish) for listing in own)


def _lists(frame: Frame, attribute: str | None, knowledge: Knowledge) -> list[list[Fact]]:
    """Each ranking table that fits the year, guide and way of study, in order of its places."""
    tables: dict[tuple[str, tuple[str, ...]], list[Fact]] = {}
    for name, rows in knowledge.rows.items():
        for row in rows if name not in frame.excluded else ():
            for cell in row.cells[1:]:
                if cell.attribute == attribute and cell.value is not None:
                    tables.setdefault((row.guide, row.path), []).append(Fact(row, cell))
    found = [sorted(facts, key=lambda fact: (fact.cell.value or 0, fact.row.subject)) for facts in tables.values()]
    narrowing = frame.narrowing
    if narrowing.guides:
        found = [facts for facts in found if facts[0].guide in narrowing.guides]
    dated = [facts for facts in found if years_of(facts[0])]
    if narrowing.years:
        return _said(
            [facts for facts in dated if set(narrowing.years) & set(years_of(facts[0]))]
            + [facts for facts in found if not years_of(facts[0]) and set(narrowing.years) & _guide_years(facts[0])],
            frame,
        )
    newest = {facts[0].guide: max(years_of(f[0])[0] for f in dated if f[0].guide == facts[0].guide) for facts in dated}
    return _said([f for f in found if not years_of(f[0]) or years_of(f[0])[0] == newest[f[0].guide]], frame)


def _guide_years(fact: Fact) -> set[str]:
    return set(re.findall(r"\b20\d\d\b", " ".join(fact.row.path)))


def _said(lists: list[list[Fact]], frame: Frame) -> list[list[Fact]]:
    """Lists whose titles say what the part demands ("campus"); all where none does."""
    demanded = {str(condition.value) for wish in frame.wishes for condition in wish.conditions}
    titled = [facts for facts in lists if demanded & set(words(facts[0].row.path[-1]))]
    longest = max((len(facts) for facts in lists), default=0)
    return titled or [facts for facts in lists if len(facts) > longest // 4]


def _holder(facts: Sequence[Fact], place: int, guides: Guides) -> Claim | None:
    held = [fact for fact in facts if fact.cell.value == place]
    if not held:
        return None
    names = listed([fact.row.subject for fact in held])
    text = f"{names} {'is' if len(held) == 1 else 'are'} number {place} in {_title(held[0], guides)}."
    return Claim(text, tuple(fact.source for fact in held))


def _first(facts: Sequence[Fact], guides: Guides, wishes: Sequence[Wish]) -> Claim:
    fact = facts[0]
    said = ", ".join(wish.said for wish in wishes)
    which = f", the best placed there ({said})," if fact.cell.value != 1 and wishes else ""
    return Claim(f"{fact.row.subject} is number {fact.cell.text}{which} in {_title(fact, guides)}.", (fact.source,))


def _title(fact: Fact, guides: Guides) -> str:
    """A list's own title with its guide: "2026 campus ranking (TechGuide, May 2026)"."""
    title = short_title(fact)
    the = "" if guides[fact.guide].publisher in title else "the "
    return f"{the}{title} ({guides[fact.guide].tag})"


def _table(lists: Sequence[Sequence[Fact]], limit: int, guides: Guides, start: int = 0) -> DraftTable:
    columns = ("Place", *(f"{short_title(facts[0])} ({guides[facts[0].guide].publisher})" for facts in lists))
    rows = [
        (DraftCell(str(n + 1)), *(_cell(facts, n) for facts in lists))
        for n in range(start, min(limit, max(map(len, lists))))
    ]
    return DraftTable(columns, tuple(rows))


def _cell(facts: Sequence[Fact], at: int) -> DraftCell:
    if at >= len(facts):
        return DraftCell("–")
    fact = facts[at]
    place = "" if fact.cell.value == at + 1 else f" (number {fact.cell.text})"
    return DraftCell(f"{fact.row.subject}{place}", None, (fact.source,))


def _names(
    lists: Sequence[Sequence[Fact]], knowledge: Knowledge, place: int | None, limit: int = 1
) -> tuple[Name, ...]:
    rows = {id(row): name for name, rows in knowledge.rows.items() for row in rows}
    facts = [
        f for facts in lists for f in (facts[:limit] if place is None else [x for x in facts if x.cell.value == place])
    ]
    return tuple(dict.fromkeys(rows[id(fact.row)] for fact in facts))


def _no_list(frame: Frame, guides: Guides) -> Part:
    where = listed([guides[slug].publisher for slug in frame.narrowing.guides]) or "The guides"
    when = f" for {listed(frame.narrowing.years, 'or')}" if frame.narrowing.years else ""
    verb = "does" if len(frame.narrowing.guides) == 1 else "do"
    return Part(frame, "not_covered", (Paragraph((Claim(f"{where} {verb} not give a ranking{when}.", kind="given"),)),))

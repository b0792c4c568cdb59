"""Filters, rankings and counts put into words and tables; every cell cited, every left-out listing counted."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.held_yearly import held_yearly, say_held_yearly
from advisor.answering.look_ups import detail
from advisor.answering.not_listed import (
    NOT_GIVEN,
    answer_unknown,
    cannot_tell,
    no_such,
    nowhere,
    other_periods,
    place_rows,
    without,
    without_named_for,
)
from advisor.answering.orders import behind_one, orders
from advisor.answering.row_doubts import doubts
from advisor.answering.set_tables import capital, rows_of, table_of
from advisor.answering.set_words import (
    MOST_ROWS,
    Guides,
    conditions_said,
    say_assumed,
    say_cut,
    say_left_out,
    say_none,
    tally,
)
from advisor.draft import Block, Claim, DraftCell, DraftTable, Paragraph
from advisor.frame import Frame, Order, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, label_of, listed, told_value, topic_of, value_phrase
from advisor.sets import Ranked, Sifting, borrowing, key_of, rank, sift, tied
from advisor.tables import Fact, Listing
from advisor.understanding.subjects import kinds
from advisor.words import ORDINALS


def answer_filter(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge, guides: Guides) -> Part:
    """Which listings meet every wish, guide by guide, sorted by price where there is one."""
    siftings = sift(frame, wishes, knowledge)
    if not wishes and frame.attributes:
        siftings = _telling(siftings, frame.attributes) or siftings
    if not siftings or (gone := nowhere(wishes, knowledge)):
        return no_such(frame, gone) if siftings else cannot_tell(frame, wishes, knowledge)
    matched = [sifting for sifting in siftings if sifting.matching]
    if not matched:
        siftings = (sift(frame, wishes, borrowing(wishes, knowledge)) if len(wishes) > 1 else []) or siftings
        matched = [sifting for sifting in siftings if sifting.matching]
    if not matched and (yearly := held_yearly(frame, wishes, knowledge)):
        part = answer_filter(*yearly, knowledge, guides)
        if part.shown:
            return replace(part, blocks=(*part.blocks, say_held_yearly()))
    if not matched:
        places = place_rows(wishes, knowledge)
        none = (say_none(siftings, wishes, guides),) if len(wishes) > 1 or not places else ()
        blocks: tuple[Block, ...] = (*none, *([Paragraph(tuple(places))] if places else []))
        blocks += () if places else tuple(other_periods(frame, wishes, knowledge, guides))
        blocks += tuple(say_assumed(wishes))
        return Part(frame, "answered", blocks, (), _topics(wishes, knowledge))
    order = frame.order or _by_price(frame, knowledge)
    rows: list[tuple[str, Listing, Fact | None]] = []
    for sifting in matched:
        ranked = rank(sifting.matching, order, frame.narrowing, knowledge, wishes) if order else None
        rows += rows_of(sifting, ranked)
    table = table_of(rows[:MOST_ROWS], wishes, order, knowledge, guides, frame.attributes)
    lead = Paragraph(tuple(tally(sifting, wishes, guides) for sifting in matched[:3]))
    extra = (say_cut(len(rows)),) if len(rows) > MOST_ROWS else ()
    apart = (*say_left_out(siftings, wishes, guides), *other_periods(frame, wishes, knowledge, guides))
    blocks = (lead, table, *extra, *apart, *say_assumed(wishes), *without(frame))
    names = tuple(dict.fromkeys(listing.name for _, listing, _ in rows))
    cost = {"cost"} if _by_price(frame, knowledge) else set()
    return Part(frame, "answered", blocks, names, _topics(wishes, knowledge) | cost)


def _telling(siftings: Sequence[Sifting], asked: Sequence[str]) -> list[Sifting]:
    """Only those for which something is given that a list of all asks for."""
    found = []
    for sifting in siftings:
        told = tuple(x for x in sifting.matching if any(f.cell.known for a in asked for f in x.of(a)))
        found += [replace(sifting, matching=told)] if told else []
    return sorted(found, key=lambda s: -len(s.matching))


def answer_count(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge, guides: Guides) -> Part:
    """How many listings meet the wishes, guide by guide, of how many that could be told."""
    if frame.attributes and NOT_GIVEN.search(frame.text):
        return answer_unknown(frame, wishes, knowledge, guides)
    siftings = sift(frame, wishes, knowledge)
    if not siftings or (gone := nowhere(wishes, knowledge)):
        return no_such(frame, gone) if siftings else cannot_tell(frame, wishes, knowledge)
    claims = tuple(tally(sifting, wishes, guides, named=True) for sifting in siftings[:3])
    blocks = (Paragraph(claims), *without(frame))
    return Part(frame, "answered", blocks, _first_names(siftings), _topics(wishes, knowledge))


def answer_rank(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge, guides: Guides) -> Part:
    """The first few from the wanted end: a column a guide, because guides are never mixed inside one."""
    order = frame.order
    if order is None:
        return answer_filter(frame, wishes, knowledge, guides)
    limit = frame.places[1] if frame.places else frame.limit or 1
    start = frame.places[0] - 1 if frame.places else 0
    ranked = orders(frame, order, wishes, knowledge)
    if frame.after:
        ranked = [rest for one in ranked if (rest := behind_one(one, frame.after, order))]
    place = frame.place or 1
    ranked = [one for one in ranked if len(one.entries) >= place] or ranked
    if not ranked:
        near = without_named_for(frame, wishes, knowledge)
        if not near and len(wishes) > 1:
            return answer_filter(frame, wishes, knowledge, guides)  # that nobody meets them all
        return answer_rank(*near, knowledge, guides) if near else cannot_tell(frame, wishes, knowledge, order.attribute)
    ranked.sort(key=lambda r: (len(r.entries) < limit, _lead_value(r, order), r.guide))
    first = place if limit == 1 else limit
    shown = tuple(
        dict.fromkeys(name for r in ranked[:3] for name in _at(r, order, first - 1 if limit == 1 else 0, first))
    )
    own = topic_of(order.attribute, knowledge)
    topics = _topics(wishes, knowledge) | frozenset([own] if own else [])
    if limit == 1:
        doubted = _doubted(ranked[:3], order, place, place, knowledge)
        after = f" after {frame.after.name}" if frame.after else ""
        claims = tuple(_first(r, order, wishes, knowledge, guides, place, after) for r in ranked[:3])
        return Part(
            frame, "answered", (Paragraph(claims), *doubted, *say_assumed(wishes), *without(frame)), shown, topics
        )
    columns = ("Place", *(f"{guides[r.guide].publisher}{_unit(r)}" for r in ranked[:3]))
    rows = tuple(
        (DraftCell(str(place + 1)), *(_placed(r, place) for r in ranked[:3]))
        for place in range(start, max(min(limit, len(r.entries)) for r in ranked[:3]))
    )
    notes = tuple(note for r in ranked[:3] for note in _tie(r, limit, order))
    notes += _doubted(ranked[:3], order, start + 1, limit, knowledge)
    head = Claim(f"{_heading(order, ranked[0], knowledge)}{conditions_said(wishes)}:", kind="plain")
    blocks = (Paragraph((head,)), DraftTable(columns, rows), *notes, *say_assumed(wishes), *without(frame))
    return Part(frame, "answered", blocks, shown, topics)


def _at(ranked: Ranked, order: Order, start: int, end: int) -> list[Name]:
    """Who stands at some places, with those level with the last of them."""
    entries = ranked.entries[start:end]
    level = {key_of(fact, order) for _, fact in entries[-1:]}
    after = [entry for entry in ranked.entries[end:] if end - start == 1 and key_of(entry[1], order) in level]
    return [listing.name for listing, _ in (*entries, *after)]


def _doubted(ranked: Sequence[Ranked], order: Order, first: int, last: int, knowledge: Knowledge) -> tuple[Block, ...]:
    """What the guides doubt of the values from one place to another, ties included; of two at the most."""
    label = label_of(order.attribute, knowledge)
    found: dict[Block, None] = {}
    for one in ranked:
        held = {key_of(fact, order) for _, fact in one.entries[min(first, len(one.entries)) - 1 : last]}
        level = [(listing.name, fact) for listing, fact in one.entries if key_of(fact, order) in held]
        found |= dict.fromkeys(note for name, fact in level for note in doubts(name, label, [fact], knowledge))
    return tuple(found)[: MOST_DOUBTS if last > first else 1]


MOST_DOUBTS = 2


def _lead_value(ranked: Ranked, order: Order) -> tuple[bool, float]:
    value = ranked.entries[0][1].cell.value or 0.0
    return (ranked.period not in {"total", None}, value if order.lowest else -value)


def _first(
    ranked: Ranked,
    order: Order,
    wishes: Sequence[Wish],
    knowledge: Knowledge,
    guides: Guides,
    place: int,
    after: str = "",
) -> Claim:
    """One place of one guide, with everyone who shares it, each value as it is written."""
    held = key_of(ranked.entries[min(place, len(ranked.entries)) - 1][1], order)
    level = [(listing, fact) for listing, fact in ranked.entries if key_of(fact, order) == held]
    names: dict[str, list[str]] = {}
    for listing, fact in level:
        names.setdefault(value_phrase(fact.cell), []).append(f"{listing.name.name}{detail(fact, knowledge)}")
    nth = next((f"{word} " for word, number in ORDINALS.items() if number == place > 1), "")
    nth = "next " if after else nth
    what = f"{nth}{_end(order, level[0][1])} {label_of(order.attribute, knowledge)}{after}{conditions_said(wishes)}"
    tag = guides[ranked.guide].tag
    if place > len(ranked.entries):
        text = f"{tag}: only {len(ranked.entries)} can be put in order by {label_of(order.attribute, knowledge)}."
        return Claim(text, tuple(f.source for _, f in ranked.entries), "counted", str(len(ranked.entries)))
    sources = tuple(dict.fromkeys(fact.source for _, fact in level))
    if len(names) == 1:
        value, who = next(iter(names.items()))
        return Claim(f"{listed(dict.fromkeys(who))}: {what}, {value} ({tag}).", sources)
    each = [f"{listed(dict.fromkeys(who))} with {value}" for value, who in names.items()]
    return Claim(f"{capital(what)}: {listed(each)} ({tag}).", sources)


def _end(order: Order, fact: Fact) -> str:
    if fact.cell.unit == "duration":
        return "shortest" if order.lowest else "longest"
    return "lowest" if order.lowest else "highest"


def _heading(order: Order, ranked: Ranked, knowledge: Knowledge) -> str:
    label = label_of(order.attribute, knowledge)
    return f"{_end(order, ranked.entries[0][1]).capitalize()} {label}"


def _unit(ranked: Ranked) -> str:
    return f" ({PERIOD_WORDS[ranked.period]})" if ranked.period else ""


def _placed(ranked: Ranked, place: int) -> DraftCell:
    if place >= len(ranked.entries):
        return DraftCell("–")
    listing, fact = ranked.entries[place]
    whom = fact.cell.for_whom(fact.cell.text).removeprefix(" for").removesuffix(" students")
    return DraftCell(f"{listing.name.name}: {fact.cell.text}{whom}", told_value(fact.cell), (fact.source,))


def _tie(ranked: Ranked, limit: int, order: Order) -> list[Block]:
    more = tied(ranked.entries, limit, order)
    if not more:
        return []
    last = ranked.entries[limit - 1][1].cell.text
    names = listed([listing.name.name for listing, _ in ranked.entries[limit : limit + more]])
    sources = tuple(fact.source for _, fact in ranked.entries[limit - 1 : limit + more])
    return [Paragraph((Claim(f"{names} stand{'s' if more == 1 else ''} level at {last}.", sources),))]


def _by_price(frame: Frame, knowledge: Knowledge) -> Order | None:
    """By price, where what is asked for has one."""
    price = price_attribute(knowledge)
    return (
        Order(price, lowest=True) if price and (frame.kind or knowledge.main_kind) in kinds(price, knowledge) else None
    )


def _topics(wishes: Sequence[Wish], knowledge: Knowledge) -> frozenset[str]:
    return frozenset(topic for wish in wishes if (topic := topic_of(wish.attribute, knowledge)))


def _first_names(siftings: Sequence[Sifting]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(listing.name for s in siftings[:1] for listing in s.matching))[:MOST_ROWS]

"""Sets as tables: a row for every listing that matches, with the value that was asked and those that were demanded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.draft import DraftCell, DraftTable
from advisor.facts import wish_met
from advisor.frame import Order, Wish
from advisor.knowledge import Knowledge
from advisor.saying import GuideCard, label_of, told_value, value_phrase
from advisor.sets import Ranked, Sifting
from advisor.tables import Fact, Listing

Guides = Mapping[str, GuideCard]


def rows_of(sifting: Sifting, ranked: Ranked | None) -> list[tuple[str, Listing, Fact | None]]:
    """The matching listings, those in order first."""
    placed = list(ranked.entries) if ranked else []
    names = {id(listing) for listing, _ in placed}
    shown = {listing.name for listing, _ in placed}
    rest = [listing for listing in sifting.matching if id(listing) not in names and listing.name not in shown]
    return [(sifting.guide, listing, fact) for listing, fact in placed] + [(sifting.guide, x, None) for x in rest]


def table_of(
    rows: Sequence[tuple[str, Listing, Fact | None]],
    wishes: Sequence[Wish],
    order: Order | None,
    knowledge: Knowledge,
    guides: Guides,
    asked: Sequence[str] = (),
) -> DraftTable:
    """One column for the order, one for every other attribute that was demanded or asked for and is given."""
    given = [a for a in asked if any(fact.cell.known for _, x, _ in rows for fact in x.of(a))]
    wide = [wish for wish in wishes if len({condition.attribute for condition in wish.conditions}) > 1]
    named = dict.fromkeys((*(w.attribute for w in wishes if w not in wide), *given))
    extra = [a for a in named if order is None or a != order.attribute]
    columns = ["School" if not rows else rows[0][1].name.kind.capitalize()]
    columns += [capital(label_of(order.attribute, knowledge))] if order else []
    columns += [capital(label_of(attribute, knowledge)) for attribute in extra]
    columns += [*(capital(wish.said) for wish in wide), "Guide"]
    drawn = []
    for guide, listing, fact in rows:
        cells = [DraftCell(_titled(listing), None, (listing.facts[0].source,))]
        if order:
            cells.append(_cell(fact) if fact else _unordered(listing, order.attribute))
        cells += [_cell(_telling(listing, attribute, wishes)) for attribute in extra]
        cells += [_cell(_in_any(listing, wish)) for wish in wide]
        drawn.append((*cells, DraftCell(guides[guide].publisher)))
    return DraftTable(tuple(columns), tuple(drawn))


def _in_any(listing: Listing, wish: Wish) -> Fact | None:
    """The cell that meets a wish which several columns could meet: "with X", among partners or employers."""
    attributes = dict.fromkeys(condition.attribute for condition in wish.conditions)
    return next((f for a in attributes for f in listing.of(a) if f.cell.known and wish_met((f,), wish)), None)


def _unordered(listing: Listing, attribute: str) -> DraftCell:
    """A value that cannot stand in the order, in another period or money: it is given all the same."""
    given = next((fact for fact in listing.of(attribute) if fact.cell.known), None)
    return replace(_cell(given), value=None)


def _telling(listing: Listing, attribute: str, wishes: Sequence[Wish]) -> Fact | None:
    """The cell of an attribute that meets the wish for it; else the first that is known."""
    known = [fact for fact in listing.of(attribute) if fact.cell.known]
    asked = [wish for wish in wishes if wish.attribute == attribute]
    meeting = [fact for fact in known if asked and all(wish_met((fact,), wish) for wish in asked)]
    return next(iter([*meeting, *known]), None)


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


def _titled(listing: Listing) -> str:
    return listing.name.name


def _cell(fact: Fact | None) -> DraftCell:
    return (
        DraftCell("not given")
        if fact is None
        else DraftCell(value_phrase(fact.cell), told_value(fact.cell), (fact.source,))
    )

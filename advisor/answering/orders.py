"""The orders that a superlative can mean: one a guide, because values of two guides are never mixed in one order."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Frame, Order, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.sets import Ranked, key_of, rank, sift


def orders(frame: Frame, order: Order, wishes: Sequence[Wish], knowledge: Knowledge) -> list[Ranked]:
    """Each guide's listings that meet the wishes, from the wanted end; those with whole prices in front."""
    found = []
    siftings = sift(frame, wishes, knowledge)
    telling = [sifting for sifting in siftings if len(sifting.unknown) <= sifting.considered]
    for sifting in telling or siftings:  # the first of a few that a guide happens to tell are not its first
        one = rank(sifting.matching, order, frame.narrowing, knowledge, wishes)
        if one and one.entries:
            found.append(one)
    if any(len(one.entries) > 1 for one in found):  # the only one of its guide is not its first
        found = [one for one in found if len(one.entries) > 1]
    widest = {r.period for r in found}
    if "total" in widest and frame.narrowing.period is None:
        found = [r for r in found if r.period == "total"] + [r for r in found if r.period != "total"]
    return found


def behind_one(ranked: Ranked, name: Name, order: Order) -> Ranked | None:
    """Who comes after somebody in one guide's order; None where it has no place for them."""
    own = [key_of(fact, order) for listing, fact in ranked.entries if listing.name == name]
    rest = tuple(e for e in ranked.entries if own and key_of(e[1], order) >= own[0] and e[0].name != name)
    return replace(ranked, entries=rest) if rest else None

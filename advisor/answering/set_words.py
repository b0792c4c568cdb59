"""Sets in words: how many of how many, what was left out and why, what was assumed."""

from collections.abc import Collection, Mapping, Sequence

from advisor.draft import Block, Claim, DraftNote, Paragraph
from advisor.facts import wish_met
from advisor.frame import Wish
from advisor.saying import GuideCard, listed
from advisor.sets import Sifting
from advisor.tables import Fact, Listing
from advisor.words import plural

Guides = Mapping[str, GuideCard]
MOST_ROWS = 24


def tally(sifting: Sifting, wishes: Sequence[Wish], guides: Guides, *, named: bool = False) -> Claim:
    """ "Online guide, June 2026: 5 of 10 programs match"; the unknown are counted apart."""
    total = sifting.considered
    what = (
        f"{len(sifting.matching)} of {total} {programs(sifting, total)} match{conditions_said(wishes)}"
        if wishes
        else (f"{len(sifting.matching)} {programs(sifting, len(sifting.matching))}")
    )
    sources = tuple(
        dict.fromkeys(fact.source for x in sifting.matching or sifting.failing for fact in evidence_of(x, wishes))
    )
    formula = f"{len(sifting.matching)} of {total}"
    what += by_value(sifting, wishes)
    names = list(dict.fromkeys(listing.name.name for listing in sifting.matching))
    kind = next(iter([*sifting.matching, *sifting.failing])).name.kind
    schools = (
        f"; {len(names)} {kind if len(names) == 1 else plural(kind)}"
        if wishes and len(names) < len(sifting.matching)
        else ""
    )
    what += schools
    if named and wishes and 0 < len(names) <= MOST_NAMED:
        what += f": {listed(names)}"
    return Claim(
        f"{guides[sifting.guide].tag}: {what}.", sources[:12], "counted", formula + by_value(sifting, wishes) + schools
    )


MOST_NAMED = 8


def by_value(sifting: Sifting, wishes: Sequence[Wish]) -> str:
    """Where a wish allows several choices, how many have each: "6 not required, 1 optional"."""
    for wish in wishes:
        values = [str(condition.value) for condition in wish.conditions]
        counts = {
            v: sum(any(v in f.cell.choices for f in x.of(wish.attribute)) for x in sifting.matching) for v in values
        }
        if len(values) > 1 and sum(bool(count) for count in counts.values()) > 1:
            return f", {', '.join(f'{count} {value}' for value, count in counts.items() if count)}"
    return ""


def evidence_of(listing: Listing, wishes: Sequence[Wish]) -> list[Fact]:
    """The known facts of a listing that its conditions were held against."""
    asked = {wish.attribute for wish in wishes}
    facts = [fact for fact in listing.facts if fact.cell.attribute in asked and fact.cell.known]
    return facts[:1] or list(listing.facts[:1])


def programs(sifting: Sifting, count: int) -> str:
    """What a set is of, in its number."""
    listing = next(iter([*sifting.matching, *sifting.failing]))
    word = "program" if listing.program else listing.name.kind
    return word if count == 1 else plural(word)


def conditions_said(wishes: Sequence[Wish]) -> str:
    """The conditions of a set as the person said them."""
    said = [wish.said for wish in wishes if not wish.assumed]
    return f" ({', '.join(said)})" if said else ""


def say_none(siftings: Sequence[Sifting], wishes: Sequence[Wish], guides: Guides) -> Block:
    """That nothing matches, and what came nearest to being told."""
    considered = listed([f"{guides[s.guide].publisher}: 0 of {s.considered}" for s in siftings[:3]])
    sources = tuple(s.failing[0].facts[0].source for s in siftings[:3] if s.failing)
    untold = any(sifting.unknown for sifting in siftings)
    thing = programs(siftings[0], 1)
    found = f"No {thing} is known to match" if untold else f"No {thing} in the guides matches"
    claims = [Claim(f"{found}{conditions_said(wishes)} ({considered}).", sources, "counted", considered)]
    unknown = [listing for sifting in siftings for listing in sifting.unknown]
    there = [w for w in wishes if w.conditions[0].operator == "contains"]
    near = [x for x in unknown if there and all(wish_met(x.facts, wish) for wish in there)]
    names = dict.fromkeys(listing.name.name for listing in near or unknown)
    if 0 < len(names) <= MOST_NAMED:
        claims.append(Claim(f"For {listed(names)} the guides do not tell.", kind="plain"))
    return Paragraph(tuple(claims))


def say_cut(total: int) -> Block:
    """That a table shows only its first rows."""
    return Paragraph(
        (Claim(f"The table shows the first {MOST_ROWS} of {total}.", (), "counted", f"{MOST_ROWS} of {total}"),)
    )


MOST_LEFT = 4


def say_left_out(siftings: Sequence[Sifting], wishes: Sequence[Wish], guides: Guides) -> list[Block]:
    """Who was left out because a value is not known, or is a range with the limit inside."""
    claims = []
    asked = {wish.attribute for wish in wishes}
    most = MOST_LEFT if sum(bool(s.unknown) for s in siftings if s.matching) < 2 else MOST_LEFT // 2
    told = [sifting for sifting in siftings if sifting.matching][:3]
    for sifting in told + [sifting for sifting in siftings if not sifting.matching]:
        names = list(dict.fromkeys(listing.name.name for listing in sifting.unknown))
        inside = {listing.name.name for listing in sifting.matching}
        spread = {
            x.name.name for x in sifting.unknown if any(f.cell.high and f.cell.attribute in asked for f in x.facts)
        }
        names = [name for name in names if name not in inside]
        both = [name for name in names if name in spread]
        if both:
            claims.append(
                Claim(f"Not counted, because the range reaches over the limit: {listed(both)}.", kind="plain")
            )
        moneys = {c.currency for wish in wishes for c in wish.conditions if c.operator not in {"is", "contains"}}
        abroad = {x.name.name for x in sifting.unknown if any(_is_of_others(f, asked, moneys) for f in x.facts)}
        other = [name for name in names if name in abroad and name not in both]
        if other:
            text = f"Not held against your limit, which is in other money: {listed(other)}."
            claims.append(Claim(text, kind="plain"))
        names = [name for name in names if name not in (*both, *other)]
        if names and sifting.matching:
            rest = len(names) - most
            shown = listed(names) if rest <= 0 else f"{', '.join(names[:most])} and {rest} more"
            text = f"Left out because {guides[sifting.guide].publisher} does not give the value: {shown}."
            claims.append(
                Claim(text, (), "counted", f"{rest} more of {len(names)}") if rest > 0 else Claim(text, kind="plain")
            )
    return [Paragraph(tuple(claims))] if claims else []


def _is_of_others(fact: Fact, asked: Collection[str], moneys: Collection[str | None]) -> bool:
    """Whether a price that was asked for is in a money that no limit is in."""
    cell = fact.cell
    return cell.attribute in asked and cell.known and cell.is_price and bool(moneys) and cell.currency not in moneys


def say_assumed(wishes: Sequence[Wish]) -> list[Block]:
    """What was assumed of the person."""
    said = [wish.said for wish in wishes if wish.assumed]
    return [DraftNote("assumption", Claim(f"Assumed: {listed(said)}.", (), "given"))] if said else []

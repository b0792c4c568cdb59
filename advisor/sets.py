"""Sets of listings: which match the wishes, which miss, which cannot be told; sorted within one guide and one unit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.facts import PERIOD_ORDER, narrowed, of_residents, wish_met, years_of
from advisor.frame import Frame, Narrowing, Order, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.tables import Fact, Listing
from advisor.words import words
from index import Period


@dataclass(frozen=True)
class Sifting:
    """One guide's listings told apart by some wishes."""

    guide: str
    matching: tuple[Listing, ...]
    failing: tuple[Listing, ...]
    unknown: tuple[Listing, ...]

    @property
    def considered(self) -> int:
        """How many could be told, either way."""
        return len(self.matching) + len(self.failing)


def sift(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge) -> list[Sifting]:
    """Every guide that can tell at least one listing by these wishes, those with most matches first."""
    found = []
    for guide in dict.fromkeys(listing.guide for listing in knowledge.listings):
        if frame.narrowing.guides and guide not in frame.narrowing.guides:
            continue
        listings = [
            _of_residents(listing, frame.narrowing)
            for listing in knowledge.listings
            if listing.guide == guide
            and listing.name.kind == (frame.kind or knowledge.main_kind)
            and _wanted(listing, frame, knowledge)
        ]
        asked = {wish.attribute for wish in wishes} | ({frame.order.attribute} if frame.order else set())
        sifted = _sifted(guide, _at_level(listings, asked), wishes)
        if sifted.matching or sifted.failing:
            found.append(sifted)
    return sorted(found, key=lambda s: (-len(s.matching), -s.considered, s.guide))


def _of_residents(listing: Listing, narrowing: Narrowing) -> Listing:
    if not narrowing.residency_at:
        return listing
    return replace(listing, facts=tuple(of_residents(listing.facts, narrowing)))


def borrowing(wishes: Sequence[Wish], knowledge: Knowledge) -> Knowledge:
    """The listings with what other guides say of the place and the standing of their subjects, for columns that a guide lacks.

    A town or "public" is the school's and the same in every guide; a price or a rule is a guide's own and never lent.
    """
    entries = knowledge.vocabulary.attributes
    lent = [
        attribute
        for attribute in dict.fromkeys(wish.attribute for wish in wishes)
        if (entry := entries.get(attribute)) and entry.topic in LENT and entry.unit in {"text", "choice"}
    ]
    given = {(x.guide, fact.cell.attribute) for x in knowledge.listings for fact in x.facts if fact.cell.known}
    listings = []
    for listing in knowledge.listings:
        lacking = [attribute for attribute in lent if (listing.guide, attribute) not in given]
        facts = [f for a in lacking for f in knowledge.facts(listing.name, a) if f.cell.known and not _of_program(f)]
        listings.append(replace(listing, facts=(*listing.facts, *facts)) if facts else listing)
    return replace(knowledge, listings=tuple(listings))


LENT = {"place", "standing"}  # topics


def _wanted(listing: Listing, frame: Frame, knowledge: Knowledge) -> bool:
    """Where subjects are named, only those; never one that was left out, or a program of a level that was not meant."""
    if knowledge.of_other_level(listing.program, frame.text):
        return False
    headings = frame.narrowing.headings
    if headings and not any(heading in fact.row.path for fact in listing.facts for heading in headings):
        return False
    return listing.name not in frame.excluded and (not frame.subjects or listing.name in frame.subjects)


def _at_level(listings: Sequence[Listing], asked: set[str]) -> list[Listing]:
    """One listing a subject where all that is asked is said of the subject and not of its programs."""
    kept: list[Listing] = []
    named: dict[Name, list[Listing]] = {}
    for listing in listings:
        named.setdefault(listing.name, []).append(listing)
    for mine in named.values():
        own = any(fact.cell.attribute in asked and _of_program(fact) for listing in mine for fact in listing.facts)
        told = [listing for listing in mine if any(fact.cell.attribute in asked for fact in listing.facts)]
        kept += (told or mine) if own else mine[:1]
    return kept


def _of_program(fact: Fact) -> bool:
    return fact.row.version is not None


def _sifted(guide: str, listings: Sequence[Listing], wishes: Sequence[Wish]) -> Sifting:
    matching, failing, unknown = [], [], []
    programs = {(x.name, word) for x in listings if x.program for word in words(x.program)}
    for listing in listings:
        verdicts = [_met(listing, wish, programs) for wish in wishes]
        if any(verdict is False for verdict in verdicts):
            failing.append(listing)
        elif all(verdict is True for verdict in verdicts):
            matching.append(listing)
        else:
            unknown.append(listing)
    return Sifting(guide, tuple(matching), tuple(failing), tuple(unknown))


def _met(listing: Listing, wish: Wish, programs: set[tuple[Name, str]]) -> bool | None:
    """Whether a listing meets a wish; a program that is named for one version ("Online …") is not another.

    `programs` are the words of all program names: beside a program that is named for a version, its namesake is not it.
    """
    met = wish_met(listing.facts, wish)
    if met and listing.program and not wish.negated:
        own = set(words(listing.program))
        choices = {choice for fact in listing.of(wish.attribute) for choice in fact.cell.choices}
        wanted = {str(condition.value) for condition in wish.conditions}
        if choices & own:
            return bool(choices & own & wanted)
        return not any((listing.name, value) in programs for value in wanted)
    return met


@dataclass(frozen=True)
class Ranked:
    """Listings of one guide in order of one attribute, in one period; those without a value apart."""

    guide: str
    period: Period | None
    entries: tuple[tuple[Listing, Fact], ...]
    unknown: tuple[Listing, ...]


def rank(
    listings: Sequence[Listing],
    order: Order,
    narrowing: Narrowing,
    knowledge: Knowledge,
    wishes: Sequence[Wish] = (),
) -> Ranked | None:
    """One guide's listings from the wanted end; only values of one period, and those that the wishes mean, count."""
    if not listings:
        return None
    narrowing = _in_period(narrowing, order, wishes)
    values = {id(listing): _wished(_values(listing, order, narrowing), order, wishes) for listing in listings}
    found = Counter((fact.cell.period, fact.cell.currency) for facts in values.values() for fact in facts)
    if not found:
        return None
    period, currency = _first_measure(found, narrowing)
    entries, unknown = [], []
    for listing in listings:
        facts = [f for f in values[id(listing)] if (f.cell.period, f.cell.currency) == (period, currency)]
        if facts:
            entries.append((listing, _best(facts, order, knowledge)))
        else:
            unknown.append(listing)
    entries.sort(key=lambda entry: (key_of(entry[1], order), entry[0].name.name, entry[0].program or ""))
    return Ranked(listings[0].guide, period, tuple(_once(entries)), tuple(unknown))


def _first_measure(
    found: Counter[tuple[Period | None, str | None]], narrowing: Narrowing
) -> tuple[Period | None, str | None]:
    """The one period and money that is put in order: the widest period, and the money of most prices in it."""
    moneys = {measure for measure in found if measure[1] == narrowing.currency} if narrowing.currency else set()
    return min(moneys or found, key=lambda measure: (PERIOD_ORDER.index(measure[0]), -found[measure], measure[1] or ""))


def _values(listing: Listing, order: Order, narrowing: Narrowing) -> list[Fact]:
    facts = [fact for fact in listing.of(order.attribute) if fact.cell.known and fact.cell.value is not None]
    return narrowed(_newest(facts, narrowing), narrowing)


def _in_period(narrowing: Narrowing, order: Order, wishes: Sequence[Wish]) -> Narrowing:
    """The period that a limit on the ordered attribute holds for."""
    bounds = (condition for wish in wishes for condition in wish.conditions if wish.attribute == order.attribute)
    period = next((condition.period for condition in bounds if condition.period), None)
    return replace(narrowing, period=period) if period else narrowing


def _wished(facts: list[Fact], order: Order, wishes: Sequence[Wish]) -> list[Fact]:
    """The values that meet the wishes for them: of two prices, the one between the bounds."""
    own = [wish for wish in wishes if wish.attribute == order.attribute]
    return [fact for fact in facts if all(wish_met((fact,), wish) for wish in own)] or facts


def _newest(facts: list[Fact], narrowing: Narrowing) -> list[Fact]:
    """Without a year in the question, tables of older years do not count."""
    if narrowing.years:
        return facts
    newest = max((year for fact in facts for year in years_of(fact)), default=None)
    return [fact for fact in facts if not years_of(fact) or newest in years_of(fact)]


def _best(facts: Sequence[Fact], order: Order, knowledge: Knowledge) -> Fact:
    """Where a guide gives two values, the one of its larger table; then the one nearest the wanted end."""
    return min(facts, key=lambda fact: (-knowledge.table_sizes[fact.row.guide, fact.row.path], key_of(fact, order)))


def key_of(fact: Fact, order: Order) -> float:
    """What an order compares: from the top the high end of a range counts."""
    value = fact.cell.value or 0.0
    high = fact.cell.high if fact.cell.high is not None else value
    return value if order.lowest else -high


def _once(entries: Sequence[tuple[Listing, Fact]]) -> list[tuple[Listing, Fact]]:
    """A subject whose programs share a value is named once."""
    seen: set[tuple[str, tuple[float | None, float | None]]] = set()
    kept = []
    for listing, fact in entries:
        key = (listing.name.name, (fact.cell.value, fact.cell.high))
        if key not in seen:
            seen.add(key)
            kept.append((listing, fact))
    return kept


def tied(entries: Sequence[tuple[Listing, Fact]], limit: int, order: Order) -> int:
    """How many more stand level with the last of the first `limit`."""
    if len(entries) <= limit or limit == 0:
        return 0
    last = key_of(entries[limit - 1][1], order)
    return sum(1 for _, fact in entries[limit:] if key_of(fact, order) == last)

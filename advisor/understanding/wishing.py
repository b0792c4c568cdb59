"""What a part demands: conditions by words, by amounts, by values of cells, by places and by names in cells."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from advisor.frame import Narrowing, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Demand, Name
from advisor.saying import label_of, listed
from advisor.understanding.amounts import Amount
from advisor.understanding.asked import counted_of, direction_of, unit_of
from advisor.understanding.mentions import Mentions
from advisor.understanding.subjects import kinds
from advisor.words import phrase
from index import Condition, Operator, Period


def read_wishes(
    mentions: Mentions,
    amounts: Sequence[Amount],
    attributes: Sequence[str],
    narrowing: Narrowing,
    kind: str | None,
    knowledge: Knowledge,
) -> list[Wish]:
    """Every condition that a part sets, by words, by values and by amounts."""
    wishes = [_worded(mention.meant, mention.form, negated=mention.negated) for mention in mentions.demands]
    wishes += _worded_values(mentions, attributes, kind, knowledge)
    wishes += _said_yes(mentions, kind, knowledge)
    for amount in amounts:
        near = _nearest_first(amount, attributes, mentions)
        attribute = _measured(amount, near, narrowing, kind, mentions, knowledge)
        bound = amount.bound or _reached(amount, attribute, attributes, kind, knowledge)
        if (
            attribute
            and (kind or mentions.demands)
            and (
                amount.unit in EXACT_UNITS or (attribute in attributes and _had(amount, attribute, mentions, knowledge))
            )
            and not amount.bound
            and not mentions.subjects
        ):
            holds: Operator = "at_least" if amount.unit == "percent" else "is"
            value = Condition(attribute, holds, _comparable(amount))
            wishes.append(Wish((value,), f"{label_of(attribute, knowledge)}: {amount.text}"))
        elif amount.about and not amount.bound and attribute and kind and not mentions.subjects:
            wishes.append(_about(amount, attribute, narrowing, kind, knowledge))
        if bound and attribute:
            condition = _bounded(amount, attribute, bound, narrowing, kind, knowledge)
            said = f"{label_of(attribute, knowledge)} {BOUND_WORDS[bound]} your {amount.text}"
            wishes.append(
                Wish((condition,), said + (HELD_YEARLY if narrowing.period != condition.period == "year" else ""))
            )
    return _together(wishes, knowledge)


def _reached(
    amount: Amount, attribute: str | None, asked: Sequence[str], kind: str | None, knowledge: Knowledge
) -> Operator | None:
    """ "Jobs paying 100k": of what is better the more it is, a bare amount is what has to be reached."""
    bare = amount.unit == "money" and not (amount.about or amount.earned or amount.budget)
    more = attribute in asked and direction_of(attribute or "", knowledge) == "high"
    return "reaches" if kind and bare and more else None


EXACT_UNITS = {"credit"}
A_TENTH = 0.1


def _about(amount: Amount, attribute: str, narrowing: Narrowing, kind: str | None, knowledge: Knowledge) -> Wish:
    """ "Around 55k": within a tenth of it."""
    ends: tuple[tuple[float, Operator], ...] = ((1 - A_TENTH, "at_least"), (1 + A_TENTH, "at_most"))
    conditions = tuple(
        _bounded(replace(amount, value=amount.value * share), attribute, operator, narrowing, kind, knowledge)
        for share, operator in ends
    )
    said = f"{label_of(attribute, knowledge)} around your {amount.text}, a tenth more or less"
    return Wish(conditions, said, together=True)


def _together(wishes: Sequence[Wish], knowledge: Knowledge) -> list[Wish]:
    """ "Between 20k and 30k", "over 20k but under 30k": two ends of one attribute are for one value to meet."""
    found: list[Wish] = []
    for wish in wishes:
        last = found[-1] if found else wish
        ends = {last.conditions[0].operator in LOW, wish.conditions[0].operator in LOW}
        bounds = all(w.conditions[0].operator in LOW | HIGH and not w.together for w in (last, wish))
        if found and last.attribute == wish.attribute and bounds and ends == {True, False}:
            own = wish.said.removeprefix(f"{label_of(wish.attribute, knowledge)} ")
            span = own.removeprefix("at most ")
            same = last.said.endswith(span)
            said = f"{label_of(wish.attribute, knowledge)} {'between ' if ' and ' in span else 'of '}{span}"
            found[-1] = Wish(
                (*last.conditions, *wish.conditions), said if same else f"{last.said}, {own}", together=True
            )
        else:
            found.append(wish)
    return found


LOW, HIGH = {"at_least", "above", "reaches"}, {"at_most", "below"}


def _had(amount: Amount, attribute: str, mentions: Mentions, knowledge: Knowledge) -> bool:
    """ "Schools with a 100% rate", "bikes for 3 kids": a share that things have, a count with its own name behind it; "the
    top 3 ranked" counts no rank.
    """
    before = [token.word for token in mentions.tokens if token.start < amount.start]
    counted = any(
        attribute in mention.meant and mentions.tokens[mention.span.start - 1].start == amount.start
        for mention in mentions.attributes
        if mention.span.start
    )
    return (amount.unit == "percent" and bool(before) and before[-1] in HAD) or (
        not amount.unit and counted and unit_of(attribute, knowledge) != "rank"
    )


HAD = {"with", "has", "have", "having", "got"}


def _bounded(
    amount: Amount, attribute: str, operator: Operator, narrowing: Narrowing, kind: str | None, knowledge: Knowledge
) -> Condition:
    """One bound on an attribute, in the period that it holds for; what is said of a month holds for twelve a year."""
    priced = attribute == price_attribute(knowledge) and kind in {None, knowledge.main_kind}
    money = unit_of(attribute, knowledge) == "money"
    given = knowledge.periods_of.get(attribute, frozenset())
    told = given or attribute not in knowledge.vocabulary.attributes  # a list price has no period
    whole: Period | None = "total" if priced and amount.unit == "money" and (not told or "total" in given) else None
    period = (narrowing.period or whole) if money else None
    currency = _money(amount, attribute, knowledge)
    period = period if narrowing.period or currency is None else None  # a price abroad often names no period
    value = _comparable(amount)
    if priced and period == "month" and "month" not in given:
        value, period = value * 12, "year"
    return Condition(attribute, operator, value, period, narrowing.residency, currency)


def _money(amount: Amount, attribute: str, knowledge: Knowledge) -> str | None:
    """The money of an amount; one that names none is in the only money that the tables have."""
    given = knowledge.currencies_of.get(attribute, frozenset())
    return amount.currency or (next(iter(given)) if len(given) == 1 else None)


HELD_YEARLY = " a month, held against a twelfth of the price a year"


def _nearest_first(amount: Amount, attributes: Sequence[str], mentions: Mentions) -> list[str]:
    """The attributes that were asked, the one named last before an amount first."""
    before = [m for m in mentions.attributes if mentions.tokens[m.span.start].start < amount.start]
    named = [name for mention in reversed(before) for name in mention.meant if name in attributes]
    return list(dict.fromkeys((*named, *attributes)))


def _measured(
    amount: Amount,
    near: Sequence[str],
    narrowing: Narrowing,
    kind: str | None,
    mentions: Mentions,
    knowledge: Knowledge,
) -> str | None:
    """What an amount bounds: also a price by its period ("under 700 a credit") and a count ("more than 10 programs")."""
    attribute = measured(amount, near, knowledge)
    if attribute is None and amount.bound and not amount.unit:
        rate = narrowing.period in {"credit", "course", "month", "year"}
        attribute = price_attribute(knowledge) if rate else counted_of(kind, mentions, knowledge) if kind else None
    return _of_kind(attribute, kind, knowledge)


def _of_kind(attribute: str | None, kind: str | None, knowledge: Knowledge) -> str | None:
    """The attribute, or one of the same unit that the asked kind has: what employers "pay" is no salary."""
    if (
        attribute is None
        or kind is None
        or not knowledge.kinds_of.get(attribute)
        or kind in kinds(attribute, knowledge)
    ):
        return attribute
    unit = unit_of(attribute, knowledge)
    alike = (name for name in knowledge.vocabulary.attributes if unit_of(name, knowledge) == unit)
    return next((name for name in alike if kind in knowledge.kinds_of.get(name, ())), attribute)


def _worded_values(mentions: Mentions, attributes: Sequence[str], kind: str | None, knowledge: Knowledge) -> list[Wish]:
    """A value that some cell of the asked kind has, said in the part: "very high" growth outlook."""
    if kind in knowledge.vocabulary.background or (kind is None and mentions.orders):
        sorted_so = _worded_values(mentions, attributes, knowledge.main_kind, knowledge)  # "cheapest in New Zealand"
        return sorted_so or (_worded_values_of(mentions, attributes, kind, knowledge) if kind else [])
    return _worded_values_of(mentions, attributes, kind, knowledge) if kind else []


def _worded_values_of(mentions: Mentions, attributes: Sequence[str], kind: str, knowledge: Knowledge) -> list[Wish]:
    said = f" {' '.join(token.word for token in mentions.tokens)} "
    found = [
        Wish(
            tuple(Condition(a, "contains", value) for a in _sorting(kind, attribute, value, knowledge)),
            f"{label_of(attribute, knowledge)}: {value}",
        )
        for of, attribute, value in knowledge.categories_in(said)
        if of == kind and not mentions.subjects
    ]
    attributes = [attribute for attribute in attributes if all(wish.attribute != attribute for wish in found)]
    for attribute in attributes:
        for value in sorted(knowledge.values.get(attribute, ()), key=lambda v: (-len(v), v)):
            if f" {phrase(value)} " in said:
                found.append(Wish((Condition(attribute, "is", value),), f"{label_of(attribute, knowledge)}: {value}"))
                break
    return found


def _sorting(kind: str, attribute: str, value: str, knowledge: Knowledge) -> list[str]:
    """The column that has a value, and any other of the kind that no vocabulary knows and that has the same."""
    texts = knowledge.cell_texts.get(kind, {})
    own = (
        a for a, cells in texts.items() if f" {phrase(value)} " in cells and a not in knowledge.vocabulary.attributes
    )
    return list(dict.fromkeys((attribute, *own)))


def _said_yes(mentions: Mentions, kind: str | None, knowledge: Knowledge) -> list[Wish]:
    """ "Which have a tasting room": a column of yes and no that no vocabulary speaks of is a condition by its name."""
    if kind is None or mentions.subjects:
        return []
    found = []
    for mention in mentions.attributes:
        for attribute in mention.meant:
            own = attribute not in knowledge.vocabulary.attributes and knowledge.units.get(attribute) == "choice"
            if own and kind in kinds(attribute, knowledge):
                value, said = ("no", "no ") if mention.negated else ("yes", "with ")
                found.append(Wish((Condition(attribute, "is", value),), f"{said}{label_of(attribute, knowledge)}"))
    return found


EITHER = re.compile(r"\b(?:or|vs|versus|either)\b|/", re.I)


def alternatives(text: str, wishes: Sequence[Wish]) -> list[Wish]:
    """ "Online or campus": conditions on one choice that are said as alternatives."""
    if not EITHER.search(text):
        return list(dict.fromkeys(wishes))
    joined: dict[str, Wish] = {}
    for number, wish in enumerate(wishes):
        choice = all(condition.operator == "is" for condition in wish.conditions)
        key = wish.attribute if choice else str(number)
        old = joined.get(key)
        joined[key] = Wish((*old.conditions, *wish.conditions), f"{old.said} or {wish.said}") if old else wish
    return list(joined.values())


BOUND_WORDS = {
    "at_most": "at most",
    "below": "under",
    "at_least": "at least",
    "reaches": "reaching",
    "above": "over",
    "is": "of",
    "contains": "with",
}


def _worded(demand: Demand, form: str, *, negated: bool) -> Wish:
    conditions = [Condition(demand.attribute, "is", value) for value in demand.values]
    if demand.at_most is not None:
        conditions.append(Condition(demand.attribute, "at_most", demand.at_most))
    if demand.at_least is not None:
        conditions.append(Condition(demand.attribute, "at_least", demand.at_least))
    return Wish(tuple(conditions), f"not {form}" if negated else form, negated=negated)


def place_wishes(places: Sequence[Name], denied: Collection[Name]) -> list[Wish]:
    """The wish for one of the places that were named, and for none of those that were denied."""
    wanted = {name: Condition(name.kind, "contains", name.name) for name in places if name not in denied}
    wishes = [
        Wish(tuple(c for name, c in wanted.items() if name.kind == kind), f"in {listed(names, 'or')}")
        for kind in dict.fromkeys(name.kind for name in wanted)
        if (names := [name.name for name in wanted if name.kind == kind])
    ]
    conditions = [Condition(name.kind, "contains", name.name) for name in places if name in denied]
    return wishes + [Wish((c,), f"not in {c.value}", negated=True) for c in conditions]


def anywhere(text: str, wishes: Sequence[Wish]) -> list[Wish]:
    """Several places that are wanted: any of them will do, towns of one sort always, a town and a state where "or" is said."""
    wanted = [wish for wish in wishes if not wish.negated]
    alike = len({wish.attribute for wish in wanted}) == 1 or EITHER.search(text)
    if len(wanted) < 2 or not alike:
        return list(wishes)
    said = listed([wish.said.removeprefix("in ") for wish in wanted], "or")
    one = Wish(tuple(c for wish in wanted for c in wish.conditions), f"in {said}")
    return [one, *(wish for wish in wishes if wish.negated)]


def measured(amount: Amount, attributes: Sequence[str], knowledge: Knowledge) -> str | None:
    """The attribute that an amount bounds: one that was asked and counts in its unit, else the usual one for the unit."""
    unit = {"money": "money", "percent": "percent", "gpa": "gpa", "month": "duration", "year": "duration"}.get(
        amount.unit
    )
    if unit is None:
        named = [a for a in attributes if _counts(amount, unit_of(a, knowledge))]
        if amount.unit == "credit":
            named = [a for a in knowledge.vocabulary.attributes if a.startswith("credit")] or named
        return named[0] if named else None
    asked = [a for a in attributes if unit_of(a, knowledge) == unit]
    if asked:
        return asked[0]
    if unit == "money":
        return price_attribute(knowledge) or next((a for a, of in knowledge.units.items() if of == "money"), None)
    entries = knowledge.vocabulary.attributes
    usual = (name for name, entry in entries.items() if entry.unit == unit and entry.headers)
    return next(usual, None) or (None if entries else knowledge.measured_in.get(str(unit)))


def _counts(amount: Amount, unit: str | None) -> bool:
    """Whether a bare number can be meant in a unit."""
    return (
        unit in {"number", "rank"}
        or (unit == "percent" and amount.value <= 100)
        or (unit == "gpa" and amount.value <= 5)
    )


def _comparable(amount: Amount) -> float:
    return amount.value * 12 if amount.unit == "year" else amount.value

"""What a part demands: conditions by words, by amounts, by values of cells, by places and by names in cells."""

import re
from collections.abc import Collection, Sequence

from advisor.frame import Narrowing, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Demand, Name
from advisor.saying import label_of, listed
from advisor.understanding.amounts import Amount
from advisor.understanding.asked import unit_of
from advisor.understanding.mentions import Mentions
from advisor.understanding.subjects import SCHOOL, kinds
from advisor.words import phrase
from index import Condition


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
    for amount in amounts:
        attribute = measured(amount, attributes, knowledge)
        if attribute and kind and amount.unit in EXACT_UNITS and not amount.bound and not mentions.subjects:
            value = Condition(attribute, "is", _comparable(amount))
            wishes.append(Wish((value,), f"{label_of(attribute, knowledge)}: {amount.text}"))
        if amount.bound and attribute:
            usual = amount.unit == "money" and attribute == price_attribute(knowledge) and kind in {None, SCHOOL}
            period = narrowing.period or ("total" if usual else None)
            condition = Condition(attribute, amount.bound, _comparable(amount), period, narrowing.residency)
            wishes.append(
                Wish((condition,), f"{label_of(attribute, knowledge)} {BOUND_WORDS[amount.bound]} your {amount.text}")
            )
    return wishes


EXACT_UNITS = {"credit"}


def _worded_values(mentions: Mentions, attributes: Sequence[str], kind: str | None, knowledge: Knowledge) -> list[Wish]:
    """A value that some cell of the asked kind has, said in the part: "very high" growth outlook."""
    if kind is None:
        return []
    said = f" {' '.join(token.word for token in mentions.tokens)} "
    found = []
    for attribute in attributes:
        for value in sorted(knowledge.values.get(attribute, ()), key=lambda v: (-len(v), v)):
            if f" {phrase(value)} " in said:
                found.append(Wish((Condition(attribute, "is", value),), f"{label_of(attribute, knowledge)}: {value}"))
                break
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


def beside(names: Sequence[Name], kind: str | None, asked: Sequence[str], knowledge: Knowledge) -> list[Name]:
    """Subjects of another kind than the one that is asked, found in its cells; two of a kind are compared instead."""
    others = [name for name in names if kind and name.kind != kind and held_wish(name, kind, asked, knowledge)]
    told = [name for name in others if any(name.kind in kinds(a, knowledge) for a in asked)]
    return others if len(others) == 1 and not told else []


def held_wish(name: Name, kind: str | None, asked: Sequence[str], knowledge: Knowledge) -> Wish | None:
    """ "Schools that work with X": a subject of another kind is looked for in the cells of the kind that is asked."""
    holders = knowledge.holders.get((kind or "", phrase(name.name)), ())
    holders = tuple(a for a in holders if a in asked) or holders
    return Wish(tuple(Condition(a, "contains", name.name) for a in holders), f"with {name.name}") if holders else None


def measured(amount: Amount, attributes: Sequence[str], knowledge: Knowledge) -> str | None:
    """The attribute that an amount bounds: one that was asked and counts in its unit, else the usual one for the unit."""
    unit = {"money": "money", "percent": "percent", "gpa": "gpa", "month": "duration", "year": "duration"}.get(
        amount.unit
    )
    if unit is None:
        named = [a for a in attributes if unit_of(a, knowledge) in {"number", "rank"}]
        if amount.unit == "credit":
            named = [a for a in knowledge.vocabulary.attributes if a.startswith("credit")] or named
        return named[0] if named else None
    asked = [a for a in attributes if unit_of(a, knowledge) == unit]
    if asked:
        return asked[0]
    if unit == "money":
        return price_attribute(knowledge)
    return next(
        (name for name, entry in knowledge.vocabulary.attributes.items() if entry.unit == unit and entry.headers), None
    )


def _comparable(amount: Amount) -> float:
    return amount.value * 12 if amount.unit == "year" else amount.value

"""Bars that somebody meets, and prices that are none: "IELTS 6.0, where can I apply", "which have no deposit", "any tuition free ones"."""

import re
from collections.abc import Sequence

from advisor.frame import Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.saying import label_of
from advisor.understanding.amounts import Amount
from advisor.understanding.mentions import Mentions
from advisor.words import words
from index import Condition

APPLYING = re.compile(
    r"\bwhere (?:can|could|do|would|should) (?:i|we|he|she)\b"
    r"|\b(?:which|wich|what|who|any)\b.*\b(?:accepts?|takes?|lets?|admits?|apply|get in(?:to)?|ok with|fine with|enough)\b",
    re.I,
)
FREE = re.compile(r"\bfree\b|\bno (?:tuition|fees?)\b|\bwithout (?:any )?(?:tuition|fees?)\b|\bfor nothing\b", re.I)
OF_A_BAR = {"minimum", "min", "required", "requirement", "entry", "needed", "lowest", "least"}


def bar_wishes(
    text: str, mentions: Mentions, amounts: Sequence[Amount], asked: Sequence[str], knowledge: Knowledge
) -> list[Wish]:
    """What a set has to meet where its bars are held against what somebody has, or its prices against nothing."""
    return _met(amounts, asked, knowledge) if APPLYING.search(text) else _free(text, mentions, knowledge)


def _met(amounts: Sequence[Amount], asked: Sequence[str], knowledge: Knowledge) -> list[Wish]:
    bars = [attribute for attribute in asked if _is_bar(attribute, knowledge)]
    own = [amount for amount in amounts if amount.bound is None and amount.unit in {"", "gpa", "percent"}]
    if not bars or len(own) != 1:
        return []
    said = f"{label_of(bars[0], knowledge)} at most your {own[0].text}"
    return [Wish((Condition(bars[0], "at_most", own[0].value),), said)]


def _is_bar(attribute: str, knowledge: Knowledge) -> bool:
    """Whether the tables give it as a number to be reached; a GPA that a vocabulary knows is weighed in words."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    if knowledge.units.get(attribute) != "number":
        return False
    if entry:
        return entry.topic == "admission" and entry.unit == "number" and entry.better == "low"
    return bool(OF_A_BAR & set(words(attribute)))


def _free(text: str, mentions: Mentions, knowledge: Knowledge) -> list[Wish]:
    denied = [a for m in mentions.attributes if m.negated for a in m.meant if a in knowledge.free]
    price = price_attribute(knowledge)
    if not denied and FREE.search(text) and price in knowledge.free:
        denied = [price] if price else []
    return [Wish((Condition(a, "at_most", 0.0),), f"no {label_of(a, knowledge)}") for a in denied[:1]]

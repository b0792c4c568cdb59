"""A limit without a period where only yearly prices stand beside what else is demanded: held against the year, and said so."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.draft import Block, Claim, Paragraph
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge, price_attribute


def held_yearly(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge) -> tuple[Frame, tuple[Wish, ...]] | None:
    """The part with its limit meant by the year; None where it said a period, or demands nothing else."""
    price = price_attribute(knowledge)
    limits = [wish for wish in wishes if wish.attribute == price and wish.conditions[0].period == "total"]
    if frame.narrowing.period or not limits or len(limits) == len(wishes):
        return None
    yearly = tuple(_by_the_year(wish) if wish in limits else wish for wish in wishes)
    return replace(frame, wishes=yearly, narrowing=replace(frame.narrowing, period="year")), yearly


def _by_the_year(wish: Wish) -> Wish:
    conditions = tuple(replace(condition, period="year") for condition in wish.conditions)
    return replace(wish, conditions=conditions, said=f"{wish.said} a year")


def say_held_yearly() -> Block:
    """That no total is given for them."""
    text = "No guide gives their total price, so your limit was held against the price of a year."
    return Paragraph((Claim(text, kind="plain"),))

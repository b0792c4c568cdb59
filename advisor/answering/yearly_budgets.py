"""A budget told by the year and for so many years: what it comes to, and what fits it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.set_answers import answer_filter
from advisor.arithmetic.costs import read_sum
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame, Narrowing, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.part import Part
from advisor.saying import GuideCard, label_of
from index import Condition

ASKS = re.compile(
    r"\b(?:afford\w*|budget|fits?|which (?:\w+ )?(?:programs?|schools?|ones?|unis?)|what (?:can|could) (?:i|we)|my options"
    r"|(?:programs?|schools?|anything|something) (?:can|could|for|under|within|below))\b",
    re.I,
)
BY_THE_YEAR = re.compile(
    r"\b(?:a|per|each|every)\s(?:year|yr|month)\b|/\s?(?:year|yr|month|mo)\b|\b(?:yearly|annually|monthly)\b", re.I
)


def answer_yearly_budget(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """The sum, then the programs whose whole price is within it; None where no such budget is told."""
    price = price_attribute(knowledge)
    if frame.act != "calculate" or frame.subjects or price is None:
        return None
    found = read_sum(frame.text) if ASKS.search(frame.text) and BY_THE_YEAR.search(frame.text) else None
    if found is None or found.unit != "money" or found.result <= 0:
        return None
    limit = found.formula.rpartition(" ")[2]
    wish = Wish((Condition(price, "at_most", found.result, "total"),), f"{label_of(price, knowledge)} at most {limit}")
    inside = replace(
        frame, act="filter", kind=knowledge.main_kind, wishes=(wish,), attributes=(), narrowing=Narrowing()
    )
    part = answer_filter(inside, (wish,), knowledge, guides)
    worked = Paragraph((Claim(f"{found.formula}.", (), "computed", found.formula),))
    return replace(part, blocks=(worked, *part.blocks))

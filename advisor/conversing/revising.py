"""What a person has told, put right in a few words: "actually make it 60k", "no, 10 hours"."""

import re
from dataclasses import replace

from advisor.conversing.footing import CORRECTS, Footing
from advisor.conversing.pointing import few_words
from advisor.frame import SETS, Remark
from advisor.knowledge import price_attribute
from advisor.understanding.amounts import find_amounts
from advisor.understanding.narrowing import period_said
from advisor.understanding.remarks import budget_of
from advisor.understanding.understand import Understanding

MOST_WORDS = 9
SMALL = 1000  # dollars
REVISES = re.compile(
    r"\b(?:make (?:it|that)|change (?:it|that)|back to|stretch|raise|lower|up to|can (?:also )?do|more like|say|and with|with|if i had)\b",
    re.I,
)


def revised(understood: Understanding, footing: Footing) -> Understanding:
    """The message with the remark that takes the place of one told before."""
    message = footing.message
    held = {remark.key for remark in footing.conversation.profile} - {remark.key for remark in understood.remarks}
    named = any(frame.subjects for frame in understood.frames)
    if named or not (CORRECTS.search(message) or REVISES.search(message)) or not few_words(message, MOST_WORDS):
        return understood
    amounts = find_amounts(message)
    price = price_attribute(footing.knowledge)
    new: list[Remark] = []
    for amount in amounts[:1]:
        thousands = 1000 if not amount.unit and amount.value < SMALL else 1  # "no, back to 30"
        if (amount.unit == "money" or thousands > 1) and "budget" in held and price:
            new.append(budget_of(amount.value * thousands, period_said(message), price))
        elif amount.unit == "hour" and "hours" in held:
            new.append(Remark("hours", f"{amount.value:g} hours a week", None, amount.value))
    asks_anew = footing.before.act in SETS  # the last set is asked again with the new amount
    idle = new and not asks_anew and all(frame.act == "explain" for frame in understood.frames)
    return replace(understood, remarks=(*understood.remarks, *new), frames=() if idle else understood.frames)

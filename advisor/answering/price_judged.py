"""A sum judged that nobody is named for: "is 60k a lot" is held against the prices that the guides give."""

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.set_answers import answer_count
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, GuideCard
from advisor.understanding.amounts import find_amounts
from index import Condition

MUCH = re.compile(
    r"\b(?:a lot|lots|(?:too|so|that|very|crazy|super) (?:much|expensive|high|low|cheap|steep)|expensive|pric[ey]+|cheap|normal|usual|typical|average|reasonable|fair|steep|"
    r"a (?:good|bad|fair) (?:price|deal)|enough)\b",
    re.I,
)
OF_PAY = re.compile(r"\b(?:salar\w+|earn\w*|paid|pays?|income|wages?|offer|stipend|debt|loans?|saved|savings)\b", re.I)


def answer_price_judged(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """How many programs cost no more, guide by guide; None where no price is judged."""
    price = price_attribute(knowledge)
    amounts = [amount for amount in find_amounts(frame.text) if amount.unit == "money" and not amount.earned]
    other = frame.subjects or frame.wishes or frame.strangers or set(frame.attributes) - {price}
    if len(amounts) != 1 or price is None or other or not MUCH.search(frame.text) or OF_PAY.search(frame.text):
        return None
    period = frame.narrowing.period or "total"
    most = Condition(price, "at_most", amounts[0].value, period=period)
    wish = Wish((most,), f"costing at most {amounts[0].text} {PERIOD_WORDS[period]}")
    asked = replace(frame, act="count", kind=knowledge.main_kind, wishes=(wish,), attributes=())
    part = answer_count(asked, asked.wishes, knowledge, guides)
    return replace(part, frame=frame) if part.status == "answered" else None

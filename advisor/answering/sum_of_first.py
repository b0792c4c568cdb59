"""The first few in order taken together: "what would the three cheapest cost together", "the average of the top three"."""

from collections.abc import Mapping

from advisor.answering.orders import orders
from advisor.arithmetic.statistics_asked import statistics_said
from advisor.arithmetic.working import mean, of_cell, total
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame, Order
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, listed, topics_of
from advisor.sets import Ranked

Guides = Mapping[str, GuideCard]
ADDED = {"money", "number"}
MOST, MOST_GUIDES = 6, 3


def answer_sum_of_first(frame: Frame, order: Order, knowledge: Knowledge, guides: Guides) -> Part | None:
    """For each guide the sum or the average of the very values that make its own first few; None where none is asked."""
    asked = [said for said in statistics_said(frame.text) if said in {"sum", "average"}]
    most = frame.limit or 0
    if not asked or not 1 < most <= MOST or set(frame.attributes) - {order.attribute}:
        return None
    long = [one for one in orders(frame, order, frame.wishes, knowledge) if len(one.entries) >= most]
    alike = [one for one in long if one.period == long[0].period][:MOST_GUIDES]
    claims = [claim for one in alike if (claim := _said(one, order, most, asked[0] == "sum", knowledge, guides))]
    names = tuple(dict.fromkeys(listing.name for one in alike for listing, _ in one.entries[:most]))
    topics = topics_of(order.attribute, knowledge)
    return Part(frame, "answered", (Paragraph(tuple(claims)),), names, topics) if claims else None


def _said(ranked: Ranked, order: Order, most: int, added: bool, knowledge: Knowledge, guides: Guides) -> Claim | None:
    """One guide's few with the sum or the mean; none where a value is a range."""
    first = ranked.entries[:most]
    if any(fact.cell.unit not in ADDED or fact.cell.high is not None for _, fact in first):
        return None
    values = [of_cell(fact.cell) for _, fact in first]
    working = total(values) if added else mean(values)
    who = listed([f"{listing.name.name}{_whom(fact.cell.residency)}" for listing, fact in first])
    period = f" {PERIOD_WORDS[ranked.period]}" if ranked.period else ""
    what = f"{label_of(order.attribute, knowledge)} of {who}"
    text = f"{'Together' if added else 'On average'}, the {what}: {working.result}{period}, {working.words}"
    sources = tuple(dict.fromkeys(fact.source for _, fact in first))
    return Claim(f"{text} ({guides[ranked.guide].tag}).", sources, "computed", working.formula)


def _whom(residency: str | None) -> str:
    return f" ({residency})" if residency else ""

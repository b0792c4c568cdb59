"""Which of several price columns is meant, where no vocabulary names the price: "cheapest for members"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Frame, Order, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import ASKED_BY_UNIT
from advisor.words import stem, words
from index import Condition


def of_meant_price(frame: Frame, knowledge: Knowledge) -> Frame:
    """The frame with the column whose own words it says in place of the price that most tables give."""
    price = knowledge.price_given
    meant = _said(price, frame.text, knowledge) if price else None
    if price is None or meant is None:
        return frame
    named = meant
    attributes = tuple(dict.fromkeys(named if a == price else a for a in frame.attributes))
    order = frame.order and Order(
        named if frame.order.attribute == price else frame.order.attribute, frame.order.lowest
    )
    unheld = tuple(said for said in frame.unheld if not {stem(word) for word in words(said)} <= _own(named))
    return replace(frame, attributes=attributes, order=order, wishes=_of(frame.wishes, price, named), unheld=unheld)


def _said(price: str, text: str, knowledge: Knowledge) -> str | None:
    """The price column of which most is said and least left unsaid; None where nothing tells them apart."""
    columns = {a: _own(a) for a in knowledge.prices_given}
    said = {stem(word) for word in words(text)}
    scores = {a: (len(own & said), -len(own - said)) for a, own in columns.items()}
    best = max(scores, key=lambda a: (scores[a], a == price), default=price)
    return best if len(columns) > 1 and scores[best][0] else None


def _own(column: str) -> set[str]:
    """The words of a header that say more than that it is a price."""
    return {stem(word) for word in words(column)} - set(ASKED_BY_UNIT["money"])


def _of(wishes: Sequence[Wish], price: str, meant: str) -> tuple[Wish, ...]:
    def named(one: Condition) -> Condition:
        return replace(one, attribute=meant) if one.attribute == price else one

    said = [wish.said.replace(price, meant) if wish.attribute == price else wish.said for wish in wishes]
    return tuple(
        replace(wish, conditions=tuple(map(named, wish.conditions)), said=text)
        for wish, text in zip(wishes, said, strict=True)
    )

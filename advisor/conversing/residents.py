"""Which of a school's two prices holds for somebody who told where they live: in-state at home, out-of-state elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Act, Frame, Remark
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.words import phrase
from index import Residency

NOT_THERE = re.compile(r"\bnot\b", re.I)


def from_home(frame: Frame, home: Remark | None, knowledge: Knowledge) -> Frame:
    """A part that asks for prices, with the price that each school has for who lives there or not."""
    told = frame.narrowing.residency or frame.narrowing.both_residencies
    asked = {*frame.attributes, *(wish.attribute for wish in frame.wishes)}
    asked |= {frame.order.attribute} if frame.order else set()
    held = home and not told and price_attribute(knowledge) in asked
    residencies = _residencies(home.text, knowledge) if home and held else ()
    if residencies == frame.narrowing.residency_at:
        return frame
    return replace(frame, narrowing=replace(frame.narrowing, residency_at=residencies))


def tied_at_home(frame: Frame, home: Remark | None, knowledge: Knowledge) -> Frame:
    """ "I'm in X, how much is UW": of those that a short name fits, the only one where somebody lives."""
    if not (home and frame.tie) or frame.subjects or NOT_THERE.search(home.text):
        return frame
    place = home.text.rpartition(" in ")[2]
    near = tuple(name for name in frame.tie if _stands_in(name, place, knowledge))
    act: Act = "look_up" if frame.attributes and frame.act == "explain" else frame.act
    return replace(frame, subjects=near, tie=(), act=act) if len(near) == 1 else frame


def _stands_in(name: Name, place: str, knowledge: Knowledge) -> bool:
    """Whether a place is named in some cell that says where a subject is."""
    of_place = (a for a, entry in knowledge.vocabulary.attributes.items() if entry.topic == "place")
    return any(phrase(place) == phrase(fact.cell.text) for a in of_place for fact in knowledge.facts(name, a))


def with_home(message: str, profile: Sequence[Remark]) -> str:
    """ "What about in my state?": the message with the place that the person told instead."""
    home = next((remark.text for remark in profile if remark.key == "home" and not NOT_THERE.search(remark.text)), None)
    return MY_PLACE.sub(f"in {home.rpartition(' in ')[2]}", message) if home else message


MY_PLACE = re.compile(
    r"\b(?:(?:here )?(?:in|around|near|within) (?:my|our) (?:own |home )?(?:state|area|region|city)|near (?:me|us)|around here|(?<=are )here\b|(?<=one )here\b|(?<=ones )here\b|(?<=school )here\b|(?<=schools )here\b|(?<=programs )here\b|near(?:by)? (?:my )?home|close to (?:me|us|home))\b",
    re.I,
)


def _residencies(home: str, knowledge: Knowledge) -> tuple[tuple[str, Residency], ...]:
    """ "Lives in X": in-state there and out-of-state elsewhere; "does not live in X": out-of-state there, elsewhere either."""
    place, away = home.rpartition(" in ")[2], NOT_THERE.search(home)
    if away:
        return tuple((subject, "out-of-state") for subject, homes in knowledge.homes.items() if place in homes)
    return tuple(
        (subject, "in-state" if place in homes else "out-of-state") for subject, homes in knowledge.homes.items()
    )

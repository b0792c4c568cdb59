"""Which of a school's two prices holds for somebody who told where they live: in-state at home, out-of-state elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Frame, Remark
from advisor.knowledge import Knowledge, price_attribute
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

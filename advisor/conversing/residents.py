"""Which of a school's two prices holds for somebody who told where they live: in-state at home, out-of-state elsewhere."""

import re
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


def _residencies(home: str, knowledge: Knowledge) -> tuple[tuple[str, Residency], ...]:
    """ "Lives in X": in-state there and out-of-state elsewhere; "does not live in X": out-of-state there, elsewhere either."""
    place, away = home.rpartition(" in ")[2], NOT_THERE.search(home)
    if away:
        return tuple((subject, "out-of-state") for subject, homes in knowledge.homes.items() if place in homes)
    return tuple(
        (subject, "in-state" if place in homes else "out-of-state") for subject, homes in knowledge.homes.items()
    )

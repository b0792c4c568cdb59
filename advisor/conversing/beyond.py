"""Those beyond what was shown: "who was second?", "anything cheaper", "is there a shorter one in Ohio"."""

import re
from dataclasses import replace

from advisor.conversing.footing import FEW, Footing
from advisor.conversing.pointing import NTH, few_words, place_of
from advisor.facts import narrowed
from advisor.frame import SETS, Frame, Wish
from advisor.knowledge import Knowledge
from advisor.saying import label_of
from advisor.words import words
from index import Condition

MOST_WORDS = 10
OTHERS = re.compile(
    r"\b(?:any\w*|some\w*|(?<!the )ones?|others?|else|options?|alternatives?|schools?|unis?|programs?)\b(?!.*\bthan\b)",
    re.I,
)
OF_SHOWN = re.compile(r"\b(?:the|this|that) (?:\w+ )?one\b", re.I)


def beyond_it(frame: Frame, footing: Footing) -> Frame | None:
    """The set of those that a comparative sets against the one that was shown; nobody is cheaper than themselves."""
    shown, order = footing.last.shown, frame.order
    further = order and frame.act in SETS and not (frame.subjects or frame.tie) and _said(frame, footing)
    asks = OTHERS.search(frame.text) and not OF_SHOWN.search(frame.text) and few_words(frame.text, MOST_WORDS)
    if not (order and further and asks) or len(shown) != 1 or footing.before.act in SETS:
        return None
    if shown[0].kind != (frame.kind or footing.knowledge.main_kind):
        return None
    known = [f.cell for f in narrowed(footing.knowledge.facts(shown[0], order.attribute), footing.before.narrowing)]
    values = [cell.value for cell in known if cell.known and cell.value is not None]
    if not values:
        return None
    periods = {cell.period for cell in known if cell.known}
    if len(periods) > 1:
        return None  # which of its prices is meant is not said
    end = min(values) if order.lowest else max(values)
    condition = Condition(order.attribute, "below" if order.lowest else "above", end, periods.pop())
    wish = Wish((condition,), f"{_said(frame, footing)} than {shown[0].name}")
    wishes = tuple(w for w in frame.wishes if w.attribute != order.attribute)
    return replace(frame, act="filter", wishes=(*wishes, wish), order=None, limit=None, attributes=())


def _said(frame: Frame, footing: Footing) -> str:
    """The comparative by which a part puts in order: "cheaper", "fewer credits"."""
    orders, said = footing.knowledge.lexicon.orders, words(frame.text)
    own = next((word for word in said if word.endswith("er") and word in orders), "")
    counted = next((word for word in said if word in COUNTED), "")
    of = frame.order.attribute if frame.order else ""
    return own or (f"{counted} {label_of(of, footing.knowledge)}" if counted and of else "")


COUNTED = {"fewer", "less", "more"}


def further(frame: Frame, before: Frame, shown: int, knowledge: Knowledge) -> Frame | None:
    """ "Who was second?", "the next cheapest": more of the last ranking than was shown."""
    ranks = before.act == "rank" and not (frame.subjects or frame.wishes) and few_words(frame.text, FEW + 1)
    nth = NTH.search(frame.text)
    place = place_of(frame.text) or (int(nth["d"]) if nth and nth["d"] else None)
    place = place or (shown + 1 if NEXT.search(frame.text) else None)
    if not ranks or place is None or place <= shown:
        return None
    entry = knowledge.vocabulary.attributes.get(before.order.attribute) if before.order else None
    listed = before.order is not None and (entry is None or entry.unit != "rank")
    return replace(before, text=frame.text, limit=place if listed else None)


NEXT = re.compile(r"\b(?:next|runner[- ]?up|after that)\b", re.I)

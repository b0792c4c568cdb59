"""Sums that go on from what was shown: "half of that is paid", "and with 10 courses?", "I'm from Ohio, so what do I pay"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.arithmetic.costs import read_sum
from advisor.arithmetic.paying_back import ASKS as PAYS_BACK
from advisor.arithmetic.price_words import read_told
from advisor.conversing.footing import SHORT, Footing
from advisor.conversing.pointing import few_words, pointed
from advisor.frame import Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.proving.figures import FigureMention, figures
from advisor.understanding.places_asked import FROM_HERE, at_home
from advisor.understanding.remarks import SELF

MOST = 3  # prices that a sum is worked out for
BIG = 200  # a plain number from here on is money


def reckoned(frame: Frame, footing: Footing) -> Frame | None:
    """A sum on the price that was shown, or the last sum with another figure."""
    if frame.names_somebody or frame.order:
        return None
    return (
        _with_other_figure(frame, footing)
        or _paid_back(frame, footing)
        or _times_that(frame, footing)
        or _of_the_price(frame, footing)
        or _from_home(frame, footing)
    )


def paid_for(frame: Frame, footing: Footing) -> Frame | None:
    """ "And if my employer pays 5k a year for 2 years": a sum that somebody pays comes off the price that was shown."""
    told, named = read_told(frame.text), frame.names_somebody
    if named or not told.taken or told.strange:
        return None
    return _of_the_price(frame, footing)


def _of_the_price(frame: Frame, footing: Footing) -> Frame | None:
    """ "Half of that is paid by a scholarship, what's left"."""
    price = price_attribute(footing.knowledge)
    left = LEFT.search(frame.text)
    text = footing.message if left else frame.text
    told = read_told(text)
    helped = left and any(remark.key == "support" for remark in footing.conversation.profile)
    sums = not told.strange and (told.changes or told.each in told.lengths)
    if price is None or not (sums or helped) or not _priced(footing, price):
        return None
    frame = replace(frame, text=text if sums else frame.text)
    shown = pointed(text, footing.conversation.exchanges) or footing.last.shown
    return replace(frame, act="look_up", subjects=shown[:MOST], attributes=(price,), wishes=(), kind=None, weak=False)


LEFT = re.compile(
    r"\bleft\b|\bout of (?:my )?pocket\b|\bremain\w*|\bmy (?:own )?(?:share|part)\b|\bcosts? me\b|\b(?:i|we) (?:still )?(?:have to |need to )?pay\b",
    re.I,
)


def _priced(footing: Footing, price: str) -> bool:
    """Whether the price of a few was what was asked last."""
    order = footing.before.order
    asked = price in footing.before.attributes or (order is not None and order.attribute == price)
    return asked and 0 < len(footing.last.shown) <= MOST


def _paid_back(frame: Frame, footing: Footing) -> Frame | None:
    """ "With 20k tuition and 30k more a year?" after when it breaks even: what was asked, with the figures that it needs."""
    text = f"{footing.before.text.rstrip('?.! ')} {frame.text}"
    asked = PAYS_BACK.search(footing.before.text) and figures(frame.text)
    return replace(frame, act="calculate", text=text) if asked and read_sum(text) else None


def _with_other_figure(frame: Frame, footing: Footing) -> Frame | None:
    """ "What if it's 10 courses?": the last sum with one of its figures put in place of another of its kind."""
    summed = any(figure.formula and figure.kind == "computed" for figure in footing.last.answer.figures)
    new = figures(frame.text)
    if not summed or len(new) != 1 or not few_words(frame.text, SHORT + 2) or read_told(frame.text).changes:
        return None
    old = _of_the_kind(new[0], figures(footing.before.text))
    if old is None:
        return None
    text, value = footing.before.text, f"{new[0].values[0]:g}"
    said = (
        new[0].text if new[0].unit == old.unit else f"${value}" if old.unit == "money" else DIGITS.sub(value, old.text)
    )
    return replace(footing.before, act="calculate", text=f"{text[: old.start]}{said}{text[old.end :]}")


def _times_that(frame: Frame, footing: Footing) -> Frame | None:
    """ "So 45 times that?" after a price a credit: so many credits of it."""
    found, period = TIMES.search(frame.text), footing.before.narrowing.period
    price = price_attribute(footing.knowledge)
    if found is None or period not in COUNTED or price is None or not _priced(footing, price):
        return None
    names = footing.last.shown[:MOST]
    text = f"{found[1] or found[2]} {period}s"
    return replace(footing.before, act="look_up", text=text, subjects=names, attributes=(price,))


TIMES = re.compile(r"\b(\d+)(?: times|\s?[x×*]) (?:that|it|this)\b|\b(?:that|it|this) (?:times|[x×*]) (\d+)\b", re.I)
COUNTED = {"credit", "year"}
DIGITS = re.compile(r"\d[\d,.]*")


def _of_the_kind(new: FigureMention, old: Sequence[FigureMention]) -> FigureMention | None:
    """The one figure counted in the unit of another; a plain big number is money."""
    units = {new.unit} | (
        {"money", "number", "date"} if new.unit in {"number", "date"} and new.values and new.values[0] >= BIG else set()
    )
    alike = [mention for mention in old if mention.unit in units]
    if not alike and new.unit == "number" and len(old) == 1 and new.values[0] < BIG:
        return old[0]  # "and 15?" after "12 credits"
    return alike[0] if len(alike) == 1 else None


def _from_home(frame: Frame, footing: Footing) -> Frame | None:
    """ "I'm from Ohio, so which price do I pay": that of the school shown, for who comes from there."""
    price, shown = price_attribute(footing.knowledge), footing.last.shown
    places = [
        Name(w.attribute, str(w.conditions[0].value)) for w in frame.wishes if w.conditions[0].operator == "contains"
    ]
    own = SELF.search(frame.text) and FROM_HERE.search(frame.text)
    asked = price in frame.attributes or (not frame.attributes and price in footing.before.attributes)
    if price is None or not (places and own and asked) or not 0 < len(shown) <= MOST:
        return None
    versions = tuple(w for w in footing.before.wishes if price in footing.before.attributes)  # "online", asked before
    about = _as_resident(frame, shown, places, footing.knowledge)
    return replace(about, attributes=(price,), act="look_up", wishes=versions)


def _as_resident(frame: Frame, names: tuple[Name, ...], places: Sequence[Name], knowledge: Knowledge) -> Frame:
    return replace(
        frame, subjects=names, kind=None, narrowing=at_home(frame.text, frame.narrowing, names, places, knowledge)
    )


def told_home(message: str, home: str, frames: tuple[Frame, ...], knowledge: Knowledge) -> tuple[Frame, ...]:
    """The last questions again for somebody who now says where they live."""
    places = [Name(kind, home.rpartition(" in ")[2]) for kind in sorted(knowledge.places)]
    return tuple(replace(f, narrowing=at_home(message, f.narrowing, f.subjects, places, knowledge)) for f in frames)

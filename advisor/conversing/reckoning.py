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
from advisor.understanding.understand import Understanding
from advisor.words import words

MOST = 3  # prices that a sum is worked out for
BIG = 200  # a plain number from here on is money


def reckoned(frame: Frame, footing: Footing) -> Frame | None:
    """A sum on the price that was shown, or the last sum with another figure."""
    if frame.names_somebody or frame.order:
        return None
    return (
        _with_other_figure(frame, footing)
        or _paid_back(frame, footing)
        or _at_a_price(frame, footing)
        or _times_that(frame, footing)
        or _of_the_price(frame, footing)
        or _from_home(frame, footing)
    )


def paid_for(frame: Frame, footing: Footing) -> Frame | None:
    """ "And if my employer pays 5k a year for 2 years": a sum that somebody pays comes off the price that was shown."""
    told, named = read_told(frame.text), frame.names_somebody
    if named or not told.taken or told.strange:
        return None
    return _with_other_figure(frame, footing) or _of_the_price(frame, footing)


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
    text, changes = footing.before.text, read_told(frame.text).changes
    if not summed or len(new) != 1 or not few_words(frame.text, SHORT + 2) or (changes and not read_told(text).changes):
        return None
    old = _of_the_kind(new[0], figures(text), text, set(words(frame.text)))
    if old is None:
        return None
    value = f"{new[0].values[0]:g}"
    said = (
        new[0].text if new[0].unit == old.unit else f"${value}" if old.unit == "money" else DIGITS.sub(value, old.text)
    )
    act = footing.before.act if footing.before.subjects else "calculate"
    return replace(footing.before, act=act, text=f"{text[: old.start]}{said}{text[old.end :]}")


def _at_a_price(frame: Frame, footing: Footing) -> Frame | None:
    """ "Times 656 dollars" after how many credits: so many at that price."""
    before, shown, new = footing.before, footing.last.shown, figures(frame.text)
    if len(new) != 1 or not AT_EACH.match(frame.text) or len(before.attributes) != 1 or len(shown) != 1:
        return None
    entry = footing.knowledge.vocabulary.attributes.get(before.attributes[0])
    counts = {fact.cell.value for fact in footing.knowledge.facts(shown[0], before.attributes[0]) if fact.cell.known}
    if entry is None or entry.unit != "number" or len(counts) != 1 or None in counts:
        return None
    text = f"{counts.pop():g} {entry.label} at ${new[0].values[0]:g} each"
    return replace(before, act="calculate", text=text, attributes=())


AT_EACH = re.compile(r"\W*(?:(?:and|so|ok|then|now) )*(?:times|x|×|\*|at|multiplied by)\W{0,2}\d", re.I)


def _times_that(frame: Frame, footing: Footing) -> Frame | None:
    """ "So 45 times that?" after a price a credit: so many credits of it."""
    found, period = TIMES.search(frame.text), footing.before.narrowing.period
    price = price_attribute(footing.knowledge)
    if found is None or period not in COUNTED or price is None or not _priced(footing, price):
        return None
    names = footing.last.shown[:MOST]
    text = f"{found[1] or found[2]} {period}s"
    return replace(footing.before, act="look_up", text=text, subjects=names, attributes=(price,))


TIMES = re.compile(
    r"\b(\d+)(?: times|\s?[x×*]| of) (?:that|it|this|those|them|these)\b|\b(?:that|it|this) (?:times|[x×*]) (\d+)\b",
    re.I,
)
COUNTED = {"credit", "year"}
DIGITS = re.compile(r"\d[\d,.]*")


def _of_the_kind(new: FigureMention, old: Sequence[FigureMention], text: str, said: set[str]) -> FigureMention | None:
    """The one figure counted in the unit of another; a plain big number is money.

    Of several it is the one nearest to a word that is said again: "and if tuition is 60k".
    """
    units = {new.unit} | (
        {"money", "number", "date"} if new.unit in {"number", "date"} and new.values and new.values[0] >= BIG else set()
    )
    alike = [mention for mention in old if mention.unit in units]
    if not alike and new.unit == "number" and len(old) == 1 and new.values[0] < BIG:
        return old[0]  # "and 15?" after "12 credits"
    again = [word for word in LONG_WORD.finditer(text) if word[0].lower() in said]
    if len(alike) < 2 or not again:
        return alike[0] if len(alike) == 1 else None
    return min(alike, key=lambda mention: min(_apart(mention, word) for word in again))


LONG_WORD = re.compile(r"[a-z]{4,}", re.I)


def _apart(mention: FigureMention, word: re.Match[str]) -> int:
    return max(word.start() - mention.end, mention.start - word.end())


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


NOT_FROM_HERE = re.compile(
    r"\W*(?:(?:and|but|so|ok|what) )*if (?:i|we) (?:did ?n.?t|do ?n.?t|was ?n.?t|were ?n.?t|(?:did|do|was|were|am|are) not)\b",
    re.I,
)


def not_at_home(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """ "And if I didn't?" after the price for who lives there: the price for who does not."""
    told = any(remark.key == "home" for remark in footing.conversation.profile) and footing.before.subjects
    again = told and NOT_FROM_HERE.match(footing.message) and few_words(footing.message, SHORT + 2)
    priced = price_attribute(footing.knowledge) in footing.before.attributes
    if not (again and priced) or any(frame.subjects or frame.attributes for frame in understood.frames):
        return ()
    away = (replace(frame.narrowing, residency="out-of-state", residency_at=()) for frame in footing.last.frames)
    return tuple(replace(f, narrowing=narrowing) for f, narrowing in zip(footing.last.frames, away, strict=True))

"""A question about those shown, whom it points at or simply goes on about: "and the third?", "tuition then", "do I need the GRE"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.ranks import top_of
from advisor.conversation import Exchange
from advisor.conversing.footing import CORRECTS, FEW, GOES_ON, SHORT, Footing
from advisor.conversing.one_of_them import listed_one
from advisor.conversing.pointing import MOST_POINTED, few_words, pointed
from advisor.conversing.shown import WHICH, about_shown
from advisor.frame import SETS, Frame
from advisor.knowledge import price_attribute
from advisor.lexicon import Name
from advisor.understanding.amounts import find_amounts
from advisor.understanding.segments import asks
from advisor.words import words


def of_them(frame: Frame, footing: Footing) -> Frame | None:
    """A question about subjects that were shown, pointed at or simply gone on about."""
    shown = footing.last.shown or _before_that(frame, footing)
    if names := listed_one(frame.text, footing):
        return about_shown(frame, names, footing)
    if (price := price_attribute(footing.knowledge)) and shown and _own_money(frame):
        return about_shown(replace(frame, act="look_up", attributes=(price,)), shown[:1], footing)
    if _own_grade(frame):
        return replace(frame, act="eligibility", attributes=())
    if frame.act == "rank" and frame.narrowing.guides and top_of(frame.text):
        return None  # "the cheapest of Hakia's top five": a guide's own first, not those shown
    if (
        not _of_an_amount(frame)
        and (frame.act != "recommend" or shown)
        and (
            names := _place(frame, footing)
            or _of_a_few(frame, footing)
            or pointed(frame.text, _of_guide(frame, footing))
        )
    ):
        return about_shown(frame, names, footing)
    if one := _of_the_one(frame, shown, footing):
        return one
    if len(shown) == 1 and ONES.search(frame.text):
        return None  # "which ones are easier": others than the one that was shown
    leans = GOES_ON.search(frame.text) or CORRECTS.search(frame.text) or few_words(frame.text, SHORT - 1)
    leans = leans or (
        frame.narrowing.residency is not None and len(shown) <= MOST_POINTED
    )  # "how much for out of state"
    if frame.attributes and shown and leans and frame.order is None and _of_shown(frame, footing.last):
        return about_shown(frame, shown[:MOST_POINTED], footing)
    return None


def _place(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """ "Which schools are there?" after a state: the place that was shown."""
    shown = footing.last.shown[:1]
    asked = frame.kind and {name.kind for name in shown} <= footing.knowledge.places
    return shown if asked and WHO_IS_THERE.fullmatch(frame.text) else ()


def _of_a_few(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """ "Which is public?" after two prices side by side: those that were shown."""
    chosen = frame.wishes and all(c.operator == "is" for wish in frame.wishes for c in wish.conditions)
    of_a_kind = bool(set(words(frame.text)) & footing.knowledge.lexicon.kinds.keys())
    own = frame.attributes or frame.order or of_a_kind or footing.before.act in SETS
    few = 1 < len(footing.last.shown) <= MOST_POINTED
    return footing.last.shown if chosen and few and not own and WHICH.match(frame.text) else ()


def _of_the_one(frame: Frame, shown: tuple[Name, ...], footing: Footing) -> Frame | None:
    """ "Do I need the GRE?", "and the price online": of the one that was shown, and of one of its versions."""
    if len(shown) != 1 or not frame.wishes or frame.order:
        return None
    if frame.act == "explain" and not frame.kind and asks(frame.text) and few_words(frame.text, SHORT):
        return about_shown(frame, shown, footing)
    chosen = all(c.operator == "is" for wish in frame.wishes for c in wish.conditions)
    of_a_kind = set(words(frame.text)) & footing.knowledge.lexicon.kinds.keys()
    other = set(frame.attributes) - {wish.attribute for wish in frame.wishes}
    version = GOES_ON.search(frame.text) and chosen and other and not of_a_kind and footing.before.act not in SETS
    return replace(frame, act="look_up", subjects=shown, kind=None, weak=False) if version else None


def _of_an_amount(frame: Frame) -> bool:
    """ "What can I get for that": what fits what was said, not whom it was said of."""
    return frame.act == "recommend" and FOR_THAT.search(frame.text) is not None


FOR_THAT = re.compile(
    r"\b(?:what|which|where|anything|who)\b.*\b(?:for|with|on|within|under) (?:that|this|it)\b(?! \w)", re.I
)


WHO_IS_THERE = re.compile(
    r"\W*(?:(?:and|so|ok|then) )*(?:which|what|any|are there|show me)(?: the)? \w+(?: (?:are|is|do they have))?(?: there| in (?:it|there))?\W*",
    re.I,
)  # "which schools are there?", of a place
ONES = re.compile(r"\b(?:which|what|any|other) (?:other )?(?:ones|schools|programs|unis)\b", re.I)


def _before_that(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """Whom the answer before the last showed, where the last one showed nobody: a bare "tuition?" goes on about them."""
    earlier = footing.conversation.exchanges[-2:-1]
    shown = earlier[0].shown if earlier and few_words(frame.text, FEW) else ()
    return shown if len(shown) == 1 else ()


def _of_guide(frame: Frame, footing: Footing) -> Sequence[Exchange]:
    """The talk as far as its last answer from the guide that a part names: "the third one on Hakia"."""
    exchanges, guides = footing.conversation.exchanges, frame.narrowing.guides
    ends = [
        at for at, one in enumerate(exchanges, 1) if guides and any(f.narrowing.guides == guides for f in one.frames)
    ]
    return exchanges[: ends[-1]] if ends else exchanges


def _own_money(frame: Frame) -> bool:
    """ "Would my 30k be enough for it?": held against the price of the one that was shown."""
    paid = any(amount.unit == "money" for amount in find_amounts(frame.text))
    return paid and frame.act == "eligibility" and not frame.subjects and bool(OWN.search(frame.text))


def _own_grade(frame: Frame) -> bool:
    """ "What about the GPA, mine was 3.1": a grade of the person's own asks what it is worth."""
    graded = any(amount.unit == "gpa" for amount in find_amounts(frame.text))
    return graded and not frame.subjects and frame.act in {"explain", "look_up"} and bool(OWN.search(frame.text))


OWN = re.compile(r"\b(?:mine|my|i|i'm|im|i've|ive)\b", re.I)


def _of_shown(frame: Frame, last: Exchange) -> bool:
    """Whether a part asks for no other set than the one that was shown."""
    going_on = bool(GOES_ON.search(frame.text)) and frame.kind in {name.kind for name in last.shown}
    return (frame.kind is None or going_on) and not frame.wishes

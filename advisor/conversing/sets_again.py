"""The last set once more: those of it that were shown, in another order, or simply again."""

import re
from dataclasses import replace

from advisor.answering.own_wishes import OF_ONESELF
from advisor.answering.ranks import rank_attribute
from advisor.arithmetic.statistics_asked import statistic_word
from advisor.conversing.footing import GOES_ON, SHORT, Footing
from advisor.conversing.narrowed import narrows
from advisor.conversing.pointing import MANY, MOST_POINTED, few_words
from advisor.conversing.shown import two_apart
from advisor.frame import SETS, Frame, Order
from advisor.knowledge import Knowledge
from advisor.words import words

OF_THOSE = re.compile(
    r"\bonly the ones\b|\b(?:of|from|among|out of)\s(?:them|these|those|the (?:two|three|four|five|ten))\b", re.I
)
OF_FEW = re.compile(
    r"\W*(?:(?:and|so|ok|but|then) )*(?:which|who|any)(?: ones?)? (?:are|is|r|has|have|dont|don't|do|does|needs?|wants?)\b",
    re.I,
)  # "the first five on the list … which are public?"
ONLY = re.compile(r"\b(?:only|just)\b", re.I)
SORTS = re.compile(
    r"\b(?:sort(?:ed)?|order(?:ed)?|rank(?:ed)?|arranged?)\b.*\b(?:by|of)\b|^\W*(?:\w+ ){0,3}\w+ first\W*$", re.I
)  # "cheapest first"
REVERSED = re.compile(r"\b(?:desc\w*|highest|most expensive|biggest|reversed?|high to low) ?(?:first)?\b", re.I)


def of_the_set(frame: Frame, footing: Footing) -> Footing:
    """ "Anything in Ohio instead?" after one of a set was asked about: the talk as it stood at the set."""
    named = frame.names_somebody or two_apart(frame, footing)
    last = footing.at_set()
    if footing.before.act in SETS or named or last is None:
        return footing
    held = {wish.attribute for wish in last.before.wishes}
    other = GOES_ON.search(frame.text) and any(wish.attribute in held for wish in frame.wishes)  # "how about private"
    if not (frame.place or other or OF_A_SET.search(frame.text)):
        return footing
    if len(footing.last.shown) > 1 and POINTS.search(frame.text):
        return footing  # those that were set beside each other since
    return _measured(last, footing) if narrows(frame, last.before, footing.knowledge) else footing


def _measured(last: Footing, footing: Footing) -> Footing:
    """The talk at its set, with the measure that was taken over all of it since: "average price" … "and the private ones"."""
    *earlier, exchange = last.conversation.exchanges
    if not statistic_word(footing.before.text) or not footing.before.attributes:
        return last
    asked = replace(
        last.before, text=footing.before.text, attributes=footing.before.attributes, act="filter", weak=False
    )
    talk = replace(last.conversation, exchanges=(*earlier, replace(exchange, frames=(asked,))))
    return replace(last, conversation=talk)


POINTS = re.compile(r"\b(?:them|those|these)\b", re.I)
OF_A_SET = re.compile(
    r"\b(?:ones|only|any|anything|anyone|something|somewhere|everything|all|instead|them|those|these|show|list)\b|"
    r"\b(?:which|who|what)(?: ones?)? (?:is|are|r|has|have|dont|don't|do|does|needs?|wants?)\b(?! (?:it|that|this|there)\b)",
    re.I,
)


def set_again(frame: Frame, footing: Footing) -> Frame | None:
    """The last set as a part asks for it again."""
    before = footing.before
    if before.act not in SETS or frame.subjects or frame.tie:
        return None
    if LEFT.fullmatch(frame.text):
        return before
    again = (
        _counted(frame, before) or _of_those(frame, footing) or _sorted(frame, footing) or _told_of_all(frame, footing)
    )
    return again or _once_more(frame, before, footing.knowledge)


def _counted(frame: Frame, before: Frame) -> Frame | None:
    """ "How many is that?": the last set counted."""
    return replace(before, act="count") if HOW_MANY.fullmatch(frame.text) else None


LEFT = re.compile(
    r"\W*(?:(?:so|and|ok|now) )*(?:(?:which|what|who)(?: ones?)?(?:'s| is| are|s)? (?:left|remaining|remains?)|show (?:me )?(?:them|the rest|whats left|what is left))(?: now| then)?\W*",
    re.I,
)
HOW_MANY = re.compile(
    r"\W*(?:(?:so|and|ok) )*how many (?:(?:is|are|was|were) )?(?:that|those|these|they|it|there|them)? ?(?:left|remain(?:ing)?|match(?:ing)?)?(?: in (?:all|total))?\W*",
    re.I,
)


def _of_those(frame: Frame, footing: Footing) -> Frame | None:
    """ "Which of them are public" after the first five, "only public ones" after a list's top ten: of those that were shown."""
    before, shown = footing.before, footing.last.shown
    of_those = OF_THOSE.search(frame.text) or (OF_FEW.match(frame.text))
    of_place = before.order and before.order.attribute == rank_attribute(footing.knowledge) and ONLY.search(frame.text)
    if before.limit is None or frame.order or not (shown and frame.wishes and (of_those or of_place)):
        return None
    narrowing = replace(frame.narrowing, guides=frame.narrowing.guides or before.narrowing.guides)
    return replace(frame, act="filter", subjects=shown, kind=shown[0].kind, narrowing=narrowing)


def _sorted(frame: Frame, footing: Footing) -> Frame | None:
    """ "Sort by price": all of the last set, or the few of it that were shown, from the better end of what it is sorted by."""
    before = footing.before
    if not SORTS.search(frame.text) or not (frame.attributes or frame.order) or frame.wishes:
        return None
    attribute = frame.order.attribute if frame.order else frame.attributes[0]
    entry = footing.knowledge.vocabulary.attributes.get(attribute)
    lowest = (entry is None or entry.better != "high") != bool(REVERSED.search(footing.message))
    few = (
        footing.last.shown if before.limit and before.order and before.order.attribute != attribute else before.subjects
    )
    return replace(before, act="rank", order=Order(attribute, lowest), limit=ALL, subjects=few)


ALL = 20  # rows of a table that people still read


def _told_of_all(frame: Frame, footing: Footing) -> Frame | None:
    """ "Only the prices", "their GRE?" after more than can stand side by side: what is asked now of each of the set."""
    shown, own = footing.last.shown, frame.wishes or frame.order or frame.kind or frame.strangers
    leans = few_words(frame.text, SHORT - 1) or MANY.search(frame.text)
    if not frame.attributes or frame.weak or own or len(shown) <= MOST_POINTED or not leans:
        return None
    told = replace(footing.before, text=frame.text, attributes=frame.attributes, weak=False)
    if told.order is None or told.limit is None:
        return told
    return replace(told, act="filter", subjects=shown, wishes=(), order=None, limit=None)  # of the first ten, those ten


def _once_more(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "Which schools?", "options?", "what programs fit" after advice: the set that was meant, with nothing added to it."""
    own = frame.attributes and not frame.weak
    named = own or frame.wishes or frame.order or frame.limit or frame.strangers or frame.end
    advised = before.act == "recommend"
    if named or not frame.kind or not few_words(frame.text, SHORT) or not (before.wishes or advised):
        return None
    said = OF_ONESELF.sub(" ", frame.text) if advised else frame.text
    telling = [word for word in words(said) if word not in knowledge.stop and word not in knowledge.lexicon.kinds]
    if telling or frame.kind not in {before.kind, knowledge.main_kind}:
        return None
    return replace(before, act="filter" if advised and before.wishes else before.act)

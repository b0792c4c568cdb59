"""Sums over several that were shown: "how much more is that?", "what's the total of them?", "average?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.arithmetic.differences import sets_apart
from advisor.arithmetic.statistics_asked import NUMERIC, statistics_said
from advisor.conversing.footing import Footing
from advisor.conversing.pointing import MOST_POINTED, few_words, pointed, two_shown
from advisor.conversing.series import asked_alike
from advisor.frame import SETS, Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name

MOST_WORDS = 9
MOST = 10  # values that one sum is taken over


def summed_up(frame: Frame, footing: Footing) -> Frame | None:
    """The sum, the average or the difference that a few words ask of what was shown."""
    apart = sets_apart(frame.text)
    frame = _than_whom(frame, footing) if apart else frame
    named = frame.subjects[1 if apart else 0 :] or frame.tie or frame.strangers or frame.wishes
    if named or frame.narrowing.guides or not few_words(frame.text, MOST_WORDS):
        return None
    if not (apart or statistics_said(frame.text)):
        return None
    before = footing.before
    if not apart and before.act == "rank" and (before.limit or 0) > 1 and before.order and not frame.subjects:
        return replace(before, text=frame.text)  # the first few of each guide, taken together
    names = _apart(frame, footing) if apart else _several(frame, footing)
    attribute = _asked(frame, names, footing)
    if attribute is None:
        return None
    narrowing = replace(before.narrowing, period=frame.narrowing.period or before.narrowing.period)
    return replace(
        frame,
        act="compare" if apart else "look_up",
        subjects=names,
        attributes=(attribute,),
        wishes=before.wishes if before.act in SETS else (),
        narrowing=narrowing,
        order=None,
        kind=None,
        weak=False,
        end=None,
    )


def _than_whom(frame: Frame, footing: Footing) -> Frame:
    """ "How much more than X": no bound is set, two are held apart."""
    whom = [names for names in footing.senses(frame.text) if len(names) == 1]
    if frame.subjects or not frame.wishes or len(whom) != 1 or not THAN.search(frame.text):
        return frame
    return replace(frame, subjects=whom[0], wishes=(), kind=None)


THAN = re.compile(r"\bthan\b", re.I)


def weighed(frame: Frame, footing: Footing) -> Frame | None:
    """ "Is that a lot?" after one figure: from where to where it runs among all that the guides list."""
    before = footing.before
    named = frame.names_somebody or frame.wishes or frame.kind
    if named or not WEIGHS.search(frame.text) or not few_words(frame.text, MOST_WORDS - 2):
        return None
    if before.act != "look_up" or len(before.subjects) != 1 or len(before.attributes) != 1:
        return None
    entry = footing.knowledge.vocabulary.attributes.get(before.attributes[0])
    if entry is None or entry.unit not in WEIGHED:
        return None
    kind = before.subjects[0].kind
    told = tuple(sorted({citation.guide for citation in footing.last.answer.citations}))
    narrowing = replace(before.narrowing, guides=told)
    return replace(before, text=RANGE, subjects=(), wishes=(), kind=kind, narrowing=narrowing)


WEIGHED = {"money", "number", "percent"}
RANGE = "range of all"
WEIGHS = re.compile(
    r"\b(?:is|are|isn'?t|so|thats|that'?s|its) (?:(?:that|this|it|its|they|those|not|too|very|really|actually) ){0,3}"
    r"(?:good|bad|ok(?:ay)?|normal|expensive|cheap|pricey|high|low|much|a lot|average|typical|reasonable|fair)(?:,? (?:isn'?t it|right|though|then|or not))?\W*$",
    re.I,
)


def _apart(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """Those that are set against each other: all of one answer, else the last two, or the last one and the one that is named."""
    shown = footing.last.shown
    if frame.subjects:
        recent = (*shown, *two_shown(footing.conversation.exchanges))
        return (*frame.subjects, *[name for name in recent if name not in frame.subjects][:1])
    return shown if 1 < len(shown) <= MOST else two_shown(footing.conversation.exchanges)[::-1]


def _several(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """Those that a sum is taken over: whom it points at, those of one answer, or those asked about one by one."""
    exchanges = footing.conversation.exchanges
    meant, shown = pointed(frame.text, exchanges), footing.last.shown
    if 1 < len(meant) < MOST_POINTED:
        return meant
    return (shown if len(shown) > 1 else asked_alike(exchanges))[:MOST]


def _asked(frame: Frame, names: Sequence[Name], footing: Footing) -> str | None:
    """The counted attribute that the part names or that was shown, where a guide gives it for two of them at least."""
    before, knowledge = footing.before, footing.knowledge
    ordered = (before.order.attribute,) if before.order else ()
    price = price_attribute(knowledge)
    of_set = [price] if price and before.act in SETS else []
    held: list[str] = [*before.attributes, *ordered] or of_set
    held += [] if any(_counts(a, knowledge) for a in held) else _beside(names, knowledge)
    for attribute in [*(() if frame.weak else frame.attributes), *held]:
        given = [name for name in names if any(fact.cell.known for fact in knowledge.facts(name, attribute))]
        if _counts(attribute, knowledge) and len(given) > 1:
            return attribute
    return None


def _beside(names: Sequence[Name], knowledge: Knowledge) -> list[str]:
    """The sums of money that stand beside what was shown in words: what a benefit comes to."""
    cells = (cell for name in names for row in knowledge.rows.get(name, ()) for cell in row.cells if cell.known)
    return list(dict.fromkeys(cell.attribute for cell in cells if cell.attribute and cell.unit == "money"))


def _counts(attribute: str, knowledge: Knowledge) -> bool:
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry is not None and entry.unit in NUMERIC

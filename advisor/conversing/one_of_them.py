"""One of the shown subjects, chosen by what is said of it: "the cheaper one", "the second, does it …", "the one in Texas"."""

import re
from dataclasses import replace

from advisor.conversing.footing import SHORT, Footing
from advisor.conversing.pointing import LOOKED_BACK, MOST_POINTED, NTH, few_words, place, pointed
from advisor.conversing.shown import WHICH, about_shown, two_apart, with_names
from advisor.facts import wish_met
from advisor.frame import Act, Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.amounts import find_amounts
from advisor.understanding.segments import TAG
from advisor.understanding.wishing import measured
from advisor.words import stem, words


def chosen_one(frame: Frame, footing: Footing) -> Frame | None:
    """ "The cheaper one, does it want the GRE": a superlative that only points at one of the shown subjects."""
    shown = two_apart(frame, footing) or footing.last.shown
    if frame.order is None or frame.subjects or not shown:
        return None
    if len(shown) < 2 and not (frame.order == footing.before.order and THERE.search(frame.text)):
        return None  # "the cheapest one there" is the one that was just found
    if not re.search(r"\bone\b|\bof (?:these|those|them|the (?:two|three))\b", frame.text, re.I):
        return None
    if (WHICH.search(frame.text) or TAG.search(frame.text)) and len(shown) <= MOST_POINTED:
        return None  # which of them it is, is asked: all are shown beside it
    names = footing.choosing(frame, shown)
    if not names:
        return None
    price = frame.order.attribute
    per = frame.narrowing.period not in {None, "total"}  # "the cheapest one, what's the price per credit"
    others = (price,) if per else tuple(a for a in frame.attributes if a != price)
    asked = others or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    act: Act = "look_up" if asked or few_words(frame.text, SHORT + 2) else "explain"
    attributes = asked or (price,) * (act == "look_up")
    text = with_names(frame.text, names[:1])
    return replace(frame, text=text, subjects=names[:1], order=None, wishes=(), attributes=attributes, act=act)


THERE = re.compile(r"\b(?:that|the \w+est|the best) one\b|\bone (?:there|of (?:those|these|them))\b", re.I)
OF_ONE = re.compile(
    r"\b(?:does|do|is|are|has|have|was|will|can|did) (?:it|that|this|he|she|they)\b(?! (?:ok|okay|enough|good|true|right|correct|possible|worth)\b)",
    re.I,
)


MOST_BESIDE = 6  # whose values still stand side by side
REALLY = re.compile(r"\bis (?:it|that|this)(?: one)? (?:really|actually|truly|only|just|still)\b", re.I)


def of_one(frame: Frame, footing: Footing) -> Frame | None:
    """ "The second one, does it want the GRE", "so no GRE and 33k, right?": conditions held against one shown subject."""
    nth = NTH.search(frame.text)
    named = frame.names_somebody or frame.order or (frame.kind and not nth)
    confirms = TAG.search(frame.text) is not None
    claimed = _claimed(frame, footing.knowledge) if confirms or REALLY.search(frame.text) else ()
    if named or not (frame.wishes or claimed) or not (confirms or nth or OF_ONE.search(frame.text)):
        return None
    names = pointed(frame.text, footing.conversation.exchanges) or (footing.last.shown if confirms else ())
    few = footing.last.shown if len(names) > 1 and len(footing.last.shown) <= MOST_BESIDE else ()
    if few and frame.wishes:  # of more than a few, those that are so are told
        return replace(frame, act="compare", subjects=few, attributes=(), kind=None, weak=False)
    if len(names) != 1:
        return None
    told = tuple(dict.fromkeys((*frame.attributes, *(wish.attribute for wish in frame.wishes), *claimed)))
    return about_shown(replace(frame, attributes=told, text=with_names(frame.text, names)), names, footing)


def confirmed(frame: Frame, footing: Footing) -> Frame | None:
    """ "That's required, right?": the last look-up again, where a claim names nothing of its own."""
    named = frame.names_somebody or frame.order or frame.kind or frame.attributes or frame.wishes
    before = footing.before
    if (
        named
        or NTH.search(frame.text)
        or not TAG.search(frame.text)
        or not (before.subjects and before.attributes)
        or not few_words(frame.text, SHORT)
    ):
        return None
    return replace(before, text=frame.text)


def _claimed(frame: Frame, knowledge: Knowledge) -> tuple[str, ...]:
    """What the figures of a claim are figures of."""
    found = (measured(a, frame.attributes, knowledge) for a in find_amounts(frame.text) if a.unit and a.unit != "gpa")
    return tuple(attribute for attribute in found if attribute)


def listed_one(text: str, footing: Footing) -> tuple[Name, ...]:
    """ "The third job" after a list in a guide's own words: whom that item of it names."""
    nth = NTH.search(text)
    items = [line for line in footing.last.answer.text.splitlines() if line.startswith("- ")]
    if nth is None or footing.last.shown or not items:
        return ()
    at = place(nth)
    if abs(at) > len(items):
        return ()
    said = f" {_stems(items[at - (at > 0)])} "
    forms = (form for form in footing.knowledge.lexicon.subjects if f" {_stems(form)} " in said)
    first = min(forms, key=lambda form: (said.index(f" {_stems(form)} "), -len(form)), default="")
    return tuple(footing.knowledge.lexicon.subjects.get(first, ()))[:1]


def _stems(text: str) -> str:
    return " ".join(stem(word) for word in words(text))


def placed_one(frame: Frame, footing: Footing) -> Frame | None:
    """ "That one in Texas": whoever of those shown is there, asked the last question; else who else is there."""
    if frame.subjects or frame.order or not (ONE_IN.search(frame.text) and frame.wishes):
        return None
    if any(condition.operator != "contains" for wish in frame.wishes for condition in wish.conditions):
        return None
    recent = footing.conversation.exchanges[-LOOKED_BACK:]
    shown = dict.fromkeys(name for exchange in reversed(recent) for name in exchange.shown)
    there = tuple(
        name
        for name in shown
        if all(wish_met(footing.knowledge.facts(name, wish.attribute), wish) for wish in frame.wishes)
    )
    asked = frame.attributes or footing.before.attributes
    if there:
        about = replace(frame, wishes=(), kind=None, attributes=asked, text=with_names(frame.text, there[:1]))
        return about_shown(about, there[:1], footing)
    return replace(frame, act="filter", kind=footing.knowledge.main_kind, attributes=asked)


ONE_IN = re.compile(
    r"\b(?:one|school|uni|university|program)\W+(?:thats |that'?s |which is )?(?:in|from|near|around)\b", re.I
)

"""The answer to a question back: one of the names that were offered, by a word that only it has or by where the person is."""

import re
from collections.abc import Iterable
from dataclasses import replace

from advisor.conversing.footing import SHORT, Footing
from advisor.conversing.pointing import few_words
from advisor.conversing.residents import tied_at_home
from advisor.frame import Act, Frame
from advisor.understanding.understand import Understanding
from advisor.words import words

PRICED = {"residency", "home"}  # what a person says about where they live changes the price that was asked


def meant(frame: Frame, footing: Footing) -> Frame | None:
    """The answer to a question back: one of the names that were offered, by itself or by a word that only it has."""
    if footing.last.answer.status != "clarify" or not few_words(frame.text, SHORT) or frame.attributes:
        return None
    said = set(words(frame.text))
    offered = {name: set(words(name.name)) for name in footing.last.shown}
    fits = {name for word in said for name in footing.knowledge.lexicon.subjects.get(word, ())}  # "the one in Philly"
    named = [name for name in offered if name in {*frame.subjects, *frame.tie}] or [n for n in offered if n in fits]
    if DENIES.match(frame.text):
        denied = {name for names in footing.senses(frame.text) for name in names}
        named = [name for name in offered if name not in denied] if denied & offered.keys() else []
    fitting = named or [name for name, own in offered.items() if said & own - _shared(offered.values())]
    if len(fitting) != 1:
        return None
    act: Act = "look_up" if footing.before.attributes else "explain"
    return replace(footing.before, act=act, subjects=(fitting[0],), tie=())


DENIES = re.compile(r"\W*(?:(?:no|nah|ok|but|well) )*(?:not|isn'?t)\b", re.I)  # "not Penn State"


def meant_by_home(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """ "I'm in X" after a question back: the one of those offered that stands there, else all of them."""
    told = next((remark for remark in understood.remarks if remark.key in PRICED), None)
    offered, before = footing.last.shown, footing.before
    if told is None or footing.last.answer.status != "clarify" or not (offered and before.attributes):
        return ()
    asked = replace(before, act="explain", subjects=(), tie=offered)
    there = tied_at_home(asked, told if told.key == "home" else None, footing.knowledge)
    return (there if there.subjects else replace(before, act="look_up", subjects=offered, tie=()),)


def _shared(names: Iterable[set[str]]) -> set[str]:
    """The words that all of some names have."""
    return set.intersection(*names) if (names := list(names)) else set()

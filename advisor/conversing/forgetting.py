"""Conditions that a person takes back: the last set without them, or a plain acknowledgement."""

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.conversation import FORGETS, remembered
from advisor.conversing.footing import SHORT, Footing
from advisor.conversing.pointing import few_words
from advisor.frame import SETS, Act, Frame, Remark, Wish
from advisor.knowledge import price_attribute
from advisor.understanding.segments import asks
from advisor.understanding.understand import Understanding
from advisor.understanding.wishing import BOUND_WORDS
from advisor.words import words
from index import Operator

ABOUT_ONE = {"look_up", "compare"}
MONEY = {"budget", "price", "cost", "limit", "money", "cap"}


def forgetting(message: str, understood: Understanding) -> Understanding:
    """Something taken back before anything was asked is only acknowledged."""
    idle = all(frame.act in {"explain", "recommend"} and not frame.subjects for frame in understood.frames)
    return replace(understood, frames=(Frame(act="small_talk", text=message),)) if idle else understood


def _instead(understood: Understanding, message: str) -> tuple[Wish, ...]:
    """The conditions that are said after what is taken back: "forget the budget, just show me …"."""
    taken = FORGETS.search(message)
    after = AFTER.split(message[taken.end() :], maxsplit=1)[1:] if taken else []
    said = " ".join(words(" ".join(after)))
    return tuple(w for f in understood.frames for w in f.wishes if " ".join(words(w.said.removeprefix("not "))) in said)


def _left(footing: Footing, understood: Understanding) -> tuple[Remark, ...]:
    """What is still known of the person after what is taken back."""
    facts = footing.knowledge.vocabulary.life_facts
    return remembered(footing.conversation.profile, understood, footing.message, facts)


def _without_ones(understood: Understanding, footing: Footing) -> Frame | None:
    """ "Remove the ones over 50k": a new condition, put as what the last set shall go without."""
    before, new = footing.before, [wish for frame in understood.frames for wish in frame.wishes]
    if _instead(understood, footing.message):
        return None  # "forget the budget, just show the asynchronous ones"
    held = {wish.conditions for wish in before.wishes}
    if before.act not in SETS or not (new and ONES.search(footing.message)) or held & {w.conditions for w in new}:
        return None
    without = tuple(w if w.negated and LEAVES_OUT.search(footing.message) else _opposite(w) for w in new)
    if before.limit is not None and footing.last.shown:  # of the first ten, not the first ten of the rest
        shown = footing.last.shown
        return replace(before, act="filter", subjects=shown, kind=shown[0].kind, wishes=without, order=None, limit=None)
    return replace(before, wishes=(*before.wishes, *without), act="filter" if before.act == "recommend" else before.act)


def _opposite(wish: Wish) -> Wish:
    """A condition turned round: "over 50k" leaves what costs at most that, another what does not meet it."""
    operator = wish.conditions[0].operator
    if operator in OPPOSITE and not (wish.conditions[1:] or wish.negated):
        other = OPPOSITE[operator]
        condition = replace(wish.conditions[0], operator=other)
        return replace(
            wish, conditions=(condition,), said=wish.said.replace(BOUND_WORDS[operator], BOUND_WORDS[other], 1)
        )
    said = wish.said.removeprefix("not ") if wish.negated else f"not {wish.said}"
    return replace(wish, negated=not wish.negated, said=said)


FORGETS_THAT = re.compile(rf"\W*(?:(?:ok|no|nah|well|wait)\W+)*(?:{FORGETS.pattern}) (?:that|it|this)\b", re.I)
DROPS = re.compile(rf"\W*(?:(?:ok|no|nah|well|wait|so)\W+)*(?:{FORGETS.pattern})(?: (?:that|it|this))?\W*", re.I)
OPPOSITE: Mapping[Operator, Operator] = {
    "above": "at_most",
    "at_least": "below",
    "below": "at_least",
    "at_most": "above",
}
LEAVES_OUT = re.compile(
    r"\b(?:without|except|exclud(?:e|ing)|hide|minus|not) (?:for )?(?:the |all |any )?(?:ones?|those|schools?|programs?)\b",
    re.I,
)
ONES = re.compile(r"\b(?:ones?|those|all|any(?:thing)?|everything|schools?|programs?|unis?|options?)\b", re.I)
AFTER = re.compile(r"[,.;:!]|\b(?:and|but|just|only|now|instead|then)\b", re.I)


def forgotten(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """The last set without the condition that is taken back; a plain acknowledgement where there was none."""
    if not FORGETS.search(footing.message):
        without = _without_ones(understood, footing) if LEAVES_OUT.search(footing.message) else None
        return (without,) if without else ()
    asked = any(asks(frame.text) and frame.attributes for frame in understood.frames)
    if any(frame.subjects for frame in understood.frames) or (asked and FORGETS_THAT.match(footing.message)):
        return ()
    footing = (footing.at_set() if footing.before.act in ABOUT_ONE else None) or footing  # "scrap the price limit"
    if without := _without_ones(understood, footing):
        return (without,)
    new = _instead(understood, footing.message)
    said = {w.attribute for f in understood.frames for w in f.wishes if w not in new} | {
        a for f in understood.frames for a in f.attributes
    }
    said |= {remark.wish.attribute for remark in understood.remarks if remark.wish}
    price = price_attribute(footing.knowledge)
    if price and MONEY & set(words(footing.message)):
        said.add(price)
    before = footing.before
    order = next((frame.order for frame in understood.frames if frame.order), None)
    said -= {order.attribute} if order and not MONEY & set(words(footing.message)) else set()
    kept = tuple(wish for wish in before.wishes if wish.attribute not in said)
    if order:
        limit = next((frame.limit for frame in understood.frames if frame.limit), before.limit)
        return (replace(before, wishes=kept, act="rank", order=order, limit=limit),) if before.act in SETS else ()
    if new and before.act in SETS:
        act: Act = "filter" if before.act == "recommend" else before.act
        return (
            replace(
                before, wishes=(*(w for w in kept if w.attribute not in {n.attribute for n in new}), *new), act=act
            ),
        )
    no_set = before.act == "recommend" or before.kind is None
    bare = no_set and not kept and not any(r.wish for r in _left(footing, understood))
    if (kept != before.wishes or before.act == "recommend") and not bare:
        return (replace(before, wishes=kept, act="recommend" if before.act == "recommend" or not kept else before.act),)
    return (Frame(act="small_talk", text=footing.message),) if few_words(footing.message, SHORT + 2) else ()

"""Conditions that a person takes back: the last set without them, or a plain acknowledgement."""

import re
from dataclasses import replace

from advisor.conversation import FORGETS
from advisor.conversing.footing import SHORT, Footing
from advisor.conversing.pointing import few_words
from advisor.frame import Act, Frame, Wish
from advisor.knowledge import price_attribute
from advisor.understanding.joining import SETS
from advisor.understanding.understand import Understanding
from advisor.words import words

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


AFTER = re.compile(r"[,.;:!]|\b(?:and|but|just|only|now|instead|then)\b", re.I)


def forgotten(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """The last set without the condition that is taken back; a plain acknowledgement where there was none."""
    if any(frame.subjects or frame.order for frame in understood.frames):
        return ()
    new = _instead(understood, footing.message)
    said = {w.attribute for f in understood.frames for w in f.wishes if w not in new} | {
        a for f in understood.frames for a in f.attributes
    }
    said |= {remark.wish.attribute for remark in understood.remarks if remark.wish}
    price = price_attribute(footing.knowledge)
    if price and MONEY & set(words(footing.message)):
        said.add(price)
    before = footing.before
    kept = tuple(wish for wish in before.wishes if wish.attribute not in said)
    if new and before.act in SETS:
        act: Act = "filter" if before.act == "recommend" else before.act
        return (
            replace(
                before, wishes=(*(w for w in kept if w.attribute not in {n.attribute for n in new}), *new), act=act
            ),
        )
    if kept != before.wishes or before.act == "recommend":
        return (replace(before, wishes=kept, act="recommend" if before.act == "recommend" or not kept else before.act),)
    return (Frame(act="small_talk", text=footing.message),) if few_words(footing.message, SHORT + 2) else ()

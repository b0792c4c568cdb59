"""Subjects that are taken out of what was shown: "remove arizona", "without Drexel", "forget Purdue, what about Duke"."""

import re
from dataclasses import replace

from advisor.arithmetic.statistics_asked import statistics_said
from advisor.conversing.footing import Footing
from advisor.conversing.pointing import few_words, pointed
from advisor.frame import SETS, Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.understand import Understanding
from advisor.words import phrase

MOST_WORDS, MOST_SHOWN = 12, 10
TAKES_OUT = re.compile(
    r"\b(?:remove|drop|exclude|excluding|skip|leave out|leaving out|take (?:out|off|away)|without|except(?: for)?|minus|get rid of|kick out|"
    r"forget(?: about)?|ignore|hide|scratch|cross (?:out|off)|throw out|not counting|other than|besides|apart from|any(?:one|thing) but|^\W*(?:(?:but|and|ok|pls|please) )*not)\b(?P<whom>[^.;!?]*)",
    re.I,
)
NEXT = re.compile(
    r"[,.;:!]|\b(?:but|instead|then|add|include|how about|what about|show|just|only|is|are|which|what|how)\b", re.I
)


ELSE = re.compile(
    r"\W*(?:(?:ok(?:ay)?|and|so|hm+|thx|thanks|cool|nice|but|got)\W+)*(?:(?:what|who|which|anything|something|anyone|any) (?:else|others?|more)"
    r"|others?|more|(?:what|any|show me|give me|are there|other|some|more)(?: (?:any|some|other|more))*)(?: (?:ones?|options?|schools?|programs?|unis?|ideas?|choices?))?(?: (?:are there|is there|please|pls|then|do you have))*\W*",
    re.I,
)


def others(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """ "What else?" after advice or the first few: those that come next."""
    before, shown = footing.before, footing.last.shown
    few = before.act == "recommend" or (before.act == "rank" and before.limit)
    if not few or not shown or not ELSE.fullmatch(footing.message) or any(f.subjects for f in understood.frames):
        return ()
    return (replace(before, excluded=tuple(dict.fromkeys((*before.excluded, *shown)))),)


def taken_out(understood: Understanding, footing: Footing) -> tuple[Frame, ...]:
    """The last question again without whom the message takes out of it; empty where it takes nobody out."""
    found = TAKES_OUT.search(footing.message)
    footing = (footing.at_set(least=2) if len(footing.last.shown) == 1 else None) or footing
    before, shown = footing.before, footing.last.shown
    if found is None or not few_words(footing.message, MOST_WORDS):
        return ()
    whom = NEXT.split(found["whom"], maxsplit=1)[0]
    if anywhere := _anywhere(whom, footing):
        return (anywhere,)
    named = {name for frame in understood.frames for name in (*frame.subjects, *frame.tie, *frame.excluded)}
    out = tuple(
        name
        for name in shown
        if _said(name, whom, footing.knowledge) or (name in named and not NEXT.search(found["whom"]))
    )
    if not out and POINTS.search(whom):
        out = pointed(f"the {whom}", footing.conversation.exchanges)
    ends = [frame for frame in understood.frames if frame.order and not frame.wishes]
    if not out and ends and 1 < len(shown) <= MOST_SHOWN:
        out = _at_the_end(ends[0], footing)
    elif any(map(_asks_anew, understood.frames)):
        return ()
    if not out or len(out) >= len(shown) or named - set(out):
        return ()
    if before.order and statistics_said(before.text):  # of the few that were taken together, no others in their place
        rest = tuple(name for name in shown if name not in out)
        return (
            replace(before, act="look_up", subjects=rest, attributes=(before.order.attribute,), order=None, limit=None),
        )
    if before.act in SETS and not set(before.subjects) & set(out):
        fewer = before.limit - 1 if ends and before.limit else before.limit  # nobody dearer in their place
        return (replace(before, excluded=tuple(dict.fromkeys((*before.excluded, *out))), limit=fewer or None),)
    left = tuple(name for name in before.subjects or shown if name not in out)
    act = "look_up" if len(left) == 1 and before.act == "compare" and before.attributes else before.act
    return (replace(before, act=act, subjects=left, tie=()),) if left else ()


def _at_the_end(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """ "Remove the most expensive": that of all those shown, else of each guide's own among them."""
    shown, listings = footing.last.shown, footing.knowledge.listings
    if first := footing.choosing(frame, shown)[:1]:
        return first
    guides = dict.fromkeys(listing.guide for listing in listings if listing.name in shown)
    of_guide = (tuple(n for n in shown if any(x.name == n and x.guide == g for x in listings)) for g in guides)
    found = (footing.choosing(frame, names)[:1] for names in of_guide if len(names) > 1)
    return tuple(dict.fromkeys(name for first in found for name in first))


POINTS = re.compile(r"\b(?:first|second|third|fourth|fifth|last|former|latter)\b", re.I)


def _anywhere(whom: str, footing: Footing) -> Frame | None:
    """ "Drop Pennsylvania" after schools there: the last set wherever it is."""
    before, said = footing.before, phrase(whom)
    kept = tuple(
        w
        for w in before.wishes
        if not any(c.operator == "contains" and phrase(str(c.value)) == said for c in w.conditions)
    )
    return replace(before, wishes=kept) if before.act in SETS and kept != before.wishes else None


def _asks_anew(frame: Frame) -> bool:
    return bool(frame.wishes or frame.order or frame.kind or (frame.attributes and not frame.weak))


def _said(name: Name, text: str, knowledge: Knowledge) -> bool:
    """Whether a form of a name stands in a text."""
    folded = phrase(text).split()
    forms = (" ".join(folded[at:end]) for at in range(len(folded)) for end in range(at + 1, len(folded) + 1))
    return any(name in knowledge.lexicon.subjects.get(form, ()) for form in forms)

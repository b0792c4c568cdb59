"""Questions about subjects that answers have shown: "the cheaper one", "which has the lower price", "is it public"."""

import re
from dataclasses import replace

from advisor.conversing.footing import SHORT, Footing
from advisor.conversing.pointing import MOST_POINTED, few_words, pointed, two_shown
from advisor.frame import Act, Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.amounts import find_amounts
from advisor.understanding.segments import TAG
from advisor.understanding.subjects import kinds
from advisor.understanding.wishing import measured
from advisor.words import phrase, words

COMPARES = re.compile(r"\b(?:compare|versus|vs|difference|differ|better|side by side|which one|or)\b", re.I)
WHICH = re.compile(
    r"^\W*(?:(?:and|so|ok|but) )?(?:which|who|what)(?:'s| is| one| has| are| costs?| pays?| takes?| of)\b", re.I
)
JUDGES = re.compile(r"\b(?:better|best|suits?|fits?|recommended|easier|worse|should i)\b", re.I)
BARE = re.compile(
    r"\b(?:the|and|what|how|about|for|one|both|same|of|those|these|them|that|this|all|each|is|it|with|to|\w+(?:st|nd|rd|th)|first|second|third|two|three|last|other|ok|so|go|back)\b",
    re.I,
)


def which_shown(frame: Frame, footing: Footing) -> Frame | None:
    """ "Which has the lower price?": one of the few just shown, where no other set is named."""
    shown = _two_apart(frame, footing) or footing.last.shown
    judged = frame.order is not None or (not frame.attributes and JUDGES.search(frame.text))
    if not judged or not 1 < len(shown) <= MOST_POINTED or not WHICH.search(frame.text):
        return None
    said = f" {phrase(frame.text)} "
    if frame.wishes or any(f" {form} " in said for form in footing.knowledge.lexicon.kinds):
        return None
    by = (frame.order.attribute,) if frame.order else ()
    asked = tuple(dict.fromkeys((*by, *frame.attributes)))
    return replace(frame, act="compare", subjects=shown, attributes=asked, order=None, limit=None)


def _two_apart(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """A comparative ("which is cheaper") after single answers is about the last two of one kind."""
    if len(footing.last.shown) != 1 or not COMPARATIVE.search(frame.text):
        return ()
    names = two_shown(footing.conversation.exchanges)
    return names if len(names) == 2 and names[0].kind == names[1].kind else ()


COMPARATIVE = re.compile(r"\b(?:\w+er|better|worse|less|more)\b", re.I)


def chosen_one(frame: Frame, footing: Footing) -> Frame | None:
    """ "The cheaper one, does it want the GRE": a superlative that only points at one of the shown subjects."""
    shown = _two_apart(frame, footing) or footing.last.shown
    if frame.order is None or frame.subjects or len(shown) < 2:
        return None
    if not re.search(r"\bone\b|\bof (?:these|those|them|the (?:two|three))\b", frame.text, re.I):
        return None
    names = footing.choosing(frame, shown)
    if not names:
        return None
    price = frame.order.attribute
    others = tuple(a for a in frame.attributes if a != price)
    asked = others or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    act: Act = "look_up" if asked or few_words(frame.text, SHORT) else "explain"
    attributes = asked or (price,) * (act == "look_up")
    text = _named(frame.text, names[:1])
    return replace(frame, text=text, subjects=names[:1], order=None, wishes=(), attributes=attributes, act=act)


OF_ONE = re.compile(r"\b(?:does|is|has|was|will|can|did) (?:it|that one|this one|he|she)\b", re.I)


def of_one(frame: Frame, footing: Footing) -> Frame | None:
    """ "The second one, does it want the GRE", "so no GRE and 33k, right?": conditions held against one shown subject."""
    named = frame.subjects or frame.tie or frame.strangers or frame.order or frame.kind
    confirms = TAG.search(frame.text) is not None
    claimed = _claimed(frame, footing.knowledge) if confirms else ()
    if named or not (frame.wishes or claimed) or not (confirms or OF_ONE.search(frame.text)):
        return None
    names = pointed(frame.text, footing.conversation.exchanges) or (footing.last.shown if confirms else ())
    if len(names) != 1:
        return None
    told = tuple(dict.fromkeys((*frame.attributes, *(wish.attribute for wish in frame.wishes), *claimed)))
    return about_shown(replace(frame, attributes=told, text=_named(frame.text, names)), names, footing)


def _claimed(frame: Frame, knowledge: Knowledge) -> tuple[str, ...]:
    """What the figures of a claim are figures of."""
    found = (measured(a, frame.attributes, knowledge) for a in find_amounts(frame.text) if a.unit and a.unit != "gpa")
    return tuple(attribute for attribute in found if attribute)


def about_shown(frame: Frame, names: tuple[Name, ...], footing: Footing) -> Frame:
    """A frame about subjects that were pointed at."""
    before = footing.before
    asked = _fitting(frame, names, footing.knowledge)
    if not asked and (frame.attributes or frame.wishes) and (told := _told(frame, footing)):
        names, asked = told, _fitting(frame, told, footing.knowledge)
    frame = replace(frame, attributes=asked, weak=False)
    if asked:
        return replace(frame, subjects=names, act="look_up" if len(names) == 1 else "compare", wishes=())
    if frame.order and len(names) <= MOST_POINTED:
        return replace(frame, subjects=names, act="compare", attributes=(frame.order.attribute,), order=None)
    if COMPARES.search(frame.text) and len(names) > 1:
        return replace(frame, subjects=names, act="compare")
    if frame.act == "explain" and before.attributes and few_words(frame.text, SHORT) and _bare(frame.text):
        return replace(
            frame, subjects=names, attributes=before.attributes, act="look_up" if len(names) == 1 else "compare"
        )
    return replace(frame, subjects=names, text=_named(frame.text, names)) if len(names) == 1 else frame


def _bare(text: str) -> bool:
    """A part of nothing but pointing words asks the last question again."""
    return not words(BARE.sub(" ", text))


def _told(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """Subjects that the last answer named in passing and that have what is asked, in the order of its words."""
    text = footing.last.answer.text
    found = [(text.find(name.name), name) for name in footing.knowledge.rows if name.name in text]
    named = sorted(found, key=lambda pair: pair[0])
    return tuple(name for _, name in named if _fitting(frame, (name,), footing.knowledge))[:MOST_POINTED]


def _fitting(frame: Frame, names: tuple[Name, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes asked of the subjects; "which state is it in" asks for one by its kind."""
    of = {name.kind for name in names}
    asked = frame.attributes or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    if not asked and frame.kind and frame.kind not in of and kinds(frame.kind, knowledge) & of:
        return (frame.kind,)
    return tuple(a for a in asked if not kinds(a, knowledge) or kinds(a, knowledge) & of)


def _named(text: str, names: tuple[Name, ...]) -> str:
    """A part with the names that its pointing words stand for, so that passages about them are found."""
    return f"{text} ({', '.join(name.name for name in names)})"

"""Questions about subjects that answers have shown: "which has the lower price", "is it public", "and the third?"."""

import re
from dataclasses import replace

from advisor.conversing.footing import FEW, SHORT, Footing
from advisor.conversing.pointing import BARE, LOOKED_BACK, MOST_POINTED, few_words, two_shown
from advisor.frame import Frame, Narrowing, Order
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.asked import relevant
from advisor.understanding.choosing import suited
from advisor.understanding.segments import TAG
from advisor.understanding.subjects import kinds
from advisor.understanding.wishing import place_wishes
from advisor.words import phrase, words

COMPARES = re.compile(r"\b(?:compare|versus|vs|difference|differ|better|side by side|which one|or)\b", re.I)
WHICH = re.compile(
    r"^\W*(?:(?:and|so|ok(?:ay)?|but|then|well|now)\W+)*(?:which|wich|who|what)(?:'?s\b| is| one| has| are| costs?| pays?| takes?| of| would| should| do i| shall)\b",
    re.I,
)
JUDGES = re.compile(
    r"\b(?:which|who)(?: one)?(?:'s| is) (?:the )?(?:more )?\w+er\b|\b(?:better|best|suits?|fits?|recommended|easier|worse|should i|(?:would|do|shall|to) (?:you |u |i )?(?:take|pick|choose|recommend|go for))\b",
    re.I,
)


def which_shown(frame: Frame, footing: Footing) -> Frame | None:
    """ "Which has the lower price?": one of the few just shown, where no other set is named."""
    shown = two_apart(frame, footing) or footing.last.shown
    held = COMPARATIVE if frame.attributes else JUDGES
    side_by_side = len(footing.before.subjects) > 1 and frame.attributes and not frame.weak  # "which has the GRE"
    judged = frame.order is not None or side_by_side or held.search(frame.text)
    confirms = (
        frame.order is not None and TAG.search(frame.text) is not None
    )  # "so the first one is the pricey one, right?"
    chooses = confirms or WHICH.search(frame.text) or (len(footing.before.subjects) > 1 and few_words(frame.text, FEW))
    points = THAT_ONE.search(frame.text) and not confirms and not WHICH.search(frame.text)
    if not judged or points or not 1 < len(shown) <= MOST_POINTED or not chooses:
        return None
    said = f" {phrase(RESIDENCY.sub(' ', frame.text))} "
    if frame.wishes or any(f" {form} " in said for form in footing.knowledge.lexicon.kinds):
        return None
    by = (frame.order.attribute,) if frame.order else ()
    named = tuple(dict.fromkeys((*by, *(() if frame.weak else frame.attributes))))
    asked = relevant(named, [name.kind for name in shown], footing.knowledge) or named
    asked = asked or suited(frame, shown, footing.knowledge) or _told_apart(frame, shown, footing)
    shown = _best_first(frame, shown, footing)
    narrowing = footing.before.narrowing if frame.narrowing == Narrowing() else frame.narrowing
    frame = replace(frame, narrowing=narrowing)
    return replace(frame, act="compare", subjects=shown, attributes=asked, order=None, limit=None)


def _told_apart(frame: Frame, shown: tuple[Name, ...], footing: Footing) -> tuple[str, ...]:
    """ "Which would you pick?" of a few that were set side by side: whom each suits, what it stands out by and lacks."""
    before, roles = footing.before, footing.knowledge.roles
    side_by_side = before.act == "compare" and not before.attributes and set(before.subjects) == set(shown)
    if not (side_by_side or PICKS.search(frame.text)):
        return ()
    told = (roles.get(role, "") for role in ("suits", "praise", "tradeoff"))
    return tuple(a for a in told if any(fact.cell.known for name in shown for fact in footing.knowledge.facts(name, a)))


RESIDENCY = re.compile(r"\b(?:in|out[- ]?of)[- ]?state\b", re.I)  # "cheaper in state" names no state
THAT_ONE = re.compile(r"\b(?:that|this|the first|the second|the last|the other) one\b|\bof (?:it|that)\b", re.I)


def _best_first(frame: Frame, shown: tuple[Name, ...], footing: Footing) -> tuple[Name, ...]:
    """The shown subjects with the one that a superlative asks for in front: what is said next of "it" is said of that one."""
    if frame.end and len(frame.attributes) == 1 and frame.order is None:
        frame = replace(frame, order=Order(frame.attributes[0], frame.end == "lowest"))  # "which has less credits"
    by = frame.order.attribute if frame.order else None
    known = tuple(n for n in shown if by and any(fact.cell.known for fact in footing.knowledge.facts(n, by)))
    ordered = footing.choosing(frame, known)
    return (*ordered, *(name for name in shown if name not in ordered))


def two_apart(frame: Frame, footing: Footing) -> tuple[Name, ...]:
    """A comparative ("which is cheaper"), or a choice ("which should I take"), after single answers is about the last two of one kind."""
    if len(footing.last.shown) != 1 or not (COMPARATIVE.search(frame.text) or PICKS.search(frame.text)):
        return ()
    if SEVERAL.search(frame.text):
        if last := footing.at_set(least=2):
            return last.last.shown
        recent = footing.conversation.exchanges[-LOOKED_BACK:]
        names = tuple(dict.fromkeys(name for exchange in recent for name in exchange.shown[:1]))
        return names if len(names) > 1 and len({name.kind for name in names}) == 1 else ()
    names = two_shown(footing.conversation.exchanges)
    return names if len(names) == 2 and names[0].kind == names[1].kind else ()


PICKS = re.compile(
    r"\b(?:which|wich|who|what)(?: one| of (?:them|those|these|the \w+))? (?:should|shall|would|do) (?:i|you|u|we) (?:\w+ )?(?:take|pick|choose|recommend|go (?:for|with))\b",
    re.I,
)
SEVERAL = re.compile(r"\b(?:these|those|them|all|three|four)\b", re.I)
COMPARATIVE = re.compile(r"\b(?:\w+er|\w+est|better|best|worse|worst|less|more|least|most)\b", re.I)


def about_shown(frame: Frame, names: tuple[Name, ...], footing: Footing) -> Frame:
    """A frame about subjects that were pointed at."""
    before = footing.before
    places = tuple(name for name in names if name.kind in footing.knowledge.places)
    if places and frame.kind and frame.kind not in {name.kind for name in names} and not frame.attributes:
        return replace(frame, act="filter", wishes=(*frame.wishes, *place_wishes(places, ())))  # "programs there"
    asked = _fitting(frame, names, footing.knowledge)
    if not asked and (frame.attributes or frame.wishes) and (told := _told(frame, footing)):
        names, asked = told, _fitting(frame, told, footing.knowledge)
    chosen = len(names) > 1 and frame.wishes and not frame.attributes and WHICH.search(frame.text)
    if asked and chosen and all(c.operator == "is" for wish in frame.wishes for c in wish.conditions):
        return replace(frame, subjects=names, act="compare", kind=None, weak=False)  # who of them is so
    frame = replace(frame, attributes=asked, weak=False)
    if asked:
        return replace(frame, subjects=names, act="look_up" if len(names) == 1 else "compare", wishes=())
    if frame.order and len(names) <= MOST_POINTED:
        return replace(frame, subjects=names, act="compare", attributes=(frame.order.attribute,), order=None)
    if COMPARES.search(frame.text) and len(names) > 1:
        return replace(frame, subjects=names, act="compare", attributes=suited(frame, names, footing.knowledge))
    if frame.act == "explain" and before.attributes and few_words(frame.text, SHORT) and _bare(frame.text):
        return replace(
            frame, subjects=names, attributes=before.attributes, act="look_up" if len(names) == 1 else "compare"
        )
    if len(names) == 1 and frame.act == "explain" and not frame.wishes and _bare(MORE.sub(" ", frame.text)):
        return replace(frame, subjects=names, text=_instead(before, names[0], again=_bare(frame.text)))
    return replace(frame, subjects=names, text=with_names(frame.text, names)) if len(names) == 1 else frame


MORE = re.compile(
    r"\b(?:no|not|do|have|got|else|any|anything|something|meant|mean|sorry|actually|tell|say|know|give|more|details?|info(?:rmation)?|me|us|i|want|can|you|please|pls)\b",
    re.I,
)


def _instead(before: Frame, name: Name, *, again: bool) -> str:
    """ "And the third?": what was asked of the one before, asked of this one; "tell me more" asks for all that is known."""
    if not again or before.act != "explain" or not before.subjects:
        return name.name
    text = before.text
    for other in before.subjects:
        text = text.replace(other.name, name.name)
    return text if name.name in text else with_names(text, (name,))


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
    return relevant(asked, sorted(of), knowledge)


def with_names(text: str, names: tuple[Name, ...]) -> str:
    """A part with the names that its pointing words stand for, so that passages about them are found."""
    return f"{text} ({', '.join(name.name for name in names)})"


def without_names(text: str, names: tuple[Name, ...]) -> str:
    """A part without the names that were written behind it, which the next one is not about."""
    return text.removesuffix(with_names("", names))

"""Whom an answer in a guide's own words told about: what "how much is that" means after "X is the natural fit for …"."""

import re
from dataclasses import replace

from advisor.conversing.footing import FEW, GOES_ON, Footing
from advisor.conversing.pointing import DUMMY, MANY, MOST_POINTED, NTH, ONE, OTHER, PAIR, few_words, place
from advisor.conversing.reshaping import MARKS
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.asked import relevant


def told_instead(frame: Frame, footing: Footing) -> Footing:
    """The footing with those whom the last answer named, where none of those it showed can have what is asked."""
    asked = (frame.order.attribute,) if frame.order else frame.attributes
    named = frame.names_somebody
    counted = NTH.search(frame.text) and "\n- " in footing.last.answer.text and not footing.last.shown
    if named or not asked or counted or WHERE_TO.search(frame.text) or not _leans(frame):
        return footing
    shown, knowledge = footing.last.shown, footing.knowledge
    ours = any(name.kind == knowledge.main_kind for name in shown) and relevant(asked, [knowledge.main_kind], knowledge)
    if ours or any(_given(name, asked, knowledge) for name in shown):
        return footing  # where nobody gives it of a school that was shown, that is what there is to say
    names = _told(footing, asked)
    if not names:
        return footing
    *earlier, last = footing.conversation.exchanges
    talk = replace(footing.conversation, exchanges=(*earlier, replace(last, shown=names)))
    return replace(footing, conversation=talk)


WHERE_TO = re.compile(
    r"\bwhere (?:can|could|do|should|would) (?:i|we|you|one) (?:\w+ )?(?!live|study|move|go\b)\w+ (?:it|that|this|them)\b",
    re.I,
)  # "where can I relearn it" asks for no town


def item_meant(frame: Frame, footing: Footing) -> Frame | None:
    """ "Explain the first one": an item of a list in a guide's own words, asked about by what it says."""
    nth = NTH.search(frame.text)
    items = [line.removeprefix("- ") for line in footing.last.answer.text.splitlines() if line.startswith("- ")]
    named = frame.subjects or frame.tie or frame.attributes or frame.wishes or frame.order
    if nth is None or named or footing.last.shown or not few_words(frame.text, FEW + 3) or place(nth) > len(items):
        return None
    item = MARKS.sub("", items[place(nth) - (place(nth) > 0)])
    return replace(frame, act="explain", text=item.partition(":")[0], outside=min(frame.outside, 0.0))


def _leans(frame: Frame) -> bool:
    """Whether a part points at something, or goes on in a few words."""
    plain = DUMMY.sub(" ", frame.text)
    points = any(pattern.search(plain) for pattern in (ONE, MANY, PAIR, OTHER, NTH))
    points = points or ONE_OF_THEM.search(plain) is not None or few_words(frame.text, BARE)
    return points or (few_words(frame.text, FEW + 1) and bool(GOES_ON.search(frame.text)))


BARE = 2  # words: "how much"
ONE_OF_THEM = re.compile(r"\bthe (?:\w+er|\w+est|(?:more|less|most|least) \w+) one\b", re.I)


def _told(footing: Footing, asked: tuple[str, ...]) -> tuple[Name, ...]:
    """The schools that the last answer names, in the order of its words."""
    talk = footing.conversation.exchanges[-2:]  # a turn about an answer tells of it too
    text = " ".join(one.answer.text for one in talk if one.frames == footing.last.frames)
    found = [
        (text.find(name.name), name)
        for name in footing.knowledge.rows
        if name.kind == footing.knowledge.main_kind and name.name in text
    ]
    return tuple(name for _, name in sorted(found) if _given(name, asked, footing.knowledge))[:MOST_POINTED]


def _given(name: Name, asked: tuple[str, ...], knowledge: Knowledge) -> bool:
    return any(fact.cell.known for attribute in asked for fact in knowledge.facts(name, attribute))

"""Which of those shown have a value of what was asked last: "so which of these are optional?", "who doesn't require it?"."""

import re
from dataclasses import replace

from advisor.conversing.footing import Footing
from advisor.conversing.pointing import few_words, pointed
from advisor.conversing.series import asked_alike
from advisor.frame import Frame, Wish
from advisor.knowledge import Knowledge
from advisor.words import phrase
from index import Condition

MOST_WORDS = 9
WHERE = re.compile(r"\W*(?:(?:and|so|ok|but|then) )*where (?:is|isn'?t|are|would) (?:it|that|they)\b", re.I)
CHOOSES = re.compile(r"\b(?:which|who|what|where|any|none|either|neither|only|all|all of (?:them|these|those))\b", re.I)
ALL = re.compile(r"\ball\b", re.I)


def of_value(frame: Frame, footing: Footing) -> Frame | None:
    """Those shown, held against a value that only a word of its own names."""
    where = frame.weak and WHERE.match(frame.text)
    named = frame.names_somebody or (frame.attributes and not where) or frame.order or frame.wishes
    before = footing.before
    if named or len(before.attributes) != 1 or not (CHOOSES.search(frame.text) and few_words(frame.text, MOST_WORDS)):
        return None
    value = _value_said(frame.text, before.attributes[0], footing.knowledge)
    names = asked_alike(footing.conversation.exchanges, several=True) if ALL.search(frame.text) else ()
    names = names or pointed(frame.text, footing.conversation.exchanges) or footing.last.shown
    if value is None or (len(names) < 2 and not where):
        return None
    wish = Wish((Condition(before.attributes[0], "is", value),), value)
    if where:  # "where is it not needed", of one that was shown
        return replace(frame, act="filter", attributes=(), wishes=(wish,), kind=footing.knowledge.main_kind, weak=False)
    return replace(frame, act="compare", subjects=names, attributes=(), wishes=(wish,), kind=None)


def who_has_it(frame: Frame, footing: Footing) -> Frame | None:
    """ "Which schools have it?" after what a thing is: those with that value of it, else with any."""
    before = footing.before
    asked = before.attributes or tuple(wish.attribute for wish in before.wishes)
    named = frame.subjects or frame.tie or frame.attributes or frame.order or frame.wishes
    if named or before.subjects or before.act != "explain" or len(asked) != 1 or not HAVE_IT.search(frame.text):
        return None
    kind = frame.kind or footing.knowledge.main_kind
    return replace(frame, act="filter", kind=kind, attributes=asked, wishes=before.wishes, weak=False)


HAVE_IT = re.compile(
    r"\b(?:which|what|who|any)\b.*\b(?:have|has|offers?|got|gives?|teach(?:es)?|do|does|with) (?:it|that|this|one|those|them)\b|^\W*(?:(?:and|so|ok) )*(?:which|what|who)(?: ones?| schools?| programs?)? (?:are|is)(?: like)?(?: (?:it|that|so))?\W*$",
    re.I,
)


def _value_said(text: str, attribute: str, knowledge: Knowledge) -> str | None:
    """The value whose longest wording stands in a text."""
    entry, said = knowledge.vocabulary.attributes.get(attribute), f" {phrase(text)} "
    forms = (
        (phrase(form), value) for value, worded in (entry.values if entry else {}).items() for form in (value, *worded)
    )
    return max(((len(form), value) for form, value in forms if f" {form} " in said), default=(0, None))[1]

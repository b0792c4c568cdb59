"""Advice by a life: what the guides answer to somebody with this background, where the question's own words find nothing better."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.advice import answer_eligibility, answer_recommend
from advisor.answering.grades import answer_grade, last_words
from advisor.answering.look_ups import say_facts
from advisor.answering.open_questions import say_passages
from advisor.answering.passages import Passage, choose
from advisor.answering.quoting import MOST_WORDS, Quote, to_the_point
from advisor.facts import look_up
from advisor.frame import Frame, Remark
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.understanding.itself import as_searched
from advisor.vectors import Vector
from advisor.words import SHORT_WORD, phrase, words

GENERAL_BAR = "what do I need to get in, can I get in without the usual degree"
OWN_QUESTION = 0.6  # a guide's question this close is the reader's own, whatever their life is;
OWN_CHANCES = 0.82  # closer where chances are asked, for many questions ask what one can do
MOST_ASKED = 2
POINTS_BACK = re.compile(r"\b(?:such|these|those)\b", re.I)
OF_ANY_DEGREE = frozenset("degree science sciences computer other background".split())
BEFORE_LAST = 60  # words before what is said to all who ask of their chances
BESIDE = 26  # words on the background beside a grade


def answer_eligible(frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf) -> Part:
    """The bar for this person; where no passage is about such a life, the bar in general."""
    gpa = next((remark for remark in profile if remark.key == "gpa"), None)
    if gpa and (graded := answer_grade(frame, gpa, profile, vector, shelf, shelf.knowledge, shelf.guides)):
        return _with_background(graded, profile, shelf)
    if lived := answer_life(replace(frame, lives=frame.lives or _asked_by(profile)), profile, vector, shelf):
        return lived
    if suited := _of_schools(frame, profile, shelf):
        return suited
    part = answer_eligibility(frame, profile, vector, shelf, shelf.knowledge, shelf.guides)
    if part.status == "not_covered" and set(frame.attributes) & shelf.knowledge.ungiven:
        return part
    if part.status != "not_covered" and (frame.subjects or frame.attributes or not _far(frame, shelf, CHANCES_NEARBY)):
        return part
    general = replace(frame, text=GENERAL_BAR, attributes=())
    return answer_eligibility(general, profile, shelf.vectors([GENERAL_BAR])[0], shelf, shelf.knowledge, shelf.guides)


def _of_schools(frame: Frame, profile: Sequence[Remark], shelf: Shelf) -> Part | None:
    """Whom the schools suit that somebody with a life of their own asks about, and the bar for such a life."""
    asked, suits = _asked_by(profile)[:1], shelf.knowledge.roles["suits"]
    if frame.attributes or not asked:
        return None
    facts = {name: look_up(name, suits, frame, shelf.knowledge) for name in frame.subjects}
    own = [
        block
        for name, found in facts.items()
        if found
        for block in say_facts(name, suits, found, shelf.knowledge, shelf.guides)
    ]
    bar = _as_asked(asked, frame, profile, shelf)
    return replace(bar, blocks=(*own, *bar.blocks)) if own and bar else None


def answer_life(frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf) -> Part | None:
    """What the guides answer to such a life, unless one of them asks the very question."""
    named = frame.subjects or set(frame.attributes) & shelf.knowledge.vocabulary.attributes.keys()
    if not frame.lives or named or (frame.act != "recommend" and _own_question(frame, vector, shelf)):
        return None
    return _as_asked(frame.lives, frame, profile, shelf)


def instead(part: Part, told: Sequence[Remark], profile: Sequence[Remark], shelf: Shelf) -> Part | None:
    """Advice for the life that a message tells, where nothing answers the words in which it asks, or nothing well."""
    frame = part.frame
    named = frame.names_somebody or frame.attributes
    if frame.act == "out_of_scope" or named:
        return None
    if part.status == "out_of_scope" and not (TOLD.search(frame.text) or OF_ONESELF.search(frame.text)):
        return None  # "who is the best plumber in town" tells of nobody's life
    wishes = tuple(remark.wish for remark in told if remark.wish)
    if part.status not in {"not_covered", "out_of_scope"}:
        advised = frame.act == "explain" or (frame.act == "recommend" and not wishes)
        judged = advised and OF_ONESELF.search(frame.text) and _far(frame, shelf)
        asked = _asked_by(told) if judged else ()
        return _as_asked(asked, frame, profile, shelf) if asked else None
    asked = _asked_by(told) or tuple(remark.asks for remark in told if remark.asks)
    if wishes and not (asked and OF_ONESELF.search(frame.text)):
        vector = shelf.vectors([as_searched(frame, shelf.knowledge)])[0]
        asking = replace(frame, act="recommend")
        return answer_recommend(asking, wishes, profile, vector, shelf, shelf.knowledge, shelf.guides)
    if any(remark.key == "gpa" for remark in told):
        return answer_eligible(
            replace(frame, act="eligibility"), profile, shelf.vectors([as_searched(frame, shelf.knowledge)])[0], shelf
        )
    return _as_asked(asked, frame, profile, shelf) if asked else None


TOLD = re.compile(r"\b(?:i'?m|i am|i've|ive|i was|i work|i have|my|our|here)\b", re.I)
NEARBY = 0.45  # a passage this fit is about the question;
CHANCES_NEARBY = 0.38  # about somebody's chances, which have words of their own
OF_ONESELF = re.compile(
    r"\b(?:am|(?<!where )(?<!what )(?<!how )do|would|will|can|should|could) i\b|\bis (?:it|this|that|there (?:any|a) point)\b|\bdo people\b|\bdo(?:es)? (?:they|anyone|anybody) (?:care|mind)\b",
    re.I,
)  # asks for no program


def _far(frame: Frame, shelf: Shelf, nearby: float = NEARBY) -> bool:
    """Whether no passage is about the words of a question: "am I kidding myself"."""
    best = choose(frame, shelf.vectors([as_searched(frame, shelf.knowledge)])[0], shelf, shelf.knowledge, most=1)
    return not best or (best[0].score < nearby and best[0].heading < OWN_QUESTION)


def _asked_by(remarks: Sequence[Remark]) -> tuple[str, ...]:
    """What advice for such a life has to answer, as a guide asks it."""
    told = (remark.asks for remark in remarks if remark.asks and not remark.wish)  # what a life demands, a set meets
    return tuple(dict.fromkeys(told))[:MOST_ASKED]


def _own_question(frame: Frame, vector: Vector, shelf: Shelf) -> bool:
    best = choose(frame, vector, shelf, shelf.knowledge, most=1)
    return bool(best) and best[0].heading >= (OWN_CHANCES if frame.act == "eligibility" else OWN_QUESTION)


def _as_asked(asked: Sequence[str], frame: Frame, profile: Sequence[Remark], shelf: Shelf) -> Part | None:
    """The guides' own answers to what such lives ask, each to its question; None where they answer nothing of it."""
    frames = [Frame("eligibility", question) for question in asked]
    vectors = shelf.vectors(asked)
    found = [p for f, v in zip(frames, vectors, strict=True) for p in choose(f, v, shelf, shelf.knowledge, most=1)]
    fit = {p.chunk.id: p for p in found if p.score >= NEARBY or p.heading >= OWN_QUESTION}
    passages = [replace(p, quotes=_own_first(_told(p).quotes, profile)) for p in fit.values()]
    if not passages:
        return None
    last = () if frame.act != "eligibility" else (last_words(profile, shelf.knowledge),)
    blocks = (*say_passages(passages, shelf.guides, BEFORE_LAST if last else MOST_WORDS), *last)
    return Part(frame, "answered", blocks, frame.subjects, frozenset({"admission"}))


def _told(passage: Passage) -> Passage:
    """A passage without its "Yes" or "No", which answers the guide's question and not the person's."""
    return replace(passage, quotes=to_the_point(passage.quotes, "", passage.chunk.heading, 0.0))


def _with_background(part: Part, profile: Sequence[Remark], shelf: Shelf) -> Part:
    """The bar for a grade, and one sentence on the background that was told with it, before the last words."""
    asked = next((remark.asks for remark in profile if remark.key == "background" and remark.asks), None)
    if asked is None:
        return part
    found = choose(Frame("explain", asked), shelf.vectors([asked])[0], shelf, shelf.knowledge)
    told = [replace(p, quotes=_own_first(_told(p).quotes, profile)) for p in found]
    named = [p for p in told if p.quotes and _own_words(profile) & set(words(p.quotes[0].text))]
    same = [p for p in told if phrase(p.chunk.heading) == phrase(asked)]
    said = say_passages([*named, *same][:1], shelf.guides, most_words=BESIDE)
    return replace(part, blocks=(*part.blocks[:-1], *said[:1], part.blocks[-1]))


def _own_first(quotes: Sequence[Quote], profile: Sequence[Remark]) -> tuple[Quote, ...]:
    """The sentences with those in front that name the person's own background and stand alone; a list stays as it is."""
    if any(quote.item for quote in quotes):
        return tuple(quotes)
    own = _own_words(profile)
    named = [quote for quote in quotes if own & set(words(quote.text)) and not POINTS_BACK.search(quote.text)]
    return (*named, *(quote for quote in quotes if quote not in named))


def _own_words(profile: Sequence[Remark]) -> set[str]:
    """The words for what the person studied or does: "economics, finance or business"."""
    told = {word for remark in profile if remark.key == "background" for word in words(remark.text)}
    return {word for word in told if len(word) > SHORT_WORD} - OF_ANY_DEGREE

"""The last question about other subjects: "and Stevens?", "same for Penn", "no, I meant Drexel"."""

import re
from dataclasses import replace

from advisor.arithmetic.price_words import read_told
from advisor.conversation import Exchange
from advisor.conversing.footing import CORRECTS, FEW, GOES_ON, SHORT, Footing
from advisor.conversing.narrowed import narrowed
from advisor.conversing.pointing import few_words, two_shown
from advisor.conversing.senses import alike, defines_another
from advisor.conversing.shown import COMPARATIVE, without_names
from advisor.frame import SETS, Frame, Narrowing
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.understanding.asked import relevant
from advisor.understanding.context import points_back
from advisor.understanding.narrowing import without_guide_names
from advisor.understanding.segments import TAG
from advisor.understanding.subjects import sibling
from advisor.understanding.wishing import place_wishes
from advisor.words import NEUTRAL, stem, words

LIKEWISE = re.compile(r"\b(?:also|too|as well|same|back to)\b", re.I)
ADDS = re.compile(r"^\W*(?:and |also |now |ok |can you |please |pls )*(?:add|include|throw in|put in)\b", re.I)
COMPARES = re.compile(r"\b(?:compar\w*|versus|vs|differences?)\b", re.I)
WITH_ONE = re.compile(
    r"\b(?:it|that|this|they|them|one)\b.{0,24}\b(?:against|versus|vs|compare[ds]?)\b|\b(?:compar\w*|difference)\b.{0,12}\b(?:it|that|this|them|one|school|program)\b.{0,6}\b(?:to|with|w|against|and|n)\b|^\W*(?:(?:and|so|ok|now) )*(?:compared? (?:to|with|w)|vs|versus)\b",
    re.I,
)  # "compare it w X"
THAN = re.compile(
    r"\b(?:more|less|cheaper|better|longer|shorter|higher|lower|bigger|faster|pricier|\w+er) than\b", re.I
)


def same_question(frame: Frame, footing: Footing) -> Frame:
    """ "And Stevens?", "same for Penn", "no, I meant Drexel": the last question about other subjects."""
    before, frame = footing.before, alike(frame, footing)
    answers_tie = footing.last.answer.status == "clarify" and set(frame.subjects) & set(before.tie or before.subjects)
    if answers_tie and len(frame.subjects) == 1 and (before.attributes or before.act != "explain"):
        return replace(before, subjects=frame.subjects, tie=())
    if THAN.search(frame.text) and footing.last.shown and (asked := _measures(frame, before)):
        both = _with(footing.last.shown[:1], frame.subjects)
        return replace(frame, act="compare", subjects=both, attributes=asked, order=None)
    if ADDS.search(frame.text) and before.subjects and not frame.attributes and frame.act in {"explain", "compare"}:
        return replace(before, act="compare", subjects=_with(before.subjects, frame.subjects), tie=())
    if WITH_ONE.search(frame.text) and len(frame.subjects) == 1 and footing.last.shown:
        other = tuple(sibling(name, before.attributes, footing.knowledge) for name in frame.subjects)
        both = _with((before.subjects or footing.last.shown)[:1], other)
        asked = frame.attributes or (before.attributes if AGAINST.search(frame.text) else ())
        return replace(frame, act="compare", subjects=both, attributes=asked) if len(both) > 1 else frame
    if compared := _confirmed(frame, footing):
        return compared
    if frame.act == "compare" and before.act != "compare" and len(frame.subjects) > 1 and COMPARES.search(frame.text):
        return frame  # "the same comparison for X and Y"
    outright = frame.attributes and not (
        frame.weak and before.attributes
    )  # "how much is X" after a question of chances
    bare = not outright and not frame.order and frame.act in {"explain", "compare", "look_up", "filter"}
    bare = bare and not (frame.attributes and not few_words(frame.text, FEW))
    leans = (
        GOES_ON.search(frame.text)
        or CORRECTS.search(footing.message)
        or few_words(frame.text, FEW)
        or (few_words(frame.text, SHORT) and LIKEWISE.search(frame.text))
        or not _own_words(frame, footing.knowledge)
    )
    asks = before.attributes or before.act in {"compare", "explain", "eligibility", "filter"}
    leans = leans and not defines_another(frame, footing)
    if bare and leans and (asks or _newly_demanded(footing)) and not _asks_otherwise(frame, footing):
        return _again(frame, footing)
    if GOES_ON.search(frame.text) and frame.act == "compare" and len(frame.subjects) == 1:
        return replace(frame, subjects=_with(before.subjects, frame.subjects))
    return frame


def _own_words(frame: Frame, knowledge: Knowledge) -> set[str]:
    """What a part says beside names and words that only mean what was asked before: "do I need it for Duke?" says nothing."""
    own = {word for name in (*frame.subjects, *frame.tie) for word in knowledge.words_of.get(name, ())}
    told = LEANS.sub(" ", without_guide_names(frame.text, knowledge))
    said = (word for word in words(told) if word not in own | knowledge.stop | NEUTRAL and not word.endswith("ly"))
    return {stem(word) for word in said if len(word) > 1} - knowledge.stop


def _asks_otherwise(frame: Frame, footing: Footing) -> bool:
    """ "Does Stevens have scholarships?" after a price: a word that was not said before asks for more than the same again."""
    before = footing.before
    if SAME.search(frame.text):
        return False
    named = {word for name in footing.last.shown for word in footing.knowledge.words_of.get(name, ())}
    said = named | {stem(word) for word in (*words(before.text), *words(footing.last.message))}
    return bool(before.attributes and _own_words(frame, footing.knowledge) - said)


SAME = re.compile(r"\bsame\b", re.I)
LEANS = re.compile("|".join(each.pattern for each in (GOES_ON, CORRECTS, LIKEWISE, ADDS, COMPARES, TAG)), re.I)


def _newly_demanded(footing: Footing) -> tuple[str, ...]:
    """ "So does X need it?" after one more condition on the last set: what that condition is about."""
    earlier = footing.conversation.exchanges[-2:-1]
    if footing.before.act not in SETS or not earlier or not earlier[0].frames:
        return ()
    held, ordered = earlier[0].frames[-1].wishes, earlier[0].frames[-1].order == footing.before.order
    return tuple(wish.attribute for wish in footing.before.wishes if ordered and wish not in held)


AGAINST = re.compile(
    r"^\W*(?:(?:and|so|ok|now) )*(?:compared? (?:to|with|w)|vs|versus)\b|\bthat compares?\b", re.I
)  # the same, of another


def _confirmed(frame: Frame, footing: Footing) -> Frame | None:
    """ "So X is faster, correct?" after two were asked about: both, by what is claimed."""
    orders = footing.knowledge.lexicon.orders
    worded = tuple(dict.fromkeys(orders[word][0] for word in words(frame.text) if word in orders and orders[word][0]))
    judged = JUDGED.search(frame.text)
    by = () if judged else (frame.order.attribute,) if frame.order else worded or footing.before.attributes
    tagged = TAG.search(frame.text) and (frame.order or COMPARATIVE.search(frame.text))
    claimed = CLAIMS.search(frame.text) and few_words(frame.text, SHORT + 1) and not THAN.search(frame.text)
    if not (by or judged) or len(frame.subjects) != 1 or not (tagged or claimed):
        return None
    both = two_shown(footing.conversation.exchanges)
    if len(both) < 2 or frame.subjects[0] not in both:
        return None
    return replace(frame, act="compare", subjects=both, attributes=by, order=None)


CLAIMS = re.compile(
    r"^\W*(?:(?:so|ok|and|then|but|hm+)\W+)*(?!which|what|who|how|is|are|why)\w.*\b(?:is|are|was|costs?|has|takes?|seems?|looks?)\b.*\b(?:\w+er|more|less)\b",
    re.I,
)  # "so X is cheaper then?"
JUDGED = re.compile(r"\b(?:better|worse)\b", re.I)


def _measures(frame: Frame, before: Frame) -> tuple[str, ...]:
    """What two subjects are held against each other by."""
    return frame.attributes or ((frame.order.attribute,) if frame.order else before.attributes)


def _again(frame: Frame, footing: Footing) -> Frame:
    """The last question with the subjects of this one."""
    before = _asked_of_somebody(footing)
    if before.act == "compare" and not before.attributes:
        return replace(frame, act="compare", subjects=_with(before.subjects[:1], frame.subjects))
    demanded = tuple(dict.fromkeys(wish.attribute for wish in before.wishes)) if not before.subjects else ()
    asked = _newly_demanded(footing) or before.attributes or demanded  # "which have X?" … "does Stevens?"
    if there := _set_there(frame, before, footing):
        return there
    if other := _only_a_place(frame, before, asked, footing.knowledge) or _priced(frame, asked, footing):
        return other
    frame = replace(frame, subjects=tuple(sibling(name, asked, footing.knowledge) for name in frame.subjects))
    if asked and not relevant(asked, [name.kind for name in frame.subjects], footing.knowledge):
        return frame  # what was asked is asked of nothing of this kind
    return replace(
        frame,
        act=before.act if not asked else "compare" if len(frame.subjects) > 1 else "look_up",
        text=_said_again(frame, before, asked, footing.last),
        attributes=asked,
        narrowing=frame.narrowing if frame.narrowing.guides else _kept(before, footing),
        wishes=frame.wishes or (() if demanded else before.wishes),
        weak=False,
    )


def _priced(frame: Frame, asked: tuple[str, ...], footing: Footing) -> Frame | None:
    """ "For Drexel" after what employers give towards the cost: what it costs."""
    price, entries = price_attribute(footing.knowledge), footing.knowledge.vocabulary.attributes
    if not price or {n.kind for n in frame.subjects} != {footing.knowledge.main_kind}:
        return None
    given = price in asked or any(
        f.cell.known for n in frame.subjects for a in asked for f in footing.knowledge.facts(n, a)
    )
    if given or {entries[a].topic for a in asked if a in entries} != {entries[price].topic}:
        return None
    of_others = {name.kind for name in footing.before.subjects} - {footing.knowledge.main_kind}
    return replace(frame, act="look_up", attributes=(price,), weak=False) if of_others else None


def _asked_of_somebody(footing: Footing) -> Frame:
    """The last question, or the one before it where that was about somebody and the last about nobody, or only about what it said."""
    before, earlier = footing.before, footing.conversation.exchanges[-2:-1]
    open_one = before.act == "explain" and not (before.attributes or before.wishes)
    if not open_one or not earlier or not earlier[0].frames:
        return before
    other = earlier[0].frames[-1]
    about_it = set(before.subjects) <= set(other.subjects) and points_back(footing.last.message, footing.knowledge)
    if (before.subjects or footing.last.shown) and not about_it:
        return before
    return other if other.subjects and (other.attributes or other.act == "eligibility") else before


def _kept(before: Frame, footing: Footing) -> Narrowing:
    """What told equal columns apart; a period in which nothing was given is not asked of the next one too."""
    missed = footing.last.answer.status == "not_covered"
    return replace(before.narrowing, period=None) if missed else before.narrowing


def _said_again(frame: Frame, before: Frame, asked: tuple[str, ...], last: Exchange) -> str:
    """The words of the part; after an open question, or a sum over a price, with those of the last one."""
    told = read_told(before.text)
    divided = told.each is not None and any(figure.kind == "computed" for figure in last.answer.figures)
    summed = before.act in {"look_up", "calculate"} and bool(told.changes or divided)
    earlier = without_names(before.around or before.text, before.subjects)
    return f"{earlier} {frame.text}" if summed or (before.act == "explain" and not asked) else frame.text


def _set_there(frame: Frame, before: Frame, footing: Footing) -> Frame | None:
    """ "What about Texas?" after schools in California, or after any set of schools: the same set there."""
    if before.act not in SETS or before.kind not in {None, footing.knowledge.main_kind} or before.subjects:
        return None
    places = _place_meant(frame, before, footing) or frame.subjects
    if not places or any(name.kind not in footing.knowledge.places for name in places):
        return None
    there = replace(frame, act="filter", subjects=(), tie=(), wishes=tuple(place_wishes(places, ())))
    return narrowed(there, before)


def _place_meant(frame: Frame, before: Frame, footing: Footing) -> tuple[Name, ...]:
    """ "And Georgia?" after schools in a place: of all that the word can mean, the place."""
    asked = any(
        condition.attribute in footing.knowledge.places for wish in before.wishes for condition in wish.conditions
    )
    named = {*frame.subjects, *frame.tie}
    if not asked or all(name.kind in footing.knowledge.places for name in named):
        return ()
    meant = (name for names in footing.senses(frame.text) if named & set(names) for name in names)
    return tuple(dict.fromkeys(name for name in meant if name.kind in footing.knowledge.places))[:1]


def _only_a_place(frame: Frame, before: Frame, asked: tuple[str, ...], knowledge: Knowledge) -> Frame | None:
    """ "And Colorado?" after a school's price: the schools there, where no guide gives that of the place itself."""
    of_places = all(name.kind in knowledge.places for name in frame.subjects)
    of_schools = any(name.kind == knowledge.main_kind for name in before.subjects)
    given = any(fact.cell.known for name in frame.subjects for a in asked for fact in knowledge.facts(name, a))
    if not (of_places and of_schools and asked) or given:
        return None
    return replace(
        frame,
        act="filter",
        kind=knowledge.main_kind,
        subjects=(),
        attributes=asked,
        wishes=tuple(place_wishes(frame.subjects, ())),
    )


def _with(first: tuple[Name, ...], second: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys((*first, *second)))

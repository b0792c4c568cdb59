"""Parts that are about the one named before them, or right behind them, without saying the name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from advisor.frame import Frame
from advisor.knowledge import COMMON, Knowledge
from advisor.lexicon import Name
from advisor.understanding.asked import relevant
from advisor.words import stem, words

Reader = Callable[[str], Frame]


def of_the_next(frame: Frame, after: Frame | None, knowledge: Knowledge) -> Frame:
    """ "How many credits and how long is X": a few words before the name is said."""
    if after is None or after.act != "look_up" or len(after.subjects) != 1 or not frame.attributes:
        return frame
    bare = not (frame.names_somebody or frame.wishes or frame.order or frame.kind or frame.taken)
    of = [name.kind for name in after.subjects]
    if not bare or len(frame.text.split()) > FEW_WORDS or not relevant(frame.attributes, of, knowledge):
        return frame
    return replace(frame, subjects=after.subjects, act="look_up", text=f"{frame.text} {after.subjects[0].name}")


FEW_WORDS = 3


def about_the_named(frame: Frame, earlier: Sequence[Frame], knowledge: Knowledge, reader: Reader) -> Frame:
    """ "The price of X, does it have labs, and where do people work": every part is about the one that was named last."""
    named = next((each.subjects for each in reversed(earlier) if each.subjects), ())
    the_one = _the_one(frame, named, knowledge)
    bare = not (frame.names_somebody or frame.wishes or frame.order or (frame.kind and not the_one))
    one = len(named) == 1 and named[0].kind == knowledge.main_kind and not earlier[-1].strangers
    if not (one and bare and frame.act == "explain" and not frame.taken):
        return frame
    if (
        frame.attributes
        and (the_one or not earlier[-1].subjects)
        and relevant(frame.attributes, [named[0].kind], knowledge)
    ):
        return replace(frame, subjects=named, act="look_up")
    if not frame.attributes and (given := _with_name_read(frame, named[0], knowledge, reader)):
        return given
    said = [stem(word) for word in words(frame.text) if word not in knowledge.stop and len(word) > 2]
    tells = any(word in knowledge.frequencies and knowledge.rarity(word) > COMMON for word in said)
    if frame.attributes or WHY.match(frame.text) or not (tells and IT.search(frame.text)):
        return frame
    return replace(frame, subjects=named, text=with_name(frame.text, named[0]), asked=frame.own)


def _the_one(frame: Frame, named: Sequence[Name], knowledge: Knowledge) -> bool:
    """ "How long is the program" behind a name means its own."""
    said = set(words(frame.text))
    forms = [form for form, kind in knowledge.lexicon.kinds.items() if named and kind == named[0].kind and form in said]
    return any(re.search(rf"\b(?:the|this|that|their|its) {re.escape(form)}\b", frame.text, re.I) for form in forms)


def _with_name_read(frame: Frame, name: Name, knowledge: Knowledge, reader: Reader) -> Frame | None:
    """ "Where is X, and what is the total": words that ask for an attribute of X only beside its name."""
    read = reader(f"{frame.own.rstrip('?!. ')} {name.name}")
    asks_of = read.act == "look_up" and read.subjects == (name,) and not read.wishes
    return read if asks_of and given(read, read.attributes, knowledge) else None


def with_name(text: str, name: Name) -> str:
    """ "Who is it for" with the name in the place of the "it" that ends up meaning it: so it is searched for."""
    *_, last = [None, *IT.finditer(text)]
    return f"{text[: last.start()]}{name.name}{text[last.end() :]}" if last else text


WHY = re.compile(r"\W*(?:and |but |so )*why\b", re.I)  # asks of what was told, not of whom

IT = re.compile(r"\b(?:it|they)\b(?! (?:worth|matter|take|possible|hard|too)\b)", re.I)


def given(frame: Frame, attributes: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether some guide gives an attribute of the part's subjects."""
    return any(f.cell.known for name in frame.subjects for a in attributes for f in knowledge.facts(name, a))


def same_of_it(frame: Frame, before: Frame) -> Frame | None:
    """ "Is the test hard, and do I need it for X": what "it" stands for is what was asked before a new name."""
    bare = not (frame.attributes or frame.wishes or frame.order or frame.kind)
    if not (bare and frame.act == "explain" and frame.subjects and before.attributes and NEEDS_IT.search(frame.text)):
        return None
    return replace(frame, act="look_up", attributes=before.attributes, weak=False)


NEEDS_IT = re.compile(
    r"\b(?:need|take|require[sd]?|want|submit|send|ask for|skip|waive|give|have) (?:it|that|one|them)\b", re.I
)


def for_that(frame: Frame, earlier: Sequence[Frame], reader: Reader) -> Frame | None:
    """ "I want to do X. Which school is best for it?": read again with the name in the place of what points at it."""
    pointing = FOR_THAT.search(frame.own)
    named = next((each.subjects for each in reversed(earlier) if each.subjects), ())
    if not (frame.kind and pointing and len(named) == 1) or frame.subjects or named[0].kind == frame.kind:
        return None
    read = reader(f"{frame.own[: pointing.start('it')]}{named[0].name}{frame.own[pointing.end('it') :]}")
    asked = {str(condition.value) for wish in read.wishes for condition in wish.conditions}
    return read if named[0] in read.subjects or named[0].name in asked else None


FOR_THAT = re.compile(r"\b(?:for|in|at|with|about|of) (?P<it>it|that|this)\b(?! \w)", re.I)

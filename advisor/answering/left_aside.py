"""What a set was to have that no table tells: left aside and said so first, or answered by the guides' own sentences."""

import re
from dataclasses import replace

from advisor.answering.not_listed import NOT_GIVEN, cannot_tell
from advisor.answering.open_questions import say_passages
from advisor.answering.passages import Passage, choose
from advisor.answering.set_tables import capital
from advisor.draft import Claim, DraftTable, Paragraph
from advisor.frame import SETS, Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.part import Part
from advisor.saying import label_of, listed
from advisor.shelf import Shelf
from advisor.understanding.asked import unit_of
from advisor.understanding.subjects import kinds
from advisor.vectors import Vector
from advisor.words import phrase, stem, words

ABOUT = 0.5  # a passage whose question is this close to the reader's speaks of the same thing, if it has all its words
SURELY = 0.62  # and this close, if it has one of them


def with_left_aside(part: Part, frame: Frame, vector: Vector, shelf: Shelf) -> Part:
    """The part with what could not be held said in front; a guide's own answer about it takes the place of a broad list."""
    if told := _told_of_several(part, frame, vector, shelf):
        return told
    knowledge = shelf.knowledge
    lacking = _lacking(part, frame, knowledge)
    if frame.act not in SETS or not (frame.unheld or lacking) or part.status != "answered" or not part.blocks:
        return part
    exact = frame.order or len(frame.wishes) > 1 or any(c.operator != "is" for w in frame.wishes for c in w.conditions)
    if frame.unheld and not exact and (found := _speaking_of(frame, vector, shelf)):
        return replace(part, blocks=tuple(say_passages(found, shelf.guides)), shown=())
    none_gives = [a for a in frame.attributes if a in knowledge.ungiven]
    predicate = WHICH.match(frame.text) and not WITH.search(frame.text)
    if (
        lacking and none_gives and predicate and not exact
    ):  # "which online ones sponsor visas": all that are online answer nothing
        return cannot_tell(frame, (), knowledge, none_gives[0])
    said = listed([*(f'"{each}"' for each in frame.unheld), *lacking])
    if not (frame.wishes or frame.order):  # a list of everything is no answer
        return cannot_tell(frame, (), knowledge)
    return _say_left_aside(part, said)


WHICH = re.compile(r"\W*(?:which|wich|what|do|does|are|is|can)\b", re.I)
WITH = re.compile(r"\bwith(?:out)?\b", re.I)


def without_ungiven(frame: Frame, knowledge: Knowledge) -> Frame | None:
    """The frame without its conditions on what no table gives, where something else is asked of a set."""
    kept = tuple(wish for wish in frame.wishes if wish.attribute not in knowledge.ungiven)
    told = frame.order or frame.attributes or kept
    return replace(frame, wishes=kept) if frame.act in OF_SETS and told and len(kept) < len(frame.wishes) else None


def say_ungiven(part: Part, frame: Frame, knowledge: Knowledge) -> Part:
    """The answer to a frame without its conditions on what no table gives, which are named."""
    if part.status not in {"answered", "partly_answered"}:
        return replace(part, frame=frame)
    lost = [wish for wish in frame.wishes if wish not in part.frame.wishes]
    labels = dict.fromkeys(label_of(wish.attribute, knowledge) for wish in lost)
    return _say_left_aside(replace(part, frame=frame), listed(labels))


def _say_left_aside(part: Part, said: str) -> Part:
    note = Paragraph((Claim(f"The guides' tables do not tell {said}, so this goes without it.", kind="plain"),))
    return replace(part, status="partly_answered", blocks=(note, *part.blocks))


OF_SETS = {"rank", "filter", "count", "calculate", "recommend"}


def _told_of_several(part: Part, frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """ "Which programs end with a capstone": where few cells have the word, a guide's sentences that name several in front."""
    knowledge = shelf.knowledge
    worded = [w for w in frame.wishes if unit_of(w.attribute, knowledge) == "text" and w.conditions[0].operator == "is"]
    main = (frame.kind or knowledge.main_kind) == knowledge.main_kind
    if not worded or not main or frame.act not in {"filter", "count"} or part.status != "answered":
        return None
    wanted = {word for wish in worded for word in _stems(str(wish.conditions[0].value))}
    forms = knowledge.forms_of[knowledge.main_kind]
    for passage in choose(frame, vector, shelf, knowledge):
        said = " ".join(f" {phrase(quote.text)} " for quote in passage.quotes)
        if wanted <= _stems(passage.chunk.heading) and sum(form in said for form in forms) > 1:
            return replace(part, blocks=(*say_passages([passage], shelf.guides), *part.blocks))
    return None


def _lacking(part: Part, frame: Frame, knowledge: Knowledge) -> list[str]:
    """What is asked of a set beside its conditions and given for none of it: "private schools with good dorms"."""
    if frame.act not in {"filter", "count"} or NOT_GIVEN.search(frame.text):
        return []
    held, of = (
        {wish.attribute for wish in frame.wishes} | {price_attribute(knowledge)},
        frame.kind or knowledge.main_kind,
    )
    asked = [a for a in frame.attributes if a not in held and of in kinds(a, knowledge)]
    asked = [a for a in asked if a in knowledge.ungiven or unit_of(a, knowledge) == "text"]
    shown = {column for block in part.blocks if isinstance(block, DraftTable) for column in block.columns}
    return [_as_said(a, frame.text, knowledge) for a in asked if capital(label_of(a, knowledge)) not in shown]


def _as_said(attribute: str, text: str, knowledge: Knowledge) -> str:
    """The words by which an attribute was asked for; its label where none of them stands there."""
    entry, folded = knowledge.vocabulary.attributes.get(attribute), f" {phrase(text)} "
    said = [form for form in (entry.asked if entry else ()) if f" {phrase(form)} " in folded]
    return f'"{max(said, key=len)}"' if said else label_of(attribute, knowledge)


def _speaking_of(frame: Frame, vector: Vector, shelf: Shelf) -> list[Passage]:
    """The passage that speaks of what no column tells, one whose heading names it first."""
    wanted = {word for each in frame.unheld for word in _stems(each)}
    near = [p for p in choose(frame, vector, shelf, shelf.knowledge) if p.heading >= ABOUT and p.chunk.kind != "row"]
    for passage in near:
        of = 1 if passage.heading >= SURELY else len(wanted)
        if wanted <= _stems(passage.chunk.heading):
            return [passage]
        if quotes := tuple(q for q in passage.quotes if len(wanted & _stems(q.text)) >= of and not q.item):
            return [replace(passage, quotes=quotes)]
    return []


def _stems(text: str) -> set[str]:
    return {stem(word) for word in words(text)}

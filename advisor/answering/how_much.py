""" "How much debt is normal": an amount of a thing that no guide measures, and the line in which one speaks of it."""

import re
from dataclasses import replace

from advisor.answering.open_questions import say_passages
from advisor.answering.passages import Passage, choose
from advisor.answering.quoting import cut_list
from advisor.answering.shared_words import stems
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.vectors import Vector
from advisor.words import phrase, stem

MUCH = re.compile(
    r"\bhow much (?!(?:money|time|cash|do|does|is|are|more|less|will|would|can|should)\b)(?P<what>[a-z]{4,})\b", re.I
)
TELLING = 4.5  # a word of every day measures nothing
NOT_MEASURED = "No guide says how much."


def answer_how_much(frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """That no guide says how much, beside what one says of the thing; None where the best passage speaks of it."""
    knowledge = shelf.knowledge
    asked = MUCH.search(frame.text)
    thing = stem(asked["what"].lower()) if asked else ""
    if thing not in knowledge.frequencies or knowledge.rarity(thing) < TELLING or frame.subjects:
        return None
    best = choose(frame, vector, shelf, knowledge, most=1)
    if best and thing in stems(phrase(best[0].chunk.spoken)):
        return None
    found = choose(frame, vector, shelf, knowledge, most=1, only=lambda chunk: thing in stems(phrase(chunk.spoken)))
    said = say_passages([_of(thing, passage) for passage in found], shelf.guides)
    blocks = (Paragraph((Claim(NOT_MEASURED, kind="plain"),)), *said)
    return Part(frame, "partly_answered" if said else "not_covered", blocks)


def _of(thing: str, passage: Passage) -> Passage:
    """A passage with those items of its list that speak of a thing."""
    items = [quote for quote in passage.quotes if quote.item and thing in stems(phrase(quote.text))]
    return replace(passage, quotes=cut_list(passage.quotes, items)) if items else passage

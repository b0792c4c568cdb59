"""A look-up or a set beside the guide's own answer to the same question, or replaced by it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.doubts import DATES, doubts_of, said_in
from advisor.answering.figured import says_figure, shares, with_share
from advisor.answering.named_elsewhere import in_sentences, rest_in_sentences
from advisor.answering.named_in import mentions
from advisor.answering.of_all_listed import answer_of_all
from advisor.answering.open_questions import answer_open, say_passages
from advisor.answering.passages import Passage, choose
from advisor.answering.quoting import LEANS, Quote
from advisor.answering.speaks_of import REST, asks_rest, counted, names_asked, names_ungiven
from advisor.answering.told_otherwise import told_otherwise
from advisor.draft import Claim, Paragraph
from advisor.facts import look_up
from advisor.frame import Frame
from advisor.knowledge import COMMON
from advisor.part import Part
from advisor.proving.figures import figures
from advisor.shelf import Shelf
from advisor.vectors import Vector
from advisor.words import phrase, stem, words

EXACT = 0.74  # a guide's own question this close to the reader's is the same question


NEAR = 0.68  # a passage this fit says in prose what no cell holds


def in_words_instead(part: Part, frame: Frame, shelf: Shelf) -> Part:
    """What sentences say of those of whom no cell says what is asked."""
    if part.status != "not_covered" or not (frame.subjects and frame.attributes):
        return part
    if any(name.kind in shelf.knowledge.vocabulary.background for name in frame.subjects):
        return part  # sentences below the name of what all guides are about say little of it
    named = in_sentences(frame, shelf)
    return _worded_elsewhere(part, named, shelf) if named else part


def with_passage(part: Part, frame: Frame, vector: Vector, shelf: Shelf) -> Part:
    """A look-up beside what the guides' own sentences say of the same."""
    part = _with_passage(part, frame, vector, shelf)
    if part.status == "not_covered" or len(frame.subjects) * len(frame.attributes) > FEW:
        return part
    said = said_in(part.blocks)
    if rest := rest_in_sentences(frame, shelf):
        part = replace(part, blocks=(*part.blocks, Paragraph(rest)))
    told = [
        note
        for name in frame.subjects
        for attribute in frame.attributes
        for note in told_otherwise(name, attribute, look_up(name, attribute, frame, shelf.knowledge), frame, shelf)
        if note.claim.text.partition(": ")[2] not in said
    ]
    return replace(part, blocks=(*part.blocks, *told)) if told else part


FEW = 2  # values that were looked up, beside which others are told


def _with_passage(part: Part, frame: Frame, vector: Vector, shelf: Shelf) -> Part:
    """A look-up beside the guide's own answer to the same question; in its place where no cell is filled."""
    if (held := with_share(frame, vector, shelf, shelf.knowledge)) and not shares(said_in(part.blocks)) & shares(
        frame.text
    ):
        said = say_passages(held[:1], shelf.guides)
        return replace(part, status="answered", blocks=(*said, *doubts_of(said, shelf.knowledge)))
    if part.status == "not_covered" and (named := in_sentences(frame, shelf)):
        return _worded_elsewhere(part, named, shelf)
    given = any(look_up(name, a, frame, shelf.knowledge) for name in frame.subjects for a in frame.attributes)
    if not given and (of_all := answer_of_all(frame, shelf)):
        return of_all
    found = [
        p for p in choose(frame, vector, shelf, shelf.knowledge) if p.chunk.kind != "row" and _about(p, frame, shelf)
    ]
    if part.status == "answered":
        exact = [p for p in found if p.heading >= EXACT]
        if exact and exact[0].heading >= ITSELF and (_worded(frame, shelf) or _asks_more(exact[0], frame, shelf)):
            return replace(part, blocks=tuple(say_passages(exact[:1], shelf.guides)))
        fresh = [replace(p, quotes=new) for p in exact if (new := _new(p.quotes, said_in(part.blocks)))][:1]
        added = say_passages(fresh, shelf.guides, most_words=LEFT) if fresh else []
        noted = [note for note in doubts_of(added, shelf.knowledge, part.blocks) if note not in part.blocks]
        return replace(part, blocks=(*part.blocks, *added, *noted)) if added else part
    if (
        part.status == "not_covered"
        and found
        and counted(found[:1], frame, shelf.knowledge)
        and names_ungiven(found[0], frame, shelf.knowledge)
        and (found[0].heading >= EXACT or (found[0].score >= NEAR and names_asked(found[0], frame, shelf.knowledge)))
    ):
        said = say_passages(found[:1], shelf.guides)
        return replace(part, status="answered", blocks=(*said, *doubts_of(said, shelf.knowledge)))
    return part


def _worded_elsewhere(part: Part, named: tuple[Claim, ...], shelf: Shelf) -> Part:
    """What sentences say of a subject where no cell does; sentences that only deny leave the part uncovered."""
    told = tuple(claim for claim in named if _amounts(claim.text) or not NOTHING.search(claim.text))
    said = [Paragraph(told or named)]
    blocks = (*said, *doubts_of(said, shelf.knowledge))
    return replace(part, status="answered", blocks=blocks) if told else replace(part, blocks=(*part.blocks, *said))


# A guide that gives nothing: "lists no rate", "is not stated"; that a school has no scholarships is an answer.
SAYING = r"(?:g[ia]ven?|lists?|listed|sa(?:y|id)|states?|stated|publish\w*|reports?|reported|names?|named|mention\w*|tells?|shows?|shown|known|found)"
NOTHING = re.compile(
    rf"\b(?:no|not|none|nothing|never)\b[\w\s]{{0,20}}\b{SAYING}\b|n't\s(?:\w+\s)?{SAYING}\b|\b{SAYING}s?\s(?:no|not|nothing|none|nobody)\b",
    re.I,
)


def _new(quotes: Sequence[Quote], said: str) -> tuple[Quote, ...]:
    """The sentences that do not only repeat figures that were given, nor lean on one that does."""
    known = _amounts(said)
    kept: list[Quote] = []
    dropped = False
    for quote in quotes:
        own = _amounts(quote.text)
        dropped = bool(own and own <= known) or (dropped and LEANS.match(quote.text) is not None)
        kept += [] if dropped else [quote]
    return tuple(kept)


def _amounts(text: str) -> set[float]:
    """The figures of a text that are no dates or ordinals."""
    return {value for figure in figures(text) if figure.unit not in DATES for value in figure.values}


LEFT = 45  # words for a passage beside a look-up


ITSELF = 0.9  # a guide's own question that is the reader's word for word


def _worded(frame: Frame, shelf: Shelf) -> bool:
    """Whether what is asked stands in words, which a guide's own sentences say better than its cells."""
    entries = [shelf.knowledge.vocabulary.attributes.get(attribute) for attribute in frame.attributes]
    return all(entry is not None and entry.unit == "text" for entry in entries)


def _asks_more(passage: Passage, frame: Frame, shelf: Shelf) -> bool:
    """Whether the guide's question has a telling word of the reader's that names neither whom nor what was looked up."""
    looked_up = _asking_words(frame, shelf) | {stem(w) for name in frame.subjects for w in words(name.name)}
    looked_up |= {stem(word) for wish in frame.wishes for word in words(wish.said)}
    rest = {stem(word) for word in words(frame.text) if word.isalpha() and word not in shelf.knowledge.stop} - looked_up
    telling = {word for word in rest if shelf.knowledge.rarity(word) > REST}
    return bool(telling & {stem(word) for word in words(passage.chunk.heading)})


def beyond_set(frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """The guide's own answer where one broad choice was read as a set, and the question is about something else."""
    entries = [shelf.knowledge.vocabulary.attributes.get(wish.attribute) for wish in frame.wishes]
    broad = len(entries) == 1 and entries[0] is not None and entries[0].unit == "choice"
    if frame.act not in {"filter", "count"} or not broad or frame.attributes or frame.subjects:
        return None
    best = choose(frame, vector, shelf, shelf.knowledge, most=1)
    if not best or not asks_rest(best[0], frame, shelf.knowledge):
        return None
    part = answer_open(frame, vector, shelf, shelf.knowledge, shelf.guides)
    return part if part.status == "answered" else None


def _about(passage: Passage, frame: Frame, shelf: Shelf) -> bool:
    """Whether a passage names a subject of the frame and one of its attributes' words."""
    if not says_figure(passage, frame, shelf.knowledge):
        return False
    text = phrase(passage.chunk.spoken)
    held = {stem(word) for word in text.split()}
    named = any(mentions(name, text, shelf.knowledge) for name in frame.subjects)
    asked = [
        w
        for word in words(frame.text)
        if (w := stem(word)) and word not in shelf.knowledge.stop and shelf.knowledge.rarity(w) > COMMON
    ]
    told = {stem(w) for name in frame.subjects for w in words(name.name)}
    telling = [word for word in asked if word not in told]
    same = passage.heading >= EXACT and set(telling) <= _asking_words(frame, shelf)
    return named and (same or not telling or any(word in held for word in telling))


def _asking_words(frame: Frame, shelf: Shelf) -> set[str]:
    """The words by which an attribute was asked for, which a guide need not use: "who should go to X"."""
    entries, folded = shelf.knowledge.vocabulary.attributes, f" {phrase(frame.text)} "
    forms = [phrase(form) for a in frame.attributes if a in entries for form in entries[a].asked]
    return {stem(word) for form in forms if f" {form} " in folded for word in form.split()}

"""Open questions: the passages that answer, one a guide, best first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from advisor.answering.answer_first import answering_first
from advisor.answering.named_in import about_one, forms_of, mentions, schools_in
from advisor.answering.quoting import (
    MOST_WORDS,
    Quote,
    Sentences,
    item_asked,
    quote,
    shortened,
    spoken_row,
    to_the_point,
    without_others,
)
from advisor.answering.shared_words import coverage, stems
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.understanding.segments import without_tag
from advisor.vectors import Vector
from advisor.words import SHORT_WORD, phrase, stem, words
from index import Chunk
from index.bootstrap import Hit

SECOND_WITHIN = 0.08  # how much less a second guide's passage may fit
NEAR = 0.61  # a passage that names nobody is about a question from this nearness on
DIRECT, DIRECT_FIT = 0.6, 0.5  # a guide's question this close, or a passage this fit, speaks directly to the reader's,
DIRECT_WITHIN = 0.15  # and may fit less,
HEADING_WITHIN = 0.12  # where its question is about as close as the first guide's


class Searching(Sentences, Protocol):
    """What open questions ask of the library."""

    @property
    def is_common(self) -> Callable[[str], bool]:
        """Whether a word is one of the language or of the guides, rather than a slip."""

    def vectors(self, texts: Sequence[str]) -> Sequence[Vector]:
        """One vector a text."""

    def find(self, text: str, vector: Vector, guides: Sequence[str]) -> Sequence[Hit]:
        """The best hits for a question, best first."""

    def alike(self, chunk: Chunk, vector: Vector) -> Sequence[tuple[Chunk, float, float]]:
        """Sections by how close their own questions are to a section's, closest first; and how close to the reader's."""


@dataclass(frozen=True)
class Passage:
    """One section chosen for an answer, with what may be quoted of it, in the guide's order."""

    chunk: Chunk
    score: float
    heading: float  # how close the question is to the section's own question
    quotes: tuple[Quote, ...]

    @property
    def nearness(self) -> float:
        """How near a question it is: by how it fits, and by how close the question is to its own."""
        return self.score + self.heading / 2


def choose(
    frame: Frame,
    vector: Vector,
    library: Searching,
    knowledge: Knowledge,
    most: int = 2,
    only: Callable[[Chunk], bool] | None = None,
    gain: Callable[[Chunk], float] | None = None,
) -> list[Passage]:
    """The passages that answer best: about the named subjects where there are any, one a guide."""
    found = library.find(without_tag(frame.text), vector, frame.narrowing.guides)
    hits = [hit for hit in found if not hit.chunk.check and (only is None or only(hit.chunk))]
    hits = [hit for hit in hits if not _of_another(hit.chunk, frame, knowledge)]
    fits = ((fit(hit, frame, knowledge) + (gain(hit.chunk) if gain else 0.0), hit) for hit in hits)
    ranked = sorted(fits, key=lambda pair: (-pair[0], pair[1].chunk.id))
    chosen: list[Passage] = []
    for score, hit in ranked:
        if len(chosen) == most or hit.chunk.guide in {passage.chunk.guide for passage in chosen}:
            continue
        heading = asked_under(hit, frame, knowledge) or 0.0
        direct = heading >= DIRECT or score >= DIRECT_FIT
        figured = gain is not None and gain(hit.chunk) > 0  # where figures differ both are shown
        if chosen and not figured and heading < chosen[0].heading - HEADING_WITHIN:
            direct = False
        if chosen and score < chosen[0].score - (DIRECT_WITHIN if direct else SECOND_WITHIN):
            continue
        chosen.append(passage_of(hit.chunk, score, (heading, hit.own or 0.0), frame, vector, library, knowledge))
    return chosen


def without_stray(
    passages: list[Passage], frame: Frame, knowledge: Knowledge, gain: Callable[[Chunk], float] | None
) -> list[Passage]:
    """The passages less a second one that lacks a rare word of the question which the first one has, or that stands there
    for a figure where the first one has none to differ from.
    """
    first, others = passages[:1], passages[1:]
    kept = [
        second
        for second in others
        if (gain(first[0].chunk) if gain and gain(second.chunk) else second.heading >= DIRECT)
        or not (_lacks(second.chunk, first[0].chunk, frame.own, knowledge) or (gain and gain(second.chunk)))
    ]
    return [*first, *kept]


def _lacks(second: Chunk, first: Chunk, question: str, knowledge: Knowledge) -> bool:
    held, told = stems(phrase(first.spoken)), stems(phrase(second.spoken))
    asked = {stem(word) for word in words(question) if word not in knowledge.stop and len(word) > SHORT_WORD}
    return any(word in held and word not in told and knowledge.rarity(word) > RARE for word in asked)


RARE = 4.5


def asked_under(hit: Hit, frame: Frame, knowledge: Knowledge) -> float | None:
    """How close a question is to the one its passage stands under; where somebody is named, as the guide itself asks it:
    other ways to ask about them share their name and little else.
    """
    return hit.own if _by_own(frame, knowledge) else hit.heading


def _by_own(frame: Frame, knowledge: Knowledge) -> bool:
    return any(name.kind not in knowledge.vocabulary.background for name in frame.subjects)


def passage_of(
    chunk: Chunk,
    score: float,
    asked: tuple[float, float],
    frame: Frame,
    vector: Vector,
    library: Searching,
    knowledge: Knowledge,
) -> Passage:
    """A section with what may be quoted of it; `asked` is how close its own question or another way to ask it is, and its own."""
    quotes = shortened(_quotes(chunk, frame, vector, library, knowledge), frame.text)
    quotes = item_asked(quotes, frame.text, knowledge.stop)
    quotes = to_the_point(quotes, frame.text, chunk.heading, asked[1], knowledge.stop)
    quotes = answering_first(quotes, asked[1], frame, knowledge)
    return Passage(chunk, score, asked[0], quotes)


KEYWORD, COVERAGE = 0.4, 0.1  # what each counts, tuned on questions over all guides
NAMED, UNNAMED, ROW, ELSEWHERE = 0.15, 0.1, 0.15, 0.1


def fit(hit: Hit, frame: Frame, knowledge: Knowledge) -> float:
    """How well a passage answers, 0 to about 1: by meaning, by its own question, by the words it shares, by its subjects."""
    text = phrase(hit.chunk.spoken)
    meaning = hit.own_meaning if _by_own(frame, knowledge) else hit.meaning
    subjects = [name for name in frame.subjects if name.kind not in knowledge.vocabulary.background]
    names = {word for name in subjects for word in knowledge.words_of.get(name, ())}
    score = meaning / 2 + KEYWORD * hit.keyword + COVERAGE * coverage(frame.text, text, knowledge, names)
    subjects = subjects or list(frame.subjects[1:] and frame.subjects)  # kinds of degree count where they are compared
    if subjects:
        named = sum(mentions(name, text, knowledge) for name in subjects) / len(subjects)
        score += NAMED * named - UNNAMED * (named == 0)
    elif about_one(hit.chunk.path[-1], knowledge):
        score -= ELSEWHERE
    rows = knowledge.table_sizes.get((hit.chunk.guide, hit.chunk.path), 0)
    return score - (ROW if hit.chunk.kind == "row" or rows > MOST_ROWS else 0.0)


MOST_ROWS = 6  # so many rows of a table can be said; the words above a longer one answer little


def _of_another(chunk: Chunk, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a section is about one school, and the question about others."""
    schools = {name for name in frame.subjects if name.kind == knowledge.main_kind}
    named = schools_in(chunk.path[-1], knowledge) if schools else frozenset()
    return bool(named) and not (named & schools or any(mentions(n, phrase(chunk.text), knowledge) for n in schools))


def _quotes(chunk: Chunk, frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge) -> tuple[Quote, ...]:
    """What the section says, without sentences on others of the kind that the question names."""
    place = (chunk.guide, chunk.path)
    if chunk.kind == "row" and (rows := _rows_asked(chunk, frame, knowledge)):
        intro = knowledge.sections.get(place, ())[:1]
        lead = quote(intro[0], intro, vector, library)[:1] if intro else ()
        return (*lead, *(Quote(spoken_row(row, most=1), row.id, item=True) for row in rows))
    found = quote(chunk, knowledge.sections.get(place, (chunk,)), vector, library)
    if chunk.kind != "row" and 0 < knowledge.table_sizes.get(place, 0) <= MOST_ROWS:
        rows = [c for c in knowledge.chunks.values() if c.kind == "row" and (c.guide, c.path) == place]
        return (*found[:1], *_spoken(rows))
    named = [name for name in frame.subjects if name.kind not in knowledge.vocabulary.background]
    if not named or chunk.kind == "row":
        return found
    others = [name for name in knowledge.rows if name.kind == named[0].kind and name not in named]
    own = [form for name in named for form in forms_of(name, knowledge)]
    return without_others(found, own, [form for name in others for form in forms_of(name, knowledge)])


def _spoken(rows: Sequence[Chunk]) -> list[Quote]:
    """The rows of a table one by one, each with two columns where they are short and with one where they are not."""
    said = [[Quote(spoken_row(row, most), row.id, item=True) for row in rows] for most in (2, 1)]
    return next((quotes for quotes in said if sum(quote.length for quote in quotes) <= MOST_WORDS), said[-1])


def _rows_asked(chunk: Chunk, frame: Frame, knowledge: Knowledge) -> list[Chunk]:
    """All rows of a short table of which a question names no single one: ideas by goal, jobs by task."""
    rows = [c for c in knowledge.chunks.values() if c.kind == "row" and (c.guide, c.path) == (chunk.guide, chunk.path)]
    subjects = [phrase(row.cells[0].text) for row in rows if row.cells]
    asked = f" {phrase(frame.text)} "
    named = frame.subjects or any(
        stem(word) in stems(asked) for s in subjects for word in s.split() if word not in knowledge.stop
    )
    return [] if named or not 1 < len(rows) <= MOST_LISTED else rows


MOST_LISTED = 8  # rows that can be said one by one

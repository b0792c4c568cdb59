"""Open questions: the passages that answer, one a guide, best first."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

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
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.vectors import Vector
from advisor.words import NEUTRAL, NUMBER_WORDS, STOP, phrase, runs, stem, words
from index import Chunk
from index.bootstrap import Hit

SECOND_WITHIN = 0.08  # how much less a second guide's passage may fit
DIRECT, DIRECT_FIT = 0.6, 0.5  # a guide's question this close, or a passage this fit, speaks directly to the reader's,
DIRECT_WITHIN = 0.15  # and may fit less,
HEADING_WITHIN = 0.12  # where its question is about as close as the first guide's


class Searching(Sentences, Protocol):
    """What open questions ask of the library."""

    @property
    def is_common(self) -> Callable[[str], bool]:
        """Whether a word is one of the language or of the guides, rather than a slip."""

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
    found = library.find(frame.text, vector, frame.narrowing.guides)
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
        chosen.append(passage_of(hit.chunk, score, heading, frame, vector, library, knowledge))
    return chosen


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
    heading: float,
    frame: Frame,
    vector: Vector,
    library: Searching,
    knowledge: Knowledge,
) -> Passage:
    """A section with what may be quoted of it."""
    quotes = shortened(_quotes(chunk, frame, vector, library, knowledge), frame.text)
    quotes = item_asked(quotes, frame.text)
    return Passage(chunk, score, heading, to_the_point(quotes, frame.text, chunk.heading, heading))


KEYWORD, COVERAGE = 0.4, 0.1  # what each counts, tuned on questions over all guides
NAMED, UNNAMED, ROW, ELSEWHERE = 0.15, 0.1, 0.15, 0.1


def fit(hit: Hit, frame: Frame, knowledge: Knowledge) -> float:
    """How well a passage answers, 0 to about 1: by meaning, by its own question, by the words it shares, by its subjects."""
    text = phrase(hit.chunk.spoken)
    meaning = hit.own_meaning if _by_own(frame, knowledge) else hit.meaning
    score = meaning / 2 + KEYWORD * hit.keyword + COVERAGE * coverage(frame.text, text, knowledge)
    subjects = [name for name in frame.subjects if name.kind not in knowledge.vocabulary.background]
    subjects = subjects or list(frame.subjects[1:] and frame.subjects)  # kinds of degree count where they are compared
    if subjects:
        named = sum(mentions(name, text, knowledge) for name in subjects) / len(subjects)
        score += NAMED * named - UNNAMED * (named == 0)
    elif about_one(hit.chunk.path[-1], knowledge):
        score -= ELSEWHERE
    rows = knowledge.table_sizes.get((hit.chunk.guide, hit.chunk.path), 0)
    return score - (ROW if hit.chunk.kind == "row" or rows > MOST_ROWS else 0.0)


MOST_ROWS = 6  # so many rows of a table can be said; the words above a longer one answer little


def about_one(heading: str, knowledge: Knowledge) -> bool:
    """Whether a section is about one school: less of an answer to a question that names none."""
    return not knowledge.forms_of_kind(knowledge.main_kind).isdisjoint(runs(heading))


def _of_another(chunk: Chunk, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a section is about one school, and the question about others."""
    schools = {name for name in frame.subjects if name.kind == knowledge.main_kind}
    named = _schools_in(chunk.path[-1], knowledge) if schools else frozenset()
    return bool(named) and not (named & schools or any(mentions(n, phrase(chunk.text), knowledge) for n in schools))


def _schools_in(heading: str, knowledge: Knowledge) -> frozenset[Name]:
    """The schools that a heading can mean."""
    forms = knowledge.lexicon.subjects
    return frozenset(
        name for form in runs(heading) & forms.keys() for name in forms[form] if name.kind == knowledge.main_kind
    )


COMMON, RARE = 1.2, 4.5  # a word less telling than this says nothing of what is asked
SAME_ASKED, SAME_STRANGE = 0.57, 0.675  # a guide's own question this close needs no word in common


def speaks(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a section about a school says a word of what is asked of it; of other subjects any passage may speak."""
    schools = [name for name in frame.subjects if name.kind == knowledge.main_kind]
    own = {word for name in schools for word in knowledge.words_of.get(name, ())}
    asked = [stem(w) for w in words(frame.text) if w not in STOP and len(w) > 2 and not {w, stem(w)} & own]
    few = 0 < len(asked) <= FEW_ASKED
    strange = any(word not in knowledge.frequencies for word in asked)  # beside it a word of every day tells little
    asked = [word for word in asked if knowledge.rarity(word) > (RARE if strange else COMMON)]
    same = passage.heading >= (SAME_STRANGE if strange else SAME_ASKED)
    if same or not (schools and few):
        return True
    place = (passage.chunk.guide, passage.chunk.path)
    held = {
        word for chunk in (passage.chunk, *knowledge.sections.get(place, ())) for word in _stems(phrase(chunk.spoken))
    }
    return any(word in held or any(other.startswith(word[:ROOT]) for other in held) for word in asked)


def asks_rest(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a section's own question names what is asked beyond the conditions that were read: "is FAFSA ok online"."""
    said = {stem(word) for wish in frame.wishes for word in words(wish.said)}
    rest = {stem(w) for w in words(frame.text) if w not in STOP and len(w) > 2 and w.isalpha()} - said
    rare = {word for word in rest if word in knowledge.frequencies and knowledge.rarity(word) > REST}
    return passage.score >= REST_FIT and bool(rare & _stems(phrase(passage.chunk.heading)))


REST, REST_FIT = 4.0, 0.45


MANY = re.compile(
    r"\b(?:how many|number of|what (?:percent|percentage|share) of)\s+(?P<what>(?:[\w'-]+\s*){1,4})", re.I
)


def counted(passages: Sequence[Passage], frame: Frame, knowledge: Knowledge) -> bool:
    """ "How many students at X": some quoted sentence has to count them; other questions are not held to it."""
    asked = MANY.search(frame.text)
    if asked is None or not any(name.kind == knowledge.main_kind for name in frame.subjects):
        return True
    things = {stem(word)[:ROOT] for word in words(asked["what"]) if word not in STOP and len(word) > SHORT_WORD}
    said = (words(quote.text) for passage in passages for quote in passage.quotes)
    return not things or any(_counts(text, things) for text in said)


SHORT_WORD = 3  # letters: "hrs", "ppl"
BETWEEN = 4  # words from a number to what it counts: "600 master's students"


def _counts(said: Sequence[str], things: set[str]) -> bool:
    """Whether a number stands just before one of the things."""
    numbers = [at for at, word in enumerate(said) if word[:1].isdigit() or word in NUMBER_WORDS]
    return any(word[:ROOT] in things for at in numbers for word in said[at + 1 : at + BETWEEN])


FEW_ASKED = 3  # words; who says more says it in words of their own
ROOT = 5  # letters: "deliver" and "delivery" are one word here


def foreign(question: str, knowledge: Knowledge, is_common: Callable[[str], bool]) -> float:
    """The share of a question's telling words that are good words, but of no guide."""
    asked = [word for word in words(question) if word not in STOP and len(word) > 2 and word.isalpha()]
    known = NEUTRAL | KIN | knowledge.words_of_a_life(" ".join(words(question)))
    strange = [w for w in asked if not {w, stem(w)} & (knowledge.words | known) and is_common(w)]
    return len(strange) / len(asked) if asked else 0.0


KIN = frozenset(
    "wife husband spouse partner fiance girlfriend boyfriend son daughter kid kids child".split()
)  # for whom one asks says nothing of what is asked


def coverage(question: str, folded: str, knowledge: Knowledge) -> float:
    """The share of a question's telling words that stand in a text, the rarer the heavier; words of no guide do not count."""
    weights = {word: knowledge.rarities[word] for word in _asked(question) if word in knowledge.rarities}
    if not weights:
        return 0.5
    held = _stems(folded)
    return sum(weight for word, weight in weights.items() if word in held) / sum(weights.values())


@lru_cache(maxsize=1 << 8)
def _asked(question: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(question) if word not in STOP and len(word) > 2)


@lru_cache(maxsize=1 << 12)
def _stems(folded: str) -> frozenset[str]:
    return frozenset(map(stem, folded.split()))


def mentions(name: Name, folded: str, knowledge: Knowledge) -> bool:
    """Whether a folded text names a subject, by its name or a form of more than three letters."""
    return any(f" {form} " in f" {folded} " for form in _forms(name, knowledge))


def names_any(text: str, forms: Sequence[str]) -> bool:
    """Whether a text holds one of some folded forms, or several of it."""
    folded = f" {phrase(text)} "
    return any(f" {form} " in folded or f" {form}s " in folded for form in forms)


def names_ungiven(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a passage speaks of something that no table gives, where that was asked: a visa is no test of English."""
    if not frame.attributes or not set(frame.attributes) <= knowledge.ungiven:
        return True
    return names_asked(passage, frame, knowledge)


def names_asked(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a passage says a word for one of the attributes that are asked."""
    entries = knowledge.vocabulary.attributes
    told = [said for a in frame.attributes if a in entries for said in (entries[a].label, *entries[a].asked)]
    return names_any(f"{passage.chunk.heading} {passage.chunk.text}", [form for said in told if (form := phrase(said))])


def _forms(name: Name, knowledge: Knowledge) -> list[str]:
    aliases = knowledge.vocabulary.subjects.get(name.kind, {}).get(name.name, ())
    return [phrase(name.name), *(phrase(alias) for alias in aliases if len(alias) > 3)]


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
    own = [form for name in named for form in _forms(name, knowledge)]
    return without_others(found, own, [phrase(name.name) for name in others])


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
        stem(word) in _stems(asked) for s in subjects for word in s.split() if word not in STOP
    )
    return [] if named or not 1 < len(rows) <= MOST_LISTED else rows


MOST_LISTED = 8  # rows that can be said one by one

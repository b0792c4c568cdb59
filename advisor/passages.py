"""Open questions: the passages that answer, and of each the sentences that do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.words import phrase, stem, words
from index import Chunk
from index.bootstrap import Hit

Vector = NDArray[np.float32]
STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "for",
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "and",
        "or",
        "but",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "do",
        "does",
        "did",
        "can",
        "could",
        "would",
        "should",
        "will",
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "me",
        "my",
        "your",
        "his",
        "her",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "there",
        "what",
        "which",
        "who",
        "whom",
        "how",
        "when",
        "where",
        "why",
        "if",
        "as",
        "than",
        "then",
        "so",
        "not",
        "no",
        "any",
        "some",
        "one",
        "get",
        "got",
        "have",
        "has",
        "had",
        "about",
        "into",
        "out",
        "up",
        "much",
        "many",
        "more",
        "most",
        "very",
        "really",
        "just",
        "also",
        "please",
        "pls",
        "im",
        "ive",
        "whats",
        "master",
        "masters",
        "degree",
        "program",
        "programs",
        "machine",
        "learning",
        "ml",
        "ai",
        "online",
        "school",
        "schools",
        "guide",
        "guides",
        "need",
        "want",
        "know",
        "tell",
        "mean",
        "good",
        "best",
    ]
)
MOST_WORDS = 75  # of an answer's quoted sentences
SENTENCE_FLOOR = 0.30  # a following sentence less close than this says something else


class Searching(Protocol):
    """What open questions ask of the library."""

    def find(self, text: str, vector: Vector, guides: Sequence[str]) -> list[Hit]:
        """The best hits for a question, best first."""

    def sentences(self, chunk_id: str) -> tuple[Sequence[str], Vector]:
        """The sentences of a passage with their vectors."""


@dataclass(frozen=True)
class Quote:
    """One sentence or list item of a passage, as the guide has it."""

    text: str
    chunk_id: str
    item: bool = False


@dataclass(frozen=True)
class Passage:
    """One section chosen for an answer, with what to quote of it, in the guide's order."""

    chunk: Chunk
    score: float
    heading: float  # how close the question is to the section's own question
    quotes: tuple[Quote, ...]


def choose(frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge, most: int = 2) -> list[Passage]:
    """The passages that answer best: about the named subjects where there are any, one a guide."""
    hits = [hit for hit in library.find(frame.text, vector, frame.narrowing.guides) if not hit.chunk.check]
    ranked = sorted(((fit(hit, frame, knowledge), hit) for hit in hits), key=lambda pair: (-pair[0], pair[1].chunk.id))
    chosen: list[Passage] = []
    for score, hit in ranked:
        if hit.chunk.guide in {passage.chunk.guide for passage in chosen}:
            continue
        if chosen and score < chosen[0].score - SECOND_WITHIN:
            break
        chosen.append(Passage(hit.chunk, score, hit.heading or 0.0, quote(hit.chunk, vector, library, knowledge)))
        if len(chosen) == most:
            break
    return chosen


SECOND_WITHIN = 0.08


def fit(hit: Hit, frame: Frame, knowledge: Knowledge) -> float:
    """The search's score, moved by what the frame knows: the named subjects and the rare words."""
    text = phrase(hit.chunk.spoken)
    score = hit.score
    subjects = [name for name in frame.subjects if name.kind not in knowledge.vocabulary.background]
    if subjects:
        named = sum(mentions(name, text, knowledge) for name in subjects) / len(subjects)
        score += 0.15 * named - 0.1 * (named == 0)
    return score + COVERAGE * (coverage(frame.text, text, knowledge) - 0.5) - (0.05 if hit.chunk.kind == "row" else 0.0)


COVERAGE = 0.2  # what it is worth that a passage holds all of a question's telling words, against none


def coverage(question: str, folded: str, knowledge: Knowledge) -> float:
    """The share of a question's telling words that stand in a text, the rarer the heavier; words of no guide weigh most."""
    asked = {stem(word) for word in words(question) if word not in STOP and len(word) > 2}
    if not asked:
        return 0.5
    held = {stem(word) for word in folded.split()}
    weights = {word: knowledge.rarity(word) for word in asked}
    return sum(weights[word] for word in asked & held) / sum(weights.values())


def mentions(name: Name, folded: str, knowledge: Knowledge) -> bool:
    """Whether a folded text names a subject, by its name or a form of more than three letters."""
    if f" {phrase(name.name)} " in f" {folded} ":
        return True
    aliases = knowledge.vocabulary.subjects.get(name.kind, {}).get(name.name, ())
    return any(len(alias) > 3 and f" {phrase(alias)} " in f" {folded} " for alias in aliases)


def quote(chunk: Chunk, vector: Vector, library: Searching, knowledge: Knowledge) -> tuple[Quote, ...]:
    """What answers: the section's first sentence, its list, and further sentences that are close to the question."""
    if chunk.kind == "row":
        return (Quote(_spoken_row(chunk), chunk.id),)
    section = knowledge.sections.get((chunk.guide, chunk.path), (chunk,))
    if not any("\n- " in piece.text or piece.text.startswith("- ") for piece in section):
        return _sentences(section, vector, library)
    found: list[Quote] = []
    for piece in section:
        for line in piece.text.splitlines():
            if line.startswith("- "):
                found.append(Quote(line[2:].strip(), piece.id, item=True))
            elif not any(quote.text == line for quote in found):
                found.append(Quote(line.strip(), piece.id))
    return tuple(found)


def _spoken_row(chunk: Chunk) -> str:
    """A table row as a sentence: its subject, then what its columns say."""
    said = [f"{plain(cell.column)} {cell.text}" for cell in chunk.cells[1:] if cell.known]
    return f"{chunk.cells[0].text}: {'; '.join(said)}." if said else chunk.text


def plain(column: str) -> str:
    """A column's header inside a sentence, without its unit."""
    name = column.split(" (", maxsplit=1)[0]
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _sentences(section: Sequence[Chunk], vector: Vector, library: Searching) -> tuple[Quote, ...]:
    said: list[Quote] = []
    close: list[float] = []
    for piece in section:
        texts, vectors = library.sentences(piece.id)
        said += [Quote(text, piece.id) for text in texts]
        close += [float(score) for score in vectors @ vector] if len(texts) else []
    if not said:
        return tuple(Quote(piece.text, piece.id) for piece in section[:1])
    picked = {0, 1} if len(said[0].text.split()) < SHORT and len(said) > 1 else {0}
    budget = MOST_WORDS - sum(len(said[at].text.split()) for at in picked)
    for at in sorted(range(len(said)), key=lambda i: (-close[i], i)):
        length = len(said[at].text.split())
        if at not in picked and len(picked) < 4 and length <= budget and close[at] >= SENTENCE_FLOOR:
            picked.add(at)
            budget -= length
    return tuple(said[at] for at in sorted(picked))


SHORT = 6  # words: "Yes." says nothing by itself

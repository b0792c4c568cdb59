"""A shelf: one edition of the index made ready for questions; a new one is taken down when the index changes."""

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, partial

import numpy as np

from advisor.frame import Frame, Remark
from advisor.gathering import build_knowledge
from advisor.knowledge import is_common
from advisor.lexicon import Name
from advisor.proving.rendering import Cited
from advisor.said_of_all import said_of_all
from advisor.saying import GuideCard
from advisor.sets import rank
from advisor.tellings import tellings
from advisor.vectors import Vector, Vectors
from index import Chunk
from index.bootstrap import Edition, Hit, Library

REACH = 24  # hits looked at for an open question


class Shelf:
    """Everything one question needs of one edition."""

    def __init__(self, edition: Edition, library: Library) -> None:
        self.edition = edition
        self._vectors = Vectors(lambda texts: library.embed([edition.spell_out(text) for text in texts]))
        self._found = lru_cache(maxsize=1 << 5)(partial(_find, edition))  # one question is looked for in several ways
        self.guides: Mapping[str, GuideCard] = {
            entry.slug: GuideCard(
                entry.slug, entry.title, entry.publisher, entry.author, entry.published, entry.updated, entry.url
            )
            for entry in edition.guides
        }
        is_word = lru_cache(maxsize=1 << 12)(library.is_word)
        self.knowledge = build_knowledge(
            edition.vocabulary,
            edition.rows.all,
            edition.chunks,
            {
                entry.slug: (entry.slug, entry.publisher, entry.title, *head_of(entry.title, is_word))
                for entry in edition.guides
            },
            is_word,
        )
        self.is_common = is_common(self.knowledge.words, is_word)
        self.shown: Mapping[str, str] = Shown(edition.chunks, self.guides)
        self.tellings = tellings(edition.chunks.values(), self._told, self.knowledge.lexicon)
        self.said_of_all = said_of_all(self.knowledge, self._told)

    def _told(self, chunk_id: str) -> Sequence[str]:
        return self.edition.sentences(chunk_id)[0]

    @cached_property
    def _acts(self) -> Mapping[str, list[int]]:
        """Where the examples of each act stand among all examples."""
        places: dict[str, list[int]] = {}
        for at, entry in enumerate(self.edition.phrases.entries):
            places.setdefault(entry.group or "", []).append(at)
        return places

    def vectors(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        """One vector a text, encoded in one batch."""
        return self._vectors.of(texts)

    def closeness(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """For each text how close it comes to the examples of each act."""
        if not self._acts:
            return [{} for _ in texts]
        scores = np.stack(self.vectors(texts)) @ self.edition.phrases.matrix.T
        return [{act: float(row[places].max()) for act, places in self._acts.items()} for row in scores]

    def find(self, text: str, vector: Vector, guides: Sequence[str]) -> Sequence[Hit]:
        """The best hits for a question."""
        return self._found(text, vector.tobytes(), tuple(guides))

    def alike(self, chunk: Chunk, vector: Vector) -> Sequence[tuple[Chunk, float, float]]:
        """Sections by how close their own questions are to a section's, closest first; and how close to the reader's."""
        headings, chunks = self.edition.headings, self.edition.chunks
        own = next((at for at, entry in enumerate(headings.entries) if entry.text == chunk.heading), None)
        if own is None:
            return ()
        near, asked = headings.matrix @ headings.matrix[own], headings.matrix @ vector
        places = [(at, headings.entries[at].chunk_id) for at in np.argsort(-near, kind="stable")]
        return [(chunks[one], float(near[at]), float(asked[at])) for at, one in places if one in chunks]

    def sentences(self, chunk_id: str) -> tuple[Sequence[str], Vector]:
        """The sentences of a passage with their vectors."""
        return self.edition.sentences(chunk_id)

    def in_order(self, frame: Frame, names: tuple[Name, ...]) -> tuple[Name, ...]:
        """Subjects in the order of a frame's superlative; empty where no guide can order them."""
        if frame.order is None:
            return ()
        for listings in ([x for x in self.knowledge.listings if x.name in names and x.guide == g] for g in self.guides):
            ranked = rank(listings, frame.order, frame.narrowing, self.knowledge)
            found = tuple(dict.fromkeys(listing.name for listing, _ in ranked.entries)) if ranked else ()
            if len(found) == len(set(names)):
                return found
        return ()

    def cited(self, chunk_id: str) -> Cited:
        """A passage with its guide."""
        chunk = self.edition.chunks[chunk_id]
        return Cited(chunk, self.guides[chunk.guide])

    def told(self, profile: Sequence[Remark]) -> str:
        """What the person said about themselves, for figures that an answer repeats."""
        return " ".join([" ", *(f"{r.text} {r.wish.said if r.wish else ''}" for r in profile)])


def head_of(title: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """What a title begins with, where that is a name of its own: "StackUp" of "StackUp – degrees compared"."""
    head, *rest = HEAD.split(title)
    return (head,) if rest and not any(is_word(word.casefold()) for word in head.split()) else ()


HEAD = re.compile(r"\s*[:|–—]\s+|\s+[-–—|]\s+")


def _find(edition: Edition, text: str, vector: bytes, guides: tuple[str, ...]) -> Sequence[Hit]:
    return tuple(edition.search(text, vector=np.frombuffer(vector, np.float32), k=REACH, guides=guides or None))


class Shown(dict[str, str]):
    """All that a citation shows of a passage: its words, headings, guide and dates; made when first asked for."""

    def __init__(self, chunks: Mapping[str, Chunk], guides: Mapping[str, GuideCard]) -> None:
        super().__init__()
        self._chunks, self._guides = chunks, guides

    def __missing__(self, chunk_id: str) -> str:
        chunk = self._chunks[chunk_id]
        card = self._guides[chunk.guide]
        dates = " ".join(_spelled(day) for day in (card.published, card.updated) if day)
        self[chunk_id] = "\n".join([*chunk.path, chunk.text, card.tag, card.title, dates])
        return self[chunk_id]

    def __contains__(self, chunk_id: object) -> bool:
        return chunk_id in self._chunks

    def get(self, chunk_id: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """The text of a passage, or the default where there is no such passage."""
        return self[chunk_id] if chunk_id in self._chunks else default


def _spelled(day: date) -> str:
    return f"{day.isoformat()} {day:%B} {day.day}, {day.year} {day:%B %Y}"


class Shelves:
    """The shelf of the edition that answers now, made anew when the index changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._shelf: Shelf | None = None
        self._making = threading.Lock()

    def current(self) -> Shelf:
        """The shelf for the next question."""
        edition = self._library.edition()
        if self._shelf is None or self._shelf.edition is not edition:
            with self._making:
                if self._shelf is None or self._shelf.edition is not edition:
                    self._shelf = Shelf(edition, self._library)
        return self._shelf

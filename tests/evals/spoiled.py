"""Advisers and answers that were spoiled on purpose, each in one way, to see a run turn red."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor import Answer
from advisor.bootstrap import Adviser, Conversation, Reply
from advisor.shelf import Shelf, Shelves
from advisor.vectors import Vector
from evals.outcomes import Outcome, judged
from index.bootstrap import Hit, Library

FIGURE = re.compile(r"(?<![\[\d])\d(?=[\d,.]*(?:\b|k))(?![\d]*\])")


class ShuffledShelf(Shelf):
    """Finds passages that have nothing to do with the question, with the scores of those that do."""

    def find(self, text: str, vector: Vector, guides: Sequence[str]) -> list[Hit]:
        others = sorted(self.edition.chunks)
        found = super().find(text, vector, guides)
        places = [others.index(hit.chunk.id) for hit in found]
        return [
            replace(hit, chunk=self.edition.chunks[others[(place * 7 + 311) % len(others)]])
            for hit, place in zip(found, places, strict=True)
        ]


class ShuffledShelves(Shelves):
    """Gives out the shuffled shelf."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._shuffled = ShuffledShelf(library.edition(), library)

    def current(self) -> Shelf:
        return self._shuffled


class Forgetful:
    """An adviser that takes every message as the first."""

    def __init__(self, adviser: Adviser) -> None:
        self._adviser = adviser

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        return self._adviser.ask(message)


def with_a_figure_changed(outcome: Outcome) -> Outcome:
    """The same reply with another digit in its first figure."""

    def another(found: re.Match[str]) -> str:
        return str((int(found[0]) + 1) % 10)

    return _again(outcome, replace(outcome.answer, text=FIGURE.sub(another, outcome.answer.text, count=1)))


def with_citations_swapped(outcome: Outcome) -> Outcome:
    """The same reply, each mark pointing to the passage of the next."""
    given = outcome.answer.citations
    moved = tuple(replace(c, number=given[place - 1].number) for place, c in enumerate(given))
    return _again(outcome, replace(outcome.answer, citations=moved))


def with_refusals_off(outcome: Outcome, library: Library) -> Outcome:
    """What a search that never says no would reply: the nearest passage."""
    if outcome.answer.status not in {"not_covered", "out_of_scope"}:
        return outcome
    nearest = library.search(outcome.case.messages[-1], k=1)[0].chunk.text
    return _again(outcome, Answer(status="answered", text=nearest))


def _again(outcome: Outcome, answer: Answer) -> Outcome:
    return judged(outcome.case, (*outcome.answers[:-1], answer))

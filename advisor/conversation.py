"""A conversation as a value: what was asked, what was shown, what is remembered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.answer import Answer
from advisor.frame import Frame, Remark
from advisor.lexicon import Name
from advisor.understanding.understand import Understanding
from advisor.words import STOP, stem, words
from index import LifeFact

FORGETS = re.compile(
    r"\b(?:forget|drop|ignore|never ?mind|leave (?:out|it|that)|remove|no longer|scratch|scrap|take back|(?:does not|doesn'?t|dont|don't) (?:matter|care about))\b",
    re.I,
)


@dataclass(frozen=True)
class Exchange:
    """One message and what became of it."""

    message: str
    frames: tuple[Frame, ...]
    shown: tuple[Name, ...]
    answer: Answer
    sourced: bool = False  # a turn that only told where the answer before it comes from


@dataclass(frozen=True)
class Conversation:
    """Everything that a next message may lean on."""

    exchanges: tuple[Exchange, ...] = ()
    profile: tuple[Remark, ...] = ()

    @property
    def last(self) -> Exchange | None:
        """The exchange that a follow-up is about."""
        return self.exchanges[-1] if self.exchanges else None

    def last_told(self, cited: bool = False) -> Exchange | None:
        """The exchange that a turn about an answer is about: the last that told something, behind mere talk since.

        What is put in another shape has to be `cited`.
        """
        recent = reversed(self.exchanges[-LOOKED_BACK:])
        told = (
            one
            for one in recent
            if (one.answer.citations and not (cited and one.sourced)) or not (cited or one.answer.status == "answered")
        )
        return next(told, self.last)

    def after(self, exchange: Exchange, profile: tuple[Remark, ...]) -> "Conversation":
        """The conversation with one exchange more; talk that shows nothing leaves the focus where it was."""
        before = self.last
        if before and not exchange.frames:
            exchange = replace(exchange, frames=before.frames, shown=before.shown)
        return Conversation((*self.exchanges, exchange), profile)

    def without(self, key: str) -> "Conversation":
        """The conversation with one remembered fact dropped."""
        return replace(self, profile=tuple(remark for remark in self.profile if remark.key != key))


def _named(profile: tuple[Remark, ...], message: str, life_facts: Sequence[LifeFact]) -> set[str]:
    """The remembered facts that a message names: by their key, or by a word in which they could be told ("the kids")."""
    said = {stem(word) for word in words(message) if word not in STOP}
    found = set(words(message))
    for remark in profile:
        told = {stem(w) for fact in life_facts if fact.text == remark.text for form in fact.words for w in words(form)}
        if said & {word for word in told if word not in STOP and len(word) > FEW_LETTERS}:
            found.add(remark.key)
    return found


FEW_LETTERS = 2
LOOKED_BACK = 3  # exchanges


def remembered(
    profile: tuple[Remark, ...], understood: Understanding, message: str, life_facts: Sequence[LifeFact] = ()
) -> tuple[Remark, ...]:
    """The profile after a message: new facts replace old ones of their kind, forgotten ones go."""
    forgets = bool(FORGETS.search(message))
    told = tuple(remark for remark in understood.remarks if not (forgets and remark in profile))
    gone = {remark.key for remark in understood.remarks} | (_named(profile, message, life_facts) if forgets else set())
    return (*(remark for remark in profile if remark.key not in gone), *told)

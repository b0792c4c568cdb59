"""Attacks asked of any adviser and its replies judged: what must never be said, and what must be said all the same."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from advisor.chain import Adviser, Reply

HERE = Path(__file__).parent
GUIDES = HERE / "guides"
Part = Literal["tuning", "held"]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Attack(_Line):
    """An order in a guide, the question that draws it in, and what a reply that obeys or repeats it would say."""

    id: str
    kind: str
    part: Part  # `tuning` may be looked at when the screening is changed, `held` may not
    question: str
    never: tuple[str, ...]
    still: tuple[str, ...] = ()  # what the order stands beside, or would have kept quiet
    open: bool = False  # known to reach the evidence: nothing in its words tells it from what a guide may say


class Fact(_Line):
    """A question that the guides answer honestly, whatever stands beside the answer."""

    question: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """An attack and what came of it."""

    attack: Attack
    said: tuple[str, ...]  # of what must never be said
    missing: tuple[str, ...]  # of what must be said all the same

    @property
    def held(self) -> bool:
        """Whether the adviser was not moved."""
        return not self.said and not self.missing


@dataclass(frozen=True)
class Report:
    """How many of how many attacks were held, by kind."""

    outcomes: tuple[Outcome, ...]

    @property
    def lost(self) -> tuple[Outcome, ...]:
        """The attacks that moved the adviser."""
        return tuple(outcome for outcome in self.outcomes if not outcome.held)

    def __str__(self) -> str:
        kinds: dict[str, list[bool]] = {}
        for outcome in self.outcomes:
            kinds.setdefault(outcome.attack.kind, []).append(outcome.held)
        lines = [f"held {len(self.outcomes) - len(self.lost)} of {len(self.outcomes)} attacks"]
        lines += [f"  {kind:<18}{sum(held):>3} of {len(held)}" for kind, held in sorted(kinds.items())]
        lines += [f"  lost: {lost.attack.id}, said {lost.said}, missing {lost.missing}" for lost in self.lost]
        return "\n".join(lines)


def read_attacks() -> tuple[Attack, ...]:
    """All attacks, in the order of the guides."""
    return tuple(map(Attack.model_validate_json, _lines("attacks.jsonl")))


def read_facts() -> tuple[Fact, ...]:
    """What must be answered all the same."""
    return tuple(map(Fact.model_validate_json, _lines("facts.jsonl")))


def held(adviser: Adviser, attacks: Sequence[Attack]) -> Report:
    """Ask what draws each attack in, and look through everything that the reader gets."""
    return Report(tuple(_outcome(attack, everything(adviser.ask(attack.question))) for attack in attacks))


def everything(reply: Reply) -> str:
    """All that a reply shows: its words, table, figures, notes, suggestions, and its citations with their quotes."""
    return plainest("\n".join([*_strings(reply.answer)]))


def plainest(text: str) -> str:
    """Small letters of one width."""
    return unicodedata.normalize("NFKC", text).casefold()


def _outcome(attack: Attack, said: str) -> Outcome:
    return Outcome(
        attack,
        tuple(words for words in attack.never if plainest(words) in said),
        tuple(words for words in attack.still if plainest(words) not in said),
    )


def _strings(value: object) -> Iterator[str]:
    """Every text in a value and in the values it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for part in vars(value).values():
            yield from _strings(part)


def _lines(name: str) -> list[str]:
    return (HERE / name).read_text("utf-8").splitlines()

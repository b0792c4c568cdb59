"""A talk with a model to the end of its answer: tried again where that may help, with look-ups, within one deadline and a budget."""

import random
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from advisor.composing.budget import Budget
from advisor.composing.fences import tokens_of
from advisor.composing.within import within
from advisor.errors import BusyModelError, LateModelError, ModelError, RefusedModelError, UnreachableModelError
from advisor.model import Call, ChatModel, Heard, Said, Tool

ROUNDS = 3  # of look-ups; after them the model has to answer with what there is
CALLS = 4  # look-ups in one round
TRIES = 3
BACKOFF = 0.5  # seconds before the second try, twice as many before the third


class NoBudgetError(ModelError):
    """The day's tokens are spent."""

    reason = "budget"


class Lookups(Protocol):
    """What a model may look up."""

    @property
    def offered(self) -> tuple[Tool, ...]:
        """The look-ups that there are."""

    def run(self, call: Call) -> str:
        """What a look-up found, or what was wrong with the call."""


@dataclass
class Bill:
    """What an answer cost."""

    read: int = 0
    written: int = 0
    lookups: int = 0


@dataclass(frozen=True)
class Asker:
    """Asks one model."""

    model: ChatModel
    budget: Budget
    seconds: float  # for one answer, whatever happens
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = field(default=random.random)
    toolless: Event = field(default_factory=Event)  # set once the model has shown that it knows no tools

    def answer(self, talk: Sequence[Said], lookups: Lookups, bill: Bill) -> Generator[str, None, None]:
        """The text of the answer as it comes; ModelError where it does not come to its end."""
        until = self.clock() + self.seconds
        said = list(talk)
        for number in range(ROUNDS + 1):
            tools = lookups.offered if number < ROUNDS else ()
            text, calls = "", tuple[Call, ...]()
            for heard in self._tried(said, tools, until, bill):
                text += heard.text
                calls += heard.calls
                yield heard.text
            if not calls:
                return
            if text:
                yield "\n\n"  # what comes after a look-up is a new paragraph
            said.append(Said("assistant", text, calls))
            for at, call in enumerate(calls):
                found = lookups.run(call) if at < CALLS else "too many look-ups at once; ask for fewer"
                said.append(Said("tool", found, answers=call.id))
            bill.lookups += min(len(calls), CALLS)
        raise ModelError(f"{self.model.name} asks for look-ups without end")

    def _tried(
        self, talk: Sequence[Said], tools: Sequence[Tool], until: float, bill: Bill
    ) -> Generator[Heard, None, None]:
        """One message of the model; asked for again while nothing of it has come and waiting may help."""
        tries = 0
        if self.toolless.is_set():
            tools = ()
        while True:
            begun = False
            try:
                for heard in self._once(talk, tools, until, bill):
                    begun = begun or bool(heard.text)
                    yield heard
                return
            except (BusyModelError, UnreachableModelError) as error:
                tries += 1
                wait = BACKOFF * 2 ** (tries - 1) * (1 + self.chance())
                wait = max(wait, getattr(error, "after", None) or 0.0)
                if begun or tries == TRIES or self.clock() + wait >= until:
                    raise
                self.pause(wait)
            except RefusedModelError:
                if begun or not tools:
                    raise
                yield from self._once(talk, (), until, bill)
                self.toolless.set()  # a model that knows no tools refuses the whole question
                return

    def _once(
        self, talk: Sequence[Said], tools: Sequence[Tool], until: float, bill: Bill
    ) -> Generator[Heard, None, None]:
        """One request, paid for."""
        asked = sum(tokens_of(one.text + str(one.calls or "")) for one in talk) + sum(
            tokens_of(str(tool)) for tool in tools
        )
        reserved = asked + self.model.tokens
        if self.clock() >= until:
            raise LateModelError(f"{self.model.name} took longer than ADVISOR_MODEL_TIMEOUT allows")
        if not self.budget.reserve(reserved):
            raise NoBudgetError("the tokens of ADVISOR_MODEL_DAILY_TOKENS are spent for today")
        text, tokens, answered = "", None, False
        coming = within(lambda: self.model.stream(talk, tools), lambda: until - self.clock())
        try:
            with closing(coming):
                for heard in coming:
                    answered = True
                    text += heard.text
                    tokens = heard.tokens or tokens
                    yield heard
        except (BusyModelError, UnreachableModelError, RefusedModelError) as error:
            if not answered:
                asked = 0  # nothing was read
            raise error
        finally:
            read, written = tokens or (asked, tokens_of(text) if text else 0)
            bill.read += read
            bill.written += written
            self.budget.settle(reserved, read + written)

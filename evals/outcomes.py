"""Outcomes: every case asked of an adviser, with what the checks say of its last reply."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from advisor import Answer
from advisor.bootstrap import Conversation, Reply
from evals.case import Case
from evals.checks import Verdict, judge
from evals.retrieval import Found, found


class Asked(Protocol):
    """Whoever answers: the adviser, or one that was spoiled to see the run turn red."""

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        """The reply to one message of a conversation."""
        ...


@dataclass(frozen=True)
class Outcome:
    """One case and what became of it."""

    case: Case
    answers: tuple[Answer, ...]  # one a message; the last is judged
    verdicts: tuple[Verdict, ...]
    found: Found | None
    seconds: float  # the whole conversation

    @property
    def answer(self) -> Answer:
        """The reply that is judged."""
        return self.answers[-1]

    @property
    def passed(self) -> bool:
        """Whether no check found anything wrong."""
        return all(verdict.passed for verdict in self.verdicts)

    @property
    def faults(self) -> tuple[Verdict, ...]:
        """The checks that found something."""
        return tuple(verdict for verdict in self.verdicts if not verdict.passed)


def ask_all(
    cases: Sequence[Case],
    adviser: Asked,
    on_progress: Callable[[int, int], None] = lambda _done, _of: None,
    at_once: int = 1,
) -> tuple[Outcome, ...]:
    """Every case asked: one after the other, or a few at once of one who has to be waited for."""
    outcomes = []
    with ThreadPoolExecutor(at_once) as pool:
        for done, outcome in enumerate(pool.map(lambda case: _ask(case, adviser), cases), 1):
            outcomes.append(outcome)
            on_progress(done, len(cases))
    return tuple(outcomes)


def _ask(case: Case, adviser: Asked) -> Outcome:
    start = time.perf_counter()
    try:
        answers = converse(case.messages, adviser)
    except Exception as error:  # one question that breaks the adviser is a miss, and the others are still asked
        crash = Verdict("replied", f"{type(error).__name__}: {error}")
        return Outcome(case, (NO_REPLY,) * len(case.messages), (crash,), None, time.perf_counter() - start)
    return judged(case, answers, time.perf_counter() - start)


def converse(messages: Sequence[str], adviser: Asked) -> tuple[Answer, ...]:
    """The reply to every message of a conversation."""
    conversation, answers = None, []
    for message in messages:
        reply = adviser.ask(message, conversation)
        conversation = reply.conversation
        answers.append(reply.answer)
    return tuple(answers)


def judged(case: Case, answers: Sequence[Answer], seconds: float = 0.0) -> Outcome:
    """What the checks say of the last of some answers."""
    verdicts = (Verdict("replied"), *judge(case, answers[-1]))
    return Outcome(case, tuple(answers), verdicts, found(case, answers[-1]), seconds)


NO_REPLY = Answer(status="not_covered", text="")

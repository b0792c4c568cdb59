"""How the chat model does: whether it can be reached, how soon it speaks, and what measuring it would cost."""

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from advisor.chain import Adviser
from advisor.composing.budget import Budget
from advisor.composing.estimate import Estimating
from advisor.composing.within import within
from advisor.conversation import Conversation
from advisor.errors import ModelError
from advisor.model import ChatModel, Said
from advisor.settings import Settings
from advisor.shelf import Shelves

CASES = Path("evals") / "faq.jsonl"  # the house's, where the program runs from its checkout
SAMPLE = 24  # cases that an estimate is made from
GREETING = "Reply with the one word: ready"


def about_model(model: ChatModel, settings: Settings, shelves: Shelves, cases: Path = CASES) -> Iterator[str]:
    """What there is to say of a model, line by line; that it cannot be reached is told, for answers come without it."""
    yield _reached(model)
    if settings.model_daily_tokens is not None:
        yield _spent(settings.data, settings.model_daily_tokens)
    if talks := _talks(cases):
        yield f"  the {len(talks)} cases of {cases} {_cost(talks, model, settings, shelves)}"


def _reached(model: ChatModel) -> str:
    start = time.perf_counter()
    try:
        soon = None
        until = start + model.timeout
        for heard in within(lambda: model.stream((Said("user", GREETING),)), lambda: until - time.perf_counter()):
            soon = soon or (time.perf_counter() - start if heard.text else None)
    except ModelError as error:
        return f"  {error} ({error.reason}): until it can be, the embedded writer answers"
    return f"  {model.name} answers: first words after {(soon or 0.0) * 1000:.0f} ms"


def _spent(data: Path, limit: int) -> str:
    try:
        return f"  {Budget.of(data, limit).spent():,} of {limit:,} tokens of today are spent"
    except OSError as error:
        return f"  the tokens of today cannot be counted, so none are spent ({error})"


def _talks(cases: Path) -> Sequence[Sequence[str]]:
    """The messages of every case."""
    if not cases.is_file():
        return ()
    return [json.loads(line)["messages"] for line in cases.read_text("utf-8").splitlines() if line.strip()]


def _cost(talks: Sequence[Sequence[str]], model: ChatModel, settings: Settings, shelves: Shelves) -> str:
    """About how many tokens it would take to ask every case, told from a few of them."""
    estimating = Estimating(settings.model_evidence_tokens)
    adviser = Adviser(shelves, writer=estimating)
    sample = talks[:: max(1, len(talks) // SAMPLE)]
    for messages in sample:
        conversation = Conversation()
        for message in messages:
            conversation = adviser.ask(message, conversation).conversation
    share = len(talks) / len(sample)
    asked, read = round(estimating.asked * share), round(estimating.tokens * share)
    return (
        f"would ask it about {asked:,} times: about {read:,} tokens to read and at most "
        f"{asked * model.tokens:,} to write, look-ups aside (from {len(sample)} of them)"
    )

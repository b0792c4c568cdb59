"""An adviser that says what a test wrote for it, and remembers what it was asked."""

import io
from collections.abc import Iterator, Sequence

from rich.console import Console

from advisor.answer import Answer, Citation, Note, Remembered
from advisor.chain import Reply
from advisor.conversation import Conversation, Exchange
from advisor.frame import Remark
from advisor.terminal.screen import Screen

CITATION = Citation(
    number=1,
    guide="small",
    title="Small guide",
    publisher="Tests",
    author=None,
    section="Programs > Prices",
    updated="2026-05-25",
    quote="Alpha asks $7,000.",
    passage_id="a1",
    url=None,
)
NOTE = Note("age", "This is from 2021.", (1,))
PRICE = Answer(
    status="answered",
    text="Alpha asks $7,000 [1].\n\n| Name | Price |\n| --- | --- |\n| Alpha | $7,000 [1] |\n\nThis is from 2021 [1].",
    citations=(CITATION,),
    notes=(NOTE,),
    profile=(Remembered("budget", "at most $9,000"),),
    suggestions=("How long does it take?", "Who teaches there?"),
    index="abc",
)


class ScriptedAdviser:
    """Gives every message the same answer, or fails."""

    def __init__(self, answer: Answer = PRICE, failing: Exception | None = None) -> None:
        self.answer = answer
        self.failing = failing
        self.asked: list[tuple[str, Conversation]] = []

    def stream(self, message: str, conversation: Conversation | None = None) -> Iterator[str | Reply]:
        before = conversation or Conversation()
        self.asked.append((message, before))
        if self.failing and "fail" in message:
            raise self.failing
        yield from self.answer.text.splitlines(keepends=True)
        profile = tuple(Remark(fact.key, fact.text) for fact in self.answer.profile)
        yield Reply(self.answer, before.after(Exchange(message, (), (), self.answer), profile))

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        *_, reply = self.stream(message, conversation)
        assert isinstance(reply, Reply)
        return reply

    @property
    def heard(self) -> list[str]:
        """The messages, in order."""
        return [message for message, _ in self.asked]

    @property
    def before(self) -> list[list[str]]:
        """For each message those that its conversation began with."""
        return [[exchange.message for exchange in conversation.exchanges] for _, conversation in self.asked]


def paper(*, drawing: bool = False) -> tuple[Screen, io.StringIO]:
    """A screen, and what stands on it."""
    written = io.StringIO()
    console = Console(file=written, force_terminal=drawing, width=80, no_color=True, legacy_windows=False, _environ={})
    return Screen(console), written


def streamed(pieces: Sequence[str], answer: Answer) -> Iterator[str | Reply]:
    """A stream of these pieces."""
    yield from pieces
    yield Reply(answer, Conversation())

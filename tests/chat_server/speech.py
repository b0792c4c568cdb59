"""How a protocol puts what is said: one speech for each request."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from tests.chat_server.asked import Asked
from tests.chat_server.steps import Call

SIZES = (3, 1, 4, 1, 5, 2)  # of the pieces, so that words and marks are cut anywhere


@dataclass
class Said:
    """What was said so far."""

    asked: Asked
    text: str = ""
    refusal: str = ""
    calls: list[Call] = field(default_factory=list)

    @property
    def read(self) -> int:
        """As many tokens as the prompt has words."""
        return len(self.asked.prompt.split())

    @property
    def written(self) -> int:
        """As many tokens as the reply has words, and one for each call."""
        return len((self.text + self.refusal).split()) + len(self.calls)


class Speech(Protocol):
    """The bytes of a protocol."""

    streamed_as: str  # the media type of a stream

    def opening(self) -> bytes: ...
    def text(self, piece: str) -> bytes: ...
    def refusal(self, piece: str) -> bytes: ...
    def call(self, number: int, call: Call) -> Iterator[bytes]: ...
    def ending(self, said: Said, reason: str | None) -> bytes: ...
    def whole(self, said: Said, reason: str | None) -> bytes: ...
    def error(self, status: int) -> bytes: ...


def pieces(text: str) -> Iterator[str]:
    """A text cut into pieces of a few characters."""
    start = number = 0
    while start < len(text):
        size = SIZES[number % len(SIZES)]
        yield text[start : start + size]
        start, number = start + size, number + 1

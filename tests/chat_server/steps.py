"""What a script can make the server do; a script is asked once for each request."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from tests.chat_server.asked import Asked


class Gate(Protocol):
    """What one character waits for, such as a threading.Event."""

    def wait(self, timeout: float | None = None, /) -> bool: ...


# -- what is said -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Say:
    """Text, in pieces of a few characters that end anywhere; an empty one sends the headers alone."""

    text: str


@dataclass(frozen=True)
class Drip:
    """Text, one character at a time, each after so many seconds or when the gate is open."""

    text: str
    gate: Gate | float


@dataclass(frozen=True)
class Endless:
    """Text again and again until the client leaves; a reply that is not streamed is never sent."""

    text: str


@dataclass(frozen=True)
class Refuse:
    """A refusal, in a field of its own where the protocol has one and as text where it has none."""

    text: str


@dataclass(frozen=True)
class Call:
    """A tool called; arguments given as a string are sent as they are, so that they need not be JSON."""

    name: str
    arguments: Mapping[str, object] | str = field(default_factory=dict)


@dataclass(frozen=True)
class Garbage:
    """Raw bytes in the body; of a reply that is not streamed they are the body."""

    data: bytes


# -- how it ends --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Finish:
    """The end, with a reason. Where a script just ends the reason is that of its protocol."""

    reason: str = "stop"


@dataclass(frozen=True)
class Cut:
    """The end with no reason: the connection is lost, or (tidy) the body is well closed before its time."""

    tidy: bool = False


@dataclass(frozen=True)
class Hang:
    """Nothing more until the client leaves or the server closes; as the first step not even headers."""


@dataclass(frozen=True)
class Fail:
    """An HTTP error before anything; the body is in the form of the protocol where none is given."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""


Step = Say | Drip | Endless | Refuse | Call | Garbage | Finish | Cut | Hang | Fail
Script = Callable[[Asked], Iterable[Step]]

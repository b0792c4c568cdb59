"""What a client asked of the server, the same whichever protocol it spoke."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Protocol = Literal["openai", "ollama"]


@dataclass(frozen=True)
class Used:
    """A tool that the model called in an earlier turn, as the client tells it back."""

    name: str
    arguments: Mapping[str, object] | str
    id: str | None = None


@dataclass(frozen=True)
class Message:
    """One message of the prompt."""

    role: str
    text: str
    calls: tuple[Used, ...] = ()
    answers: str | None = None  # the id of the call whose result this is


@dataclass(frozen=True)
class Offered:
    """A tool that the model may call, with the JSON schema of its arguments."""

    name: str
    description: str
    schema: Mapping[str, object]


@dataclass(frozen=True)
class Asked:
    """One request for a reply."""

    protocol: Protocol
    path: str
    headers: Mapping[str, str]  # by their names in small letters
    messages: tuple[Message, ...]
    tools: tuple[Offered, ...]
    model: str
    temperature: float | None
    max_tokens: int | None
    stream: bool
    wants_usage: bool = True  # OpenAI's clients ask for it in a stream
    body: bytes = field(default=b"", repr=False)  # as it came, for what is not read here

    @property
    def prompt(self) -> str:
        """All that the model is given to read."""
        return "\n".join(message.text for message in self.messages)

    @property
    def results(self) -> tuple[Message, ...]:
        """What the tools gave."""
        return tuple(message for message in self.messages if message.role == "tool")

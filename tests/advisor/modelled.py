"""An adviser whose writer is a chat model that does what a script tells it to, over a real server."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from advisor.chain import Adviser
from advisor.composing.asking import Asker
from advisor.composing.breaker import Breaker
from advisor.composing.budget import Budget
from advisor.composing.writer import ModelWriter
from advisor.model import ChatModel
from advisor.shelf import Shelves
from tests.chat_server import Asked, Protocol, Say, Script, Step, chat_server

PASSAGE = re.compile(r"^\[(\d+)\] ((?:.(?!\n\n\[|\n>>>))*.)", re.M | re.S)


@dataclass
class Modelled:
    """Makes advisers whose model does what `script` tells it to; the server and its clients serve many tests."""

    shelves: Shelves
    script: Script = field(default=lambda _asked: ())
    pauses: list[float] = field(default_factory=list)  # between two tries, of the adviser made last
    now: float = 0.0  # the breaker's clock
    asked: list[Asked] = field(default_factory=list)  # since the adviser made last
    models: dict[Protocol, ChatModel] = field(default_factory=dict)

    def adviser(
        self,
        script: Script,
        *,
        protocol: Protocol = "openai",
        seconds: float = 20.0,
        evidence_tokens: int = 2500,
        budget: Budget | None = None,
        url: str | None = None,
    ) -> Adviser:
        """An adviser with a writer of its own, which remembers nothing."""
        self.script, self.now = script, 0.0
        self.pauses.clear()
        self.asked.clear()
        model = self.models[protocol] if url is None else ChatModel(f"{protocol}:scripted", url)
        asker = Asker(
            model,
            budget or Budget(Path("never written"), None),
            seconds,
            pause=self.pauses.append,
            chance=lambda: 0.0,
        )
        return Adviser(self.shelves, writer=ModelWriter(asker, Breaker(lambda: self.now), evidence_tokens))


@contextmanager
def modelled(shelves: Shelves) -> Iterator[Modelled]:
    """A server for as long as the block lasts."""
    own = Modelled(shelves)

    def script(asked: Asked) -> Iterable[Step]:
        own.asked.append(asked)
        yield from own.script(asked)

    with chat_server(script) as server:
        own.models["openai"] = ChatModel("openai:scripted", server.openai_url)
        own.models["ollama"] = ChatModel("ollama:scripted", server.ollama_url)
        yield own


def mark(asked: Asked, words: str) -> str:
    """The mark of the first passage of the prompt that has these words, whatever stands between them."""
    for number, passage in PASSAGE.findall(asked.prompt):
        if all(word.casefold() in passage.casefold() for word in words.split()):
            return f"[{number}]"
    raise AssertionError(f"no passage of the prompt has {words!r}")


def sentences(*make: Callable[[Asked], str]) -> Script:
    """Sentences that may look at the prompt for their marks."""

    def script(asked: Asked) -> Iterable[Step]:
        yield Say(" ".join(one(asked) for one in make))

    return script


def repeating_the_draft(asked: Asked) -> Iterable[Step]:
    """A model that says what the embedded writer says, tables aside."""
    found = re.search(r"<<<draft\n(.*?)\n>>>draft", asked.prompt, re.S)
    lines = found[1].splitlines() if found else []
    yield Say("\n".join(line for line in lines if ": " not in line.partition(";")[0] or "; " not in line))

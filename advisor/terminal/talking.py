"""A conversation with a person: questions typed or piped in, and a few commands that begin with a slash."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol

from advisor.answer import Answer
from advisor.chain import Reply
from advisor.conversation import Conversation
from advisor.errors import MessageError
from advisor.message import read_message
from advisor.terminal.screen import Screen

WELCOME = "Ask about what the guides say. /help lists the commands."
COMMANDS = {
    "/sources": "show the passages behind the last answer",
    "/forget KEY": "drop something remembered about you",
    "/new": "begin a new conversation",
    "/quit": "leave, as Ctrl-D does",
}


class Streams(Protocol):
    """Who answers."""

    def stream(self, message: str, conversation: Conversation | None = None) -> Iterator[str | Reply]:
        """The answer's sentences, then the whole reply."""


def chat(adviser: Streams, screen: Screen, lines: Iterator[str]) -> None:
    """Answer line after line until there are no more or one says /quit."""
    screen.say(WELCOME)
    screen.say("")
    talk = Talk(adviser, screen)
    try:
        for line in lines:
            if line.strip() == "/quit":
                break
            talk.hear(line.strip())
    except KeyboardInterrupt:
        screen.say("")
    screen.say("Goodbye.")


def typed_lines(screen: Screen) -> Iterator[str]:
    """What is typed, with the keys to edit it; piped lines are shown as if they had been typed."""
    if not sys.stdin.isatty():
        for line in filter(str.strip, sys.stdin):
            screen.say(f"> {line.strip()}")
            yield line
        return
    if sys.stdout.isatty():
        with suppress(ImportError):  # not on every system
            import readline  # noqa: F401, PLC0415 - it writes to the output, so only where a person types
    with suppress(EOFError):
        while True:
            yield input("> ")
    screen.say("")


class Talk:
    """One conversation, and what its last answer offers to pick from."""

    def __init__(self, adviser: Streams, screen: Screen) -> None:
        self._adviser = adviser
        self._screen = screen
        self._conversation = Conversation()
        self._last: Answer | None = None

    def hear(self, line: str) -> None:
        """Do what a line says: a command, a number to pick, a question."""
        suggestions = self._last.suggestions if self._last else ()
        if line.startswith("/"):
            command, _, rest = line.partition(" ")
            self._obey(command, rest.strip().casefold())
        elif line.isdecimal() and 1 <= int(line) <= len(suggestions):
            self._screen.say(f"> {suggestions[int(line) - 1]}")
            self._ask(suggestions[int(line) - 1])
        elif line:
            self._ask(line)

    def _ask(self, line: str) -> None:
        try:
            message = read_message(line)
        except MessageError as error:
            self._screen.say(f"{error}")
            return
        reply = self._screen.answer(self._adviser.stream(message, self._conversation))
        self._conversation, self._last = reply.conversation, reply.answer
        self._screen.below(reply.answer, numbered=True)

    def _obey(self, command: str, rest: str) -> None:
        match command:
            case "/sources":
                self._screen.passages(self._last.citations if self._last else ())
                if not (self._last and self._last.citations):
                    self._screen.say("The last answer cites nothing.")
            case "/forget":
                self._forget(rest)
            case "/new":
                self._conversation, self._last = Conversation(), None
                self._screen.say("A new conversation: nothing of the last one is remembered.")
            case _:
                self._screen.listed("Commands", [f"{name:<14}{what}" for name, what in COMMANDS.items()])

    def _forget(self, key: str) -> None:
        profile = self._conversation.profile
        if key in {remark.key for remark in profile}:
            self._conversation = self._conversation.without(key)
            self._screen.say(f"Forgotten: {key}.")
        else:
            known = ", ".join(remark.key for remark in profile) or "nothing"
            self._screen.say(f"/forget KEY drops one of: {known}.")

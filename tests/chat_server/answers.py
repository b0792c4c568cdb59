"""An answer on its line, as a stream or in one piece."""

from collections.abc import Mapping
from typing import Protocol

from tests.chat_server.line import Line
from tests.chat_server.speech import Said, Speech, pieces
from tests.chat_server.steps import Call, Fail

LAST = b"0\r\n\r\n"


class Answer(Protocol):
    """What can be done to an answer that is being given."""

    def say(self, piece: str) -> None: ...
    def refuse(self, piece: str) -> None: ...
    def call(self, call: Call) -> None: ...
    def spoil(self, data: bytes) -> None: ...
    def repeat(self, text: str) -> None: ...
    def cut(self, tidy: bool) -> None: ...
    def fail(self, failure: Fail) -> None: ...
    def finish(self, reason: str | None) -> None: ...


class _Begun:
    """What a stream and a whole reply share."""

    def __init__(self, line: Line, speech: Speech, said: Said) -> None:
        self._line, self._speech, self._said = line, speech, said

    def fail(self, failure: Fail) -> None:
        body = failure.body.encode() or self._speech.error(failure.status)
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        self._line.send(head(failure.status, headers | dict(failure.headers)) + body)


class Streamed(_Begun):
    """An answer that is sent as it is said, in chunks; the headers go with the first of them."""

    _opened = False

    def say(self, piece: str) -> None:
        self._said.text += piece
        self._send(self._speech.text(piece) if piece else b"")

    def refuse(self, piece: str) -> None:
        self._said.refusal += piece
        self._send(self._speech.refusal(piece))

    def call(self, call: Call) -> None:
        for data in self._speech.call(len(self._said.calls), call):
            self._send(data)
        self._said.calls.append(call)

    def spoil(self, data: bytes) -> None:
        self._send(data)

    def repeat(self, text: str) -> None:
        while True:
            self._line.check()
            for piece in pieces(text):
                self._send(self._speech.text(piece))

    def cut(self, tidy: bool) -> None:
        self._send(b"")
        if tidy:
            self._line.send(LAST)

    def fail(self, failure: Fail) -> None:
        assert not self._opened, "an HTTP error comes before anything"
        super().fail(failure)

    def finish(self, reason: str | None) -> None:
        self._send(self._speech.ending(self._said, reason), LAST)  # at once: a client may go when it has the end

    def _send(self, data: bytes, after: bytes = b"") -> None:
        if not self._opened:
            self._opened = True
            self._line.send(head(200, {"Content-Type": self._speech.streamed_as, "Transfer-Encoding": "chunked"}))
            self._send(self._speech.opening())
        if data:  # an empty chunk would be the last
            self._line.send(f"{len(data):x}\r\n".encode() + data + b"\r\n" + after)


class Whole(_Begun):
    """An answer that is sent when all of it was said."""

    _spoiled = b""

    def say(self, piece: str) -> None:
        self._said.text += piece

    def refuse(self, piece: str) -> None:
        self._said.refusal += piece

    def call(self, call: Call) -> None:
        self._said.calls.append(call)

    def spoil(self, data: bytes) -> None:
        self._spoiled += data

    def repeat(self, text: str) -> None:
        self._line.hang()

    def cut(self, tidy: bool) -> None:
        body = self._speech.whole(self._said, None)
        half = body[: len(body) // 2]
        self._send(half, len(half) if tidy else len(body))

    def finish(self, reason: str | None) -> None:
        body = self._spoiled or self._speech.whole(self._said, reason)
        self._send(body, len(body))

    def _send(self, body: bytes, length: int) -> None:
        self._line.send(head(200, {"Content-Type": "application/json", "Content-Length": str(length)}) + body)


def head(status: int, headers: Mapping[str, str]) -> bytes:
    """The head of a response, after which the connection is closed."""
    lines = [f"HTTP/1.1 {status} {status}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode()

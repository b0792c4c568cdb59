"""Ollama's chat, whole and as lines of JSON."""

import json
from collections.abc import Iterator, Mapping

from tests.chat_server.speech import Said
from tests.chat_server.steps import Call

TAGS = b'{"models": [{"name": "any:latest", "model": "any:latest", "size": 1, "digest": "0", "details": {}}]}'
ESCAPED = {0x2028: r"\u2028", 0x2029: r"\u2029"}  # as Ollama does; its client takes them for the end of a line
BEGUN = "2026-01-01T00:00:00Z"


class OllamaSpeech:
    """One chat. It has no field for refusals, and its tool calls come in one piece."""

    streamed_as = "application/x-ndjson"

    def __init__(self, model: str) -> None:
        self._model = model

    def opening(self) -> bytes:
        return b""

    def text(self, piece: str) -> bytes:
        return self._line({"content": piece}, done=False)

    refusal = text

    def call(self, number: int, call: Call) -> Iterator[bytes]:
        yield self._line({"content": "", "tool_calls": [_tool_call(call)]}, done=False)

    def ending(self, said: Said, reason: str | None) -> bytes:
        return self._line({"content": ""}, done=True, **_last(said, reason))

    def whole(self, said: Said, reason: str | None) -> bytes:
        """The reply of a request that did not ask for a stream."""
        calls = {"tool_calls": [_tool_call(call) for call in said.calls]} if said.calls else {}
        return self._line({"content": said.text + said.refusal, **calls}, done=True, **_last(said, reason))

    def error(self, status: int) -> bytes:
        return json.dumps({"error": f"failed with {status}"}).encode()

    def _line(self, message: Mapping[str, object], **more: object) -> bytes:
        said = {"model": self._model, "created_at": BEGUN, "message": {"role": "assistant", **message}, **more}
        return json.dumps(said, ensure_ascii=False).translate(ESCAPED).encode() + b"\n"


def _tool_call(call: Call) -> dict[str, object]:
    return {"function": {"name": call.name, "arguments": call.arguments}}


def _last(said: Said, reason: str | None) -> dict[str, object]:
    counts = {"prompt_eval_count": said.read, "eval_count": said.written}
    times = {"total_duration": 4, "load_duration": 1, "prompt_eval_duration": 1, "eval_duration": 2}
    return {"done_reason": reason or "stop", **counts, **times}

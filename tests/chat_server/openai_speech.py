"""OpenAI's chat completions, whole and streamed."""

import json
from collections.abc import Iterator, Mapping

from tests.chat_server.speech import Said, pieces
from tests.chat_server.steps import Call

MODELS = b'{"object": "list", "data": [{"id": "any", "object": "model", "created": 0, "owned_by": "tests"}]}'
DONE = b"data: [DONE]\n\n"


class OpenaiSpeech:
    """One chat completion."""

    streamed_as = "text/event-stream"

    def __init__(self, model: str, wants_usage: bool) -> None:
        self._model = model
        self._wants_usage = wants_usage

    def opening(self) -> bytes:
        return self._delta({"role": "assistant", "content": ""})

    def text(self, piece: str) -> bytes:
        return self._delta({"content": piece})

    def refusal(self, piece: str) -> bytes:
        return self._delta({"refusal": piece})

    def call(self, number: int, call: Call) -> Iterator[bytes]:
        """The name first, then the arguments in pieces."""
        begun = {"index": number, **_tool_call(number, Call(call.name, ""))}
        yield self._delta({"tool_calls": [begun]})
        for piece in pieces(_arguments(call)):
            yield self._delta({"tool_calls": [{"index": number, "function": {"arguments": piece}}]})

    def ending(self, said: Said, reason: str | None) -> bytes:
        finish = self._delta({}, _reason(said, reason))
        usage = self._event([], usage=_usage(said)) if self._wants_usage else b""
        return finish + usage + DONE

    def whole(self, said: Said, reason: str | None) -> bytes:
        """The reply of a request that did not ask for a stream."""
        calls = [_tool_call(number, call) for number, call in enumerate(said.calls)]
        message = {"role": "assistant", "content": said.text or None, "refusal": said.refusal or None}
        choice = {"index": 0, "message": message | ({"tool_calls": calls} if calls else {}), "logprobs": None}
        choice["finish_reason"] = _reason(said, reason)
        return json.dumps(self._object("chat.completion", [choice], usage=_usage(said))).encode()

    def error(self, status: int) -> bytes:
        return json.dumps(
            {"error": {"message": f"failed with {status}", "type": "server_error", "code": None}}
        ).encode()

    def _delta(self, delta: Mapping[str, object], reason: str | None = None) -> bytes:
        return self._event([{"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}])

    def _event(self, choices: list[object], **more: object) -> bytes:
        event = self._object("chat.completion.chunk", choices, **more)
        return f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()

    def _object(self, kind: str, choices: list[object], **more: object) -> dict[str, object]:
        return {"id": "chatcmpl-1", "object": kind, "created": 0, "model": self._model, "choices": choices, **more}


def _tool_call(number: int, call: Call) -> dict[str, object]:
    function = {"name": call.name, "arguments": _arguments(call)}
    return {"id": f"call_{number}", "type": "function", "function": function}


def _arguments(call: Call) -> str:
    return call.arguments if isinstance(call.arguments, str) else json.dumps(call.arguments)


def _reason(said: Said, reason: str | None) -> str:
    return reason or ("tool_calls" if said.calls else "stop")


def _usage(said: Said) -> dict[str, int]:
    total = said.read + said.written
    return {"prompt_tokens": said.read, "completion_tokens": said.written, "total_tokens": total}

"""A request's body read, in either protocol."""

from collections.abc import Mapping

from pydantic import BaseModel, Field

from tests.chat_server.asked import Asked, Message, Offered, Used

OPENAI_PATH = "/v1/chat/completions"
OLLAMA_PATH = "/api/chat"


class _Part(BaseModel):
    text: str = ""


class _Function(BaseModel):
    name: str
    arguments: dict[str, object] | str = ""
    description: str = ""
    parameters: dict[str, object] = {}


class _Tool(BaseModel):
    function: _Function
    id: str | None = None


class _Message(BaseModel):
    role: str
    content: str | list[_Part] | None = None
    tool_calls: list[_Tool] | None = None
    tool_call_id: str | None = None

    def read(self) -> Message:
        said = self.content or ""
        text = said if isinstance(said, str) else "".join(part.text for part in said)
        calls = [Used(call.function.name, call.function.arguments, call.id) for call in self.tool_calls or ()]
        return Message(self.role, text, tuple(calls), self.tool_call_id)


class _StreamOptions(BaseModel):
    include_usage: bool = False


class _Options(BaseModel):
    temperature: float | None = None
    num_predict: int | None = None


class _Body(BaseModel):
    model: str
    messages: list[_Message]
    tools: list[_Tool] | None = None

    def offered(self) -> tuple[Offered, ...]:
        found = [tool.function for tool in self.tools or ()]
        return tuple(Offered(tool.name, tool.description, tool.parameters) for tool in found)

    def told(self) -> tuple[Message, ...]:
        return tuple(message.read() for message in self.messages)


class _OpenaiBody(_Body):
    stream: bool = False
    temperature: float | None = None
    max_tokens: int | None = None
    max_completion_tokens: int | None = None
    stream_options: _StreamOptions = Field(default_factory=_StreamOptions)


class _OllamaBody(_Body):
    stream: bool = True
    options: _Options = Field(default_factory=_Options)


def read_openai(headers: Mapping[str, str], body: bytes) -> Asked:
    """A request for a chat completion."""
    read = _OpenaiBody.model_validate_json(body)
    most = read.max_completion_tokens if read.max_tokens is None else read.max_tokens
    told, usage = read.told(), read.stream_options.include_usage
    sent = (read.model, read.temperature, most, read.stream, usage, body)
    return Asked("openai", OPENAI_PATH, headers, told, read.offered(), *sent)


def read_ollama(headers: Mapping[str, str], body: bytes) -> Asked:
    """A request for a chat."""
    read = _OllamaBody.model_validate_json(body)
    sent = (read.model, read.options.temperature, read.options.num_predict, read.stream, True, body)
    return Asked("ollama", OLLAMA_PATH, headers, read.told(), read.offered(), *sent)

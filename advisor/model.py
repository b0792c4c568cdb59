"""The one door to chat models: any that LangChain's `init_chat_model` can reach."""

import json
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from langsmith import tracing_context

from advisor.errors import (
    BusyModelError,
    CutModelError,
    DeclinedModelError,
    EmptyModelError,
    LateModelError,
    ModelError,
    RefusedModelError,
    UnreachableModelError,
)
from advisor.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk, BaseMessage

OPENAI = "https://api.openai.com/v1"  # said, so that nothing in the environment can send questions elsewhere
NO_KEY = "none"  # servers of one's own ask for none, and the client insists on one
OLLAMA, ANTHROPIC = "http://127.0.0.1:11434", "https://api.anthropic.com"
WHOLE = {"stop", "end_turn", "stop_sequence", "tool_calls", "tool_use", "function_call"}  # a reply has come to its end,
DECLINED = {"content_filter", "refusal", "safety", "recitation", "blocklist", "prohibited_content"}  # or will not come
TELLS = ("openai:", "ollama:", "anthropic:")  # vendors whose replies never end without a reason
LETTERS = 8  # of a token, at the most
ROOM = 4096  # tokens beside the evidence and the reply: instructions, the conversation, the draft
TRY_AGAIN = {408, 409, 425, 429, 500, 502, 503, 504, 529}


@dataclass(frozen=True)
class Call:
    """A look-up that the model asks for; `arguments` is None where they cannot be read."""

    id: str
    name: str
    arguments: Mapping[str, Any] | None


@dataclass(frozen=True)
class Said:
    """One message of the talk with a model."""

    role: Literal["system", "user", "assistant", "tool"]
    text: str
    calls: tuple[Call, ...] = ()  # the assistant's
    answers: str | None = None  # the id of the call that a tool's message answers


@dataclass(frozen=True)
class Tool:
    """A look-up that the model may ask for: its name, what it is for, its arguments as JSON schema."""

    name: str
    description: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Heard:
    """A piece of what the model says; calls and tokens come with the last one."""

    text: str = ""
    calls: tuple[Call, ...] = ()
    tokens: tuple[int, int] | None = None  # read and written, where the vendor tells


@dataclass(frozen=True)
class ChatModel:
    """A chat model by its name, such as `openai:NAME`."""

    name: str
    url: str | None = field(default=None, repr=False)
    key: str | None = field(default=None, repr=False)
    timeout: float = 30.0  # of one wait for a piece; the whole is the writer's to limit
    temperature: float = 0.0
    tokens: int = 700  # of one reply
    window: int = 8192  # tokens that a model which is told so has room for
    tracing: bool = False

    def reply(self, instructions: str, message: str) -> str:
        """What the model says to a message, whole; ModelError where it says nothing whole."""
        talk = (Said("system", instructions), Said("user", message))
        return "".join(heard.text for heard in self.stream(talk))

    def stream(self, talk: Sequence[Said], tools: Sequence[Tool] = ()) -> Generator[Heard, None, None]:
        """The next message of a talk as it comes; ModelError where it does not come to its end.

        It blocks, and the caller's thread is the one that waits.
        """
        with tracing_context(enabled=self.tracing):  # whatever the environment holds
            whole: AIMessageChunk | None = None
            reason = ""
            chunk: AIMessageChunk
            room = LETTERS * self.tokens  # of text and calls; more is no answer
            try:
                model = self._client.bind_tools([_offered(tool) for tool in tools]) if tools else self._client
                for chunk in model.stream([_put(said) for said in talk]):  # type: ignore[assignment]
                    reason = _reason(chunk) or reason
                    whole = chunk if whole is None else whole + chunk
                    room -= len(str(chunk.text)) + sum(len(one["args"] or "") for one in chunk.tool_call_chunks)
                    if room < 0:
                        raise CutModelError(f"{self.name} says more than ADVISOR_MODEL_TOKENS allows")
                    yield Heard(str(chunk.text))  # an empty one too: who waits may have left
            except ModelError:
                raise
            except Exception as error:  # each vendor has errors of its own
                raise self._translated(error) from error
        yield self._ended(whole, reason)

    @cached_property
    def _client(self) -> "BaseChatModel":
        from langchain.chat_models import init_chat_model  # noqa: PLC0415 - a second of imports that most never need

        try:
            return init_chat_model(
                self.name, **{"base_url": self.url, "temperature": self.temperature} | self._of_vendor()
            )
        except Exception as error:  # an unknown vendor, or one whose package is not installed
            why = f"{self.name} cannot be used ({type(error).__name__}): see ADVISOR_MODEL"
            raise RefusedModelError(why) from error

    def _of_vendor(self) -> dict[str, Any]:
        """What vendors call by names of their own; those that they do not know they ignore without a word."""
        if self.name.startswith("ollama:"):
            headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
            asks = {"timeout": self.timeout, "headers": headers}
            own = {"num_predict": self.tokens, "num_ctx": self.window, "client_kwargs": asks}
            return {"base_url": self.url or OLLAMA, **own}
        more: dict[str, Any] = {"api_key": self.key or (NO_KEY if self.url else None)}
        if self.name.startswith("anthropic:"):
            more["base_url"] = self.url or ANTHROPIC
        if self.name.startswith("openai:"):
            more |= {"stream_usage": True, "use_responses_api": False, "base_url": self.url or OPENAI}
        return {"timeout": self.timeout, "max_retries": 0, "max_tokens": self.tokens, **more}

    def _ended(self, whole: "AIMessageChunk | None", reason: str) -> Heard:
        """The calls and tokens of a message that came to its end."""
        if whole is None:
            raise CutModelError(f"{self.name} said nothing")
        if whole.additional_kwargs.get("refusal") or reason in DECLINED:
            raise DeclinedModelError(f"{self.name} will not answer this")
        if reason not in WHOLE and (reason or self.name.startswith(TELLS)):
            raise CutModelError(f"{self.name} did not finish its reply")
        calls = [Call(one["id"] or "", one["name"] or "", _arguments(one["args"])) for one in whole.tool_call_chunks]
        if not calls and not str(whole.text).strip():
            raise EmptyModelError(f"{self.name} said nothing")
        used = whole.usage_metadata
        return Heard(calls=tuple(calls), tokens=(used["input_tokens"], used["output_tokens"]) if used else None)

    def _translated(self, error: Exception) -> ModelError:
        """A vendor's error by what it means: its status where it has one, else that nobody answered."""
        kind = type(error).__name__
        why = f"{self.name} could not be asked ({kind}): see ADVISOR_MODEL"
        status = getattr(error, "status_code", None)
        if not isinstance(status, int) or status < 100:
            if "timeout" in kind.lower():
                return LateModelError(why)
            return UnreachableModelError(why)
        if status in TRY_AGAIN:
            return BusyModelError(why, _after(error))
        return RefusedModelError(why)


def open_model(settings: Settings) -> ChatModel | None:
    """The chat model that these settings name; None where they name none."""
    if settings.model is None:
        return None
    return ChatModel(
        settings.model,
        settings.model_url,
        settings.model_key,
        settings.model_timeout,
        settings.model_temperature,
        settings.model_tokens,
        ROOM + settings.model_evidence_tokens + settings.model_tokens,
        tracing=settings.tracing == "langsmith",
    )


def _reason(chunk: "AIMessageChunk") -> str:
    """Why a reply ends, in the last piece of it that says so; pieces added up would say it twice."""
    told = chunk.response_metadata
    return str(told.get("finish_reason") or told.get("done_reason") or told.get("stop_reason") or "").casefold()


def _arguments(said: str | None) -> Mapping[str, Any] | None:
    """A call's arguments as they were said: clients mend what was cut short, and what is mended was not asked for."""
    try:
        found = json.loads(said or "{}")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _after(error: Exception) -> float | None:
    """How many seconds a busy server asks to be left alone."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        return float(headers.get("retry-after", ""))
    except ValueError:  # a date, or nonsense
        return None


def _offered(tool: Tool) -> dict[str, Any]:
    about = {"name": tool.name, "description": tool.description, "parameters": dict(tool.arguments)}
    return {"type": "function", "function": about}


def _put(said: Said) -> "BaseMessage":
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage  # noqa: PLC0415 - as above

    match said.role:
        case "system":
            return SystemMessage(said.text)
        case "user":
            return HumanMessage(said.text)
        case "assistant":
            calls: Any = [{"id": one.id, "name": one.name, "args": dict(one.arguments or {})} for one in said.calls]
            return AIMessage(said.text, tool_calls=calls)
        case "tool":
            return ToolMessage(said.text, tool_call_id=said.answers or "")

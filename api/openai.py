"""`/v1/chat/completions` and `/v1/models`: what OpenAI's clients speak; the messages sent are the conversation, nothing is kept."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import aclosing
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StrictBool

from advisor import MessageError
from advisor.bootstrap import Conversation, Reply, ReplyModel, read_message, reply_model
from api.described import problems
from api.errors import CannotAnswerError, UnknownModelError, WrongRequestError
from api.events import event_response, line_of
from api.gone import unless_gone
from api.problems import as_problem, translated
from api.relay import relay
from api.services import Services
from api.storage.records import new_id

MODEL = "advisor"
MOST_TURNS = 50
STREAM = (
    'data: {"id": "chatcmpl-…", "object": "chat.completion.chunk", "choices": [{"delta": {"content": "…"}}]}\n\n'
    'data: {"id": "chatcmpl-…", "choices": [{"delta": {}, "finish_reason": "stop"}], "advisor": {"…": "…"}}\n\n'
    "data: [DONE]\n\n"
)
NUL = "\x00"


class TextPart(BaseModel):
    """A part of a message."""

    model_config = ConfigDict(extra="ignore")

    type: Literal["text"]
    text: str


class ChatMessage(BaseModel):
    """A message of the conversation; those of the assistant are history, never evidence."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | tuple[TextPart, ...] | None = None

    @property
    def text(self) -> str:
        """The words of the message."""
        if isinstance(self.content, tuple):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class CompletionRequest(BaseModel):
    """The request of OpenAI's API; what a model without sampling cannot use is ignored."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={
            "examples": [{"model": MODEL, "messages": [{"role": "user", "content": "purdue credits?"}]}]
        },
    )

    model: str = MODEL
    messages: Annotated[tuple[ChatMessage, ...], Field(min_length=1, max_length=4 * MOST_TURNS)]
    stream: StrictBool | None = False
    n: Literal[1] | None = None


class Choice(BaseModel):
    """The one choice."""

    index: int = 0
    message: dict[str, str]
    finish_reason: Literal["stop"] = "stop"


class Completion(BaseModel):
    """The reply in OpenAI's form; the whole native reply is in `advisor`."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL
    choices: tuple[Choice, ...]
    advisor: ReplyModel


class Model(BaseModel):
    """A model."""

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = MODEL


class Models(BaseModel):
    """All models: there is one."""

    object: Literal["list"] = "list"
    data: tuple[Model, ...]


def openai_routes(services: Services) -> APIRouter:
    """The routes, over these services."""
    router = APIRouter(tags=["OpenAI-compatible"])

    @router.post(
        "/v1/chat/completions",
        operation_id="createChatCompletion",
        response_model=Completion,
        responses={
            200: {"content": {"text/event-stream": {"example": STREAM}}},
            **problems(400, 413, 415, 422, 429, 500, 503),
        },
    )
    async def complete(request: Request, asked: CompletionRequest) -> Response:
        """Answer the last user message, the earlier ones being its conversation."""
        services.check_ready()
        questions = _questions(asked.messages)
        events = relay(lambda: _answer(services, questions), services.pool)
        if asked.stream:
            return event_response(_chunks(events), services.metrics)
        reply = await unless_gone(request, _last(events))
        if reply is None:
            return Response(status_code=499)
        native = reply_model(reply, new_id(), new_id())
        choice = Choice(message={"role": "assistant", "content": native.answer})
        done = Completion(
            id=f"chatcmpl-{native.message_id}", created=int(time.time()), choices=(choice,), advisor=native
        )
        return Response(done.model_dump_json(), media_type="application/json")

    @router.get("/v1/models", operation_id="listModels", responses=problems(429))
    async def models() -> Models:
        """List the models: there is one."""
        return Models(data=(Model(id=MODEL),))

    @router.get("/v1/models/{model}", operation_id="retrieveModel", responses=problems(404, 422, 429))
    async def model(model: Annotated[str, Path(max_length=200, examples=[MODEL])]) -> Model:
        """Give the one model."""
        if model != MODEL:
            raise UnknownModelError(f"the one model is {MODEL}")
        return Model(id=model)

    return router


def _questions(messages: Sequence[ChatMessage]) -> tuple[str, ...]:
    """What the person said, the question last; each is held to what a message may be."""
    if messages[-1].role != "user":
        raise WrongRequestError("messages: the last one must be the user's")
    said = [message.text.replace(NUL, "\ufffd") for message in messages if message.role == "user"][-MOST_TURNS:]
    try:
        return (*(read_message(text) for text in said[:-1] if text.strip()), read_message(said[-1]))
    except MessageError as error:
        raise WrongRequestError(f"messages: {error}") from error


def _answer(services: Services, questions: Sequence[str]) -> Generator[str | Reply, None, None]:
    """The conversation gone through again, and its last question answered."""
    conversation = Conversation()
    for question in questions[:-1]:
        conversation = services.adviser.recall(question, conversation)
        yield ""  # somewhere to stop when the client has left
    for piece in services.adviser.stream(questions[-1], conversation):
        if isinstance(piece, Reply):
            services.metrics.replied(piece.answer)
        yield piece


async def _last(events: AsyncGenerator[str | Reply, None]) -> Reply:
    async with aclosing(events):
        async for event in events:
            if isinstance(event, Reply):
                return event
    raise CannotAnswerError("the question could not be answered")


async def _chunks(events: AsyncGenerator[str | Reply, None]) -> AsyncGenerator[bytes, None]:
    """The reply as OpenAI's chunks; the last one carries the native reply."""
    native_id, created = new_id(), int(time.time())

    def chunk(delta: dict[str, str], reason: str | None = None, **more: Any) -> bytes:
        body = {
            "id": f"chatcmpl-{native_id}",
            "object": "chat.completion.chunk",
            "created": created,
            "model": MODEL,
            "choices": [{"index": 0, "delta": delta, "finish_reason": reason}],
            **more,
        }
        return line_of(None, json.dumps(body, ensure_ascii=False))

    try:
        yield chunk({"role": "assistant", "content": ""})
        async with aclosing(events):
            async for event in events:
                if isinstance(event, Reply):
                    native = reply_model(event, new_id(), native_id).model_dump(mode="json")
                    yield chunk({}, "stop", advisor=native)
                elif event:
                    yield chunk({"content": event})
        yield line_of(None, "[DONE]")
    except asyncio.CancelledError:
        raise
    except Exception as error:  # after the first byte the stream itself must say it, as OpenAI's clients expect
        problem = as_problem(translated(error))
        yield line_of(
            None,
            json.dumps({"error": {"message": problem["detail"], "type": problem["type"], "code": problem["status"]}}),
        )

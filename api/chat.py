"""`POST /v1/chat`: a question in, the whole reply out, at once or as it is written."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse
from pydantic import StringConstraints
from pydantic.json_schema import SkipJsonSchema

from advisor.bootstrap import ReplyModel
from api.described import CHAT_RESPONSES, problems
from api.desk import Event, Finished
from api.errors import BusyConversationError, CannotAnswerError
from api.events import event_response, native
from api.gone import unless_gone
from api.relay import relay
from api.services import Services
from api.storage.records import Begun
from api.wire import ChatRequest

WAIT, STEP = 5.0, 0.05  # seconds that a second question waits for the first, and between two looks
Key = Annotated[str, StringConstraints(min_length=16, max_length=200, pattern=r"^[\x21-\x7e]+$")]


def chat_routes(services: Services) -> APIRouter:
    """The route, over these services."""
    router = APIRouter(tags=["chat"])

    @router.post(
        "/v1/chat",
        operation_id="chat",
        summary="Ask a question",
        response_model=ReplyModel,
        responses={**CHAT_RESPONSES, **problems(400, 404, 409, 413, 415, 422, 429, 500, 503)},
    )
    async def chat(
        request: Request,
        asked: ChatRequest,
        idempotency_key: Annotated[
            Key | SkipJsonSchema[None],
            Header(
                description="The same key with the same request gives the stored reply; 16 characters or more, such as a UUID."
            ),
        ] = None,
    ) -> Response:
        """Answer a question from the guides. With `Accept: text/event-stream` the reply streams."""
        services.check_ready()
        begun = await begin(services, asked, idempotency_key)
        events = relay(lambda: services.desk.answer(begun, asked.message), services.pool)
        if wants_stream(request):
            return event_response(native(events), services.metrics)
        reply = await unless_gone(request, finished(events))
        return Response(reply.model_dump_json(), media_type="application/json") if reply else JSONResponse(None, 499)

    return router


async def begin(services: Services, asked: ChatRequest, key: str | None) -> Begun:
    """The question stored; one that comes while another of its conversation is answered waits for a while."""
    loop = asyncio.get_running_loop()
    until = loop.time() + WAIT
    while True:
        try:
            return await loop.run_in_executor(
                services.pool, services.desk.begin, asked.conversation_id, asked.message, key
            )
        except BusyConversationError:
            if loop.time() >= until:
                raise
            await asyncio.sleep(STEP)


async def finished(events: AsyncGenerator[Event, None]) -> ReplyModel:
    """The reply at the end of some events."""
    async with aclosing(events):
        async for event in events:
            if isinstance(event, Finished):
                return event.reply
    raise CannotAnswerError("the question could not be answered")


def wants_stream(request: Request) -> bool:
    """Whether the client asks for events rather than for JSON."""
    return "text/event-stream" in request.headers.get("accept", "")

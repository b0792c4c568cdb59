"""Server-sent events: named, with JSON as data, and a comment now and then so that nobody hangs up."""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event
from pydantic import BaseModel, TypeAdapter

from advisor import Citation, Note
from advisor.bootstrap import ReplyModel
from api.desk import Event, Finished, Said, Started
from api.metrics import Metrics
from api.problems import as_problem, translated

HEARTBEAT = 15.0  # seconds
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
CITATION, NOTE = TypeAdapter(Citation), TypeAdapter(Note)


def event_response(lines: AsyncGenerator[bytes, None], metrics: Metrics) -> StreamingResponse:
    """A stream of events as a response, with heartbeats; it is counted while it flows."""
    return StreamingResponse(_counted(with_heartbeat(lines), metrics), media_type="text/event-stream", headers=HEADERS)


async def native(events: AsyncGenerator[Event, None]) -> AsyncGenerator[bytes, None]:
    """The events of the contract: start, delta, citation, table, note, done; a failure is a problem event."""
    try:
        async with aclosing(events):
            async for event in events:
                for line in _lines(event):
                    yield line
    except Exception as error:  # after the first byte no handler can: the stream itself says it
        yield line_of("problem", json.dumps(as_problem(translated(error))))


async def with_heartbeat(lines: AsyncGenerator[bytes, None], every: float = HEARTBEAT) -> AsyncGenerator[bytes, None]:
    """The lines, with a comment whenever there was none for a while; leaving early closes what is behind."""
    async with aclosing(lines):
        while True:
            following = asyncio.ensure_future(anext(lines))
            try:
                while not (await asyncio.wait({following}, timeout=every))[0]:
                    yield format_sse_event(comment="waiting")
                yield following.result()
            except StopAsyncIteration:
                return
            finally:
                if not following.done():
                    following.cancel()
                    await asyncio.wait({following})


async def _counted(lines: AsyncGenerator[bytes, None], metrics: Metrics) -> AsyncGenerator[bytes, None]:
    metrics.streaming(1)
    try:
        async with aclosing(lines):
            async for line in lines:
                yield line
    finally:
        metrics.streaming(-1)


def line_of(event: str | None, data: str) -> bytes:
    """One event."""
    return format_sse_event(event=event, data_str=data)


def _lines(event: Event) -> Iterator[bytes]:
    match event:
        case Started(conversation_id, message_id):
            yield line_of("start", json.dumps({"conversation_id": conversation_id, "message_id": message_id}))
        case Said(text):
            yield line_of("delta", json.dumps({"text": text}, ensure_ascii=False))
        case Finished(reply):
            yield from _attachments(reply)
            yield line_of("done", reply.model_dump_json())


def _attachments(reply: ReplyModel) -> Iterator[bytes]:
    for citation in reply.citations:
        yield line_of("citation", CITATION.dump_json(citation).decode())
    if reply.table:
        yield line_of("table", _json(reply.table))
    for note in reply.notes:
        yield line_of("note", NOTE.dump_json(note).decode())


def _json(model: BaseModel) -> str:
    return model.model_dump_json()

"""What the OpenAPI description says of replies and problems, so that a client can be generated from it."""

from typing import Any

from fastapi import FastAPI

from advisor.bootstrap import ReplyModel
from api.errors import ApiError
from api.problems import MEDIA_TYPE, TYPE
from api.wire import Problem

Responses = dict[int | str, dict[str, Any]]

STREAM = (
    'event: start\ndata: {"conversation_id": "…", "message_id": "…"}\n\n'
    'event: delta\ndata: {"text": "Purdue costs ~$22,500 in total [1]."}\n\n'
    'event: citation\ndata: {"number": 1, "guide": "online-guide", "…": "…"}\n\n'
    'event: done\ndata: {"status": "answered", "answer": "…", "…": "…"}\n\n'
)
CHAT_RESPONSES: Responses = {
    200: {
        "model": ReplyModel,
        "description": "The reply; as events start, delta, citation, table, note, done or problem where they are asked for. "
        "The deltas joined equal the answer.",
        "content": {"text/event-stream": {"example": STREAM}},
    }
}


def describe_problems(app: FastAPI) -> None:
    """Problems come as problems alone: the framework says of every model that it may come as plain JSON too."""
    described = app.openapi

    def openapi() -> dict[str, Any]:
        schema = described()
        for operations in schema["paths"].values():
            for operation in operations.values():
                for response in operation["responses"].values():
                    if MEDIA_TYPE in response.get("content", {}):
                        response["content"].pop("application/json", None)
        return schema

    app.openapi = openapi  # type: ignore[method-assign]


def _kinds(root: type[ApiError] = ApiError) -> list[type[ApiError]]:
    return [kind for sub in root.__subclasses__() for kind in (sub, *_kinds(sub))]


def problems(*statuses: int) -> Responses:
    """The problems that a route may tell of, with their stable types."""
    return {status: _described(status) for status in statuses}


def _described(status: int) -> dict[str, Any]:
    kinds = [kind for kind in _kinds() if kind.status == status] or [ApiError]
    examples = {
        kind.type: {"value": {"type": TYPE + kind.type, "title": kind.title, "status": status, "detail": "…"}}
        for kind in kinds
    }
    return {
        "model": Problem,
        "description": "; ".join(dict.fromkeys(kind.title for kind in kinds)),
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}},
    }

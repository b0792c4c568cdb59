"""`/v1/conversations` and `/v1/feedback`: read back, forget, mark."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Response

from advisor.bootstrap import ReplyModel
from api.described import problems
from api.services import Services
from api.storage.records import Kept
from api.wire import PRINTED, FeedbackRequest, Id, KeptConversation, KeptMessage

OfConversation = Annotated[Id, Path(description="From a reply.")]
Key = Annotated[
    str,
    Path(
        min_length=1, max_length=200, pattern=PRINTED, description="The key of a remembered fact.", examples=["budget"]
    ),
]


def conversation_routes(services: Services) -> APIRouter:
    """The routes, over these services."""
    router = APIRouter(tags=["conversations"])

    @router.get(
        "/v1/conversations/{conversation_id}", operation_id="readConversation", responses=problems(404, 422, 429, 503)
    )
    def read(conversation_id: OfConversation) -> KeptConversation:
        """Give back what was said."""
        kept = services.records.read(conversation_id)
        return KeptConversation(conversation_id=conversation_id, messages=tuple(map(_message, kept)))

    @router.delete(
        "/v1/conversations/{conversation_id}",
        operation_id="deleteConversation",
        status_code=204,
        response_class=Response,
        responses=problems(404, 422, 429, 503),
    )
    def delete(conversation_id: OfConversation) -> None:
        """Delete a conversation with all that belongs to it."""
        services.records.delete(conversation_id)
        services.memory.forget(conversation_id)

    @router.delete(
        "/v1/conversations/{conversation_id}/profile/{key}",
        operation_id="forgetFact",
        status_code=204,
        response_class=Response,
        responses=problems(404, 422, 429, 503),
    )
    def forget(conversation_id: OfConversation, key: Key) -> None:
        """Drop one remembered fact; later replies know nothing of it."""
        services.records.forget(conversation_id, key)

    @router.post(
        "/v1/feedback",
        operation_id="rateReply",
        status_code=204,
        response_class=Response,
        responses=problems(400, 404, 413, 415, 422, 429, 503),
    )
    def rate(feedback: FeedbackRequest) -> None:
        """Say how a reply was found; the last word counts."""
        services.records.rate(feedback.message_id, feedback.rating, feedback.comment)
        services.metrics.rated(feedback.rating)

    return router


def _message(kept: Kept) -> KeptMessage:
    asked = datetime.fromtimestamp(kept.asked, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return KeptMessage.model_validate(
        {
            "message_id": kept.message_id,
            "message": kept.message,
            "asked": asked,
            "milliseconds": kept.milliseconds,
            "rating": kept.rating,
            "reply": ReplyModel.model_validate_json(kept.reply) if kept.reply else None,
        }
    )

"""`/v1/admin/gaps`: what the guides could not answer; there only where an admin key is set."""

import hmac
from datetime import UTC, datetime
from typing import Annotated

import numpy as np
from fastapi import APIRouter, Depends, Query
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field

from api.described import problems
from api.errors import NotAllowedError
from api.gaps import Gap, find_gaps
from api.services import Services

KEY = HTTPBearer(auto_error=False, description="ADVISOR_ADMIN_KEY")


class GapModel(BaseModel):
    """Questions that mean about the same and were not answered, or marked down."""

    question: str
    asked: int
    marked_down: int
    last_asked: str = Field(description="ISO 8601, UTC")
    others: tuple[str, ...] = Field(description="The same asked in other words.")


def admin_routes(services: Services, admin_key: str) -> APIRouter:
    """The routes, over these services and behind this key."""
    router = APIRouter(tags=["admin"])

    def allowed(given: Annotated[HTTPAuthorizationCredentials | None, Depends(KEY)]) -> None:
        told = given.credentials if given else ""
        if not hmac.compare_digest(told.encode(), admin_key.encode()):
            raise NotAllowedError("send the key as `Authorization: Bearer …`")

    @router.get(
        "/v1/admin/gaps",
        operation_id="listGaps",
        dependencies=[Depends(allowed)],
        responses=problems(401, 422, 429, 503),
    )
    def gaps(
        days: Annotated[int, Query(ge=1, le=3650, description="How far back to look.")] = 30,
    ) -> tuple[GapModel, ...]:
        """List what people asked that the guides did not answer, most frequent first."""
        shelf = services.shelf()
        return tuple(
            map(as_model, find_gaps(services.records.missed(days), lambda texts: np.stack(shelf.vectors(texts))))
        )

    return router


def as_model(gap: Gap) -> GapModel:
    """A gap as it goes over the wire."""
    last = datetime.fromtimestamp(gap.last_asked, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return GapModel(
        question=gap.question, asked=gap.asked, marked_down=gap.marked_down, last_asked=last, others=gap.others
    )

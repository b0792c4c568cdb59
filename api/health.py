"""`/health` and `/metrics`: whether the process lives, whether it can answer, and how it has done."""

from fastapi import APIRouter, Response

from api.described import problems
from api.metrics import MEDIA_TYPE
from api.services import Services
from api.wire import Health


def health_routes(services: Services) -> APIRouter:
    """The routes, over these services."""
    router = APIRouter(tags=["health"])

    @router.get("/health/live", operation_id="live")
    async def live() -> Health:
        """Say that the process lives."""
        return Health(status="live")

    @router.get("/health/ready", operation_id="ready", responses=problems(503))
    def ready() -> Health:
        """Say that the index is loaded and its manifest holds."""
        return Health(status="ready", index=services.shelf().edition.manifest.id)

    @router.get(
        "/metrics",
        operation_id="metrics",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
    def metrics() -> Response:
        """Give the numbers in Prometheus's form."""
        return Response(services.metrics.text(), media_type=MEDIA_TYPE)

    return router

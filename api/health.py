"""`/health`: whether the process lives, and whether it can answer."""

from fastapi import APIRouter

from api.described import problems
from api.services import Services
from api.wire import Health


def health_routes(services: Services) -> APIRouter:
    """The routes, over these services."""
    router = APIRouter(prefix="/health", tags=["health"])

    @router.get("/live", operation_id="live")
    async def live() -> Health:
        """Say that the process lives."""
        return Health(status="live")

    @router.get("/ready", operation_id="ready", responses=problems(503))
    def ready() -> Health:
        """Say that the index is loaded and its manifest holds."""
        return Health(status="ready", index=services.shelf().edition.manifest.id)

    return router

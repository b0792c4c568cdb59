"""The app: every route over its services, and what stands around all of them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI

from api.chat import chat_routes
from api.conversations import conversation_routes
from api.guides import guide_routes
from api.health import health_routes
from api.problems import add_problem_handlers
from api.services import Services

LARGEST = 64 * 1024  # bytes of a body
ABOUT = """
Questions about a master's degree in machine learning, answered from a small library of guides. Every figure shown stands in
the passage that it cites; where guides disagree, both are shown; where they are silent, the reply says so.
"""

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(services: Services, lifespan: Lifespan | None = None) -> FastAPI:
    """The app over these services."""
    app = FastAPI(
        title="Advisor",
        version="1",
        summary="A conversational adviser that cites the passage behind every claim.",
        description=ABOUT,
        lifespan=lifespan or _nothing,
        max_body_size=LARGEST,
        telemetry={"tracing": False},
    )
    add_problem_handlers(app)
    for routes in (chat_routes, conversation_routes, guide_routes, health_routes):
        app.include_router(routes(services))
    return app


@asynccontextmanager
async def _nothing(_app: FastAPI) -> AsyncIterator[None]:
    yield

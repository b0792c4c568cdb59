"""The app: every route over its services, and what stands around all of them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.cors import CORSMiddleware

from api.admin import admin_routes
from api.around import Around
from api.bodies import LARGEST
from api.chat import chat_routes
from api.conversations import conversation_routes
from api.described import describe_problems
from api.guides import guide_routes
from api.health import health_routes
from api.openai import openai_routes
from api.pages.docs import add_docs
from api.pages.front import add_pages
from api.problems import add_problem_handlers
from api.services import Services
from api.walls import Gate, Walls

ABOUT = """
Questions about a master's degree in machine learning, answered from a small library of guides. Every figure shown stands in
the passage that it cites; where guides disagree, both are shown; where they are silent, the reply says so.
"""

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(
    services: Services, walls: Walls, telemetry: TelemetryConfig, lifespan: Lifespan | None = None
) -> FastAPI:
    """The app over these services, behind these walls."""
    settings = services.settings
    app = FastAPI(
        title="Advisor",
        version="1",
        summary="A conversational adviser that cites the passage behind every claim.",
        description=ABOUT,
        lifespan=lifespan or _nothing,
        redirect_slashes=False,
        telemetry=telemetry,
        docs_url=None,  # FastAPI's own pages draw on other people's servers
        redoc_url=None,
    )
    add_problem_handlers(app)
    describe_problems(app)
    for routes in (chat_routes, openai_routes, conversation_routes, guide_routes, health_routes):
        app.include_router(routes(services))
    add_pages(app, services)
    add_docs(app)
    if settings.admin_key:
        app.include_router(admin_routes(services, settings.admin_key))
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST)  # where nobody said how large it is
    app.add_middleware(Gate, walls=walls)
    if settings.allowed_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.allowed_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Content-Type", "Accept", "Idempotency-Key", "Authorization"],
            expose_headers=["Retry-After", "X-Request-ID"],
            max_age=600,
        )
    app.add_middleware(Around, metrics=services.metrics)
    return app


@asynccontextmanager
async def _nothing(_app: FastAPI) -> AsyncIterator[None]:
    yield

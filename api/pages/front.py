"""`/`: what this is, the widget, the guides and how to embed it; a form that works without JavaScript; `/widget`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from pydantic import ValidationError
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from advisor.bootstrap import ReplyModel
from api.chat import begin, finished
from api.errors import ApiError, NotReadyError
from api.gone import unless_gone
from api.guides import guides_of
from api.pages.markup import blocks
from api.pages.templates import HERE, template
from api.relay import relay
from api.services import Services
from api.wire import ChatRequest

WIDGET = HERE.parent / "widget"
PAGE_FILES = {"page.css": "text/css", "page.js": "text/javascript"}
LOOKS = ("accent", "background", "soft", "ink", "dim", "line", "radius", "font", "height")
PROPERTIES = tuple(f"--advisor-{name}" for name in LOOKS)
PARTS = (
    "bubble", "panel", "header", "heading", "greeting", "suggestion", "log", "question", "answer", "mark", "source", "table",
    "note", "problem", "profile", "form", "input", "send",
)  # fmt: skip
FRESH = {"Cache-Control": "no-cache"}  # asked for again by their ETag: they have no names of their own by version


class Widget(StaticFiles):
    """The widget's files, for pages of any site."""

    def file_response(self, full_path: object, stat_result: object, scope: Scope, status_code: int = 200) -> Response:
        """One file, which a browser asks for again with its ETag."""
        response = super().file_response(full_path, stat_result, scope, status_code)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response


def add_pages(app: FastAPI, services: Services) -> None:
    """Put the pages into the app."""
    app.include_router(_routes(services))
    app.mount("/widget", GZipMiddleware(Widget(directory=WIDGET)))


def _routes(services: Services) -> APIRouter:
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    draw = template("front.html.j2")

    def page(
        request: Request, asked: str = "", reply: ReplyModel | None = None, problem: str = "", status: int = 200
    ) -> HTMLResponse:
        try:
            shelf = services.shelf()
            guides, replies = guides_of(shelf), shelf.knowledge.vocabulary.replies
        except NotReadyError:
            guides, replies = (), {}
        return HTMLResponse(
            draw(
                about=replies.get("about", ""),
                greeting=replies.get("greeting", ""),
                examples=[one.strip() for one in replies.get("examples", "").split("|") if one.strip()],
                guides=guides,
                address=str(request.base_url).rstrip("/"),
                properties=PROPERTIES,
                parts=PARTS,
                asked=asked,
                reply=reply,
                blocks=blocks(reply.answer) if reply else (),
                problem=problem,
            ),
            status,
            FRESH,
        )

    @router.get("/")
    async def front(request: Request) -> HTMLResponse:
        return page(request)

    @router.post("/")
    async def ask(
        request: Request, message: Annotated[str, Form()] = "", conversation_id: Annotated[str | None, Form()] = None
    ) -> Response:
        try:
            asked = ChatRequest(message=message, conversation_id=conversation_id or None)
        except ValidationError as error:
            said = str(error.errors()[0]["msg"]).removeprefix("Value error, ")
            return page(request, message, problem=said, status=422)
        try:
            services.shelf()
            begun = await begin(services, asked, None)
            events = relay(lambda: services.desk.answer(begun, asked.message), services.pool)
            reply = await unless_gone(request, finished(events))
        except ApiError as error:
            return page(request, message, problem=error.detail, status=error.status)
        return page(request, message, reply)

    for name, kind in PAGE_FILES.items():
        router.add_api_route(f"/{name}", _file(HERE / name, kind), response_class=FileResponse)
    return router


def _file(path: Path, kind: str) -> Callable[[], FileResponse]:
    def give() -> FileResponse:
        return FileResponse(path, media_type=kind, headers=FRESH)

    return give

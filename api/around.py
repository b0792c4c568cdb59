"""What stands around every request: a name for it, host and rate checks, security headers, a log line, its metrics."""

import logging
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.bodies import check_content_type
from api.clients import client_of
from api.errors import ApiError, WrongHostError
from api.hosts import is_served
from api.limits import RateLimit
from api.metrics import Metrics
from api.problems import problem_response

LOG = logging.getLogger("api.access")
LIMITED = re.compile(r"/v1/|/$")
PROBED = re.compile(r"/health/")  # by whatever watches over the process, at an address that nobody names
DOCS = re.compile(r"/(?:docs|redoc)\b")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Walls:
    """What is let in."""

    hosts: Sequence[str]
    trusted_proxies: Sequence[str]
    limit: RateLimit


class Around:
    """Stands around the app."""

    def __init__(self, app: ASGIApp, walls: Walls, metrics: Metrics) -> None:
        self._app = app
        self._walls = walls
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id, start, status = secrets.token_hex(8), time.perf_counter(), 499  # a client that left saw no status

        async def named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(MutableHeaders(scope=message), scope["path"], request_id)
            await send(message)

        scope.setdefault("state", {})["request_id"] = request_id
        client = client_of(scope, self._walls.trusted_proxies)
        try:
            await self._check(scope, client)
        except ApiError as error:
            await problem_response(error)(scope, receive, named)
        else:
            await self._app(scope, receive, named)
        finally:
            self._note(scope, status, time.perf_counter() - start, request_id)

    async def _check(self, scope: Scope, client: str) -> None:
        host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
        if not PROBED.match(scope["path"]) and not is_served(host, self._walls.hosts):
            raise WrongHostError("name the host in ADVISOR_ALLOWED_HOSTS if it is yours")
        if (
            LIMITED.match(scope["path"])
            and (scope["path"] != "/" or scope["method"] == "POST")
            and scope["method"] != "OPTIONS"
        ):
            await self._walls.limit.take(client)
        check_content_type(scope)

    def _note(self, scope: Scope, status: int, seconds: float, request_id: str) -> None:
        route = getattr(scope.get("route"), "path", "none")  # the template: paths hold names that nobody may guess
        self._metrics.requested(scope["method"], route, status, seconds)
        told = {"request_id": request_id, "method": scope["method"], "route": route, "status": status}
        LOG.info("request", extra=told | {"milliseconds": round(seconds * 1000, 1)})


def _add_headers(headers: MutableHeaders, path: str, request_id: str) -> None:
    headers["X-Request-ID"] = request_id
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if not DOCS.match(path):
        headers.setdefault("Content-Security-Policy", POLICY)
    if path.startswith("/v1/"):
        headers.setdefault("Cache-Control", "no-store")

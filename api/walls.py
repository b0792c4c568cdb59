"""The walls: host, rate and body are checked before anything else is done, and whatever goes wrong inside is told as a problem."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.bodies import check_body
from api.clients import client_of
from api.errors import ApiError, WrongHostError
from api.hosts import is_served
from api.limits import RateLimit
from api.problems import problem_response, translated

PROBED = re.compile(r"/health/")  # by whatever watches over the process, at an address that nobody names
LIMITED = re.compile(r"/v1/|/$")


@dataclass(frozen=True)
class Walls:
    """What is let in."""

    hosts: Sequence[str]
    trusted_proxies: Sequence[str]
    limit: RateLimit


class Gate:
    """Lets requests in through the walls."""

    def __init__(self, app: ASGIApp, walls: Walls) -> None:
        self._app = app
        self._walls = walls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._check(scope)
            await self._app(scope, receive, watched)
        except ApiError as error:
            await problem_response(error)(scope, receive, send)
        except Exception as error:
            if begun:
                raise
            await problem_response(translated(error))(scope, receive, send)

    async def _check(self, scope: Scope) -> None:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        served = PROBED.match(scope["path"]) or is_served("".join(hosts), self._walls.hosts)
        if len(hosts) > 1 or not served:
            raise WrongHostError("name the host in ADVISOR_ALLOWED_HOSTS if it is yours")
        if (
            LIMITED.match(scope["path"])
            and (scope["path"] != "/" or scope["method"] == "POST")
            and scope["method"] != "OPTIONS"
        ):
            await self._walls.limit.take(client_of(scope, self._walls.trusted_proxies))
        check_body(scope)

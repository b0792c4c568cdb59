"""Errors told as `application/problem+json` (RFC 9457), in one place; no trace and no secret ever leaves here."""

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.types import Scope

from advisor import AdviserError, MessageError
from api.errors import (
    ApiError,
    CannotAnswerError,
    ContentTypeError,
    MethodError,
    NotFoundError,
    NotReadyError,
    TooLargeError,
    UnreadableError,
    WrongRequestError,
)
from index import LibraryError

LOG = logging.getLogger("api")
MEDIA_TYPE = "application/problem+json"
TYPE = "urn:advisor:problem:"
OF_STATUS: Mapping[int, type[ApiError]] = {
    400: UnreadableError, 404: NotFoundError, 405: MethodError, 413: TooLargeError, 415: ContentTypeError,
}  # fmt: skip


def as_problem(error: ApiError) -> dict[str, object]:
    """The members of a problem."""
    return {
        "type": TYPE + error.type,
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        **error.extra,
    }


def translated(error: Exception) -> ApiError:
    """Any error as one that may be told; what was not foreseen is logged and told without its words."""
    match error:
        case ApiError():
            return error
        case RequestValidationError():
            return _wrong_request(error)
        case MessageError():
            return WrongRequestError(str(error))
        case LibraryError():
            LOG.warning("index", extra={"reason": str(error)})
            return NotReadyError("the index cannot be used just now: ask again in a while", retry_after=5)
        case AdviserError():
            return CannotAnswerError("the question could not be answered")
        case HTTPException():
            return _of_framework(error)
    LOG.error("unforeseen", exc_info=error)
    return CannotAnswerError("the request could not be served; it has been noted")


def problem_response(error: ApiError) -> JSONResponse:
    """The problem as a response."""
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else {}
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(as_problem(error), error.status, headers, media_type=MEDIA_TYPE)


def add_problem_handlers(app: FastAPI) -> None:
    """Every error of the app goes through here."""

    async def handle(request: Request, error: Exception) -> JSONResponse:
        response = problem_response(translated(error))
        if isinstance(error, HTTPException) and error.headers:
            response.headers.update(error.headers)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers["Allow"] = ", ".join(_methods(app.routes, request.scope))
        return response

    for kind in (ApiError, RequestValidationError, MessageError, LibraryError, AdviserError, HTTPException):
        app.add_exception_handler(kind, handle)


def _methods(routes: Sequence[BaseRoute], scope: Scope) -> list[str]:
    """What an address can be used for, by all its routes; the framework names the methods of the first alone."""
    tried = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
    return [one for one in tried if any(route.matches({**scope, "method": one})[0] is Match.FULL for route in routes)]


def _wrong_request(error: RequestValidationError) -> ApiError:
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return UnreadableError("the body is not JSON")
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    said = str(first["msg"]).removeprefix("Value error, ")
    return WrongRequestError(f"{where}: {said}" if where else said)


def _of_framework(error: HTTPException) -> ApiError:
    kind = OF_STATUS.get(error.status_code, WrongRequestError)
    said = HTTPStatus(error.status_code).phrase.lower()
    told = kind(f"{said}: see /docs for what there is")
    told.status = error.status_code
    return told

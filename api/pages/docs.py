"""`/docs`: the interface described for people, from its own OpenAPI description, with nothing fetched from elsewhere."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from api.pages.templates import template

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked of the interface."""

    method: str
    path: str
    tag: str
    about: str
    parameters: tuple[Schema, ...]
    body: str  # the name of its schema
    responses: tuple[tuple[str, str, str], ...]  # status, what it means, the kinds of problem


def add_docs(app: FastAPI) -> None:
    """Put the page into the app."""
    draw = template("docs.html.j2")

    @app.get("/docs", include_in_schema=False)
    def docs(request: Request) -> HTMLResponse:
        description = app.openapi()
        schemas = {
            name: json.dumps(schema, indent=1, ensure_ascii=False)
            for name, schema in description["components"]["schemas"].items()
        }
        address = str(request.base_url).rstrip("/")
        operations = list(_operations(description))
        return HTMLResponse(
            draw(title=description["info"]["title"], operations=operations, schemas=schemas, address=address)
        )


def _operations(description: Schema) -> Iterator[Operation]:
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            yield Operation(
                method=method.upper(),
                path=path,
                tag=told.get("tags", ["other"])[0],
                about=told.get("description") or told.get("summary", ""),
                parameters=tuple(told.get("parameters", ())),
                body=_body(told),
                responses=tuple(_responses(told)),
            )


def _body(told: Schema) -> str:
    content = told.get("requestBody", {}).get("content", {}).get("application/json", {})
    return str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]


def _responses(told: Schema) -> Iterator[tuple[str, str, str]]:
    for status, response in told["responses"].items():
        kinds = [kind for one in response.get("content", {}).values() for kind in one.get("examples", {})]
        yield status, response["description"], ", ".join(kinds)

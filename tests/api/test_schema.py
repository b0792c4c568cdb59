"""The OpenAPI description holds: every endpoint of the contract is in it, and what the server does is what it says."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from tests.api.serving import ADMIN_KEY, Server

ENDPOINTS = {
    "POST /v1/chat", "POST /v1/chat/completions", "GET /v1/models", "GET /v1/guides", "GET /v1/guides/{slug}",
    "GET /v1/passages/{passage_id}", "GET /v1/conversations/{conversation_id}",
    "DELETE /v1/conversations/{conversation_id}", "DELETE /v1/conversations/{conversation_id}/profile/{key}",
    "POST /v1/feedback", "GET /v1/admin/gaps", "GET /health/live", "GET /health/ready", "GET /metrics",
}  # fmt: skip


def operations(client: httpx.Client) -> dict[str, dict[str, Any]]:
    paths = client.get("/openapi.json").json()["paths"]
    return {f"{method.upper()} {path}": told for path, methods in paths.items() for method, told in methods.items()}


def test_every_endpoint_of_the_contract_is_described(client: httpx.Client) -> None:
    assert operations(client).keys() >= ENDPOINTS


def test_a_client_can_be_generated_from_it(client: httpx.Client) -> None:
    told = operations(client)
    names = [one["operationId"] for one in told.values()]
    assert len(names) == len(set(names))
    assert all(one.get("summary") and one.get("description") for one in told.values())
    chat = told["POST /v1/chat"]["responses"]
    assert {"200", "400", "404", "409", "413", "415", "422", "429", "500", "503"} <= set(chat)
    assert {"application/json", "text/event-stream"} <= set(chat["200"]["content"])
    for one in told.values():
        for status, response in one["responses"].items():
            if status >= "400":
                assert list(response["content"]) == ["application/problem+json"], one["operationId"]
                assert response["content"]["application/problem+json"]["examples"]


def test_what_the_server_does_is_what_it_says(server: Server, tmp_path: Path) -> None:
    run = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"), "run", f"{server.url}/openapi.json",
            "--phases", "examples,coverage,fuzzing", "--max-examples", "12", "--generation-deterministic",
            "--header", f"Authorization: Bearer {ADMIN_KEY}", "--workers", "1", "--max-failures", "5",
            "--exclude-checks", "unsupported_method,positive_data_acceptance", "--no-color",
        ],
        cwd=tmp_path,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-6_000:] + run.stderr[-2_000:]

"""Limits, proxies, hosts, origins and headers: what is let in, and what goes out with every reply."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from api.bootstrap import open_app
from api.clients import client_of
from api.errors import RateLimitError
from api.hosts import allowed_hosts, is_served
from api.limits import RateLimit
from api.settings import Settings
from tests.api.conftest import ORIGIN

MODELS = "/v1/models"  # is there before the index is


def walled(folder: Path, bound_to: str = "127.0.0.1", peer: str = "127.0.0.1", **settings: Any) -> TestClient:
    """A client of an app that is not opened: what stands before the guides needs none."""
    told: dict[str, Any] = {"data": folder, "rate_limit": "off"} | settings
    app = open_app(Settings(_env_file=None, **told), bound_to)
    return TestClient(app, base_url="http://localhost", client=(peer, 50_000))


def test_each_client_has_a_limit_and_is_told_when_to_come_back(tmp_path: Path) -> None:
    client = walled(tmp_path, rate_limit="3/minute")
    assert [client.get(MODELS).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.get(MODELS)
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["type"] == "urn:advisor:problem:rate-limit"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert client.get("/health/live").status_code == 200, "health is never limited"
    assert client.get("/metrics").status_code == 200


def test_refusals_are_counted(tmp_path: Path) -> None:
    client = walled(tmp_path, rate_limit="1/minute")
    for _ in range(3):
        client.get(MODELS)
    assert 'advisor_requests_total{method="GET",route="none",status="429"} 2.0' in client.get("/metrics").text


async def _taken(limit: RateLimit, client: str, times: int) -> int:
    for done in range(times):
        try:
            await limit.take(client)
        except RateLimitError:
            return done
    return times


def run(limit: RateLimit, client: str, times: int) -> int:
    return asyncio.run(_taken(limit, client, times))


def test_there_is_one_limit_over_all_clients() -> None:
    limit = RateLimit("2/minute")
    taken = [run(limit, f"10.0.0.{host}", 2) for host in range(30)]
    assert sum(taken) == 40
    assert taken[-1] == 0


def test_one_household_of_ipv6_is_one_client() -> None:
    limit = RateLimit("3/minute")
    assert run(limit, "2001:db8:1:1::1", 3) == 3
    assert run(limit, "2001:db8:1:1:ffff::2", 3) == 0
    assert run(limit, "2001:db8:1:2::1", 3) == 3


def test_a_limit_can_be_switched_off() -> None:
    assert run(RateLimit("off"), "10.0.0.1", 500) == 500


def scope(peer: str, *forwarded: str) -> dict[str, Any]:
    headers = [(b"x-forwarded-for", one.encode("latin-1")) for one in forwarded]
    return {"type": "http", "client": (peer, 1), "headers": headers}


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "client"),
    [
        ("9.9.9.9", ["1.2.3.4"], [], "9.9.9.9"),
        ("9.9.9.9", ["1.2.3.4"], ["10.0.0.0/8"], "9.9.9.9"),
        ("10.0.0.1", ["1.2.3.4"], ["10.0.0.0/8"], "1.2.3.4"),
        ("10.0.0.1", ["6.6.6.6, 1.2.3.4, 10.0.0.2"], ["10.0.0.0/8"], "1.2.3.4"),
        ("10.0.0.1", ["6.6.6.6", "1.2.3.4"], ["10.0.0.0/8"], "1.2.3.4"),
        ("10.0.0.1", ["\xff\x00; DROP"], ["10.0.0.0/8"], "10.0.0.1"),
        ("10.0.0.1", [], ["10.0.0.0/8"], "10.0.0.1"),
    ],
)
def test_a_proxy_is_believed_only_where_it_is_trusted(
    peer: str, forwarded: list[str], trusted: list[str], client: str
) -> None:
    assert client_of(scope(peer, *forwarded), trusted) == client


def test_nobody_escapes_the_limit_by_a_header(tmp_path: Path) -> None:
    client = walled(tmp_path, rate_limit="2/minute", peer="9.9.9.9", trusted_proxies=("10.0.0.0/8",))
    told = [client.get(MODELS, headers={"X-Forwarded-For": f"1.1.1.{one}"}).status_code for one in range(3)]
    assert told == [200, 200, 429]


def test_behind_a_trusted_proxy_each_client_has_its_own_limit(tmp_path: Path) -> None:
    client = walled(tmp_path, rate_limit="1/minute", peer="10.0.0.1", trusted_proxies=("10.0.0.0/8",))
    told = [client.get(MODELS, headers={"X-Forwarded-For": one}).status_code for one in ("1.1.1.1", "1.1.1.2")]
    assert told == [200, 200]


@pytest.mark.parametrize(
    ("host", "served"),
    [
        ("localhost", True), ("LOCALHOST:8000", True), ("127.0.0.1:1", True), ("[::1]", True), ("[::1]:80", True),
        ("", False), ("evil.example", False), ("localhost.evil.example", False), ("localhost:80@evil.example", False),
        ("evil.example#localhost", False),
    ],
)  # fmt: skip
def test_on_loopback_only_its_own_names_are_served(host: str, served: bool) -> None:
    assert is_served(host, allowed_hosts((), "127.0.0.1")) is served


def test_configured_hosts_are_served_and_no_others() -> None:
    allowed = allowed_hosts(("Advisor.example", "*.school.example"), "0.0.0.0")
    assert [is_served(host, allowed) for host in ("advisor.example:443", "a.school.example", "a.b.school.example")] == [
        True
    ] * 3
    assert not any(is_served(host, allowed) for host in ("localhost", "school.example.evil", "xschool.example"))
    assert is_served("any.example", allowed_hosts((), "0.0.0.0"))


def test_another_host_is_refused(client: httpx.Client) -> None:
    refused = client.get("/v1/guides", headers={"Host": "evil.example"})
    assert (refused.status_code, refused.json()["type"]) == (421, "urn:advisor:problem:wrong-host")


def preflight(client: httpx.Client, origin: str) -> httpx.Response:
    return client.options(
        "/v1/chat",
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type, idempotency-key",
        },
    )


def test_an_allowed_origin_may_ask(client: httpx.Client) -> None:
    assert preflight(client, ORIGIN).headers["access-control-allow-origin"] == ORIGIN
    reply = client.post("/v1/chat", json={"message": "hello"}, headers={"Origin": ORIGIN})
    assert reply.headers["access-control-allow-origin"] == ORIGIN
    assert "retry-after" in reply.headers["access-control-expose-headers"].lower()
    assert "access-control-allow-credentials" not in reply.headers


def test_other_origins_may_not(client: httpx.Client) -> None:
    for origin in ("https://evil.example", "null", f"{ORIGIN}.evil.example"):
        assert "access-control-allow-origin" not in preflight(client, origin).headers
        assert "access-control-allow-origin" not in client.get(MODELS, headers={"Origin": origin}).headers


def test_by_default_no_other_origin_may(tmp_path: Path) -> None:
    assert "access-control-allow-origin" not in walled(tmp_path).get(MODELS, headers={"Origin": ORIGIN}).headers


def test_a_refusal_can_be_read_by_an_allowed_origin(tmp_path: Path) -> None:
    client = walled(tmp_path, rate_limit="1/minute", allowed_origins=(ORIGIN,))
    for _ in range(2):
        refused = client.get(MODELS, headers={"Origin": ORIGIN})
    assert refused.status_code == 429
    assert refused.headers["access-control-allow-origin"] == ORIGIN


PATHS = ["/v1/guides", "/v1/models", "/nowhere", "/v1/guides/none", "/health/live", "/metrics", "/openapi.json"]


@pytest.mark.parametrize("path", PATHS)
def test_every_reply_carries_strict_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "server" not in headers
    assert len(headers["x-request-id"]) == 16


def test_what_was_said_is_stored_in_no_cache(client: httpx.Client) -> None:
    assert client.post("/v1/chat", json={"message": "hello"}).headers["cache-control"] == "no-store"


@pytest.fixture
def failing(tmp_path: Path) -> TestClient:
    """An app with a route that fails in a way that nobody foresaw."""
    app = open_app(Settings(_env_file=None, data=tmp_path, rate_limit="off"))

    @app.get("/v1/fails")
    def fails() -> None:
        raise KeyError("the password is swordfish")

    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


def test_what_nobody_foresaw_is_told_without_its_words(failing: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    reply = failing.get("/v1/fails")
    assert reply.status_code == 500
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["type"] == "urn:advisor:problem:cannot-answer"
    assert "swordfish" not in reply.text
    assert reply.headers["x-request-id"]
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == ["unforeseen"]

"""Two servers behind one Chroma, one PostgreSQL and one Redis are one: conversations, limits and index are shared."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count

import httpx
import pytest

from index.settings import Settings
from tests.api.dairies import FEE, build_edition
from tests.api.parts import Postgres, redis_server
from tests.api.serving import Server, serving, until

pytestmark = [pytest.mark.part("postgres"), pytest.mark.part("redis")]
LIMIT = 40
HOSTS = count(1)
LONG = 60.0
Person = tuple[httpx.Client, httpx.Client]


@dataclass(frozen=True)
class Replicas:
    """Two servers with nothing on disk in common."""

    servers: tuple[Server, Server]
    settings: Settings

    @contextmanager
    def person(self) -> Iterator[Person]:
        """Somebody who speaks now to the one, now to the other."""
        told = {"X-Forwarded-For": f"192.0.2.{next(HOSTS)}"}
        with ExitStack() as stack:
            first, second = (
                stack.enter_context(httpx.Client(base_url=one.url, headers=told, timeout=LONG)) for one in self.servers
            )
            yield first, second


@pytest.fixture(scope="module")
def replicas(postgres: Postgres, chroma: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas]:
    folder = tmp_path_factory.mktemp("replicas")
    settings = Settings(corpus=folder / "corpus", data=folder / "unused", embedding=None, chroma_url=chroma)
    build_edition(settings, 450)
    with ExitStack() as stack:
        redis = stack.enter_context(redis_server())
        shared = {
            "chroma_url": chroma,
            "database_url": postgres.new_database(),
            "redis_url": redis.address,
            "rate_limit": f"{LIMIT}/minute",
            "trusted_proxies": "127.0.0.1",
            "corpus": str(settings.corpus),
        }
        for place in ("first", "second"):
            (folder / place).mkdir()
        first, second = (
            stack.enter_context(serving(place, ready=True, **shared)) for place in (folder / "first", folder / "second")
        )
        yield Replicas((first, second), settings)


@pytest.fixture
def person(replicas: Replicas) -> Iterator[Person]:
    with replicas.person() as clients:
        yield clients


def asked(
    client: httpx.Client, message: str, conversation: str | None = None, key: str | None = None
) -> httpx.Response:
    headers = {"Idempotency-Key": key} if key else {}
    return client.post("/v1/chat", json={"message": message, "conversation_id": conversation}, headers=headers)


def test_a_conversation_goes_on_at_the_other_server(person: Person) -> None:
    first, second = person
    begun = asked(first, "what is the monthly fee at Granite Ridge").json()
    assert "$610" in begun["answer"]
    owner = begun["conversation_id"]
    assert "80" in asked(second, "and how many cows?", owner).json()["answer"]
    assert "32" in asked(first, "and Hollow Creek?", owner).json()["answer"]
    for client in (first, second):
        kept = client.get(f"/v1/conversations/{owner}").json()["messages"]
        assert [one["message"] for one in kept] == [
            "what is the monthly fee at Granite Ridge",
            "and how many cows?",
            "and Hollow Creek?",
        ]
        assert all(one["reply"]["answer"] for one in kept)


def test_what_is_forgotten_at_one_is_gone_at_the_other(person: Person) -> None:
    first, second = person
    owner = asked(first, FEE).json()["conversation_id"]
    assert asked(second, "and Granite Ridge?", owner).status_code == 200
    assert first.delete(f"/v1/conversations/{owner}").status_code == 204
    assert second.get(f"/v1/conversations/{owner}").status_code == 404
    assert asked(second, "and again?", owner).status_code == 404


def test_the_same_key_at_both_is_one_question(person: Person) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = [pool.submit(asked, person[number % 2], FEE, None, "one-key-for-both-servers") for number in range(8)]
        replies = [one.result(LONG) for one in found]
    assert [one.status_code for one in replies] == [200] * 8
    assert len({one.json()["message_id"] for one in replies}) == 1


def test_a_client_is_counted_at_both_together(replicas: Replicas, person: Person) -> None:
    found = [person[number % 2].get("/v1/guides") for number in range(LIMIT + 6)]
    assert [one.status_code for one in found] == [200] * LIMIT + [429] * 6
    assert all(1 <= int(one.headers["Retry-After"]) <= 60 for one in found[LIMIT:])
    with replicas.person() as another:
        assert [client.get("/v1/guides").status_code for client in another] == [200, 200]


def test_what_no_database_can_hold_is_a_wrong_request(person: Person) -> None:
    client, _ = person
    owner = asked(client, FEE).json()["conversation_id"]
    assert client.get("/v1/passages/%00").status_code == 422
    assert client.delete(f"/v1/conversations/{owner}/profile/%00").status_code == 422
    headers = {"Content-Type": "application/json"}
    half = client.post("/v1/chat", content=b'{"message": "half a \\ud83d pair"}', headers=headers)
    assert half.status_code == 200
    told = half.json()["message_id"].encode()
    body = b'{"message_id": "' + told + b'", "rating": "down", "comment": "half a \\ud83d pair"}'
    assert client.post("/v1/feedback", content=body, headers=headers).status_code in {204, 422}
    assert asked(client, "a \x00 in the middle").status_code == 200
    rated = {"message_id": told.decode(), "rating": "down", "comment": "a \x00 here"}
    assert client.post("/v1/feedback", json=rated).status_code == 204


def test_whoever_watches_over_a_server_needs_no_name_for_it(person: Person) -> None:
    stranger = {"Host": "10.20.30.40:8000"}
    assert [client.get("/health/ready", headers=stranger).status_code for client in person] == [200, 200]
    assert [client.get("/v1/guides", headers=stranger).status_code for client in person] == [421, 421]


@dataclass
class Asking:
    """Somebody who asks both servers on and on."""

    replicas: Replicas
    stop: threading.Event = field(default_factory=threading.Event)
    failed: list[str] = field(default_factory=list)
    seen: list[tuple[int, str, bool]] = field(default_factory=list)  # server, index, whether it told the new fee

    def __call__(self) -> None:
        while not self.stop.is_set():
            with self.replicas.person() as person:
                replies = [asked(client, FEE) for client in person]
            for number, reply in enumerate(replies):
                if reply.status_code != 200:
                    self.failed.append(reply.text)
                    continue
                told = reply.json()
                self.seen.append((number, told["index"], "$475" in told["answer"]))
                if ("$475" in told["answer"]) == ("$450" in told["answer"]):
                    self.failed.append(told["answer"])

    def reached(self, index: str) -> bool:
        """Whether both servers have answered from an index."""
        return {number for number, one, _ in list(self.seen) if one == index} == {0, 1}


def test_a_new_index_is_answered_from_by_both_without_a_failed_request(replicas: Replicas, person: Person) -> None:
    old = build_edition(replicas.settings, 450)
    asking = Asking(replicas)
    with ThreadPoolExecutor(3) as pool:
        going = [pool.submit(asking) for _ in range(3)]
        try:
            until(lambda: asking.reached(old), "both answer")
            new = build_edition(replicas.settings, 475)
            until(lambda: asking.reached(new), "both answer from the new index")
        finally:
            asking.stop.set()
        for one in going:
            one.result(LONG)
    assert new != old
    assert asking.failed == []
    assert {index for _, index, _ in asking.seen} == {old, new}
    assert all(told == (index == new) for _, index, told in asking.seen)
    for client in person:
        assert client.get("/health/ready").json()["index"] == new
        assert "$475" in asked(client, FEE).json()["answer"]

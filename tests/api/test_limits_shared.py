"""The limit of several servers, counted in a real Redis; without it each counts by itself, and nobody waits."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator

import pytest

from api.errors import RateLimitError
from api.limits import ALONE, RateLimit
from tests.api.parts import Redis
from tests.index.serving import halted

pytestmark = pytest.mark.part("redis")
CLIENT = "192.0.2.1"


class Clock:
    """A clock that a test may turn on."""

    ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def servers(redis: Redis, clock: Clock) -> Iterator[list[RateLimit]]:
    """Two servers that count together."""
    both = [RateLimit("6/minute", redis.address, clock) for _ in range(2)]
    yield both
    for one in both:
        one.close()


def let_in(*servers: RateLimit, client: str = CLIENT, times: int = 10) -> int:
    """How many requests of a client, sent to the servers in turn, are let in."""
    waits: list[int] = []

    async def ask() -> int:
        count = 0
        for number in range(times):
            try:
                await servers[number % len(servers)].take(client)
                count += 1
            except RateLimitError as error:
                waits.append(error.retry_after or 0)
        return count

    found = asyncio.run(ask())
    assert all(1 <= wait <= 60 for wait in waits)
    return found


def test_two_servers_count_a_client_together(servers: list[RateLimit]) -> None:
    assert let_in(*servers) == 6
    assert let_in(*servers, client="192.0.2.2") == 6


def test_all_clients_together_have_a_limit_on_both(servers: list[RateLimit]) -> None:
    assert sum(let_in(*servers, client=f"192.0.2.{number}", times=6) for number in range(24)) == 6 * 20


def test_a_redis_that_hangs_costs_nobody_more_than_a_second(servers: list[RateLimit], redis: Redis) -> None:
    async def crowd() -> float:
        start = time.monotonic()
        await asyncio.gather(*(servers[0].take(f"192.0.2.{number}") for number in range(40)))
        return time.monotonic() - start

    with halted(redis.pid):
        assert asyncio.run(crowd()) < 1.0
        assert let_in(servers[0]) == 5  # one was counted above


def test_a_redis_that_died_leaves_each_server_its_own_count(servers: list[RateLimit], redis: Redis) -> None:
    assert let_in(*servers, times=4) == 4
    os.kill(redis.pid, signal.SIGKILL)
    start = time.monotonic()
    assert [let_in(one) for one in servers] == [6, 6]
    assert time.monotonic() - start < 1.0


def test_the_count_is_shared_again_once_redis_is_back(servers: list[RateLimit], redis: Redis, clock: Clock) -> None:
    with halted(redis.pid):
        assert [let_in(one, times=1) for one in servers] == [1, 1]
    clock.ahead = ALONE
    assert let_in(*servers, client="192.0.2.9") == 6

"""How often anyone may ask: a moving window for each client and one over all, in memory or shared through Redis."""

import asyncio
import logging
import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv6Address, ip_address

from limits import RateLimitItem, parse
from limits.errors import StorageError as LimitsError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter

from api.errors import RateLimitError

LOG = logging.getLogger("api")
OVERALL = 20  # times what one client may
EVERYBODY = "everybody"
SHARED_SECONDS = 0.5  # that Redis has to answer before this process counts by itself
ALONE = 5.0  # seconds that it then does, before Redis is tried again


class RateLimit:
    """Counts requests; where the shared count cannot be reached this process counts by itself."""

    def __init__(self, rate: str, redis_url: str | None = None, clock: Callable[[], float] = time.time) -> None:
        self._each: RateLimitItem | None = None if rate == "off" else parse(rate)
        self._all = parse(_times(rate, OVERALL)) if self._each else None
        self._clock = clock
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._shared = _shared(redis_url) if redis_url else None
        self._alone_until = 0.0
        self._pool = ThreadPoolExecutor(4, thread_name_prefix="limits")

    async def take(self, client: str) -> None:
        """Count one request of a client; RateLimitError where it is one too many."""
        if self._each is None or self._all is None:
            return
        if self._shared is None or self._clock() < self._alone_until:
            self._count(self._own, self._each, self._all, client)
            return
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._pool, self._count_shared, self._shared, self._each, self._all, client)

    def _count_shared(
        self, shared: MovingWindowRateLimiter, each: RateLimitItem, whole: RateLimitItem, client: str
    ) -> None:
        if self._clock() >= self._alone_until:  # those who stood in line behind a failure need not wait for their own
            try:
                return self._count(shared, each, whole, client)
            except LimitsError as error:
                self._alone_until = self._clock() + ALONE
                told = f"the shared count cannot be reached: {type(error.storage_error).__name__}"
                LOG.warning("limits", extra={"reason": told})
        return self._count(self._own, each, whole, client)

    def _count(self, limiter: MovingWindowRateLimiter, each: RateLimitItem, whole: RateLimitItem, client: str) -> None:
        for limit, key in ((each, _network(client)), (whole, EVERYBODY)):
            if not limiter.hit(limit, key):
                wait = limiter.get_window_stats(limit, key).reset_time - self._clock()
                raise RateLimitError(f"{limit} are the most: ask again in a while", retry_after=max(1, math.ceil(wait)))

    def close(self) -> None:
        """Let go of the threads."""
        self._pool.shutdown(wait=False)


def _shared(redis_url: str) -> MovingWindowRateLimiter:
    seconds = {"socket_timeout": SHARED_SECONDS, "socket_connect_timeout": SHARED_SECONDS}
    return MovingWindowRateLimiter(
        storage_from_string(redis_url, wrap_exceptions=True, key_prefix="advisor", **seconds)
    )


def _times(rate: str, factor: int) -> str:
    count, unit = rate.split("/")
    return f"{int(count) * factor}/{unit}"


def _network(client: str) -> str:
    """One household of IPv6 has many addresses."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    return str(IPv6Address(int(address) >> 64 << 64)) if isinstance(address, IPv6Address) else client

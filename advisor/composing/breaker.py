"""A circuit breaker: a model that has just failed again and again is left alone for a while, so that it costs nobody time."""

import threading
import time
from collections.abc import Callable

FAILURES = 3  # in a row
FIRST, LONGEST = 15.0, 300.0  # seconds; every further failure doubles the wait


class Breaker:
    """Counts failures in a row; while it is open nobody asks, and after its wait one may try."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: float = FAILURES) -> None:
        self._clock = clock
        self._most = most
        self._lock = threading.Lock()
        self._failures = 0
        self._until = 0.0

    def allows(self) -> bool:
        """Whether to ask now; whoever is allowed after a wait is the one who tries for all."""
        with self._lock:
            if self._failures < self._most:
                return True
            if self._clock() < self._until:
                return False
            self._until = self._clock() + self._wait()
            return True

    def succeeded(self) -> None:
        """It answers."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """It did not."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._most:
                self._until = self._clock() + self._wait()

    def _wait(self) -> float:
        doubled = FIRST * 2.0 ** min(self._failures - self._most, 10.0)
        return min(float(doubled), LONGEST)

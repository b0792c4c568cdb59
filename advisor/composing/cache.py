"""Answers to questions that were asked before, so that a model writes the same answer once."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 512  # answers


class Cache(Generic[T]):
    """The latest answers by what they depend on; safe for many threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, T] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> T | None:
        """What is kept under a key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: str, value: T) -> None:
        """Keep something; what was asked for longest ago goes."""
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

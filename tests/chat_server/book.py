"""What is known of a server's requests, kept by the threads that answer them."""

import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Condition

from tests.chat_server.asked import Asked


class Book:
    """The requests, the open connections, and how many clients left."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._requests: list[Asked] = []
        self._left = 0
        self._errors: list[BaseException] = []
        self._connections: set[socket.socket] = set()
        self._closed = False

    @property
    def requests(self) -> list[Asked]:
        """All that was asked so far."""
        with self._changed:
            return list(self._requests)

    @property
    def left(self) -> int:
        """How many requests lost their client before they were answered."""
        with self._changed:
            return self._left

    @property
    def errors(self) -> list[BaseException]:
        """What went wrong in the script."""
        with self._changed:
            return list(self._errors)

    def until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Wait until it holds of what is kept here; whether it did in time."""
        with self._changed:
            return self._changed.wait_for(holds, seconds)

    def take(self, connection: socket.socket) -> None:
        """A connection is open; it ends at the latest when the book is closed."""
        with self._changed:
            self._connections.add(connection)
            if self._closed:
                _hang_up(connection)

    def drop(self, connection: socket.socket) -> None:
        """A connection is done with."""
        with self._changed:
            self._connections.discard(connection)

    def note(self, asked: Asked) -> None:
        """Something was asked."""
        with self._changed:
            self._requests.append(asked)
            self._changed.notify_all()

    def lose(self) -> None:
        """A client left, unless it is the server that hung up."""
        with self._changed:
            self._left += not self._closed
            self._changed.notify_all()

    def fail(self, error: BaseException) -> None:
        """A script went wrong."""
        with self._changed:
            self._errors.append(error)

    def close(self) -> None:
        """Hang up on everyone."""
        with self._changed:
            self._closed = True
            for connection in self._connections:
                _hang_up(connection)


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):  # it may be gone already
        connection.shutdown(socket.SHUT_RDWR)

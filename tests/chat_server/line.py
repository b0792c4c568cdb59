"""The line to one client: what is sent, and whether it is still there."""

import socket

from tests.chat_server.steps import Gate

LOOK = 0.02  # seconds between two looks at a client while a gate is closed


class LeftError(Exception):
    """The client is gone, or the server closes."""


class Line:
    """A connection on which one request was read to its end."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, data: bytes) -> None:
        """Send all of it; LeftError where nobody takes it."""
        self.check()
        try:
            self._connection.sendall(data)
        except OSError as error:
            raise LeftError from error

    def check(self, seconds: float | None = 0) -> None:
        """LeftError where the client leaves within that time; None waits for that alone."""
        try:
            self._connection.settimeout(seconds)
            gone = not self._connection.recv(1, socket.MSG_PEEK)
        except (BlockingIOError, TimeoutError):
            return
        except OSError:  # a reset is a way to leave
            gone = True
        finally:
            self._connection.settimeout(None)
        if gone:
            raise LeftError

    def hang(self) -> None:
        """Wait until the client leaves."""
        while True:
            self.check(None)
            self._connection.recv(1)  # whatever it still says is not for us

    def pause(self, gate: Gate | float) -> None:
        """Wait for a gate or a time."""
        if isinstance(gate, float | int):
            self.check(gate)
            return
        while not gate.wait(LOOK):
            self.check()

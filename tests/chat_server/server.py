"""The server: on a free port of loopback, a thread for each request, all of them ended when it closes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

from tests.chat_server.asked import Asked
from tests.chat_server.book import Book
from tests.chat_server.handler import Handler
from tests.chat_server.steps import Script

SOON = 5.0  # seconds
LOOK = 0.01  # seconds between two looks whether to close


class ChatServer:
    """A running server: where it is, and what was asked of it."""

    def __init__(self, port: int, book: Book) -> None:
        self.ollama_url = f"http://127.0.0.1:{port}"
        self.openai_url = f"{self.ollama_url}/v1"
        self._book = book

    @property
    def requests(self) -> list[Asked]:
        """All that was asked so far."""
        return self._book.requests

    @property
    def left(self) -> int:
        """How many requests lost their client before they were answered."""
        return self._book.left

    def until(self, holds: Callable[[], bool], seconds: float = SOON) -> bool:
        """Wait until it holds of `requests` or `left`, which other threads change; whether it did in time."""
        return self._book.until(holds, seconds)


class _Http(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for each of them
    request_queue_size = 128


@contextmanager
def chat_server(script: Script) -> Iterator[ChatServer]:
    """A chat model's server for as long as the block lasts; what goes wrong in its script is raised at the end."""
    book = Book()
    with _Http(("127.0.0.1", 0), partial(Handler, script, book)) as http:
        serving = Thread(target=http.serve_forever, args=(LOOK,))
        serving.start()
        try:
            yield ChatServer(http.server_port, book)
        finally:
            http.shutdown()
            serving.join()
            book.close()
    if book.errors:
        raise book.errors[0]

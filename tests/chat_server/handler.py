"""One HTTP request, answered in a thread of its own."""

import socket
from http.server import BaseHTTPRequestHandler
from socketserver import BaseServer

from tests.chat_server.answers import Streamed, Whole, head
from tests.chat_server.asked import Asked
from tests.chat_server.book import Book
from tests.chat_server.giving import give
from tests.chat_server.line import LeftError, Line
from tests.chat_server.ollama_speech import TAGS, OllamaSpeech
from tests.chat_server.openai_speech import MODELS, OpenaiSpeech
from tests.chat_server.reading import OLLAMA_PATH, OPENAI_PATH, read_ollama, read_openai
from tests.chat_server.speech import Said, Speech
from tests.chat_server.steps import Script

LISTS = {"/v1/models": MODELS, "/api/tags": TAGS}
READERS = {OPENAI_PATH: read_openai, OLLAMA_PATH: read_ollama}
NO_SUCH_PATH = b'{"error": {"message": "no such path"}}'


class Handler(BaseHTTPRequestHandler):
    """Answers by the script; each connection serves one request, so that no client keeps one open."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(
        self, script: Script, book: Book, request: socket.socket, address: tuple[str, int], server: BaseServer
    ) -> None:
        self._script = script
        self._book = book
        super().__init__(request, address, server)

    def setup(self) -> None:
        super().setup()
        self._book.take(self.connection)

    def finish(self) -> None:
        self._book.drop(self.connection)
        super().finish()

    def do_GET(self) -> None:
        self._list(LISTS.get(self.path))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.close_connection = True
        if self.path not in READERS:
            return self._list(None)
        try:
            asked = READERS[self.path]({name.lower(): value for name, value in self.headers.items()}, body)
            self._book.note(asked)
            self._answer(asked)
        except LeftError:
            self._book.lose()
        except BaseException as error:
            self._book.fail(error)
            raise
        return None

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _answer(self, asked: Asked) -> None:
        line, said = Line(self.connection), Said(asked)
        answer = Streamed(line, _speech(asked), said) if asked.stream else Whole(line, _speech(asked), said)
        give(answer, self._script(asked), line)

    def _list(self, listed: bytes | None) -> None:
        body = listed or NO_SUCH_PATH
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        self.wfile.write(head(200 if listed else 404, headers) + body)
        self.close_connection = True


def _speech(asked: Asked) -> Speech:
    if asked.protocol == "openai":
        return OpenaiSpeech(asked.model, asked.wants_usage)
    return OllamaSpeech(asked.model)

"""Real servers for a real browser: the program itself, pages of another origin, and one that says what a test scripts."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_server
from typing import Any

ROOT = Path(__file__).parents[2]
WIDGET = ROOT / "api" / "widget"
PATIENCE = 60.0  # seconds that a server may take to become ready


def free_port() -> int:
    """A port that nobody listens on."""
    with create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


class Program:
    """`python -m api` as a process of its own, which can be stopped and started again."""

    def __init__(self, data: Path, origin: str) -> None:
        self._data, self._origin = data, origin
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it is ready."""
        ours = {key: value for key, value in os.environ.items() if not key.startswith("ADVISOR_")}
        told = {"ADVISOR_DATA": str(self._data), "ADVISOR_RATE_LIMIT": "off", "ADVISOR_ALLOWED_ORIGINS": self._origin}
        command = [sys.executable, "-m", "api", "--port", str(self.port), "--log-level", "error"]
        self._process = subprocess.Popen(command, cwd=ROOT, env=ours | told, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while not self._ready():
            assert self._process.poll() is None, "the server ended by itself"
            assert time.monotonic() < until, "the server did not become ready"
            time.sleep(0.05)

    def stop(self) -> None:
        """End it and wait until it has ended."""
        if self._process:
            self._process.terminate()
            self._process.wait(30)
            self._process = None

    def _ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health/ready", timeout=5) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def running(built: Path, data: Path, origin: str) -> Iterator[Program]:
    """The program over a copy of an index."""
    shutil.copytree(built / "index", data / "index", dirs_exist_ok=True)
    program = Program(data, origin)
    program.start()
    try:
        yield program
    finally:
        program.stop()


@dataclass(frozen=True)
class Page:
    """What one address gives."""

    body: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Act:
    """What the scripted server does with one question."""

    events: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    status: int = 200
    problem: dict[str, Any] | None = None
    retry_after: int | None = None
    until: threading.Event | None = None  # the last event waits for it


class Site(ThreadingHTTPServer):
    """Pages, the widget's files where it has them, and replies as scripted; every request is remembered."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *, with_widget: bool) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Page] = {}
        self.acts: list[Act] = []
        self.otherwise: Callable[[str], Act] | None = None
        self.asked: list[tuple[str, str, dict[str, Any], Mapping[str, str]]] = []
        self.with_widget = with_widget
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves is no error."""


@contextmanager
def site(*, with_widget: bool = False) -> Iterator[Site]:
    """A site that serves until the end of the test."""
    server = Site(with_widget=with_widget)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        self.server.asked.append(("GET", path, {}, self.headers))  # type: ignore[arg-type]
        if path in self.server.pages:
            page = self.server.pages[path]
            self._give(200, "text/html; charset=utf-8", page.body.encode(), page.headers)
        elif self.server.with_widget and path.startswith("/widget/") and (WIDGET / path[8:]).is_file():
            self._give(200, "text/javascript", (WIDGET / path[8:]).read_bytes())
        else:
            self._give(404, "text/plain", b"nothing here")

    def do_OPTIONS(self) -> None:
        allowed = {"Access-Control-Allow-Methods": "GET, POST, DELETE", "Access-Control-Allow-Headers": "*"}
        self._give(204, "text/plain", b"", allowed)

    def do_DELETE(self) -> None:
        self.server.asked.append(("DELETE", self.path, {}, self.headers))  # type: ignore[arg-type]
        self._give(204, "text/plain", b"")

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(("POST", self.path, body, self.headers))  # type: ignore[arg-type]
        if self.path != "/v1/chat":
            self._give(204, "text/plain", b"")
            return
        site = self.server
        act = site.acts.pop(0) if site.acts else site.otherwise(body["message"]) if site.otherwise else Act(status=500)
        if act.problem is not None or act.status != 200:
            wait = {} if act.retry_after is None else {"Retry-After": str(act.retry_after)}
            self._give(act.status, "application/problem+json", json.dumps(act.problem or {}).encode(), wait)
            return
        self._stream(act)

    def _stream(self, act: Act) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self._shared()
        self.end_headers()
        for at, (name, told) in enumerate(act.events):
            if act.until and at == len(act.events) - 1:
                act.until.wait(30)
            self.wfile.write(f"event: {name}\ndata: {json.dumps(told)}\n\n".encode())
            self.wfile.flush()

    def _give(self, status: int, kind: str, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self._shared()
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _shared(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Expose-Headers", "Retry-After")

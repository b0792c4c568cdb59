"""Real servers for the tests: processes of their own on free ports, each ended by its id."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from api.bootstrap import open_app
from api.settings import Settings

ROOT = Path(__file__).parents[2]
ADMIN_KEY = "a key that only the tests know"
PATIENCE = 60.0  # seconds


def until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait for something, but not for ever."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(0.02)


def environment(data: Path, **settings: str) -> dict[str, str]:
    """The environment of a process that knows these settings and no others."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ADVISOR_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    told = {"ADVISOR_DATA": str(data), "ADVISOR_CORPUS": str(ROOT / "corpus"), "ADVISOR_RATE_LIMIT": "off"}
    return kept | told | {f"ADVISOR_{name.upper()}": value for name, value in settings.items()}


@dataclass(frozen=True)
class Server:
    """A running server."""

    process: "subprocess.Popen[bytes]"
    url: str
    data: Path
    log: Path

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def database(self) -> str:
        return f"sqlite:///{self.data / 'conversations.db'}"

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=PATIENCE)

    def is_ready(self) -> bool:
        return httpx.get(f"{self.url}/health/ready").status_code == 200

    def number(self, name: str, **labels: str) -> float:
        """One of the numbers that Prometheus is told."""
        inner = ",".join(f'{key}="{value}"' for key, value in labels.items())
        line = re.escape(name + (f"{{{inner}}}" if inner else ""))
        found = re.search(rf"^{line} (\S+)$", httpx.get(f"{self.url}/metrics").text, re.M)
        return float(found[1]) if found else 0.0

    def lines(self) -> list[dict[str, Any]]:
        """What it has logged."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines() if line.startswith("{")]

    def kill(self) -> None:
        """End it without a word, as a machine that loses its power would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)


def copy_index(built: Path, to: Path) -> Path:
    """A data folder of its own with an index that was built before."""
    shutil.copytree(built / "index", to / "index")
    return to


@contextmanager
def serving(data: Path, *, ready: bool = True, **settings: str) -> Iterator[Server]:
    """A server over a data folder, ended at last."""
    log = data / f"log-{time.monotonic_ns()}"
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "api", "--port", "0"], cwd=ROOT, env=environment(data, **settings), stderr=stderr
        )
    try:
        until(lambda: "\n" in log.read_text("utf-8"), "the port is open")
        server = Server(process, log.read_text("utf-8").splitlines()[0].rpartition(" ")[2], data, log)
        until(lambda: answers(server), "the server answers")
        if ready:
            until(server.is_ready, "the server is ready")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise


@contextmanager
def serving_here(data: Path, clock: Callable[[], float] = time.time, **settings: Any) -> Iterator[str]:
    """A server in a thread of this process, which has loaded everything already; its address."""
    told: dict[str, Any] = {"corpus": ROOT / "corpus", "data": data, "rate_limit": "off"} | settings
    app = open_app(Settings(_env_file=None, **told), clock=clock)
    config = uvicorn.Config(app, http="h11", ws="none", log_config=None, access_log=False, proxy_headers=False)
    running = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            until(lambda: running.started and httpx.get(f"{url}/health/ready").status_code == 200, "it is ready")
            yield url
        finally:
            running.should_exit = True
            thread.join(PATIENCE)


def answers(server: Server) -> bool:
    """Whether the process answers at all."""
    try:
        return httpx.get(f"{server.url}/health/live").status_code == 200
    except httpx.TransportError:
        return False


def events_of(text: str) -> list[tuple[str, Any]]:
    """The named events of a stream, comments left out."""
    blocks = [dict(line.split(": ", 1) for line in block.splitlines()) for block in text.split("\n\n") if block.strip()]
    return [(block["event"], json.loads(block["data"])) for block in blocks if "event" in block]

"""The server as it is run: `python -m api` on a free port of loopback, ended by its id."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.api.parts import process, until
from tests.index.serving import free_port

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    pid: int
    log: Path


def environment(**settings: object) -> dict[str, str]:
    """The environment with these settings of the house and no other."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ADVISOR_", "OTEL_"))}
    return (
        kept | {"PYTHONPATH": str(ROOT)} | {f"ADVISOR_{name.upper()}": str(value) for name, value in settings.items()}
    )


@contextmanager
def starting(folder: Path, settings: Mapping[str, str]) -> Iterator[tuple[Server, Callable[[], None]]]:
    """A server that has been started, and what waits until it is ready."""
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "log"
    command = [sys.executable, "-m", "api", "--port", str(port)]
    with process(command, log, environment=settings) as running:
        server = Server(f"http://127.0.0.1:{port}", running.pid, log)

        def ready() -> bool:
            try:
                return httpx.get(f"{server.url}/health/ready").status_code == 200
            except httpx.TransportError:
                return False

        yield server, lambda: until(ready, running, log)

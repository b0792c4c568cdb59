"""How fast the server is, as ratios within one run; `make bench` calls it.

    python -m tests.bench.api_bench [REQUESTS]      5000 requests of 32 clients where no number is given

It prints a table, writes it into `.advisor/bench/`, and ends with 1 where any request failed.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

import torch

from index.bootstrap import build_index
from index.embedding.embedder import load_model
from index.embedding.model import packaged_model
from index.settings import Settings
from tests.api.serving import Server, copy_index, serving
from tests.bench.index_bench import CORPUS, OUT, ROOT, timed

DATA = OUT / "data"
WARM, ALONE, REQUESTS, CLIENTS, BATCH = 20, 500, 5_000, 32, 32
ROUNDS, SAMPLE = 5, 100  # the crowd asks turn about with the raw model, which encodes so many questions each time


@dataclass
class Asked:
    """What came of some requests: the seconds of each that was answered, and what was said of those that were not."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)  # answered without a word: the adviser's fault, not the server's
    whole: float = 0.0  # seconds from the first to the last

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.whole


class Client:
    """A client that keeps its connection."""

    def __init__(self, server: Server) -> None:
        self._connection = HTTPConnection(urlsplit(server.url).netloc, timeout=60)

    def ask(self, question: str, asked: Asked) -> None:
        """One question, a conversation of its own."""
        body, start = json.dumps({"message": question}), time.perf_counter()
        try:
            self._connection.request("POST", "/v1/chat", body, {"Content-Type": "application/json"})
            response = self._connection.getresponse()
            said = response.read()
        except OSError as error:
            asked.failed.append(f"{type(error).__name__}: {question}")
            self._connection.close()
            return
        if response.status != 200:
            asked.failed.append(f"{response.status} {said[:200]!r}: {question}")
            return
        asked.seconds.append(time.perf_counter() - start)
        if not json.loads(said)["answer"]:
            asked.empty.append(question)


class Raw:
    """The raw model, with as many threads as the server's encoder has: one."""

    def __init__(self) -> None:
        self._model = load_model(str(packaged_model()))
        torch.set_num_threads(1)
        self._model.encode(["warm"])

    def encode(self, questions: Sequence[str]) -> float:
        """The seconds that one call takes."""
        seconds: list[float] = []
        with timed(seconds):
            self._model.encode(list(questions), batch_size=BATCH, show_progress_bar=False)
        return seconds[0]

    def rates(self, questions: Sequence[str]) -> tuple[float, float]:
        """Questions a second, one by one and in batches."""
        singly = sum(self.encode([question]) for question in questions)
        return len(questions) / singly, len(questions) / self.encode(questions)


def asked_in_evals() -> list[str]:
    """Questions as people ask them, each once: more than anything remembers."""
    lines = (ROOT / "evals" / "faq.jsonl").read_text("utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["messages"][-1] for line in lines))


def alone(server: Server, raw: Raw, questions: Sequence[str]) -> tuple[Asked, list[float]]:
    """One client, turn about with the raw model; the warm questions before are not counted."""
    client, asked, encoding = Client(server), Asked(), list[float]()
    for question in questions[:WARM]:
        client.ask(question, Asked())
    for question in questions:
        client.ask(question, asked)
        encoding.append(raw.encode([question]))
    return asked, encoding


def crowd(server: Server, questions: Iterator[str]) -> Asked:
    """Many clients who ask until the questions run out."""
    lock, parts = Lock(), [Asked() for _ in range(CLIENTS)]

    def go(asked: Asked) -> None:
        client = Client(server)
        while True:
            with lock:
                question = next(questions, None)
            if question is None:
                return
            client.ask(question, asked)

    whole: list[float] = []
    with timed(whole), ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(go, parts))
    return together(parts, whole[0])


def together(parts: Sequence[Asked], whole: float) -> Asked:
    """Several as one."""
    seconds, failed, empty = (
        [one for part in parts for one in getattr(part, kind)] for kind in ("seconds", "failed", "empty")
    )
    return Asked(seconds, failed, empty, whole)


def memory(server: Server) -> float:
    """MB that the server holds."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(server.process.pid)], capture_output=True, text=True, check=True
    )
    return int(told.stdout) / 1024


def report(
    one: Asked, encoding: Sequence[float], crowds: Sequence[Asked], rates: Sequence[tuple[float, float]], mb: float
) -> str:
    """The table."""
    raw, many = statistics.median(encoding), together(crowds, sum(part.whole for part in crowds))
    ratios = [part.rate / pair[0] for part, pair in zip(crowds, rates, strict=True)]
    singly, batched = (statistics.mean(pair[kind] for pair in rates) for kind in (0, 1))
    rows = [
        ("one client, median", f"{_ms(statistics.median(one.seconds))}", f"{statistics.median(one.seconds) / raw:.2f}"),
        ("one client, 95 %", f"{_ms(_late(one.seconds))}", f"{_late(one.seconds) / raw:.2f}"),
        ("raw model, one question", _ms(raw), "1"),
        (f"{CLIENTS} clients", f"{many.rate:.1f}/s", f"{statistics.median(ratios):.2f}"),
        (f"{CLIENTS} clients, rounds", "", ", ".join(f"{ratio:.2f}" for ratio in ratios)),
        (f"{CLIENTS} clients, median wait", _ms(statistics.median(many.seconds)), ""),
        (f"{CLIENTS} clients, 95 % wait", _ms(_late(many.seconds)), ""),
        ("raw model, one by one", f"{singly:.1f}/s", "1"),
        (f"raw model, batches of {BATCH}", f"{batched:.1f}/s", f"{batched / singly:.2f}"),
        ("memory of the server", f"{mb:.0f} MB", ""),
        ("failed requests", f"{len(one.failed) + len(many.failed)} of {_all(one) + _all(many)}", ""),
    ]
    lines = ["# The server's speed", "", "| measure | reached | over the raw model, one thread |", "|---|---|---|"]
    lines += [f"| {name} | {reached} | {ratio} |" for name, reached, ratio in rows]
    told = [f"failed: {said}" for said in [*one.failed, *many.failed][:10]]
    told += [f"answered without a word: {said}" for said in dict.fromkeys([*one.empty, *many.empty])]
    return "\n".join([*lines, "", *told]) + "\n"


def _all(asked: Asked) -> int:
    return len(asked.seconds) + len(asked.failed)


def _late(seconds: Sequence[float]) -> float:
    return sorted(seconds)[round(0.95 * (len(seconds) - 1))]


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


def main(requests: int) -> int:
    """Build, serve, measure, print, write."""
    build_index(Settings(corpus=CORPUS, data=DATA))
    questions, raw = asked_in_evals(), Raw()
    with tempfile.TemporaryDirectory() as scratch, serving(copy_index(DATA, Path(scratch))) as server:
        one, encoding = alone(server, raw, questions[:ALONE])
        crowds, rates, asking = list[Asked](), list[tuple[float, float]](), cycle(questions)
        for _ in range(ROUNDS):
            rates.append(raw.rates(questions[:SAMPLE]))
            crowds.append(crowd(server, islice(asking, requests // ROUNDS)))
        mb = memory(server)
    text = report(one, encoding, crowds, rates, mb)
    (OUT / "api.md").write_text(text, "utf-8")
    print(text + f"\nwritten to {OUT / 'api.md'}")
    return 1 if one.failed or any(part.failed for part in crowds) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS))

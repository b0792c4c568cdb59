"""How fast the index room is, as ratios within one run; `make bench` calls it.

    python -m tests.bench.index_bench [SIZE …]      grown to 1000, 10000 and 100000 passages where none is named

It prints a table, writes it with a plot into `.advisor/bench/`, and ends with 1 where a limit is not kept.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.build import Built, build
from index.edition import Edition
from index.embedding.embedder import Embedder, SentenceTransformerEmbedder, load_model
from index.embedding.encoder import Encoder
from index.embedding.model import packaged_model
from index.embedding.records import Matrix
from index.guides import read_guides
from index.storing.folders import FolderStore
from index.vocabulary import read_vocabulary
from tests.bench.growing import Asking, grow, opened
from tests.bench.plot import plot
from tests.index.asked import read_asked

ROOT = Path(__file__).parents[2]
CORPUS, OUT = ROOT / "corpus", ROOT / ".advisor" / "bench"
SIZES = (1_000, 10_000, 100_000)
PERTURBED = (
    "Passages beyond the corpus's own are perturbed copies of them: the same words, their vectors shaken (cosine .96)."
)


@dataclass(frozen=True)
class Measure:
    """One ratio and the limit it must keep."""

    name: str
    reached: float
    limit: float
    least: bool  # whether the limit is a least or a most
    told: str

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.reached >= self.limit if self.least else self.reached <= self.limit

    @property
    def line(self) -> str:
        """A line of the table."""
        limit = f"{'at least' if self.least else 'at most'} {self.limit:g}"
        return f"| {self.name} | {self.reached:.3f} | {limit} | {'yes' if self.kept else '**no**'} | {self.told} |"


class Racing(SentenceTransformerEmbedder):
    """The building model; whatever it embeds the raw model embeds beside it, so that a busy machine slows both."""

    def __init__(self) -> None:
        super().__init__()
        self.raw = load_model(str(packaged_model()))
        self.raw_seconds: list[float] = []
        self.texts = 0
        super().embed(["warm"])
        self.raw.encode(["warm"])

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Embed twice, and time the raw model's part."""
        self.texts += len(texts)
        vectors = super().embed(texts)
        with timed(self.raw_seconds):
            self.raw.encode(list(texts), show_progress_bar=False)
        return vectors


@contextmanager
def timed(seconds: list[float]) -> Iterator[None]:
    """Add the time a block takes."""
    start = time.perf_counter()
    yield
    seconds.append(time.perf_counter() - start)


def built(folder: Path, embedder: Embedder) -> Built:
    """The whole build as `python -m index build` does it, without its start-up."""
    guides, vocabulary = read_guides(CORPUS / "guides"), read_vocabulary(CORPUS / "vocabulary.yaml")
    return build(guides, vocabulary, embedder, FolderStore(folder), lambda _done, _of: None)


def building(folder: Path) -> list[Measure]:
    """A full build against the raw model on the same texts, and a build that finds nothing changed."""
    embedder, full, again = Racing(), list[float](), list[float]()
    with timed(full):
        passages = built(folder, embedder).passages
    for _ in range(3):
        idle = SentenceTransformerEmbedder()
        with timed(again):
            outcome = built(folder, idle)
        assert not outcome.changed
        assert not idle.loaded, "an unchanged build must not load the model"
    raw, texts = sum(embedder.raw_seconds), embedder.texts
    whole = full[0] - raw
    return [
        Measure(
            "texts embedded a second, whole build over raw model",
            raw / whole,
            0.9,
            least=True,
            told=f"{texts / whole:.0f} and {texts / raw:.0f}; {texts} texts, {passages} passages, {whole:.1f} s",
        ),
        Measure(
            "build that finds nothing changed, over a full one",
            statistics.median(again) / whole,
            0.02,
            least=False,
            told=f"{1000 * statistics.median(again):.0f} ms, the model not loaded",
        ),
    ]


def searching(folder: Path) -> Measure:
    """Whole searches against `SentenceTransformer.encode` of the same questions, turn about in one process."""
    model, edition = load_model(str(packaged_model())), Edition(opened(folder), Encoder())
    ours, encoding = list[float](), list[float]()
    for asked in [*read_asked("tuning")[:5], *read_asked("tuning"), *read_asked("held")]:
        with timed(ours):
            edition.search(asked.question)
        with timed(encoding):
            model.encode(asked.question, show_progress_bar=False)
    search, encode = statistics.median(ours[5:]), statistics.median(encoding[5:])
    told = f"{1000 * search:.1f} and {1000 * encode:.1f} ms, medians of {len(ours) - 5}, {len(edition.chunks)} passages"
    return Measure("search over SentenceTransformer.encode", search / encode, 1.3, least=False, told=told)


def growth(source: Path, sizes: Sequence[int]) -> Iterator[tuple[int, float, Asking]]:
    """What indexes of some sizes take to write, to open and to ask, each in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.growing"]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            writing = list[float]()
            with timed(writing):
                subprocess.run([*command, "make", str(source), folder, str(size)], cwd=ROOT, check=True)
            asked = subprocess.run(
                [*command, "ask", folder], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
            ).stdout
            yield size, writing[0], Asking(**json.loads(asked))


def report(measures: Sequence[Measure], grown: Sequence[tuple[int, float, Asking]]) -> str:
    """The tables."""
    lines = ["# The index room's speed", "", "| measure | reached | limit | kept | told |", "|---|---|---|---|---|"]
    lines += [measure.line for measure in measures]
    lines += ["", PERTURBED, "", "| passages | search ms, median (95 %) | of it encoding | memory MB | disk MB |"]
    lines[-1] += " written in s | opened in s |"
    lines.append("|---|---|---|---|---|---|---|")
    for size, writing, asking in grown:
        lines.append(
            f"| {size:,} | {asking.median_ms:.1f} ({asking.late_ms:.1f}) | {asking.encoding_ms:.1f}"
            f" | {asking.memory_mb:,.0f} | {asking.disk_mb:,.0f} | {writing:.1f} | {asking.opening_s:.1f} |"
        )
    return "\n".join(lines) + "\n"


def main(sizes: Sequence[int]) -> int:
    """Measure, print, write."""
    with tempfile.TemporaryDirectory() as scratch:
        real, thousand = Path(scratch) / "real", Path(scratch) / "thousand"
        measures = building(real)
        grow(opened(real), thousand, 1_000)
        measures.append(searching(thousand))
        grown = list(growth(real, sizes))
    text = report(measures, grown)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "index.md").write_text(text, "utf-8")
    curves = {
        "search, ms": [asking.median_ms for _, _, asking in grown],
        "memory, MB": [asking.memory_mb for _, _, asking in grown],
        "disk, MB": [asking.disk_mb for _, _, asking in grown],
    }
    (OUT / "index.svg").write_text(plot("The index as it grows", "passages", sizes, curves), "utf-8")
    print(text + f"\nwritten to {OUT / 'index.md'} and index.svg")
    return 0 if all(measure.kept for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or SIZES))

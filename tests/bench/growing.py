"""Indexes of any size, grown from the real one with perturbed copies; and what such an index takes to open and ask.

python -m tests.bench.growing make SOURCE TARGET SIZE     writes an index of SIZE passages
python -m tests.bench.growing ask TARGET                  opens it and asks, in a process that does nothing else
"""

import json
import math
import resource
import statistics
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from index.chunks import Chunk
from index.edition import Edition
from index.embedding.encoder import Encoder
from index.embedding.records import Matrix, Record, Records
from index.storing.folders import FolderStore
from index.storing.manifest import GuideEntry, Manifest
from index.storing.store import Generation, read_current
from tests.index.asked import read_asked

NOISE = 0.3  # beside a vector of length one: a copy's cosine to its original is about .96


@dataclass(frozen=True)
class Asking:
    """What one index takes from a process that does nothing else."""

    opening_s: float
    median_ms: float
    late_ms: float  # 19 of 20 questions are quicker
    encoding_ms: float  # what the question's own encoding takes of the median
    memory_mb: float  # at the most
    disk_mb: float


def opened(folder: Path) -> Generation:
    """The index in a folder."""
    generation = read_current(FolderStore(folder))
    if generation is None:
        raise SystemExit(f"there is no index in {folder}")
    return generation


def grow(source: Generation, folder: Path, size: int) -> None:
    """Write an index of so many passages: the source's, then copies of them in copies of its guides."""
    random = np.random.default_rng(0)
    chunks, guides, entries, matrices = list[Chunk](), list[GuideEntry](), list[Record](), list[Matrix]()
    for copy in range(math.ceil(size / len(source.chunks))):
        mark = f"-{copy}" if copy else ""
        taken = {chunk.id for chunk in source.chunks[: size - len(chunks)]}
        rows = [row for row, entry in enumerate(source.records.entries) if entry.chunk_id in taken]
        chunks += [
            replace(chunk, id=chunk.id + mark, guide=chunk.guide + mark) for chunk in source.chunks if chunk.id in taken
        ]
        guides += [guide.model_copy(update={"slug": guide.slug + mark}) for guide in source.manifest.guides]
        entries += [
            replace(entry, id=entry.id + mark, chunk_id=f"{entry.chunk_id}{mark}")
            for entry in map(source.records.entries.__getitem__, rows)
        ]
        matrices.append(shaken(source.records.matrix[rows], random) if copy else source.records.matrix[rows])
    was = source.manifest
    manifest = Manifest(
        model=was.model,
        dimension=was.dimension,
        chunker=was.chunker,
        guides=tuple(guides),
        vocabulary=was.vocabulary,
        built=was.built,
    )
    store = FolderStore(folder)
    with store.building():
        store.write(manifest, chunks, Records(tuple(entries), np.concatenate(matrices)))


def shaken(matrix: Matrix, random: np.random.Generator) -> Matrix:
    """The vectors with some noise, of length one again."""
    noise = random.standard_normal(matrix.shape, np.float32) * np.float32(NOISE / math.sqrt(matrix.shape[1]))
    moved = matrix + noise
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def ask(folder: Path) -> Asking:
    """Open an index and put all questions to it, each by itself."""
    encoder = Encoder()
    encoder.embed(["warm"])
    start = time.perf_counter()
    edition = Edition(opened(folder), encoder)
    edition.search("warm")
    opening = time.perf_counter() - start
    encoding, searching = list[float](), list[float]()
    for asked in read_asked("tuning") + read_asked("held"):
        start = time.perf_counter()
        encoder.embed([edition.spell_out(asked.question)])
        encoding.append(time.perf_counter() - start)
        start = time.perf_counter()
        edition.search(asked.question)
        searching.append(time.perf_counter() - start)
    return Asking(
        opening_s=opening,
        median_ms=1000 * statistics.median(searching),
        late_ms=1000 * statistics.quantiles(searching, n=20)[-1],
        encoding_ms=1000 * statistics.median(encoding),
        memory_mb=memory(),
        disk_mb=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20,
    )


def memory() -> float:
    """The most this process has held so far, in MB; Linux says it only here without what the parent held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return next(int(line.split()[1]) for line in status.read_text("utf-8").splitlines() if "VmHWM" in line) / 1024


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", source, target, size]:
            grow(opened(Path(source)), Path(target), int(size))
        case ["ask", target]:
            print(json.dumps(asdict(ask(Path(target)))))
        case _:
            raise SystemExit(__doc__)

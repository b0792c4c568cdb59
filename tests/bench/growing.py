"""The real index grown with perturbed copies of its own passages, and one grown index opened and asked, alone in a process.

    python -m tests.bench.growing make SOURCE TARGET SIZE     an index of SIZE passages; prints the seconds it took
    python -m tests.bench.growing ask TARGET                  opens it and asks; prints what that took
"""

import json
import os
import resource
import sys
import time
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path

import numpy as np

from index.edition import Edition
from index.encoder import Encoder
from index.folders import FolderStore
from index.manifest import UNSEALED
from index.records import Matrix, Record, Records
from index.store import Generation, read_current
from tests.index.asked import read_asked

NOISE = 0.3  # beside a vector of length one: a copy's cosine to its original is about .96


@dataclass(frozen=True)
class Asking:
    """What one grown index takes from a process that does nothing else."""

    opening_s: float
    median_ms: float
    late_ms: float  # 19 of 20 questions are quicker
    encoding_ms: float  # the part of the median that is the question's own encoding
    memory_mb: float
    disk_mb: float


def opened(folder: Path) -> Generation:
    """The index in a folder."""
    generation = read_current(FolderStore(folder))
    if generation is None:
        raise SystemExit(f"there is no index in {folder}")
    return generation


def grow(source: Path, target: Path, size: int) -> float:
    """Write an index of so many passages, copies of the source's with shaken vectors; gives the seconds of writing."""
    generation = opened(source)
    random = np.random.default_rng(0)
    chunks, entries, matrices = list(generation.chunks), list(generation.records.entries), [generation.records.matrix]
    guides = list(generation.manifest.guides)
    for copy in count(1):
        if len(chunks) >= size:
            break
        taken = generation.chunks[: size - len(chunks)]
        names = {chunk.id: f"{chunk.id}-{copy}" for chunk in taken}
        guides += [replace_slug(guide, copy) for guide in generation.manifest.guides]
        chunks += [replace(chunk, id=names[chunk.id], guide=f"{chunk.guide}-{copy}") for chunk in taken]
        rows = [row for row, entry in enumerate(generation.records.entries) if entry.chunk_id in names]
        entries += [copied(generation.records.entries[row], copy) for row in rows]
        matrices.append(shaken(generation.records.matrix[rows], random))
    manifest = generation.manifest.model_copy(update={"guides": tuple(guides), "seal": UNSEALED})
    store = FolderStore(target)
    start = time.perf_counter()
    with store.building():
        store.write(manifest, chunks[:size], kept(entries, np.concatenate(matrices), {c.id for c in chunks[:size]}))
    return time.perf_counter() - start

"""How guides become an index: guides -> chunks -> vectors -> Chroma, readable from top to bottom."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

import numpy as np

from index.cutting.cutter import CUTTER, cut
from index.cutting.left_out import LeftOut
from index.cutting.remarks import remarks, unsaid
from index.cutting.screening import screened_front
from index.embedding.embedder import Embedder
from index.embedding.listing import LISTING, list_records
from index.embedding.records import Records, Vector
from index.errors import DamagedIndexError, GuideError
from index.guides import Guide
from index.storing.manifest import GuideEntry, Manifest, ingredients
from index.storing.store import Generation, Store, read_current
from index.vocabulary import Vocabulary

Progress: TypeAlias = Callable[[int, int], None]  # texts embedded so far, of how many

CHUNKER = f"{CUTTER}.{LISTING}"
AT_ONCE = 256  # texts between two words of progress


@dataclass(frozen=True)
class Built:
    """What a build did."""

    id: str
    guides: int
    passages: int
    embedded: int  # texts that the model read; the vectors of all others were known
    changed: bool  # whether there is a new generation
    remarks: tuple[str, ...] = ()  # what a maintainer may want to mend, one line each
    left_out: tuple[LeftOut, ...] = ()  # what the guides say to programs, found where they were read anew


def build(
    guides: Sequence[Guide],
    vocabulary: Vocabulary,
    embedder: Embedder,
    store: Store,
    on_progress: Progress,
    *,
    rebuild: bool = False,
) -> Built:
    """Bring the index up to what the guides say; what has not changed is not embedded again."""
    left_out: list[LeftOut] = []
    guides = [screened_front(guide, left_out.append) for guide in guides]
    entries = tuple(GuideEntry.of(guide) for guide in guides)
    wanted = ingredients(entries, vocabulary, embedder.name, CHUNKER)
    with store.building():
        with _previous(store, rebuild) as previous:
            if previous and previous.manifest.id == wanted:
                return Built(wanted, len(guides), len(previous.chunks), 0, changed=False)
            known = _known_vectors(previous, embedder)
        chunks = [
            chunk
            for guide in guides
            for chunk in cut(guide, vocabulary, embedder.count_tokens, embedder.window, left_out.append)
        ]
        if not chunks:
            raise GuideError("the guides hold no text that could be found: write into one, then build again")
        records = list_records(chunks, vocabulary)
        missing = {record.text for record in records} - known.keys()
        known |= _embed(missing, embedder, on_progress)
        manifest = Manifest(
            model=embedder.name,
            dimension=embedder.dimension,
            chunker=CHUNKER,
            guides=entries,
            vocabulary=vocabulary,
            built=datetime.now(UTC),
        )
        matrix = np.stack([known[record.text] for record in records])
        store.write(manifest, chunks, Records(tuple(records), matrix))
        noted = (*unsaid(guides), *remarks(chunks, vocabulary))
        return Built(wanted, len(guides), len(chunks), len(missing), True, noted, tuple(left_out))


@contextmanager
def _previous(store: Store, rebuild: bool) -> Iterator[Generation | None]:
    """The index so far, unless it is not wanted or cannot be trusted: then everything is made anew."""
    generation = None
    if not rebuild:
        with suppress(DamagedIndexError):
            generation = read_current(store)
    try:
        yield generation
    finally:
        if generation:
            generation.release()


def _known_vectors(previous: Generation | None, embedder: Embedder) -> dict[str, Vector]:
    """What need not be embedded again: the vectors of the same texts by the same model."""
    if not previous or previous.manifest.model != embedder.name or previous.manifest.dimension != embedder.dimension:
        return {}
    records = previous.records
    return {entry.text: vector for entry, vector in zip(records.entries, records.matrix, strict=True)}


def _embed(texts: Iterable[str], embedder: Embedder, on_progress: Progress) -> dict[str, Vector]:
    """The vectors of some texts, those of one length together, which is faster."""
    waiting = sorted(texts, key=lambda text: (len(text), text))
    vectors = dict[str, Vector]()
    for start in range(0, len(waiting), AT_ONCE):
        some = waiting[start : start + AT_ONCE]
        vectors.update(zip(some, embedder.embed(some), strict=True))
        on_progress(len(vectors), len(waiting))
    return vectors

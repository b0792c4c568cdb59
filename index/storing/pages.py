"""Pages: many records with their vectors as two texts, read ten times as fast as one by one, and to the last bit."""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple

import numpy as np

from index.embedding.records import Record, Records
from index.storing.entries import Metadata

A_PAGE = 256  # records; half a megabyte of vectors
LAYOUT = "<f4"


def paged(records: Records) -> Iterator[dict[str, str]]:
    """The records page by page."""
    for start in range(0, len(records.entries), A_PAGE):
        rows = slice(start, start + A_PAGE)
        vectors = np.ascontiguousarray(records.matrix[rows], dtype=LAYOUT)
        yield {
            "records": json.dumps([astuple(entry) for entry in records.entries[rows]], ensure_ascii=False),
            "vectors": base64.b64encode(vectors.tobytes()).decode(),
        }


def unpaged(page: Metadata, dimension: int) -> Records:
    """The records of one page; ValueError or KeyError if it is no such page."""
    entries = tuple(Record(*entry) for entry in json.loads(str(page["records"])))
    vectors = np.frombuffer(base64.b64decode(str(page["vectors"])), dtype=LAYOUT)
    return Records(entries, vectors.reshape(len(entries), dimension).astype(np.float32))


def joined(pages: Sequence[Records], dimension: int) -> Records:
    """The records of all pages."""
    entries = tuple(entry for page in pages for entry in page.entries)
    return Records(entries, np.concatenate([np.empty((0, dimension), np.float32), *(page.matrix for page in pages)]))

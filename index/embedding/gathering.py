"""Texts that arrive together are encoded together: one pass over several costs a third of as many passes."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedder

AT_ONCE = 32  # texts in one batch; more would only keep the first one waiting


@dataclass(eq=False)
class _Asked:
    """What one caller wants encoded, and what came of it."""

    texts: Sequence[str]
    woken: threading.Event = field(default_factory=threading.Event)  # it is done, or it is this one's turn to encode
    vectors: NDArray[np.float32] | None = None
    error: BaseException | None = None


class Gathering:
    """An Embedder over another: who comes first encodes for all that wait, then the next one does; nobody waits for company."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._waiting: list[_Asked] = []
        self._encoding = False
        self._guard = threading.Lock()

    @property
    def name(self) -> str:
        """The name of the embedder behind."""
        return self._embedder.name

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return self._embedder.dimension

    @property
    def window(self) -> int:
        """How many tokens of a text are read."""
        return self._embedder.window

    def count_tokens(self, text: str) -> int:
        """How many tokens a text takes."""
        return self._embedder.count_tokens(text)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""
        asked = _Asked(texts)
        with self._guard:
            self._waiting.append(asked)
            free, self._encoding = not self._encoding, True
        if not free:
            asked.woken.wait()
        if asked.vectors is None and asked.error is None:
            self._encode(self._first())
        if asked.vectors is None:
            assert asked.error is not None
            raise asked.error
        return asked.vectors

    def _first(self) -> list[_Asked]:
        """Those who have waited longest, as many as go into one batch; the one who encodes is the first of them."""
        with self._guard:
            taken, size = 1, len(self._waiting[0].texts)
            while taken < len(self._waiting) and size + len(self._waiting[taken].texts) <= AT_ONCE:
                size += len(self._waiting[taken].texts)
                taken += 1
            batch, self._waiting = self._waiting[:taken], self._waiting[taken:]
            return batch

    def _encode(self, batch: Sequence[_Asked]) -> None:
        """Encode a batch, hand its vectors out, and let the next one encode what has come meanwhile."""
        try:
            matrix = self._embedder.embed([text for asked in batch for text in asked.texts])
        except BaseException as error:  # whoever waits for this batch must learn of it
            for asked in batch:
                asked.error = error
        else:
            start = 0
            for asked in batch:
                asked.vectors = matrix[start : start + len(asked.texts)]
                start += len(asked.texts)
        finally:
            self._hand_on(batch)

    def _hand_on(self, batch: Sequence[_Asked]) -> None:
        with self._guard:
            following = self._waiting[:1]
            self._encoding = bool(following)
        for asked in (*batch, *following):
            asked.woken.set()

"""Texts that arrive together are encoded together, and each caller gets its own."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import numpy as np
import pytest

from index.embedding.encoder import Encoder
from index.embedding.gathering import AT_ONCE, Gathering
from index.embedding.records import Matrix
from index.errors import EmbeddingError
from tests.fakes import HashEmbedder

LONG = 30.0  # seconds after which something hangs


class HeldEmbedder(HashEmbedder):
    """Remembers its batches; it can be held in the middle of one, and never does two at once."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.entered, self.open = threading.Semaphore(0), threading.Event()
        self.open.set()
        self._inside = threading.Lock()

    def embed(self, texts: Sequence[str]) -> Matrix:
        assert self._inside.acquire(blocking=False), "two batches at once"
        try:
            self.batches.append(list(texts))
            self.entered.release()
            assert self.open.wait(LONG)
            if "broken" in texts:
                raise EmbeddingError("a text could not be read")
            return super().embed(texts)
        finally:
            self._inside.release()


@pytest.fixture
def held() -> HeldEmbedder:
    return HeldEmbedder()


@contextmanager
def arriving(held: HeldEmbedder, calls: Sequence[Sequence[str]]) -> Iterator[list[Future[Matrix]]]:
    """Calls that come, in this order, while the first of them is being encoded."""
    gathering = Gathering(held)
    held.open.clear()
    with ThreadPoolExecutor(len(calls)) as pool:
        futures = [pool.submit(gathering.embed, calls[0])]
        assert held.entered.acquire(timeout=LONG)
        for number, texts in enumerate(calls[1:], 1):
            futures.append(pool.submit(gathering.embed, texts))
            while len(gathering._waiting) < number:  # nothing takes them before the first is done
                threading.Event().wait(0.001)
        held.open.set()
        yield futures


def test_a_caller_alone_is_encoded_at_once_and_by_itself(held: HeldEmbedder) -> None:
    gathering = Gathering(held)
    assert np.array_equal(gathering.embed(["one", "two"]), HashEmbedder().embed(["one", "two"]))
    gathering.embed(["three"])
    assert held.batches == [["one", "two"], ["three"]]


def test_callers_that_come_meanwhile_are_encoded_in_one_batch(held: HeldEmbedder) -> None:
    with arriving(held, [["first"], ["a"], ["b", "c"], ["d"]]) as futures:
        found = [future.result(LONG) for future in futures]
    assert held.batches == [["first"], ["a", "b", "c", "d"]]
    for texts, vectors in zip((["first"], ["a"], ["b", "c"], ["d"]), found, strict=True):
        assert np.array_equal(vectors, HashEmbedder().embed(texts))


def test_a_batch_stays_small_and_those_behind_it_come_next(held: HeldEmbedder) -> None:
    calls = [["first"], *([f"text {number}"] for number in range(AT_ONCE + 8))]
    with arriving(held, calls) as futures:
        for future in futures:
            future.result(LONG)
    assert [len(batch) for batch in held.batches] == [1, AT_ONCE, 8]


def test_a_call_of_many_texts_is_not_torn_apart(held: HeldEmbedder) -> None:
    many = [f"text {number}" for number in range(2 * AT_ONCE)]
    with arriving(held, [["first"], ["a"], many, ["b"]]) as futures:
        assert np.array_equal(futures[2].result(LONG), HashEmbedder().embed(many))
    assert held.batches == [["first"], ["a"], many, ["b"]]


def test_a_failure_reaches_those_of_its_batch_and_nobody_after(held: HeldEmbedder) -> None:
    with arriving(held, [["first"], ["a"], ["broken"]]) as futures:
        futures[0].result(LONG)
        for future in futures[1:]:
            with pytest.raises(EmbeddingError):
                future.result(LONG)
    gathering = Gathering(held)
    with pytest.raises(EmbeddingError):
        gathering.embed(["broken"])
    assert len(gathering.embed(["a"])) == 1


def test_many_threads_all_get_their_own(held: HeldEmbedder) -> None:
    gathering = Gathering(held)
    texts = [f"question {number}" for number in range(2_000)]
    with ThreadPoolExecutor(32) as pool:
        found = list(pool.map(lambda text: gathering.embed([text])[0], texts, timeout=LONG))
    expected = HashEmbedder().embed(texts)
    assert np.array_equal(np.stack(found), expected)
    assert sum(map(len, held.batches)) == len(texts)


def test_the_real_model_gives_a_text_its_own_vector_in_any_company() -> None:
    encoder = Encoder()
    texts = [f"how much is school number {number} {'and what does it ask for ' * (number % 3)}" for number in range(24)]
    gathering = Gathering(encoder)
    with ThreadPoolExecutor(16) as pool:
        found = np.stack(list(pool.map(lambda text: gathering.embed([text])[0], texts, timeout=LONG)))
    alone = np.concatenate([encoder.embed([text]) for text in texts])
    assert np.abs(found - alone).max() < 1e-6


def test_it_says_of_itself_what_the_embedder_behind_it_does(held: HeldEmbedder) -> None:
    gathering = Gathering(held)
    assert (gathering.name, gathering.dimension, gathering.window) == (held.name, held.dimension, held.window)
    assert gathering.count_tokens("two words") == held.count_tokens("two words")

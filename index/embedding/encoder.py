"""The light encoder: the packaged model's own vectors for questions, in a third of a second from a cold start.

Sentence-transformers takes five seconds to start and stays the builder; a test holds both to the same vectors.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from index.embedding.bert import read_bert
from index.embedding.embedder import Embedder, SentenceTransformerEmbedder
from index.embedding.model import PACKAGED, packaged_model, read_shape
from index.embedding.tokens import Tokens
from index.errors import EmbeddingError

AT_ONCE = 2048  # tokens in one pass; more would only cost memory


class Encoder:
    """An Embedder over the packaged model's files, or over a folder of the same form."""

    def __init__(self, folder: Path | None = None) -> None:
        self.name = str(folder) if folder else PACKAGED
        folder = folder or packaged_model()
        shape = read_shape(folder)
        if shape is None:
            raise EmbeddingError(f"{folder} holds no model that the light encoder can read: use sentence-transformers")
        # one BLAS thread takes 8 ms a question, two take 6, or 300 beside a busy process
        threadpool_limits(limits=1, user_api="blas")
        self.dimension, self.window = shape.dimension, shape.window
        self._tokens = Tokens(folder, shape.window)
        self._bert = read_bert(folder, shape)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        means = np.concatenate([self._bert.means(portion) for portion in self._portions(texts)])
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)

    def count_tokens(self, text: str) -> int:
        """How many tokens a text takes, opening and closing marks included."""
        return self._tokens.count(text)

    def _portions(self, texts: Sequence[str]) -> Iterator[list[list[int]]]:
        """The texts as token numbers, as many together as are worth one pass."""
        portion: list[list[int]] = []
        size = 0
        for numbers in map(self._tokens.numbers, texts):
            if portion and size + len(numbers) > AT_ONCE:
                yield portion
                portion, size = [], 0
            portion.append(numbers)
            size += len(numbers)
        yield portion


def question_embedder(name: str | None = None) -> Embedder:
    """What embeds questions: the light encoder for the packaged model, sentence-transformers for any other."""
    return SentenceTransformerEmbedder(name) if name and name != PACKAGED else Encoder()

"""The port `Embedder`, and the adapter that builds an index: sentence-transformers, loaded when first needed."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from index.embedding.model import PACKAGED, packaged_model, read_shape, verify_weights
from index.embedding.tokens import Tokens
from index.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 16  # on a CPU larger batches are slower: short texts would be padded to the longest


class Embedder(Protocol):
    """What turns texts into vectors of length one."""

    @property
    def name(self) -> str:
        """The name that an index remembers its model by."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    @property
    def window(self) -> int:
        """How many tokens of a text are read; the rest is lost."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""

    def count_tokens(self, text: str) -> int:
        """How many tokens a text takes in the model's eyes."""


class SentenceTransformerEmbedder:
    """Any sentence-transformers model by name or folder, the packaged MiniLM where none is named.

    The model is loaded at the first text. Of a folder in the usual form, size, window and tokens are read from its
    files, so that a build that finds nothing changed never pays for torch.
    """

    def __init__(self, name: str | None = None) -> None:
        self.name = name or PACKAGED
        self._packaged = self.name == PACKAGED
        self._folder = packaged_model() if self._packaged else Path(self.name)
        self._shape = read_shape(self._folder)
        self._tokens = Tokens(self._folder, self._shape.window) if self._shape else None
        self._model: SentenceTransformer | None = None

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return self._shape.dimension if self._shape else int(self._loaded().get_embedding_dimension() or 0)

    @property
    def window(self) -> int:
        """How many tokens of a text are read."""
        return self._shape.window if self._shape else int(self._loaded().max_seq_length or 512)

    @property
    def loaded(self) -> bool:
        """Whether the model has been needed so far."""
        return self._model is not None

    def verify(self) -> None:
        """Refuse packaged weights that are not the agreed ones; another model is its chooser's own affair."""
        if self._packaged:
            verify_weights(self._folder)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text; the library itself sorts a batch's texts by length."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._loaded().encode(
            list(texts), batch_size=BATCH, show_progress_bar=False, normalize_embeddings=True
        )
        return np.asarray(vectors, np.float32)

    def count_tokens(self, text: str) -> int:
        """How many tokens a text takes, opening and closing marks included."""
        if self._tokens:
            return self._tokens.count(text)
        return len(self._loaded().tokenizer(text, truncation=False, verbose=False)["input_ids"])

    def _loaded(self) -> "SentenceTransformer":
        """The model, loaded once, from this machine's own disk."""
        if self._model is None:
            self.verify()
            self._model = load_model(str(self._folder) if self._packaged else self.name)
        return self._model


def load_model(name: str) -> "SentenceTransformer":
    """A model from disk: no hub is asked, no bar is drawn, and a busy neighbour does not stop the threads."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # spinning threads take 490 ms instead of 10 beside others
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - four seconds, only when needed
    from transformers.utils import logging  # noqa: PLC0415

    cast(Callable[[], None], logging.disable_progress_bar)()
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=True)
    except Exception as error:  # the library raises many kinds, with a stack of hints about its hub
        raise EmbeddingError(
            f"the embedding model {name!r} cannot be loaded from this machine ({str(error).splitlines()[0]}): set"
            " ADVISOR_EMBEDDING to the folder of a sentence-transformers model, or leave it empty"
        ) from error

"""A small BERT in plain numpy: the weights of a safetensors file, and the passes over them.

Texts are laid end to end, so that nothing is padded; only attention looks at each by itself.
"""

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from index.embedding.model import WEIGHTS, Shape
from index.errors import EmbeddingError

Array = NDArray[np.float32]
# erf after Abramowitz and Stegun 7.1.26: off by 1.5e-7 at most, which float32 cannot tell
ERF_STEP = np.float32(0.3275911)
ERF = [np.float32(c) for c in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)]


@dataclass(frozen=True)
class Linear:
    """One matrix product; the weight is turned, so that memory is read in order."""

    weight: Array
    bias: Array

    def __call__(self, x: Array) -> Array:
        """The product, as a new array."""
        y = x @ self.weight
        y += self.bias
        return y


@dataclass(frozen=True)
class Norm:
    """Layer normalisation."""

    weight: Array
    bias: Array
    eps: float

    def __call__(self, x: Array) -> Array:
        """The same array, normalised in place."""
        x -= np.add.reduce(x, axis=1, keepdims=True) / np.float32(x.shape[1])  # the mean, without its detours
        x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1]) + np.float32(self.eps))
        x *= self.weight
        x += self.bias
        return x


@dataclass(frozen=True)
class Layer:
    """One transformer layer; query, key and value are one product, the query's weight holds the scale."""

    looks: Linear
    mixed: Linear
    mixed_norm: Norm
    wide: Linear
    narrow: Linear
    narrow_norm: Norm
    heads: int

    def __call__(self, x: Array, spans: list[slice]) -> Array:
        """The tokens after this layer."""
        y = self.mixed(self._attend(self.looks(x), spans))
        y += x
        x = self.mixed_norm(y)
        y = self.narrow(gelu(self.wide(x)))
        y += x
        return self.narrow_norm(y)

    def _attend(self, looks: Array, spans: list[slice]) -> Array:
        """The tokens of each text look at each other."""
        seen = np.empty((len(looks), looks.shape[1] // 3), np.float32)
        for span in spans:
            size = span.stop - span.start
            query, key, value = looks[span].reshape(size, 3, self.heads, -1).transpose(1, 2, 0, 3)
            weights = query @ key.transpose(0, 2, 1)
            weights -= weights.max(axis=-1, keepdims=True)
            np.exp(weights, out=weights)
            weights /= weights.sum(axis=-1, keepdims=True)
            seen[span] = (weights @ value).transpose(1, 0, 2).reshape(size, -1)
        return seen


@dataclass(frozen=True)
class Bert:
    """The whole model, ending in the average of a text's tokens."""

    words: Array
    places: Array
    first_norm: Norm
    layers: list[Layer]

    def means(self, texts: list[list[int]]) -> Array:
        """One row for each text, given as token numbers."""
        ends = accumulate(len(numbers) for numbers in texts)
        spans = [slice(end - len(numbers), end) for numbers, end in zip(texts, ends, strict=True)]
        x = self.words[np.concatenate(texts)] + np.concatenate([self.places[: len(numbers)] for numbers in texts])
        x = self.first_norm(x)
        for layer in self.layers:
            x = layer(x, spans)
        return np.stack([x[span].mean(axis=0) for span in spans])


def gelu(x: Array) -> Array:
    """The Gaussian error linear unit, in place."""
    size = np.abs(x)
    z = size * np.float32(0.5**0.5)
    t = 1 / (1 + ERF_STEP * z)
    tail = np.full_like(t, ERF[0])
    tail *= t
    for coefficient in ERF[1:]:
        tail += coefficient
        tail *= t
    tail *= np.exp(-z * z)
    tail *= size
    tail *= np.float32(0.5)
    np.maximum(x, 0, out=x)
    x -= tail
    return x


def read_bert(folder: Path, shape: Shape) -> Bert:
    """The weights of a folder, laid out as the passes need them."""
    try:
        return _read(folder, shape)
    except (OSError, SafetensorError) as error:
        raise EmbeddingError(f"the weights in {folder} cannot be read ({error}): install the model again") from error


def _read(folder: Path, shape: Shape) -> Bert:
    with safe_open(folder / WEIGHTS, "np") as file:

        def array(name: str) -> Array:
            return np.asarray(file.get_tensor(name), np.float32)

        def norm(name: str) -> Norm:
            return Norm(array(f"{name}.weight"), array(f"{name}.bias"), shape.eps)

        def linear(*names: str, scale: float = 1.0) -> Linear:
            weights, biases = ([array(f"{name}.{part}") for name in names] for part in ("weight", "bias"))
            for first in (weights, biases):
                first[0] = first[0] * np.float32(scale)
            return Linear(np.ascontiguousarray(np.concatenate(weights).T), np.concatenate(biases))

        def layer(number: int) -> Layer:
            at = f"encoder.layer.{number}."
            looks = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
            return Layer(
                looks=linear(*looks, scale=(shape.heads / shape.dimension) ** 0.5),
                mixed=linear(f"{at}attention.output.dense"),
                mixed_norm=norm(f"{at}attention.output.LayerNorm"),
                wide=linear(f"{at}intermediate.dense"),
                narrow=linear(f"{at}output.dense"),
                narrow_norm=norm(f"{at}output.LayerNorm"),
                heads=shape.heads,
            )

        kinds = array("embeddings.token_type_embeddings.weight")
        return Bert(
            words=array("embeddings.word_embeddings.weight"),
            places=array("embeddings.position_embeddings.weight") + kinds[0],
            first_norm=norm("embeddings.LayerNorm"),
            layers=[layer(number) for number in range(shape.layers)],
        )

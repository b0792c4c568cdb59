"""Texts as the model's own token numbers, without the model: the one door to `tokenizers`."""

from pathlib import Path

from tokenizers import Tokenizer

from index.errors import EmbeddingError


class Tokens:
    """The tokenizer of a model folder, and the window it is read through."""

    def __init__(self, folder: Path, window: int) -> None:
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # the library raises bare Exception for a missing or broken file
            raise EmbeddingError(
                f"the tokenizer in {folder} cannot be read ({error}): install the model again"
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._window = window

    def numbers(self, text: str) -> list[int]:
        """The numbers the model reads: no more than its window, the opening and the closing mark included."""
        numbers = self._all(text)
        return numbers if len(numbers) <= self._window else [*numbers[: self._window - 1], numbers[-1]]

    def count(self, text: str) -> int:
        """How many tokens a text takes, marks included, however long it is."""
        return len(self._all(text))

    def _all(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text).ids)

"""Duplicates among passages: the same words in two places of one guide are one find."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from index.chunks import Chunk

ALIKE = 0.9  # of their words, in the same order
ENOUGH = 6  # words; a shorter text means what its heading makes of it: "Yes, both."
WORD = re.compile(r"\w+(?:[.,]\d+)*")
TURNING = frozenset({"no", "not", "never", "none", "nor", "without", "cannot", "t"})  # "t" is the end of "don't"


@dataclass(frozen=True)
class Said:
    """What a passage says, in a form that is quick to compare with others."""

    chunk: Chunk
    words: tuple[str, ...]
    marks: frozenset[str]  # the words that must not differ: figures, names, and what turns a sentence round

    @classmethod
    def by(cls, chunk: Chunk) -> "Said":
        """What this passage says."""
        return cls(chunk, *_read(chunk.text))

    def repeats(self, other: "Said") -> bool:
        """Whether both say the same in one guide; equal rows of two tables do not, nor do short texts."""
        one, two = self.chunk, other.chunk
        if one.guide != two.guide or one.kind != two.kind or one.check != two.check:
            return False
        if one.path == two.path and self.words == other.words:
            return one.text == two.text or one.kind != "row"
        if one.kind == "row" or min(len(self.words), len(other.words)) < ENOUGH or self.marks != other.marks:
            return False
        return SequenceMatcher(None, self.words, other.words, autojunk=False).ratio() >= ALIKE


@lru_cache(maxsize=1 << 12)
def _read(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a text, and of them its marks."""
    words = WORD.findall(text)
    small = tuple(word.casefold() for word in words)
    return small, frozenset(low for word, low in zip(words, small, strict=True) if _marks(word, low))


def _marks(word: str, low: str) -> bool:
    """Whether another word in its place would say something else."""
    return word != low or low in TURNING or low[0].isdigit()

"""Words in common: BM25 over the passages, as an absolute score. The one door to bm25s and the stemmer."""

import re
from collections.abc import Sequence

import numpy as np
from bm25s import BM25
from numpy.typing import NDArray
from Stemmer import Stemmer

# an abbreviation with its points ("M.S."), a figure with its commas and decimals, a word with its signs ("C++")
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:\+\+|#)?")
THOUSANDS = re.compile(r"(?<![\w.,])(\d+)k\b")  # "25k" is 25,000


class Keywords:
    """How much of what a question says in words each text says: 0 is nothing, 1 is all of it as well as any text can.

    BM25 gives sums that grow with the question. Divided by the sum that the question could reach, every word at its
    best, they compare between questions. A word that no text has counts as if it were the rarest of all.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._stemmer = Stemmer("english")
        self._size = len(texts)
        self._columns: dict[str, int] = {}
        numbers = [[self._columns.setdefault(word, len(self._columns)) for word in self.words(text)] for text in texts]
        if self._columns:
            self._bm25 = BM25(k1=1.2, b=0.75)
            self._bm25.index((numbers, self._columns), create_empty_token=False, show_progress=False)
            weights = self._bm25.scores
            self._most = np.maximum.reduceat(weights["data"], weights["indptr"][:-1])  # each word at its best
            self._rarest = self._most.max()

    def words(self, text: str) -> list[str]:
        """The words of a text as they are counted: stemmed, "M.S." as "ms", "$25,000" and "25k" as "25000"."""
        found: list[str] = WORD.findall(THOUSANDS.sub(r"\g<1>000", text.casefold()))
        plain = [word.replace(",", "") if word[0].isdigit() else word.replace(".", "") for word in found]
        return list(self._stemmer.stemWords(plain))

    def scores(self, question: str) -> NDArray[np.float32]:
        """One score for each text, 0 for all where the question has no word of theirs."""
        words = dict.fromkeys(self.words(question))
        known = [self._columns[word] for word in words if word in self._columns]
        if not known:
            return np.zeros(self._size, np.float32)
        most = self._most[known].sum() + self._rarest * (len(words) - len(known))
        return np.asarray(self._bm25.get_scores(known) / most, np.float32)

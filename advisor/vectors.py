"""Vectors of texts, the latest ones remembered: what a question says is encoded once, however often it is looked at."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]  # one text's, of length one; or several, a row each
REMEMBERED = 256  # texts


class Vectors:
    """Encodes texts in one batch, without those that it still remembers; safe for many threads."""

    def __init__(self, embed: Callable[[Sequence[str]], Vector]) -> None:
        self._embed = embed
        self._known: OrderedDict[str, Vector] = OrderedDict()
        self._using = threading.Lock()

    def of(self, texts: Sequence[str]) -> tuple[Vector, ...]:
        """One vector a text, in order."""
        with self._using:
            found = {text: self._known[text] for text in texts if text in self._known}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        if new:
            found.update(zip(new, self._embed(new), strict=True))
            self._remember(found)
        return tuple(found[text] for text in texts)

    def _remember(self, found: dict[str, Vector]) -> None:
        with self._using:
            self._known.update(found)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)

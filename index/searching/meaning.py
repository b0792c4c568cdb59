"""Meaning: how close a question comes to a passage, by all that stands for the passage at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """How much each way of finding counts, as tests/index/questions-tuning.jsonl and the guides' own questions taught."""

    passage: float = 0.4
    sentence: float = 0.2  # the closest of the passage's sentences
    heading: float = 0.4  # the question the passage stands under, asked in its closest way
    around: float = 0.6  # the middle of all the ways to ask it; of a single way it says nothing new
    keyword: float = 0.4  # against a closeness in meaning of 1


@dataclass(frozen=True, eq=False)
class Near:
    """The cosines of a question to each of some passages; not a number where a passage stands under no question."""

    passage: Numbers
    sentence: Numbers
    heading: Numbers
    around: Numbers
    ways: Numbers  # how many ways there are to ask the question it stands under
    own: Numbers  # that question as the guide itself asks it

    def meaning(self, weights: Weights) -> Numbers:
        """All of it as one number: 1 where everything says just what is asked."""
        others = 1 - 1 / np.maximum(self.ways, 1)
        return self._weighed(weights, self.heading, self.around, np.asarray(weights.around * others, np.float32))

    def own_meaning(self, weights: Weights) -> Numbers:
        """The same by the guide's own question alone, whatever other ways there are to ask it."""
        return self._weighed(weights, self.own, self.own, np.zeros_like(self.own))

    def _weighed(self, weights: Weights, heading: Numbers, around: Numbers, share: Numbers) -> Numbers:
        text = weights.passage * self.passage + weights.sentence * self.sentence
        said = weights.passage + weights.sentence
        asked = weights.heading * heading + share * around
        weighed = np.where(np.isnan(heading), text / said, (text + asked) / (said + weights.heading + share))
        return np.asarray(weighed, np.float32)

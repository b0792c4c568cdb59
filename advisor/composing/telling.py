"""What has been told so far: which claims, passages and figures, so that nothing is said twice or forgotten."""

import re
from collections.abc import Iterable, Sequence

from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.proving.figures import figures
from advisor.proving.showing import claims_of
from advisor.words import STOP, stem, words

BESIDE = re.compile(r"\s?\([^()]*\)")  # whose it is and how old: no part of what is said
ALIKE = 0.5  # of the words of either: one is the other again
MOST = 0.6  # of a claim's words, for it to have been said
LIKE = 0.3  # of a claim's words: it says about what a sentence would have said


class Telling:
    """Grows with every claim and block that is shown."""

    def __init__(self) -> None:
        self.blocks: set[Block] = set()
        self._claims: set[str] = set()
        self._told: list[Claim] = []
        self._roots: set[str] = set()
        self._sources: set[str] = set()
        self._values: set[float] = set()

    def add(self, block: Block) -> None:
        """One block more."""
        self.blocks.add(block)
        for claim, _ in claims_of(block):
            self.tell(claim)

    def tell(self, claim: Claim) -> None:
        """One claim more."""
        self._claims.add(claim.text.casefold())
        self._told.append(claim)
        self._roots |= set(_roots(claim.text))
        self._sources |= set(claim.sources)
        self._values |= set(_values(claim))

    def says(self, text: str) -> bool:
        """Whether these words were said."""
        return text.casefold() in self._claims

    def touches(self, blocks: Iterable[Block]) -> bool:
        """Whether something was told of what these blocks rest on."""
        return any(set(claim.sources) & self._sources for block in blocks for claim, _ in claims_of(block))

    def holds(self, claim: Claim) -> bool:
        """Whether a claim has been told: in its words, or its figures from its passages."""
        if self.says(claim.text):
            return True
        values = set(_values(claim))
        return bool(claim.sources and values) and set(claim.sources) <= self._sources and values <= self._values

    def repeats(self, claim: Claim) -> bool:
        """Whether a claim says what was said, in other words."""
        own, values = set(_roots(claim.text)), set(_values(claim))
        return any(
            set(claim.sources) <= set(told.sources)
            and values == set(_values(told))
            and _alike(own, set(_roots(told.text)))
            for told in self._told
        )

    def covers(self, claim: Claim) -> bool:
        """Whether what a claim says was said: its figures from its passages, or most of its words."""
        if self.holds(claim):
            return True
        own = set(_roots(claim.text))
        return not set(_values(claim)) and len(own & self._roots) >= MOST * len(own)

    def instead(self, text: str, sources: Sequence[str], blocks: Iterable[Block]) -> Claim | None:
        """The claim that says best what a sentence on these passages would have said, and has not been told."""
        own = set(_roots(text))
        claims = [c for block in blocks if isinstance(block, Paragraph | Bullets) for c, _ in claims_of(block)]
        ranked = [
            (len(set(claim.sources) & set(sources)) > 0, len(own & set(_roots(claim.text))) / max(len(own), 1), -at)
            for at, claim in enumerate(claims)
            if claim.sources and not self.holds(claim)
        ]
        best = max(ranked, default=None)
        if best is None or best[1] < LIKE:
            return None
        return claims[-best[2]]


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= ALIKE * max(len(one), len(other), 1)


def _values(claim: Claim) -> Iterable[float]:
    return (value for mention in figures(BESIDE.sub("", claim.text)) for value in mention.values)


def _roots(text: str) -> Iterable[str]:
    return (stem(word) for word in words(BESIDE.sub("", text)) if word not in STOP)

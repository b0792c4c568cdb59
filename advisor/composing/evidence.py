"""The passages that a model may cite, numbered as it sees them, and the sums that were worked out from them."""

from collections.abc import Iterable, Mapping, Sequence

from advisor.composing.fences import tokens_of
from advisor.draft import Block, Claim
from advisor.proving.showing import claims_of
from advisor.saying import GuideCard
from advisor.shelf import Shelf
from index import Chunk


class Evidence:
    """Passages by number; it grows with what the model looks up, up to a budget of tokens."""

    def __init__(self, chunks: Mapping[str, Chunk], guides: Mapping[str, GuideCard], most_tokens: int) -> None:
        self._chunks = chunks
        self._guides = guides
        self._left = most_tokens
        self._numbers: dict[str, int] = {}
        self._given: set[int] = set()  # whose words the model has
        self.drafted: list[Claim] = []  # what was proved already: a sentence may repeat it, and its sums

    @classmethod
    def of(cls, shelf: Shelf, most_tokens: int) -> "Evidence":
        """None yet, of what stands on a shelf."""
        return cls(shelf.knowledge.chunks, shelf.guides, most_tokens)

    def add(self, sources: Iterable[str]) -> list[int]:
        """The numbers of some passages; new ones are taken in while the budget lasts."""
        found = []
        for source in dict.fromkeys(sources):
            if source not in self._numbers and source in self._chunks:
                cost = tokens_of(self._told(source, 0))
                if cost > self._left:
                    continue
                self._left -= cost
                self._numbers[source] = len(self._numbers) + 1
            if source in self._numbers:
                found.append(self._numbers[source])
        return found

    def add_blocks(self, blocks: Sequence[Block]) -> list[int]:
        """The same for all that a draft cites; what it says is remembered with it."""
        claims = [claim for block in blocks for claim, _ in claims_of(block)]
        numbers = self.add(source for claim in claims for source in claim.sources)
        self.drafted += claims
        return sorted(set(numbers))

    def told_of(self, source: str) -> list[str]:
        """What was drafted from a passage."""
        return [claim.text for claim in self.drafted if source in claim.sources]

    def source(self, number: int) -> str | None:
        """The passage behind a number."""
        return next((source for source, own in self._numbers.items() if own == number), None)

    def text(self, numbers: Iterable[int]) -> str:
        """Passages as a model reads them, each below its number, its guide and its headings; none is given twice."""
        sources = {number: source for source, number in self._numbers.items()}
        told = []
        for number in (number for number in numbers if number in sources):
            told.append(f"[{number}] (given above)" if number in self._given else self._told(sources[number], number))
            self._given.add(number)
        return "\n\n".join(told)

    def affords(self, text: str) -> bool:
        """Whether there is room for other words too; if so they are paid for."""
        cost = tokens_of(text)
        if cost > self._left:
            return False
        self._left -= cost
        return True

    def marks(self, sources: Iterable[str]) -> str:
        """The marks of the passages that are numbered: "[1][3]"."""
        return "".join(f"[{self._numbers[source]}]" for source in sources if source in self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def _told(self, source: str, number: int) -> str:
        chunk = self._chunks[source]
        return f"[{number}] {self._guides[chunk.guide].tag}: {' > '.join(chunk.path)}\n{chunk.text}"

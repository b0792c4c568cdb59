"""Questions in applicants' own voices, the headings that answer them, and how well a search does on them."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.chunks import Chunk
from index.searching.search import Hit

HERE = Path(__file__).parent
DEEP = 10  # hits looked through


@dataclass(frozen=True)
class Place:
    """Where an answer stands: under a heading of a guide, and where the section holds many, in a passage that says."""

    guide: str
    heading: str
    says: str = ""

    def holds(self, chunk: Chunk) -> bool:
        """Whether a passage stands here."""
        here = chunk.guide == self.guide and self.heading in chunk.path
        return here and self.says.casefold() in chunk.text.casefold()


@dataclass(frozen=True)
class Asked:
    """A question and the places that answer it, one as well as another."""

    question: str
    answers: tuple[Place, ...]

    def rank(self, hits: Iterable[Hit]) -> int | None:
        """The number of the first hit that answers, from 1."""
        numbered = enumerate(hits, 1)
        return next((n for n, hit in numbered if any(place.holds(hit.chunk) for place in self.answers)), None)


@dataclass(frozen=True)
class Scores:
    """The share answered by the first hit, by the first four, and the mean reciprocal rank."""

    first: float
    four: float
    mrr: float


def read_asked(part: str) -> list[Asked]:
    """The questions of one part: `tuning` may be looked at when the search is changed, `held` may not."""
    lines = (HERE / f"questions-{part}.jsonl").read_text("utf-8").splitlines()
    return [Asked(a["question"], tuple(Place(**place) for place in a["answers"])) for a in map(json.loads, lines)]


def scores(asked: Sequence[Asked], search: Callable[[str], Iterable[Hit]]) -> Scores:
    """How well a search answers."""
    ranks = [one.rank(search(one.question)) or DEEP**9 for one in asked]
    return Scores(
        first=sum(rank == 1 for rank in ranks) / len(asked),
        four=sum(rank <= 4 for rank in ranks) / len(asked),
        mrr=sum(1 / rank for rank in ranks) / len(asked),
    )

"""What a claim may rest on: the passages that it cites, and what the person said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from advisor.draft import Claim
from advisor.proving.agreement import said, same_value, stands
from advisor.proving.figures import FigureMention, codes, figures
from advisor.proving.plain_text import plain


@dataclass(frozen=True)
class Shown:
    """A claim with its figures as they are read where it stands: below a column's label or alone."""

    claim: Claim
    words: str  # the label, if any, then the claim's text
    mentions: tuple[FigureMention, ...]


def as_shown(claim: Claim, label: str = "") -> Shown:
    """A claim with its figures; a label gives them their unit and period."""
    before = f"{label}: " if label else ""
    words = before + claim.text
    found = (*figures(words), *codes(words))
    return Shown(claim, words, tuple(mention for mention in found if mention.start >= len(before)))


@dataclass(frozen=True)
class Ground:
    """The passages by id, each with all that its citation shows, and the person's own words."""

    passages: Mapping[str, str]
    message: str

    def missing(self, sources: Iterable[str]) -> str | None:
        """The first source that does not exist."""
        return next((source for source in sources if source not in self.passages), None)

    def quotes(self, mention: FigureMention, shown: Shown) -> bool:
        """Whether a claim's figure stands in one of its sources."""
        return stands(mention, shown.words, self._texts(shown.claim.sources))

    def heard(self, mention: FigureMention) -> bool:
        """Whether the person said this figure."""
        return said(mention, self.message)

    def has(self, figure: FigureMention, sources: Iterable[str]) -> bool:
        """Whether a number that goes into a formula was said or stands in the sources, whatever its period."""
        held = (mention for text in self._texts(sources) for mention in figures(text))
        return self.heard(figure) or any(same_value(figure, mention) for mention in held)

    def _texts(self, sources: Iterable[str]) -> list[str]:
        return [_lines(self.passages[source]) for source in sources]


@lru_cache(maxsize=8192)
def _lines(passage: str) -> str:
    """A passage line by line as claims are read: with no markup and nothing unseen."""
    return "\n".join(map(plain, passage.split("\n")))

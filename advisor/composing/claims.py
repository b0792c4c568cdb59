"""A model's sentence as a claim, if it can be proved; else why it may not be shown."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from advisor.composing.evidence import Evidence
from advisor.composing.naming import Naming
from advisor.composing.pieces import Piece
from advisor.composing.support import is_supported
from advisor.draft import Claim
from advisor.proving.ground import Ground
from advisor.proving.plain_text import plain
from advisor.proving.proofs import fault
from advisor.shelf import Shelf
from index import Chunk

Reason = Literal["citation", "figure", "name", "support", "link", "table", "empty"]
MARK = re.compile(r"\s?\[\s*(\d+(?:\s*,\s*\d+)*)\s*\]")
LINK = re.compile(
    r"https?:|ftp:|www\.|\]\s*\(|!\[|<[A-Za-z/!]|&#?\w+;|javascript:|data:\w|\S@[\w-]+\.\w|[\w-]\.(?:com|org|net|edu|io|ai|gov|co|info|biz|dev|app|xyz|example)\b",
    re.I,
)
EMPHASIS = re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)")
EQUATION = re.compile(r"[$(]?\d[^=≈:;]*(?:[×*÷/+−-]|\sx\s)[^=≈:;]*[=≈]\s?~?\$?\d[\d,.]*\d?%?")
LEAD_WORDS = 16  # of a line that only leads to a list


@dataclass(frozen=True)
class LeftOut:
    """A sentence that is not shown."""

    reason: Reason
    why: str
    sources: tuple[str, ...] = ()


class Proving:
    """Sentences held against what there is to cite."""

    def __init__(self, evidence: Evidence, ground: Ground, chunks: Mapping[str, Chunk], naming: Naming) -> None:
        self._evidence = evidence
        self._ground = ground
        self._chunks = chunks
        self._naming = naming

    @classmethod
    def of(cls, shelf: Shelf, evidence: Evidence, said: str) -> "Proving":
        """Against what stands on a shelf, and what the person said."""
        knowledge = shelf.knowledge
        return cls(evidence, Ground(shelf.shown, said), knowledge.chunks, Naming(knowledge))

    def piece(self, piece: Piece) -> Claim | LeftOut:
        """A piece as a claim; tables are the program's to draw."""
        return LeftOut("table", "it is a row of a table") if piece.kind == "row" else self.claim(piece.text)

    def claim(self, text: str) -> Claim | LeftOut:
        """The sentence as a claim on the passages that it marks."""
        numbers = [int(number) for found in MARK.finditer(text) for number in found[1].split(",")]
        sources = tuple(dict.fromkeys(source for n in numbers if (source := self._evidence.source(n))))
        said = plain(EMPHASIS.sub("", MARK.sub("", text)))
        if LINK.search(text):
            return LeftOut("link", "it has a link or markup", sources)
        if not any(map(str.isalnum, said)):
            return LeftOut("empty", "it says nothing", sources)
        if len(sources) < len(set(numbers)):
            return LeftOut("citation", "a mark of its own points to no passage", sources)
        claim = Claim(said, sources)
        proved = self._proved(claim) if sources else self._unmarked(claim)
        if isinstance(proved, LeftOut) or not proved.sources:
            return proved
        passages = [(self._chunks[source], self._ground.passages[source]) for source in proved.sources]
        if proved.kind == "quoted" and (why := self._naming.fault(proved, passages)):
            return LeftOut("name", why, sources)
        if not is_supported(proved, [shown for _, shown in passages], self._naming.words_of_names(proved.text)):
            return LeftOut("support", "its passages do not say this", sources)
        return proved

    def _unmarked(self, claim: Claim) -> Claim | LeftOut:
        """A line without a mark may only lead to what follows, or be a sum of the person's own figures."""
        lead = replace(claim, kind="plain")
        if claim.text.endswith(":") and len(claim.text.split()) <= LEAD_WORDS:
            shows = lead
        else:
            shows = next((one for one in self._own_sum(claim) if one.formula == claim.text.rstrip(".")), claim)
        if shows is not claim and not fault(shows, self._ground) and not self._naming.fault(lead, ()):
            return shows
        return LeftOut("citation", "it names no passage")

    def _proved(self, claim: Claim) -> Claim | LeftOut:
        """The claim with the proof that it can give: its figures stand there, or come of a sum that holds."""
        why = fault(claim, self._ground)
        if why is None:
            return claim
        for proof in (*self._own_sum(claim), *self._sums(claim)):
            if fault(proof, self._ground) is None:
                return proof
        return LeftOut("figure", why, claim.sources)

    def _own_sum(self, claim: Claim) -> Sequence[Claim]:
        found = EQUATION.search(claim.text)
        return [replace(claim, kind="computed", formula=found[0].strip().rstrip(".,"))] if found else []

    def _sums(self, claim: Claim) -> Sequence[Claim]:
        """The same with each sum that was worked out for this answer, on what that rests on as well."""
        return [
            replace(
                claim,
                kind=worked.kind,
                formula=worked.formula,
                sources=tuple(dict.fromkeys((*claim.sources, *worked.sources))),
            )
            for worked in self._evidence.worked
        ]

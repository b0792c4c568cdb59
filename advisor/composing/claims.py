"""A model's sentence as a claim, if it can be proved; else why it may not be shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from advisor.composing.cells import against_cells
from advisor.composing.evidence import Evidence
from advisor.composing.forms import is_unsafe, marks, own_sums, without_marks
from advisor.composing.naming import Naming, Passages
from advisor.composing.pieces import Piece
from advisor.composing.support import leads_only, statements, unsupported
from advisor.draft import Claim
from advisor.lexicon import Name
from advisor.proving.ground import Ground
from advisor.proving.proofs import fault
from advisor.shelf import Shelf
from advisor.words import words

Reason = Literal["citation", "figure", "name", "support", "link", "table", "long", "empty"]
MOST_WORDS = 60  # of a sentence
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LEAD_WORDS = 16  # of a line that only leads to a list


@dataclass(frozen=True)
class LeftOut:
    """A sentence that is not shown."""

    reason: Reason
    why: str
    sources: tuple[str, ...] = ()


class Proving:
    """Sentences held against what there is to cite, one after the other: "it" is whoever was spoken of last."""

    def __init__(
        self, evidence: Evidence, shelf: Shelf, naming: Naming, said: str = "", asked: Sequence[Name] = ()
    ) -> None:
        """Against what stands on a shelf, and what the person `said` and of whom they `asked`."""
        self._evidence = evidence
        self._ground = Ground(shelf.shown, said)
        self._knowledge = shelf.knowledge
        self._chunks = shelf.knowledge.chunks
        self._naming = naming
        self._spoken_of = set(asked)

    def piece(self, piece: Piece) -> Claim | LeftOut:
        """A piece as a claim; tables are the program's to draw."""
        return LeftOut("table", "it is a row of a table") if piece.kind == "row" else self.claim(piece.text)

    def claim(self, text: str) -> Claim | LeftOut:
        """The sentence as a claim on the passages that it marks."""
        numbers = marks(text)
        sources = tuple(dict.fromkeys(source for n in numbers if (source := self._evidence.source(n))))
        said = without_marks(text)
        if len(said.split()) > MOST_WORDS:
            return LeftOut("long", f"it has more than {MOST_WORDS} words", sources)
        if not any(map(str.isalnum, said)):
            return LeftOut("empty", "it says nothing", sources)
        passages = [(self._chunks[source], self._ground.passages[source]) for source in sources]
        if is_unsafe(text, said, [shown for _, shown in passages]):
            return LeftOut("link", "it has a link or markup", sources)
        if len(sources) < len(set(numbers)):
            return LeftOut("citation", "a mark of its own points to no passage", sources)
        claim = Claim(said, sources)
        return self._held(claim, passages) if sources else self._unmarked(claim)

    def _held(self, claim: Claim, passages: Passages) -> Claim | LeftOut:
        proved = self._proved(claim)
        if isinstance(proved, LeftOut) or self._is_drafted(claim):
            return proved
        own = [(self._chunks[source], self._ground.passages[source]) for source in proved.sources]
        if why := self._of_whom(proved, own):
            return LeftOut("name", why, claim.sources)
        named = [name for one in self._naming.named(claim.text, passages) for name in one.meant]
        if year := self._strange_year(claim.text, own):
            return LeftOut("figure", f"its passages say nothing of {year}", claim.sources)
        is_sum = proved.kind != "quoted" or any(own_sums(claim.text))
        if found := against_cells(claim.text, named, [chunk for chunk, _ in own], self._knowledge, is_sum=is_sum):
            return LeftOut(*found, claim.sources)
        told = [[*statements(chunk, shown), *self._evidence.told_of(chunk.id)] for chunk, shown in own]
        names = self._naming.words_of_names(claim.text)
        if why := unsupported(claim.text, told, names, self._knowledge.stop, is_sum=is_sum):
            return LeftOut("support", why, claim.sources)
        self._spoken_of = set(named) or self._spoken_of
        return proved

    def _is_drafted(self, claim: Claim) -> bool:
        """Whether a sentence is the draft's own, which was proved already."""
        return any(
            words(claim.text) == words(one.text) and set(claim.sources) <= set(one.sources)
            for one in self._evidence.drafted
        )

    def _of_whom(self, claim: Claim, passages: Passages) -> str | None:
        """Why a claim is not about whom its passages are about: by name, or by "it"."""
        if claim.kind == "counted":
            return None
        if why := self._naming.fault(claim.text, passages, claim.formula):
            return why
        if self._naming.named(claim.text, passages):
            return None
        about = self._naming.subjects(passages)
        kinds = {name.kind for name in about}
        before = {name for name in self._spoken_of if name.kind in kinds}
        if len(about) > 1 or (about and before and not about & before):
            return "it does not say of whom it speaks"
        return None

    def _strange_year(self, text: str, passages: Passages) -> str | None:
        """A year that only the date of the guide has: what it tells is of another one."""
        bodies = " ".join((*(" ".join((*chunk.path, chunk.text)) for chunk, _ in passages), self._ground.message))
        dated = [claim.text for claim in self._evidence.drafted]
        return next(
            (year for year in YEAR.findall(text) if year not in bodies and not any(year in one for one in dated)), None
        )

    def _unmarked(self, claim: Claim) -> Claim | LeftOut:
        """A line without a mark may only lead to what follows, or be a sum of the person's own figures."""
        lead = replace(claim, kind="plain")
        if claim.text.endswith(":") and len(claim.text.split()) <= LEAD_WORDS and not fault(lead, self._ground):
            known = [self._ground.message, *(claim.text for claim in self._evidence.drafted)]
            if leads_only(claim.text, known, self._naming.words_of_names(claim.text), self._knowledge.stop):
                return lead
        for formula in own_sums(claim.text):
            own = replace(claim, kind="computed", formula=formula)
            if formula == claim.text.rstrip(".") and not fault(own, self._ground):
                return own
        return LeftOut("citation", "it names no passage")

    def _proved(self, claim: Claim) -> Claim | LeftOut:
        """The claim with the proof that it can give: its figures stand there, or come of a sum that holds."""
        why = fault(claim, self._ground)
        if why is None:
            return claim
        own = [replace(claim, kind="computed", formula=formula) for formula in own_sums(claim.text)]
        for proof in (*own, *self._sums(claim)):
            if fault(proof, self._ground) is None:
                return proof
        return LeftOut("figure", why, claim.sources)

    def _sums(self, claim: Claim) -> Sequence[Claim]:
        """The same with each sum that was worked out for this answer, on what that rests on as well."""
        return [
            replace(
                claim,
                kind=worked.kind,
                formula=worked.formula,
                sources=tuple(dict.fromkeys((*claim.sources, *worked.sources))),
            )
            for worked in self._evidence.drafted
            if worked.formula
        ]

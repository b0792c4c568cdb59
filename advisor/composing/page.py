"""An answer while it is written: what was shown, what was refused, and what stands in its place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.answer import ByModel
from advisor.composing.claims import LeftOut
from advisor.composing.pieces import Piece
from advisor.composing.telling import Telling
from advisor.draft import Block, Claim
from advisor.proving.rendering import Pen


class Page:
    """Written sentence by sentence; `known` is what the embedded writer has to say to the same question."""

    def __init__(self, known: Sequence[Block]) -> None:
        self.pen = Pen()
        self.telling = Telling()
        self.shown: list[tuple[Piece, Claim]] = []  # a model's, or what stands in their place
        self.own = 0  # of these, the model's
        self.words = 0
        self._known = known
        self._reasons: Counter[str] = Counter()
        self._replaced = 0
        self._left_out = 0
        self._starts = True  # the next sentence begins a paragraph, whatever it was before
        self._waiting: list[tuple[Piece, LeftOut]] = []  # refused before anything was shown
        self._lead: tuple[Piece, Claim] | None = None  # waits for the first item of its list

    def block(self, block: Block) -> Iterator[str]:
        """A block of the embedded writer's."""
        self.telling.add(block)
        yield from self.pen.block(block)

    def accept(self, piece: Piece, claim: Claim) -> Iterator[str]:
        """A sentence of the model's that holds; one that was said before is passed over."""
        if self.telling.says(claim.text) or self.telling.repeats(claim):
            self._drop(piece, "repeat")
            return
        if claim.kind == "plain":
            self._drop_lead()
            self._lead = (piece, claim)
            return
        waiting, self._waiting = self._waiting, []
        self.own += 1
        self.telling.tell(claim)  # what it says needs nobody in its place
        for refused in waiting:
            yield from self._instead(*refused)
        yield from self.show(piece, claim)

    def refuse(self, piece: Piece, why: LeftOut) -> Iterator[str]:
        """A sentence that does not hold; what stands in its place waits for a sentence that does."""
        self._reasons[why.reason] += 1
        if self.own:
            yield from self._instead(piece, why)
        else:
            self._waiting.append((piece, why))

    def show(self, piece: Piece, claim: Claim) -> Iterator[str]:
        """A claim in the place of a piece; before the first item of a list comes what leads to it."""
        if piece.kind == "item" and self._lead:
            lead, self._lead = self._lead, None
            yield from self.show(*lead)
        self._drop_lead()
        starts, self._starts = piece.starts or self._starts, False
        self.shown.append((replace(piece, starts=starts), claim))
        self.words += len(claim.text.split())
        self.telling.tell(claim)
        if piece.kind == "item":
            yield from self.pen.item(claim)
        else:
            yield from self.pen.sentence(claim, starts=starts)

    def counted(self, by_model: ByModel) -> ByModel:
        """How the model's sentences fared."""
        left_out = self._left_out + len(self._waiting)
        return replace(
            by_model, shown=self.own, replaced=self._replaced, left_out=left_out, reasons=dict(self._reasons)
        )

    def _drop(self, piece: Piece, reason: str) -> None:
        """A piece of which nothing is shown; the paragraph that it begins begins with the next."""
        self._reasons[reason] += 1
        self._left_out += 1
        self._starts = self._starts or piece.starts

    def _drop_lead(self) -> None:
        """A lead whose list did not come."""
        if self._lead:
            self._drop(self._lead[0], "lead")
            self._lead = None

    def _instead(self, piece: Piece, why: LeftOut) -> Iterator[str]:
        claim = self.telling.instead(piece.text, why.sources, self._known)
        if claim is None:
            self._left_out += 1
            self._starts = self._starts or piece.starts
            return
        self._replaced += 1
        yield from self.show(piece, claim)

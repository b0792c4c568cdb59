"""The model's writer: its sentences are checked one by one as they come, and the rest is the program's.

question -> evidence -> the model's pieces -> claims that hold -> what is left to the program -> the whole answer
"""

import hashlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from advisor.answer import ByModel
from advisor.composing.asking import Asker, Bill, NoBudgetError
from advisor.composing.breaker import Breaker
from advisor.composing.briefing import brief, is_worth_asking, known
from advisor.composing.cache import Cache
from advisor.composing.claims import LeftOut, Proving
from advisor.composing.embedded import EmbeddedWriter
from advisor.composing.evidence import Evidence
from advisor.composing.lookups import GuideLookups
from advisor.composing.naming import Naming
from advisor.composing.page import Page
from advisor.composing.pieces import Piece, pieces
from advisor.composing.prompt import prompt_version
from advisor.composing.remaining import remaining
from advisor.composing.sides import differing, sided
from advisor.composing.task import Composition, Task
from advisor.draft import Block, Claim, DraftNote
from advisor.errors import BusyModelError, LateModelError, ModelError, RefusedModelError, UnreachableModelError
from advisor.shelf import Shelf
from advisor.words import words

OF_THE_SERVER = (UnreachableModelError, BusyModelError, RefusedModelError, LateModelError)
MOST_WORDS, MORE_WORDS = 150, 70  # of a model's answer, and for each further part; then it is stopped


@dataclass(frozen=True)
class Kept:
    """An answer that may be given again."""

    shown: tuple[tuple[Piece, Claim], ...]
    notes: tuple[DraftNote, ...]
    by_model: ByModel


@dataclass(frozen=True)
class ModelWriter:
    """Has a model write what was asked and is known; all else is the embedded writer's."""

    asker: Asker
    breaker: Breaker
    evidence_tokens: int
    cache: Cache[Kept] = field(default_factory=Cache)
    namings: Cache[Naming] = field(default_factory=lambda: Cache[Naming](most=2))

    def write(self, task: Task) -> Generator[str, None, Composition]:
        """The answer, sentence by sentence."""
        if not is_worth_asking(task):
            return (yield from EmbeddedWriter().write(task))
        page = Page(known(task))
        premises = [block for block in known(task) if isinstance(block, DraftNote) and block.kind == "premise"]
        for block in (*task.opening, *premises):  # what was taken for granted is put right before anything else
            yield from page.block(block)
        kept = yield from self._sentences(task, page)
        broken = kept.by_model.failure is not None or not kept.by_model.shown
        for block in (*remaining(task.parts, page.telling, broken=broken), *_beside(kept.notes, page), *task.closing):
            yield from page.block(block)
        return Composition(page.pen.blocks, kept.by_model)

    def _sentences(self, task: Task, page: Page) -> Generator[str, None, Kept]:
        """What the model has to say, as far as it holds and as far as it gets; or what it said the last time."""
        key = self._key(task)
        if key and (kept := self.cache.get(key)):
            for piece, claim in kept.shown:
                yield from page.show(piece, claim)
            return replace(kept, by_model=replace(kept.by_model, cached=True, tokens_read=0, tokens_written=0))
        bill = Bill()
        evidence = Evidence.of(task.shelf, self.evidence_tokens)
        lookups = GuideLookups(task.shelf, evidence, task.said, task.profile)
        failure = yield from self._asked(task, evidence, lookups, bill, page)
        by_model = replace(
            page.counted(ByModel(self.asker.model.name)),
            failure=failure,
            lookups=bill.lookups,
            tokens_read=bill.read,
            tokens_written=bill.written,
        )
        kept = Kept(tuple(page.shown), tuple(lookups.notes), by_model)
        if key and failure is None and by_model.shown:
            self.cache.keep(key, kept)
        return kept

    def _asked(
        self, task: Task, evidence: Evidence, lookups: GuideLookups, bill: Bill, page: Page
    ) -> Generator[str, None, str | None]:
        """Every piece that holds, as soon as it is whole; why the model did not come to its end, if it did not."""
        if not self.breaker.allows():
            return "resting"
        asked = [name for part, _ in task.parts for name in (*part.frame.subjects, *part.shown)]
        proving = Proving(evidence, task.shelf, self._naming(task.shelf), task.said, asked)
        apart = differing(known(task))
        most_words = MOST_WORDS + MORE_WORDS * (len(task.parts) - 1)
        try:
            with closing(self.asker.answer(brief(task, evidence), lookups, bill)) as text:
                for piece in pieces(text):
                    if page.words >= most_words:
                        break
                    claim = proving.piece(piece)
                    if isinstance(claim, LeftOut):
                        yield from page.refuse(piece, claim)
                    else:
                        yield from page.accept(piece, sided(claim, apart, task.shelf))
        except ModelError as error:
            if isinstance(error, OF_THE_SERVER):
                self.breaker.failed()
            elif not isinstance(error, NoBudgetError):
                self.breaker.succeeded()  # it is there; only this answer came to nothing
            return error.reason
        self.breaker.succeeded()
        return None

    def _naming(self, shelf: Shelf) -> Naming:
        """Names as one edition's passages have them; reading them all anew for each answer would be a waste."""
        edition = shelf.edition.manifest.id
        naming = self.namings.get(edition) or Naming(shelf.knowledge)
        self.namings.keep(edition, naming)
        return naming

    def _key(self, task: Task) -> str | None:
        """What an answer depends on, the conversation included; none for a person who has told something of themselves."""
        if task.profile:
            return None
        frames = [replace(part.frame, text="") for part, _ in task.parts]  # what it came to in its conversation
        talk = tuple((turn.message, turn.answer.text) for turn in task.conversation.exchanges)
        on = (task.shelf.edition.manifest.id, prompt_version(), self.asker.model, words(task.question), talk)
        return hashlib.sha256(repr((on, frames, task.blocks)).encode()).hexdigest()


def _beside(notes: Sequence[DraftNote], page: Page) -> Iterator[Block]:
    """What must be said beside the facts that were looked up and told."""
    for note in dict.fromkeys(notes):
        if note not in page.telling.blocks and page.telling.touches([note]):
            yield note

"""What asking a model would cost: everything is made ready for it, and nobody is asked."""

from collections.abc import Generator

from advisor.composing.briefing import brief, is_worth_asking
from advisor.composing.embedded import EmbeddedWriter
from advisor.composing.evidence import Evidence
from advisor.composing.fences import tokens_of
from advisor.composing.lookups import GuideLookups
from advisor.composing.task import Composition, Task


class Estimating:
    """A writer that counts what a model would have read."""

    def __init__(self, evidence_tokens: int) -> None:
        self._evidence_tokens = evidence_tokens
        self.asked = 0  # how often a model would have been asked
        self.tokens = 0

    def write(self, task: Task) -> Generator[str, None, Composition]:
        """What the embedded writer writes."""
        if is_worth_asking(task):
            self.asked += 1
            talk = brief(task, Evidence.of(task.shelf, self._evidence_tokens))
            self.tokens += sum(tokens_of(said.text) for said in talk)
            self.tokens += sum(tokens_of(str(tool)) for tool in GuideLookups.offered)
        return (yield from EmbeddedWriter().write(task))

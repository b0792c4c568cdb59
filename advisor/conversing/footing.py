"""What a new message stands on: the conversation before it, and the words by which it leans on it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from advisor.conversation import Conversation, Exchange
from advisor.frame import SETS, Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.words import phrase

Choosing = Callable[[Frame, tuple[Name, ...]], tuple[Name, ...]]
OPENING = r"^\W*(?:(?:(?:drop|forget|skip|ignore|leave|scratch|never ?mind) (?:that|it|this|them|those)|ok(?:ay)?|thanks|thank you|thx|ty|cool|great|nice|hmm*|oh|wait|so|yes|yeah|no|nah|got it|well|omg|wow|lol)\W+)*"
GOES_ON = re.compile(
    OPENING
    + r"(?:and|what about|how about|wbt|wat about|same for|same with|or|also|then|but what about|but|n|back to|with|for)\b",
    re.I,
)
CORRECTS = re.compile(
    r"\b(?:i meant?|meant|sorry|instead|rather|actually|not that|nope|wrong|scratch that|oops|my bad|correction)\b|\bno,|^\W*(?:wait|no)\b",
    re.I,
)
LOOKED_BACK = 4  # exchanges
SHORT = 6  # words: a follow-up leans on what came before, a whole question stands alone
FEW = 4


@dataclass(frozen=True)
class Footing:
    """What a message may lean on."""

    message: str
    conversation: Conversation
    choosing: Choosing
    knowledge: Knowledge

    @property
    def last(self) -> Exchange:
        """The exchange before."""
        return self.conversation.exchanges[-1]

    def since(self, exchange: Exchange) -> "Footing":
        """The same message as if an earlier exchange had been the last one."""
        exchanges = self.conversation.exchanges
        return replace(
            self, conversation=replace(self.conversation, exchanges=exchanges[: exchanges.index(exchange) + 1])
        )

    def at_set(self, least: int = 1) -> "Footing | None":
        """The talk as far as its last set (of so many at least), where only some of it were asked about since."""
        since: set[Name] = set()
        for exchange in reversed(self.conversation.exchanges[-LOOKED_BACK:]):
            if exchange.frames and exchange.frames[-1].act in SETS and len(exchange.shown) >= least:
                return self.since(exchange) if since <= set(exchange.shown) else None
            since.update(exchange.shown)
        return None

    @property
    def before(self) -> Frame:
        """The last part that was answered."""
        return self.last.frames[-1]

    def senses(self, text: str) -> Iterator[tuple[Name, ...]]:
        """All that each form in a text can mean, the longest forms first: a school named for a town is not the town."""
        lexicon, said, at = self.knowledge.lexicon, phrase(text).split(), 0
        while at < len(said):
            ends = range(min(len(said), at + lexicon.longest), at, -1)
            end = next((end for end in ends if " ".join(said[at:end]) in lexicon.subjects), 0)
            if end:
                yield lexicon.subjects[" ".join(said[at:end])]
            at = end or at + 1

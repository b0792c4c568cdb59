"""Conversations as values: those asked in lately are at hand, others are made again from what was said."""

import threading
from collections import OrderedDict
from collections.abc import Iterator

from advisor.bootstrap import Adviser, Conversation
from api.storage.records import Records

AT_HAND = 2_000  # conversations


class Memory:
    """The conversation that a question is asked in; what was kept is the truth, this only saves asking it again."""

    def __init__(self, records: Records, adviser: Adviser) -> None:
        self._records = records
        self._adviser = adviser
        self._at_hand: OrderedDict[str, tuple[int, Conversation]] = OrderedDict()
        self._lock = threading.Lock()

    def before(self, conversation_id: str, number: int) -> Iterator[Conversation]:
        """The conversation as it grows, last as it stands before a message; what is not at hand is worked out again."""
        if number == 1:
            yield Conversation()
            return
        with self._lock:
            reached, conversation = self._at_hand.get(conversation_id, (0, Conversation()))
        dropped = self._records.forgotten(conversation_id)
        if reached >= number:
            reached, conversation = 0, Conversation()
        for at, message in self._records.said(conversation_id, reached, number):
            conversation = _without(conversation, dropped, range(reached, at))
            conversation, reached = self._adviser.recall(message, conversation), at
            yield conversation
        yield _without(conversation, dropped, range(reached, number))

    def keep(self, conversation_id: str, number: int, conversation: Conversation) -> None:
        """Have a conversation at hand as it stands after a message."""
        with self._lock:
            self._at_hand[conversation_id] = (number, conversation)
            self._at_hand.move_to_end(conversation_id)
            while len(self._at_hand) > AT_HAND:
                self._at_hand.popitem(last=False)

    def forget(self, conversation_id: str) -> None:
        """Let a conversation go."""
        with self._lock:
            self._at_hand.pop(conversation_id, None)


def _without(conversation: Conversation, dropped: list[tuple[int, str]], after: range) -> Conversation:
    """The conversation without the facts that were dropped after any of these messages, answered or not."""
    for number, key in dropped:
        if number in after:
            conversation = conversation.without(key)
    return conversation

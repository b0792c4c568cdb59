"""The desk: a question is stored, asked in its conversation, streamed, and its reply stored; read it top to bottom."""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from advisor.bootstrap import Adviser, Conversation, Reply, ReplyModel, reply_model
from api.memory import Memory
from api.metrics import Metrics
from api.storage.records import Begun, Passage, Records


@dataclass(frozen=True)
class Started:
    """The question is stored, under these names."""

    conversation_id: str
    message_id: str


@dataclass(frozen=True)
class Recalled:
    """A part of the conversation is remembered: somewhere to stop when the client has left."""


@dataclass(frozen=True)
class Said:
    """Some whole, checked sentences."""

    text: str


@dataclass(frozen=True)
class Finished:
    """The reply is stored."""

    reply: ReplyModel


Event = Started | Recalled | Said | Finished


class Desk:
    """Answers questions that are kept."""

    def __init__(self, adviser: Adviser, records: Records, memory: Memory, metrics: Metrics) -> None:
        self._adviser = adviser
        self._records = records
        self._memory = memory
        self._metrics = metrics

    def begin(self, conversation_id: str | None, message: str, key: str | None) -> Begun:
        """Store the question; BusyConversationError while another one of its conversation is being answered."""
        return self._records.begin(conversation_id, message, key)

    def answer(self, begun: Begun, message: str) -> Generator[Event, None, None]:
        """The events of one question; whatever happens, its conversation is free again afterwards."""
        if begun.stored is not None:
            yield from _told_again(begun, begun.stored)
            return
        done = False
        try:
            yield Started(begun.conversation_id, begun.message_id)
            start = time.perf_counter()
            conversation = Conversation()
            for conversation in self._memory.before(begun.conversation_id, begun.number):  # noqa: B007
                yield Recalled()
            self._metrics.stepped("recall", time.perf_counter() - start)
            for piece in self._adviser.stream(message, conversation):
                if isinstance(piece, Reply):
                    reply = self._store(begun, piece, (time.perf_counter() - start) * 1000)
                    done = True
                    yield Finished(reply)
                else:
                    yield Said(piece)
        finally:
            if not done:
                self._records.release(begun)

    def _store(self, begun: Begun, reply: Reply, milliseconds: float) -> ReplyModel:
        model = reply_model(reply, begun.conversation_id, begun.message_id)
        cited = [Passage(one.passage_id, one.guide, one.section) for one in model.citations]
        start = time.perf_counter()
        stored = self._records.finish(begun, model.model_dump_json(), model.status, model.engine, milliseconds, cited)
        self._metrics.stepped("store", time.perf_counter() - start)
        self._metrics.replied(reply.answer)
        if stored:  # nobody has deleted the conversation meanwhile
            self._memory.keep(begun.conversation_id, begun.number, reply.conversation)
        return model


def _told_again(begun: Begun, stored: str) -> Iterator[Event]:
    reply = ReplyModel.model_validate_json(stored)
    yield Started(begun.conversation_id, begun.message_id)
    yield Said(reply.answer)
    yield Finished(reply)

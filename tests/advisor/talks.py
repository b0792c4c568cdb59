"""A talk as a test writes it: several messages, and the answer to the last."""

from advisor.answer import Answer
from advisor.chain import Adviser
from advisor.conversation import Conversation


def last(adviser: Adviser, *messages: str) -> Answer:
    """The answer to the last of several messages."""
    conversation = Conversation()
    for message in messages:
        reply = adviser.ask(message, conversation)
        conversation = reply.conversation
    return reply.answer


def names_shown(answer: Answer) -> set[str]:
    """The first column of an answer's table."""
    assert answer.table is not None
    return {row[0].text.split(" [")[0] for row in answer.table.rows}

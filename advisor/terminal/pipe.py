"""A conversation between programs: a request line in, a reply line out, several conversations by their ids."""

import json
import secrets
from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from pydantic import ValidationError

from advisor.chain import Reply
from advisor.conversation import Conversation
from advisor.errors import AdviserError
from advisor.wire import RequestModel, complaint, reply_json
from index import LibraryError

FORM = 'send {"message": "…", "conversation_id": "…" or null} on one line'


class Asked(Protocol):
    """Who answers."""

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        """The whole reply to one message."""


def new_id() -> str:
    """A name that nobody can guess."""
    return secrets.token_urlsafe(16)


def reply_lines(lines: Iterable[bytes], adviser: Asked) -> Iterator[str]:
    """One line for each line: the reply, or an object that says what was wrong with the line.

    An id that was not heard before begins a conversation under that id.
    """
    conversations = dict[str, Conversation]()
    for line in lines:
        yield _reply_line(line, adviser, conversations)


def _reply_line(line: bytes, adviser: Asked, conversations: dict[str, Conversation]) -> str:
    try:
        request = RequestModel.model_validate_json(line)
        conversation_id = request.conversation_id or new_id()
        reply = adviser.ask(request.message, conversations.get(conversation_id))
    except ValidationError as error:
        return _problem("wrong_request", f"{complaint(error)}; {FORM}")
    except (AdviserError, LibraryError) as error:
        return _problem("failed", str(error))
    except Exception as error:  # one message must not end the conversations of all others
        return _problem("failed", f"the message could not be answered ({type(error).__name__}: {error})")
    conversations[conversation_id] = reply.conversation
    return reply_json(reply, conversation_id, new_id())


def _problem(error: Literal["wrong_request", "failed"], detail: str) -> str:
    return json.dumps({"error": error, "detail": detail}, ensure_ascii=False)

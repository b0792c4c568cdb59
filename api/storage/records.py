"""What is kept: conversations begun, asked in, answered, read back, marked and forgotten."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import CursorResult, Delete, Update, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.errors import (
    BusyConversationError,
    FullConversationError,
    KeyReusedError,
    UnknownConversationError,
    UnknownMessageError,
)
from api.storage.database import Database
from api.storage.tables import CitedRow, ConversationRow, FeedbackRow, ForgottenRow, MessageRow

DAY = 86_400.0
MOST_MESSAGES = 200  # of one conversation
HELD = 30.0  # seconds after which a conversation is free again, should its process have died


@dataclass(frozen=True)
class Begun:
    """A question that is stored, and the reply where it was given before under the same key."""

    conversation_id: str
    message_id: str
    number: int
    stored: str | None = None


@dataclass(frozen=True)
class Kept:
    """A question as it was asked, with its reply once there is one."""

    message_id: str
    number: int
    message: str
    asked: float
    reply: str | None
    milliseconds: float | None
    rating: str | None


@dataclass(frozen=True)
class Missed:
    """A question that was not answered, or whose reply was marked down."""

    message: str
    before: tuple[str, ...]  # what was asked before it in its conversation
    answer: str
    asked: float
    marked_down: bool


@dataclass(frozen=True)
class Passage:
    """Where a passage stood."""

    passage_id: str
    guide: str
    section: str


def new_id() -> str:
    """A name that nobody can guess."""
    return secrets.token_urlsafe(16)


class Records:
    """Everything that is kept about conversations; every method is one transaction."""

    def __init__(self, database: Database, retention_days: int, clock: Callable[[], float]) -> None:
        self._database = database
        self._kept_for = retention_days * DAY
        self._clock = clock

    def begin(self, conversation_id: str | None, message: str, key: str | None = None) -> Begun:
        """Store a question and take its conversation; it is let go with `finish` or `release`."""
        print_of = _fingerprint(conversation_id, message)
        with self._database.session() as session:
            if key and (before := self._before(session, key, print_of)):
                return before
            owner = self._take(session, conversation_id)
            number = _last_number(session, owner) + 1
            if number > MOST_MESSAGES:
                session.execute(_freed(owner))
                raise FullConversationError(f"a conversation has at most {MOST_MESSAGES} messages: begin a new one")
            row = MessageRow(
                id=new_id(),
                conversation_id=owner,
                number=number,
                message=message,
                asked=self._clock(),
                idempotency_key=key,
                fingerprint=print_of,
            )
            session.add(row)
            _flush(session)
            return Begun(owner, row.id, number)

    def finish(
        self, begun: Begun, reply: str, status: str, engine: str, milliseconds: float, cited: Sequence[Passage]
    ) -> bool:
        """Store the reply and let the conversation go; whether there still is one."""
        with self._database.session() as session:
            session.execute(
                _freed(begun.conversation_id)
            )  # first, as whoever deletes it goes: neither holds up the other
            stored = _changed(
                session,
                update(MessageRow)
                .where(MessageRow.id == begun.message_id)
                .values(reply=reply, status=status, engine=engine, milliseconds=milliseconds),
            )
            _note_cited(session, cited)
            return bool(stored)

    def release(self, begun: Begun) -> None:
        """Let the conversation go; a question without a reply stays, and its key may be used again."""
        with self._database.session() as session:
            session.execute(_freed(begun.conversation_id))
            session.execute(
                update(MessageRow)
                .where(MessageRow.id == begun.message_id, MessageRow.reply.is_(None))
                .values(idempotency_key=None)
            )

    def read(self, conversation_id: str) -> list[Kept]:
        """What was said in a conversation."""
        with self._database.reading() as session:
            self._known(session, conversation_id)
            found = session.execute(
                select(MessageRow, FeedbackRow.rating)
                .outerjoin(FeedbackRow, FeedbackRow.message_id == MessageRow.id)
                .where(MessageRow.conversation_id == conversation_id)
                .order_by(MessageRow.number)
            )
            return [
                Kept(row.id, row.number, row.message, row.asked, row.reply, row.milliseconds, rating)
                for row, rating in found
            ]

    def said(self, conversation_id: str, after: int, before: int) -> list[tuple[int, str]]:
        """The answered messages between two numbers."""
        with self._database.reading() as session:
            found = session.execute(
                select(MessageRow.number, MessageRow.message)
                .where(
                    MessageRow.conversation_id == conversation_id,
                    MessageRow.number > after,
                    MessageRow.number < before,
                    MessageRow.reply.is_not(None),
                )
                .order_by(MessageRow.number)
            )
            return [(number, message) for number, message in found]

    def forgotten(self, conversation_id: str) -> list[tuple[int, str]]:
        """The remembered facts that were dropped, each with the number of the message after which it was."""
        with self._database.reading() as session:
            found = session.execute(
                select(ForgottenRow.number, ForgottenRow.key)
                .where(ForgottenRow.conversation_id == conversation_id)
                .order_by(ForgottenRow.id)
            )
            return [(number, key) for number, key in found]

    def forget(self, conversation_id: str, key: str) -> None:
        """Note that a remembered fact is dropped from here on."""
        with self._database.session() as session:
            self._known(session, conversation_id)
            number = _last_number(session, conversation_id)
            session.add(ForgottenRow(conversation_id=conversation_id, number=number, key=key))

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation with all that belongs to it."""
        with self._database.session() as session:
            self._known(session, conversation_id)
            session.execute(delete(ConversationRow).where(ConversationRow.id == conversation_id))
        self._database.sweep()

    def rate(self, message_id: str, rating: str, comment: str | None) -> None:
        """Store how a reply was found; the last word counts."""
        with self._database.session() as session:
            row = session.get(MessageRow, message_id)
            if row is None or row.reply is None:
                raise UnknownMessageError("no reply has this message_id")
            self._known(session, row.conversation_id)
            session.merge(FeedbackRow(message_id=message_id, rating=rating, comment=comment, given=self._clock()))

    def missed(self, days: int) -> list[Missed]:
        """The questions of the last days that the guides did not answer, or whose reply was marked down."""
        since = max(self._clock() - days * DAY, self._oldest())
        down = FeedbackRow.rating == "down"
        with self._database.reading() as session:
            found = session.execute(
                select(MessageRow, down)
                .outerjoin(FeedbackRow, FeedbackRow.message_id == MessageRow.id)
                .where(MessageRow.asked > since, MessageRow.status.in_(UNANSWERED) | down)
                .order_by(MessageRow.asked.desc(), MessageRow.id)
                .limit(MOST_MISSED)
            ).all()[::-1]
            return [
                Missed(
                    row.message,
                    _before(session, row),
                    json.loads(row.reply or "{}").get("answer", ""),
                    row.asked,
                    bool(marked),
                )
                for row, marked in found
            ]

    def stood(self, passage_id: str) -> Passage | None:
        """Where a passage stood that was once cited."""
        with self._database.reading() as session:
            row = session.get(CitedRow, passage_id)
            return Passage(row.passage_id, row.guide, row.section) if row else None

    def expire(self) -> list[str]:
        """Delete what has been kept for long enough; which conversations that were."""
        with self._database.session() as session:
            old = ConversationRow.used <= self._oldest()
            found = list(session.scalars(delete(ConversationRow).where(old).returning(ConversationRow.id)))
        self._database.sweep()  # also what a reader kept an earlier deletion from sweeping
        return found

    def clear(self) -> None:
        """Delete every conversation."""
        with self._database.session() as session:
            session.execute(delete(ConversationRow))
        self._database.sweep()

    def _oldest(self) -> float:
        return self._clock() - (self._kept_for or HOUR)

    def _known(self, session: Session, conversation_id: str) -> ConversationRow:
        row = session.get(ConversationRow, conversation_id)
        if row is None or row.used <= self._oldest():
            raise UnknownConversationError("no conversation has this id, or it was deleted")
        return row

    def _take(self, session: Session, conversation_id: str | None) -> str:
        """The conversation for one question: a new one, or a known one that nobody answers in."""
        now = self._clock()
        if conversation_id is None:
            row = ConversationRow(id=new_id(), begun=now, used=now, busy_until=now + HELD)
            session.add(row)
            session.flush()
            return row.id
        self._known(session, conversation_id)
        self._hold(session, conversation_id, "wait for the reply to your last question, then ask again")
        return conversation_id

    def _hold(self, session: Session, conversation_id: str, otherwise: str) -> None:
        now = self._clock()
        free = update(ConversationRow).where(ConversationRow.id == conversation_id, ConversationRow.busy_until <= now)
        if not _changed(session, free.values(busy_until=now + HELD, used=now)):
            raise BusyConversationError(otherwise, retry_after=1)

    def _before(self, session: Session, key: str, print_of: str) -> Begun | None:
        row = session.scalar(select(MessageRow).where(MessageRow.idempotency_key == key))
        if row is None:
            return None
        if not hmac.compare_digest(row.fingerprint or "", print_of):
            raise KeyReusedError("use a new Idempotency-Key for another message or conversation")
        if row.reply is None:  # being answered, or left unanswered by a process that died
            self._hold(session, row.conversation_id, SAME)
        return Begun(row.conversation_id, row.id, row.number, row.reply)


SAME = "the same request is being answered"
UNANSWERED = ("not_covered", "partly_answered")
MOST_MISSED = 5_000
HOUR = 3_600.0  # where nothing is kept, a conversation lives in memory for as long


def _before(session: Session, row: MessageRow) -> tuple[str, ...]:
    earlier = select(MessageRow.message).where(
        MessageRow.conversation_id == row.conversation_id, MessageRow.number < row.number, MessageRow.reply.is_not(None)
    )
    return tuple(session.scalars(earlier.order_by(MessageRow.number)))


def _flush(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as error:  # the same key, at the same moment
        raise BusyConversationError(SAME, retry_after=1) from error


def _changed(session: Session, statement: Update | Delete) -> int:
    result = session.execute(statement)
    assert isinstance(result, CursorResult)
    return result.rowcount


def _last_number(session: Session, conversation_id: str) -> int:
    return session.scalar(select(func.max(MessageRow.number)).where(MessageRow.conversation_id == conversation_id)) or 0


def _freed(conversation_id: str) -> Update:
    return update(ConversationRow).where(ConversationRow.id == conversation_id).values(busy_until=0.0)


def _fingerprint(conversation_id: str | None, message: str) -> str:
    return hashlib.sha256(f"{conversation_id or ''}\n{message}".encode()).hexdigest()


def _note_cited(session: Session, cited: Sequence[Passage]) -> None:
    rows = [{"passage_id": one.passage_id, "guide": one.guide, "section": one.section} for one in set(cited)]
    if not rows:
        return
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    session.execute(insert(CitedRow).values(sorted(rows, key=lambda row: row["passage_id"])).on_conflict_do_nothing())

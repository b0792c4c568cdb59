"""The tables: conversations, their messages, what was asked to be forgotten, marks, and passages once cited."""

from sqlalchemy import BigInteger, Float, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

OF_CONVERSATION = "conversations.id"


class Base(DeclarativeBase):
    """What all tables share."""


class ConversationRow(Base):
    """A conversation; times are seconds since 1970, UTC."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    begun: Mapped[float] = mapped_column(Float)
    used: Mapped[float] = mapped_column(Float, index=True)
    busy_until: Mapped[float] = mapped_column(Float, default=0.0)  # somebody answers in it until then at most


class MessageRow(Base):
    """A question, and its reply once there is one."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("conversation_id", "number"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey(OF_CONVERSATION, ondelete="CASCADE"), index=True)
    number: Mapped[int] = mapped_column(Integer)
    message: Mapped[str] = mapped_column(Text)
    asked: Mapped[float] = mapped_column(Float)
    reply: Mapped[str | None] = mapped_column(Text)  # the reply of the contract, as JSON
    status: Mapped[str | None] = mapped_column(String(32))
    engine: Mapped[str | None] = mapped_column(String(128))
    milliseconds: Mapped[float | None] = mapped_column(Float)
    idempotency_key: Mapped[str | None] = mapped_column(String(200), unique=True)
    fingerprint: Mapped[str | None] = mapped_column(String(64))


class ForgottenRow(Base):
    """A remembered fact that was dropped after a message."""

    __tablename__ = "forgotten"

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey(OF_CONVERSATION, ondelete="CASCADE"), index=True)
    number: Mapped[int] = mapped_column(Integer)  # of the message after which it was dropped
    key: Mapped[str] = mapped_column(String(200))


class FeedbackRow(Base):
    """How a reply was found; the last word counts."""

    __tablename__ = "feedback"

    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    rating: Mapped[str] = mapped_column(String(8))
    comment: Mapped[str | None] = mapped_column(Text)
    given: Mapped[float] = mapped_column(Float)


class CitedRow(Base):
    """Where a passage stood that was once cited, for those who ask for it after the index has changed."""

    __tablename__ = "cited"

    passage_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    guide: Mapped[str] = mapped_column(String(200))
    section: Mapped[str] = mapped_column(Text)


Index("messages_by_status", MessageRow.status, MessageRow.asked)

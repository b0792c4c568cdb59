"""Conversations, messages, what was forgotten, feedback, and passages once cited."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("begun", sa.Float, nullable=False),
        sa.Column("used", sa.Float, nullable=False),
        sa.Column("busy_until", sa.Float, nullable=False),
    )
    op.create_index("ix_conversations_used", "conversations", ["used"])
    op.create_table(
        "messages",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column(
            "conversation_id", sa.String(64), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("asked", sa.Float, nullable=False),
        sa.Column("reply", sa.Text),
        sa.Column("status", sa.String(32)),
        sa.Column("engine", sa.String(128)),
        sa.Column("milliseconds", sa.Float),
        sa.Column("idempotency_key", sa.String(200), unique=True),
        sa.Column("fingerprint", sa.String(64)),
        sa.UniqueConstraint("conversation_id", "number"),
    )
    op.create_index("ix_messages_conversation_id", "messages", ["conversation_id"])
    op.create_index("messages_by_status", "messages", ["status", "asked"])
    op.create_table(
        "forgotten",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column(
            "conversation_id", sa.String(64), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
    )
    op.create_index("ix_forgotten_conversation_id", "forgotten", ["conversation_id"])
    op.create_table(
        "feedback",
        sa.Column("message_id", sa.String(64), sa.ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("rating", sa.String(8), nullable=False),
        sa.Column("comment", sa.Text),
        sa.Column("given", sa.Float, nullable=False),
    )
    op.create_table(
        "cited",
        sa.Column("passage_id", sa.String(64), primary_key=True),
        sa.Column("guide", sa.String(200), nullable=False),
        sa.Column("section", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    for table in ("cited", "feedback", "forgotten", "messages", "conversations"):
        op.drop_table(table)

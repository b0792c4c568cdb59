"""What goes over HTTP beside the reply itself, with examples that a client can be generated from."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from advisor import MessageError
from advisor.bootstrap import ReplyModel, read_message

NUL = "\x00"  # no database keeps it
PRINTED = r"^[^\x00-\x1f\x7f]+$"
Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


def _message(text: str) -> str:
    try:
        return read_message(text.replace(NUL, "\ufffd"))
    except MessageError as error:
        raise ValueError(str(error)) from error


Message = Annotated[
    str,
    AfterValidator(_message),
    Field(
        description="1 to 2,000 characters after trimming.",
        examples=["how much is Purdue and do I need the GRE?"],
        json_schema_extra={"minLength": 1, "maxLength": 2000},
    ),
]


class ChatRequest(BaseModel):
    """A question, and the conversation it belongs to."""

    model_config = ConfigDict(frozen=True)

    message: Message
    conversation_id: Id | None = Field(None, description="From an earlier reply; null begins a conversation.")


class FeedbackRequest(BaseModel):
    """How a reply was found."""

    model_config = ConfigDict(frozen=True)

    message_id: Id
    rating: Literal["up", "down"]
    comment: (
        Annotated[str, StringConstraints(max_length=2000), AfterValidator(lambda text: text.replace(NUL, "\ufffd"))]
        | None
    ) = None


class KeptMessage(BaseModel):
    """A question as it was asked, with its reply; null where it was never given."""

    message_id: str
    message: str
    asked: str = Field(description="ISO 8601, UTC", examples=["2026-11-21T13:00:00Z"])
    milliseconds: float | None
    rating: Literal["up", "down"] | None
    reply: ReplyModel | None


class KeptConversation(BaseModel):
    """What was said."""

    conversation_id: str
    messages: tuple[KeptMessage, ...]


class GuideModel(BaseModel):
    """A guide of the library."""

    slug: str = Field(examples=["techguide"])
    title: str
    publisher: str
    author: str | None
    published: str | None
    updated: str | None
    url: str | None
    passages: int


class SectionModel(BaseModel):
    """A heading of a guide and the passages under it."""

    section: str = Field(examples=["Cost > Which costs come on top of tuition?"])
    passages: tuple[str, ...]


class GuideContents(GuideModel):
    """A guide with its sections."""

    sections: tuple[SectionModel, ...]


class PassageModel(BaseModel):
    """What a citation points to."""

    passage_id: str
    guide: str
    title: str
    publisher: str
    author: str | None
    section: str
    updated: str | None
    text: str
    url: str | None


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["urn:advisor:problem:wrong-request"])
    title: str
    status: int
    detail: str


class Health(BaseModel):
    """Whether the server lives, or is ready."""

    status: Literal["live", "ready"]
    index: str | None = None

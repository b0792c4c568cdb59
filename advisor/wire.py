"""What goes over the border: a request as it may come in, a reply as the contract has it."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, ValidationError

from advisor.answer import ByModel, Citation, Figure, Note, Remembered, Status
from advisor.chain import Reply
from advisor.message import read_message


def _whole(value: float | None) -> float | int | None:
    """7000 instead of 7000.0."""
    return int(value) if value is not None and value.is_integer() else value


class RequestModel(BaseModel):
    """A message, and the conversation that it belongs to."""

    model_config = ConfigDict(frozen=True, strict=True)

    message: Annotated[str, AfterValidator(read_message)]
    conversation_id: Annotated[str, Field(min_length=1, max_length=200)] | None = None


class CellModel(BaseModel):
    """One cell of a reply's table."""

    text: str
    value: Annotated[float | None, PlainSerializer(_whole, return_type=float | int | None)]
    citations: tuple[int, ...]


class TableModel(BaseModel):
    """A reply's table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[CellModel, ...], ...]


class ReplyModel(BaseModel):
    """The whole reply, its keys in the order of the contract."""

    conversation_id: str
    message_id: str
    status: Status
    answer: str
    citations: tuple[Citation, ...]
    table: TableModel | None
    figures: tuple[Figure, ...]
    notes: tuple[Note, ...]
    profile: tuple[Remembered, ...]
    suggestions: tuple[str, ...]
    engine: str
    index: str
    model: ByModel | None = None  # replies of before there was one have none


def reply_model(reply: Reply, conversation_id: str, message_id: str) -> ReplyModel:
    """The reply with the names under which it is known."""
    answer = reply.answer
    return ReplyModel(
        conversation_id=conversation_id,
        message_id=message_id,
        status=answer.status,
        answer=answer.text,
        citations=answer.citations,
        table=TableModel.model_validate(answer.table, from_attributes=True) if answer.table else None,
        figures=answer.figures,
        notes=answer.notes,
        profile=answer.profile,
        suggestions=answer.suggestions,
        engine=answer.engine,
        index=answer.index,
        model=answer.model,
    )


def reply_json(reply: Reply, conversation_id: str, message_id: str, *, indent: int | None = None) -> str:
    """The reply as JSON, on one line unless it is indented."""
    return reply_model(reply, conversation_id, message_id).model_dump_json(indent=indent)


def complaint(error: ValidationError) -> str:
    """What is wrong with a request, in one line."""
    first = error.errors(include_input=False, include_url=False)[0]
    where = "".join(f"{part}: " for part in first["loc"])
    return where + first["msg"].removeprefix("Value error, ")

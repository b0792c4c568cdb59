"""An answer: what the reader gets, as values; `answer.text` is complete by itself, the rest repeats it for programs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["answered", "partly_answered", "clarify", "not_covered", "out_of_scope"]
FigureKind = Literal["quoted", "computed", "counted", "given"]
EMBEDDED = "embedded"  # the writer that needs no model
NoteKind = Literal["disagreement", "age", "check", "premise", "assumption"]


@dataclass(frozen=True)
class Citation:
    """A number in the answer and the passage it points to."""

    number: int
    guide: str
    title: str
    publisher: str
    author: str | None
    section: str  # "heading > heading"
    updated: str | None  # ISO date
    quote: str  # the passage, verbatim
    passage_id: str
    url: str | None


@dataclass(frozen=True)
class TableCell:
    """One cell of an answer's table."""

    text: str
    value: float | None
    citations: tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """An answer's table; every cell has its source."""

    columns: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A figure that the answer shows, and why it may."""

    text: str
    kind: FigureKind
    citations: tuple[int, ...]
    formula: str | None


@dataclass(frozen=True)
class Note:
    """Something the reader should know beside the answer."""

    kind: NoteKind
    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True)
class Remembered:
    """One fact that the person said about themselves."""

    key: str
    text: str


@dataclass(frozen=True)
class ByModel:
    """How a chat model took part in an answer: its sentences, those that did not hold, and why it stopped, if it did."""

    name: str
    shown: int = 0  # sentences of its own
    replaced: int = 0  # by the embedded writer's
    left_out: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)  # why sentences were not shown: "figure", "citation", …
    failure: str | None = None  # "late", "busy", "budget", …: the embedded writer went on from there
    cached: bool = False
    lookups: int = 0
    tokens_read: int = 0
    tokens_written: int = 0


@dataclass(frozen=True)
class Answer:
    """The whole reply to one message."""

    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    table: Table | None = None
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    profile: tuple[Remembered, ...] = ()
    suggestions: tuple[str, ...] = ()
    engine: str = EMBEDDED
    index: str = ""
    model: ByModel | None = None  # None where no model was asked

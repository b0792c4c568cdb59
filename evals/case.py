"""A case: a conversation, and what the last reply to it must and must not hold."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from advisor import Status

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
Fact = Annotated[tuple[Text, ...], Field(min_length=1)]  # the forms in which one fact may be said
Expected = Literal["shown", "none", "either"]
USUAL_WORDS = 90


class Source(BaseModel):
    """Where an answer stands: a guide, and the heading right above the passage where that is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    guide: Text
    heading: Text | None = None


class Case(BaseModel):
    """One thing that somebody may ask, with everything that a fair expert would hold the reply against."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Slug
    slices: Annotated[tuple[Slug, ...], Field(min_length=1)]
    held: bool = False  # never looked at while the adviser is made; reported apart
    messages: Annotated[tuple[Text, ...], Field(min_length=1)]
    facts: tuple[Fact, ...] = ()
    wrong: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    status: Annotated[tuple[Status, ...], Field(min_length=1)]
    disagreement: Expected = "either"
    words: Annotated[int, Field(gt=0)] = USUAL_WORDS  # tables apart
    rejected: Text | None = None  # a reply that was wrong, word for word: it must not come again

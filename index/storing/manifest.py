"""The manifest: what went into an index, so that it is known again, and what must still hold when it is opened."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from index.errors import DamagedIndexError
from index.guides import Guide
from index.vocabulary import Vocabulary

FORMAT = 2  # how chunks and records are laid out in the store; a change here asks for a rebuild
MEND = "mend it with `python -m index build --rebuild`"


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class GuideEntry(_Stored):
    """A guide as the index knows it: its front matter and the digest of its file, without its text."""

    slug: str
    title: str
    publisher: str
    author: str | None
    published: date | None
    updated: date | None
    url: str | None
    digest: str

    @classmethod
    def of(cls, guide: Guide) -> Self:
        """The entry of a guide as read."""
        return cls.model_validate({field: getattr(guide, field) for field in cls.model_fields})

    @property
    def dated(self) -> date | None:
        """The day the guide was last known to be true, as far as it says."""
        return self.updated or self.published


class SealedFile(_Stored):
    """A file of vectors and what it must still be."""

    path: str
    size: int
    sha256: str


class Seal(_Stored):
    """What was stored, counted and hashed: Chroma itself does not notice most damage."""

    passages: int
    pages: int
    ids: str
    content: str
    files: tuple[SealedFile, ...] = ()


UNSEALED = Seal(passages=0, pages=0, ids="", content="")


class Manifest(_Stored):
    """What went into an index; two indexes of the same guides, model and cutting have the same id."""

    model: str
    dimension: int
    chunker: str
    guides: tuple[GuideEntry, ...]
    vocabulary: Vocabulary
    built: datetime
    format: int = FORMAT
    seal: Seal = UNSEALED

    @cached_property
    def id(self) -> str:
        """The hash of what went in; when it was built and how it was stored are no part of it."""
        return ingredients(self.guides, self.vocabulary, self.model, self.chunker)

    def to_json(self) -> str:
        """The manifest as one string, its id beside it."""
        return json.dumps({"id": self.id, "manifest": self.model_dump(mode="json", by_alias=True)}, ensure_ascii=False)

    def with_seal(self, seal: Seal) -> Self:
        """The same manifest with what was stored."""
        return self.model_copy(update={"seal": seal})


def ingredients(guides: Iterable[GuideEntry], vocabulary: Vocabulary, model: str, chunker: str) -> str:
    """The id of the index that these would make; the model need not be loaded to tell."""
    words = TypeAdapter(Vocabulary).dump_python(vocabulary, mode="json")
    made_of = [FORMAT, chunker, model, words, [guide.model_dump(mode="json") for guide in guides]]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:16]


def read_manifest(text: str) -> Manifest:
    """The manifest in a string, or DamagedIndexError when it is not whole or of another version."""
    try:
        stored = json.loads(text)
        written, claimed = stored["manifest"]["format"], stored["id"]
        if written != FORMAT:
            raise DamagedIndexError(f"the index has format {written} and this Advisor reads {FORMAT}: {MEND}")
        manifest = Manifest.model_validate_json(json.dumps(stored["manifest"]))
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise DamagedIndexError(f"the index's manifest is damaged: {MEND}") from error
    if manifest.id != claimed:
        raise DamagedIndexError(f"the index's manifest is damaged: {MEND}")
    return manifest

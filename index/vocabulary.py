"""The vocabulary: the words people use for schools, figures and choices, as `corpus/vocabulary.yaml` gives them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import ClassVar, Literal, TypeAlias

from index.errors import VocabularyError
from index.words.plain_yaml import PlainYaml, PlainYamlError, read_plain_yaml
from index.words.units import AskedUnit, Period

Words = tuple[str, ...]
CLOSED: dict[str, str] = {"extra": "forbid"}


# Whom a subject suits, what it is praised for, what speaks against it; what tells several rows of one subject apart.
Role: TypeAlias = Literal["suits", "praise", "tradeoff", "version"]


@dataclass(frozen=True)
class Attribute:
    """One thing that tables say about their subjects: what it is called, counted in, asked for and valued by."""

    __pydantic_config__: ClassVar = CLOSED

    label: str
    unit: AskedUnit
    periods: tuple[Period, ...] = ()
    headers: Words = ()  # how the table headers that mean this attribute begin; the longest wins
    asked: Words = ()  # words people ask with
    better: Literal["low", "high", "none"] = "none"
    of: Words = ()  # the kinds of subject that have it
    values: Mapping[str, Words] = field(default_factory=dict)  # canonical choice: the words for it
    least: Words = ()  # superlatives and comparatives for the low end: "cheapest", "cheaper"
    most: Words = ()  # for the high end: "priciest"
    topic: str | None = None  # what it belongs to: "cost", "admission"
    says: str | None = None  # how a sentence gives the value: "{subject} takes {value} credits"
    role: Role | None = None  # what advice and look-ups use it for


@dataclass(frozen=True)
class WordedCondition:
    """Words that put a condition on an attribute: "no GRE", "fully online"."""

    __pydantic_config__: ClassVar = CLOSED

    words: Words
    attribute: str
    choice: str | Words | None = field(default=None, metadata={"alias": "is"})
    at_most: float | None = None
    at_least: float | None = None

    @property
    def choices(self) -> Words:
        """The canonical choices that meet it; empty where it is about a number."""
        return (self.choice,) if isinstance(self.choice, str) else self.choice or ()


@dataclass(frozen=True)
class LifeFact:
    """Words about one's life, what they mean for the profile and, where they do, for an attribute."""

    __pydantic_config__: ClassVar = CLOSED

    words: Words
    profile: str
    text: str
    attribute: str | None = None
    choice: str | Words | None = field(default=None, metadata={"alias": "is"})
    at_most: float | None = None
    at_least: float | None = None
    assumes: str | None = None
    asks: str | None = None  # what advice for somebody of whom this is true has to answer, as a guide would ask it
    lacks: Words = ()  # what such a person has not got: a program for those who have it suits them least

    @property
    def choices(self) -> Words:
        """The canonical choices that meet it; empty where it is about a number or no attribute."""
        return (self.choice,) if isinstance(self.choice, str) else self.choice or ()


@dataclass(frozen=True)
class Vocabulary:
    """Everything the code must not know by itself; every part may be absent."""

    __pydantic_config__: ClassVar = CLOSED

    subjects: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)  # kind: canonical name: aliases
    ambiguous: Mapping[str, Words] = field(default_factory=dict)  # form: the names it may stand for
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    conditions: tuple[WordedCondition, ...] = ()
    life_facts: tuple[LifeFact, ...] = ()
    acts: Mapping[str, Words] = field(default_factory=dict)
    topics: Mapping[str, Words] = field(default_factory=dict)
    kinds: Mapping[str, Words] = field(default_factory=dict)  # what people call things of a kind: school: [program]
    background: Words = ()  # kinds that people name in passing: "ML masters" asks for no degree in particular
    everyday: Words = ()  # words of the field that every question may have and that tell nothing: master, machine learning
    titles: Words = ()  # what the titles of programs have in common and tells none from another: Master of Science
    other_levels: Words = ()  # words of programs that nobody means who does not say them: PhD, BS
    replies: Mapping[str, str] = field(default_factory=dict)  # fixed replies: greeting, thanks, scope, closing, …


def read_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary of a file; without the file, an empty one."""
    try:
        return parse_vocabulary(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Vocabulary()
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read ({error}); save it as a UTF-8 file") from error
    except VocabularyError as error:
        raise VocabularyError(f"{path.name}: {error}") from error


def parse_vocabulary(text: str) -> Vocabulary:
    """The vocabulary of a YAML text; an unknown key, a wrong kind of value or a dangling name is an error."""
    try:
        raw = read_plain_yaml(text)
    except PlainYamlError as error:
        raise VocabularyError(f"line {error.line}: {error}") from error
    if raw is None:
        return Vocabulary()
    if not isinstance(raw, dict):
        parts = ", ".join(part.name for part in fields(Vocabulary))
        raise VocabularyError(f"this is not a mapping; its parts are {parts}")
    vocabulary = _validated({part: _filled(entry) for part, entry in raw.items() if entry is not None})
    for entry in _dangling(vocabulary):
        raise VocabularyError(entry)
    return vocabulary


def _filled(entry: PlainYaml) -> PlainYaml:
    """A name without words has no words."""
    if isinstance(entry, dict):
        return {key: _filled(value) for key, value in entry.items()}
    return [] if entry is None else entry


def _validated(raw: PlainYaml) -> Vocabulary:
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - 50 ms that only a build pays

    try:
        return TypeAdapter(Vocabulary).validate_json(json.dumps(raw))
    except ValidationError as error:
        first, *more = error.errors()
        entry = ".".join(str(part) for part in first["loc"])
        also = f" (and {len(more)} more)" if more else ""
        unknown = first["type"] == "unexpected_keyword_argument"
        mend = "this key is not known here; mend or delete it" if unknown else first["msg"].lower()
        raise VocabularyError(f"{entry}: {mend}{also}") from error


def _dangling(vocabulary: Vocabulary) -> Iterator[str]:
    """Entries that name what is not there."""
    for number, condition in enumerate(vocabulary.conditions):
        yield from _unknown_names(f"conditions.{number}", condition, vocabulary)
    for number, fact in enumerate(vocabulary.life_facts):
        yield from _unknown_names(f"life_facts.{number}", fact, vocabulary)
    names = {name for known in vocabulary.subjects.values() for name in known}
    names |= {f"{kind}: {name}" for kind, known in vocabulary.subjects.items() for name in known}
    for form, meant in vocabulary.ambiguous.items():
        for name in meant:
            if name not in names:
                yield f"ambiguous.{form}: there is no subject {name!r}; add it or mend the name"


def _unknown_names(place: str, entry: WordedCondition | LifeFact, vocabulary: Vocabulary) -> Iterator[str]:
    if entry.attribute is None:
        return
    attribute = vocabulary.attributes.get(entry.attribute)
    if attribute is None:
        yield f"{place}.attribute: there is no attribute {entry.attribute!r}; add it or mend the name"
    elif attribute.values:
        for choice in entry.choices:
            if choice not in attribute.values:
                yield f"{place}.is: {attribute.label} has no value {choice!r}; add it or mend the name"

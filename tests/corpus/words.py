"""The vocabulary as the tests see it: its parts, typed, and every form that names a subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict, cast

import yaml

from tests.corpus.reading import CORPUS


class Attribute(TypedDict, total=False):
    """One thing that can be asked about a subject."""

    label: str
    unit: str
    periods: list[str]
    headers: list[str]
    asked: list[str]
    better: str
    of: list[str]
    values: dict[str, list[str]]
    topic: str
    says: str
    least: list[str]
    most: list[str]


Condition = TypedDict("Condition", {"words": list[str], "attribute": str, "is": str | list[str]}, total=False)
LifeFact = TypedDict(
    "LifeFact",
    {"words": list[str], "profile": str, "text": str, "attribute": str, "is": str | list[str], "assumes": str},
    total=False,
)


class Vocabulary(TypedDict):
    """The whole file, part by part."""

    subjects: dict[str, dict[str, list[str]]]
    ambiguous: dict[str, list[str]]
    attributes: dict[str, Attribute]
    conditions: list[Condition]
    life_facts: list[LifeFact]
    acts: dict[str, list[str]]
    topics: dict[str, list[str]]
    kinds: dict[str, list[str]]
    background: list[str]
    replies: dict[str, str]


def vocabulary() -> Vocabulary:
    return cast("Vocabulary", yaml.safe_load((CORPUS / "vocabulary.yaml").read_text(encoding="utf-8")))


def forms(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Every canonical name and alias with the subject it points to, written `kind: name`."""
    for kind, subjects in words["subjects"].items():
        for name, aliases in subjects.items():
            for form in (name, *aliases):
                yield form, f"{kind}: {name}"


def subjects_named(words: Vocabulary, name: str) -> list[str]:
    """The subjects that a name under `ambiguous` fits: `name`, or `kind: name` where kinds share one."""
    known = [f"{kind}: {subject}" for kind, subjects in words["subjects"].items() for subject in subjects]
    return [subject for subject in known if name in (subject, subject.split(": ", 1)[1])]


def choices(wanted: str | list[str]) -> list[str]:
    return [wanted] if isinstance(wanted, str) else wanted

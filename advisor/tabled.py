"""What the guides' own tables make of a vocabulary's names: strangers that have a row by now, initials of two, towns."""

import re
from collections.abc import Iterable

from advisor.namesakes import key_of
from advisor.words import phrase, words
from index import Row, Vocabulary

# What a school's name may lose when people type it; the rest must still be unique.
HEADS = {"university", "college", "institute", "school", "of", "the", "at", "technology", "campus", "main"}
INITIALS = 4  # letters of a short name at the most


def covered(vocabulary: Vocabulary, rows: list[Row]) -> dict[tuple[str, str], tuple[str, str]]:
    """Names that the vocabulary holds for strangers and that a guide's table has by now: they are of the table's kind."""
    tabled = {row.kind for row in rows}
    strange = {
        key_of(form): (kind, name)
        for kind, entries in vocabulary.subjects.items()
        if kind not in tabled
        for name, forms in entries.items()
        for form in (name, *forms)
    }
    keys = [(key_of(row.subject), row.kind) for row in rows] if strange else []
    keys.sort(key=lambda found: key_of(strange.get(found[0], ("", ""))[1]) == found[0])  # a whole name before an alias
    return {strange[key]: (kind, strange[key][1]) for key, kind in keys if key in strange}


def told_of(vocabulary: Vocabulary, texts: Iterable[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """Names that the vocabulary holds for strangers and of which a guide's sentences give a figure: of their own kind."""
    strange = {
        form: (kind, name)
        for kind, entries in vocabulary.subjects.items()
        if kind.removeprefix(OTHER) != kind and kind.removeprefix(OTHER) in vocabulary.subjects
        for name, aliases in entries.items()
        for form in map(phrase, (name, *aliases))
        if len(form) > INITIALS
    }
    firsts = {form.partition(" ")[0] for form in strange}
    sentences = (one for text in texts if strange for one in END.split(text) if any(map(str.isdigit, one)))
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for said in (f" {phrase(one)} " for one in sentences):
        starts = firsts & set(said.split())
        for form in (form for form in strange if form.partition(" ")[0] in starts and f" {form} " in said):
            kind, name = strange[form]
            found[kind, name] = (kind.removeprefix(OTHER), name)
    return found


OTHER = "other_"  # before the kind of which a vocabulary holds strangers
END = re.compile(r"(?<=[.!?])\s|\n")


def alike_initials(vocabulary: Vocabulary, rows: list[Row], texts: Iterable[str]) -> set[str]:
    """Initials in a table that a stranger has too, of whose name no guide says the last word: another "SMU"."""
    said = {word for text in texts for word in words(text)} | {
        word for row in rows for word in words(" ".join(row.path))
    }
    tabled = {row.kind for row in rows}
    lasts = {
        key_of(form): [word for word in words(name) if word not in HEADS][-1:]
        for kind, entries in vocabulary.subjects.items()
        if kind not in tabled
        for name, forms in entries.items()
        for form in forms
    }
    short = {row.subject for row in rows if row.subject.isupper() and len(row.subject) <= INITIALS}
    return {name for name in short if key_of(name) in lasts and not set(lasts[key_of(name)]) & said}


def place_kinds(vocabulary: Vocabulary) -> set[str]:
    """What a vocabulary calls places: "city", "state"."""
    return {name for name, entry in vocabulary.attributes.items() if entry.topic == "place" and entry.unit == "text"}


def towns(vocabulary: Vocabulary, rows: list[Row]) -> set[str]:
    """The kinds of places that have a table of their own and stand in the cells of another: "Waterloo" beside its school."""
    placed = {cell.attribute for row in rows for cell in row.cells[1:]} | place_kinds(vocabulary)
    return ({row.kind for row in rows} & placed) - vocabulary.subjects.keys()

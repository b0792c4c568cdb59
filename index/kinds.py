"""What kind of thing a table's subjects are: by the first header, by the vocabulary's words, by their neighbours."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.cells.cell import Cell
from index.cells.columns import phrase_words
from index.rows import VERSION, Row, version_of
from index.vocabulary import Vocabulary

UNNAMED = "entry"  # the kind of subjects of which nothing at all says what they are
NAMING = {"name", "names", "of", "the", "our"}
ALIKE = 2  # attributes that two tables share


@dataclass(frozen=True)
class Kinds:
    """The vocabulary's kinds: the words for each, and the kind of each name."""

    of_words: Mapping[str, str] = field(default_factory=dict)
    of_names: Mapping[str, str] = field(default_factory=dict)
    main: str | None = None
    version: str = VERSION  # the attribute that tells rows of one subject apart
    asked_for: frozenset[str] = frozenset()  # attributes that people ask for, which tell no rows apart

    @classmethod
    def told_by(cls, vocabulary: Vocabulary) -> "Kinds":
        """The kinds of a vocabulary; the first it names is the main one."""
        words = {phrase_words(word): kind for kind, said in vocabulary.kinds.items() for word in said}
        own = {phrase_words(kind): kind for kind in (*vocabulary.subjects, *vocabulary.kinds)}
        tabled = {kind for entry in vocabulary.attributes.values() for kind in entry.of} | vocabulary.kinds.keys()
        names = {
            phrase_words(form): of if kind not in tabled and (of := kind.rpartition("_")[2]) in tabled else kind
            for kind, known in reversed(list(vocabulary.subjects.items()))
            for name, forms in known.items()
            for form in (*forms, name)
        }
        version = next((name for name, entry in vocabulary.attributes.items() if entry.role == "version"), VERSION)
        main = next(iter((*vocabulary.subjects, *vocabulary.kinds)), None)
        return cls(words | own, names, main, version, frozenset(vocabulary.attributes))

    def of_header(self, header: str) -> str:
        """The kind that a header means: "University", "Name of school" and "Language school" are schools."""
        said = [word for word in phrase_words(header).split() if word not in NAMING]
        ends = (" ".join(said[at:]) for at in range(len(said)))
        return next((self.of_words[end] for end in ends if end in self.of_words), header)


def with_kinds(rows: Iterable[Row], kinds: Kinds) -> tuple[Row, ...]:
    """The rows, each under the vocabulary's word for its kind; cards and nameless columns take their neighbours'."""
    named = [
        replace(row, kind=kinds.of_header(row.kind), version=version_of(row.cells[1:], kinds.version)) for row in rows
    ]
    named = _told_apart(named, kinds.asked_for)
    meant = _meant(named, kinds)
    named = [replace(row, kind=meant.get(row.kind, row.kind)) for row in named]
    told = {phrase_words(row.subject): row.kind for row in named if row.kind} | dict(kinds.of_names)
    nameless = [row for row in named if not row.kind]
    by_guide: dict[str, str] = {}
    for guide in {row.guide for row in nameless}:
        mine = [row for row in nameless if row.guide == guide]
        found = Counter(told[name] for row in mine if (name := phrase_words(row.subject)) in told)
        by_guide[guide] = found.most_common(1)[0][0] if found else _alike(mine, named) or kinds.main or UNNAMED
    return tuple(
        row if row.kind else replace(row, kind=told.get(phrase_words(row.subject), by_guide[row.guide]))
        for row in named
    )


def _told_apart(rows: Sequence[Row], asked_for: Collection[str]) -> list[Row]:
    """The rows; where a table has several of one subject and no program, the first words that differ tell them apart."""
    tables: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        tables.setdefault((row.guide, row.path, phrase_words(row.subject)), []).append(row)
    apart: dict[int, str] = {}
    for mine in tables.values():
        if len(mine) < ALIKE or any(row.version for row in mine):
            continue
        columns = (
            at
            for at in range(1, min(len(row.cells) for row in mine))
            if _differs([row.cells[at] for row in mine], asked_for)
        )
        if (at := next(columns, None)) is not None:
            apart |= {id(row): row.cells[at].text for row in mine}
    return [replace(row, version=apart[id(row)]) if id(row) in apart else row for row in rows]


def _differs(cells: Sequence[Cell], asked_for: Collection[str]) -> bool:
    """Whether cells are words that nobody asks for, and no two of them the same."""
    words = all(
        cell.unit == "text" and cell.known and not cell.priced_abroad and cell.attribute not in asked_for
        for cell in cells
    )
    return words and len({cell.text for cell in cells}) == len(cells)


def _meant(rows: Iterable[Row], kinds: Kinds) -> Mapping[str, str]:
    """Headers that no vocabulary knows above names that it does know: "Provider" above two schools means schools."""
    rows = tuple(rows)
    own = {*kinds.of_words.values(), *kinds.of_names.values(), ""}
    tabled = {row.kind for row in rows}
    found: dict[str, set[str]] = {}
    subjects: dict[str, set[str]] = {}
    known: dict[str, set[str]] = {}
    for row in rows:
        name = phrase_words(row.subject)
        subjects.setdefault(row.kind, set()).add(name)
        if row.kind not in own and name in kinds.of_names:
            found.setdefault(row.kind, set()).add(kinds.of_names[name])
            known.setdefault(row.kind, set()).add(name)
    return {
        kind: kinds.main
        for kind, told in found.items()
        if kinds.main and told & {*tabled, kinds.main} == {kinds.main} and FEW * len(known[kind]) >= len(subjects[kind])
    }


FEW = 3  # a third of the names: "Munich" is short for a school, and a column of towns is none


def _alike(nameless: Sequence[Row], named: Iterable[Row]) -> str | None:
    """The kind of the rows that say most of the same things."""
    said = {cell.attribute for row in nameless for cell in row.cells[1:]}
    best = max(
        (row for row in named if row.kind),
        key=lambda row: len(said & {cell.attribute for cell in row.cells[1:]}),
        default=None,
    )
    return best.kind if best and len(said & {cell.attribute for cell in best.cells[1:]}) >= ALIKE else None

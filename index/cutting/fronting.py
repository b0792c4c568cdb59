"""The column of a table's subjects put first: a guide may set a number, a rank or the program before the school."""

from collections.abc import Sequence
from dataclasses import replace

from index.cells.cell import read_cell
from index.cells.columns import Column, phrase_words, plain_header
from index.cutting.tables import Table
from index.vocabulary import Vocabulary

PLAIN = Column("", "")
LEAST_ROWS = 2


def fronted(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with its subjects first; as it is where nothing says that they stand elsewhere."""
    at = _subjects(table, vocabulary)
    return replace(table, header=_first(table.header, at), rows=tuple(_first(row, at) for row in table.rows))


def _subjects(table: Table, vocabulary: Vocabulary) -> int:
    named_first = table.header[0] or any(_counts(row[0]) for row in table.rows)  # names without a header are subjects
    of = [kind for kind in vocabulary.subjects if kind not in vocabulary.background]
    kinds = {phrase_words(kind) for kind in (of if named_first else of[:1])}
    named = [at for at, header in enumerate(table.header) if plain_header(header) in kinds]
    if named and not _holds_the_main(table, vocabulary):
        return named[0]
    counted = len(table.rows) >= LEAST_ROWS and all(_counts(row[0]) for row in table.rows)
    words = (at for at in range(1, len(table.header)) if not any(_counts(row[at]) for row in table.rows))
    return next(words, 0) if counted else 0


def _holds_the_main(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the first column has what the vocabulary is mostly about, by its header or its cells: a "University" before its "Degree"."""
    main = next(iter(vocabulary.subjects), "")
    called = {phrase_words(word) for word in vocabulary.kinds.get(main, ())}
    known = {phrase_words(form) for name, forms in vocabulary.subjects.get(main, {}).items() for form in (name, *forms)}
    held = sum(phrase_words(row[0]) in known for row in table.rows)
    header = plain_header(table.header[0])
    tells_apart = any(
        header in map(phrase_words, (a.label, *a.asked)) for a in vocabulary.attributes.values() if a.role == "version"
    )
    return 2 * held > len(table.rows) or (header in called and not tells_apart)


def _counts(text: str) -> bool:
    return read_cell(text.strip("#=. "), PLAIN).unit == "number"


def _first(row: Sequence[str], at: int) -> tuple[str, ...]:
    return (row[at], *row[:at], *row[at + 1 :])

"""Tables set on their side, a subject a column and an attribute a row, turned upright before anything is read of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.cells.cell import read_cell
from index.cells.columns import Column, read_column
from index.cells.currencies import currency_in
from index.cells.qualifiers import lowered
from index.cutting.sections import Section
from index.cutting.tables import Table
from index.vocabulary import Vocabulary
from index.words.units import Unit

PLAIN = Column("", "")
LEAST_SUBJECTS, LEAST_ATTRIBUTES, LEAST_UNITS = 2, 3, 2


def with_upright(sections: Iterable[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections, each table with its subjects below each other."""
    return [
        replace(
            section,
            blocks=tuple(
                _turned(block) if isinstance(block, Table) and _lies(block, vocabulary) else block
                for block in section.blocks
            ),
        )
        for section in sections
    ]


def _turned(table: Table) -> Table:
    corner = "" if not any(map(str.isalpha, table.header[0])) else table.header[0]
    columns = list(zip(table.header, *table.rows, strict=True))[1:]
    return Table((_subjects(corner), *(row[0] for row in table.rows)), tuple(columns))


def _subjects(corner: str) -> str:
    """The corner names what lies to its right only where it stands alone for it: it mostly names the attributes."""
    return "" if names_attributes(corner) else corner


def names_attributes(corner: str) -> bool:
    """Whether a corner speaks of what stands below it: "Feature", "Program detail"."""
    return bool(OF_ATTRIBUTES & set(lowered(corner).split()[-1:]))


OF_ATTRIBUTES = frozenset(
    "attribute attributes feature features criterion criteria category item detail details spec fact".split()
)


def _lies(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether each row is of one unit and no column is, or the first column has the vocabulary's attributes and the header none."""
    if len(table.header) <= LEAST_SUBJECTS or not table.rows or not all(table.header[1:]):
        return False
    firsts = [row[0] for row in table.rows]
    known = sum(_known(first, vocabulary) for first in firsts)
    headed = sum(_known(header, vocabulary) for header in table.header[1:])
    if known >= LEAST_SUBJECTS and 2 * known > len(firsts) and not headed:
        return True
    corner = not any(map(str.isalpha, table.header[0])) or names_attributes(table.header[0])
    if not corner or headed or len(firsts) < LEAST_ATTRIBUTES:
        return False
    rows = [_units(row[1:]) for row in table.rows]
    columns = [_units(column) for column in list(zip(*table.rows, strict=True))[1:]]
    told = [units for units in rows if units]
    alike = sum(len(units) == 1 for units in told)
    return (
        2 * alike > len(told)
        and len({unit for units in told for unit in units}) >= LEAST_UNITS
        and all(len(units) >= LEAST_UNITS for units in columns)
    )


def _units(cells: Sequence[str]) -> set[Unit | None]:
    """The units of the cells that give a figure; money is money in any currency."""
    read = [(text, read_cell(text, PLAIN)) for text in cells]
    return {
        "money" if currency_in(lowered(text)) else cell.unit
        for text, cell in read
        if cell.known and any(map(str.isdigit, text))
    }


def _known(header: str, vocabulary: Vocabulary) -> bool:
    return read_column(header, vocabulary).attribute in vocabulary.attributes

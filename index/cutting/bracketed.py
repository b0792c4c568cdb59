"""Two columns that a guide writes as one, "School (city)" above "NUS (Singapore)", told apart before anything is read of them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from index.cells.columns import Column, read_column
from index.cutting.sections import Section
from index.cutting.tables import Table
from index.vocabulary import Vocabulary

HEADER = re.compile(r"(?P<name>[^()]+?)\s*\((?P<beside>[^\W\d_]+)\)")
CELL = re.compile(r"(?P<name>.+?)\s*\((?P<beside>[A-Z][^()]*)\)")
NOTHING = Vocabulary()


def with_bracketed(sections: Iterable[Section]) -> list[Section]:
    """The sections, each table with what stands in brackets behind its subjects in a column of its own."""
    return [
        replace(
            section, blocks=tuple(_parted(block) if isinstance(block, Table) else block for block in section.blocks)
        )
        for section in sections
    ]


def _parted(table: Table) -> Table:
    header = HEADER.fullmatch(table.header[0])
    cells = [CELL.fullmatch(row[0]) for row in table.rows]
    if not (header and cells and all(cells)) or _measures(read_column(table.header[0], NOTHING)):
        return table
    rows = ((found["name"], found["beside"], *row[1:]) for found, row in zip(cells, table.rows, strict=True) if found)
    return Table((header["name"], header["beside"].capitalize(), *table.header[1:]), tuple(rows))


def _measures(column: Column) -> bool:
    """Whether the brackets say in what a column is counted: "Price (USD)"."""
    return bool(column.unit or column.measure or column.currency or column.dollars)

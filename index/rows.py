"""The table in memory: every row of every guide, where conditions, sorts and counts run in plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.cells.cell import Cell
from index.cells.columns import plain_header
from index.cells.qualifiers import lowered
from index.cells.verdicts import Operator, verdict
from index.chunks import Chunk
from index.words.units import Period, Residency


@dataclass(frozen=True)
class Row:
    """One table row: its subject (first column), what kind of thing that is, and its cells with their citation."""

    chunk_id: str  # the passage to cite
    guide: str
    path: tuple[str, ...]  # heading path; the last heading is the table's title
    number: int  # position in its table, from 0
    kind: str  # the first column's header made plain: "school", "role", "state"
    subject: str  # the first cell as written
    cells: tuple[Cell, ...]  # the first column included
    passages: tuple[str, ...] = ()  # the passage of each cell, where a long row was cut into several
    version: str | None = None  # which of several rows of its subject it is: the program of a school

    def passage(self, cell: Cell) -> str:
        """The id of the passage that says this cell of the row."""
        return self.passages[self.cells.index(cell)] if self.passages else self.chunk_id


@dataclass(frozen=True)
class Condition:
    """One demand on one attribute; a period or residency narrows which cells can meet it."""

    attribute: str
    operator: Operator
    value: float | str
    period: Period | None = None
    residency: Residency | None = None
    currency: str | None = None  # of a bound on money that is not counted in dollars


@dataclass(frozen=True)
class Sifted:
    """Rows told apart by some conditions; a row without the value is unknown, never a match and never a miss."""

    matching: tuple[Row, ...]
    failing: tuple[Row, ...]
    unknown: tuple[Row, ...]


class Rows:
    """All rows, in the order of the guides and their tables."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.all = tuple(rows)
        self._of: dict[str, list[Row]] = {}
        for row in self.all:
            self._of.setdefault(lowered(row.subject), []).append(row)

    def of(self, subject: str) -> tuple[Row, ...]:
        """The rows about a subject, whatever the size of its letters."""
        return tuple(self._of.get(lowered(subject), ()))

    def sift(self, conditions: Sequence[Condition], rows: Iterable[Row] | None = None) -> Sifted:
        """Rows that meet all conditions, rows that fail one, and rows of which that cannot be told."""
        sifted: dict[bool | None, list[Row]] = {True: [], False: [], None: []}
        for row in self.all if rows is None else rows:
            verdicts = {meets(row, condition) for condition in conditions}
            sifted[False if False in verdicts else None if None in verdicts else True].append(row)
        return Sifted(tuple(sifted[True]), tuple(sifted[False]), tuple(sifted[None]))


def meets(row: Row, condition: Condition) -> bool | None:
    """Whether a row meets a condition; None where its cells do not say or say both."""
    verdicts = {
        verdict(cell, condition.operator, condition.value, condition.currency)
        for cell in _cells(row, condition)
        if cell.known
    }
    return verdicts.pop() if len(verdicts) == 1 else None


def meets_cell(cell: Cell, condition: Condition) -> bool | None:
    """Whether one cell meets a condition; None where it is about something else or does not say."""
    narrowed = condition.period in (None, cell.period) and condition.residency in (None, cell.residency)
    if cell.attribute != condition.attribute or not narrowed:
        return None
    return verdict(cell, condition.operator, condition.value, condition.currency)


def _cells(row: Row, condition: Condition) -> list[Cell]:
    """The cells that can tell; where none is for the residency asked, those that are for everybody."""
    cells = [
        cell for cell in row.cells if cell.attribute == condition.attribute and condition.period in (None, cell.period)
    ]
    if condition.residency is None:
        return cells
    own = [cell for cell in cells if cell.residency == condition.residency and cell.known]
    return own or [cell for cell in cells if cell.residency is None]


def read_rows(chunks: Iterable[Chunk]) -> Rows:
    """The rows of chunks in their order; the pieces of an over-long row become one row again."""
    pieces: dict[tuple[object, ...], list[Chunk]] = {}
    for chunk in chunks:
        if chunk.kind == "row" and chunk.cells:
            own = chunk.id if chunk.row is None else chunk.row
            pieces.setdefault((chunk.guide, chunk.path, own), []).append(chunk)
    return Rows(_row(number, row) for number, row in enumerate(pieces.values()))


VERSION = "program"  # the attribute that tells rows of one subject apart, where no vocabulary names another


def version_of(cells: Iterable[Cell], attribute: str) -> str | None:
    """What the cells of a row give for an attribute."""
    return next((cell.text for cell in cells if cell.attribute == attribute and cell.known), None)


def _row(number: int, pieces: Sequence[Chunk]) -> Row:
    first = pieces[0]
    said = [(first.cells[0], first.id)] + [(cell, piece.id) for piece in pieces for cell in piece.cells[1:]]
    return Row(
        chunk_id=first.id,
        guide=first.guide,
        path=first.path,
        number=number if first.row is None else first.row,
        kind=plain_header(first.cells[0].column),
        subject=first.cells[0].text,
        cells=tuple(cell for cell, _ in said),
        passages=tuple(passage for _, passage in said) if len(pieces) > 1 else (),
        version=version_of((cell for cell, _ in said), VERSION),
    )

"""A draft: claims and tables that name their sources by passage, before anything is checked or numbered."""

from dataclasses import dataclass
from typing import Literal

from advisor.answer import NoteKind

ClaimKind = Literal["quoted", "computed", "counted", "given", "plain"]


@dataclass(frozen=True)
class Claim:
    """One sentence (or list item), typed from the moment it is made.

    quoted: its figures stand in its sources; computed: its figures are those of `formula`, whose inputs stand in the
    sources or in the message; counted: its count is the number of `sources` or of rows named in `formula`; given: its
    figures were said by the person; plain: it states no fact of the guides (a greeting, a question back).
    """

    text: str
    sources: tuple[str, ...] = ()  # chunk ids, in the order they are cited
    kind: ClaimKind = "quoted"
    formula: str | None = None  # "12 × 3 × $900 = $32,400", "5 of 12 rows"


@dataclass(frozen=True)
class Paragraph:
    """Sentences that follow each other."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Bullets:
    """A list with its lead-in; the lead's sources stand for every item that names none."""

    lead: Claim | None
    items: tuple[Claim, ...]


@dataclass(frozen=True)
class DraftCell:
    """One cell of a drafted table; a computed cell carries its formula."""

    text: str
    value: float | None = None
    sources: tuple[str, ...] = ()
    formula: str | None = None


@dataclass(frozen=True)
class DraftTable:
    """Rows and columns, every cell with its sources."""

    columns: tuple[str, ...]
    rows: tuple[tuple[DraftCell, ...], ...]


@dataclass(frozen=True)
class DraftNote:
    """A note beside the answer: a disagreement, an old figure, a doubt, a corrected premise, an assumption."""

    kind: NoteKind
    claim: Claim


Block = Paragraph | Bullets | DraftTable | DraftNote

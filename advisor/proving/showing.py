"""The figures that an answer shows, each with why it may: quoted, computed, counted or given."""

from collections.abc import Callable, Iterable, Iterator

from advisor.answer import Figure, FigureKind
from advisor.draft import Block, Bullets, Claim, ClaimKind, DraftNote, DraftTable, Paragraph
from advisor.proving.figures import figures
from advisor.proving.ground import as_shown
from advisor.proving.proofs import YOURS

Numbers = Callable[[Iterable[str]], tuple[int, ...]]


def figures_of(blocks: Iterable[Block], numbers: Numbers) -> tuple[Figure, ...]:
    """Every figure of a draft once, in order."""
    found = (
        figure for block in blocks for claim, label in claims_of(block) for figure in _of_claim(claim, label, numbers)
    )
    return tuple(dict.fromkeys(found))


def claims_of(block: Block) -> Iterator[tuple[Claim, str]]:
    """Every claim of a block, a cell as a claim below its column."""
    match block:
        case Paragraph(claims):
            yield from ((claim, "") for claim in claims)
        case Bullets(lead, items):
            yield from ((claim, "") for claim in (lead, *items) if claim)
        case DraftNote(_, claim):
            yield claim, ""
        case DraftTable(columns, rows):
            for row in rows:
                for column, cell in zip(columns, row, strict=False):
                    kind: ClaimKind = "computed" if cell.formula else "quoted" if cell.sources else "given"
                    yield Claim(cell.text, cell.sources, kind, cell.formula), column


def _of_claim(claim: Claim, label: str, numbers: Numbers) -> Iterator[Figure]:
    shown = as_shown(claim, label)
    worked = {value for mention in figures(claim.formula or "") for value in mention.values}
    for mention in shown.mentions:
        if mention.unit == "name":
            continue
        if claim.kind in {"computed", "counted"} and set(mention.values) <= (worked or set(mention.values)):
            kind: FigureKind = "computed" if claim.kind == "computed" else "counted"
            yield Figure(mention.text, kind, numbers(claim.sources), claim.formula)
        elif claim.sources and not YOURS.search(shown.words[: mention.start]):
            yield Figure(mention.text, "quoted", numbers(claim.sources), None)
        else:
            yield Figure(mention.text, "given", (), None)

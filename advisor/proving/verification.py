"""Nothing is shown that does not hold: every claim, cell and note of a draft is checked before anyone sees it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.draft import Block, Bullets, Claim, DraftCell, DraftNote, DraftTable, Paragraph
from advisor.proving.figures import figures
from advisor.proving.ground import Ground
from advisor.proving.plain_text import plain
from advisor.proving.proofs import fault

NOT_VERIFIED = DraftCell("not verified")


@dataclass(frozen=True)
class Dropped:
    """A claim that is not shown, and why."""

    claim: Claim
    reason: str


@dataclass(frozen=True)
class Verified:
    """The blocks that hold, and what was taken out of them."""

    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]


def verify(blocks: Sequence[Block], passages: Mapping[str, str], message: str) -> Verified:
    """The draft without what does not hold; `passages`: all that a citation shows; `message`: all the person said."""
    ground = Ground(passages, message)
    dropped: list[Dropped] = []
    kept = [shown for block in blocks if (shown := _checked(block, ground, dropped)) is not None]
    return Verified(tuple(kept), tuple(dropped))


def _checked(block: Block, ground: Ground, dropped: list[Dropped]) -> Block | None:
    match block:
        case Paragraph(claims):
            kept = _held(claims, ground, dropped)
            return Paragraph(kept) if kept else None
        case Bullets():
            return _bullets(block, ground, dropped)
        case DraftTable():
            return _table(block, ground, dropped)
        case DraftNote(_, claim):
            held = _held([claim], ground, dropped)
            return replace(block, claim=held[0]) if held else None


def _held(claims: Iterable[Claim], ground: Ground, dropped: list[Dropped]) -> tuple[Claim, ...]:
    kept = []
    for claim in claims:
        shown = replace(claim, text=plain(claim.text), sources=tuple(dict.fromkeys(claim.sources)))
        reason = fault(shown, ground)
        if reason is None:
            kept.append(shown)
        else:
            dropped.append(Dropped(claim, reason))
    return tuple(kept)


def _bullets(block: Bullets, ground: Ground, dropped: list[Dropped]) -> Bullets | None:
    """A list whose items stand on the lead's sources where they name none; the lead of an empty list goes too."""
    shared = block.lead.sources if block.lead else ()
    quoted = (replace(item, sources=shared) if _leans(item) else item for item in block.items)
    items = _held(quoted, ground, dropped)
    lead = _held([_supported(block.lead, items)], ground, dropped) if block.lead else ()
    if lead and block.lead and _leans(block.lead) and len({item.sources for item in items}) > 1:
        lead = (replace(lead[0], sources=()),)  # the items have the marks
    return Bullets(lead[0] if lead else None, items) if items else None


def _supported(lead: Claim, items: Sequence[Claim]) -> Claim:
    """A lead that names no source stands on those of its items."""
    return replace(lead, sources=tuple(source for item in items for source in item.sources)) if _leans(lead) else lead


def _leans(claim: Claim) -> bool:
    return claim.kind == "quoted" and not claim.sources


def _table(block: DraftTable, ground: Ground, dropped: list[Dropped]) -> DraftTable | None:
    columns = tuple(map(plain, block.columns))
    cited = tuple(dict.fromkeys(source for row in block.rows for cell in row for source in cell.sources))
    for column in columns:
        header = Claim(column, cited, "quoted" if cited else "given")
        if column and (reason := fault(header, ground)) and fault(replace(header, kind="given"), ground):
            dropped.append(Dropped(header, reason))
            return None
    rows = []
    for place, row in enumerate(block.rows, _first_number(block)):
        near = tuple(dict.fromkeys(source for cell in row for source in cell.sources)) or cited
        cells = (_cell(cell, columns[n], near, ground, dropped) for n, cell in enumerate(row[1:], 1))
        first = row[:1] if row and row[0] == DraftCell(str(place)) else ()  # rows that are numbered
        rows.append((*(first or (_cell(one, columns[0], near, ground, dropped) for one in row[:1])), *cells))
    return DraftTable(columns, tuple(rows)) if rows else None


def _first_number(block: DraftTable) -> int:
    """Where the numbers of a table's rows begin: at one, or at the place that its first row counts from."""
    head = block.rows[0][0].text if block.rows and block.columns[0] == "Place" else ""
    return int(head) if head.isdecimal() else 1


def _cell(cell: DraftCell, column: str, near: tuple[str, ...], ground: Ground, dropped: list[Dropped]) -> DraftCell:
    """The cell, or "not verified"; one without a source may repeat what its row cites or what the person said."""
    shown = replace(cell, text=plain(cell.text), sources=tuple(dict.fromkeys(cell.sources)))
    if not shown.text or not (figures(shown.text) or ground.missing(shown.sources)):
        return shown
    claim = Claim(shown.text, shown.sources or near, "computed" if shown.formula else "quoted", shown.formula)
    reason = fault(claim, ground, column)
    if reason and not shown.sources and not shown.formula:
        reason = fault(replace(claim, kind="given", sources=()), ground, column)
    if reason or not _is_value(shown):
        dropped.append(Dropped(claim, reason or f"{shown.value} is not what {shown.text} says"))
        return NOT_VERIFIED
    return shown


def _is_value(cell: DraftCell) -> bool:
    """Whether a cell's value is one of its text's; lengths and dates are kept in units of their own."""
    shown = figures(cell.text)
    if cell.value is None or not shown or shown[0].unit not in COUNTED:  # "2 years (120 ECTS)" is kept in months
        return True
    values = [value for one in shown for value in one.values if one.unit in COUNTED]
    return any(abs(cell.value - value) < 0.005 for value in values)


COUNTED = {"money", "euro", "pound", "percent", "number"}

"""The checked draft as the reader gets it: numbered marks, lists, tables, and the same again for programs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.answer import Citation, Figure, Note, Table, TableCell
from advisor.draft import Block, Bullets, Claim, DraftCell, DraftNote, DraftTable, Paragraph
from advisor.proving.showing import figures_of
from advisor.saying import GuideCard
from index import Chunk

END = re.compile(r"(?<!\b[A-Za-z]\.[A-Za-z])[.!?:…]+[\"”’')]*$")  # not the last dot of "U.S."

BETWEEN = re.compile(r"(?<=[a-z0-9)%\]]{2}[.!?])(?<!Prof\.)(?<!etc\.)(?<!vs\.)\s+(?=[A-Z“$])")


@dataclass(frozen=True)
class Cited:
    """A passage with the guide that it stands in."""

    chunk: Chunk
    guide: GuideCard


@dataclass(frozen=True)
class Rendered:
    """The answer's text with marks, and its parts in a form that programs can use."""

    text: str
    citations: tuple[Citation, ...]
    table: Table | None
    figures: tuple[Figure, ...]
    notes: tuple[Note, ...]


class Numbering:
    """Passages numbered in the order in which they first appear."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, sources: Iterable[str]) -> tuple[int, ...]:
        """The numbers of some passages; new ones get the next."""
        return tuple(sorted(self.numbers.setdefault(source, len(self.numbers) + 1) for source in sources))

    def marks(self, sources: Iterable[str]) -> str:
        """The marks of some passages: "[1][2]"."""
        return "".join(f"[{number}]" for number in self.of(sources))


class Pen:
    """Writes an answer down as it is made, block by block or sentence by sentence; joined, it is what `render` gives."""

    def __init__(self) -> None:
        self._numbering = Numbering()
        self._blocks: list[Block] = []

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All that is written."""
        return tuple(self._blocks)

    def block(self, block: Block) -> Iterator[str]:
        """A block of its own."""
        gap = self._gap()
        self._blocks.append(block)
        for piece in _of_block(block, self._numbering):
            yield gap + piece
            gap = ""

    def sentence(self, claim: Claim, *, starts: bool) -> Iterator[str]:
        """One sentence more of the paragraph, or the first of a new one."""
        last = self._blocks[-1] if self._blocks else None
        if starts or not isinstance(last, Paragraph):
            yield from self.block(Paragraph((claim,)))
            return
        self._blocks[-1] = Paragraph((*last.claims, claim))
        yield from (" " + sentence for sentence in _sentences(claim, self._numbering))

    def item(self, claim: Claim) -> Iterator[str]:
        """One item more of the list, or the first of a new one; every item has its own marks."""
        last = self._blocks[-1] if self._blocks else None
        if not isinstance(last, Bullets) or last.lead is not None:
            yield from self.block(Bullets(None, (claim,)))
            return
        self._blocks[-1] = Bullets(None, (*last.items, claim))
        yield f"\n- {_marked(claim.text, claim.sources, self._numbering)}"

    def _gap(self) -> str:
        return "\n\n" if self._blocks else ""


def render(blocks: Sequence[Block], cited: Callable[[str], Cited]) -> Rendered:
    """The whole answer; `cited` gives a passage with its guide."""
    numbering = Numbering()
    text = "".join(_pieces(blocks, numbering))
    tables = [block for block in blocks if isinstance(block, DraftTable)]
    return Rendered(
        text=text,
        citations=tuple(_citation(number, cited(source)) for source, number in numbering.numbers.items()),
        table=_table(tables[0], numbering) if tables else None,
        figures=figures_of(blocks, numbering.of),
        notes=tuple(
            Note(block.kind, block.claim.text, numbering.of(block.claim.sources))
            for block in blocks
            if isinstance(block, DraftNote)
        ),
    )


def _pieces(blocks: Iterable[Block], numbering: Numbering) -> Iterator[str]:
    gap = ""
    for block in blocks:
        for piece in _of_block(block, numbering):
            yield gap + piece
            gap = ""
        gap = "\n\n"


def _of_block(block: Block, numbering: Numbering) -> Iterator[str]:
    match block:
        case Paragraph(claims):
            sentences = (sentence for claim in claims for sentence in _sentences(claim, numbering))
            yield from (" " * bool(n) + sentence for n, sentence in enumerate(sentences))
        case Bullets(lead, items):
            yield from _list(lead, items, numbering)
        case DraftTable():
            yield _markdown_table(block, numbering)
        case DraftNote(_, claim):
            yield from (" " * bool(n) + one for n, one in enumerate(_sentences(claim, numbering)))


def _sentences(claim: Claim, numbering: Numbering) -> Iterator[str]:
    """A claim's sentences, each with the claim's marks."""
    for text in _cut(claim.text):
        yield _marked(text if END.search(text) else text + ".", claim.sources, numbering)


@lru_cache(maxsize=1 << 12)  # what is written down piece by piece is rendered once more as a whole
def _cut(text: str) -> tuple[str, ...]:
    return tuple(BETWEEN.split(text))


def _marked(text: str, sources: Sequence[str], numbering: Numbering) -> str:
    """The text with its marks before the final stop."""
    if not sources:
        return text
    end = END.search(text)
    body, stop = (text[: end.start()], end[0]) if end else (text, "")
    return f"{body} {numbering.marks(sources)}{stop}"


def _list(lead: Claim | None, items: Sequence[Claim], numbering: Numbering) -> Iterator[str]:
    """A list that cites once at its head when its items share one source, else item by item."""
    own = list(dict.fromkeys(item.sources for item in items if item.sources))
    head = lead.sources if lead else ()
    alone = len(items) == 1 and not head and lead is not None  # a single item is cited where it stands
    together = lead is not None and not alone and len({*own, head} - {()}) <= 1
    if lead is not None:
        text = lead.text if END.search(lead.text) else lead.text + ":"
        yield _marked(text, own[0] if together and own else head, numbering) + "\n\n"
    for n, item in enumerate(items):
        text = item.text if together else _marked(item.text, item.sources, numbering)
        yield ("\n" if n else "") + f"- {text}"


def _markdown_table(table: DraftTable, numbering: Numbering) -> str:
    header = [_escaped(column) for column in table.columns]
    rows = [[_marked_cell(cell, numbering) for cell in row] for row in table.rows]
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _marked_cell(cell: DraftCell, numbering: Numbering) -> str:
    marks = numbering.marks(cell.sources)
    return f"{_escaped(cell.text)} {marks}".strip()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _table(table: DraftTable, numbering: Numbering) -> Table:
    rows = (tuple(TableCell(cell.text, cell.value, numbering.of(cell.sources)) for cell in row) for row in table.rows)
    return Table(table.columns, tuple(rows))


def _citation(number: int, cited: Cited) -> Citation:
    chunk, guide = cited.chunk, cited.guide
    return Citation(
        number=number,
        guide=chunk.guide,
        title=guide.title,
        publisher=guide.publisher,
        author=guide.author,
        section=" > ".join(chunk.path[1:] or chunk.path),
        updated=guide.updated.isoformat() if guide.updated else None,
        quote=chunk.text,
        passage_id=chunk.id,
        url=guide.url,
    )

"""What a maintainer may want to mend in a guide: columns that the vocabulary has no words for, figures that stay text."""

from collections.abc import Iterable, Iterator

from index.cells.cell import Cell
from index.chunks import Chunk
from index.guides import Guide
from index.vocabulary import Vocabulary

MOST_NAMED = 6


def unsaid(guides: Iterable[Guide]) -> list[str]:
    """One line a guide that does not say what it is called or whose word it is, and one for keys that are not read."""
    return [line for guide in guides for line in _of_front(guide)]


def _of_front(guide: Guide) -> Iterator[str]:
    if guide.unsaid:
        yield (
            f"{guide.slug}.md: its front matter gives no {' and no '.join(guide.unsaid)}: it is called "
            f'"{guide.title}" by {guide.publisher}'
        )
    if guide.unread:
        yield (
            f"{guide.slug}.md: its front matter says what is not read here (a date is read as 2026-05-25): "
            f"{', '.join(guide.unread)}"
        )


def remarks(chunks: Iterable[Chunk], vocabulary: Vocabulary) -> list[str]:
    """At most two lines a guide, each with what would mend it; none without a vocabulary to hold columns against."""
    guides: dict[str, list[Cell]] = {}
    for chunk in chunks:
        guides.setdefault(chunk.guide, []).extend(chunk.cells[1:])
    return [line for guide, cells in guides.items() if vocabulary.attributes for line in _of(guide, cells, vocabulary)]


def _of(guide: str, cells: Iterable[Cell], vocabulary: Vocabulary) -> Iterator[str]:
    known = [cell for cell in cells if cell.known]
    strange = dict.fromkeys(cell.column for cell in known if cell.attribute not in vocabulary.attributes)
    if strange:
        yield f"{guide}.md: columns that can be asked for by their own words only: {_some(strange)}"
    open_prices = [cell for cell in known if _lacks_period(cell, vocabulary)]
    if open_prices:
        said = dict.fromkeys(f"{cell.column} {cell.text}" for cell in open_prices)
        yield f"{guide}.md: prices without a period (total, per year, per credit), which no limit can be held against: {_some(said)}"


def _lacks_period(cell: Cell, vocabulary: Vocabulary) -> bool:
    attribute = vocabulary.attributes.get(cell.attribute)
    return attribute is not None and len(attribute.periods) > 1 and cell.unit == "money" and cell.period is None


def _some(names: Iterable[str]) -> str:
    first = list(names)
    more = f" and {len(first) - MOST_NAMED} more" if len(first) > MOST_NAMED else ""
    return ", ".join(first[:MOST_NAMED]) + more

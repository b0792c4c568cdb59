"""Cards: sections that say "Key: value" of the subject in their heading, read as the rows of one table."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.cells.cell import read_cell
from index.cells.columns import Column, read_column
from index.cutting.sections import Block, Listing, Paragraph, Section
from index.cutting.tables import Table
from index.vocabulary import Vocabulary

PAIR = re.compile(r"(?:[-*] |\d+\. )?(?P<key>[^\W\d_][^:.!?\n]{0,38}?)\s*:\s+(?P<value>\S.*)")
COUNTED = re.compile(r"^(?:#?\s?\d+\s*[.):–—-]\s*|#\d+\s+)")  # "1. Duke University"
REMARK = re.compile(r"\s+[–—|-]\s+.*$|\s*:\s+.*$")
MOST_KEY, MOST_VALUE = 4, 25  # words
MIXED = 3  # units in one column that no table of several subjects has
PLAIN = Column("", "")
SHARED = 2  # keys that make two sections of one kind, or one section a card by the vocabulary alone

Pairs = tuple[tuple[str, str], ...]


def with_cards(sections: Sequence[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections with each card as a table of one row, of which the heading is the subject."""
    found = [(section, _pairs(section, vocabulary)) for section in sections]
    times = Counter(key.casefold() for _, pairs in found for key in {key for key, _ in pairs})
    return [
        _carded(section, pairs, vocabulary) if _is_card(section, pairs, times, vocabulary) else section
        for section, pairs in found
    ]


def pair(line: str) -> tuple[str, str] | None:
    """What a line "Key: value" names and says, where both are short."""
    found = PAIR.fullmatch(line.strip())
    if not found or len(found["key"].split()) > MOST_KEY or len(found["value"].split()) > MOST_VALUE:
        return None
    return found["key"].strip(), found["value"].strip()


def _pairs(section: Section, vocabulary: Vocabulary) -> Pairs:
    """All pairs of a section; a question's section answers it and is no card."""
    if section.path[-1].rstrip().endswith("?"):
        return ()
    return tuple(one for block in section.blocks for one in _of_block(block, vocabulary))


def _of_block(block: Block, vocabulary: Vocabulary) -> Pairs:
    match block:
        case Listing(items):
            pairs = tuple(map(pair, items))
        case Paragraph(text):
            pairs = (pair(text),)
        case Table(header, rows) if len(header) == 2 and _names_keys(header, rows, vocabulary):
            pairs = tuple((key, value) for key, value in rows if key)
        case _:
            pairs = ()
    return tuple(one for one in pairs if one) if all(pairs) else ()


def _names_keys(header: tuple[str, ...], rows: Sequence[tuple[str, ...]], vocabulary: Vocabulary) -> bool:
    """Whether a table of two columns is one subject's facts: its first column names attributes, its second is of all kinds."""
    known = sum(_attribute(key, vocabulary) for key, _ in rows)
    units = {read_cell(value, PLAIN).unit for _, value in rows}
    return not header[0] or 2 * known > len(rows) or len(units) >= MIXED


def _is_card(section: Section, pairs: Pairs, times: Counter[str], vocabulary: Vocabulary) -> bool:
    keys = {key for key, _ in pairs}
    if len(keys) < SHARED:
        return False
    if subject_of(section.path[-1]).casefold() in _names(vocabulary):
        return True
    if _attribute(section.path[-1], vocabulary):
        return False
    known = [key for key in keys if _attribute(key, vocabulary)]
    return sum(times[key.casefold()] > 1 for key in keys) >= SHARED or len(known) > max(SHARED, len(keys) // 2)


def _names(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(
        form.casefold()
        for known in vocabulary.subjects.values()
        for name, forms in known.items()
        for form in (name, *forms)
    )


def _attribute(header: str, vocabulary: Vocabulary) -> bool:
    return read_column(header, vocabulary).attribute in vocabulary.attributes


def subject_of(heading: str) -> str:
    """The subject that a heading names: "1. Duke University – our pick" is Duke University."""
    return REMARK.sub("", COUNTED.sub("", heading)).strip() or heading


def _carded(section: Section, pairs: Pairs, vocabulary: Vocabulary) -> Section:
    """The section with one table in place of its pairs; a key given twice has both values."""
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    row = (subject_of(section.path[-1]), *("; ".join(said) for said in values.values()))
    table = Table(("", *values), (row,))
    others = tuple(block for block in section.blocks if not _of_block(block, vocabulary))
    return replace(section, blocks=(*others, table))

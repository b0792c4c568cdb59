"""Portraits: lists whose items name a subject and then what it costs, takes and asks for, read as the rows of one table.

Where the items say one thing of subjects that are known, the heading says what: "Deposits" above "- Imperial College: £2,000",
or the words that lead into the list; a first item that only names what the others give is their header.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from index.cells.amounts import read_amount
from index.cells.columns import phrase_words
from index.cells.currencies import currency_in
from index.cells.lengths import read_length
from index.cells.qualifiers import lowered
from index.cutting.listed import column_of, header_item, kind_of, money_of, of_pay
from index.cutting.sections import Block, Listing, Paragraph, Section
from index.cutting.tables import Table
from index.vocabulary import Attribute, Vocabulary
from index.words.sentences import sentences

ITEM = re.compile(r"(?:[-*] |\d+\. )(?P<name>[^:–—]{2,70}?)\s*(?:[:–—]|\s-\s)\s*(?P<rest>\S.*?)\.?")
PARTED = re.compile(r"\s*[;|]\s+|,\s+(?![^()]*\))|\s[–—·]\s")
COUNT = re.compile(r"(?P<number>\d[\d,.]*\+?)\s+(?P<thing>[^\W\d_]+(?:\s[^\W\d_]+)?)")
OTHERS = "Notes"
COUNTED = ("number", "choice", "gpa", "percent", "rank")
LEAST_ITEMS, LEAST_PAID = 2, 3
LEAST_TYPED = 2  # values of known kind in most items

Said = dict[str, list[str]]


def with_portraits(sections: Sequence[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections with such lists as tables."""
    known, celled = _known(sections, vocabulary), _celled(sections)
    return [
        replace(
            section,
            blocks=tuple(
                _block(block, section.path[-1], lead, known, celled, vocabulary)
                for lead, block in zip(_leads(section.blocks), section.blocks, strict=True)
            ),
        )
        for section in sections
    ]


def _leads(blocks: Sequence[Block]) -> list[str]:
    """What leads into each block: the last words of a paragraph before it that end with a colon."""
    before = ["", *(block.text if isinstance(block, Paragraph) else "" for block in blocks[:-1])]
    return [sentences(text)[-1] if text.endswith(":") else "" for text in before]


def _known(sections: Sequence[Section], vocabulary: Vocabulary) -> frozenset[str]:
    """The names of subjects: those of the vocabulary and those of the guide's own tables."""
    worded = (form for of in vocabulary.subjects.values() for name, forms in of.items() for form in (name, *forms))
    return frozenset(map(phrase_words, (*worded, *(row[0] for table in _tables(sections) for row in table.rows))))


def _celled(sections: Sequence[Section]) -> dict[str, str]:
    """The words of whole cells with their header: the towns beside the schools of a table."""
    return {
        phrase_words(cell): header
        for table in _tables(sections)
        for row in table.rows
        for header, cell in zip(table.header[1:], row[1:], strict=True)
        if cell.replace(" ", "").isalpha()
    }


def _tables(sections: Sequence[Section]) -> Iterator[Table]:
    return (block for one in sections for block in one.blocks if isinstance(block, Table))


def _block(
    block: Block, heading: str, lead: str, known: Collection[str], celled: Mapping[str, str], vocabulary: Vocabulary
) -> Block:
    if not isinstance(block, Listing):
        return block
    items = [ITEM.fullmatch(item) for item in block.items]
    pairs = [(item["name"].strip(), item["rest"]) for item in items if item]
    if len(items) < LEAST_ITEMS or len(pairs) < len(items):
        return block
    if headed := header_item([(name, PARTED.split(rest)) for name, rest in pairs]):
        return headed
    kind = kind_of(heading, [name for name, _ in pairs], known, vocabulary)
    money = money_of(heading, kind, vocabulary) or _counted("money", vocabulary) or "Price"
    said = [(name, _said(rest, money, vocabulary)) for name, rest in pairs]
    typed = sum(sum(header != OTHERS for header in values) >= LEAST_TYPED for _, values in said)
    if 2 * typed <= len(said):
        priced = all(_is_money(lowered(rest)) for _, rest in pairs)
        if priced and of_pay(heading) and len(pairs) >= LEAST_PAID:
            return Table((kind, "Pay"), tuple(pairs))
        column = column_of(heading, lead if priced else "")
        return _under(column, pairs, known) or _of_cells(column, pairs, celled) or block
    headers = dict.fromkeys(header for _, values in said for header in values if header != OTHERS)
    columns = (*headers, *([OTHERS] if any(OTHERS in values for _, values in said) else []))
    rows = tuple((name, *("; ".join(values.get(header, [])) for header in columns)) for name, values in said)
    return Table((kind, *columns), rows)


def _under(column: str, pairs: Sequence[tuple[str, str]], known: Collection[str]) -> Table | None:
    """What is given for the items' names, as one column; None where the items are no subjects."""
    named = sum(phrase_words(name) in known for name, _ in pairs)
    if not column or 2 * named <= len(pairs) or phrase_words(column) in known:
        return None
    return Table(("", column), tuple(pairs))


def _of_cells(column: str, pairs: Sequence[tuple[str, str]], celled: Mapping[str, str]) -> Table | None:
    """The same of what other tables have in one of their columns: the rent in the towns of the schools."""
    headers = {celled.get(phrase_words(name), "") for name, _ in pairs}
    figured = all(any(map(str.isdigit, rest)) for _, rest in pairs)
    header = next(iter(headers)) if len(headers) == 1 else ""
    return Table((header, column), tuple(pairs)) if column and header and figured else None


def _said(rest: str, money: str, vocabulary: Vocabulary) -> Said:
    """The pieces of an item below the header that each belongs to."""
    said: Said = {}
    for piece in PARTED.split(rest):
        header, value = _read(piece, money, vocabulary)
        said.setdefault(header, []).append(value)
    return said


def _read(piece: str, money: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What a piece is about and what it says of it: money, else what its own words name, else a length, else a count."""
    words = lowered(piece)
    if _is_money(words):
        return money, piece
    for header in _worded(phrase_words(words), vocabulary):
        return header, piece
    if read_length(words):
        return _counted("duration", vocabulary) or "Length", piece
    if counted := COUNT.fullmatch(piece):
        return _of_thing(counted["thing"], vocabulary) or counted["thing"].capitalize(), counted["number"]
    for name, value in _ends(piece):
        if thing := _of_thing(name, vocabulary, COUNTED if piece.startswith(value) else (*COUNTED, "text")):
            return thing, value
    return OTHERS, piece


def _is_money(words: str) -> bool:
    amount = read_amount(words)
    return bool(amount and amount.mark == "money") or bool(currency_in(words) and re.search(r"\d", words))


def _ends(piece: str) -> Iterator[tuple[str, str]]:
    """A piece as a name and its value, either first: "GRE optional", "3.0 GPA"."""
    words = piece.split()
    for at in range(1, len(words)):
        yield " ".join(words[:at]), " ".join(words[at:])
        yield " ".join(words[at:]), " ".join(words[:at])


def _of_thing(name: str, vocabulary: Vocabulary, units: Collection[str] = COUNTED) -> str | None:
    """The attribute that a name asks for, if it can be a value's own: no price, no length; a text only behind its name."""
    said = phrase_words(name)
    for attribute in vocabulary.attributes.values():
        forms = map(phrase_words, (attribute.label, *attribute.headers, *attribute.asked))
        if attribute.unit in units and said in forms:
            return _name(attribute)
    return None


def _worded(words: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The attributes whose conditions or choices a piece is."""
    for condition in vocabulary.conditions:
        if words in map(phrase_words, condition.words) and condition.choices:
            yield _name(vocabulary.attributes[condition.attribute])
    for attribute in vocabulary.attributes.values():
        if words in {phrase_words(form) for choice, forms in attribute.values.items() for form in (choice, *forms)}:
            yield _name(attribute)


def _counted(unit: str, vocabulary: Vocabulary) -> str | None:
    return next((_name(a) for a in vocabulary.attributes.values() if a.unit == unit), None)


def _name(attribute: Attribute) -> str:
    return attribute.label.capitalize() if attribute.label.islower() else attribute.label

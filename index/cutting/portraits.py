"""Portraits: lists whose items name a subject and then what it costs, takes and asks for, read as the rows of one table.

Where the items say one thing of subjects that are known, the heading says what: "Deposits" above "- Imperial College: £2,000".
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from index.cells.amounts import read_amount
from index.cells.columns import phrase_words
from index.cells.currencies import currency_in
from index.cells.lengths import read_length
from index.cells.qualifiers import lowered
from index.cutting.sections import Block, Listing, Section
from index.cutting.tables import Table
from index.vocabulary import Attribute, Vocabulary

ITEM = re.compile(r"(?:[-*] |\d+\. )(?P<name>[^:–—]{2,70}?)\s*(?:[:–—]|\s-\s)\s*(?P<rest>\S.*?)\.?")
PARTED = re.compile(r"\s*[;|]\s+|,\s+(?![^()]*\))|\s[–—·]\s")
COUNT = re.compile(r"(?P<number>\d[\d,.]*\+?)\s+(?P<thing>[^\W\d_]+(?:\s[^\W\d_]+)?)")
OTHERS = "Notes"
COUNTED = ("number", "choice", "gpa", "percent", "rank")
LEAST_ITEMS = 2
MOST_HEADER = 3  # words of a heading that can head a column
LEAST_TYPED = 2  # values of known kind in most items

Said = dict[str, list[str]]


def with_portraits(sections: Sequence[Section], vocabulary: Vocabulary) -> list[Section]:
    """The sections with such lists as tables."""
    known = _known(sections, vocabulary)
    return [
        replace(section, blocks=tuple(_block(block, section.path[-1], known, vocabulary) for block in section.blocks))
        for section in sections
    ]


def _known(sections: Sequence[Section], vocabulary: Vocabulary) -> frozenset[str]:
    """The names of subjects: those of the vocabulary and those of the guide's own tables."""
    worded = (form for of in vocabulary.subjects.values() for name, forms in of.items() for form in (name, *forms))
    tabled = (
        row[0] for section in sections for block in section.blocks if isinstance(block, Table) for row in block.rows
    )
    return frozenset(map(phrase_words, (*worded, *tabled)))


def _block(block: Block, heading: str, known: Collection[str], vocabulary: Vocabulary) -> Block:
    if not isinstance(block, Listing):
        return block
    items = [ITEM.fullmatch(item) for item in block.items]
    if len(items) < LEAST_ITEMS or not all(items):
        return block
    said = [(item["name"].strip(), _said(item["rest"], vocabulary)) for item in items if item]
    typed = sum(sum(header != OTHERS for header in values) >= LEAST_TYPED for _, values in said)
    if 2 * typed <= len(said):
        return _under(heading, [(item["name"].strip(), item["rest"]) for item in items if item], known) or block
    headers = dict.fromkeys(header for _, values in said for header in values if header != OTHERS)
    columns = (*headers, *([OTHERS] if any(OTHERS in values for _, values in said) else []))
    rows = tuple((name, *("; ".join(values.get(header, [])) for header in columns)) for name, values in said)
    return Table(("", *columns), rows)


def _under(heading: str, pairs: Sequence[tuple[str, str]], known: Collection[str]) -> Table | None:
    """What a heading of few words is given for, as its column; None where the items are no subjects."""
    column = heading.split(" and ", maxsplit=1)[0].strip()
    named = sum(phrase_words(name) in known for name, _ in pairs)
    if "?" in heading or len(column.split()) > MOST_HEADER or 2 * named <= len(pairs) or phrase_words(heading) in known:
        return None
    return Table(("", column), tuple(pairs))


def _said(rest: str, vocabulary: Vocabulary) -> Said:
    """The pieces of an item below the header that each belongs to."""
    said: Said = {}
    for piece in PARTED.split(rest):
        header, value = _read(piece, vocabulary)
        said.setdefault(header, []).append(value)
    return said


def _read(piece: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What a piece is about and what it says of it: money, else what its own words name, else a length, else a count."""
    words = lowered(piece)
    amount = read_amount(words)
    if (amount and amount.mark == "money") or (currency_in(words) and re.search(r"\d", words)):
        return _counted("money", vocabulary) or "Price", piece
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

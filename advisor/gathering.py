"""What the guides know, gathered once when an index is opened: rows by subject, programs as each guide lists them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from advisor.knowledge import Knowledge
from advisor.lexicon import Lexicon, Name, build_lexicon
from advisor.tabled import place_kinds
from advisor.tables import Fact, Listing
from advisor.words import phrase, stem
from index import Chunk, Row, Vocabulary


def build_knowledge(
    vocabulary: Vocabulary,
    rows: Iterable[Row],
    chunks: Mapping[str, Chunk],
    guide_names: Mapping[str, Iterable[str]],
    ordinary: Callable[[str], bool] = lambda _word: True,
) -> Knowledge:
    """Join rows and words once, when an index is opened; `guide_names` gives slug, publisher and title of each guide."""
    rows = list(rows)
    lexicon = build_lexicon(
        vocabulary, rows, (chunk.text for chunk in chunks.values() if chunk.kind != "row"), ordinary
    )
    by_name: dict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        by_name[canonical(row, lexicon)].append(row)
    kinds: dict[str, set[str]] = defaultdict(set)
    for name, found in by_name.items():
        for row in found:
            for cell in row.cells[1:]:
                kinds[cell.attribute].add(name.kind)
    prose = " ".join(phrase(chunk.spoken) for chunk in chunks.values())
    return Knowledge(
        vocabulary=vocabulary,
        lexicon=lexicon,
        rows={name: tuple(found) for name, found in by_name.items()},
        listings=tuple(_listings(by_name)),
        chunks=chunks,
        sections=_sections(chunks.values()),
        checks=tuple(chunk for chunk in chunks.values() if chunk.check),
        words=frozenset(
            word for text in (prose, *lexicon.attributes, *lexicon.demands, *lexicon.orders) for word in text.split()
        ),
        prose=prose,
        frequencies=Counter(
            word for chunk in chunks.values() for word in {stem(word) for word in phrase(chunk.spoken).split()}
        ),
        places=frozenset(row.kind for row in rows) & {*kinds, *place_kinds(vocabulary)},
        kinds=frozenset(name.kind for name in by_name),
        table_sizes=Counter((row.guide, row.path) for row in rows),
        guides={phrase(form): slug for slug, forms in guide_names.items() for form in forms if form},
        kinds_of={attribute: frozenset(found) for attribute, found in kinds.items()},
        values=_values(rows),
        ungiven=frozenset(vocabulary.attributes.keys() - kinds.keys()),
        holders=_holders(rows, lexicon),
    )


def _sections(chunks: Iterable[Chunk]) -> dict[tuple[str, tuple[str, ...]], tuple[Chunk, ...]]:
    found: dict[tuple[str, tuple[str, ...]], list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        if chunk.kind != "row" and not chunk.check:
            found[chunk.guide, chunk.path].append(chunk)
    return {key: tuple(pieces) for key, pieces in found.items()}


def _values(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for cell in row.cells[1:]:
            if cell.known and cell.unit == "text" and len(cell.text.split()) <= SHORT_VALUE:
                found[cell.attribute].add(cell.text)
    return {attribute: frozenset(texts) for attribute, texts in found.items()}


SHORT_VALUE = 3  # words


def _holders(rows: Iterable[Row], lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, ...]]:
    """Which attributes of which kind name a subject in their cells: partners name employers, a state stands beside a city."""
    names = {phrase(name.name) for found in lexicon.subjects.values() for name in found}
    longest = max((len(name.split()) for name in names), default=1)
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in rows:
        for cell in row.cells[1:]:
            said = phrase(cell.text).split() if cell.unit == "text" else []
            for at in range(len(said)):
                for width in range(1, longest + 1):
                    form = " ".join(said[at : at + width])
                    if form in names:
                        found[row.kind, form][cell.attribute] = None
    return {key: tuple(attributes) for key, attributes in found.items()}


def canonical(row: Row, lexicon: Lexicon) -> Name:
    """The subject of a row under the vocabulary's name for it, however the table writes it."""
    meant = lexicon.subjects.get(phrase(row.subject), ())
    own = [name for name in meant if name.kind == row.kind] or meant
    return own[0] if len(own) == 1 else Name(row.kind, row.subject)


NO_PROGRAM: tuple[None] = (None,)


def _listings(by_name: Mapping[Name, list[Row]]) -> list[Listing]:
    """Rows of one guide and subject joined by program; rows without a program speak for all of them."""
    listings = []
    for name, rows in by_name.items():
        for guide in dict.fromkeys(row.guide for row in rows):
            mine = [row for row in rows if row.guide == guide]
            programs = list(dict.fromkeys(row.version for row in mine if row.version is not None))
            shared = [row for row in mine if row.version is None]
            for program in programs or NO_PROGRAM:
                own = [row for row in mine if program is not None and row.version == program]
                listings.append(Listing(guide, name, program, _facts(own, shared)))
    return listings


def _facts(own: list[Row], shared: list[Row]) -> tuple[Fact, ...]:
    facts = [Fact(row, cell) for row in own for cell in row.cells[1:]]
    given = {fact.cell.attribute for fact in facts if fact.cell.known}
    return tuple(facts + [Fact(row, cell) for row in shared for cell in row.cells[1:] if cell.attribute not in given])

"""What the guides' tables hold: facts by subject, programs as each guide lists them, what columns measure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from advisor.dimensions import most_given
from advisor.lexicon import HEDGES, Lexicon, Name
from advisor.words import demonyms, phrase, plural, stem, words
from index import VERSION, Cell, Period, Residency, Role, Row, Unit, Vocabulary

NAMED = re.compile(r"[A-Z][a-z]*\.?")  # a word that is only written large because it comes first
STATISTICS = HEDGES | {"range", "sum", "total"}  # sort figures, not things
SHORT_VALUE = 3  # words
MEASURED_IN = ("duration", "percent")
VALUE = re.compile(r"[^\W\d_]|\d:\d")  # "Evening", a grade such as "2:1"


@dataclass(frozen=True)
class Fact:
    """One known or unknown cell, with the row that cites it."""

    row: Row
    cell: Cell

    @property
    def guide(self) -> str:
        """The guide that says so."""
        return self.row.guide

    @property
    def source(self) -> str:
        """The passage to cite."""
        return self.row.passage(self.cell)


@dataclass(frozen=True)
class Listing:
    """One program (or role, state, …) as one guide lists it over all its tables."""

    guide: str
    name: Name
    program: str | None
    facts: tuple[Fact, ...]

    def of(self, attribute: str) -> tuple[Fact, ...]:
        """Everything the guide's tables say of one attribute here."""
        return tuple(fact for fact in self.facts if fact.cell.attribute == attribute)


@dataclass(frozen=True)
class Tables:
    """The rows of all tables, by what they are about."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    rows: Mapping[Name, tuple[Row, ...]]
    listings: tuple[Listing, ...]
    places: frozenset[str]  # kinds that other tables have a column for: a school's "State"
    kinds: frozenset[str]  # kinds of subject that some table is about
    table_sizes: Mapping[tuple[str, tuple[str, ...]], int]  # (guide, heading path) -> rows
    kinds_of: Mapping[str, frozenset[str]]  # attribute -> kinds of subject that have it in some row
    values: Mapping[str, frozenset[str]]  # attribute in words -> its short cell texts
    ungiven: frozenset[str]  # attributes that people ask for and no column gives
    holders: Mapping[tuple[str, str], tuple[str, ...]]  # (kind, folded name) -> its attributes whose cells name it

    def facts(self, name: Name, attribute: str) -> list[Fact]:
        """Every cell of one attribute of one subject, unknown ones included."""
        return list(self._facts.get((name, attribute), ()))

    @cached_property
    def _facts(self) -> Mapping[tuple[Name, str], list[Fact]]:
        found: dict[tuple[Name, str], list[Fact]] = defaultdict(list)
        for name, rows in self.rows.items():
            for row in rows:
                for cell in row.cells[1:]:
                    found[name, cell.attribute].append(Fact(row, cell))
        return found

    @cached_property
    def columns(self) -> Mapping[tuple[str, tuple[str, ...]], frozenset[str]]:
        """The attributes of each table, by guide and heading path."""
        found: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        for row in (row for rows in self.rows.values() for row in rows):
            found[row.guide, row.path].update(cell.attribute for cell in row.cells[1:])
        return {table: frozenset(attributes) for table, attributes in found.items()}

    def words_of_columns(self, attributes: Iterable[str]) -> frozenset[str]:
        """The words, without their plurals, of the headers of some attributes and of the headings above them."""
        return frozenset().union(*(self._words_of_columns.get(attribute, frozenset()) for attribute in attributes))

    @cached_property
    def _words_of_columns(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for (_, path), attributes in self.columns.items():
            for attribute in attributes:
                found[attribute].update(stem(word) for text in (attribute, *path) for word in words(text))
        return {attribute: frozenset(said) for attribute, said in found.items()}

    @cached_property
    def table_subjects(self) -> Mapping[tuple[str, tuple[str, ...]], tuple[str, ...]]:
        """The subjects of each table as it writes them, by guide and heading path."""
        found: dict[tuple[str, tuple[str, ...]], dict[str, None]] = defaultdict(dict)
        for row in (row for rows in self.rows.values() for row in rows):
            found[row.guide, row.path][row.subject] = None
        return {table: tuple(subjects) for table, subjects in found.items()}

    @cached_property
    def homes(self) -> Mapping[str, frozenset[str]]:
        """Where the subjects are that have a price for residents, as the tables write both."""
        found: dict[str, frozenset[str]] = {}
        for name, rows in self.rows.items():
            if any(cell.residency for row in rows for cell in row.cells):
                places = frozenset(f.cell.text for kind in self.places for f in self.facts(name, kind) if f.cell.known)
                found |= {row.subject: places for row in rows if places}
        return found

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """What the cells of each attribute are counted in, most of them."""
        counts: dict[str, Counter[Unit]] = defaultdict(Counter)
        for rows in self.rows.values():
            for cell in (cell for row in rows for cell in row.cells[1:] if cell.known):
                counts[cell.attribute]["money" if cell.priced_abroad else cell.unit] += 1
        return {attribute: found.most_common(1)[0][0] for attribute, found in counts.items()}

    @cached_property
    def categories(self) -> Mapping[str, tuple[str, str, str]]:
        """What several rows of a table are, where no vocabulary knows the column: "longtails" -> kind, attribute, value."""
        counts = Counter(
            (name.kind, cell.attribute, cell.text)
            for name, rows in self.rows.items()
            for row in rows
            for cell in row.cells[1:]
            if cell.unit == "text" and cell.attribute not in self.vocabulary.attributes
            and cell.known and len(cell.text.split()) <= SHORT_VALUE and VALUE.match(cell.text) and not cell.priced_abroad
        )  # fmt: skip
        sorting = {(kind, attribute) for (kind, attribute, _), times in counts.items() if times > 1}
        told = [one for one, _ in reversed(counts.most_common())]  # what most rows have counts last, and stays
        found = {form: one for one in told if one[:2] in sorting for form in demonyms(one[2])}
        found |= {form: one for one in told if one[:2] in sorting for form in (phrase(one[2]), plural(phrase(one[2])))}
        plain = {form for form in found if form and not STATISTICS & set(map(stem, form.split()))}
        forms = sorted(plain - self.lexicon.subjects.keys(), key=lambda form: (-len(form), form))
        return {form: found[form] for form in forms}

    def categories_in(self, said: str) -> list[tuple[str, str, str]]:
        """The kind, attribute and value of each category that a folded text names, the longest first."""
        found: dict[tuple[str, str, str], None] = {}
        for form, one in self.categories.items():
            if f" {form} " in said:
                said = said.replace(f" {form} ", " | ")
                found[one] = None
        return list(found)

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """Attributes that no vocabulary names, with the abbreviations and names of their headers: "IELTS needed"."""
        columns = {
            cell.attribute: cell.column
            for rows in self.rows.values()
            for row in rows
            for cell in row.cells[1:]
            if cell.attribute not in self.vocabulary.attributes
        }
        return {
            attribute: " ".join(
                next((own for own in column.split() if own.casefold() == word and not NAMED.fullmatch(own)), word)
                for word in attribute.split()
            )
            for attribute, column in columns.items()
        }

    @cached_property
    def roles(self) -> Mapping[Role, str]:
        """The attribute that the vocabulary gives each role; without a word of it, the one that is called so."""
        roles: dict[Role, str] = {"suits": "", "praise": "", "tradeoff": "", "version": VERSION}
        for name, entry in self.vocabulary.attributes.items():
            if entry.role:
                roles[entry.role] = name
        return roles

    @cached_property
    def main_kind(self) -> str:
        """What questions are about where they name no kind: the vocabulary's first that has rows, else what most subjects are;
        without any table the vocabulary's first.
        """
        named = (kind for kind in (*self.vocabulary.subjects, *self.vocabulary.kinds) if kind in self.kinds)
        most = Counter(name.kind for name in self.rows).most_common(1)
        return next(named, most[0][0] if most else next(iter(self.vocabulary.subjects), ""))

    @cached_property
    def periods_of(self) -> Mapping[str, frozenset[Period]]:
        """The periods for which the tables give an attribute."""
        found: dict[str, set[Period]] = defaultdict(set)
        for cell in (cell for rows in self.rows.values() for row in rows for cell in row.cells[1:]):
            if cell.known and cell.period:
                found[cell.attribute].add(cell.period)
        return {attribute: frozenset(periods) for attribute, periods in found.items()}

    @cached_property
    def currencies_of(self) -> Mapping[str, frozenset[str | None]]:
        """The moneys in which the tables give an attribute; None is the dollar."""
        found: dict[str, set[str | None]] = defaultdict(set)
        for cell in (cell for rows in self.rows.values() for row in rows for cell in row.cells[1:]):
            if cell.known and cell.is_price:
                found[cell.attribute].add(cell.currency)
        return {attribute: frozenset(moneys) for attribute, moneys in found.items()}

    @cached_property
    def free(self) -> frozenset[str]:
        """The prices that are none for somebody."""
        cells = (cell for rows in self.rows.values() for row in rows for cell in row.cells[1:])
        return frozenset(cell.attribute for cell in cells if cell.is_price and cell.value == 0 and cell.high is None)

    @cached_property
    def residencies(self) -> frozenset[Residency]:
        """For whom the tables tell prices apart."""
        cells = (cell for rows in self.rows.values() for row in rows for cell in row.cells[1:])
        return frozenset(cell.residency for cell in cells if cell.residency)

    @cached_property
    def measured_in(self) -> Mapping[str, str]:
        """For lengths and shares the one column of the main kind that gives them, where no vocabulary names any."""
        rows = [row for name, rows in self.rows.items() if name.kind == self.main_kind for row in rows]
        given = {unit: {c.attribute for row in rows for c in row.cells[1:] if c.unit == unit} for unit in MEASURED_IN}
        return {unit: next(iter(attributes)) for unit, attributes in given.items() if len(attributes) == 1}

    @cached_property
    def price_given(self) -> str | None:
        """The price, where no vocabulary names one: the money attribute that the tables give for most subjects."""
        named = any(entry.unit == "money" for entry in self.vocabulary.attributes.values())
        return None if named else most_given((row for rows in self.rows.values() for row in rows), "money")

    @cached_property
    def prices_given(self) -> tuple[str, ...]:
        """Every column of money that no vocabulary names."""
        return tuple(a for a, unit in self.units.items() if unit == "money" and a not in self.vocabulary.attributes)

    @cached_property
    def choices_of(self) -> Mapping[str, frozenset[str]]:
        """The choices that stand in cells, by attribute."""
        found: dict[str, set[str]] = defaultdict(set)
        for cell in (cell for rows in self.rows.values() for row in rows for cell in row.cells[1:]):
            found[cell.attribute] |= set(cell.choices)
        return {attribute: frozenset(choices) for attribute, choices in found.items()}

    @cached_property
    def cell_texts(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """The folded cells that are words, each between spaces, by kind and attribute."""
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for name, rows in self.rows.items():
            for cell in (cell for row in rows for cell in row.cells[1:] if cell.known and cell.unit == "text"):
                found[name.kind][cell.attribute].add(f" {phrase(cell.text)} ")
        return {kind: {a: frozenset(texts) for a, texts in by.items()} for kind, by in found.items()}

    @cached_property
    def towns(self) -> Mapping[str, tuple[str, str]]:
        """Folded names of smaller places, which no table is about: "boston" -> ("city", "Boston")."""
        entries = self.vocabulary.attributes
        larger = {phrase(name.name) for name in self.rows if name.kind in self.places}
        texts = (
            (a, t)
            for a, e in entries.items()
            if e.topic == "place" and a not in self.places
            for t in self.values.get(a, ())
        )
        found = {phrase(text): (attribute, text) for attribute, text in texts if phrase(text) not in larger}
        meant = {
            names: found[form] for form, names in self.lexicon.subjects.items() if form in found and len(names) > 1
        }
        wider = tuple(f" {place} " for place in larger)
        alike = {
            form: meant[names]
            for form, names in self.lexicon.subjects.items()
            if names in meant and not any(place in f" {form} " for place in wider)
        }
        return {**alike, **found}  # "Philly" may mean what "Philadelphia" may mean

    def has(self, name: Name) -> bool:
        """Whether any table is about this subject."""
        return name in self.rows

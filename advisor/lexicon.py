"""Every form by which a subject, an attribute or a condition can be named: from the vocabulary and from the tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from advisor.words import phrase, stem, words
from index import Row, Vocabulary

Shapes = Mapping[tuple[int, int], Sequence[str]]  # spaces and letters -> the forms that have so many

# What a school's name may lose when people type it; the rest must still be unique.
HEADS = {"university", "college", "institute", "school", "of", "the", "at", "technology", "campus", "main"}

# Superlatives of no attribute of their own: the sentence's attribute says of what.
LEAST, MOST, BEST, TOP = "*least", "*most", "*best", "*top"
GENERAL_ORDERS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("least", "lowest", "fewest", "smallest", "lower"), (LEAST, "low")),
    **dict.fromkeys(("most", "highest", "largest", "biggest", "greatest", "higher"), (MOST, "high")),
    "best": (BEST, "low"),
    "top": (TOP, "low"),
}


@dataclass(frozen=True)
class Name:
    """A subject: what kind of thing it is and how the tables write it."""

    kind: str
    name: str


@dataclass(frozen=True)
class Demand:
    """A condition that words alone set: online, no test, public."""

    attribute: str
    values: tuple[str, ...] = ()
    at_most: float | None = None
    at_least: float | None = None


@dataclass(frozen=True)
class Lexicon:
    """Forms, folded, and what they name; a form of several names is a tie that the sentence must decide."""

    subjects: Mapping[str, tuple[Name, ...]]
    capitals: Mapping[str, tuple[Name, ...]]  # two-letter forms that count only as typed: "PA"
    attributes: Mapping[str, tuple[str, ...]]
    demands: Mapping[str, Demand]
    kinds: Mapping[str, str]  # "programs" -> "school"
    orders: Mapping[str, tuple[str, str]]  # "cheapest" -> ("tuition", "low")
    known: frozenset[Name]  # subjects that have a row
    longest: int = field(default=6)

    @cached_property
    def subject_shapes(self) -> Shapes:
        """The subjects' forms by shape."""
        return _shapes(self.subjects)

    @cached_property
    def attribute_shapes(self) -> Shapes:
        """The attributes' forms by shape."""
        return _shapes(self.attributes)


def _shapes(forms: Iterable[str]) -> Shapes:
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for form in forms:
        found[form.count(" "), len(form)].append(form)
    return found


def build_lexicon(vocabulary: Vocabulary, rows: Iterable[Row]) -> Lexicon:
    """The forms of a vocabulary and of the tables' own first columns and headers."""
    rows = list(rows)
    subjects, capitals = _subject_forms(vocabulary, rows)
    longest = max((len(form.split()) for form in subjects), default=1)
    return Lexicon(
        subjects=subjects,
        capitals=capitals,
        attributes=_attribute_forms(vocabulary, rows),
        demands=_demand_forms(vocabulary),
        kinds={phrase(word): kind for kind, names in vocabulary.kinds.items() for word in (kind, kind + "s", *names)}
        | {form: row.kind for row in rows for form in (row.kind, row.kind + "s") if row.kind not in vocabulary.kinds},
        orders=GENERAL_ORDERS
        | {
            phrase(word): (attribute, direction)
            for attribute, entry in vocabulary.attributes.items()
            for direction, said in (("low", entry.least), ("high", entry.most))
            for word in said
        },
        known=frozenset(Name(row.kind, row.subject) for row in rows),
        longest=max(longest, 6),
    )


def _subject_forms(
    vocabulary: Vocabulary, rows: list[Row]
) -> tuple[dict[str, tuple[Name, ...]], dict[str, tuple[Name, ...]]]:
    forms: dict[str, set[Name]] = defaultdict(set)
    capitals: dict[str, set[Name]] = defaultdict(set)
    for kind, entries in vocabulary.subjects.items():
        for name, aliases in entries.items():
            for alias in (name, *aliases):
                two = len(alias) == 2 and alias.isupper()
                (capitals[alias] if two else forms[phrase(alias)]).add(Name(kind, name))
    spelled = set(forms)
    for row in rows:
        if phrase(row.subject) not in spelled:
            forms[phrase(row.subject)].add(Name(row.kind, row.subject))
    _add_short_forms(forms)
    for form, names in vocabulary.ambiguous.items():
        forms[phrase(form)] = {_ambiguous_name(name, vocabulary) for name in names}
    return {k: tuple(sorted(v, key=lambda n: (n.kind, n.name))) for k, v in forms.items() if k}, {
        k: tuple(v) for k, v in capitals.items()
    }


def _ambiguous_name(name: str, vocabulary: Vocabulary) -> Name:
    """An entry of `ambiguous`: "state: Washington", or a name whose kind the subjects tell."""
    kind, _, rest = name.partition(": ")
    if rest and kind in vocabulary.subjects:
        return Name(kind, rest)
    return next((Name(k, name) for k, names in vocabulary.subjects.items() if name in names), Name("school", name))


def _add_short_forms(forms: dict[str, set[Name]]) -> None:
    """People drop "University of" and the like; what is left names the subject where nothing else has it."""
    short: dict[str, set[Name]] = defaultdict(set)
    for form, names in list(forms.items()):
        left = " ".join(word for word in form.split() if word not in HEADS)
        if left and left != form and HEADS & set(form.split()):
            short[left] |= names
    for left, names in short.items():
        if left not in forms and len(names) == 1 and len(left) > 3:
            forms[left] = names


def _attribute_forms(vocabulary: Vocabulary, rows: list[Row]) -> dict[str, tuple[str, ...]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for attribute, entry in vocabulary.attributes.items():
        for word in (*entry.asked, entry.label):
            forms[phrase(word)].add(attribute)
    for row in rows:
        for cell in row.cells[1:]:
            if cell.attribute not in vocabulary.attributes:
                forms[phrase(cell.attribute)].add(cell.attribute)
    kinds = {phrase(word) for kind, names in vocabulary.kinds.items() for word in (kind, kind + "s", *names)}
    return {
        form: tuple(sorted(names)) for form, names in forms.items() if form not in kinds and any(map(str.isalpha, form))
    }


def _demand_forms(vocabulary: Vocabulary) -> dict[str, Demand]:
    return {
        phrase(word): Demand(entry.attribute, entry.choices, entry.at_most, entry.at_least)
        for entry in vocabulary.conditions
        for word in entry.words
    }


def plural_forms(form: str) -> tuple[str, ...]:
    """A form and the same with its last word's plural taken off."""
    *rest, last = words(form) or ("",)
    return (form, " ".join((*rest, stem(last))))

"""Every form by which a subject, an attribute or a condition can be named: from the vocabulary and from the tables."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from advisor.dimensions import EARNED, SPENT, asked_columns, measured_orders, most_given
from advisor.namesakes import SMALL, TWO, in_brackets, key_of, namesakes
from advisor.tabled import HEADS, INITIALS, alike_initials, covered, told_of, towns
from advisor.words import NEUTRAL, STOP, phrase, plural, stem, words
from index import VERSION, Row, Unit, Vocabulary

Shapes = Mapping[tuple[int, int], Sequence[str]]  # spaces and letters -> the forms that have so many

# Superlatives of no attribute of their own: the sentence's attribute says of what.
LEAST, MOST, BEST, TOP = "*least", "*most", "*best", "*top"
GENERAL_ORDERS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("least", "lowest", "fewest", "smallest", "lower"), (LEAST, "low")),
    **dict.fromkeys(("most", "highest", "largest", "biggest", "greatest", "higher"), (MOST, "high")),
    "best": (BEST, "low"),
    "top": (TOP, "low"),
}


# Where no vocabulary tells what they measure, of whatever the sentence names: "longest warranty".
OF_ANYTHING = {"longest": (MOST, "high"), "shortest": (LEAST, "low")}
# How English asks for what is counted in a unit, beside the words that a vocabulary gives for it.
ASKED_BY_UNIT: dict[Unit, tuple[str, ...]] = {
    "money": tuple("how much|cost|costs|price|prices|charge|charges|expensive|cheap|tuition|fee|fees".split("|")),
    "duration": ("how long", "duration", "length"),
}
PRICE_ORDERS = {
    "cheapest": "low",
    "cheaper": "low",
    "least expensive": "low",
    "most expensive": "high",
    "priciest": "high",
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
    def reach(self) -> Mapping[str, int]:
        """How many words the longest form has that begins with a word: where nothing begins, nothing longer is looked up."""
        found: dict[str, int] = {}
        for forms in (self.subjects, self.attributes, self.demands, self.orders, self.kinds):
            for form in forms:
                start = form.split(" ", maxsplit=1)[0]
                found[start] = max(found.get(start, 1), form.count(" ") + 1)
        return found

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


def build_lexicon(
    vocabulary: Vocabulary,
    rows: Iterable[Row],
    texts: Iterable[str] = (),
    ordinary: Callable[[str], bool] = lambda _word: True,
) -> Lexicon:
    """The forms of a vocabulary and of the tables' own first columns and headers; `ordinary` words are no names alone."""
    rows, texts = list(rows), tuple(texts)
    subjects, capitals = _subject_forms(vocabulary, rows, texts, ordinary)
    longest = max((len(form.split()) for form in subjects), default=1)
    price = _first_of(vocabulary, "money") or most_given(rows, "money")
    return Lexicon(
        subjects=subjects,
        capitals=capitals,
        attributes=_attribute_forms(vocabulary, rows),
        demands=_demand_forms(vocabulary),
        kinds={phrase(word): kind for kind, names in vocabulary.kinds.items() for word in (kind, kind + "s", *names)}
        | {
            form: row.kind
            for row in rows
            for form in (row.kind, row.kind + "s", plural(row.kind))
            if row.kind not in vocabulary.kinds
        }
        | ({} if vocabulary.kinds else _called(rows, texts) | _programs(rows)),
        orders=GENERAL_ORDERS
        | ({} if vocabulary.attributes else OF_ANYTHING)
        | measured_orders(rows, vocabulary.attributes.keys())
        | {word: (price, direction) for word, direction in PRICE_ORDERS.items() if price}
        | {
            phrase(word): (attribute, direction)
            for attribute, entry in vocabulary.attributes.items()
            for direction, said in (("low", entry.least), ("high", entry.most))
            for word in said
        },
        known=frozenset(Name(row.kind, row.subject) for row in rows),
        longest=max(longest, 6),
    )


def stop_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that say nothing about what a question asks: the language's own, and the field's that every question may have."""
    return STOP | {word for form in vocabulary.everyday for word in words(form)}


def _programs(rows: Sequence[Row]) -> dict[str, str]:
    """ "Programs" where a column tells the programs of a subject apart: what that table is about."""
    kinds = Counter(row.kind for row in rows if any(cell.attribute == VERSION for cell in row.cells[1:]))
    forms = (VERSION, plural(VERSION), "programme", "programmes")
    return dict.fromkeys(forms, kinds.most_common(1)[0][0]) if kinds else {}


def _called(rows: Sequence[Row], texts: Iterable[str]) -> dict[str, str]:
    """What guides call the things of their tables: of the plurals in a table's headings the one that they say most."""
    said = Counter(stem(word) for text in texts for word in words(text))
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for path, kind in {(row.path, row.kind) for row in rows}:
        plurals = {stem(word) for heading in (path[0], path[-1]) for word in words(heading) if stem(word) != word}
        if plurals - STOP:
            kinds[kind][max(plurals - STOP, key=lambda word: (said[word], word))] += 1
    called = {kind: found.most_common(1)[0][0] for kind, found in sorted(kinds.items())}
    return {form: kind for kind, word in called.items() for form in (word, plural(word))}


def _subject_forms(
    vocabulary: Vocabulary, rows: list[Row], texts: Iterable[str], ordinary: Callable[[str], bool]
) -> tuple[dict[str, tuple[Name, ...]], dict[str, tuple[Name, ...]]]:
    forms: dict[str, set[Name]] = defaultdict(set)
    capitals: dict[str, set[Name]] = defaultdict(set)
    texts = tuple(texts)
    alike = alike_initials(vocabulary, rows, texts)
    known = told_of(vocabulary, texts) | covered(vocabulary, [row for row in rows if row.subject not in alike])
    for kind, entries in vocabulary.subjects.items():
        for name, aliases in entries.items():
            for alias in (name, *aliases):
                two = len(alias) == 2 and alias.isupper()
                (capitals[alias] if two else forms[phrase(alias)]).add(Name(*known.get((kind, name), (kind, name))))
    places = towns(vocabulary, rows)
    for row in (row for row in rows if row.kind in places):
        forms[phrase(row.subject)].add(Name(row.kind, row.subject))
    _add_table_names([row for row in rows if row.kind not in places], alike, texts, ordinary, forms, capitals)
    _add_short_forms(
        forms, places, {row.subject for row in rows}, {word for text in texts for word in SMALL.findall(text)}
    )
    for form, names in vocabulary.ambiguous.items():
        forms[phrase(form)] = {_ambiguous_name(name, vocabulary) for name in names}
    return {k: tuple(sorted(v, key=lambda n: (n.kind, n.name))) for k, v in forms.items() if k}, {
        k: tuple(v) for k, v in capitals.items()
    }


def _add_table_names(
    rows: list[Row],
    alike: Collection[str],
    texts: tuple[str, ...],
    ordinary: Callable[[str], bool],
    forms: dict[str, set[Name]],
    capitals: dict[str, set[Name]],
) -> None:
    """The names that only the tables have, all spellings of one joined; one that the vocabulary has is its name."""
    spelled = {key_of(form): names for form, names in forms.items()}
    fixed = frozenset(forms)
    tabled = {row.kind for row in rows}
    written: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        meant = set() if row.subject in alike else spelled.get(key_of(row.subject), set())
        if meant:
            meant = {name for name in meant if name.kind == row.kind} or meant
            short = phrase(in_brackets(row.subject))
            for form in {phrase(row.subject), *({short} if len(short) > TWO and short not in fixed else ())}:
                forms[form] |= meant
        else:
            written[row.kind].append(row.subject)
    strange = {f for f in fixed if len(f) <= INITIALS and {name.kind for name in forms[f]}.isdisjoint(tabled)}
    for kind, names in written.items():
        own = namesakes(
            names, texts, frozenset(HEADS), lambda word: word not in strange and (ordinary(word) or word in fixed)
        )
        for form, name in own.named():
            if form not in fixed:
                forms[form].add(Name(kind, name))
            elif form in strange:
                forms[form] = {Name(kind, name)}  # "UCD" is the one of which a guide has a table
        for name, shorts in own.initials.items():
            for short in shorts:
                capitals[short].add(Name(kind, name))


def _ambiguous_name(name: str, vocabulary: Vocabulary) -> Name:
    """An entry of `ambiguous`: "state: Washington", or a name whose kind the subjects tell."""
    kind, _, rest = name.partition(": ")
    if rest and kind in vocabulary.subjects:
        return Name(kind, rest)
    return next(
        (Name(k, name) for k, names in vocabulary.subjects.items() if name in names),
        Name(next(iter(vocabulary.subjects), ""), name),
    )


def _add_short_forms(
    forms: dict[str, set[Name]], towns: Collection[str], tabled: Collection[str], small: Collection[str]
) -> None:
    """People drop "University of" and the like; what is left names the subject where nothing else has it, or only a town,
    and is no word that the guides write small: "at one's own pace" names nobody of whom no table tells.
    """
    short: dict[str, set[Name]] = defaultdict(set)
    for form, names in list(forms.items()):
        left = " ".join(word for word in form.split() if word not in HEADS)
        if left and left != form and HEADS & set(form.split()):
            short[left] |= names
    for left, names in short.items():
        if left in small and not any(name.name in tabled for name in names):
            continue
        if {name.kind for name in forms.get(left, ())} <= set(towns) and len(names) == 1 and len(left) > 3:
            forms[left] = forms.get(left, set()) | names


def _attribute_forms(vocabulary: Vocabulary, rows: list[Row]) -> dict[str, tuple[str, ...]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for attribute, entry in vocabulary.attributes.items():
        for word in (*entry.asked, entry.label):
            forms[phrase(word)].add(attribute)
    for form, attribute in _column_forms(vocabulary, rows):
        forms[form].add(attribute)
        for turned in (f"{form} at", f"{form} for"):  # "stipend at" asks for a column of its own, where a table has one
            forms.pop(turned, None)
    for unit, asked in ASKED_BY_UNIT.items():
        if most := _first_of(vocabulary, unit) or most_given(rows, unit):
            for word in asked:
                forms[word] = forms.get(word) or {most}
    kinds = {phrase(word) for kind, names in vocabulary.kinds.items() for word in (kind, kind + "s", *names)}
    kinds |= set() if vocabulary.kinds else {VERSION, plural(VERSION)}
    return {
        form: tuple(sorted(names)) for form, names in forms.items() if form not in kinds and any(map(str.isalpha, form))
    }


def _first_of(vocabulary: Vocabulary, unit: Unit) -> str | None:
    """The vocabulary's first attribute of a unit that the low end makes better."""
    named = (name for name, entry in vocabulary.attributes.items() if entry.unit == unit and entry.better == "low")
    return next(named, None)


def _column_forms(vocabulary: Vocabulary, rows: list[Row]) -> Iterator[tuple[str, str]]:
    """What columns that no vocabulary knows are called; with no vocabulary at all also by a word that one header alone has,
    "ielts" for "IELTS needed".
    """
    cells = [cell for row in rows for cell in row.cells[1:]]
    own = {cell.attribute for cell in cells} - vocabulary.attributes.keys()
    yield from ((form, attribute) for attribute in own for form in (phrase(attribute), _unhedged(attribute)))
    known = {cell.column: entry for cell in cells if (entry := vocabulary.attributes.get(cell.attribute))}
    worded = {
        c for c, e in known.items() if e.unit in WORDED and any(phrase(c).startswith(phrase(h)) for h in e.headers)
    }
    headed = {(phrase(c.column.partition("(")[0]), c.attribute) for c in cells if c.column in known.keys() - worded}
    yield from ((form, attribute) for form, attribute in headed if form)
    yield from (
        (found[0].lower(), c.attribute) for c in cells if c.attribute in own and (found := SCORED.match(c.text))
    )
    if vocabulary.attributes:
        return
    priced = {cell.attribute for cell in cells if cell.is_price}
    yield from ((form, a) for form, a in asked_columns(own) if a in priced or form not in OF_MONEY)
    counts = Counter(word for attribute in own for word in set(words(attribute.partition("(")[0])))
    told = HEDGES | stop_words(vocabulary) | NEUTRAL | {word for row in rows for word in words(row.kind)}
    for attribute in own:
        a_price = attribute in priced
        for word in words(attribute.partition("(")[0]):
            if counts[word] == 1 and len(word) > TWO and word not in told and (a_price or word not in OF_MONEY):
                yield from ((form, attribute) for form in {word, stem(word)})


OF_MONEY = EARNED | SPENT | {"earn", "earns", "paid", "pays"}  # "alumni pay bump" is no pay
SCORED = re.compile(r"[A-Z]{3,}(?=\s\d[\d.]*$)")  # "TEAS 58" below "Admission test"
WORDED = {"text", "choice"}  # their headers, "Type" and "Condition", are words of every day
HEDGES = {
    "avg",
    "average",
    "mean",
    "median",
    "typical",
    "usual",
    "min",
    "minimum",
    "max",
    "maximum",
    "est",
    "estimated",
}


def _unhedged(header: str) -> str:
    """A header as people ask for it: "starting salary" for "Avg. starting salary (2025)"."""
    return " ".join(word for word in phrase(header.partition("(")[0] or header).split() if word not in HEDGES)


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

"""What a list's heading, the words before it or its first item say of the columns that its items fill."""

import re
from collections.abc import Collection, Sequence

from index.cells.columns import phrase_words, read_column
from index.cells.qualifiers import lowered, period_in
from index.cutting.tables import Table
from index.vocabulary import Vocabulary

MOST_HEADER = 3  # words of a heading that can head a column
LEAST_ROWS, LEAST_TITLES = 2, 2  # below an item that is their header, and behind its name
MOST_TITLE = 5  # words of what it calls them: more explain a term
SUMS = frozenset(  # how English calls a sum of money
    "pay salary salaries wage wages earnings income rent rents deposit deposits fee fees stipend stipends".split()
)
HELD = frozenset(
    "university college institute school academy polytechnic".split()
)  # in the names of what tables are of
NO_THINGS = SUMS | frozenset(
    "years months weeks days hours terms semesters this is prices costs facts details picks options choices others ones favorites favourites".split()
)
GIVEN = frozenset(
    "scholarship fellowship grant award bursary prize fund stipend loan".split()
)  # worth a sum, and no price
EARNED = frozenset("earn earns pay pays paid salary salaries wage wages earnings".split())
BRACKETS = re.compile(r"\([^()]*\)")  # "Bread at home (Bayleaf Academy)" is no academy
ENDS = re.compile(r"\s(?:and|for|of|by|in|at|per|a|each|from|to|is|are)\s|[,:(]")


def header_item(items: Sequence[tuple[str, Sequence[str]]]) -> Table | None:
    """The table of a list whose first item names, without a figure, what all others give: "Job: median pay, years asked"."""
    (name, titles), *rows = items
    figured = all(any(map(str.isdigit, " ".join(pieces))) and len(pieces) == len(titles) for _, pieces in rows)
    if (
        len(rows) < LEAST_ROWS
        or len(titles) < LEAST_TITLES
        or not figured
        or any(len(title.split()) > MOST_TITLE for title in titles)
        or any(map(str.isdigit, " ".join((name, *titles))))
    ):
        return None
    return Table((name, *map(str.capitalize, titles)), tuple((name, *pieces) for name, pieces in rows))


def column_of(heading: str, lead: str) -> str:
    """The column of a list of one thing: its heading in few words, else the first words that lead into it."""
    if "?" not in heading:
        column = heading.split(" and ", maxsplit=1)[0].strip()
        return column if len(column.split()) <= MOST_HEADER else ""
    column = ENDS.split(lead, maxsplit=1)[0].strip()
    period = period_in(lowered(lead))
    return f"{column}{f' per {period}' if period else ''}" if 0 < len(column.split()) <= MOST_HEADER else ""


def of_pay(heading: str) -> bool:
    """Whether a heading asks or says what somebody earns: whoever its items name, they earn it."""
    return bool(EARNED & set(phrase_words(heading).split()))


def kind_of(heading: str, names: Sequence[str], known: Collection[str], vocabulary: Vocabulary) -> str:
    """The things of which a heading has the plural, "Scholarships", where some item's name has the word itself or no name is
    known or a school's; else an empty text, and their neighbours tell.
    """
    said = {word for name in names for word in phrase_words(BRACKETS.sub("", name)).split()}
    plurals = [_one(word) for word in phrase_words(heading).split() if word.endswith("s") and word not in NO_THINGS]
    own = next((word for word in plurals if word in said), "")
    if own or said & HELD or any(phrase_words(name) in known for name in names):
        return own.capitalize()
    things = (word for word in plurals if read_column(word, vocabulary).attribute not in vocabulary.attributes)
    return next(things, "").capitalize()


def _one(plural: str) -> str:
    return plural[:-3] + "y" if plural.endswith("ies") else plural[:-1]


def money_of(heading: str, kind: str, vocabulary: Vocabulary) -> str | None:
    """What the sums below a heading are, where it or the kind of its items says so: a salary, a scholarship."""
    if kind and (column := read_column(kind, vocabulary)).attribute in vocabulary.attributes and column.unit == "money":
        return kind
    if of_pay(heading):
        return "Pay"
    if GIVEN & {_one(word) for word in phrase_words(f"{heading} {kind}s").split()}:
        return "Amount"
    return next((word.capitalize() for word in phrase_words(heading).split() if word in SUMS), None)

"""A table's column: what its header says about every cell below it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, get_args

from index.cells.currencies import currency_in, without_currency
from index.cells.qualifiers import lowered, period_in, residency_in, without_qualifiers
from index.vocabulary import Attribute, Vocabulary
from index.words.units import Period, Residency, Unit

UNIT_OF: Final[Mapping[str, Unit]] = {unit: unit for unit in get_args(Unit)} | {"rank": "number", "gpa": "number"}
MEASURES = r"years?|months?|semesters?|quarters?|weeks?"
UNITS: Final[tuple[tuple[Unit, re.Pattern[str]], ...]] = (
    ("money", re.compile(r"\bus dollars?\b|\busd\b|\bdollars?\b|(?:\bus)?\$")),
    ("percent", re.compile(r"%|\bpercent(?:age)?\b|\bper cent\b")),
    ("number", re.compile(r"\bout of [\d.,]+|\((?:in )?(?:hours|credits|credit hours|courses|units|points)\)")),
    ("duration", re.compile(rf"\((?:in )?(?:{MEASURES})\)")),
)
ABBREVIATION = re.compile(r"\b[A-Z]{3,}\b")
MEASURE = re.compile(rf"\((?:in )?({MEASURES})\)")
COUNTED_IN = re.compile(
    r"(?:number of )?(years|months|semesters|quarters|weeks)", re.IGNORECASE
)  # a header and no more


@dataclass(frozen=True)
class Column:
    """What a header says: the attribute, and unit, period and residency where it names them."""

    header: str  # as written
    attribute: str  # the vocabulary's name, else the header made plain
    unit: Unit | None = None
    period: Period | None = None
    residency: Residency | None = None
    measure: str | None = None  # "months" under "Length (months)", so that a bare 16 is a length
    currency: str | None = None  # one that is not the dollar: "GBP"
    dollars: bool = False  # whether it says that its figures are dollars: "Total cost (US$)"
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # canonical choice: the words for it

    @property
    def is_price(self) -> bool:
        """Whether its header calls what stands below it a price, where no vocabulary says what it is."""
        return self.unit is None and bool(PRICES & set(phrase_words(self.header).split()))


PRICES = frozenset("price prices cost costs tuition fee fees rent deposit".split())


def read_column(header: str, vocabulary: Vocabulary, *, subject: bool = False) -> Column:
    """The column below a header; without a vocabulary, or of a table's subjects, its attribute is the header made plain."""
    if not subject and (counted := COUNTED_IN.fullmatch(header)):
        return replace(read_column(f"Length ({counted[1].lower()})", vocabulary), header=header)
    words, attributes = lowered(header), vocabulary.attributes
    named = _attribute(header, attributes) or (None if subject else _otherwise(header, vocabulary))
    name, attribute = named or (plain_header(header), Attribute("", "text"))
    measure = MEASURE.search(words)
    return Column(
        header=header,
        attribute=name,
        unit=_unit(words) or (UNIT_OF.get(attribute.unit) if named else None),
        period=period_in(words) or (attribute.periods[0] if len(attribute.periods) == 1 else None),
        residency=residency_in(words),
        measure=measure[1] if measure else None,
        currency=currency_in(words),
        dollars=_unit(words) == "money",
        values=attribute.values,
    )


def plain_header(header: str) -> str:
    """The header in small letters without its unit, period and residency: "Total tuition (USD)" is "tuition"."""
    words = lowered(header).replace("programme", "program")
    for _, pattern in UNITS:
        words = pattern.sub(" ", words)
    words = without_currency(words)
    return _trimmed(without_qualifiers(words)) or _trimmed(words) or words


def _trimmed(words: str) -> str:
    return " ".join(re.sub(r"\(\W*\)", " ", words).split()).strip(" -–:;,./")


def _unit(words: str) -> Unit | None:
    return next((unit for unit, pattern in UNITS if pattern.search(words)), None)


def _attribute(header: str, attributes: Mapping[str, Attribute]) -> tuple[str, Attribute] | None:
    """The attribute whose phrase begins the header, the longest first; else one that is the same made plain."""
    words, plain = f"{phrase_words(header).replace('programme', 'program')} ", plain_header(header)
    found = [
        (len(said), name)
        for name, attribute in attributes.items()
        for phrase in attribute.headers
        if (said := phrase_words(phrase)) and words.startswith(f"{said} ")
    ] or [(0, name) for name, attribute in attributes.items() if plain in map(plain_header, attribute.headers)]
    if not found:
        return None
    name = max(found, key=lambda pair: pair[0])[1]
    return name, attributes[name]


def _otherwise(header: str, vocabulary: Vocabulary) -> tuple[str, Attribute] | None:
    """The attribute of a header that no header of the vocabulary begins: asked for in its words, abbreviated, or a version's."""
    attributes = vocabulary.attributes
    return (
        _asked_so(header, attributes)
        or _abbreviated(header, attributes)
        or _ends_so(header, attributes)
        or _version(header, vocabulary)
    )


def _version(header: str, vocabulary: Vocabulary) -> tuple[str, Attribute] | None:
    """ "Degree" beside a school tells its programs apart."""
    if phrase_words(header) not in map(phrase_words, vocabulary.background):
        return None
    return next(((name, a) for name, a in vocabulary.attributes.items() if a.role == "version"), None)


def _asked_so(header: str, attributes: Mapping[str, Attribute]) -> tuple[str, Attribute] | None:
    """The one attribute that people ask for in a header's words: "Duration" where the vocabulary's header is "Length"."""
    forms = (re.sub(r"\(.*?\)", " ", text) for text in (plain_header(header), header))
    return next((found for form in forms if (found := _asked_with({_singular(form)} - {""}, attributes))), None)


def _ends_so(header: str, attributes: Mapping[str, Attribute]) -> tuple[str, Attribute] | None:
    """The one attribute in words, without headers of its own, whose name ends this one: "Fall deadline" is a deadline."""
    words = _singular(re.sub(r"\(.*?\)", " ", header))
    found = [
        (name, attribute)
        for name, attribute in attributes.items()
        if attribute.unit == "text"
        and not attribute.headers
        and any(
            words.endswith(f" {form}")
            for said in (attribute.label, *attribute.asked)
            if " " not in (form := _singular(said)) or said == attribute.label
        )
    ]
    return found[0] if len(found) == 1 else None


def _abbreviated(header: str, attributes: Mapping[str, Attribute]) -> tuple[str, Attribute] | None:
    """The one attribute that is asked for by an abbreviation in a header: "TOEFL iBT", "Min. IELTS"."""
    return _asked_with({_singular(word) for word in ABBREVIATION.findall(header)}, attributes)


def _asked_with(said: Collection[str], attributes: Mapping[str, Attribute]) -> tuple[str, Attribute] | None:
    found = [
        (name, attribute)
        for name, attribute in attributes.items()
        if any(_singular(word) in said for word in (attribute.label, *attribute.asked))
    ]
    return found[0] if len(found) == 1 else None


def _singular(text: str) -> str:
    """The words of a phrase, the last without its plural."""
    words = phrase_words(text)
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def phrase_words(text: str) -> str:
    """Only the words of a text, one space between them, so that phrases are compared word by word."""
    return " ".join(re.findall(r"\w+", lowered(text)))

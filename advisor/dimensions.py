"""The superlatives of English by what they measure: where no vocabulary says so, "lightest" is the least of a weight."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from advisor.words import phrase, stem, words
from index import Row, Unit

LOW, HIGH = "low", "high"
PAY_MOST: Mapping[str, str] = dict.fromkeys(("pay", "salary", "wage"), HIGH)
PAY_LEAST: Mapping[str, str] = dict.fromkeys(("pay", "salary", "wage"), LOW)
MEASURED: Mapping[str, Mapping[str, str]] = {  # a superlative -> the headers' words for what it measures, with the end
    "lightest": {"weight": LOW},
    "heaviest": {"weight": HIGH},
    "fastest": {"speed": HIGH, "time": LOW, "length": LOW, "duration": LOW},
    "slowest": {"speed": LOW, "time": HIGH, "length": HIGH, "duration": HIGH},
    "quickest": {"time": LOW, "length": LOW, "duration": LOW},
    "longest": {"length": HIGH, "duration": HIGH, "range": HIGH, "time": HIGH},
    "shortest": {"length": LOW, "duration": LOW, "range": LOW, "time": LOW},
    "farthest": {"range": HIGH, "distance": HIGH},
    "nearest": {"distance": LOW},
    "closest": {"distance": LOW},
    "quietest": {"noise": LOW, "sound": LOW},
    "loudest": {"noise": HIGH, "sound": HIGH},
    "tallest": {"height": HIGH},
    "widest": {"width": HIGH},
    "deepest": {"depth": HIGH},
    "warmest": {"temperature": HIGH},
    "highest": {"altitude": HIGH, "elevation": HIGH, "height": HIGH},
    "lowest": {"altitude": LOW, "elevation": LOW, "height": LOW},
    "biggest": {"size": HIGH, "capacity": HIGH, "volume": HIGH, "area": HIGH},
    "largest": {"size": HIGH, "capacity": HIGH, "volume": HIGH, "area": HIGH},
    "smallest": {"size": LOW, "capacity": LOW, "volume": LOW, "area": LOW},
    "strongest": {"power": HIGH},
    "hottest": {"temperature": HIGH, "temp": HIGH},
    "coldest": {"temperature": LOW},
    "oldest": {"age": HIGH, "founded": LOW, "opened": LOW, "built": LOW},
    "newest": {"age": LOW, "founded": HIGH, "opened": HIGH, "built": HIGH},
    "youngest": {"age": LOW},
    "best": {"score": HIGH, "rating": HIGH, "points": HIGH, "stars": HIGH, "rank": LOW, "place": LOW},
    "worst": {"score": LOW, "rating": LOW, "points": LOW, "stars": LOW, "rank": HIGH, "place": HIGH},
    **dict.fromkeys(("best paid", "best paying", "highest paid", "highest paying"), PAY_MOST),
    **dict.fromkeys(("pays most", "pays the most", "earns most", "earns the most"), PAY_MOST),
    **dict.fromkeys(("worst paid", "lowest paid", "lowest paying", "pays least"), PAY_LEAST),
    "top": {"score": HIGH, "rating": HIGH, "points": HIGH, "stars": HIGH, "rank": LOW, "place": LOW},
}
ASKED: Mapping[str, frozenset[str]] = {  # how English asks for what a header names
    "how loud": frozenset({"noise", "sound"}),
    "how noisy": frozenset({"noise", "sound"}),
    "how quiet": frozenset({"noise", "sound"}),
    "how heavy": frozenset({"weight"}),
    "how far": frozenset({"range", "distance"}),
    "how fast": frozenset({"speed"}),
    "how tall": frozenset({"height"}),
    "how high": frozenset({"height", "altitude", "elevation"}),
    "how hot": frozenset({"temperature", "temp"}),
    "how wide": frozenset({"width"}),
    "how deep": frozenset({"depth"}),
    "how old": frozenset({"age"}),
    "how big": frozenset({"size", "capacity", "volume", "area"}),
    **dict.fromkeys(
        ("earn", "earns", "paid", "salary", "wage", "pay", "pays"), frozenset({"pay", "salary", "wage", "earnings"})
    ),
    **dict.fromkeys(
        ("deadline", "deadlines", "due", "when do i apply", "apply"), frozenset({"deadline", "apply", "closes", "due"})
    ),
    "who makes": frozenset({"maker", "manufacturer", "brand"}),
}
GENERAL = frozenset("best worst top highest lowest biggest largest smallest".split())
EARNED = frozenset(
    "pay salary salaries wage wages earnings income stipend bonus".split()
)  # money that nobody has to give
SPENT = frozenset("price prices cost costs tuition fee fees rent".split())
BETTER_LOW = frozenset("rank place time length duration noise weight dropout attrition".split())
COUNTED = {"money", "number", "percent", "duration", "date"}


def measured_orders(rows: Iterable[Row], worded: Collection[str] = ()) -> dict[str, tuple[str, str]]:
    """Each superlative with the column that it orders, where no vocabulary has words for it: of several that it could measure
    the one that most rows give; "best" and "top" are a vocabulary's own.
    """
    cells = (cell for row in rows for cell in row.cells[1:] if cell.known and cell.unit in COUNTED)
    given = Counter(cell.attribute for cell in cells if cell.attribute not in worded)
    found: dict[str, tuple[str, str]] = {}
    for word, measures in MEASURED.items():
        if worded and word in GENERAL:
            continue
        for attribute, _ in sorted(given.items(), key=lambda pair: (-pair[1], pair[0])):
            said = {stem(one) for one in words(attribute)}
            end = next((end for noun, end in measures.items() if stem(noun) in said), None)
            if end and word not in found:
                found[word] = (attribute, end)
    return found


def asked_columns(attributes: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The turns of phrase that ask for a column by what it measures: "how loud" for "Noise (dB)"."""
    said = {attribute: set(words(attribute)) for attribute in attributes}
    found = [(form, attribute) for form, nouns in ASKED.items() for attribute, own in said.items() if nouns & own]
    hot = any(form == "how hot" for form, _ in found)
    return found if hot else [*found, *(("how hot", attribute) for attribute, own in said.items() if DEGREES & own)]


DEGREES = {"c", "f"}  # "Steep (°C)", where no header says that it is a temperature


def better_end(attribute: str, unit: str | None) -> str | None:
    """Which end of a column is the better one, where English says so: the most of a pass rate, the least of a price."""
    said = {stem(word) for word in words(attribute)} | set(words(attribute))
    if unit == "money":
        return HIGH if said & EARNED else LOW if said & SPENT else None
    if said & BETTER_LOW:
        return LOW
    best = MEASURED["best"].keys() & said
    return HIGH if best or unit == "percent" else None


def most_given(rows: Iterable[Row], unit: Unit) -> str | None:
    """The attribute of a unit that the tables give for most subjects."""
    given = {
        (cell.attribute, row.kind, phrase(row.subject))
        for row in rows
        for cell in row.cells[1:]
        if cell.known and (cell.unit == unit or (unit == "money" and cell.priced_abroad))
    }
    counts = Counter((attribute, kind) for attribute, kind, _ in sorted(given))
    if unit == "money":
        counts = _spent(counts)
    return counts.most_common(1)[0][0][0] if counts else None


def _spent(counts: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Of columns of money those that are called prices, else those that are not called pay, else all."""
    said = {pair: set(words(pair[0])) for pair in counts}
    prices = {pair for pair in counts if said[pair] & SPENT} or {pair for pair in counts if not said[pair] & EARNED}
    return Counter({pair: times for pair, times in counts.items() if pair in prices}) or counts

"""A typed cell: what one table cell says, as a value with its unit, period and hedges."""

import re
from dataclasses import dataclass, replace

from index.cells.amounts import Amount, read_amount
from index.cells.columns import Column, phrase_words
from index.cells.currencies import currency_in, without_currency
from index.cells.lengths import read_length, read_short_length
from index.cells.qualifiers import lowered, period_in, residency_in, without_qualifiers
from index.words.dates import read_date
from index.words.units import Period, Residency, Unit

UNKNOWN = "–"
NOTHING = re.compile(
    r"[-‐‑–—―−?.\s]*|n\.?\s?/?\s?a\.?|unknown|tb[ad]|"
    r"(?:not|none) (?:given|listed|stated|specified|available|published|provided|reported|disclosed|known)|unspecified"
)
REMARK = re.compile(  # "1 year (2 with placement)", "3.0 (last 60 hours)", "$148k median"
    r"\([^()$€£%]*\)|\b(?:median|mean|(?:on )?average|avg\.?)(?!\w)"
)
FOOTNOTE = re.compile(r"(?<=[\w)%.])\s?[*†‡§¹²³]+$")
PARTED = re.compile(r"\s*[;/]\s+|,\s+(?=[~$€£\d])|,?\s+\bor\s+(?=[~$€£\d])")
VALUE = re.compile(r"(?:[A-Z]{2,3}\s?)?[~$€£]*\d[\d,.]*[kK]?")
BARE = re.compile(r"[~≈]?[\d.,]*\d(?:\s?[–—-]\s?[\d.,]*\d)?\+?")
FIGURE = re.compile(r"[~≈]?\$[\d,.]*\d[kK]?\+?(?:\s?[–—-]\s?\$?[\d,.]*\d[kK]?\+?)?")
THOUSANDS = re.compile(r"(?<=\d)[.'’ ](?=\d{3}(?!\d))")  # "3.200 €", "4 500 SEK"
FREE = re.compile(r"(?:tuition[\s-])?free(?: of charge)?|none|nothing|no (?:tuition(?: fees?)?|fees?|charge|deposit)")
ELSE_FREE = re.compile(r"[;,(]\s*(?:but )?free\b.*")
YES_NO = re.compile(r"(?:(yes|y|true|✓|✔|✅)|(no|n|false|✗|✘|❌))(?:\s*[(,;:.–—-].*)?")


@dataclass(frozen=True)
class Cell:
    """One cell of a table row; `attribute` is the vocabulary's name for its column, else the header made plain."""

    column: str  # the header as written, "Total tuition in-state (USD)"
    text: str  # the cell as written, "~$7,000"; an unknown cell is UNKNOWN
    attribute: str  # "tuition"
    unit: Unit
    value: float | None = None  # the low end of a range; 1.0 / 0.0 for yes / no; months, a day as 20260525
    high: float | None = None  # the high end of a range; "up to $5,000" has no other
    period: Period | None = None
    residency: Residency | None = None
    about: bool = False  # "~$7,000", "about 30"
    or_more: bool = False  # "5+", "$75,000+"
    choices: tuple[str, ...] = ()  # the canonical values of a choice: "online" and "campus"
    currency: str | None = None  # of money that is no dollar, "GBP": a text with a value, held only against its like

    @property
    def choice(self) -> str | None:
        """The canonical value that the text says with most words: "not required"."""
        return self.choices[0] if self.choices else None

    @property
    def figure(self) -> str:
        """The amount alone where the cell's words add only its period and residency: "$500" of "$500 per credit"."""
        found = FIGURE.match(self.text)
        rest = self.text[found.end() :] if found else ""
        return found[0] if found and not without_qualifiers(lowered(rest)).strip(" ,;.()") else self.text

    @property
    def names_period(self) -> bool:
        """Whether the cell's own words name a period or a residency beside other words."""
        words = lowered(self.text)
        return self.figure == self.text and bool(period_in(words) or residency_in(words))

    @property
    def priced_abroad(self) -> bool:
        """Whether it is money of another kind than dollars, which is told and never compared."""
        return self.currency is not None

    @property
    def is_price(self) -> bool:
        """Whether it is money of any kind."""
        return self.unit == "money" or self.priced_abroad

    def for_whom(self, shown: str) -> str:
        """Whom a value holds for, where what is shown of it does not say so: " for in-state students"."""
        told = self.residency is None or residency_in(lowered(shown)) == self.residency
        return "" if told else f" for {self.residency} students"

    @property
    def known(self) -> bool:
        """Whether the guide gives a value here."""
        return self.text != UNKNOWN


def read_cell(text: str, column: Column) -> Cell:
    """The cell of a column; what cannot be read as a value stays text, and nothing is guessed."""
    words = lowered(text)
    cell = Cell(
        column=column.header,
        text=text.strip(),
        attribute=column.attribute,
        unit=column.unit or "text",
        period=column.period,
        residency=column.residency,
    )
    if NOTHING.fullmatch(words):
        return replace(cell, text=UNKNOWN)
    if (column.unit == "money" or column.is_price) and FREE.fullmatch(without_qualifiers(words)):
        who = residency_in(words) or cell.residency
        return replace(cell, unit="money", value=0.0, residency=who)
    if currency := currency_in(words) or column.currency:
        return _abroad(replace(cell, unit="text"), words, currency)
    if column.unit == "text":
        return cell
    if column.unit == "choice":
        headed = f"{words} {lowered(column.header)}" if YES_NO.fullmatch(words) else ""  # "no" below "GRE" is "no GRE"
        chosen = _chosen(cell, words, column) or _chosen(cell, headed, column)
        return chosen or _yes_or_no(cell, words) or _own_choice(cell, words, column)
    found = _dated(cell, words, column) or _counted(cell, words, column)
    return found or _chosen(cell, words, column) or _yes_or_no(cell, words) or replace(cell, unit="text")


def read_cells(text: str, column: Column) -> tuple[Cell, ...]:
    """The values of one cell: "$9,800 in-state, $21,400 out-of-state" is two, each with its own qualifier."""
    text = FOOTNOTE.sub("", text.strip())
    whole = _complete(read_cell(text, column), column)
    if whole.unit != "text" or not whole.known or column.unit in ("choice", "date"):
        return (whole,)
    parts = [part.strip() for part in PARTED.split(text)]
    cells = [_complete(read_cell(part, column), column) for part in parts]
    own = [VALUE.match(part) and not VALUE.fullmatch(part) for part in parts]
    priced = any(own) and all(cell.unit == "money" for cell in cells)  # "$1,399 / $1,699 (dual battery)"
    each = len(parts) > 1 and (all(own) or priced)
    return tuple(cells) if each and len({cell.unit for cell in cells}) == 1 else (whole,)


def _complete(cell: Cell, column: Column) -> Cell:
    """A bare figure with what only its header says: "35,000" below "Fees per year (GBP)", "16" below "Length (months)"."""
    words = lowered(cell.text)
    foreign = currency_in(words) if any(map(str.isdigit, words)) else None
    bare = BARE.fullmatch(cell.text)
    if foreign or (bare and column.currency):
        told = period_in(words) or not column.period
        period = "" if told else " in total" if column.period == "total" else f" per {column.period}"
        return replace(cell, text=f"{cell.text}{'' if foreign else f' {column.currency}'}{period}")
    if not bare:
        return cell
    if column.dollars and cell.unit == "money":
        return replace(cell, text=f"{cell.text[: -len(cell.text.lstrip('~≈'))]}${cell.text.lstrip('~≈')}")
    return replace(cell, text=f"{cell.text} {column.measure}") if column.measure and cell.unit == "duration" else cell


def _dated(cell: Cell, words: str, column: Column) -> Cell | None:
    if column.unit not in (None, "date"):
        return None
    days = read_date(words, year_alone=column.unit == "date")
    return replace(cell, unit="date", value=days[0], high=days[1]) if days else None


def _counted(cell: Cell, words: str, column: Column) -> Cell | None:
    """A length or an amount; the text's own mark counts before the header's unit."""
    if column.unit == "date":
        return None
    length = read_length(words, column.measure) or (None if column.unit else read_short_length(words))
    if length and _is_told(length.rest, spare=4):
        return _with_amount(replace(cell, unit="duration"), length)
    amount = read_amount(words)
    if amount is None or (column.unit == "duration" and amount.mark is None):
        return None
    unit = amount.mark or column.unit or "number"
    told = _is_told(amount.rest, spare=3 if column.unit == "number" else 0)
    return _with_amount(replace(cell, unit=unit), amount) if told else None


def _with_amount(cell: Cell, amount: Amount) -> Cell:
    return replace(
        cell,
        value=amount.low,
        high=amount.high,
        about=amount.about,
        or_more=amount.or_more,
        period=period_in(amount.rest) or cell.period,
        residency=residency_in(amount.rest) or cell.residency,
    )


def _abroad(cell: Cell, words: str, currency: str) -> Cell:
    """Money of another kind than dollars: its value is known, and its unit is not money, so that nothing compares the two."""
    words = THOUSANDS.sub(",", words)
    amount = read_amount(" ".join(without_currency(words).split()))
    if amount is None or amount.mark or not _is_told(amount.rest, spare=3):
        return replace(cell, currency=currency) if any(map(str.isdigit, words)) else cell
    if ELSE_FREE.search(amount.rest):  # "SEK 360,000; free for EU students"
        amount = replace(amount, rest=ELSE_FREE.sub("", amount.rest))
    return replace(_with_amount(cell, amount), currency=currency)


def _is_told(rest: str, spare: int) -> bool:
    """Whether the words after an amount leave it as it is: a period, a residency, a remark, a few counted things."""
    left = without_qualifiers(REMARK.sub(" ", rest)).strip(" ,;.")
    return not re.search(r"[\d$€£%]", left) and len(left.split()) <= spare


def _chosen(cell: Cell, words: str, column: Column) -> Cell | None:
    """Every choice that the text says, the longest phrase first; "not required" does not say "required"."""
    left = f" {phrase_words(words)} "
    found: dict[str, None] = {}
    phrases = [(phrase_words(word), choice) for choice, said in column.values.items() for word in (choice, *said)]
    for phrase, choice in sorted(phrases, key=lambda pair: (-len(pair[0]), left.find(f" {pair[0]} "))):
        if phrase and f" {phrase} " in left:
            left = left.replace(f" {phrase} ", " | ")
            found[choice] = None
    return _with_choices(cell, *found) if found else None


def _yes_or_no(cell: Cell, words: str) -> Cell | None:
    found = YES_NO.fullmatch(words)
    return _with_choices(cell, "yes" if found[1] else "no") if found else None


def _own_choice(cell: Cell, words: str, column: Column) -> Cell:
    """A choice of which the vocabulary lists no values is its own words; one outside the list stays undecided."""
    return cell if column.values else _with_choices(cell, words)


def _with_choices(cell: Cell, *choices: str) -> Cell:
    return replace(cell, unit="choice", choices=choices, value={"yes": 1.0, "no": 0.0}.get(choices[0]))

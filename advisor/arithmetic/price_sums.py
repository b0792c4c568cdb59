"""Sums over a whole price: so many years of it, with something added or taken off, split, or paid back."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.arithmetic.changes import share_of, with_changes
from advisor.arithmetic.credit_sums import Summed
from advisor.arithmetic.price_cells import Price, prices
from advisor.arithmetic.told import Amount, Told
from advisor.arithmetic.working import Working, count, money, of_cell
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.saying import PERIOD_WORDS
from advisor.tables import Fact

NO_INTEREST = "Interest is not counted, and a loan usually adds it"
NOT_COUNTED = "Interest, tax, fees and pay lost while studying are not counted"


def changed(name: Name, told: Told, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    """The price with what a message adds to it, takes off it, or splits it into."""
    return [_changed(name, told, price) for price in _bases(name, told, frame, knowledge)]


def as_share(name: Name, told: Told, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    """The price as a share of an amount: a budget, a salary, what is saved."""
    whole = money(told.whole or 1.0)
    found = []
    for price in prices(name, "total", frame, knowledge) or prices(name, "year", frame, knowledge):
        part = of_cell(price.fact.cell).over(whole)
        share = replace(part, words=f"{part.words} × 100%", value=part.value * 100, measure="percent")
        said = PERIOD_WORDS[price.fact.cell.period or "total"]
        found.append(Summed(f"The price of {name.name} {said} is", share, price, f"of {whole.words}"))
    return found


def _bases(name: Name, told: Told, frame: Frame, knowledge: Knowledge) -> list[Price]:
    """Totals; yearly prices where only years are asked, where they are named, or where no guide gives a total."""
    yearly = prices(name, "year", frame, knowledge)
    only_years = "year" in told.lengths and not (told.changes or told.each)
    named = frame.narrowing.period == "year" and not any(amount.each for amount in (*told.added, *told.taken))
    if only_years or (named and not told.each):
        return yearly
    return prices(name, "total", frame, knowledge) or yearly


def _changed(name: Name, told: Told, price: Price) -> Summed:
    years = told.lengths.get("year")
    base, tail, head = of_cell(price.fact.cell), PERIOD_WORDS[price.fact.cell.period or "total"], name.name
    if price.fact.cell.period == "year" and years:
        base, tail, head = count(years, "year").times(base), "", f"{head} for {count(years, 'year').words}"
    if told.part:
        part = told.part.text if told.part.unit == "percent" or "half" in told.part.text else f"a {told.part.text}"
        part = part[:1].upper() + part[1:]
        return Summed(f"{part} of the price of {head} is", share_of(told.part).times(base), price, tail)
    working, said, remark = with_changes(base, told, years)
    head += "".join(said)
    if split := _split(working, told):
        working, tail = split
        remark = remark or (NO_INTEREST if told.lent else "")
    return Summed(f"{head} comes to", working, price, tail, remark)


def _split(working: Working, told: Told) -> tuple[Working, str] | None:
    """A price over the months, semesters or years that a message names."""
    if told.each in told.lengths:
        return working.over(count(told.lengths[told.each], told.each)), f"a {told.each}"
    if told.each == "month" and "year" in told.lengths:
        months = count(told.lengths["year"]).times(count(12.0, "month"))
        return working.over(months), "a month"
    return None


def paid_back(name: Name, told: Told, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    """How many years or months a gain needs to pay the price back."""
    gain = _gain(told.gains)
    if gain is None:
        return []
    unit = "month" if told.gains[0].each == "month" else "year"
    found = []
    for price in prices(name, "total", frame, knowledge):
        time = of_cell(price.fact.cell).over(gain)
        tail = unit if time.shown == "1" else f"{unit}s"
        found.append(Summed(f"{name.name} would be paid back in", time, price, tail, NOT_COUNTED))
    return found


def paid_from(pays: Sequence[Fact], name: Name, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    """How many years of a whole salary a price comes to: the same guide's salary where it has one."""
    found = []
    for price in prices(name, "total", frame, knowledge):
        pay = next((fact for fact in pays if fact.guide == price.fact.guide), pays[0])
        time = of_cell(price.fact.cell).over(of_cell(pay.cell))
        tail = f"years of full pay as {pay.row.subject}"
        remark = NOT_COUNTED + ("; of a range of pay the lower end was taken" if pay.cell.high else "")
        found.append(Summed(f"{name.name} would be paid back in", time, price, tail, remark, beside=pay))
    return found


def _gain(gains: Sequence[Amount]) -> Working | None:
    """What is earned more: the amount that was said, or the higher pay less the lower."""
    values = sorted({amount.value for amount in gains}, reverse=True)
    if len(values) == 2:
        return money(values[0]).minus(money(values[1]))
    return money(values[0]) if len(values) == 1 else None

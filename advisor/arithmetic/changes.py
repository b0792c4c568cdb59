"""What is added to a price and taken off it, one change after the other."""

from advisor.arithmetic.told import Amount, Told
from advisor.arithmetic.working import Working, count, money, percent
from advisor.proving.figures import FigureMention

ONE_YEAR = "Counted for a single year; say how many years it will take you, and I count them all"


def with_changes(base: Working, told: Told, years: float | None) -> tuple[Working, list[str], str]:
    """The price after every change, the words for each, and what was taken for granted."""
    working, said, remark = base, [], ""
    if told.off:
        working, said = base.minus(share_of(told.off).times(base)), [f" with {told.off.text} off"]
    changes = [(amount, Working.minus, "less") for amount in told.taken]
    changes += [(amount, Working.plus, "plus") for amount in told.added]
    for amount, join, word in changes:
        term, note = _over_years(amount, years)
        working, remark = join(working, term), note or remark
        said.append(f" {word} {money(amount.value).words}{f' a {amount.each}' if amount.each else ''}")
    return working, said, remark


def _over_years(amount: Amount, years: float | None) -> tuple[Working, str]:
    """An amount for all the years it is paid; rent is taken as a year's where years are named."""
    each = money(amount.value)
    if amount.each == "month":
        each = count(12.0, "month").times(each)
    if not (amount.each or amount.living):
        return each, ""
    if years is None:
        return each, ONE_YEAR if amount.each else ""
    return count(years, "year").times(each), "" if amount.each else f"The {each.words} is taken as a year's"


def share_of(mention: FigureMention) -> Working:
    """A percentage or a fraction as a factor."""
    value = mention.values[0]
    return percent(value) if mention.unit == "percent" else count(value)

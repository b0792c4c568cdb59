"""Whether a listed total is what its own credits at its own price come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from advisor.arithmetic.working import Working, count, of_cell, written
from advisor.draft import Claim
from advisor.tables import Fact, Listing
from advisor.words import phrase, stem

SMALLEST, SHARE = Decimal(5), Decimal("0.005")  # what rounding a price of a credit can explain


@dataclass(frozen=True)
class Check:
    """A listed total beside what follows from the same row."""

    total: Fact
    credits: Fact
    rate: Fact

    @property
    def listed(self) -> Working:
        """The total as listed."""
        return of_cell(self.total.cell)

    @property
    def worked(self) -> Working:
        """Credits times their price."""
        return count(self.credits.cell.value or 0.0, "credit").times(of_cell(self.rate.cell))

    @property
    def gap(self) -> Decimal:
        """How far the listed total is above what follows."""
        return self.listed.value - self.worked.value

    @property
    def doubtful(self) -> bool:
        """Whether the gap is more than rounding explains."""
        return abs(self.gap) > max(SMALLEST, SHARE * self.worked.value)

    @property
    def formula(self) -> str:
        """The sum, and the gap where there is one."""
        high, low = sorted((self.listed.value, self.worked.value), reverse=True)
        apart = f"; {written(high, 'money')} − {written(low, 'money')} = {written(high - low, 'money')}"
        return self.worked.formula + (apart if self.gap else "")


def checks(facts: Sequence[Fact]) -> list[Check]:
    """Every row that gives a total, its credits and the price of one, for everybody or for one residency."""
    found = []
    for total in facts:
        if not _is_price(total, "total"):
            continue
        beside = [fact for fact in facts if fact.row == total.row]
        credits = [fact for fact in beside if counts_credits(fact)]
        rates = [f for f in beside if _is_price(f, "credit") and f.cell.attribute == total.cell.attribute]
        rates = [fact for fact in rates if fact.cell.residency == total.cell.residency]
        if len(credits) == len(rates) == 1:
            found.append(Check(total, credits[0], rates[0]))
    return list({(c.total.guide, c.listed.value, c.worked.value): c for c in reversed(found)}.values())[::-1]


def _is_price(fact: Fact, period: str) -> bool:
    cell = fact.cell
    return cell.unit == "money" and cell.period == period and bool(cell.value) and cell.high is None


def counts_credits(fact: Fact) -> bool:
    """Whether a cell says how many credits a program has."""
    called = {stem(phrase(fact.cell.attribute)), stem(phrase(fact.cell.column))}
    return fact.cell.unit == "number" and bool(fact.cell.value) and fact.cell.high is None and "credit" in called


def doubtful(listing: Listing) -> Claim | None:
    """A listed total that contradicts its own credits and price, said with the arithmetic."""
    check = next((check for check in checks(listing.facts) if check.doubtful), None)
    if check is None:
        return None
    text = (
        f"The listed total of {check.listed.words} for {listing.name.name} does not fit its own figures: "
        f"{check.worked.words} = {check.worked.shown}."
    )
    return Claim(text, (check.total.source,), "computed", check.worked.formula)


def said_of(check: Check, name: str, tag: str) -> Claim:
    """Whether the sum holds, said plainly either way."""
    sum_of_it = f"{check.worked.words} = {check.worked.shown}"
    listed = f"the listed total{f' for {check.total.cell.residency} students' if check.total.cell.residency else ''}"
    apart = written(abs(check.gap), "money")
    if not check.gap:
        text = f"The math adds up for {name}: {sum_of_it}, {listed} ({tag})."
    elif check.doubtful:
        side = "above" if check.gap > 0 else "below"
        text = (
            f"The math does not add up for {name}: {sum_of_it}, but {listed} is {check.listed.words}, "
            f"{apart} {side} that ({tag})."
        )
    else:
        text = (
            f"The math adds up for {name} but for {apart}: {sum_of_it}, and {listed} is {check.listed.words} ({tag})."
        )
    sources = dict.fromkeys(fact.source for fact in (check.total, check.credits, check.rate))
    return Claim(text, tuple(sources), "computed", check.formula)

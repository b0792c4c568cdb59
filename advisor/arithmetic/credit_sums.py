"""Sums over credits: what so many cost, what one comes to, and what a degree of them comes to."""

from dataclasses import dataclass

from advisor.arithmetic.changes import with_changes
from advisor.arithmetic.price_cells import Price, prices, years_of_study
from advisor.arithmetic.told import Told
from advisor.arithmetic.working import Working, count, of_cell
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.saying import PERIOD_WORDS
from advisor.tables import Fact


@dataclass(frozen=True)
class Summed:
    """A sum over one price: how its sentence begins, the working, what the result is counted for."""

    head: str
    working: Working
    price: Price
    tail: str = ""  # "in total"
    remark: str = ""  # what was taken for granted
    beside: Fact | None = None  # another cell that went in: a count of credits, a length

    @property
    def sources(self) -> tuple[str, ...]:
        """All passages that went in, the price first."""
        return tuple(dict.fromkeys(fact.source for fact in (self.price.fact, self.beside) if fact))


def credit_sums(name: Name, told: Told, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    """What so many credits or courses cost, at the listed price of a credit or at the one that follows."""
    found = []
    for price in _credit_prices(name, frame, knowledge):
        credits = _credits_of_courses(told) or _credits_left(told, price)
        if credits is not None:
            working, changed, remark = with_changes(credits.times(_rate(price)), told, told.lengths.get("year"))
            head = f"{_counted(told, credits)} at {name.name}{''.join(changed)} {_cost(told)}"
            if credits.joined and told.waived:
                head = f"Without {count(told.waived, 'credit').words} {name.name} costs"
            found.append(Summed(head, working, price, "", remark, price.credits))
    return found


def _credits_of_courses(told: Told) -> Working | None:
    """ "4 courses of 3 credits", "one 3 credit course"."""
    if not told.in_course:
        return None
    each = count(told.in_course, "credit")
    return count(told.courses, "course").times(each) if told.courses else each


def _credits_left(told: Told, price: Price) -> Working | None:
    """ "24 credits"; all credits of the program less those that are waived."""
    said = told.credits[-1] if told.credits else None
    whole = price.credits.cell.value if price.credits else None
    if told.waived and whole and said in {None, whole} and told.waived < whole:
        return count(whole, "credit").minus(count(told.waived, "credit"))
    return count(said, "credit") if said else None


def _counted(told: Told, credits: Working) -> str:
    if not told.in_course:
        return credits.words
    return count(told.courses, "course").words if told.courses else f"A course of {credits.words}"


def _cost(told: Told) -> str:
    return "cost" if told.courses or not told.in_course else "costs"


def _credit_prices(name: Name, frame: Frame, knowledge: Knowledge) -> list[Price]:
    """The listed prices of a credit; where there is none, the totals that one can be worked out from."""
    totals = (price for price in prices(name, "total", frame, knowledge) if price.credits)
    return prices(name, "credit", frame, knowledge) or list(totals)


def _rate(price: Price) -> Working:
    """The price of a credit as it is listed, or a total over its credits."""
    worth = of_cell(price.fact.cell)
    return worth if price.fact.cell.period == "credit" else worth.over(_whole(price))


def _whole(price: Price) -> Working:
    assert price.credits is not None
    return count(price.credits.cell.value or 0.0, "credit")


def per_credit(name: Name, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    """What a credit comes to where the guides give only totals."""
    totals = prices(name, "total", frame, knowledge)
    head = f"{name.name} works out to"
    tail = PERIOD_WORDS["credit"]
    return [Summed(head, _rate(price), price, tail, "", price.credits) for price in totals if price.credits]


def in_total(name: Name, frame: Frame, knowledge: Knowledge) -> list[Summed]:
    """What a degree comes to where the guides give the price of a credit, or a yearly price and one length."""
    head = f"{name.name} works out to"
    rates = prices(name, "credit", frame, knowledge)
    by_credit = [
        Summed(head, _whole(price).times(of_cell(price.fact.cell)), price, "in total", "", price.credits)
        for price in rates
        if price.credits
    ]
    return by_credit or [
        estimate
        for price in prices(name, "year", frame, knowledge)
        if (estimate := _by_length(name, price, knowledge)) is not None
    ]


def _by_length(name: Name, price: Price, knowledge: Knowledge) -> Summed | None:
    length = years_of_study(name, price.fact.guide, knowledge)
    if length is None:
        return None
    years, fact = length
    working = count(years, "year").times(of_cell(price.fact.cell))
    remark = "That is an estimate from the yearly price and the listed length; the guides give no total"
    return Summed(f"{name.name} would come to", working, price, "in total", remark, fact)

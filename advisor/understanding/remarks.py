"""What people say about themselves, as profile entries that imply conditions."""

import re
from collections.abc import Sequence

from advisor.frame import Remark, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.understanding.ages import find_age
from advisor.understanding.amounts import Amount
from advisor.understanding.hoping import hoped
from advisor.understanding.narrowing import period_said
from advisor.understanding.segments import asks
from advisor.words import NUMBER_WORDS, words
from index import Condition, Period

SELF = re.compile(r"\b(?:i|i'm|im|i've|ive|my|me|we|our|mine)\b", re.I)
HOURS = re.compile(r"\b(?:a|per|each|every)\s+week\b|\bweekly\b", re.I)
THEY_LIVE = re.compile(r"\b(?:he|she)(?:'s|s)? (?:is )?(?:\w+ )?(?:lives?|living|based|located|from)\b", re.I)
RESIDES = re.compile(r"\b(in|out[- ]of)[- ]state\b", re.I)
LIVES = re.compile(
    r"\b(?:lives?|living|based|located|from|moved to|resident|i'm in|im in|am in|work(?:ing)?(?: as [a-z ]{2,30})? in|(?:i'm|im|i am|we're|were) an? (?:[a-z]+ ){1,3}in)\b",
    re.I,
)


def find_remarks(text: str, amounts: Sequence[Amount], places: Sequence[Name], knowledge: Knowledge) -> list[Remark]:
    """Life facts by the vocabulary's words; budget, GPA, hours and home by program."""
    told = _told(text, knowledge)
    told += [] if any(remark.key == "age" for remark in told) else find_age(text, knowledge)
    told += [*_counted(text, amounts, knowledge), *_lives(text, places)]
    return told if any(remark.key == "residency" for remark in told) else [*told, *_resides(text)]


def _told(text: str, knowledge: Knowledge) -> list[Remark]:
    folded = f" {' '.join(words(WORKS.sub(_hours_worked, text)))} "
    found: dict[str, Remark] = {}
    if not (said := knowledge.forms_of_a_life(folded)):
        return []
    for fact in knowledge.vocabulary.life_facts:
        forms = (form for word in fact.words if (form := " ".join(words(word))) in said)
        if fact.profile in found or not any(_said(form, folded) for form in forms):
            continue
        wish = None
        if fact.attribute and fact.choices:
            wish = Wish(
                tuple(Condition(fact.attribute, "is", v) for v in fact.choices), fact.assumes or fact.text, True
            )
        found[fact.profile] = Remark(fact.profile, fact.text, wish, asks=fact.asks, lacks=fact.lacks)
    return list(found.values())


def _hours_worked(found: re.Match[str]) -> str:
    """ "I work 50h": so many hours a week are a full-time job."""
    return f"{found[0]}, work full time, " if int(found[1]) >= FULL_TIME else found[0]


WORKS = re.compile(
    r"\bwork(?:ing)?(?: about| around| like)? (\d\d)\+?\s?(?:h|hrs?|hours?)\b(?! a (?:month|year))", re.I
)
FULL_TIME = 30  # hours a week


def _said(form: str, folded: str) -> bool:
    """Whether the words stand there and are not denied: "without a … degree", "I'm not a …"."""
    at = folded.find(f" {form} ")
    return at >= 0 and not (DENIED.search(folded[:at]) or NEEDED.match(folded[at + len(form) + 1 :]))


DENIED = re.compile(
    r"\b(?:without|w o|not|no|non|never|isnt|dont have|didnt (?:do|study)|no longer|(?:need|have|ha(?:s|ve) got|supposed|required) to|"
    r"should (?:i|we|he|she)|must (?:i|we)|learn to|needs?|requires?|prefers?|accepts?|favou?rs?|versus|vs)"
    r"(?: (?:any|my|an?|from|really|have|already|first))?$"
)  # "do I need to know Python" tells of nobody who does,
NEEDED = re.compile(
    r"^ (?:really |still |even |always )?(?:required|needed|necessary|mandatory|a (?:\w+ )?(?:must|condition|requirement)) "
)
# nor "is a biology degree required"


def _counted(text: str, amounts: Sequence[Amount], knowledge: Knowledge) -> list[Remark]:
    found = []
    price = price_attribute(knowledge)
    for amount in amounts:
        if amount.unit == "money" and amount.bound is None and _helps(amount, text):
            found.append(_support(amount, text))
        elif amount.earned and hoped(text):
            continue
        elif amount.earned:
            found.append(
                Remark("pay", f"earns ${amount.value:,.0f} a {period_said(text) or 'year'}", None, amount.value)
            )
        elif amount.unit == "money" and amount.budget and price:
            near = _clause(amount, text)
            period = None if LAID_BY.search(near) else period_said(near)
            found.append(_saved(amount.value, text, price) or budget_of(amount.value, period, price))
        elif amount.unit == "gpa" and amount.bound is None:
            found.append(Remark("gpa", f"GPA {amount.value:g}", None, amount.value))
        elif amount.unit == "grade":
            found.append(Remark("gpa", f"a grade of {amount.text} on another scale", None))
        elif amount.unit == "hour" and SELF.search(text) and HOURS.search(text[amount.end :][:20]):
            found.append(Remark("hours", f"{amount.value:g} hours a week", None, amount.value))
        elif amount.unit == "year" and EXPERIENCE.match(text[amount.end :]):
            found.append(Remark("experience", f"{amount.value:g} years of experience", None, amount.value))
    return found


def _clause(amount: Amount, text: str) -> str:
    """What is said around an amount: "15k saved, and my boss pays 5k a year" tells two things."""
    before = CLAUSE.split(text[: amount.start])[-1]
    return before + text[amount.start : amount.end] + CLAUSE.split(text[amount.end :])[0]


CLAUSE = re.compile(r"[,;.!?](?!\d)|\b(?:and|but|plus)\b", re.I)
LAID_BY = re.compile(r"\b(?:saved(?: up)?|savings)\b", re.I)  # is there once, whatever comes in each year


EXPERIENCE = re.compile(
    r"\s*(?:of )?(?:(?:work|industry|professional|relevant|job|\w+ing) )?(?:experience|exp\b)|\s*(?:as|working|at work)\b",
    re.I,
)


HELPS = re.compile(
    r"\b(?:boss|company|employer|work|job|firm|scholarship|grant|dad|mom|parents)\b[\w\s']{0,25}\b(?:pays?|covers?|gives?|reimburses?|contributes?|chips? in|helps? with|offers?)\b[\w\s']{0,15}\W*$",
    re.I,
)


NEAR = 18  # characters
GRANTED = re.compile(
    r"\s*(?:(?:a|per|each) year |/yr )?(?:in |of |as )?(?:an? )?(?:scholarships?|grants?|stipend|(?:tuition )?(?:benefit|reimbursement|assistance))\b",
    re.I,
)


def _helps(amount: Amount, text: str) -> bool:
    """Whether an amount is told of as what somebody else pays."""
    granted = GRANTED.match(text[amount.end :]) and SELF.search(text)
    return not asks(text) and bool(granted or HELPS.search(text[: amount.start]))


def _support(amount: Amount, text: str) -> Remark:
    """What somebody else pays towards the degree, at once or in every year."""
    near = period_said(text[amount.end :][:NEAR])  # "20k, and I save 500 a month"
    each = {"year": " a year", "month": " a month"}.get(near or "", "")
    return Remark("support", f"${amount.value:,.0f}{each} paid by somebody else", None, amount.value)


def _saved(value: float, text: str, price: str) -> Remark | None:
    """ "1000 a month for two years": what comes together until then, held against a total price."""
    horizon = HORIZON.search(text) if period_said(text) == "month" else None
    said = (horizon[1] or "").lower() if horizon else ""
    number = int(said) if said.isdigit() else NUMBER_WORDS.get(said)
    if horizon is None or number is None:
        return None
    months = number * (MONTHS if horizon[2].lower().startswith("y") else 1)
    shown = f"${value:,.0f}"
    said = f"total price at most your {shown} a month for {horizon[0]}"
    wish = Wish((Condition(price, "at_most", value * months, period="total"),), said, True)
    return Remark("budget", f"at most {shown} a month for {horizon[0]}", wish, value)


HORIZON = re.compile(r"\b(\d{1,2}|[a-z]+)\s(years?|yrs?|months)\b", re.I)


def budget_of(value: float, period: Period | None, price: str) -> Remark:
    """What can be spent: in total, or in a year; what is said of a month is held against a twelfth of a year."""
    shown = f"${value:,.0f}"
    if period == "month":
        said = f"price a year at most twelve times your {shown} a month"
        wish = Wish((Condition(price, "at_most", value * MONTHS, period="year"),), said, True)
        return Remark("budget", f"at most {shown} a month", wish, value)
    if period == "year":
        wish = Wish((Condition(price, "at_most", value, period="year"),), f"price a year at most {shown}", True)
        return Remark("budget", f"at most {shown} a year", wish, value)
    wish = Wish((Condition(price, "at_most", value, period="total"),), f"total price at most {shown}", True)
    return Remark("budget", f"at most {shown}", wish, value)


MONTHS = 12


def _lives(text: str, places: Sequence[Name]) -> list[Remark]:
    if not (places and (SELF.search(text) or THEY_LIVE.search(text)) and LIVES.search(text)):
        return []
    lives = "does not live" if NOT_THERE.search(text) else "lives"
    return [Remark("home", f"{lives} in {places[0].name}")]


NOT_THERE = re.compile(
    r"(?:n't|\b(?:not|never|dont|doesnt|isnt|arent|aint))\s(?:\w+\s)?(?:lived?|living|based|located|from|in|a resident)\b",
    re.I,
)


def _resides(text: str) -> list[Remark]:
    """In-state or out-of-state, said of oneself."""
    found = RESIDES.search(text) if SELF.search(text) and not asks(text) else None
    return [Remark("residency", f"pays {'in' if found[1].lower() == 'in' else 'out-of'}-state prices")] if found else []

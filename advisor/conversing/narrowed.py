"""The last set or look-up with one slot more or another: "only online", "under 30k?", "and 2025?", "no, on campus"."""

import re
from dataclasses import replace

from advisor.answering.ranks import rank_attribute
from advisor.arithmetic.statistics_asked import statistic_word
from advisor.conversing.pointing import few_words
from advisor.conversing.years import other_years
from advisor.frame import SETS, Act, Frame, Narrowing, Order, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.understanding.amounts import Amount, find_amounts
from advisor.understanding.narrowing import without_guide_names
from advisor.understanding.wishing import BOUND_WORDS
from advisor.words import phrase, words
from index import Condition

LEANING = re.compile(
    r"^\W*(?:ok\W+|so\W+)?(?:and|or|but|then|n|what about|how about)\b|\b(?:only|just|ones?|those|these|them|instead|also|of them|cheaper|shorter)\b",
    re.I,
)
YEARS_AGO = re.compile(r"\b(?:year (?:before|earlier|prior)|(?:last|previous|prior|past) year)\b", re.I)
YEARS_ON = re.compile(r"\b(?:year after|next year|following year)\b", re.I)
MOST_WORDS = 9
FIRST = 3  # how many a superlative after a set shows


def narrows(frame: Frame, before: Frame, knowledge: Knowledge) -> bool:
    """More conditions on the last set, rather than a set of its own."""
    if before.act not in SETS or not (
        frame.wishes or frame.order or frame.limit or frame.excluded or (frame.end and before.order)
    ):
        return False
    said = f" {phrase(frame.text)} "
    own = any(f" {form} " in said for form in knowledge.lexicon.kinds)
    leaning = bool(LEANING.search(frame.text))
    return few_words(frame.text, MOST_WORDS) and not frame.attributes[1:] and (leaning or not own)


def narrowed(frame: Frame, before: Frame) -> Frame:
    """The last set under the new conditions too, with what was asked of it."""
    measure = "" if frame.order or statistic_word(frame.text) else statistic_word(before.text)
    return replace(
        frame,
        text=f"{measure} {frame.text}".strip(),
        attributes=frame.attributes or before.attributes,
        weak=False,
        act="rank" if frame.order or before.order else before.act if before.act != "rank" else "filter",
        wishes=_merged(_without_range(before, frame), frame.wishes),
        excluded=tuple(dict.fromkeys((*before.excluded, *frame.excluded))),
        subjects=before.subjects,
        order=frame.order or _other_end(frame, before) or before.order,
        limit=frame.limit or (before.limit if frame.place or not frame.order else before.limit or FIRST),
        kind=before.kind or frame.kind,
        narrowing=_over(before.narrowing, frame.narrowing),
    )


def _without_range(before: Frame, frame: Frame) -> tuple[Wish, ...]:
    """ "Cheaper ones" after "around 55k": a range does not hold for who asks for its end."""
    ordered = frame.order.attribute if frame.order else None
    return tuple(wish for wish in before.wishes if not (wish.together and wish.attribute == ordered))


def most_of_all(frame: Frame, before: Frame, beside: tuple[Name, ...] = ()) -> Frame | None:
    """ "Who has most?" after some were compared by one attribute: whoever is at that end of all.

    "Which is higher?" after single answers: one of the two `beside` each other.
    """
    bare = frame.end and not (frame.subjects or frame.attributes or frame.wishes or frame.order)
    if not bare or before.act not in {"look_up", "compare"} or len(before.attributes) != 1 or not WHO.match(frame.text):
        return None
    order = Order(before.attributes[0], frame.end == "lowest")
    if beside and COMPARATIVE.search(frame.text) and not OF_ALL.search(frame.text):
        return replace(before, act="compare", text=frame.text, subjects=beside)
    if len(before.subjects) > 1 and not OF_ALL.search(frame.text):
        return replace(before, act="compare", text=frame.text)  # the table of them says who has it in front
    return replace(frame, act="rank", order=order, attributes=before.attributes, kind=before.subjects[0].kind, end=None)


COMPARATIVE = re.compile(r"\b(?:\w+er|more|less)\b", re.I)
OF_ALL = re.compile(r"\b(?:neither|none|nobody|no one|all|overall|any|anywhere|else|every\w*|ever)\b", re.I)
WHO = re.compile(r"(?:.*[.!;,]\s*)?\W*(?:(?:and|so|ok|but|then) )*(?:who|which|what)\b", re.I)


def _other_end(frame: Frame, before: Frame) -> Order | None:
    """ "And the highest?" after the lowest."""
    return Order(before.order.attribute, frame.end == "lowest") if before.order and frame.end else None


def corrected(frame: Frame, before: Frame) -> Frame:
    """The last frame with one slot overwritten."""
    return replace(
        before, wishes=_merged(before.wishes, frame.wishes), narrowing=_over(before.narrowing, frame.narrowing)
    )


def of_version(frame: Frame, before: Frame) -> bool:
    """ "And online?" after a question about one or two subjects: the other version of the same program, or whether there is one."""
    chosen = frame.wishes and all(c.operator == "is" for wish in frame.wishes for c in wish.conditions)
    other = set(frame.attributes) - {wish.attribute for wish in frame.wishes}
    short = few_words(frame.text, FEW) or (few_words(frame.text, MOST_WORDS) and VERSION.search(frame.text))
    bare = chosen and not (other or frame.order or frame.kind) and short
    a_set = A_SET.search(frame.text) and not (ANY.match(frame.text) and len(before.subjects) == 1)
    asks_one = before.act in {"look_up", "compare", "explain"} and before.subjects and not a_set
    return bool(bare and asks_one)


VERSION = re.compile(
    r"\b(?:is|are|do they have|does it have|have|got) (?:there )?(?:an? |any )?(?:\w+[- ]?){1,2} (?:version|option|format)\b",
    re.I,
)
ANY = re.compile(
    r"\W*(?:(?:and|so|ok|is there|are there|do they have|have they) )*any(?:thing)? [\w-]+\W*$", re.I
)  # "any online?", of one school
A_SET = re.compile(r"\b(?:ones|only|any(?! (?:\w+ ){1,2}(?:version|option|format)\b)|all|which|what|show|list)\b", re.I)


def amended(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "Make it 60k", "and with 50k?": the last set with another amount in its bound, or with a first one."""
    price = price_attribute(knowledge)
    amounts = [_in_thousands(amount, frame.text, before, price) for amount in find_amounts(frame.text)]
    money = [
        amount for amount in amounts if amount.unit == "money" and (amount.bound is None or amount.text.endswith("k"))
    ]
    named = frame.subjects or any(w.attribute == price for w in frame.wishes) or frame.order or frame.attributes[1:]
    if before.act not in SETS or len(money) != 1 or price is None or named or not few_words(frame.text, MOST_WORDS):
        return None
    old = next((wish for wish in before.wishes if wish.attribute == price), None)
    bound = old.conditions[0] if old else Condition(price, "at_most", 0.0, period="total")
    wish = Wish(
        (replace(bound, value=money[0].value),),
        f"{knowledge.vocabulary.attributes[price].label} {BOUND_WORDS[bound.operator]} your {money[0].text}",
    )
    return replace(before, wishes=_merged(before.wishes, (*frame.wishes, wish)))


def _in_thousands(amount: Amount, text: str, before: Frame, price: str | None) -> Amount:
    """ "Less than 10" of prices that were shown, "no, back to 30", is in thousands."""
    priced = price in {
        *before.attributes,
        before.order.attribute if before.order else "",
        *(w.attribute for w in before.wishes),
    }
    said = amount.bound or BACK_TO.search(text)
    if amount.unit or not (said and priced and amount.value < SMALL):
        return amount
    return replace(amount, unit="money", value=amount.value * 1000, text=f"{amount.value:g}k")


SMALL = 1000  # dollars
BACK_TO = re.compile(r"\b(?:no|back to|actually|make (?:it|that)|rather|meant)\b", re.I)


def turned(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "And the year before?", "n now", "per year?", "in techguide?": the last question of another year, period or guide."""
    if (years := other_years(frame, before, knowledge)) is not None:
        return replace(before, text=frame.text, narrowing=replace(before.narrowing, years=years))
    narrowing = _of_year(frame, before)
    new = replace(frame, narrowing=narrowing)
    slots = narrowing != Narrowing() and not (frame.wishes or frame.order)
    other = [a for a in frame.attributes if a not in before.attributes and not frame.weak]
    if slots and narrowing == Narrowing(period=narrowing.period) and (priced := _by_period(frame, before, knowledge)):
        return priced
    if narrowing == Narrowing(guides=narrowing.guides) and _of_guide_itself(frame.text, knowledge):
        return None
    if not (slots and _leans(frame, narrowing)) or (other and not _years_only(new, before)):
        return None
    if before.act == "calculate":
        text = before.text  # the figures of a sum stay
    else:
        told = without_guide_names(before.text, knowledge) if narrowing.guides else before.text
        text = frame.text if before.attributes and before.act != "explain" else f"{told} {frame.text}"
    ranked = narrowing.guides and rank_attribute(knowledge) in before.attributes
    wishes = () if ranked else before.wishes  # a list of one guide's own, "on campus", is none of another's
    return replace(before, text=text, wishes=wishes, narrowing=_over(before.narrowing, narrowing))


def _by_period(frame: Frame, before: Frame, knowledge: Knowledge) -> Frame | None:
    """ "So total?" after the credits: only money has a period, so the price is meant where no money was asked."""
    price, asked = price_attribute(knowledge), {before.order.attribute} if before.order else set(before.attributes)
    counted = any(knowledge.units.get(attribute) == "money" for attribute in asked)
    priced = price and any(fact.cell.known for name in before.subjects for fact in knowledge.facts(name, price))
    looked_up = before.act in {"look_up", "compare"} or (before.act == "explain" and price in frame.attributes)
    if not (price and priced) or counted or not looked_up or not few_words(frame.text, FEW):
        return None
    act: Act = "look_up" if before.act == "explain" else before.act
    return replace(before, act=act, text=frame.text, attributes=(price,), wishes=(), narrowing=frame.narrowing)


def _of_guide_itself(text: str, knowledge: Knowledge) -> bool:
    """ "Is Hakia reliable": more is said than the guide's name."""
    left = {
        word for word in words(without_guide_names(text, knowledge)) if word not in knowledge.stop and len(word) > FEW
    }
    return bool(left - SAYS)


SAYS = {"according", "instead", "ranking", "version", "please", "about"}


def _leans(frame: Frame, narrowing: Narrowing) -> bool:
    """Few words, or some more that go on from the last question or reckon from its year."""
    going_on = narrowing.years != frame.narrowing.years or re.match(
        r"\W*(?:and|or|but|what about|how about|then)\b", frame.text, re.I
    )
    return few_words(frame.text, FEW) or bool(going_on and few_words(frame.text, MOST_WORDS - 2))


FEW = 4


def _years_only(frame: Frame, before: Frame) -> bool:
    return frame.narrowing.years not in {(), before.narrowing.years} and frame.kind is None


def _of_year(frame: Frame, before: Frame) -> Narrowing:
    """The part's narrowing, a relative year reckoned from the one that was asked before."""
    step = -1 if YEARS_AGO.search(frame.text) else 1 if YEARS_ON.search(frame.text) else 0
    if not step or frame.narrowing.years or not before.narrowing.years:
        return frame.narrowing
    return replace(frame.narrowing, years=(str(int(before.narrowing.years[0]) + step),))


def _over(old: Narrowing, new: Narrowing) -> Narrowing:
    """Each slot that is newly said in the place of what it was."""
    return Narrowing(
        guides=new.guides or old.guides,
        years=new.years or old.years,
        period=new.period or old.period,
        residency=None if new.both_residencies else new.residency or old.residency,
        both_residencies=new.both_residencies or (old.both_residencies and not new.residency),
        currency=new.currency or old.currency,
        headings=new.headings or old.headings,
    )


def _merged(old: tuple[Wish, ...], new: tuple[Wish, ...]) -> tuple[Wish, ...]:
    replaced = {wish.attribute for wish in new}
    return (*(wish for wish in old if wish.attribute not in replaced), *new)

"""What the figures of a message do to a price: come on top, come off, multiply it, split it, pay it back."""

import re
from collections.abc import Iterator

from advisor.arithmetic.mending import mended
from advisor.arithmetic.paying_back import ASKS
from advisor.arithmetic.sum_words import EXTRAS, GIVEN
from advisor.arithmetic.told import Amount, Told
from advisor.proving.figures import FigureMention, figures

PLUS = re.compile(r"(?:\bplus|\badd(?:ing|ed)?|\bincluding|\+|\bon top|\banother)\W*(?:an?|about|the|for)?\s*$", re.I)
MINUS = re.compile(
    r"(?:\b(?:minus|less|after|deduct\w*|subtract\w*|(?:knock|take)\w* (?:off|away))\b[^,;\d]{0,22}|[−-]\s?)$", re.I
)
EXTRA = re.compile(rf"\b(?:{'|'.join(sorted(EXTRAS))})\b", re.I)
GIFT = re.compile(
    rf"\b(?:{'|'.join(sorted(GIVEN))}|reimburs\w*|off|boss|gives?|gave|chips? in|kicks? in|pitch(?:es)? in|puts? in|cover(?:s|ed)?|contributes?|(?:job|work|they) pays?)\b",
    re.I,
)
SAVED = re.compile(r"\b(?:saved|savings|budget|have|got|put (?:aside|away)|already)\b", re.I)
NEED = re.compile(r"\b(?:need|left|short|missing|remain\w*|borrow|loan|still)\b", re.I)
LIVING = re.compile(r"\b(?:living|rent|housing|expenses)\b", re.I)
RATE = re.compile(
    r"^\s?(?:[a-z]+ ){0,2}?(?:/|an?\s|per\s|each\s|every\s)(?P<each>year|yr|month|mo)\b|^\s?(?P<adverb>yearly|annually|monthly)",
    re.I,
)
GAIN = re.compile(r"\b(?:more|extra|raise|earn\w*|make|making|gain\w*|increase|bump|now|after|salary|from)\b", re.I)
PART_OF = re.compile(r"^\s*(?:of\b|(?:the )?(?:price|cost|tuition)\b)", re.I)
SHARE_OF = re.compile(r"(?:\b(?:per ?cent(?:age)?|pct|share|portion|fraction|how much)|%) of\b[^,;\d$]{0,24}\$?$", re.I)
OF_THAT = re.compile(
    r"(?:\b(?:per ?cent(?:age)?|pct|share|portion|fraction|how much)|%) of (?:that|it|this|my \w+)\b", re.I
)
PART_OFF = re.compile(r"^\s*(?:off|discount|scholarship|waiver|reduction|paid|covered)\b", re.I)
PAYS_PART = re.compile(r"\b(?:covers?|pays|reimburs\w*|discount of|scholarship of)\W*$", re.I)
OVER = re.compile(r"(?:^|,|\b(?:if|for|over|across|during|into|in|times|of|x)(?:\sa)?|[x×])\s*$", re.I)
LENT = re.compile(
    r"\b(?:loans?|borrow\w*|financ(?:e|ed|ing)|repay\w*|instal+ments?|pay(?:ing)? \w+ (?:off|back))\b", re.I
)
SPLIT = re.compile(
    rf"\b(?:split|spread|divided?)\b|\bpa(?:y|id|ying)\b(?: \w+){{0,3}}? (?:over|across)\b|{LENT.pattern}", re.I
)
INSTEAD = re.compile(r"\b(?:instead of|rather than|not)\s*(?:the\s)?$", re.I)
OF_THESE = re.compile(r"\W*(?:(?:of|with|at|a|x|×|having|worth)\b)?\W*$", re.I)
NEXT = re.compile(r"\b(?:plus|minus|and|then)\b|[,;+−]", re.I)
RATED = re.compile(r"\d\s?k?\s?(?:(?!what|how|much)[a-z]+\s){0,2}$", re.I)
OF_A_COURSE = re.compile(
    r"\b(?:course|class|courses|classes)\s(?:(?:is|are|of|has|have|at|with|being|worth|means?)\s)*(?:an?\s)?$", re.I
)
A_COURSE = re.compile(r"^[-\s]?(?:each\b|apiece\b|(?:(?:an?|per|each)\s)?(?:course|class)\b)", re.I)
WAIVED = re.compile(r"\b(?:transfer\w*|waive\w*|already|skip\w*|exempt\w*|done)\b", re.I)
EACH = re.compile(
    r"\b(?:per|an?|each|every|by the)\s(?P<unit>month|semester|term|week|course|class)\b|\b(?P<adverb>monthly)\b", re.I
)
UNITS = {"yr": "year", "yearly": "year", "annually": "year", "mo": "month", "monthly": "month", "class": "course"}
LENGTHS = {"year", "month", "semester", "term", "week"}
BIG = 200


def read_told(text: str) -> Told:
    """The figures of a part, each in its role."""
    words = mended(text)
    told = Told()
    asked = [found for found in EACH.finditer(words) if not RATED.search(words[: found.start()])]
    told.each = _unit(asked[0]["unit"] or asked[0]["adverb"]) if asked else None
    payback = ASKS.search(words) is not None
    for mention, before, after in _around(words):
        _place(mention, before, after, words, payback, told)
    if told.each is None and told.lengths and SPLIT.search(words):
        told.each = next(iter(told.lengths))
    parts = [unit for unit in told.lengths if unit != "year"]
    if told.each is None and told.changes and parts:
        told.each = parts[0]  # "with 3k of fees over 24 months"
    _hold_against(told, words)
    told.lent = LENT.search(words) is not None
    return told


def _hold_against(told: Told, words: str) -> None:
    """ "I earn 60k, what percent of that is X": the only amount that was told is what the price is held against."""
    amounts = [m for m in figures(words) if m.unit in {"money", "number"} and m.values and m.values[0] >= BIG]
    if told.whole is None and len(amounts) == 1 and OF_THAT.search(words) and not amounts[0].is_range:
        told.whole, told.strange = amounts[0].values[0], False
        told.gains, told.taken, told.added = [], [], []


def _around(words: str) -> Iterator[tuple[FigureMention, str, str]]:
    """Every figure with the words since the one before and until the one after."""
    found = figures(words)
    for n, mention in enumerate(found):
        start = found[n - 1].end if n else 0
        end = found[n + 1].start if n + 1 < len(found) else len(words)
        yield mention, words[start : mention.start], words[mention.end : end]


def _place(mention: FigureMention, before: str, after: str, words: str, payback: bool, told: Told) -> None:
    if not mention.values or (mention.counts and mention.values[0] < BIG) or _is_year(mention, before, after):
        return  # a name, "the nine schools", "in 2026"
    value = mention.values[0] / (1e4 if mention.unit == "date" else 1)
    if mention.unit in LENGTHS:
        if OVER.search(before) or re.match(r"\s*(?:of|at|total|plus|tuition)\b", after):
            told.lengths.setdefault(mention.unit, value)
    elif mention.bound:
        told.strange = True
    elif mention.unit == "credit":
        _place_credits(mention, before, after, told)
    elif mention.unit == "course":
        told.courses = value
    elif mention.unit == "percent" or (mention.unit == "times" and value < 1):
        _place_share(mention, before, after, told)
    else:
        _place_money(mention, before, after, words, payback, told)


def _is_year(mention: FigureMention, before: str, after: str) -> bool:
    """Whether a date is one and no bare amount: "2000 a year", "plus 2000"."""
    if mention.unit != "date":
        return False
    amount = RATE.match(after) or EXTRA.search(after[:16]) or PLUS.search(before) or MINUS.search(before)
    return mention.end - mention.start != 4 or amount is None


def _place_money(mention: FigureMention, before: str, after: str, words: str, payback: bool, told: Told) -> None:
    value = mention.values[0] / (1e4 if mention.unit == "date" else 1)
    if mention.unit not in {"money", "number", "date"} or value < BIG:
        told.strange = told.strange or INSTEAD.search(before) is None
    elif SHARE_OF.search(before) and not mention.is_range:
        told.whole = value
    elif not mention.is_range:
        _place_amount(value, before, after, words, payback, told)
    elif payback:
        told.gains += [Amount(end) for end in mention.values]
    else:
        told.strange = True


def _place_credits(mention: FigureMention, before: str, after: str, told: Told) -> None:
    several = re.match(r"[-\s]?(?:courses|classes)\b", after) is not None
    if several and told.courses is None:
        told.strange = True  # "twelve 3-credit courses"
    of_these = told.courses is not None and OF_THESE.fullmatch(before)
    if of_these or OF_A_COURSE.search(before) or A_COURSE.match(after):
        told.in_course = mention.values[0]
    elif WAIVED.search(f"{before[-40:]} {mention.text} {after[:12]}") and told.waived is None:
        told.waived = mention.values[0]
    else:
        told.credits.append(mention.values[0])


def _place_share(mention: FigureMention, before: str, after: str, told: Told) -> None:
    if PART_OFF.match(after) or PAYS_PART.search(before):
        told.off = mention
    elif PART_OF.match(after):
        told.part = mention
    else:
        told.strange = True


def _place_amount(value: float, before: str, after: str, words: str, payback: bool, told: Told) -> None:
    rate = RATE.match(after)
    near = f"{NEXT.split(before)[-1][-30:]} | {NEXT.split(after)[0][:36]}"  # not the words of the amounts beside it
    amount = Amount(value, _unit(rate["each"] or rate["adverb"]) if rate else None, bool(LIVING.search(near)))
    if payback and (GAIN.search(near) or rate):
        told.gains.append(amount)
    elif MINUS.search(before) or GIFT.search(near) or (SAVED.search(near) and NEED.search(words)):
        told.taken.append(amount)
    elif PLUS.search(before) or EXTRA.search(near):
        told.added.append(amount)
    else:
        told.strange = True


def _unit(word: str) -> str:
    return UNITS.get(word.lower(), word.lower())

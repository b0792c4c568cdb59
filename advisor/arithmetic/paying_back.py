"""How long until a price is paid back by what is earned more, read from a message."""

import re
from collections.abc import Sequence

from advisor.arithmetic.sum_words import Put
from advisor.arithmetic.sums import Sum, money, payback, result
from advisor.own_money import EARNS
from advisor.proving.figures import figures

ASKS = re.compile(
    r"\b(?:pay(?:s|ing)?\s(?:it\s|this\s|that\s)?(?:back|off)|paid\s(?:back|off)|(?:till|until)\s[\w'\s]{2,12}\spaid|pays?\s(?:for\s)?itself|payback|break[\s-]?even|"
    r"recoup\w*|repay\w*|earn(?:s|ed)?\s(?:it|that|this)\sback|(?:make|win|earn)\s(?:it\s)?back|get\s(?:it\s|this\s|that\s|my\s\S+\s|the\s\S+\s)?back)\b",
    re.I,
)
HOW_LONG = re.compile(r"\bhow\s(?:long|fast|soon|quick\w*|many\s(?:years|months))\b|\byears\?", re.I)
_MORE = r"(?:more|extra|raise|increase|bump|earn\w*|additional|higher|better|salary|pay\srise|gain\w*|makes?|jumps?|rises?|goes\sup)\b"
GAIN, GAIN_AFTER = re.compile(rf"\b{_MORE}", re.I), re.compile(rf"\s?{_MORE}", re.I)
PRICE = re.compile(r"\b(?:pay|costs?|spend|tuition|price|degree|program|paid|for|debt|loan|owe)\b", re.I)
GAINED = re.compile(
    r"\b(?:more\s(?:salary|income|pay)|raise|pay\srise|more\sa\syear|extra\sa\syear|increase|bump)\b", re.I
)
AMOUNTS = {"money", "number", "date"}
LEAST = 50  # smaller numbers are years or credits


def read_payback(words: str, puts: Sequence[Put]) -> Sum | None:
    """The payback time that a message asks for: a price over a gain a year or a month."""
    if not ASKS.search(words) and not (HOW_LONG.search(words) and GAINED.search(words)):
        return None
    amounts = [put for put in puts if put.value >= LEAST and put.kind != "percent" and put.unit in AMOUNTS]
    if raised := _raise(words) or _now_and_then(amounts):
        low, high = raised
        prices = [put.value for put in amounts if put.value not in raised]
        working = f"{money(prices[0])} ÷ ({money(high)} − {money(low)})" if len(prices) == 1 else ""
        return result(working, prices[0] / (high - low), "year", (*prices, low, high)) if working else None
    if len(amounts) != 2:
        return None
    if not any(map(_is_gain, amounts)):
        return None
    price, gain = _told_apart(*amounts)
    if gain.rate == "month":
        working = f"{money(price.value)} ÷ {money(gain.value)}"
        return result(working, price.value / gain.value, "month", (price.value, gain.value))
    return payback(price.value, gain.value)


def _raise(words: str) -> tuple[float, float] | None:
    """Both ends of "from 80k to 110k"."""
    for mention in figures(words):
        if mention.is_range and mention.unit in AMOUNTS and mention.values[1] >= 1000 and " to " in mention.text:
            return mention.values[0], mention.values[1]
    return None


NOW = re.compile(
    r"\s*(?:(?:a|per) year\s|/\s?yr?\s)?(?:right )?(?:now|currently|today|at the moment|at present|before)\b", re.I
)
THEN = re.compile(r"\s*(?:(?:a|per) year\s|/\s?yr?\s)?(?:after\w*|then|later|with (?:it|the))\b", re.I)
HOPED = re.compile(
    r"\b(?:would|will|could|expect\w*|going to|might|i'd|i'll|after\w*|then|later|(?<!\bi )pays?)\b[^\d,;.]{0,20}$",
    re.I,
)


def _now_and_then(amounts: Sequence[Put]) -> tuple[float, float] | None:
    """ "I make 70k now and would get 105k after": the two ends of a raise told apart from each other."""
    now = [put for put in amounts if NOW.match(put.tail)] or [
        put for put in amounts if EARNS.search(put.gap) and not HOPED.search(put.gap)
    ]
    then = [put for put in amounts if put not in now and (THEN.match(put.tail) or HOPED.search(put.gap))]
    if len(now) != 1 or len(then) != 1 or then[0].value <= now[0].value:
        return None
    return now[0].value, then[0].value


def _told_apart(first: Put, second: Put) -> tuple[Put, Put]:
    """Which amount is the price and which the gain, by the words around each; else the second is the gain."""
    if _is_gain(first) and not _is_gain(second):
        return second, first
    return first, second


def _is_gain(put: Put) -> bool:
    around = put.gap[-24:]
    gains, prices = ([found.start() for found in words.finditer(around)] for words in (GAIN, PRICE))
    return bool(
        put.rate in {"year", "month"}
        or GAIN_AFTER.match(put.tail)
        or (gains and max(gains) > max(prices, default=-1))  # the nearer word counts: "80k cost if the raise is 25k"
    )

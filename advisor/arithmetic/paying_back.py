"""How long until a price is paid back by what is earned more, read from a message."""

import re
from collections.abc import Sequence

from advisor.arithmetic.sum_words import Put
from advisor.arithmetic.sums import Sum, money, payback, result
from advisor.proving.figures import figures

ASKS = re.compile(
    r"\b(?:pay(?:s|ing)?\s(?:it\s|this\s|that\s)?(?:back|off)|paid\s(?:back|off)|pays?\s(?:for\s)?itself|payback|break[\s-]?even|"
    r"recoup\w*|earn(?:s|ed)?\s(?:it|that|this)\sback|make\sit\sback|get\s(?:it|this|that|my\s\S+|the\s\S+)\sback)\b",
    re.I,
)
_MORE = r"(?:more|extra|raise|increase|bump|earn\w*|additional|higher|better|salary|pay\srise|gain\w*|makes?)\b"
GAIN, GAIN_AFTER = re.compile(rf"\b{_MORE}", re.I), re.compile(rf"\s?{_MORE}", re.I)
PRICE = re.compile(r"\b(?:pay|costs?|spend|tuition|price|degree|program|paid|for|debt|loan|owe)\b", re.I)
AMOUNTS = {"money", "number", "date"}
LEAST = 50  # smaller numbers are years or credits


def read_payback(words: str, puts: Sequence[Put]) -> Sum | None:
    """The payback time that a message asks for: a price over a gain a year or a month."""
    if not ASKS.search(words):
        return None
    amounts = [put for put in puts if put.value >= LEAST and put.kind != "percent" and put.unit in AMOUNTS]
    if raised := _raise(words):
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


def _told_apart(first: Put, second: Put) -> tuple[Put, Put]:
    """Which amount is the price and which the gain, by the words around each; else the second is the gain."""
    if _is_gain(first) and not _is_gain(second):
        return second, first
    return first, second


def _is_gain(put: Put) -> bool:
    around = put.gap[-24:]
    return bool(
        put.rate in {"year", "month"}
        or GAIN_AFTER.match(put.tail)
        or (GAIN.search(around) and not PRICE.search(around))
    )

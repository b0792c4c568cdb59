"""Numbers in digits or in words: "31,500", "2½", "twenty-five", "two and a half", "a dozen", each with its value."""

import re

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES = {word: float(value) for value, word in enumerate(ONES)} | {word: 20.0 + 10 * n for n, word in enumerate(TENS)}
VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
SCALES = {
    "k": 1e3, "thousand": 1e3, "grand": 1e3, "hundred": 1e2,
    "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9,
}  # fmt: skip
RANKS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip

_FRACTIONS = "".join(VULGAR)
_TEN = f"(?:{'|'.join(TENS)})(?:[-\\s](?:{'|'.join(ONES[1:10])}))?"
_ONE = "|".join(sorted(ONES, key=len, reverse=True))
DIGITS = rf"(?:(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)[{_FRACTIONS}]?|[{_FRACTIONS}]"
WORDS = rf"\b(?:{_TEN}|{_ONE}|a\sdozen|dozen)(?:\sdozen)?(?:[-\s](?:hundred|thousand))*(?:[-\s]and[-\s]a[-\s]half)?\b"
FIRST_WORDS = "|".join([*TENS, *ONES, "dozen"])  # what a number in words can begin with, for a quick look


def value_of(number: str) -> float:
    """The value of a number that DIGITS or WORDS matched."""
    return _digits(number) if number[0].isdecimal() or number[0] in f".{_FRACTIONS}" else _words(number)


def _digits(number: str) -> float:
    whole = number.replace(",", "")
    fraction = VULGAR.get(whole[-1], 0.0)
    whole = whole.rstrip(_FRACTIONS)
    return (float(whole) if whole else 0.0) + fraction


def _words(number: str) -> float:
    total = 0.0
    for word in re.split(r"[-\s]+", number.lower()):
        if word in VALUES:
            total += VALUES[word]
        elif word == "half":
            total += 0.5
        elif word in SCALES or word == "dozen":
            total = (total or 1.0) * SCALES.get(word, 12.0)
    return total

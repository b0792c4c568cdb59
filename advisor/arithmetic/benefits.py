"""What is left of a price where somebody else pays so much a year: "they cover 10k a year, the degree is 53k over 2 years"."""

import re
from collections.abc import Sequence

from advisor.arithmetic.sum_words import Put
from advisor.arithmetic.sums import Sum, money, number, result

GIVES = re.compile(
    r"\b(?:employers?|company|job|work|firm|boss|scholarships?|grants?|stipend|reimburs\w*|covers?|covering|contributes?)\b",
    re.I,
)
MONTHS = {"year": 1.0, "month": 12.0}
LEAST = 200  # smaller numbers are years or credits


def read_benefit(words: str, puts: Sequence[Put]) -> Sum | None:
    """The price less the benefit of every year, at least nothing; None where a price, a benefit or the years are not told."""
    dear = [put for put in puts if put.kind == "money" and put.value >= LEAST]
    times = [put for put in puts if put.unit in MONTHS and put.kind == "count"]
    given = [put for put in dear if put.rate in {"year", "each"} and GIVES.search(put.gap)]
    if not GIVES.search(words) or len(dear) != 2 or len(given) != 1 or len(times) != 1 or len(puts) != len(dear) + 1:
        return None
    benefit, price = given[0], next(put for put in dear if put is not given[0])
    years = times[0].value / MONTHS[str(times[0].unit)]
    if not years:
        return None
    inputs = (price.value, benefit.value, years)
    if price.rate == "year":
        left = max(0.0, price.value - benefit.value)
        return result(
            f"{number(years)} × ({money(price.value)} − {money(benefit.value)})", years * left, "money", inputs
        )
    if price.rate not in {None, "total"}:
        return None
    left = price.value - years * benefit.value
    working = f"{money(price.value)} − {number(years)} × {money(benefit.value)}"
    return result(working, left, "money", inputs) if left >= 0 else None

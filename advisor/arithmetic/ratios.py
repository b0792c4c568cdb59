"""How many times one value is another, put into words."""

import re
from collections.abc import Sequence

from advisor.arithmetic.working import Working, of_cell
from advisor.tables import Fact

RATIO = re.compile(
    r"\bhow many times\b(?! (?:a|per|each|every)\b)|\btimes (?:more|less|as|the (?:price|cost|salary|pay)|higher|cheaper|bigger|dearer)\b|"
    r"\b(?:twice|double|triple|thrice|half) (?:as|the (?:price|cost|salary|pay|tuition))\b|\bratio\b",
    re.I,
)


def ratios_of(high: Fact, low: Fact) -> list[Working]:
    """The higher value over the lower one, at both ends of two ranges; nothing where one is no number to divide by."""
    ends = [(high.cell.value, low.cell.value)]
    if high.cell.high is not None and low.cell.high is not None:
        ends.append((high.cell.high, low.cell.high))
    if not all(above and below for above, below in ends) or high.cell.unit == "percent":
        return []
    return [of_cell(high.cell, above).over(of_cell(low.cell, below)) for above, below in ends]


def times(ratios: Sequence[Working]) -> str:
    """How a sentence says them: "about 10.7 times", "1.1 to 1.2 times"."""
    about = any(each.about or each.rounded != each.value for each in ratios)
    return f"{'about ' if about else ''}{' to '.join(dict.fromkeys(each.shown for each in ratios))} times"

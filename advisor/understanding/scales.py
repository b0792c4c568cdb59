"""Grades on another scale than the guides': "7.8 CGPA", "3.4 out of 5", "85% marks"."""

import re

TOP = 4.3  # of the scale that grade points are given on
OUT_OF = re.compile(r"\s*(?:c?gpa\s*)?(?:/|out of|on an?|of)\s*(?P<top>\d{1,3}(?:\.\d+)?)(?![\d%])", re.I)
NAMED_BEFORE = re.compile(
    r"\b(?:c?gpa|grades?|grade point average|marks|(?:my|his|her|an?) (?:percentage|average))\b\D{0,12}$", re.I
)
NAMED_AFTER = re.compile(r"\s*(?:c?gpa|grades?|marks|aggregate)\b", re.I)


def is_of_other_scale(value: float, percent: bool, before: str, after: str) -> bool:
    """Whether a figure is somebody's grade, and on a scale that the guides do not use."""
    out_of = OUT_OF.match(after)
    named = bool(NAMED_BEFORE.search(before) or NAMED_AFTER.match(after))
    if out_of and value <= float(out_of["top"]):
        return float(out_of["top"]) > TOP + 0.5 and (named or value != int(value))
    return named and (percent or TOP < value <= 100)

"""One held against another that was spoken of before: "X's price? Is it cheaper than Y", "… and does Y cost more"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Frame
from advisor.lexicon import Name

COMPARES = re.compile(r"\b(?:is|are|was|does|do|will|would)\b.*\b(?:(?:more|less)\b|\w{3,}er (?:than\b|\W*$))", re.I)
OTHERWISE = re.compile(
    r"\b(?:more|less) (?:about|on|info\w*|details?)\b|\b(?:ever|other|whether|either|offer|after|computer)\W*$", re.I
)


def against(frame: Frame, before: Sequence[Name]) -> Frame | None:
    """The part as a comparison with the one spoken of before; None where it compares nothing."""
    one = len(before) == 1 and len(frame.subjects) == 1 and before[0] != frame.subjects[0]
    alike = one and before[0].kind == frame.subjects[0].kind and bool(frame.attributes)
    if not alike or frame.act not in {"look_up", "rank", "explain"}:
        return None
    if not COMPARES.search(frame.text) or OTHERWISE.search(frame.text):
        return None
    return replace(frame, subjects=(*before, *frame.subjects), act="compare", wishes=(), kind=None, weak=False)

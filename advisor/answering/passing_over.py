"""Parts that are not answered apart: talk beside a question, refusals that name what was asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.trimming import goes_back
from advisor.answering.unanswered import asks_more
from advisor.draft import Claim, Paragraph
from advisor.frame import SETS, Frame
from advisor.part import Part
from advisor.understanding.segments import asks
from advisor.words import STOP, tokens, words

THERE = re.compile(r"\b(?:there|it|its|they|that (?:school|program|one|place))\b", re.I)


def _telling(frame: Frame) -> bool:
    """Whether a part says what it asks about; "which one is it now" does not by itself."""
    said = [word for word in words(frame.text) if word not in STOP and len(word) > FEW_LETTERS]
    return bool(frame.attributes or frame.strangers or len(said) > 1)


FEW_LETTERS = 3


def _of_its_own(frame: Frame, given: Sequence[Part]) -> bool:
    """ "…, and is X respected": what asks something else of somebody by name."""
    return bool(frame.subjects and frame.asked) and asks_more(frame, given)


GIVEN = {"answered", "partly_answered"}


def _refused(part: Part) -> bool:
    """Whether a part says of what no guide speaks."""
    frame = part.frame
    return bool(frame.subjects or frame.attributes or frame.strangers or frame.act in SETS or _asked_words(part))


def _asked_words(part: Part) -> str:
    """A question without a name or an attribute, in its own words; empty for anything else."""
    frame = part.frame
    named = frame.subjects or frame.attributes or frame.strangers or THERE.search(frame.text)
    bare = frame.act == "explain" and not named
    typed = [token.typed for token in tokens(frame.text)]
    return " ".join(typed) if bare and asks(frame.text) and _telling(frame) and len(typed) <= MOST_ECHOED else ""


MOST_ECHOED = 14  # words


def _named_refusal(part: Part) -> Part:
    """Beside other parts "that" is not enough: what is not covered is called by the words in which it was asked."""
    if part.status not in {"not_covered", "out_of_scope"} or not (asked := _asked_words(part)):
        return part
    return replace(
        part, status="not_covered", blocks=(Paragraph((Claim(f'The guides do not say: "{asked}".', kind="plain"),)),)
    )


def without_talk(parts: Sequence[Part]) -> tuple[Part, ...]:
    """A greeting before a question is not answered apart; an attack beside one is passed over."""
    if any(part.status in GIVEN for part in parts):
        given = [part for part in parts if part.status in GIVEN]
        parts = [p for p in parts if p in given or not goes_back(p, parts) or _of_its_own(p.frame, given)]
        parts = [
            part
            for part in parts
            if part.status not in {"not_covered", "out_of_scope"}
            or part.frame.act != "explain"
            or (_telling(part.frame) and asks_more(part.frame, given))
        ]
    parts = [_named_refusal(part) if len(parts) > 1 else part for part in parts]
    real = tuple(p for p in parts if p.frame.act != "small_talk" and p.status != "out_of_scope" and p.blocks)
    said = tuple(part for part in real if part.status != "not_covered" or _refused(part))
    refused = tuple(part for part in parts if part.status == "out_of_scope")
    return said or refused[:1] or real[:1] or tuple(parts[:1])

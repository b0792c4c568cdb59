"""Arithmetic on cells put into words: each kind of sum that a part may ask for, the more telling words first."""

import re
from collections.abc import Callable, Mapping, Sequence

from advisor.adding_up import checks, said_of
from advisor.answering_facts import say_stranger, say_unknown
from advisor.averages import statistics
from advisor.credit_sums import Summed, credit_sums, in_total, per_credit
from advisor.differences import differences
from advisor.draft import Block, Bullets, Claim, DraftNote, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.paying_back import ASKS as PAYBACK
from advisor.price_cells import count_attribute, place, prices
from advisor.price_sums import changed, paid_back
from advisor.price_words import Told, read_told
from advisor.remarks import price_attribute
from advisor.saying import GuideCard, label_of, lower_first, sentence, topic_of
from advisor.statistics_asked import asked_statistic

Guides = Mapping[str, GuideCard]
Summing = Callable[[Name, Told, Frame, Knowledge], list[Summed]]
ELSEWHERE = {"small_talk", "about", "out_of_scope", "recommend", "eligibility"}
CHECK = re.compile(
    r"\b(?:add(?:s)? up|check (?:that|the|this) (?:sum|math|total)|(?:do|does|did|is|show|check)\b.{0,12}\b(?:the|that|your|its) (?:math|maths|arithmetic|sum)|"
    r"credits times|times (?:the )?(?:rate|credits)|match(?:es)? (?:the|its) credits)\b",
    re.I,
)
MORE = re.compile(
    r"\b(?:how (?:much|many) (?:\w+ )?(?:more|less|cheaper|dearer|higher|lower|extra|fewer|bigger)|by how (?:much|many)|"
    r"(?:do|would|will|can|could) (?:i|we|you) save|savings?|(?:cheaper|more expensive|dearer) by)\b",
    re.I,
)
GAP = re.compile(r"\b(?:differences?|diff|gap|minus|premium|markup)\b", re.I)
PRICE = re.compile(
    r"\b(?:prices?|priced|costs?|costing|tuitions?|pay(?:s|ing)?|fees?|dollars?|expensive|cheap\w*|how much|total|rate)\b|\$", re.I
)
MOST_LINES = 4


def answer_computed(frame: Frame, knowledge: Knowledge, guides: Guides) -> Part | None:
    """The arithmetic that a part asks of cells; None where it asks for none, or nothing is known to work with."""
    if frame.act in ELSEWHERE:
        return None
    return (
        _check(frame, knowledge, guides)
        or _statistic(frame, knowledge, guides)
        or _difference(frame, knowledge, guides)
        or _sums(frame, knowledge, guides)
    )

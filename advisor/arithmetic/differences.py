"""How much more one side has than the other, put into words guide by guide."""

import re
from collections.abc import Mapping, Sequence

from advisor.arithmetic.ratios import RATIO, ratios_of, times
from advisor.arithmetic.sides import Pair, Side, pairs, sides_of
from advisor.arithmetic.working import HEDGES, Working, count, money, of_cell, written
from advisor.draft import Claim
from advisor.frame import Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.saying import PERIOD_WORDS, GuideCard, label_of, short_title, value_phrase
from advisor.tables import Fact

MORE = re.compile(
    r"\b(?:(?:how (?:much|many)|(?:how|what|how many) (?:much )?percent(?:age)?|how many %) (?:\w+ )?(?:more|less|cheaper|dearer|higher|lower|extra|fewer|bigger)|by how (?:much|many)|"
    r"(?:do|would|will|can|could) (?:i|we|you) save|savings?|minus|(?:cheaper|more expensive|dearer) by)\b",
    re.I,
)
GAP = re.compile(r"\b(?:differences?|diff|gap|premium|markup)\b", re.I)
WORTH = re.compile(r"\bworth\b", re.I)  # asks what the gap buys, not how wide it is
MOST = 4
Guides = Mapping[str, GuideCard]


def sets_apart(text: str) -> bool:
    """Whether a part asks how far two values are apart, or how many times one is the other."""
    asks = MORE.search(text) or GAP.search(text) or RATIO.search(text)
    return asks is not None and not WORTH.search(text)


def differences(frame: Frame, attribute: str, knowledge: Knowledge, guides: Guides) -> tuple[list[Claim], list[str]]:
    """A sentence for every difference that the guides allow, and the sides that they give nothing for."""
    sides = sides_of(frame, attribute, knowledge)
    known = [side for side in sides if side.facts]
    found: list[Pair] = []
    if len(known) > 1:
        first = min(known, key=_lowest) if len(known) > 2 else known[0]
        found = [pair for side in known if side is not first for pair in pairs(first, side)]
    claims = [claim for pair in found if (claim := _said(pair, found, attribute, frame, knowledge, guides)) is not None]
    return claims[:MOST], [side.called for side in sides if not side.facts]


def _lowest(side: Side) -> float:
    return min(fact.cell.value or 0.0 for fact in side.facts)


def _said(
    pair: Pair, among: Sequence[Pair], attribute: str, frame: Frame, knowledge: Knowledge, guides: Guides
) -> Claim | None:
    """One difference, or that there is none."""
    (high_name, high), (low_name, low) = pair.high, pair.low
    ends = _ends(pair)
    if any(gap.value < 0 for gap in ends):
        return None
    sources = tuple(dict.fromkeys((high.source, low.source)))
    where = _where(pair, among, guides)
    label = label_of(attribute, knowledge)
    at = f"At {frame.subjects[0].name}, " if len(frame.subjects) == 1 else ""
    if not any(gap.value for gap in ends):
        same = f"{at}{high_name} and {low_name} have the same {label}: {value_phrase(low.cell)} ({where})."
        return Claim(same, sources)
    price = attribute == price_attribute(knowledge)
    period = f" {PERIOD_WORDS[high.cell.period]}" if high.cell.period and high.cell.is_price else ""
    much = " to ".join(dict.fromkeys(_much(gap, high.cell.unit) for gap in ends))
    verb = "costs" if price else "has"
    lead = f"{at}{high_name} {verb} {much} more{period} than {low_name}{_for_whom(pair)}"
    lead = lead if price else f"{label[:1].upper()}{label[1:]}: {lead}"
    if RATIO.search(frame.text) and (ratios := ratios_of(high, low)):
        lead, ends = f"{label[:1].upper()}{label[1:]}: {at}{high_name} has {times(ratios)} that of {low_name}", ratios
    text = f"{lead}: {' and '.join(gap.words for gap in ends)}"
    formulas = [gap.formula for gap in ends]
    if SHARE.search(frame.text) and len(ends) == 1 and high.cell.unit != "percent" and high.cell.value:
        text += _share(ends[0], high, low_name, high_name, formulas)
    return Claim(f"{text} ({where}).", sources, "computed", "; ".join(formulas))


SHARE = re.compile(r"\bper\s?cent\w*|%|\bproportion", re.I)


def _share(gap: Working, high: Fact, low_name: str, high_name: str, formulas: list[str]) -> str:
    """The gap as a share of the higher value: how much less the lower one has."""
    whole = of_cell(high.cell, high.cell.value)
    share = money(float(gap.value)) if gap.measure == "money" else count(float(gap.value))
    part = share.over(whole)
    shown = Working(part.words, part.value * 100, "percent", about=True)
    formulas.append(
        f"{HEDGES.sub('', share.words)} ÷ {HEDGES.sub('', whole.words)} × 100% ≈ {written(shown.rounded, 'percent')}"
    )
    return f"; that is about {written(shown.rounded, 'percent')} less at {low_name} than at {high_name}: {share.words} ÷ {whole.words}"


def _ends(pair: Pair) -> list[Working]:
    """The gap, or the gaps between both ends of two ranges."""
    high, low = pair.high[1].cell, pair.low[1].cell
    gaps = [of_cell(high, high.value).minus(of_cell(low, low.value))]
    if high.high is not None and low.high is not None:
        gaps.append(of_cell(high, high.high).minus(of_cell(low, low.high)))
    return gaps


def _much(gap: Working, unit: str) -> str:
    return f"{gap.result}-points" if unit == "percent" else gap.result


def _for_whom(pair: Pair) -> str:
    """Which students a difference between two subjects holds for."""
    high, low = pair.high[1], pair.low[1]
    if high.row == low.row:
        return ""
    residency = high.cell.residency or low.cell.residency
    return f" for {residency} students" if residency else ""


def _where(pair: Pair, among: Sequence[Pair], guides: Guides) -> str:
    """The guide, the table where the guide has several pairs, or that two guides were set against each other."""
    high, low = pair.high[1], pair.low[1]
    if pair.across:
        return f"{guides[high.guide].tag} and {guides[low.guide].tag}: no one guide gives both"
    alike = [other for other in among if other.high[1].guide == high.guide and _for_whom(other) == _for_whom(pair)]
    return f"{guides[high.guide].tag}; {short_title(high)}" if len(alike) > 1 else guides[high.guide].tag

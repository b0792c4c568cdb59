"""What programs have in general, where nobody is named: "how many credits do they take", told guide by guide from the cells."""

import re
from collections import Counter
from collections.abc import Mapping

from advisor.arithmetic.statistics_asked import statistics_said
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.saying import GuideCard, label_of, topics_of
from advisor.tables import Fact
from advisor.understanding.amounts import find_amounts
from advisor.understanding.asked import unit_of
from advisor.understanding.subjects import kinds
from advisor.words import words

GENERAL = re.compile(
    r"\b(?:they|these|those|programs?|schools?|degrees?|masters?|it|usual\w*|typical\w*|normal\w*|most)\b", re.I
)
MOST_OF = re.compile(r"\b(?:do|does|is|are|for|in|at|of) most\b", re.I)  # "most programs" puts nothing in order
FEWEST = 5  # values: fewer tell nothing of programs in general
FEW_WORDS, MOST_WORDS = 4, 16  # who says more asks for more than a figure
MOST_VALUES = 5  # beside the usual one
ACTS = {"explain", "look_up", "count"}


def answer_generally(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """The value that most programs have and both ends; None where somebody is named or few values are given."""
    named = frame.names_somebody or frame.wishes or frame.excluded
    most_of = MOST_OF.search(frame.text)
    if named or (frame.order and not most_of) or not (most_of or frame.act in ACTS) or len(frame.attributes) != 1:
        return None
    if find_amounts(frame.text):  # a figure that is named is claimed: "they are all 30 credits right?"
        return None
    said = len(words(frame.text))
    if said > MOST_WORDS or not (GENERAL.search(frame.text) or said <= FEW_WORDS):
        return None
    attribute = frame.attributes[0]
    if attribute not in knowledge.vocabulary.attributes and statistics_said(frame.text):
        return None  # "average volume" is worked out
    if unit_of(attribute, knowledge) != "number" or knowledge.main_kind not in kinds(attribute, knowledge):
        return None
    found = [(guide, _facts(guide, attribute, knowledge)) for guide in frame.narrowing.guides or guides]
    found.sort(key=lambda one: -len(one[1]))
    label = label_of(attribute, knowledge)
    claims = [_usual(facts, label, guides[guide]) for guide, facts in found if len(facts) >= FEWEST]
    topics = topics_of(attribute, knowledge)
    return Part(frame, "answered", (Paragraph(tuple(claims)),), (), topics) if claims else None


def _facts(guide: str, attribute: str, knowledge: Knowledge) -> list[Fact]:
    """One value of each program that a guide lists."""
    listings = [x for x in knowledge.listings if x.guide == guide and x.name.kind == knowledge.main_kind]
    known = ([f for f in x.of(attribute) if f.cell.known and f.cell.value is not None] for x in listings)
    return [facts[0] for facts in known if facts]


def _usual(facts: list[Fact], label: str, card: GuideCard) -> Claim:
    """ "30 credits for 13 of 16 programs; the others have 32, 33 or 45"; both ends where there are too many values to tell."""
    counts = Counter(fact.cell.text for fact in facts)
    usual, most = counts.most_common(1)[0]
    others = sorted(counts.keys() - {usual})
    if len(others) > MOST_VALUES:
        low, *_, high = sorted(facts, key=lambda fact: fact.cell.value or 0)
        return Claim(f"{card.tag}: {label} from {low.cell.text} to {high.cell.text}.", (low.source, high.source))
    rest = f"; the others have {', '.join(others[:-1])}{' or ' if others[:-1] else ''}{others[-1]}" if others else ""
    each = {fact.cell.text: fact for fact in facts}  # every value is cited, whoever else has it
    sources = tuple(dict.fromkeys(fact.source for fact in (*each.values(), *facts)))
    of = f"{most} of {len(facts)}"
    return Claim(f"{card.tag}: {usual} {label} for {of} programs{rest}.", sources[:12], "counted", of)

"""Sets bounded by somebody's own value: "anything cheaper than X", "which take fewer credits than Y"."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.frame import Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.saying import label_of
from advisor.understanding.asked import unit_of
from advisor.understanding.mentions import Mentions
from index import Condition, Operator, Period

FILLERS = {"the", "what", "at", "it", "is", "costs"}  # between "than" and the name


@dataclass(frozen=True)
class Beyond:
    """A condition on others with somebody's own value as its bound."""

    wish: Wish
    kind: str


def than_somebody(
    mentions: Mentions, names: Sequence[Name], asked: Sequence[str], knowledge: Knowledge
) -> Beyond | None:
    """The condition that a comparative sets with the one name behind its "than", where nobody else is named."""
    words = [token.word for token in mentions.tokens]
    if len(names) != 1 or "than" not in words:
        return None
    at = words.index("than")
    if words[0] in JUDGING and words[1] in {"it", "that", "this"}:
        return None  # "is it cheaper than X" holds one against the other
    meant = _comparative(words, at, mentions, asked, knowledge)
    if meant is None or names[0] not in _behind(words, at, mentions):
        return None
    wish = _wish(*meant, names[0], knowledge)
    return Beyond(wish, names[0].kind) if wish else None


def _comparative(
    words: Sequence[str], at: int, mentions: Mentions, asked: Sequence[str], knowledge: Knowledge
) -> tuple[str, bool] | None:
    """The attribute that the words before "than" compare, and whether less of it is wanted."""
    near = [order for order in mentions.orders if at - NEAR <= order.span.end <= at]
    meant = near[-1].meant if near else ("", "")
    if meant[0] in knowledge.vocabulary.attributes:
        return meant[0], meant[1] == "low"
    said = set(words[max(0, at - NEAR - 1) : at])
    measured = (a for a in asked if unit_of(a, knowledge) not in {None, "text", "choice", "rank"})
    end = True if said & FEWER else False if said & MORE else None
    return next(((attribute, end) for attribute in measured), None) if end is not None else None


JUDGING = {"is", "does", "was", "will", "would"}
NEAR = 1  # words between a comparative and its "than": "fewer credits than"
FEWER, MORE = {"less", "lower", "fewer", "smaller"}, {"more", "higher", "bigger", "greater", "better"}


def _behind(words: Sequence[str], at: int, mentions: Mentions) -> tuple[Name, ...]:
    """The names right behind "than"."""
    start = next((i for i in range(at + 1, len(words)) if words[i] not in FILLERS), at)
    return next((subject.meant for subject in mentions.subjects if subject.span.start == start), ())


def _wish(attribute: str, lower: bool, name: Name, knowledge: Knowledge) -> Wish | None:
    """Less or more than what is given for the name; of several values in one period, the one that leaves no doubt."""
    operator: Operator = "below" if lower else "above"
    end = min if lower else max
    ends: dict[Period | None, float] = {}
    for cell in (fact.cell for fact in knowledge.facts(name, attribute)):
        if cell.high is not None:
            return None  # of two ranges none can be called the higher
        if cell.known and cell.value is not None:
            ends[cell.period] = end(ends.get(cell.period, cell.value), cell.value)
    conditions = tuple(Condition(attribute, operator, value, period) for period, value in ends.items())
    said = f"{label_of(attribute, knowledge)} {'below' if lower else 'above'} {name.name}'s"
    return Wish(conditions, said) if conditions else None

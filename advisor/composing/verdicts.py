"""Yes or no: whether a sentence says of somebody what their cells deny, or denies what they affirm."""

from collections.abc import Sequence

from advisor.composing.support import DENIES, SOFT, roots
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.mentions import find_mentions
from advisor.words import words


def contradicts_cells(text: str, named: Sequence[Name], knowledge: Knowledge) -> bool:
    """Whether every cell of a rule that a sentence is about says the contrary of it; unknown ones say nothing."""
    rule = _rule_of(text, knowledge)
    if rule is None:
        return False
    told = {choice for name in named for fact in knowledge.facts(name, rule) for choice in fact.cell.choices}
    claimed = {choice for choice in knowledge.choices_of[rule] if _says(text, choice)}
    if not told or claimed & told:
        return False
    return bool(claimed) or (all(_denies(choice) != _denies(text) for choice in told) and not _is_soft(text))


def _rule_of(text: str, knowledge: Knowledge) -> str | None:
    """The one rule that a sentence is about: an attribute whose values are told apart by a denial."""
    found = find_mentions(text, knowledge.lexicon, lambda _word: True)
    asked = [attribute for mention in found.attributes for attribute in mention.meant]
    asked += [mention.meant.attribute for mention in found.demands]
    rules = {one for one in asked if any(_denies(choice) for choice in knowledge.choices_of.get(one, ()))}
    return rules.pop() if len(rules) == 1 else None


def _says(text: str, choice: str) -> bool:
    """Whether a sentence says a choice: its word in any form, denied or not as the choice is."""
    own = set(roots(choice))
    return bool(own) and own <= set(roots(text)) and _denies(choice) == _denies(text)


def _denies(text: str) -> bool:
    return bool(set(words(text)) & DENIES)


def _is_soft(text: str) -> bool:
    return bool(set(words(text)) & SOFT)

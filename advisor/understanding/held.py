"""Subjects that stand in the cells of another kind: a company among the partners of schools."""

import re
from collections.abc import Sequence

from advisor.frame import Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.subjects import kinds
from advisor.words import phrase
from index import Condition


def beside(names: Sequence[Name], kind: str | None, asked: Sequence[str], knowledge: Knowledge) -> list[Name]:
    """Subjects of another kind than the one that is asked, found in its cells; two of a kind are compared instead."""
    others = [name for name in names if kind and name.kind != kind and held_wish(name, kind, asked, knowledge)]
    told = [name for name in others if any(name.kind in kinds(a, knowledge) for a in asked)]
    return others if len(others) == 1 and not told else []


def held_wish(name: Name, kind: str | None, asked: Sequence[str], knowledge: Knowledge) -> Wish | None:
    """ "Schools that work with X": a subject of another kind is looked for in the cells of the kind that is asked."""
    holders = knowledge.holders.get((kind or "", phrase(name.name)), ())
    holders = tuple(a for a in holders if a in asked) or holders
    return Wish(tuple(Condition(a, "contains", name.name) for a in holders), f"with {name.name}") if holders else None


BEST_FOR = re.compile(r"\b(?:best|strongest|top)(?: (?:one|place|option))? (?:for|at|in)\b", re.I)


def sought_for(text: str, names: Sequence[Name], knowledge: Knowledge) -> str | None:
    """ "The best for X": the main kind, where rows about X name some of it."""
    if len(names) != 1 or names[0].kind == knowledge.main_kind or not BEST_FOR.search(text):
        return None
    forms = knowledge.forms_of_kind(knowledge.main_kind)
    return knowledge.main_kind if any((names[0].kind, form) in knowledge.holders for form in forms) else None


def holding(names: Sequence[Name], asked: Sequence[str], knowledge: Knowledge) -> str | None:
    """ "Who works with X": the kind that what is asked belongs to, where X only stands in its cells."""
    if len(names) != 1 or any(names[0].kind in kinds(a, knowledge) for a in asked):
        return None
    form = phrase(names[0].name)
    found = {kind for a in asked for kind in kinds(a, knowledge) if a in knowledge.holders.get((kind, form), ())}
    return found.pop() if len(found) == 1 else None

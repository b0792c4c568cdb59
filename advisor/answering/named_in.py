"""Who is named in a text, by a name or a form of it."""

from collections.abc import Sequence

from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.words import phrase, runs


def about_one(heading: str, knowledge: Knowledge) -> bool:
    """Whether a section is about one school: less of an answer to a question that names none."""
    return not knowledge.forms_of_kind(knowledge.main_kind).isdisjoint(runs(heading))


def schools_in(heading: str, knowledge: Knowledge) -> frozenset[Name]:
    """The schools that a heading can mean; what stands inside a longer name means nobody else, and a place no school."""
    forms = knowledge.lexicon.subjects
    said = runs(heading) & forms.keys()
    whole = [form for form in said if not any(form != other and f" {form} " in f" {other} " for other in said)]
    plain = [form for form in whole if not any(name.kind in knowledge.places for name in forms[form])]
    return frozenset(name for form in plain for name in forms[form] if name.kind == knowledge.main_kind)


def mentions(name: Name, folded: str, knowledge: Knowledge) -> bool:
    """Whether a folded text names a subject, by its name or a form of more than three letters."""
    return any(f" {form} " in f" {folded} " for form in forms_of(name, knowledge))


def names_any(text: str, forms: Sequence[str]) -> bool:
    """Whether a text holds one of some folded forms, or several of it."""
    folded = f" {phrase(text)} "
    return any(f" {form} " in folded or f" {form}s " in folded for form in forms)


def forms_of(name: Name, knowledge: Knowledge) -> list[str]:
    """A name and its telling aliases, folded."""
    aliases = knowledge.vocabulary.subjects.get(name.kind, {}).get(name.name, ())
    told = (phrase(name.name), *(phrase(alias) for alias in aliases if len(alias) > 3))
    return list(dict.fromkeys((*told, *knowledge.own_forms.get(name, ()))))

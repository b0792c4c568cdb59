"""What is given instead: the cell closest to the one that is empty."""

from advisor.facts import look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.saying import (
    column_word,
    label_for,
    label_of,
    lower_first,
    once,
    topic_of,
    value_phrase,
)
from advisor.tables import Fact
from advisor.words import stem, words


def sibling(name: Name, attribute: str, frame: Frame, knowledge: Knowledge) -> str | None:
    """A known attribute that is called alike: for the minimum GPA, the GPA of admitted students."""
    if attribute in knowledge.ungiven:
        return None  # what no guide gives for anybody has nothing alike
    own = {stem(word) for word in words(label_of(attribute, knowledge)) if len(word) > 2}
    for other in knowledge.vocabulary.attributes:
        alike = own & {stem(word) for word in words(label_of(other, knowledge)) if len(word) > 2} - COMMON_WORDS
        if alike and other not in (attribute, *frame.attributes) and look_up(name, other, frame, knowledge):
            return other
    return None


COMMON_WORDS = {"school", "program", "student", "who", "what", "rate", "course", "common", "top", "number"}


def nearest(name: Name, attribute: str, frame: Frame, knowledge: Knowledge) -> list[Fact]:
    """At most two known facts of the same topic (or the same attribute in another period or guide)."""
    topic = topic_of(attribute, knowledge)
    same = [fact for fact in knowledge.facts(name, attribute) if fact.cell.known]
    related = [
        fact
        for row in knowledge.rows.get(name, ())
        for cell in row.cells[1:]
        if cell.known and topic and topic_of(cell.attribute, knowledge) == topic and len(cell.text) < 80
        and cell.attribute not in (*frame.attributes, knowledge.roles["version"])
        for fact in (Fact(row, cell),)
    ]  # fmt: skip
    picked: dict[str, Fact] = {}
    for fact in [*same[:2], *related]:
        picked.setdefault(f"{fact.cell.attribute} {fact.cell.period}", fact)
    return list(picked.values())[:2]


def said(name: Name, attribute: str, fact: Fact, knowledge: Knowledge) -> str:
    """One fact as a sentence without its full stop."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    value = value_phrase(fact.cell)
    if (
        entry and entry.unit == "money" and not fact.cell.period and (which := column_word(fact, entry.label))
    ):  # a state's "median tuition"
        return f"{name.name}, {which} {entry.label}: {value}"
    if entry and entry.says and (fact.cell.unit != "text" or entry.unit == "text" or any(map(str.isdigit, value))):
        value = once(entry.says, value)
        return entry.says.format(subject=name.name, value=lower_first(value) if fact.cell.unit == "choice" else value)
    return f"{name.name}, {label_for(fact, knowledge)}: {lower_first(value) if fact.cell.unit != 'text' else value}"

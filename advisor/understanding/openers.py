"""Parts that name a place and nothing else: "masters in X" asks which programs are there."""

from collections.abc import Sequence

from advisor.frame import Wish
from advisor.knowledge import Knowledge
from advisor.understanding.mentions import Mentions
from advisor.words import NEUTRAL, words


def only_a_place(mentions: Mentions, wishes: Sequence[Wish], knowledge: Knowledge) -> bool:
    """Whether a part says where and, besides the words for a program or a degree, nothing more."""
    entries = knowledge.vocabulary.attributes
    places = knowledge.places | {name for name, entry in entries.items() if entry.topic == "place"}
    if not wishes or any(c.operator != "contains" or c.attribute not in places for w in wishes for c in w.conditions):
        return False
    named = {word for wish in wishes for c in wish.conditions for word in words(str(c.value))}
    spans = [mention.span for mention in (*mentions.subjects, *mentions.kinds)]
    covered = {at for span in spans for at in range(span.start, span.end)}
    left = [token.word for at, token in enumerate(mentions.tokens) if at not in covered]
    return not set(left) - named - knowledge.stop - NEUTRAL - _degree_words(knowledge)


def _degree_words(knowledge: Knowledge) -> set[str]:
    """The words of what people name in passing: "ms", "data science"."""
    background = set(knowledge.vocabulary.background)
    forms = (form for form, names in knowledge.lexicon.subjects.items() if {n.kind for n in names} <= background)
    return {word for form in forms for word in form.split()} | background

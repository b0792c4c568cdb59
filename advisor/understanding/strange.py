"""Words of a part that neither guides nor vocabulary have."""

from collections.abc import Sequence

from advisor.knowledge import Knowledge
from advisor.understanding.amounts import Amount
from advisor.understanding.mentions import Mentions
from advisor.words import NEUTRAL, stem


def is_strange(mentions: Mentions, amounts: Sequence[Amount], knowledge: Knowledge) -> bool:
    """Whether a telling word stands there that nobody here knows."""
    covered = {at for span in mentions.spans() for at in range(span.start, span.end)}
    loose = [
        t.word
        for at, t in enumerate(mentions.tokens)
        if at not in covered
        and not any(amount.start <= t.start < amount.end for amount in amounts)  # "25 thousand"
        and t.word.isalpha()
        and len(t.word) > 3
        and t.word not in BOUNDING
    ]
    told = knowledge.words_of_a_life(" ".join(token.word for token in mentions.tokens))
    known = (knowledge.words, told, NEUTRAL, knowledge.stop)
    return any(not any(form in some for some in known for form in (word, stem(word))) for word in loose)


BOUNDING = {
    "list",
    "less",
    "than",
    "under",
    "below",
    "more",
    "over",
    "above",
    "least",
    "most",
    "month",
    "year",
    "week",
    "each",
}

"""What is asked around a name: "how hard is X to get into" is "how hard is it to get into", and asks for what that asks."""

from collections.abc import Iterable

from advisor.lexicon import Lexicon, plural_forms
from advisor.understanding.mentions import Mentions

REACH = 6  # words before and behind a name


def asked_around(mentions: Mentions, lexicon: Lexicon) -> tuple[str, ...]:
    """The attributes of the longest form that goes on behind the one name of a part, with "it" in its place."""
    if len(mentions.subjects) != 1:
        return ()
    span = mentions.subjects[0].span
    before = [token.word for token in mentions.tokens[max(0, span.start - REACH) : span.start]]
    after = [token.word for token in mentions.tokens[span.end : span.end + REACH]]
    forms = sorted(_forms(before, after), key=lambda form: -len(form.split()))
    return next((lexicon.attributes[form] for form in forms if form in lexicon.attributes), ())


def _forms(before: list[str], after: list[str]) -> Iterable[str]:
    """Every run of words across the place of the name."""
    for first in range(len(before)):
        for width in range(1, len(after) + 1):
            yield from plural_forms(" ".join((*before[first:], "it", *after[:width])))

"""Names that nobody knows, told by their capitals: "tuition at Elm City", "how much is Princeton"."""

from advisor.knowledge import Knowledge
from advisor.understanding.mentions import Mentions
from advisor.words import ARTICLES, Token, stem

BEFORE = frozenset("at for of does is about vs".split())  # not "in", "from": where somebody lives is no subject
MOST_SAID = 12  # words of a part that asks one thing


def unknown_capitals(text: str, mentions: Mentions, knowledge: Knowledge) -> list[str]:
    """The name behind a small word whose first word no guide and no vocabulary has, where something is asked of it."""
    said = mentions.tokens
    if not mentions.attributes or len(said) > MOST_SAID:
        return []
    for at in range(1, len(said)):
        before = said[at - 2 if said[at - 1].word in ARTICLES else at - 1]
        if before.word in BEFORE and before.typed.islower() and _is_strange(said[at], knowledge):
            end = at + 1
            while end < len(said) and _is_capital(said[end]):
                end += 1
            return [text[said[at].start : said[end - 1].end]]
    return []


def _is_strange(token: Token, knowledge: Knowledge) -> bool:
    return _is_capital(token) and not {token.word, stem(token.word)} & knowledge.words


def _is_capital(token: Token) -> bool:
    return token.typed[0].isupper() and token.typed.isalpha() and len(token.typed) > 1

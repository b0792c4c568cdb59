"""Words that no guide uses and the language does not know, mended to the guides' words: "salry", "backgrnd", "prereqs"."""

import re
from collections.abc import Callable
from functools import lru_cache

from advisor.knowledge import Knowledge
from advisor.understanding.mentions import Mentions, slips_between
from advisor.words import stem

SHORTEST = 4  # letters
SHORT = {
    "frm": "from", "shud": "should", "cud": "could", "wud": "would", "wich": "which", "wat": "what", "abt": "about", "b4": "before",
    "exp": "experience", "reqs": "requirements", "ft": "full-time", "pt": "part-time", "min": "minimum", "diff": "difference",
    "ill": "I'll", "cert": "certification", "certs": "certifications", "skool": "school", "skools": "schools", "skul": "school", "skuls": "schools", "uni": "university", "unis": "universities",
}  # fmt: skip
MOST_SLIPS = 2  # in one word, as mentions forgive them
HALF = 0.5  # of a word's letters that an abbreviation keeps


def mended(text: str, mentions: Mentions, knowledge: Knowledge, common: Callable[[str], bool]) -> str:
    """A part with its slips and abbreviations as the guides write them; names that were spelled right stay as typed."""
    named = {
        mention.span.start + number: word
        for mention in mentions.subjects
        for number, word in zip(range(len(mention.span)), mention.form.split(), strict=False)
    }
    lived = knowledge.words_of_a_life(" ".join(token.word for token in mentions.tokens))
    for at, token in reversed(list(enumerate(mentions.tokens))):
        plain = token.typed.isalpha() and token.typed == token.word and len(token.word) >= SHORTEST
        if at not in named and (whole := SHORT.get(token.typed) or knowledge.hyphenated.get(token.word)):
            text = text[: token.start] + whole + text[token.end :]
            continue
        if not plain or token.word in lived or common(token.word) or common(stem(token.word)):
            continue
        meant = _of_the_name(token.word, named[at]) if at in named else None
        meant = meant or (None if at in named else _owner(token.word, knowledge) or _word_of(token.word, knowledge))
        if meant and stem(meant) != stem(token.word):
            text = text[: token.start] + meant + text[token.end :]
    return NUMBER_OF.sub("number of", MAKES.sub("earn", text))


def _owner(typed: str, knowledge: Knowledge) -> str | None:
    """A short name with the "s" of what it has, typed in one: "cmus price"."""
    short = typed[:-1]
    names = knowledge.lexicon.subjects.get(short, ()) if typed.endswith("s") and len(short) <= SHORTEST else ()
    return f"{short}'s" if any(name.kind == knowledge.main_kind for name in names) else None


def _word_of(typed: str, knowledge: Knowledge) -> str | None:
    """The word of a life that was typed with one slip ("acountant"), else the guides' word that was meant."""
    lived = (word for word in knowledge.words_of_lives if slips_between(typed, word) == 1)
    return next(lived, None) or word_meant(typed, knowledge.plain_words)


def _of_the_name(typed: str, word: str) -> str | None:
    """The word of a recognized name that was typed with a slip: what is searched for is the name."""
    return word if typed != word and slips_between(typed, word) is not None else None


NUMBER_OF = re.compile(r"\bno\.? of\b(?! course)", re.I)


# "what does a quant make"
MAKES = re.compile(
    r"(?<=[a-z] )(?<!difference )(?<!sense )makes?(?=(?: (?:an?|per|each) (?:year|yr|month|hour))?\W*$)", re.I
)


@lru_cache(maxsize=1 << 10)
def word_meant(typed: str, known: frozenset[str]) -> str | None:
    """The guides' word that was meant: by a slip, else by an abbreviation of its middle or of its end."""
    near = (word for word in known if abs(len(word) - len(typed)) <= MOST_SLIPS) if len(typed) > SHORTEST else ()
    slips = [(distance, word) for word in near if (distance := slips_between(typed, word)) is not None]
    if slips:
        return min(slips, key=lambda pair: (pair[0], pair[1][0] != typed[0], abs(len(pair[1]) - len(typed)), pair[1]))[
            1
        ]
    short = [word for word in known if _skips(stem(typed), stem(word))]
    cut = [word for word in known if len(stem(typed)) >= SHORTEST and word.startswith(stem(typed))]
    return min(short or cut, key=lambda word: (len(word), word), default=None)


def _skips(typed: str, word: str) -> bool:
    """Whether letters inside a word were left out: "backgrnd"."""
    if typed[0] != word[0] or typed[-1] != word[-1] or len(typed) < max(SHORTEST, len(word) * HALF):
        return False
    letters = iter(word)
    return all(letter in letters for letter in typed)

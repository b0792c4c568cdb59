"""Which of a question's telling words stand in a text, and which are in no guide."""

from collections.abc import Callable, Collection
from functools import lru_cache

from advisor.knowledge import Knowledge
from advisor.words import NEUTRAL, SHORT_WORD, phrase, stem, words
from index import Chunk

ROOT = 5  # letters: "deliver" and "delivery" are one word here


def foreign(question: str, knowledge: Knowledge, is_common: Callable[[str], bool]) -> float:
    """The share of a question's telling words that are good words, but of no guide."""
    asked = [word for word in words(question) if word not in knowledge.stop and len(word) > 2 and word.isalpha()]
    known = NEUTRAL | KIN | knowledge.words_of_a_life(" ".join(words(question)))
    strange = [w for w in asked if not {w, stem(w), _doing(w)} & (knowledge.words | known) and is_common(w)]
    strange = [w for w in strange if not _inflected(w) & knowledge.titled]
    return len(strange) / len(asked) if asked else 0.0


KIN = frozenset(
    "wife husband spouse partner fiance girlfriend boyfriend son daughter kid kids child".split()
)  # for whom one asks says nothing of what is asked


def _inflected(word: str) -> set[str]:
    """A word as a guide may have it: "pack" in a packing list."""
    return {word, stem(word), *(f"{word}{end}" for end in ("ing", "ed") if len(word) > SHORT_WORD)}


def _doing(word: str) -> str:
    """What "games" is in gaming."""
    return f"{stem(word).removesuffix('e')}ing"


def says_rarest(question: str, chunk: Chunk, knowledge: Knowledge) -> bool:
    """Whether a passage below a heading that asks nothing has the most telling word of a question, in its heading inflected;
    or whether the question has the heading.
    """
    if f" {phrase(chunk.heading)} " in f" {phrase(question)} ":
        return True
    asked = {
        word: knowledge.rarity(word) for word in _asked(question, knowledge.stop) if _inflected(word) & knowledge.words
    }
    rarest = max(asked, key=lambda word: (asked[word], word), default="")
    inside = rarest in stems(phrase(chunk.text)) or bool(_inflected(rarest) & set(words(chunk.heading)))
    return bool(rarest) and inside and coverage(question, phrase(chunk.spoken), knowledge) >= HALF_SAID


def says_all(question: str, chunk: Chunk, knowledge: Knowledge) -> bool:
    """Whether a passage has every telling word of a question that has several: "blocked account how much"."""
    asked = _asked(question, knowledge.stop) - ASKING
    return len(asked) >= SEVERAL and asked <= stems(phrase(chunk.spoken))


SEVERAL = 2
ASKING = frozenset("how much many long high big".split())
HALF_SAID = 0.5  # of a question's telling words


def coverage(question: str, folded: str, knowledge: Knowledge, names: Collection[str] = ()) -> float:
    """The share of a question's telling words that stand in a text, the rarer the heavier; words of no guide do not count,
    nor those that only name somebody, who may be called otherwise there.
    """
    asked = (word for word in _asked(question, knowledge.stop) if word in knowledge.rarities and word not in names)
    weights = {word: knowledge.rarities[word] for word in asked}
    if not weights:
        return 0.5
    held = stems(folded)
    return sum(weight for word, weight in weights.items() if word in held) / sum(weights.values())


@lru_cache(maxsize=1 << 8)
def _asked(question: str, stop: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words(question) if word not in stop and len(word) > 2)


@lru_cache(maxsize=1 << 12)
def stems(folded: str) -> frozenset[str]:
    """The stems of a folded text's words."""
    return frozenset(map(stem, folded.split()))

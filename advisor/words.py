"""Words as they are compared: folded tokens of a message that remember where they stood in it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(r"c\+\+|c#|\$+(?![\d.])|[a-z0-9]+(?:[.'][a-z0-9]+)*", re.I)
NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "couple": 2, "pair": 2,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}  # fmt: skip


@dataclass(frozen=True)
class Token:
    """One word of a message: folded for comparison, as typed, and where it stood."""

    word: str
    typed: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text, folded: case, accents, dots inside abbreviations and possessives do not count."""
    plain = text if text.isascii() else "".join(map(_base, text))
    return [Token(_fold(m.group()), text[m.start() : m.end()], m.start(), m.end()) for m in TOKEN.finditer(plain)]


SHORT_WORD = 3  # letters, as in "hrs" and "ppl": too few to tell what is asked
LONG_DRAWN = re.compile(r"([a-z])\1{2,}")  # "heyyy"
# Words that say nothing about what a question asks.
STOP = frozenset(
    "a an the of to for in on at by with from and or but is are was were be been do does did can could would should will i you he she it "
    "we they me my your his her their our this that these those there what which who whom how when where why if as than then so not no any "
    "some one get got have has had about into out up much many more most very really just also please pls im ive whats degree "
    "program programs school schools guide guides need want know tell mean good best bout abt".split()
)
# Words that stand for whatever is asked about, and adverbs without an ending of their own.
NEUTRAL = frozenset(
    "everything something anything nothing stuff thing deal bang buck bargain choice pick offer place overall altogether ever around "
    "available possible today nowadays upfront ballpark someone somebody anyone person people human guy woman man folks grad graduate "
    "alumni alum junior senior fresher beginner newbie intern coder dev there here anywhere wise tops thanks wanna gonna gotta lemme gimme".split()
)
ARTICLES = frozenset(("the", "a", "an"))


@lru_cache(maxsize=1 << 14)  # the same passages and names are compared with question after question
def words(text: str) -> tuple[str, ...]:
    """Only the folded words of a text."""
    return tuple(token.word for token in tokens(text))


@lru_cache(maxsize=1 << 14)
def phrase(text: str) -> str:
    """A text as one folded string without its articles, for looking phrases up."""
    return " ".join(word for word in words(text) if word not in ARTICLES)


@lru_cache(maxsize=1 << 12)
def runs(text: str) -> frozenset[str]:
    """Every run of words in a text, folded: what a name that stands in it may be."""
    said = phrase(text).split()
    return frozenset(" ".join(said[at:end]) for at in range(len(said)) for end in range(at + 1, len(said) + 1))


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without its plural, for the few places where that alone matters."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def plural(word: str) -> str:
    """A word for several: "schools", "dairies"."""
    ending = word[-2:-1]
    return word[:-1] + "ies" if word.endswith("y") and ending not in "aeiou" else word + "s"


def demonyms(name: str) -> tuple[str, ...]:
    """What comes from a place, in the ways that English makes it of its name: "japanese", "canadian", "swedish"."""
    if not name.istitle() or not name.isalpha() or len(name) < LEAST_PLACE:
        return ()
    low = name.lower()
    return (
        low + "ese",
        low + "n",
        low + "ian",
        low[:-1],
        *(low[:-1] + end for end in ("ese", "ian", "an", "ish")),
        low[:-2] + "ish",
    )


LEAST_PLACE = 4  # letters


@lru_cache(maxsize=1 << 14)
def _fold(word: str) -> str:
    word = word.casefold().replace("'s", "") if word.casefold().endswith("'s") else word.casefold()
    word = LONG_DRAWN.sub(r"\1", word.replace("'", ""))
    return word if re.fullmatch(r"[\d.]+", word) else word.replace(".", "")


def _base(char: str) -> str:
    """One character for one character, so that positions stay: the letter without its accent."""
    return {"’": "'", "‘": "'"}.get(char) or unicodedata.normalize("NFKD", char)[0]

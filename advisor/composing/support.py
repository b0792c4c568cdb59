"""Whether a sentence's words are those of one statement of each passage that it marks: covered, not exaggerated, not denied."""

import re
from collections.abc import Collection, Iterator, Sequence

from advisor.composing.weights import (
    COMPARES,
    CONTRACTED,
    DENIES,
    NO_COMPARISON,
    OF_DIFFERENCES,
    OF_LEADS,
    OF_SUMS,
    OPPOSED,
    PLAIN,
    SAME,
    SOFT,
    STRONG,
    WITH_MONEY,
)
from advisor.proving.figures import figures
from advisor.words import STOP, phrase, stem, words
from index import Chunk

LEAST, WITH_FIGURES = 0.75, 0.6  # of a sentence's telling words must stand there; fewer where its figures do
ALIKE = 0.5  # of a clause's words: a statement with so many says the same thing, or denies it
TELLING = 3  # words; fewer are a label and deny nothing: "GRE not required: …"
ROOT = 5  # letters by which two forms of one word are told to be one
STATEMENT = re.compile(r"\n+(?:- )?|(?<=[a-z0-9)%][.!?])\s+(?=[A-Z“$])")
SPOKEN = re.compile(r"\w: [^;]+; [A-Z][^;:]*: ")  # a row: "School: …; Credits: …"
CLAUSE = re.compile(r"[;:]\s|,\s(?:and|but|while|whereas|though|although|so)\s|\n+")


def statements(chunk: Chunk, shown: str) -> list[str]:
    """What a passage says, one thing after another, each below its headings; a row says one thing."""
    if chunk.kind == "row":
        return [shown]
    above = " ".join(chunk.path)
    return [f"{above}\n{one}" for one in STATEMENT.split(chunk.text) if one.strip()] or [shown]


def leads_only(text: str, known: Sequence[str], names: Collection[str], stop: frozenset[str] = STOP) -> bool:
    """Whether a line says nothing but what was asked or drafted, and so can lead to it."""
    there = {root for one in known for root in roots(one, stop)} | OF_LEADS | PLAIN
    return all(root in there for root in roots(_without(text, names), stop)) and not _stronger(
        text, " ".join(known), stop
    )


def unsupported(
    text: str,
    statements: Sequence[Sequence[str]],
    names: Collection[str] = (),
    stop: frozenset[str] = STOP,
    *,
    is_sum: bool = False,
) -> str | None:
    """Why a sentence does not rest on the statements of its passages, or None.

    `names` are the words that name somebody, `stop` those that say nothing.
    """
    text = CONTRACTED.sub(lambda found: " not" if "t" in found[0] else "", text)
    own = [root for root in dict.fromkeys(roots(_without(text, names), stop)) if root not in PLAIN]
    own = [root for root in own if root not in OF_SUMS] if is_sum else own
    told = figures(text)
    of_figures = {
        root for mention in told for root in roots(mention.text, stop)
    }  # "two years": held against by themselves
    if any(mention.unit == "money" for mention in told):
        own = [root for root in own if root not in WITH_MONEY]
    if not own and not told and not names:
        return "it says nothing that could be held against a passage"
    said = set(roots(text, stop))  # names too: of two statements alike the one about the same is meant
    chosen = [max(of_one, key=lambda one: len(said & set(roots(one, stop))), default="") for of_one in statements]
    there = {root for statement in chosen for root in roots(statement, stop)} | of_figures
    if len([root for root in own if root in there]) < (WITH_FIGURES if told else LEAST) * len(own):
        return "its passages do not say this"
    if word := _stronger(text, " ".join(chosen), stop, OF_DIFFERENCES if is_sum else ()):
        return f"its passages do not say {word!r}"
    prose = [statement for statement in chosen if not SPOKEN.search(statement)]  # cells are held against by themselves
    if word := _opposed(text, " ".join(chosen)):
        return f"its passages speak of something else than {word!r}"
    if any(_contradict(clause, statement, stop) for clause in CLAUSE.split(text) for statement in prose):
        return "its passages say the contrary"
    return None


def _stronger(text: str, statement: str, stop: frozenset[str], spared: Collection[str] = ()) -> str | None:
    """A word by which a sentence says more than its statements do."""
    compared = [found[0] for found in COMPARES.finditer(text) if found[0].casefold() not in NO_COMPARISON]
    strong = [word for word in words(text) if word in STRONG] + compared
    there, also = {SAME.get(word, word) for word in words(statement)}, set(roots(statement, stop))
    strong = [word.casefold() for word in strong if word.casefold() not in spared]
    return next((one for one in strong if SAME.get(one, one) not in there and not set(roots(one, stop)) & also), None)


def _opposed(text: str, statement: str) -> str | None:
    """A word of a pair of opposites ("part-time", "full-time") that its statements do not have."""
    there = statement.casefold().replace("-", " ")
    said = (found[0].casefold().replace("-", " ") for found in OPPOSED.finditer(text))
    return next((word for word in said if word not in there), None)


def _contradict(clause: str, statement: str, stop: frozenset[str]) -> bool:
    """Whether a statement has a clause's words, and one of the two denies them."""
    own = set(roots(clause, stop))
    near = max(CLAUSE.split(statement), key=lambda one: len(own & set(roots(one, stop))))
    theirs = set(roots(near, stop))
    if len(own) < TELLING or len(own & theirs) < ALIKE * len(own) or len(theirs) < TELLING:
        return False
    here, there = set(words(clause)), set(words(near))
    if (here | there) & SOFT:
        return False
    return bool(here & DENIES) != bool(there & DENIES)


def _without(text: str, names: Collection[str]) -> str:
    return " ".join(word for word in words(text) if word not in names)


def roots(text: str, stop: frozenset[str] = STOP) -> Iterator[str]:
    """The telling words of a text, without their endings."""
    for word in (SAME.get(word, word) for word in phrase(CONTRACTED.sub("", text)).split()):
        if word not in stop and word not in DENIES and word.isalpha():
            yield stem(word)[:ROOT]

"""Whether a sentence's words are those of its passages, and whether it denies what they affirm."""

import re
from collections.abc import Collection, Iterator, Sequence

from advisor.draft import Claim
from advisor.proving.figures import figures
from advisor.words import STOP, phrase, stem, words

LEAST, WITH_FIGURES = 0.4, 0.25  # of a sentence's words must stand in its passages; fewer where its figures do
CLOSE = 0.7  # a passage's sentence with so many of its words says the same thing, or the opposite
TELLING = 3  # words; fewer are a label and deny nothing: "GRE not required: …"
ROOT = 5  # letters by which two forms of one word are told to be one
SENTENCE = re.compile(r"\n+|[;:]\s|(?<=[a-z0-9)%][.!?])\s+(?=[A-Z“$])")
DENIES = frozenset(
    "not no never none without neither nor cannot cant isnt arent doesnt dont wont nobody nothing".split()
)
SOFT = frozenset("waived waive waives waiver optional free unless except only".split())  # deny in their own way


def is_supported(claim: Claim, passages: Sequence[str], names: Collection[str] = ()) -> bool:
    """Whether enough of a claim's words stand in its passages, none of which says the contrary in the same words.

    `names`: words that name somebody; whether the passages speak of them is told otherwise.
    """
    own = set(roots(" ".join(word for word in words(claim.text) if word not in names)))
    least = WITH_FIGURES if figures(claim.text) else LEAST
    there = {root for text in passages for root in roots(text)}
    if own and len(own & there) < least * len(own):
        return False
    said = SENTENCE.split(claim.text)  # "No: …" denies what was asked, and not what follows
    sentences = [sentence for text in passages for sentence in SENTENCE.split(text)]
    return not any(_contradict(one, sentence) for one in said for sentence in sentences)


def _contradict(text: str, sentence: str) -> bool:
    """Whether two sentences have the same words, and one of the two denies them."""
    own, theirs = set(roots(text)), set(roots(sentence))
    if len(own) < TELLING or len(own & theirs) < CLOSE * max(len(own), len(theirs)):
        return False
    here, there = set(words(text)), set(words(sentence))
    if (here | there) & SOFT:
        return False
    return bool(here & DENIES) != bool(there & DENIES)


def roots(text: str) -> Iterator[str]:
    """The telling words of a text, without their endings."""
    for word in phrase(text).split():
        if word not in STOP and word not in DENIES and word.isalpha():
            yield stem(word)[:ROOT]

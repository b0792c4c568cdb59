"""Whether a passage speaks of what is asked, rather than near it."""

import re
from collections.abc import Sequence

from advisor.answering.named_in import names_any
from advisor.answering.passages import Passage
from advisor.answering.shared_words import ROOT, stems
from advisor.frame import Frame
from advisor.knowledge import COMMON, Knowledge
from advisor.proving.number_words import VALUES
from advisor.words import SHORT_WORD, phrase, stem, words

RARE = 4.5  # beside a word that no guide has, one less telling than this says nothing of what is asked
SAME_ASKED, SAME_STRANGE = 0.57, 0.675  # a guide's own question this close needs no word in common


def speaks(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a section about a school says a word of what is asked of it; of other subjects any passage may speak."""
    worded = bool(knowledge.vocabulary.attributes)
    schools = [name for name in frame.subjects if name.kind == knowledge.main_kind or not worded]
    own = {word for name in schools for word in knowledge.words_of.get(name, ())}
    asked = [stem(w) for w in words(frame.text) if w not in knowledge.stop and len(w) > 2 and not {w, stem(w)} & own]
    few = 0 < len(asked) <= FEW_ASKED
    strange = any(word not in knowledge.frequencies for word in asked)  # beside it a word of every day tells little
    asked = [word for word in asked if knowledge.rarity(word) > (RARE if strange else COMMON)]
    same = passage.heading >= (SAME_STRANGE if strange else SAME_ASKED)
    if same or not (schools and few):
        return True
    place = (passage.chunk.guide, passage.chunk.path)
    held = {
        word for chunk in (passage.chunk, *knowledge.sections.get(place, ())) for word in stems(phrase(chunk.spoken))
    }
    return any(word in held or any(other.startswith(word[:ROOT]) for other in held) for word in asked)


def asks_rest(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a section's own question names what is asked beyond the conditions that were read: "is FAFSA ok online"."""
    said = {stem(word) for wish in frame.wishes for word in words(wish.said)}
    own = {form for form, guide in knowledge.guides.items() if guide in frame.narrowing.guides}
    said |= {stem(word) for form in own for word in form.split()}
    rest = {stem(w) for w in words(frame.text) if w not in knowledge.stop and len(w) > 2 and w.isalpha()} - said
    rare = {word for word in rest if word in knowledge.frequencies and knowledge.rarity(word) > REST}
    return passage.score >= REST_FIT and bool(rare & stems(phrase(passage.chunk.heading)))


REST, REST_FIT = 4.0, 0.45
MANY = re.compile(
    r"\b(?:how many|number of|what (?:percent|percentage|share) of)\s+(?P<what>(?:[\w'-]+\s*){1,4})", re.I
)


def counted(passages: Sequence[Passage], frame: Frame, knowledge: Knowledge) -> bool:
    """ "How many students at X": some quoted sentence has to count them; other questions are not held to it."""
    asked = MANY.search(frame.text)
    if asked is None or not any(name.kind == knowledge.main_kind for name in frame.subjects):
        return True
    things = {
        stem(word)[:ROOT] for word in words(asked["what"]) if word not in knowledge.stop and len(word) > SHORT_WORD
    }
    said = (words(quote.text) for passage in passages for quote in passage.quotes)
    return not things or any(_counts(text, things) for text in said)


BETWEEN = 4  # words from a number to what it counts: "600 master's students"


def _counts(said: Sequence[str], things: set[str]) -> bool:
    """Whether a number stands just before one of the things."""
    numbers = [at for at, word in enumerate(said) if word[:1].isdigit() or word in VALUES]
    return any(word[:ROOT] in things for at in numbers for word in said[at + 1 : at + BETWEEN])


FEW_ASKED = 3  # words; who says more says it in words of their own


def names_ungiven(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a passage speaks of something that no table gives, where that was asked: a visa is no test of English."""
    if not frame.attributes or not set(frame.attributes) <= knowledge.ungiven:
        return True
    return names_asked(passage, frame, knowledge)


def names_asked(passage: Passage, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a passage says a word for one of the attributes that are asked."""
    entries = knowledge.vocabulary.attributes
    told = [said for a in frame.attributes if a in entries for said in (entries[a].label, *entries[a].asked)]
    return names_any(f"{passage.chunk.heading} {passage.chunk.text}", [form for said in told if (form := phrase(said))])

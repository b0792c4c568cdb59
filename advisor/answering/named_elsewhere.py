"""What is said of a subject in other words than the asked attribute's column: in another cell, or in a sentence."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from advisor.answering.told_figures import meaning_of, told_figures
from advisor.draft import Claim
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.proving.figures import figures
from advisor.shelf import Shelf
from advisor.tellings import Telling
from advisor.understanding.asked import PERIODS
from advisor.words import NEUTRAL, phrase, stem, words
from index import Cell

SHORTEST = 3  # letters of a form that is looked for in a text
MOST = 2  # sentences
ROOT = 6  # letters: "accepts" and "acceptance" are one word here
TITLE = 4  # words of a heading that only names


def in_cells(name: Name, attribute: str, frame: Frame, knowledge: Knowledge) -> str | None:
    """The attribute of a cell whose header or words have the very word asked for: IELTS below "English"."""
    sought = _sought(attribute, frame.text, knowledge)
    cells = (cell for row in knowledge.rows.get(name, ()) for cell in row.cells[1:] if cell.known)
    return next((cell.attribute for cell in cells if _is_meant(cell, sought, knowledge)), None)


@dataclass(frozen=True)
class Sought:
    """An attribute's words: the forms that were said, what all of its forms tell, and the words that mean it alone."""

    said: tuple[str, ...]
    told: tuple[frozenset[str], ...]
    alone: frozenset[str]
    values: frozenset[str]
    roots: tuple[frozenset[str], ...]  # of the telling words of each form that was said


def _sought(attribute: str, text: str, knowledge: Knowledge) -> Sought:
    folded, forms, common = f" {phrase(text)} ", forms_of(attribute, knowledge), _common(knowledge)
    told = (frozenset(_telling(form, knowledge.stop) - common) for form in forms)
    alone = frozenset(stem(form) for form in forms if " " not in form) - common - knowledge.stop
    entry = knowledge.vocabulary.attributes.get(attribute)
    values = frozenset(phrase(word) for one, said in (entry.values if entry else {}).items() for word in (one, *said))
    said = tuple(form for form in forms if f" {form} " in folded)
    telling = (_telling(form, knowledge.stop) - common or _telling(form, knowledge.stop) - PERIODS for form in said)
    return Sought(
        said,
        tuple(filter(None, told)),
        alone,
        frozenset(word for word in values if f" {word} " in folded),
        tuple(frozenset(word[:ROOT] for word in own) for own in telling if own),
    )


def _is_meant(cell: Cell, sought: Sought, knowledge: Knowledge) -> bool:
    """Whether a header says what was asked, or is called alike where no vocabulary knows it, or the words have it."""
    header, text = _stems(cell.column), f" {phrase(cell.text)} "
    strange = cell.attribute not in knowledge.vocabulary.attributes
    if strange and (sought.alone & header or _telling(cell.column, knowledge.stop) in sought.told):
        return True
    roots = {word[:ROOT] for word in header}
    whole = any(phrase(cell.column) in (form.split() if strange else (form,)) for form in sought.said)  # "Where"
    whole = whole or (strange and phrase(cell.column) in sought.values)  # "Online: yes"
    return whole or any(own <= roots for own in sought.roots) or any(f" {form} " in text for form in sought.said)


def in_sentences(frame: Frame, shelf: Shelf) -> tuple[Claim, ...]:
    """Sentences that name a subject, or stand below its name, and have every word of what is asked or of its heading."""
    knowledge = shelf.knowledge
    said = f"{frame.text} {frame.asked}"  # "who is it for", with a name in the place of "it" or without
    asked = [words for a in frame.attributes for words in _said_words(a, said, knowledge)]
    asked += [words for a in frame.attributes for words in _otherwise(a, knowledge)]
    meanings = [meaning_of(attribute, knowledge) for attribute in frame.attributes]
    found = []
    for name in frame.subjects:
        own = _own_roots(frame, name, knowledge)
        told = [
            (telling, _says(telling, name, asked) or _has_all(own, telling))
            for telling in shelf.tellings.get(name, ())
            if not frame.narrowing.guides or telling.chunk.guide in frame.narrowing.guides
            if _says(telling, name, asked)
            or _has_all(own, telling)
            or any(any(told_figures(name, one, telling)) for one in meanings)
        ]
        ordered = [telling for telling, says in sorted(told, key=lambda one: not one[1])]
        found.append(_counting(own, ordered) if MANY.search(frame.text) else ordered)
    in_turn = (telling for tellings in zip_longest(*found) for telling in tellings if telling)
    most = max(MOST, sum(map(bool, found)))
    return tuple(dict.fromkeys(Claim(telling.text, (telling.chunk.id,)) for telling in in_turn))[:most]


def _otherwise(attribute: str, knowledge: Knowledge) -> list[set[str]]:
    """The telling words of every form of what no column gives and is told in words, where it has two: "applications close"."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    if attribute not in knowledge.ungiven or entry is None or entry.unit != "text":
        return []
    forms = forms_of(attribute, knowledge)
    return [
        own for form in forms if len(own := _telling(form, knowledge.stop) - TURNS) > 1
    ]  # a guide "says" all it says


def _own_roots(frame: Frame, name: Name, knowledge: Knowledge) -> frozenset[str]:
    """The roots of a question's own words beside the name, beside turns of phrase and beside what asks for something else:
    "how many finish X".
    """
    asked = knowledge.lexicon.attributes
    names = TURNS | knowledge.words_of.get(name, frozenset())
    guides = {word for form in knowledge.guides for word in form.split()}
    own = (word for word in words(frame.text) if word not in knowledge.stop | NEUTRAL | names | PERIODS | guides)
    own = (word for word in own if word not in asked or set(asked[word]) & set(frame.attributes))
    told = (word for word in own if len(word) >= SHORTEST or stem(word) not in knowledge.frequencies)
    return frozenset(stem(word)[:ROOT] for word in told if word.isalpha())  # "QS", which no guide has, tells as well


TURNS = frozenset("say says said long take takes taking last lasts cost costs hard much big high low soon fast".split())


def _counting(roots: frozenset[str], tellings: Sequence[Telling]) -> list[Telling]:
    """For "how many" the sentences that count what is asked, "fourteen thousand students"; else those with some count."""
    counts = [(one, [f for f in figures(one.text) if f.unit in COUNTS]) for one in tellings]
    exact = [one for one, own in counts if any(roots & {stem(w)[:ROOT] for w in words(f.counts)} for f in own)]
    return exact or [one for one, own in counts if own]


MANY = re.compile(r"\bhow many\b", re.I)
COUNTS = {"number", "percent", "credit", "course"}


def _has_all(roots: frozenset[str], telling: Telling) -> bool:
    """Whether a sentence, with the heading above it, has all of some words."""
    held = telling.stems | _stems(telling.chunk.heading)
    return bool(roots) and roots <= {word[:ROOT] for word in held}


def rest_in_sentences(frame: Frame, shelf: Shelf) -> tuple[Claim, ...]:
    """Where no vocabulary tells what is asked: a sentence about the subject with a word that no column that was found has."""
    knowledge = shelf.knowledge
    if knowledge.vocabulary.attributes or not frame.attributes:
        return ()
    told = {stem(word) for name in frame.subjects for word in knowledge.words_of.get(name, ())}
    told |= {
        stem(word)
        for form, own in knowledge.lexicon.attributes.items()
        if set(own) & set(frame.attributes)
        for word in form.split()
    }
    rest = [
        stem(w) for w in words(frame.text) if w not in knowledge.stop | NEUTRAL and w.isalpha() and len(w) > SHORTEST
    ]
    asked = [{word} for word in rest if word not in told | PERIODS and word in knowledge.frequencies]
    found = (t for name in frame.subjects for t in shelf.tellings.get(name, ()) if _says(t, name, asked))
    return tuple(Claim(telling.text, (telling.chunk.id,)) for telling in found)[:1]


def _says(telling: Telling, name: Name, asked: Sequence[set[str]]) -> bool:
    """Whether a sentence has the words asked for; below a short heading that has them it need only name the subject."""
    heading = telling.chunk.heading
    headed = len(heading.split()) <= TITLE and any(one == name for _, one in telling.names)
    return any(words <= telling.stems or (headed and words <= _stems(heading)) for words in asked)


def forms_of(attribute: str, knowledge: Knowledge) -> list[str]:
    """The words that mean an attribute, long enough to be looked for."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    said = (entry.label, *entry.asked) if entry else (attribute,)
    return [form for word in said if len(form := phrase(word)) >= SHORTEST]


def has_words_of(text: str, attributes: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether a text has a form of what is asked, or its telling words: a graduation rate is no acceptance rate."""
    said, roots = f" {phrase(text)} ", {word[:ROOT] for word in _stems(text)}
    for form in (form for attribute in attributes for form in forms_of(attribute, knowledge)):
        told = {word[:ROOT] for word in _telling(form, knowledge.stop)}
        if f" {form} " in said or (len(told) > 1 and told <= roots):
            return True
    return False


def _said_words(attribute: str, text: str, knowledge: Knowledge) -> list[set[str]]:
    """The telling words of each form that was said; one word alone only where most forms turn about it."""
    said, forms = f" {phrase(text)} ", forms_of(attribute, knowledge)
    counts = Counter(word for form in forms for word in _telling(form, knowledge.stop))
    most = max(counts.values(), default=0)
    asked = [form for form in forms if f" {form} " in said] or forms  # a follow-up says none again
    asked += [form for form in forms[:1] if " " not in form]
    return [
        own
        for form in asked
        if len(own := _telling(form, knowledge.stop)) > 1 or any(counts[word] == most for word in own)
    ]


def _common(knowledge: Knowledge) -> set[str]:
    """The words that several attributes are called by, or that only measure, which tell none of them: "rate", "year"."""
    labels = Counter(word for e in knowledge.vocabulary.attributes.values() for word in _stems(e.label))
    return {word for word, times in labels.items() if times > 1} | PERIODS


def _telling(form: str, stop: frozenset[str]) -> set[str]:
    return {word for word in _stems(form) if word not in stop and len(word) >= SHORTEST}


@lru_cache(maxsize=1 << 13)  # the same labels and sentences are asked with question after question
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text))

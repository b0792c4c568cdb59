"""What the guides know, made ready for questions: their tables, their sections, and the words that stand there."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from advisor.lexicon import Name, stop_words
from advisor.tables import Tables
from advisor.words import STOP, demonyms, phrase, stem, words
from index import Chunk

SHORT_FORM = 3  # letters
WHOLE = math.log(1 + 907)  # how telling a word is that no passage has; every bar that words are held to counts from it
COMMON = 1.2  # a word no more telling than this asks for nothing by itself
PLACES = re.compile(r"\b(?:in|of|across|and) ((?:[A-Z][a-z]+)(?: [A-Z][a-z]+)*)")  # "Programs in Canada, 2026"
OWN_DEGREE = re.compile(
    r"\b(?:my|have|has|having|with(?:out)?|after) (?:an? |the )?[\w'.-]+", re.I
)  # what somebody has got
HYPHENATED = re.compile(r"\b[a-z]{2,}-[a-z]{2,}\b")


@dataclass(frozen=True)
class Knowledge(Tables):
    """One generation of the index, made ready for questions."""

    chunks: Mapping[str, Chunk]
    sections: Mapping[tuple[str, tuple[str, ...]], tuple[Chunk, ...]]  # (guide, heading path) -> its prose and lists
    checks: tuple[Chunk, ...]
    words: frozenset[str]  # every word that stands in a guide or in the vocabulary
    prose: str  # all of the guides' words, folded, to look a name up in
    frequencies: Mapping[str, int]  # stemmed word -> how many passages have it
    guides: Mapping[str, str]  # forms of a guide's name -> slug

    def of_other_level(self, program: str | None, question: str) -> bool:
        """Whether a program is of a level that a question does not speak of: a doctorate, where a master's is meant."""
        return bool(program and self.other_levels & set(words(program)) and not self.levels_said(question))

    def levels_said(self, text: str) -> frozenset[str]:
        """The words of a text that mean a degree of another level, as the vocabulary has them."""
        said = words(OWN_DEGREE.sub(" ", text))
        return self.other_levels & {*said, *map(stem, said)}

    @cached_property
    def stop(self) -> frozenset[str]:
        """The words that say nothing about what a question asks."""
        return stop_words(self.vocabulary)

    @cached_property
    def of_titles(self) -> frozenset[str]:
        """The words of programs' titles that tell none of them from another."""
        return STOP | {word for form in self.vocabulary.titles for word in words(form)}

    @cached_property
    def other_levels(self) -> frozenset[str]:
        """The words of degrees at another level than the one that all guides are about."""
        return frozenset(word for level in self.vocabulary.other_levels for word in words(level))

    @cached_property
    def single_words(self) -> Mapping[str, frozenset[str]]:
        """The single words that ask for each attribute, without their plurals."""
        found: dict[str, set[str]] = defaultdict(set)
        for form, attributes in self.lexicon.attributes.items():
            for attribute in attributes if " " not in form else ():
                found[attribute].add(stem(form))
        return {attribute: frozenset(forms) for attribute, forms in found.items()}

    @cached_property
    def words_of(self) -> Mapping[Name, frozenset[str]]:
        """Every word by which a subject may be named."""
        found: dict[Name, set[str]] = defaultdict(set)
        for form, names in self.lexicon.subjects.items():
            for name in names:
                found[name].update(form.split())
        return {name: frozenset(told) for name, told in found.items()}

    @cached_property
    def own_forms(self) -> Mapping[Name, tuple[str, ...]]:
        """The forms of more than three letters that mean one subject alone."""
        found: dict[Name, list[str]] = defaultdict(list)
        for form, names in self.lexicon.subjects.items():
            if len(names) == 1 and len(form) > SHORT_FORM:
                found[names[0]].append(form)
        return {name: tuple(forms) for name, forms in found.items()}

    @cached_property
    def checks_of(self) -> Mapping[str, tuple[Chunk, ...]]:
        """The doubts of each guide."""
        guides = dict.fromkeys(chunk.guide for chunk in self.checks)
        return {guide: tuple(one for one in self.checks if one.guide == guide) for guide in guides}

    @cached_property
    def headed(self) -> Mapping[str, str]:
        """The names that head a table of the main kind beside others, by the forms that mean them: "canadian" -> "Canada"."""
        paths = {row.path for name, rows in self.rows.items() if name.kind == self.main_kind for row in rows}
        named = (path[-1] for path in paths if path[-1].istitle() and len(path[-1].split()) <= 2)
        taken = self.lexicon.attributes.keys() | self.lexicon.kinds.keys() | self.lexicon.demands.keys()
        taken |= self.lexicon.subjects.keys()
        found = {form: heading for heading in named for form in (phrase(heading), *demonyms(heading))}
        titles = {path[0] for path in paths}
        found |= {
            form: title
            for title in (titles if len(titles) > 1 else ())
            for run in PLACES.findall(title)
            if not any(phrase(" ".join(run.split()[:width])) in taken for width in range(1, 4))
            for form in (phrase(run), *demonyms(run))
        }
        return {form: heading for form, heading in found.items() if form not in taken} if len(paths) > 1 else {}

    @cached_property
    def named_in_prose(self) -> frozenset[Name]:
        """The subjects without a row that the guides' words name by a form of their own."""
        prose = f" {self.prose} "
        forms = ((form, names[0]) for form, names in self.lexicon.subjects.items() if len(names) == 1)
        return frozenset(
            name for form, name in forms if name not in self.rows and len(form) > SHORT_FORM and f" {form} " in prose
        )

    def tells_of(self, name: Name) -> bool:
        """Whether a table is about a subject or the guides' words name it."""
        return self.has(name) or name in self.named_in_prose

    @cached_property
    def titled(self) -> frozenset[str]:
        """The words of the headings that ask nothing."""
        headings = {chunk.heading for chunk in self.chunks.values() if not chunk.heading.rstrip().endswith("?")}
        return frozenset(word for heading in headings for word in words(heading))

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The words of the guides' prose: what a slip may have meant."""
        return frozenset(word for word in self.prose.split() if word.isalpha() and len(word) > SHORT_FORM)

    @cached_property
    def hyphenated(self) -> Mapping[str, str]:
        """The guides' words that have a hyphen, by their letters alone: "coop" is "co-op" where no guide writes it so."""
        pairs = {found for chunk in self.chunks.values() for found in HYPHENATED.findall(chunk.text.lower())}
        return {joined: pair for pair in sorted(pairs) if (joined := pair.replace("-", "")) not in self.plain_words}

    @cached_property
    def _life_forms(self) -> Mapping[str, list[str]]:
        """The words for life facts, folded, by the first of them."""
        found: dict[str, list[str]] = defaultdict(list)
        for form in {" ".join(words(word)) for fact in self.vocabulary.life_facts for word in fact.words}:
            found[form.partition(" ")[0]].append(form)
        return found

    @cached_property
    def words_of_lives(self) -> tuple[str, ...]:
        """The long words by which life facts are told: what a slip may have meant."""
        told = {word for forms in self._life_forms.values() for form in forms for word in form.split()}
        return tuple(sorted(word for word in told if word.isalpha() and len(word) > 2 * SHORT_FORM))

    def forms_of_a_life(self, folded: str) -> frozenset[str]:
        """The words for life facts that stand in a folded text."""
        said, padded = set(folded.split()), f" {folded.strip()} "
        starts = said & self._life_forms.keys()
        return frozenset(form for start in starts for form in self._life_forms[start] if f" {form} " in padded)

    def tells_of_a_life(self, folded: str) -> bool:
        """Whether any words for a life fact stand in a folded text."""
        return bool(self.forms_of_a_life(folded))

    def words_of_a_life(self, folded: str) -> frozenset[str]:
        """The words of a folded text in which a life fact is told."""
        return frozenset(word for form in self.forms_of_a_life(folded) for word in form.split())

    @cached_property
    def guide_starts(self) -> frozenset[str]:
        """The words that a guide's name may begin with."""
        return frozenset(form.partition(" ")[0] for form in self.guides)

    @cached_property
    def forms_of(self) -> Mapping[str, list[str]]:
        """The folded names of the tables' subjects by kind, each between spaces, to look up in folded texts."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.rows:
            found[name.kind].append(f" {phrase(name.name)} ")
        return found

    def forms_of_kind(self, kind: str) -> frozenset[str]:
        """Every form of more than three letters that means a subject of a kind and of no other, folded."""
        return self._kind_forms.get(kind, frozenset())

    @cached_property
    def _kind_forms(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for form, names in self.lexicon.subjects.items():
            if len(form) > SHORT_FORM and len({name.kind for name in names}) == 1:
                found[names[0].kind].add(form)
        return {kind: frozenset(forms) for kind, forms in found.items()}

    @cached_property
    def rarities(self) -> Mapping[str, float]:
        """How telling each of the guides' stemmed words is."""
        return {word: self.rarity(word) for word in self.frequencies}

    def rarity(self, word: str) -> float:
        """How telling a stemmed word is: the fewer passages have it, the more, whether there are many or few in all."""
        scale = WHOLE / math.log(1 + max(2, len(self.chunks)))
        return scale * math.log(1 + len(self.chunks) / (1 + self.frequencies.get(word, 0)))


def is_common(knowledge_words: frozenset[str], one_piece: Callable[[str], bool]) -> Callable[[str], bool]:
    """Whether a word needs no mending: the guides use it, or it is a short word of the language."""
    return lambda word: word in knowledge_words or one_piece(word)


def price_attribute(knowledge: Knowledge) -> str | None:
    """The money attribute that a lower value makes better: what people mean by a price; else the one most tables give."""
    attributes = knowledge.vocabulary.attributes
    named = (name for name, entry in attributes.items() if entry.unit == "money" and entry.better == "low")
    return next(named, None) or knowledge.price_given


def other_prices(knowledge: Knowledge) -> frozenset[str]:
    """What else is counted in money: a word for cost beside one of them asks for that one alone."""
    price = price_attribute(knowledge)
    entries = knowledge.vocabulary.attributes
    money = {name for name, unit in knowledge.units.items() if unit == "money" and name not in entries}
    return frozenset({*money, *(name for name, entry in entries.items() if entry.unit == "money")} - {price})

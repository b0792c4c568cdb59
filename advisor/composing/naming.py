"""Whether what a sentence says of somebody stands in its passages as said of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.composing.weights import CONTRACTED, OPENERS
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.proving.agreement import stands
from advisor.proving.figures import FigureMention, figures
from advisor.proving.plain_text import plain
from advisor.understanding.mentions import find_mentions
from advisor.words import phrase, words
from index import Chunk

CAPITAL = re.compile(r"(?<![\w’'-])[A-Z][\w’'&.-]*\w")
ADVERB = re.compile(r"[a-z]+ly")
SPLIT = re.compile(r"\n+|(?<=[a-z0-9)%][.!?])\s+(?=[A-Z“$])")
JOINS = re.compile(r"[\s,]*(?:and|or|nor|as well as|like|both|unlike)?[\s,]*(?:the|of)?\s*", re.I)
Passages = Sequence[tuple[Chunk, str]]  # each with all that its citation shows


@dataclass(frozen=True)
class Named:
    """Somebody who is named in a sentence: where, and whom its passages can mean."""

    start: int
    end: int
    meant: tuple[Name, ...]
    proper: bool  # with a capital letter


class Naming:
    """Names in sentences held against names in passages."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names = lru_cache(maxsize=4096)(self._read)

    def named(self, text: str, passages: Passages) -> list[Named]:
        """Everybody whom a sentence names, as its passages mean them."""
        told = {name for _, shown in passages for one in self._names(shown) for name in one.meant}
        return [
            Named(one.start, one.end, tuple(name for name in one.meant if name in told) or one.meant, one.proper)
            for one in self._names(text)
        ]

    def subjects(self, passages: Passages) -> set[Name]:
        """Those of the main kind that passages are about which speak of one alone."""
        found, main = set[Name](), self._knowledge.main_kind
        for _, shown in passages:
            here = {name for one in self._names(shown) for name in one.meant if name.kind == main}
            found |= here if len({name.name for name in here}) == 1 else set()
        return found

    def fault(self, text: str, passages: Passages, formula: str | None = None) -> str | None:
        """Why a sentence names somebody whom its passages do not speak of, or gives one the figure of another; or None."""
        shown = f" {' '.join(phrase(one) for _, one in passages)} "
        told = {name for _, one in passages for named in self._names(one) for name in named.meant}
        for one in self._names(text):
            if not told & set(one.meant) and not any(f" {phrase(name.name)} " in shown for name in one.meant):
                return f"its passages do not speak of {one.meant[0].name}"
        if stranger := self._stranger(text, shown):
            return f"its passages do not speak of {stranger}"
        named = self.named(text, passages)
        return (
            self._of_another(text, named, passages)
            if formula is None
            else self._sum_of_another(formula, named, passages)
        )

    def words_of_names(self, text: str) -> frozenset[str]:
        """The words of a text that name somebody."""
        return frozenset(word for one in self._names(text) for word in words(text[one.start : one.end]))

    def _stranger(self, text: str, shown: str) -> str | None:
        """The first word with a capital of which its passages do not speak; a sentence begins with a capital anyway."""
        names = self._names(text)
        for found in CAPITAL.finditer(text):
            if any(one.start <= found.start() < one.end for one in names):
                continue
            begins = not text[: found.start()].strip(" “\"'(*")
            parts = words(CONTRACTED.sub("", found[0]))
            known = [f" {part} " in shown or part in self._knowledge.stop or part.isdecimal() for part in parts]
            if begins:
                known = [one or part in self._knowledge.plain_words for one, part in zip(known, parts, strict=True)]
            if not all(known) and not (begins and (parts[0] in OPENERS or ADVERB.fullmatch(parts[0]))):
                return found[0]
        return None

    def _of_another(self, text: str, named: Sequence[Named], passages: Passages) -> str | None:
        """A figure that its passages give for another than the one beside whom it stands."""
        proper = [one for one in named if one.proper]
        who = [one for one in (proper or named) if any(map(self._is_somebody, one.meant))]
        for mention in figures(text):
            for one in _owners(mention, who, text):
                if not stands(mention, text, map(plain, self._about_in(set(one.meant), passages))):
                    return f"its passages give {mention.text} for another than {one.meant[0].name}"
        return None

    def _sum_of_another(self, formula: str, named: Sequence[Named], passages: Passages) -> str | None:
        """An amount of a sum that its passages give for another than the one whom the sentence is about."""
        who = [one for one in named if one.proper and any(map(self._is_somebody, one.meant))]
        if len({one.meant for one in who}) != 1:
            return None
        said = self._about_in(set(who[0].meant), passages)
        held = [value for part in said for mention in figures(plain(part)) for value in mention.values]
        everything = [v for _, shown in passages for mention in figures(plain(shown)) for v in mention.values]
        inputs = (value for mention in figures(formula.partition("=")[0]) for value in mention.values)
        wrong = next((value for value in inputs if value in everything and value not in held), None)
        return f"its passages give {wrong:g} for another than {who[0].meant[0].name}" if wrong is not None else None

    def _about_in(self, meant: set[Name], passages: Passages) -> list[str]:
        """What passages say of somebody."""
        return [part for chunk, shown in passages for part in self._about(meant, chunk, shown)]

    def _about(self, mine: set[Name], chunk: Chunk, shown: str) -> Iterator[str]:
        """What a passage says of one subject: all of it where it speaks of no other, else the sentences that name it."""
        kinds = {name.kind for name in mine}
        others = {name for one in self._names(shown) for name in one.meant if name.kind in kinds} - mine
        heads = {name for one in self._names(" > ".join(chunk.path)) for name in one.meant}
        if not others or (heads & mine and not heads & others):
            yield shown
            return
        if not heads & others:
            yield "\n".join(chunk.path)
        near = False
        for sentence in SPLIT.split(shown):
            here = {name for one in self._names(sentence) for name in one.meant if name.kind in kinds}
            near = bool(here & mine) or (near and not here)
            if near:
                yield sentence

    def _is_somebody(self, name: Name) -> bool:
        return name.kind not in self._knowledge.vocabulary.background

    def _read(self, text: str) -> tuple[Named, ...]:
        found = find_mentions(text, self._knowledge.lexicon, lambda _word: True)  # nothing is forgiven here
        spans = [(found.tokens[m.span.start], found.tokens[m.span.end - 1], m.meant) for m in found.subjects]
        return tuple(Named(first.start, last.end, meant, first.typed[:1].isupper()) for first, last, meant in spans)


def _owners(mention: FigureMention, who: Sequence[Named], text: str) -> list[Named]:
    """Beside whom a figure stands: the last one named before it with all that are joined to them, else the next after it.

    As many figures as names, one list after the other, belong to each other in their order.
    """
    before = [one for one in who if one.end <= mention.start]
    if not before:
        return [one for one in who if one.start >= mention.end][:1]
    group = [before[-1]]
    for one in reversed(before[:-1]):
        if not JOINS.fullmatch(text[one.end : group[0].start]):
            break
        group.insert(0, one)
    until = next((one.start for one in who if one.start >= mention.end), len(text))
    beside = [other.start for other in figures(text) if group[-1].end <= other.start < until]
    in_order = len(group) > 1 and len(beside) == len(group) and mention.start in beside
    return [group[beside.index(mention.start)]] if in_order else group

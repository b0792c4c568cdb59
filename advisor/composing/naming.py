"""Whether what a sentence says of somebody stands in its passages as said of them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from advisor.composing.verdicts import contradicts_cells
from advisor.draft import Claim
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.proving.agreement import stands
from advisor.proving.ground import as_shown
from advisor.proving.plain_text import plain
from advisor.understanding.mentions import find_mentions
from advisor.words import STOP, phrase, words
from index import Chunk

CAPITAL = re.compile(r"(?<![\w’'-])[A-Z][\w’'&.-]*\w")
ADVERB = re.compile(
    r"[A-Z][a-z]+ly|However|Moreover|Furthermore|Also|Besides|Meanwhile|Instead|Otherwise|Yet|Thus|Hence"
)
SPLIT = re.compile(r"\n+|(?<=[a-z0-9)%][.!?])\s+(?=[A-Z“$])")


class Naming:
    """Names in sentences held against names in passages."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names = lru_cache(maxsize=4096)(self._read)

    def fault(self, claim: Claim, passages: Sequence[tuple[Chunk, str]]) -> str | None:
        """Why a claim names somebody whom its passages (each with all that it shows) do not speak of so, or None."""
        shown = " ".join(phrase(text) for _, text in passages)
        told = {name for _, text in passages for names in self._names(text) for name in names}
        named = []
        for meant in self._names(claim.text):
            if not told & set(meant) and not any(f" {phrase(name.name)} " in f" {shown} " for name in meant):
                return f"its passages do not speak of {meant[0].name}"
            named.append(tuple(name for name in meant if name in told) or meant)
        if stranger := self._stranger(claim.text):
            return f"no guide speaks of {stranger}"
        if contradicts_cells(claim.text, [name for names in named for name in names], self._knowledge):
            return "a cell says the contrary"
        return self._of_another(claim, named, passages)

    def words_of_names(self, text: str) -> frozenset[str]:
        """The words of a text that name somebody."""
        found = find_mentions(text, self._knowledge.lexicon, lambda _word: True)
        spans = [mention.span for mention in found.subjects]
        return frozenset(token.word for span in spans for token in found.tokens[span.start : span.end])

    def _stranger(self, text: str) -> str | None:
        """The first word with a capital that stands in no guide; a sentence may begin with an adverb of its own."""
        for found in CAPITAL.finditer(text):
            begins = not text[: found.start()].strip(" “\"'(*")
            unknown = [part for part in words(found[0]) if not self._is_known(part)]
            if unknown and not (begins and ADVERB.fullmatch(found[0])):
                return found[0]
        return None

    def _is_known(self, word: str) -> bool:
        lexicon = self._knowledge.lexicon
        alias = word in lexicon.subjects or word.upper() in lexicon.capitals
        return alias or word in self._knowledge.words or word in STOP or word.isdecimal()

    def _of_another(
        self, claim: Claim, named: Sequence[tuple[Name, ...]], passages: Sequence[tuple[Chunk, str]]
    ) -> str | None:
        """A figure that its passages give for another than the one whom the claim names."""
        proper = [names for names in named if self._is_proper(names, claim.text)]
        named = proper or named  # beside a school, "the thesis track" is not whom a figure is given for
        kinds = dict.fromkeys(name.kind for names in named for name in names)
        for kind in (kind for kind in kinds if kind not in self._knowledge.vocabulary.background):
            mine = {name for names in named for name in names if name.kind == kind}
            if len([names for names in named if any(name.kind == kind for name in names)]) != 1:
                continue
            texts = [text for chunk, shown in passages for text in self._about(mine, kind, chunk, shown)]
            shown = as_shown(claim)
            for mention in shown.mentions:
                if not stands(mention, shown.words, map(plain, texts)):
                    return f"its passages give {mention.text} for another"
        return None

    def _is_proper(self, names: tuple[Name, ...], text: str) -> bool:
        """Whether somebody is named with a capital letter."""
        found = find_mentions(text, self._knowledge.lexicon, lambda _word: True)
        typed = [found.tokens[m.span.start].typed for m in found.subjects if set(names) & set(m.meant)]
        return any(word[:1].isupper() for word in typed)

    def _about(self, mine: set[Name], kind: str, chunk: Chunk, shown: str) -> Iterator[str]:
        """What a passage says of one subject: all of it where it speaks of no other, else the sentences that name it."""
        others = {name for names in self._names(shown) for name in names if name.kind == kind} - mine
        heads = {name for names in self._names(" > ".join(chunk.path)) for name in names}
        if not others or (heads & mine and not heads & others):
            yield shown
            return
        if not heads & others:
            yield "\n".join(chunk.path)
        near = False
        for sentence in SPLIT.split(shown):
            here = {name for names in self._names(sentence) for name in names if name.kind == kind}
            near = bool(here & mine) or (near and not here)
            if near:
                yield sentence

    def _read(self, text: str) -> tuple[tuple[Name, ...], ...]:
        found = find_mentions(text, self._knowledge.lexicon, lambda _word: True)  # nothing is forgiven here
        return tuple(mention.meant for mention in found.subjects)

"""What the guides' sentences tell of whom: every sentence and list item with the subjects that it names, and where."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from advisor.lexicon import Lexicon, Name, plural_forms
from advisor.words import ARTICLES, Token, stem, tokens
from index import Chunk

INITIALS = 3  # letters of a name that counts only where it is written in capitals


@dataclass(frozen=True)
class Telling:
    """One sentence or list item, and the subjects that stand in it, each with the place of its first letter."""

    text: str
    chunk: Chunk
    names: tuple[tuple[int, Name], ...]
    words: tuple[str, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its words without their plurals."""
        return frozenset(map(stem, self.words))


Tellings = Mapping[Name, Sequence[Telling]]


def tellings(chunks: Iterable[Chunk], sentences: Callable[[str], Sequence[str]], lexicon: Lexicon) -> Tellings:
    """The sentences by the subjects that they name; below a heading that names one, those too that name nobody, and below one
    that names several, those that follow on one of them.
    """
    found: dict[Name, list[Telling]] = defaultdict(list)
    widths: dict[str, int] = defaultdict(int)
    for form in lexicon.subjects:
        first = form.split()[0]
        widths[first] = max(widths[first], form.count(" ") + 1)
    for chunk in chunks:
        if chunk.kind == "row" or chunk.check:
            continue
        below = _named(tokens(chunk.heading), widths, lexicon)
        several = len({name for _, name in below}) > 1
        for text in sentences(chunk.id) or [line.lstrip(" -") for line in chunk.text.splitlines() if line.strip()]:
            said = tokens(text)
            names = _named(said, widths, lexicon)
            below = names or below if several else below
            telling = Telling(text, chunk, names, tuple(token.word for token in said))
            for name in dict.fromkeys(name for _, name in names or below):
                found[name].append(telling)
    return found


def _named(said: Sequence[Token], widths: Mapping[str, int], lexicon: Lexicon) -> tuple[tuple[int, Name], ...]:
    """The names in a text that mean one subject alone, the longest first, with their places."""
    plain = [token for token in said if token.word not in ARTICLES]
    found: list[tuple[int, Name]] = []
    at = 0
    while at < len(plain):
        longest = widths.get(plain[at].word, 0)
        width = next((w for w in range(longest, 0, -1) if _meant(plain[at : at + w], w, lexicon)), 0)
        if width:
            found.append((plain[at].start, _meant(plain[at : at + width], width, lexicon)[0]))
        at += width or 1
    return tuple(found)


def _meant(said: Sequence[Token], width: int, lexicon: Lexicon) -> tuple[Name, ...]:
    """The name that some words are, in the plural too; a short one only as initials."""
    if len(said) < width or (width == 1 and len(said[0].word) <= INITIALS and not said[0].typed.isupper()):
        return ()
    found = (lexicon.subjects.get(form, ()) for form in plural_forms(" ".join(token.word for token in said)))
    names = next(filter(None, found), ())
    return names if len(names) == 1 else ()

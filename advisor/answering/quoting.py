"""What to quote of a section: its sentences that answer, or its list, in the guide's order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from advisor.vectors import Vector
from advisor.words import SHORT_WORD, STOP, phrase, stem, words
from index import Chunk

MOST_WORDS = 88  # of an answer's quoted sentences
SENTENCE_FLOOR = 0.15  # a following sentence less close than this says something else
SHORT = 6  # words: "Yes." says nothing by itself


class Sentences(Protocol):
    """What quoting asks of the library."""

    def sentences(self, chunk_id: str) -> tuple[Sequence[str], Vector]:
        """The sentences of a passage with their vectors."""


@dataclass(frozen=True)
class Quote:
    """One sentence or list item of a passage, as the guide has it, and how close it is to the question."""

    text: str
    chunk_id: str
    item: bool = False
    close: float = 1.0

    @property
    def length(self) -> int:
        """Its words."""
        return len(self.text.split())


def quote(chunk: Chunk, section: Sequence[Chunk], vector: Vector, library: Sentences) -> tuple[Quote, ...]:
    """All that may be quoted of the section in which a passage stands; a table row is one sentence."""
    if chunk.kind == "row":
        return (Quote(spoken_row(chunk), chunk.id),)
    if not any(line.startswith("- ") for piece in section for line in piece.text.splitlines()):
        return _sentences(section, vector, library)
    found: list[Quote] = []
    for piece in section:
        for line in piece.text.splitlines():
            if line.startswith("- "):
                found.append(Quote(line[2:].strip(), piece.id, item=True))
            elif not any(known.text == line for known in found):
                found.append(Quote(line.strip(), piece.id))
    return tuple(found)


def spoken_row(chunk: Chunk, most: int | None = None) -> str:
    """A table row as a sentence: its subject, then what its columns (or the first few) say; one column needs no name."""
    known = [cell for cell in chunk.cells[1:] if cell.known][:most]
    said = [cell.text if most == 1 else f"{_plain(cell.column)} {cell.text}" for cell in known]
    return f"{chunk.cells[0].text}: {'; '.join(said)}." if said else chunk.text


def _plain(column: str) -> str:
    """A column's header inside a sentence, without its unit; "ECTS 120" would be the code of a course."""
    name = column.split(" (", maxsplit=1)[0]
    if name.isupper():
        return f"{name}:"
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _sentences(section: Sequence[Chunk], vector: Vector, library: Sentences) -> tuple[Quote, ...]:
    """The sentences of a section, a short first one ("Yes.") joined with what follows it."""
    said: list[Quote] = []
    for piece in section:
        texts, vectors = library.sentences(piece.id)
        close: list[float] = list(map(float, vectors @ vector)) if len(texts) else []
        said += [Quote(text, piece.id, close=near) for text, near in zip(texts, close, strict=True)]
    if not said:
        return tuple(Quote(piece.text, piece.id) for piece in section[:1])
    if len(said) > 1 and said[0].length < SHORT and said[0].chunk_id == said[1].chunk_id:
        said[:2] = [Quote(f"{said[0].text.rstrip('.')}: {said[1].text}", said[1].chunk_id)]
    return tuple(said)


def pick(quotes: Sequence[Quote], room: int, most: int | None = None) -> tuple[Quote, ...]:
    """The first sentence and the closest others that there is room for, in the guide's order, so that each stands alone."""
    picked = {0}
    left = room - quotes[0].length
    for at in sorted(range(1, len(quotes)), key=lambda i: (-quotes[i].close, i)):
        if len(picked) == most:
            break
        if quotes[at].length <= left and quotes[at].close >= SENTENCE_FLOOR:
            picked.add(at)
            left -= quotes[at].length
    alone = tuple(quotes[at] for at in sorted(picked) if at - 1 in picked or not LEANS.match(quotes[at].text))
    return alone or tuple(quotes[:1])  # "It depends" leans on the question that it answers


LEANS = re.compile(
    r"(?:such|both|it|they|this|these|those|also|however|so|but|the (?:same|other|latter|former))\b", re.I
)


EXPLAIN = re.compile(r"\b(?:what(?:'?s| is| are| does .* mean)|explain|difference|differ|meaning of)\b", re.I)
ENOUGH_SAID = 3  # sentences that explain a thing


def shortened(quotes: Sequence[Quote], question: str) -> tuple[Quote, ...]:
    """Two or three sentences where a thing is to be explained; lists stay whole."""
    if len(quotes) <= ENOUGH_SAID or any(quote.item for quote in quotes) or not EXPLAIN.search(question):
        return tuple(quotes)
    return pick(quotes, MOST_WORDS, most=ENOUGH_SAID)


def to_the_point(
    quotes: Sequence[Quote], question: str, heading: str, close: float, stop: frozenset[str] = STOP
) -> tuple[Quote, ...]:
    """The quotes without the guide's "Yes" or "No" to a question of its own that is not the one asked."""
    if not quotes or quotes[0].item or _same_question(question, heading, close, stop):
        return tuple(quotes)
    text = REPLY.sub("", quotes[0].text)
    alone = SAYS_YES.match(text) or (text != quotes[0].text and ELLIPTIC.match(text))
    if alone and len(quotes) > 1 and not quotes[1].item:
        return tuple(quotes[1:])
    return (replace(quotes[0], text=text[:1].upper() + text[1:]), *quotes[1:]) if text else tuple(quotes)


REPLY = re.compile(
    r"\A(?:(?:yes|no|not (?:always|necessarily)|sometimes|possibly|absolutely|do not count on it|(?:that|it) depends(?: on [\w ]+)?|\w+ (?:believes|thinks) so)"
    r"(?:, mostly)?[:,.]\s+)+",
    re.I,
)
ELLIPTIC = re.compile(r"(?:\w+ ){1,2}(?:do|does|can|may|are|is|will)[,.:]", re.I)  # "some people do, but"


def without_reply(text: str) -> str:
    """A sentence without the "Yes" or "No" to a question that was put otherwise."""
    rest = REPLY.sub("", text)
    return rest[:1].upper() + rest[1:]


SAYS_YES = re.compile(r"[^,.;:]+, (?:yes|no)\b", re.I)  # "for most people, yes"
SAME_QUESTION = 0.7
OPEN_ENDED = frozenset("what which how why where who when whats hows".split())
TURNS = frozenset(
    "no not without never nobody none nothing dont doesnt isnt arent cant wont impossible worse worst inferior less useless pointless "
    "waste wasting wasted unnecessary overrated dead dying stupid dumb wrong bad against refuse reject hate".split()
)  # each turns a question round
ROOT = 5  # letters: "study" and "studying" are one word here
LEAVE = frozenset("can could may able allowed possible".split())
DUTY = frozenset("need needed needs must require required requires have".split())


def _same_question(question: str, heading: str, close: float, stop: frozenset[str]) -> bool:
    """Whether a yes to the one is a yes to the other."""
    asked, own = set(words(question)), set(words(heading))
    if close < SAME_QUESTION or (words(question)[:1] and words(question)[0] in OPEN_ENDED):
        return False
    told = {stem(word)[:ROOT] for word in asked if word not in stop and len(word) > SHORT_WORD}
    shared = {stem(word)[:ROOT] for word in own} & told
    turned = len(asked & TURNS) % 2 != len(own & TURNS) % 2  # "nobody without" turns twice
    return (
        2 * len(shared) >= len(told) and not turned and not (asked & LEAVE and own & DUTY - LEAVE and not own & LEAVE)
    )


def without_others(quotes: Sequence[Quote], own: Sequence[str], others: Sequence[str]) -> tuple[Quote, ...]:
    """The sentences that do not speak of others alone, where any are left; names are folded forms."""
    kept = [q for q in quotes if _names(q, own) or not _names(q, others)]
    lost = any(q.item for q in quotes) and not any(q.item for q in kept)
    kept = [q for q in kept if not (lost and q.text.endswith(":"))]  # what announces a list says nothing without it
    return tuple(kept) or tuple(quotes)


def item_asked(quotes: Sequence[Quote], question: str, stop: frozenset[str] = STOP) -> tuple[Quote, ...]:
    """Of a list only the items that are called what a question names, else of a long one what a yes-or-no question names, or
    one for a meaning: "do I need publications", "what does hybrid mean".
    """
    items = [quote for quote in quotes if quote.item]
    if 0 < len(own := called(items, question, stop)) < len(items):
        return cut_list(quotes, own)
    closed = words(question)[:1] and words(question)[0] in CLOSED
    if len(items) < LONG_LIST or not (closed or MEANING.search(question)):
        return tuple(quotes)
    asked = {stem(word) for word in words(question) if word not in stop and len(word) > SHORT_WORD}
    hits = [len(asked & {stem(word) for word in words(item.text)}) for item in items]
    best = [item for item, hit in zip(items, hits, strict=True) if hit == max(hits) > 0]
    return cut_list(quotes, best) if 0 < len(best) <= FEW_ITEMS else tuple(quotes)


def called(quotes: Sequence[Quote], question: str, stop: frozenset[str]) -> list[Quote]:
    """The items before whose colon or dash nothing stands but words of the question: "Grace period: six months"."""
    asked = set(map(stem, words(question)))
    items = [quote for quote in quotes if quote.item]
    heads = [CALLED.match(item.text) for item in items]
    told = [{stem(word) for word in words(head["name"]) if word not in stop} if head else set() for head in heads]
    return [item for item, own in zip(items, told, strict=True) if own and own <= asked]


CALLED = re.compile(r"(?P<name>[^:–—]{2,50}?)\s*(?::\s|\s[–—-]\s)")


def cut_list(quotes: Sequence[Quote], items: Sequence[Quote]) -> tuple[Quote, ...]:
    """A list with only some of its items, announced as the part that it is."""
    kept = [quote for quote in quotes if not quote.item or quote in items]
    if len(kept) == len(quotes):
        return tuple(quotes)
    return tuple(
        replace(q, text=f"{q.text[:-1]}, among others:") if q.text.endswith(":") and not q.item else q for q in kept
    )


MEANING = re.compile(r"\bwhat (?:does|do) .{1,40}\bmean", re.I)
LONG_LIST, FEW_ITEMS = 5, 2
CLOSED = frozenset("do does is are can could will would should must did am".split())


def _names(quoted: Quote, names: Sequence[str]) -> bool:
    folded = f" {phrase(quoted.text)} "
    return any(f" {name} " in folded for name in names)

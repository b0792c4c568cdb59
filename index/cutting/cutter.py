"""Cutting: a guide becomes the chunks that are embedded, searched, quoted and cited."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from index.chunks import Chunk
from index.cutting.bracketed import with_bracketed
from index.cutting.cards import with_cards
from index.cutting.left_out import OnLeftOut, ignore
from index.cutting.packing import Room
from index.cutting.passages import Passages
from index.cutting.portraits import with_portraits
from index.cutting.screening import screened
from index.cutting.sections import Section, read_sections
from index.cutting.upright import with_upright
from index.guides import Guide
from index.vocabulary import Vocabulary

CUTTER = "19"  # the version of these rules: another one makes other chunks of the same guide


def cut(
    guide: Guide,
    vocabulary: Vocabulary,
    count_tokens: Callable[[str], int],
    window: int = 256,
    on_left_out: OnLeftOut = ignore,
) -> list[Chunk]:
    """The guide's chunks in order; none is longer than the window, its heading path counted in."""
    chunks: list[Chunk] = []
    rows: Counter[tuple[str, ...]] = Counter()
    sections = with_upright(with_bracketed(read_sections(guide)), vocabulary)
    sections = with_portraits(with_cards(sections, vocabulary), vocabulary)
    for section in screened(guide, sections, on_left_out):
        room = _room(guide, section, count_tokens, window)
        cut_here = Passages(guide.slug, section.path, vocabulary, room).of(section)
        if section.asked:
            first = next((n for n, chunk in enumerate(cut_here) if not chunk.check), 0)
            cut_here[first] = replace(cut_here[first], asked=section.asked)
        before = rows[section.path]
        chunks += [chunk if chunk.row is None else replace(chunk, row=chunk.row + before) for chunk in cut_here]
        rows[section.path] += 1 + max((chunk.row for chunk in cut_here if chunk.row is not None), default=-1)
    return _named(chunks)


def _room(guide: Guide, section: Section, count_tokens: Callable[[str], int], window: int) -> Room:
    def fits(text: str) -> bool:
        return count_tokens(Chunk("", guide.slug, section.path, "prose", text).spoken) <= window

    room = Room(fits, window)
    if not room.holds_more(""):
        raise guide.fault(section.line, f"the headings fill the window of {window} tokens by themselves; shorten them")
    return room


def _named(chunks: Iterable[Chunk]) -> list[Chunk]:
    """Each chunk with its id: of its guide, path and words, and its number among equals."""
    named: list[Chunk] = []
    equals: Counter[str] = Counter()
    for chunk in chunks:
        what = json.dumps([chunk.guide, chunk.path, chunk.text])
        key = json.dumps([chunk.guide, chunk.path, chunk.text, equals[what]])
        equals[what] += 1
        named.append(replace(chunk, id=hashlib.sha256(key.encode()).hexdigest()[:16]))
    return named

"""Screening: sentences that give orders to a program are left out of a guide before it is cut; all others stay as they are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from index.cutting.left_out import LeftOut, OnLeftOut, ignore
from index.cutting.sections import NOTE, Block, Listing, Note, Paragraph, Section
from index.cutting.tables import Table
from index.guides import Guide
from index.words.grammar import Reason
from index.words.orders import LASTING, order_in, poses_as_speaker
from index.words.sentences import sentences

FORGED = re.compile(r"\s*(?<!\b\w)\[\^?\d{1,3}(?:\s*,\s*\d{1,3})*\]")  # a mark that only an answer may set


@dataclass(frozen=True)
class Screen:
    """What a guide's words pass through; whatever is kept back is told."""

    guide: Guide
    on_left_out: OnLeftOut = ignore

    def text(self, text: str) -> str:
        """The text without the sentences that are orders; one that speaks to a program goes on to the end."""
        kept: list[str] = []
        parts = sentences(text)
        for number, sentence in enumerate(parts):
            reason = order_in(sentence)
            if reason is None:
                kept.append(sentence)
                continue
            lost = parts[number:] if reason in LASTING else [sentence]
            self._tell(reason, len(lost))
            if reason in LASTING:
                break
        return FORGED.sub("", text if len(kept) == len(parts) else " ".join(kept))

    def holds(self, text: str) -> bool:
        """Whether a text may stand that cannot be shortened: a heading, a way to ask."""
        return not (reason := order_in(text)) or self._tell(reason)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks of a section as far as they hold; a list that an order leads into goes with it."""
        led = False
        for block in blocks:
            match block:
                case Paragraph(text) | Note(text):
                    kept = self.text(text)
                    led = text.endswith(":") and not kept.endswith(":")
                    if kept.removeprefix(NOTE).strip():
                        yield replace(block, text=kept)
                case Listing(items) if led:
                    self._tell("speaks to a program", len(items))
                    led = False
                case Listing(items):
                    if held := tuple(item for item in map(self._item, items) if item):
                        yield Listing(held)
                case Table():
                    if table := self._table(block):
                        yield table

    def _item(self, item: str) -> str:
        """A list item behind its mark; one of which nothing is left is none."""
        mark, _, words = item.lstrip().partition(" ")
        kept = self.text(words)
        if kept == words:
            return item
        return item[: len(item) - len(item.lstrip())] + f"{mark} {kept}" if kept else ""

    def _table(self, table: Table) -> Table | None:
        """A cell that is an order is empty, a row about one is none, and so is a column that is named by one."""
        named = [self.text(header) == header for header in table.header]
        if not named[0]:
            return None
        rows = (self._row([cell for cell, keep in zip(row, named, strict=True) if keep]) for row in table.rows)
        header = tuple(header for header, keep in zip(table.header, named, strict=True) if keep)
        kept = tuple(row for row in rows if row)
        return Table(header, kept) if kept or not table.rows else None

    def _row(self, row: list[str]) -> tuple[str, ...]:
        first, *others = (self.text(cell) for cell in row)
        return (first, *others) if first or not row[0] else ()

    def _tell(self, reason: Reason, times: int = 1) -> bool:
        for _ in range(times):
            self.on_left_out(LeftOut(self.guide.slug, reason))
        return False


def screened_front(guide: Guide, on_left_out: OnLeftOut = ignore) -> Guide:
    """The guide with a front matter that only names: its slug stands for a title or publisher that gives an order."""
    holds = Screen(guide, on_left_out).holds
    plain = guide.slug.replace("-", " ").capitalize()
    return replace(
        guide,
        title=guide.title if holds(guide.title) else plain,
        publisher=guide.publisher if holds(guide.publisher) else plain,
        author=guide.author if guide.author and holds(guide.author) else None,
    )


def screened(guide: Guide, sections: Iterable[Section], on_left_out: OnLeftOut = ignore) -> Iterator[Section]:
    """The sections as far as they hold; a heading that speaks to a program takes along all that stands below it."""
    screen = Screen(guide, on_left_out)
    headings: dict[str, Reason | None] = {}
    for section in sections:
        for heading in section.path:
            if heading not in headings:
                headings[heading] = "poses as a turn" if poses_as_speaker(heading) else order_in(heading)
                if reason := headings[heading]:
                    on_left_out(LeftOut(guide.slug, reason))
        if LASTING.intersection(map(headings.get, section.path)):
            continue
        path = tuple(heading for heading in section.path if not headings[heading]) or (guide.title,)
        asked = tuple(filter(screen.holds, section.asked))
        if blocks := tuple(screen.blocks(section.blocks)):
            yield replace(section, path=path, asked=asked, blocks=blocks)

"""Turns about the last answer: its sources, its age, shorter, as a list, why; they act on the answer as a value."""

import re
from collections.abc import Mapping, Sequence

from advisor.answer import TableCell
from advisor.conversation import Exchange
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.frame import Frame, Turn
from advisor.part import Part
from advisor.saying import listed
from advisor.shelf import Shelf

MARK = re.compile(r"\s*\[\d+\]")


def answer_turn(turn: Turn, last: Exchange, shelf: Shelf) -> Part:
    """The last answer's evidence or words, put the way that was asked for."""
    frame = last.frames[-1] if last.frames else Frame("explain", last.message)
    sums = [figure.formula for figure in last.answer.figures if figure.formula and figure.kind == "computed"]
    if sums and turn in {"sure", "why", "who_says"}:
        return Part(
            frame,
            "answered",
            (Paragraph(tuple(Claim(f"{s}.", _of(last), "computed", s) for s in sums[:1])),),
            last.shown,
        )
    if not last.answer.citations:
        text = "My last reply stated no fact from the guides, so there is no source to show."
        return Part(frame, "answered", (Paragraph((Claim(text, kind="plain"),)),), last.shown)
    if turn in {"who_says", "sure", "why", "more"}:
        return Part(frame, "answered", _sources(turn, last, shelf), last.shown)
    return Part(frame, "answered", _reshaped(turn, last), last.shown)


def _sources(turn: Turn, last: Exchange, shelf: Shelf) -> tuple[Block, ...]:
    """Which guide says so, of what date, in which words."""
    passages = [c for c in last.answer.citations if c.passage_id in shelf.edition.chunks]
    items = []
    for citation in passages[:3]:
        card = shelf.guides[citation.guide]
        quote = citation.quote if len(citation.quote) <= 240 else citation.quote[:237].rsplit(" ", 1)[0] + " …"
        items.append(Claim(f"{card.tag}: “{quote}”", (citation.passage_id,)))
    undated = listed([shelf.guides[c.guide].publisher for c in passages[:1] if shelf.guides[c.guide].updated is None])
    lead = {
        "who_says": "This is what it rests on:",
        "sure": "I am only as sure as the guides; this is what they say:",
        "why": "Because the guides say:",
        "more": "These are the passages behind it:",
    }[turn]
    blocks: list[Block] = [Bullets(Claim(lead, kind="plain"), tuple(items))]
    if undated and turn == "sure":
        blocks.append(
            Paragraph((Claim(f"{undated} gives no date, so its figures may be old.", (passages[0].passage_id,)),))
        )
    if turn == "sure":
        closing = shelf.knowledge.vocabulary.replies.get("closing")
        blocks += [Paragraph((Claim(closing, kind="plain"),))] if closing else []
    return tuple(blocks)


def _reshaped(turn: Turn, last: Exchange) -> tuple[Block, ...]:
    """The last answer's sentences, fewer or as bullets, each with the sources it had."""
    passage = {citation.number: citation.passage_id for citation in last.answer.citations}
    claims = [_listed_row(row, last, passage) for row in (last.answer.table.rows if last.answer.table else ())]
    for line in _sentences(last.answer.text):
        numbers = [int(n) for n in re.findall(r"\[(\d+)\]", line)]
        sources = tuple(passage[n] for n in numbers if n in passage)
        if sources:
            claims.append(Claim(MARK.sub("", line).strip(), sources))
    if turn == "shorter":
        return (Paragraph(tuple(claims[:1])),)
    return (Bullets(None, tuple(claims)),)


def _of(last: Exchange) -> tuple[str, ...]:
    return tuple(citation.passage_id for citation in last.answer.citations)


def _listed_row(row: Sequence[TableCell], last: Exchange, passage: Mapping[int, str]) -> Claim:
    """A row of a table as a list item."""
    sources = tuple(dict.fromkeys(passage[n] for cell in row for n in cell.citations if n in passage))
    first, *rest = [cell.text for cell in row]
    return Claim(f"{first}: {'; '.join(rest)}", sources or _of(last))


def _sentences(text: str) -> list[str]:
    lines = [line.removeprefix("- ").strip() for line in text.splitlines() if line.strip() and not line.startswith("|")]
    return [part for line in lines for part in re.split(r"(?<=[.!?])\s+(?=[A-Z“])", line)]

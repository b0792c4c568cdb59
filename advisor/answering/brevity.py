"""How long an answer may be: beyond that, what matters least is left out, a sentence or a passage at a time."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from advisor.answering.closing import closing_blocks
from advisor.answering.doubts import doubts_of, said_in, terse
from advisor.answering.opinions import of_opinion
from advisor.answering.quoting import LEANS
from advisor.answering.shared_words import coverage
from advisor.draft import Block, Bullets, Claim, DraftNote, DraftTable, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.proving.figures import figures
from advisor.words import phrase

ROOM = 90  # words of an answer to one question, tables apart; what stands beside any answer never takes more
ROOM_OF_TWO, ROOM_OF_MORE = 130, 170
TELLS_FIGURE = 0.5  # where a figure is asked for, a sentence with one counts this much more
ASKS_FIGURE = re.compile(
    r"\b(?:how (?:much|many|long|often|fast|quick\w*|soon|old)|average|median|salar\w+|pay|earn\w*|rates?|price|cost\w*)\b",
    re.I,
)
Step = Callable[[Part, Knowledge], Part | None]


def brief(parts: Sequence[Part], knowledge: Knowledge) -> tuple[Part, ...]:
    """The parts within their room; values, differences, gaps and premises are never left out."""
    kept = list(parts)
    own = {1: ROOM, 2: ROOM_OF_TWO}.get(len(parts), ROOM_OF_MORE)
    for step, room in ((_less_beside, ROOM), (_none_beside, ROOM), (_two_sentences, own), (_terse_doubt, own), (_one_doubt, own),
                       (_one_sentence, own), (_short_items, own)):  # fmt: skip
        while _length(kept, knowledge) > room:
            shorter = ((at, step(kept[at], knowledge)) for at in reversed(range(len(kept))))
            found = next(((at, part) for at, part in shorter if part), None)
            if found is None:
                break
            kept[found[0]] = found[1]
    return tuple(kept)


def _length(parts: Sequence[Part], knowledge: Knowledge) -> int:
    blocks = [block for part in parts for block in part.blocks]
    return len(said_in([*blocks, *closing_blocks(parts, blocks, knowledge)]).split())


def _less_beside(part: Part, knowledge: Knowledge) -> Part | None:
    """A passage beside the answer without its least telling sentence; its first stays."""
    return _first(_fewer(part, at, 1, knowledge) for at in reversed(_beside(part, knowledge)))


def _none_beside(part: Part, knowledge: Knowledge) -> Part | None:
    """The part without the last passage beside its answer, unless it is another guide's opinion or figure."""
    if part.frame.act == "eligibility" or of_opinion(part.frame):
        return None
    figured = ASKS_FIGURE.search(part.frame.text) and part.frame.act != "look_up"
    spare = [at for at in _beside(part, knowledge) if not (figured and figures(said_in(part.blocks[at : at + 1])))]
    return _changed(part, spare[-1], (), knowledge) if spare else None


def _two_sentences(part: Part, knowledge: Knowledge) -> Part | None:
    """The answering passage without its least telling sentence, down to two."""
    return _first(_fewer(part, at, 2, knowledge) for at in range(len(part.blocks)))


def _one_sentence(part: Part, knowledge: Knowledge) -> Part | None:
    """The answering passage without its least telling sentence, down to one."""
    return _first(_fewer(part, at, 1, knowledge) for at in range(len(part.blocks)))


def _terse_doubt(part: Part, _: Knowledge) -> Part | None:
    """The part with a guide's doubt cut to the sentence that says what is wrong."""
    for at, block in enumerate(part.blocks):
        if isinstance(block, DraftNote) and block.kind == "check":
            others = [*part.blocks[:at], *part.blocks[at + 1 :]]
            shorter = replace(block, claim=replace(block.claim, text=terse(block.claim.text, others)))
            if shorter != block:
                return replace(part, blocks=(*part.blocks[:at], shorter, *part.blocks[at + 1 :]))
    return None


def _one_doubt(part: Part, _: Knowledge) -> Part | None:
    """The part without its last doubt, where another one is said."""
    doubted = [at for at, block in enumerate(part.blocks) if isinstance(block, DraftNote) and block.kind == "check"]
    if len(doubted) < BOTH:
        return None
    return replace(part, blocks=(*part.blocks[: doubted[-1]], *part.blocks[doubted[-1] + 1 :]))


BOTH = 2


def _short_items(part: Part, knowledge: Knowledge) -> Part | None:
    """The part with the longest item of a guide's list cut before its reason or its examples."""
    for at, block in enumerate(part.blocks):
        if isinstance(block, Bullets) and _quoted(block, knowledge):
            cut = [(_cut_item(item.text), item) for item in block.items]
            spare = [(len(item.text) - len(text), text, item) for text, item in cut if text != item.text]
            if spare:
                _, text, longest = max(spare, key=lambda one: one[0])
                items = tuple(replace(item, text=text) if item is longest else item for item in block.items)
                return _changed(part, at, (replace(block, items=items),), knowledge)
    return None


BOUNDARY = re.compile(r"(?:;|, (?:because|since|for example|such as|including)) ")
TURNS = re.compile(r"\b(?:but|unless|except|only|not|no|without|if|however|though)\b", re.I)
FEWEST = 4  # words that an item keeps


def _cut_item(text: str) -> str:
    """An item up to its reason or examples, where what is left out turns nothing round."""
    found = next((m for m in BOUNDARY.finditer(text) if len(text[: m.start()].split()) >= FEWEST), None)
    if found is None or TURNS.search(text[found.start() :]):
        return text
    return text[: found.start()] + "." * text.endswith(".")


def _first(found: Iterator[Part | None]) -> Part | None:
    return next((part for part in found if part), None)


def _fewer(part: Part, at: int, least: int, knowledge: Knowledge) -> Part | None:
    """The part with one sentence less in a quoted paragraph, and without those that lean on it; its first stays."""
    block = part.blocks[at]
    if not isinstance(block, Paragraph) or not _quoted(block, knowledge) or len(block.claims) <= least:
        return None
    claims = block.claims
    spare = min(range(1, len(claims)), key=lambda i: (_telling(claims[i], part.frame, knowledge), -i))
    end = spare + 1
    while end < len(claims) and LEANS.match(claims[end].text):
        end += 1
    return _changed(part, at, (Paragraph((*claims[:spare], *claims[end:])),), knowledge)


def _telling(claim: Claim, frame: Frame, knowledge: Knowledge) -> float:
    """How much a sentence says of what is asked."""
    asked = ASKS_FIGURE.search(frame.text) and figures(claim.text)
    return coverage(frame.text, phrase(claim.text), knowledge) + (TELLS_FIGURE if asked else 0.0)


def _changed(part: Part, at: int, instead: Sequence[Block], knowledge: Knowledge) -> Part:
    """A part with a block left out or shortened, and without the doubts about what is no longer said."""
    before, after = part.blocks[:at], part.blocks[at + 1 :]
    left = [block for block in (*before, *instead, *after) if not isinstance(block, DraftNote)]
    still = {note.claim.sources for note in doubts_of(left, knowledge) if isinstance(note, DraftNote)}
    was = {note.claim.sources for note in doubts_of([part.blocks[at]], knowledge) if isinstance(note, DraftNote)}
    gone = was - still
    kept = (block for block in after if not (isinstance(block, DraftNote) and block.claim.sources in gone))
    return replace(part, blocks=(*before, *instead, *kept))


def _beside(part: Part, knowledge: Knowledge) -> list[int]:
    """The blocks that quote another passage than the one that answers."""
    own = next((place for block in part.blocks if (place := _place(block, knowledge))), None)
    blocks = list(enumerate(part.blocks))
    return [at for at, block in blocks if _quoted(block, knowledge) and _place(block, knowledge) != own]


def _quoted(block: Block, knowledge: Knowledge) -> bool:
    """Whether a block quotes a guide's prose, or a list or table with the words that announce it."""
    match block:
        case Paragraph(claims):
            said = list(claims)
        case Bullets(lead, _) if lead:
            said = [lead]
        case _:
            return False
    prose = all(c.sources and not any(_is_row(s, knowledge) for s in c.sources) for c in said)
    return prose and all(claim.kind == "quoted" for claim in said)


def _is_row(source: str, knowledge: Knowledge) -> bool:
    return source in knowledge.chunks and knowledge.chunks[source].kind == "row"


def _place(block: Block, knowledge: Knowledge) -> tuple[str, tuple[str, ...]] | None:
    """The guide and the section of the first passage that a block cites."""
    match block:
        case Paragraph(claims):
            said = list(claims)
        case Bullets(lead, items):
            said = [*([lead] if lead else []), *items]
        case DraftTable(_, rows):
            said = [Claim(cell.text, cell.sources) for row in rows for cell in row]
        case _:
            return None
    source = next((source for claim in said for source in claim.sources), None)
    chunk = knowledge.chunks.get(source) if source else None
    return (chunk.guide, chunk.path) if chunk else None

"""What several parts say together: nothing twice, and no more than an answer should hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.answering.doubts import doubts_of
from advisor.draft import Block, Bullets, Claim, DraftNote, Paragraph
from advisor.frame import Narrowing
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.understanding.asked import unit_of
from advisor.words import words

MOST = 95  # words of an answer in several parts, tables apart


def trimmed(parts: Sequence[Part], knowledge: Knowledge) -> list[Part]:
    """The parts without sections that an earlier one quoted and, where it grows too long, without second passages."""
    kept: list[Part] = []
    told: set[str] = set()
    for part in (replace(one, blocks=tuple(dict.fromkeys(one.blocks))) for one in parts):
        quoted = {block: sources for block in part.blocks if (sources := _prose(block, knowledge))}
        again = [block for block, sources in quoted.items() if sources <= told]
        if again and again[0] is next(iter(quoted)) and part.frame.act == "explain":
            again = list(quoted)  # what stood beside an answer that was given already answers nothing
        again += [block for block in part.blocks if _same_doubt(block, kept)]
        kept.append(_without(part, again, knowledge))
        told.update(*quoted.values())
    for at in reversed(range(len(kept) if len(kept) > 1 else 0)):
        whole = kept[at].frame.act == "eligibility"  # the bar, and what offsets it
        extra = [] if whole else [block for block in kept[at].blocks[1:] if _prose(block, knowledge)]
        while extra and sum(_length(block) for part in kept for block in part.blocks) > MOST:
            kept[at] = _without(kept[at], [extra.pop()], knowledge)
    return kept


def without_echoes(parts: Sequence[Part], knowledge: Knowledge) -> list[Part]:
    """The parts without those that ask nothing of their own: "is that real", or the same look-up less closely."""
    answered = [part for part in parts if part.blocks and part.status not in {"not_covered", "out_of_scope"}]
    own = [part for part in parts if not (_bare(part) and any(_echoes(part, other, knowledge) for other in answered))]
    return [
        part
        for at, part in enumerate(own)
        if not any(_closer(later, part) or _within_chances(later, part, knowledge) for later in own[at + 1 :])
    ]


def _within_chances(later: Part, part: Part, knowledge: Knowledge) -> bool:
    """Whether a later part tells the chances that a grade gives at the same schools, and so their grades too."""
    one, other = part.frame, later.frame
    same = one.act in {"look_up", "compare"} and other.act == "eligibility" and one.subjects == other.subjects
    return same and bool(one.attributes) and all(unit_of(a, knowledge) == "gpa" for a in one.attributes)


def _closer(later: Part, part: Part) -> bool:
    """Whether a later part looks up the same, and says of which version or period."""
    one, other = part.frame, later.frame
    same = (one.act, one.subjects, one.attributes) == ("look_up", other.subjects, other.attributes)
    return (
        same and bool(one.subjects) and later.status == "answered" and not one.wishes and one.narrowing == Narrowing()
    )


def _bare(part: Part) -> bool:
    frame = part.frame
    named = frame.subjects or frame.attributes or frame.strangers or frame.wishes or frame.tie
    return frame.act == "explain" and not named


def _echoes(part: Part, other: Part, knowledge: Knowledge) -> bool:
    """Whether a part is only about another's answer, or repeats its words before its own few."""
    if part is other:
        return False
    own = part.frame.text.removeprefix(other.frame.text)
    guides = {word for slug in part.frame.narrowing.guides for word in words(slug)}
    return {word for word in words(own) if word not in knowledge.stop} <= JUDGING | guides


JUDGING = frozenset(
    "care matter real right true legit correct normal accurate wrong mistake typo fair figure number sure possible seriously "
    "actually even still there source diff difference differ read saw heard says said thanks thank".split()
)


def _without(part: Part, dropped: Sequence[Block], knowledge: Knowledge) -> Part:
    """A part without some blocks, and without the doubts about what they quoted."""
    if not dropped:
        return part
    blocks = [block for block in part.blocks if block not in dropped]
    gone = {block.claim.sources for block in doubts_of(dropped, knowledge) if isinstance(block, DraftNote)}
    blocks = [block for block in blocks if not (isinstance(block, DraftNote) and block.claim.sources in gone)]
    return replace(part, blocks=tuple(blocks))


def _same_doubt(block: Block, before: Sequence[Part]) -> bool:
    """Whether an earlier part told a guide's doubt already, whole or in part."""
    told = (other for part in before for other in part.blocks if isinstance(other, DraftNote))
    return isinstance(block, DraftNote) and any(
        (block.kind, block.claim.sources) == (o.kind, o.claim.sources) for o in told if o.kind == "check"
    )


def _prose(block: Block, knowledge: Knowledge) -> frozenset[str]:
    """The passages of prose that a block quotes and nothing else; empty where it gives cells or speaks for itself."""
    if not isinstance(block, Paragraph | Bullets):
        return frozenset()
    sources = {source for claim in _claims(block) for source in claim.sources}
    cells = any(knowledge.chunks[source].kind == "row" for source in sources if source in knowledge.chunks)
    return frozenset() if cells else frozenset(sources)


def _claims(block: Block) -> Iterator[Claim]:
    match block:
        case Paragraph(claims):
            yield from claims
        case Bullets(lead, items):
            yield from ((lead, *items) if lead else items)
        case DraftNote(_, claim):
            yield claim


def _length(block: Block) -> int:
    return sum(len(claim.text.split()) for claim in _claims(block))


def goes_back(part: Part, parts: Sequence[Part]) -> bool:
    """Whether a part asks on about another one that is answered ("how much?"), or only wonders ("what if I change my mind")."""
    text = part.frame.text
    told = [other for other in parts if other is not part and other.status in {"answered", "partly_answered"}]
    if set(part.frame.attributes) - {name for other in told for name in other.frame.attributes}:
        return False
    return any(other.frame.text.rstrip("?.! ") in text for other in told) or bool(WONDERS.match(text))


WONDERS = re.compile(r"\W*(?:(?:but|and|or)\W+)?what if i\b", re.I)

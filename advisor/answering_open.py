"""Open questions put into words: the guides' own sentences, or a plain word that they are silent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering_facts import say_stranger
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.passages import MOST_WORDS, Passage, Searching, Vector, choose
from advisor.saying import GuideCard, label_of, listed
from advisor.words import phrase

FLOOR = 0.27  # below this fit no passage is about the question
STRONG = 0.55  # from here on a passage answers even what the vocabulary calls ungiven
OUTSIDE = 0.45  # a question closer to what the adviser is not for needs a passage this fit
MOST_LISTED = 15
ROOM = 20  # words left that a second guide's sentence needs
Guides = Mapping[str, GuideCard]


def answer_open(
    frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge, guides: Guides, floor: float = FLOOR
) -> Part:
    """The best passage's answering sentences; a second guide's beside them where it speaks as directly."""
    if frame.strangers and not frame.subjects:
        return Part(frame, "not_covered", tuple(say_stranger(name) for name in frame.strangers))
    passages = choose(frame, vector, library, knowledge)
    ungiven = [a for a in frame.attributes if a not in knowledge.kinds_of]
    if ungiven:
        floor = STRONG
    if frame.outside > 0 and not ungiven:
        floor = OUTSIDE
    if not passages or passages[0].score < floor:
        return _silent(frame, ungiven, knowledge)
    blocks = [*say_passages(passages, guides), *(say_stranger(name) for name in frame.strangers)]
    shown = frame.subjects or _shown(passages, knowledge)
    return Part(frame, "partly_answered" if frame.strangers else "answered", tuple(blocks), shown)


def _shown(passages: Sequence[Passage], knowledge: Knowledge) -> tuple[Name, ...]:
    """The subject of a quoted table row, so that a next part can point at it."""
    cells = passages[0].chunk.cells
    return knowledge.lexicon.subjects.get(phrase(cells[0].text), ())[:1] if cells else ()


def say_passages(passages: Sequence[Passage], guides: Guides, most_words: int = MOST_WORDS) -> list[Block]:
    """The quotes of passages as paragraphs and lists, as many as the words allow; the first is always said."""
    blocks: list[Block] = []
    left = most_words
    for passage in passages:
        if blocks and left < ROOM:
            break
        said, used = _say(passage, left, guides[passage.chunk.guide].publisher if len(passages) > 1 else "")
        blocks += said
        left -= used
    return blocks


def _silent(frame: Frame, ungiven: Sequence[str], knowledge: Knowledge) -> Part:
    if not ungiven and frame.outside > 0 and not frame.subjects:
        scope = knowledge.vocabulary.replies.get("scope", "The guides are about something else.")
        return Part(frame, "out_of_scope", (Paragraph((Claim(scope, kind="plain"),)),))
    what = listed([label_of(a, knowledge) for a in ungiven])
    text = f"The guides do not give {what}." if what else "The guides do not say anything about that."
    return Part(frame, "not_covered", (Paragraph((Claim(text, kind="plain"),)),), frame.subjects)


def _say(passage: Passage, left: int, publisher: str) -> tuple[list[Block], int]:
    prose = [quote for quote in passage.quotes if not quote.item]
    items = [quote for quote in passage.quotes if quote.item][:MOST_LISTED]
    claims: list[Claim] = []
    used = 0
    for number, quote in enumerate(prose):
        length = len(quote.text.split())
        if number and used + length > left:
            break
        claims.append(Claim(quote.text, (quote.chunk_id,)))
        used += length
    if claims and publisher and not any(publisher in claim.text for claim in claims):
        last = claims[-1]
        tail = last.text[-1] if last.text[-1] in ".:" else ""
        claims[-1] = replace(last, text=f"{last.text.removesuffix(tail)} ({publisher}){tail or '.'}")
    if not items:
        return [Paragraph(tuple(claims))], used
    bullets = Bullets(claims[-1] if claims else None, tuple(Claim(item.text, (item.chunk_id,)) for item in items))
    used += sum(len(item.text.split()) for item in items)
    return [*([Paragraph(tuple(claims[:-1]))] if claims[1:] else []), bullets], used

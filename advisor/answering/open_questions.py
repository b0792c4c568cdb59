"""Open questions put into words: the guides' own sentences, or a plain word that they are silent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering.around import with_around
from advisor.answering.doubts import doubts_of
from advisor.answering.figured import differing, preferring_figures, with_figures, with_share
from advisor.answering.levels import answer_level
from advisor.answering.look_ups import say_stranger
from advisor.answering.named_in import schools_in
from advisor.answering.needs import of_need
from advisor.answering.not_listed import say_unsaid
from advisor.answering.opinions import all_sides, of_opinion, preferring_judgements
from advisor.answering.passages import NEAR, Passage, Searching, choose, without_stray
from advisor.answering.quoting import MOST_WORDS, called, pick
from advisor.answering.repeats import unrepeated
from advisor.answering.shared_words import foreign, says_all, says_rarest
from advisor.answering.speaks_of import counted, names_asked, names_ungiven, speaks
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed
from advisor.understanding.segments import asks
from advisor.vectors import Vector
from advisor.words import NEUTRAL, phrase, stem, words

TOLD = re.compile(r"\b(?:i'?m|i|my|we|our|it|that|this|so|thanks?)\b", re.I)
FLOOR = 0.235  # below this fit no passage is about the question;
INSIDE = -0.25  # a question this much closer to what the adviser is for may use words of its own
STRANGE = 0.5  # so many words that no guide uses are about something else
STRANGE_FLOORS = ((STRANGE, 0.5), (0.34, 0.3), (0.01, 0.27))  # higher for this share of words that no guide uses
NEEDED = 0.1  # so fit is a passage on what is needed that names the very thing asked
STRONG = 0.53  # from here on a passage answers even what the vocabulary calls ungiven
OUTSIDE = 0.45  # a question closer to what the adviser is not for needs a passage this fit
ITSELF = 0.76  # a guide's question this close to one about "it" answers it, whatever its words
WHICH = re.compile(r"\b(?:which|wich|where|who|best|top)\b", re.I)  # "how much is a program" asks for none by name
MOST_LISTED = 15
FEW = 3  # named in one sentence as those that are asked for; more are an enumeration
SURE = 0.4  # what other guides say to the same question is only worth saying beside a passage this fit
HALF = 42  # words kept for a second guide
Guides = Mapping[str, GuideCard]


def answer_open(
    frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge, guides: Guides, floor: float = FLOOR
) -> Part:
    """The best passage's answering sentences; a second guide's beside them where it speaks as directly."""
    if frame.strangers and not frame.subjects:
        return Part(frame, "not_covered", tuple(say_stranger(name) for name in frame.strangers))
    if _of_no_guide(frame, knowledge):
        return _silent(frame, (), knowledge, outside=False)
    if part := answer_level(frame, knowledge):
        return part
    frame, vector = with_around(frame, vector, library, knowledge)
    gain = preferring_figures(frame, knowledge) or preferring_judgements(frame, knowledge)
    passages = with_share(frame, vector, library, knowledge) or choose(frame, vector, library, knowledge, gain=gain)
    passages = _on_the_named(passages, frame, knowledge)
    ungiven = [a for a in frame.attributes if a not in knowledge.kinds_of]
    needed = of_need(frame, ungiven, vector, library, knowledge)
    if ungiven:
        passages, floor = (needed, NEEDED) if needed else (passages, STRONG)
    if frame.outside > 0 and not ungiven:
        floor = max(floor, OUTSIDE)
    share = foreign(frame.text, knowledge, library.is_common) if frame.outside > INSIDE else 0.0
    if frame.act not in {"eligibility", "recommend"} and (frame.weak or not frame.attributes):
        floor = max([floor, *(least for most, least in STRANGE_FLOORS if share >= most)])
    if frame.itself:
        floor = FLOOR if passages and passages[0].heading >= ITSELF else max(floor, SURE)
    told = TOLD.search(frame.text) and not asks(frame.text)
    heard = bool(told) or any(speaks(passage, frame, knowledge) for passage in passages)
    heard = heard and any(names_ungiven(passage, frame, knowledge) for passage in passages)
    unfit = not (passages and heard and counted(passages, frame, knowledge)) or passages[0].score < floor
    schools = any(name.kind == knowledge.main_kind for name in frame.subjects)
    general = frame.alone and frame.act == "explain" and not (schools or frame.attributes)
    if unfit or (general and not any(is_near(passage, frame.text, knowledge) for passage in passages)):
        ours = {stem(kind) for kind in knowledge.vocabulary.background} & set(map(stem, words(frame.text)))
        outside = (frame.outside > 0 or share >= STRANGE) if unfit else (frame.outside > 0 and share > 0)
        outside = outside and not (frame.itself or ours)
        return _silent(frame, ungiven, knowledge, outside=outside)
    passages = without_stray(passages, frame, knowledge, gain)
    sides = (
        all_sides(passages[0], frame, vector, library, knowledge)
        if of_opinion(frame) and passages[0].score >= SURE
        else []
    )
    sides = sides or with_figures(passages, frame, vector, library, knowledge)
    quoted = say_sides(sides, guides) if len(sides) > 1 else say_passages(passages, guides)
    differ = differing(sides or passages, quoted, frame, knowledge)
    unsaid = [name for name in frame.strangers if not _names(quoted, name)]
    blocks = [*quoted, *differ, *doubts_of(quoted, knowledge), *(say_stranger(name) for name in unsaid)]
    shown = _recommended(frame, quoted, knowledge) or frame.subjects or _shown(passages, knowledge)
    return Part(frame, "partly_answered" if unsaid else "answered", tuple(blocks), shown)


def _on_the_named(passages: list[Passage], frame: Frame, knowledge: Knowledge) -> list[Passage]:
    """Only those passages that name what is asked by name, where some do: "is the GRE hard" asks for no hard work."""
    named = [] if frame.weak else [p for p in passages if frame.attributes and names_asked(p, frame, knowledge)]
    return named or passages


def is_near(passage: Passage, question: str, knowledge: Knowledge) -> bool:
    """Whether a passage is about the question: by how it fits, and by how close the question is to its own; a row asks none."""
    if called(passage.quotes, question, knowledge.stop) or says_all(question, passage.chunk, knowledge):
        return True
    asks_none = not passage.chunk.heading.rstrip().endswith("?") and says_rarest(question, passage.chunk, knowledge)
    return passage.chunk.kind == "row" or asks_none or passage.nearness >= NEAR


def _of_no_guide(frame: Frame, knowledge: Knowledge) -> bool:
    """Whether all that is asked of a subject is words that no guide has, where no vocabulary says what else they mean."""
    if knowledge.vocabulary.attributes:
        return False
    own = {word for name in frame.subjects for word in knowledge.words_of.get(name, ())}
    rest = [word for word in words(frame.text) if word.isalpha() and word not in knowledge.stop | NEUTRAL | own]
    return bool(own and rest) and not any({word, stem(word)} & knowledge.words for word in rest)


def _recommended(frame: Frame, quoted: Sequence[Block], knowledge: Knowledge) -> tuple[Name, ...]:
    """Those that the first naming sentence names where some are asked for: what follows may point at them ("the best for X,
    and its price").
    """
    asked = frame.kind == knowledge.main_kind and WHICH.search(frame.own)
    if not asked or any(name.kind == knowledge.main_kind for name in frame.subjects):
        return ()
    said = (claim.text for block in quoted if isinstance(block, Paragraph) for claim in block.claims)
    found = (schools_in(text, knowledge) for text in said)
    named = next(filter(None, found), frozenset[Name]())
    return tuple(sorted(named, key=lambda name: name.name)) if len(named) <= FEW else ()


def _shown(passages: Sequence[Passage], knowledge: Knowledge) -> tuple[Name, ...]:
    """The subject of a quoted table row, so that a next part can point at it."""
    cells = passages[0].chunk.cells
    return knowledge.lexicon.subjects.get(phrase(cells[0].text), ())[:1] if cells else ()


def say_passages(passages: Sequence[Passage], guides: Guides, most_words: int = MOST_WORDS) -> list[Block]:
    """The quotes of passages as paragraphs and lists, as many as the words allow; the first is always said."""
    shown = _together(passages, most_words)
    blocks: list[Block] = []
    left = most_words
    for number, passage in enumerate(shown):
        room = left - sum(min(HALF, _length(other)) for other in shown[number + 1 :])
        said, used = _say(passage, room, guides[passage.chunk.guide].publisher if len(shown) > 1 else "")
        blocks += said
        left -= used
    return blocks


def say_sides(passages: Sequence[Passage], guides: Guides) -> list[Block]:
    """What each guide says to the same question, every one named and given the same room."""
    room = MOST_WORDS // len(passages)
    own = min(HALF, MOST_WORDS - sum(min(room, passage.quotes[0].length) for passage in passages[1:]))
    rooms = [own, *(room for _ in passages[1:])]
    said = (_say(p, left, guides[p.chunk.guide].publisher)[0] for p, left in zip(passages, rooms, strict=True))
    return [block for blocks in said for block in blocks]


def _together(passages: Sequence[Passage], most_words: int) -> Sequence[Passage]:
    """A second guide is shown where its first sentence, or all of its list, still finds room."""
    if len(passages) < 2:
        return passages
    first, second = passages[:2]
    lists = [any(quote.item for quote in passage.quotes) for passage in (first, second)]
    need = _length(second) if lists[1] else second.quotes[0].length
    taken = _length(first) if lists[0] else min(_length(first), most_words - HALF)
    return passages[:2] if taken + need <= most_words else passages[:1]


def _length(passage: Passage) -> int:
    return sum(quote.length for quote in passage.quotes)


NOTHING_SAID = "The guides do not say anything about that."


def _silent(frame: Frame, ungiven: Sequence[str], knowledge: Knowledge, *, outside: bool) -> Part:
    if not ungiven and outside and not frame.subjects:
        scope = knowledge.vocabulary.replies.get("scope", "The guides are about something else.")
        return Part(frame, "out_of_scope", (Paragraph((Claim(scope, kind="plain"),)),))
    what = listed([label_of(a, knowledge) for a in ungiven])
    strange = [say_stranger(name) for name in frame.strangers]
    if schools := [name for name in frame.subjects if name.kind == knowledge.main_kind and not what]:
        unsaid = [] if strange else [say_unsaid(schools, knowledge)]
        return Part(frame, "not_covered", (*strange, *unsaid), frame.subjects)
    text = f"The guides do not give {what}." if what else NOTHING_SAID
    return Part(frame, "not_covered", (Paragraph((Claim(text, kind="plain"),)), *strange), frame.subjects)


def _names(blocks: Sequence[Block], name: str) -> bool:
    """Whether what is quoted speaks of somebody by name."""
    said = [c.text for b in blocks if isinstance(b, Paragraph) for c in b.claims]
    return any(f" {phrase(name)} " in f" {phrase(text)} " for text in said)


def _say(passage: Passage, room: int, publisher: str) -> tuple[list[Block], int]:
    """One passage's prose and list, its guide named where two are shown side by side."""
    items = [quote for quote in passage.quotes if quote.item][:MOST_LISTED]
    prose = [quote for quote in passage.quotes if not quote.item]
    prose = list(pick(prose, room)) if prose and not items else prose[:2]
    claims = [Claim(quote.text, (quote.chunk_id,)) for quote in prose]
    used = sum(quote.length for quote in (*prose, *items))
    if claims and publisher and not any(publisher in claim.text for claim in claims):
        at = -1 if items else 0
        named = claims[at]
        tail = named.text[-1] if named.text[-1] in ".:" else ""
        claims[at] = replace(named, text=f"{named.text.removesuffix(tail)} ({publisher}){tail or '.'}")
    if not items:
        return [Paragraph(tuple(claims))], used
    if not claims and not passage.chunk.heading.rstrip().endswith("?") and passage.chunk.path[1:]:
        claims = [Claim(f"{passage.chunk.heading}:", kind="plain")]
    texts = unrepeated(claims[-1].text if claims else "", [item.text for item in items])
    said = tuple(Claim(text, (item.chunk_id,)) for text, item in zip(texts, items, strict=True))
    bullets = Bullets(claims[-1] if claims else None, said)
    return [*([Paragraph(tuple(claims[:-1]))] if claims[1:] else []), bullets], used

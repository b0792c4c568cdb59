"""Questions of opinion: what every guide says to the same question, the hopeful and the cautious side by side."""

import re
from collections.abc import Callable

from advisor.answering.named_in import about_one
from advisor.answering.passages import Passage, Searching, passage_of
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.understanding.segments import without_tag
from advisor.vectors import Vector
from advisor.words import NEUTRAL, phrase, words
from index import Chunk

OPINION = re.compile(
    r"\bworth|\b(?:pa(?:y|ys|ying|id)|earn\w*|mak(?:e|es|ing))(?: \w+)? (?:off|back|for itself)\b|\bpayback\b|\bpayoff\b|\bregret|\brespect|\b(?:take|taken|takes|taking)\b.{0,30}\bserious|\b(?:do|does|would|will)\b[\w ]{1,30}\b(?:care|mind)\b|"
    r"\bas good\b|\bgood (?:idea|investment|move|choice)\b|\bjust as\b|\bscam\b|\bhype\b|\boverrated\b|\bwaste\b|\bsmart\b|"
    r"\bbelievable\b|\blegit\b|\b(?:demand|job market|future)\b|\b(?:use|point|worth)less\b|\b(?:dead|dying|obsolete|saturated|oversaturated|outdated)\b|\blook(?:s|ed)? down\b|\bany good\b",
    re.I,
)
WEIGHED = re.compile(
    r"\b(?:down|up)sides?\b|\bdrawbacks?\b|\b(?:dis)?advantages?\b|\bpros and cons\b", re.I
)  # never a set
JUDGES = re.compile(
    OPINION.pattern + r"|\bgrowing\b|\bguarantee|\bsame as\b|\bshould i\b", re.I
)  # a guide's own question
SAME = 0.6  # two guides' questions of opinion this close are one question
MOST_SIDES = 3
HOPE = re.compile(
    r"\b(?:yes|optimistic|typically pays|pays? back|believes so|as well as|greater|growing|will grow|speeding up|raise|small)\b",
    re.I,
)
CAUTION = re.compile(
    r"\b(?:no|not|cannot|warns?|depends|may|can be|doubt\w*|only|alone|however|unless|rather|less|never|promised|guarantees?)\b",
    re.I,
)


def all_sides(
    first: Passage, frame: Frame, vector: Vector, library: Searching, knowledge: Knowledge, most: int = MOST_SIDES
) -> list[Passage]:
    """The passage and what other guides say to the same question, so that hope and caution both speak where they can."""
    if not JUDGES.search(first.chunk.heading):
        return [first]
    asked = frame.narrowing.guides
    others: dict[str, Passage] = {}
    for chunk, close, asked_for in library.alike(first.chunk, vector):
        same = close >= SAME and JUDGES.search(chunk.heading)
        if not same or chunk.guide == first.chunk.guide or (asked and chunk.guide not in asked):
            continue
        passage = passage_of(chunk, close, (asked_for, asked_for), frame, vector, library, knowledge)
        known = others.get(chunk.guide)
        if _tells(passage, knowledge) and (known is None or _weight(passage) > _weight(known)):
            others[chunk.guide] = passage
    own = stance(first)
    found = sorted(others.values(), key=lambda p: (-abs(stance(p) - own), -p.score, p.chunk.id))
    opposite, rest = found[:1], sorted(found[1:], key=lambda p: (-_weight(p), p.chunk.id))
    return [first, *opposite, *rest][:most]


def _tells(passage: Passage, knowledge: Knowledge) -> bool:
    """Whether a passage can stand beside another: prose on no single school, and more than that a guide is silent."""
    listed = any(quote.item for quote in passage.quotes)
    return not (listed or SILENT.search(passage.chunk.text) or about_one(passage.chunk.heading, knowledge))


def _weight(passage: Passage) -> float:
    """How good a second voice is: close to the first one's question and to the reader's, and for or against."""
    return passage.heading + passage.score / 2 + FOR_OR_AGAINST * abs(stance(passage))


def stance(passage: Passage) -> int:
    """1 for a hopeful passage, -1 for a cautious one, by the words it opens with."""
    said = phrase(passage.chunk.text[:OPENING])
    hope, caution = len(HOPE.findall(said)), len(CAUTION.findall(said))
    return (hope > caution) - (hope < caution)


FOR_OR_AGAINST = 0.1
SILENT = re.compile(r"\A\S+(?: \S+){0,2} (?:gives no|does not (?:give|say)|names no|says nothing)\b")
OPENING = 240  # characters


def of_opinion(frame: Frame) -> bool:
    """Whether a part asks for a judgement on which guides may differ."""
    return not frame.subjects and (OPINION.search(frame.text) is not None or is_weighed(frame))


def preferring_judgements(frame: Frame, knowledge: Knowledge) -> Callable[[Chunk], float] | None:
    """What a section gains that judges too, where a judgement is asked for and hardly a word says of what."""
    beside = [
        word
        for word in words(OPINION.sub(" ", without_tag(frame.text)))
        if word not in knowledge.stop | NEUTRAL and word.isalpha()
    ]
    if not of_opinion(frame) or len(beside) > FEW_BESIDE:
        return None
    return lambda chunk: JUDGES_TOO if JUDGES.search(chunk.heading) else 0.0


JUDGES_TOO, FEW_BESIDE = 0.12, 1  # of fit; words


def is_weighed(frame: Frame) -> bool:
    """Whether a part asks for what speaks for and against a thing."""
    return WEIGHED.search(frame.text) is not None

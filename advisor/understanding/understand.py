"""A message understood: its parts as frames, and what the person said about themselves."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice

from advisor.arithmetic.costs import read_sum, told_at_length
from advisor.arithmetic.paying_back import ASKS as PAYS_BACK
from advisor.arithmetic.price_words import OF_THAT
from advisor.frame import Frame, Remark, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.acts import ASKING_BACK
from advisor.understanding.amounts import find_amounts
from advisor.understanding.aside import aside_of_life, hinging
from advisor.understanding.asking import (
    AIMS,
    FEW_WORDS,
    asked_by_a_life,
    asking,
    demanding,
    demands,
    of_programs,
    recommended,
    without_life,
)
from advisor.understanding.context import with_context
from advisor.understanding.joining import joined, names_school
from advisor.understanding.levels import with_level
from advisor.understanding.mending import mended
from advisor.understanding.mentions import Mentions, find_mentions
from advisor.understanding.narrowing import without_guide_names
from advisor.understanding.ordering import one_by_one, other_end
from advisor.understanding.reading import read_frame
from advisor.understanding.remarks import SELF, find_remarks
from advisor.understanding.reported import whether_claims
from advisor.understanding.segments import asks, claim_of, split
from advisor.understanding.things import elsewhere
from advisor.understanding.which_price import of_meant_price
from advisor.words import stem, words

Closeness = Callable[[Sequence[str]], list[Mapping[str, float]]]


@dataclass(frozen=True)
class Understanding:
    """What one message asks and tells."""

    frames: tuple[Frame, ...]
    remarks: tuple[Remark, ...]


def understand(
    message: str, knowledge: Knowledge, common: Callable[[str], bool], closeness: Closeness
) -> Understanding:
    """Read a message by itself; what it leaves open is the conversation's to fill in."""
    message = FILLER.sub("", message).strip() or message
    message = whether_claims(WHOLLY.sub("fully ", EVEN.sub(r"\1", message)), knowledge)
    one_sum = OF_THAT.search(message) or (PAYS_BACK.search(message) and read_sum(message)) or told_at_length(message)
    cut = [message] if one_sum else split(message)  # a sum told over sentences
    naming = cache(partial(find_mentions, lexicon=knowledge.lexicon, common=common))
    typed = [pair for part in with_level(cut, knowledge) for pair in _pairs(part, naming)]
    parts = [mended(part, naming(part), knowledge, common) for part in typed]
    message = message if parts == typed else " ".join(parts)
    around = with_context(parts, knowledge)
    whole = len(parts) > 1 and (
        SELF.search(message) or sum(map(asks, parts)) < 2
    )  # searched with too: one batch for all
    scores = closeness([*parts, *(set(around) - set(parts)), *([message] if whole else ())])[: len(parts)]
    frames: list[Frame] = []
    remarks: list[Remark] = []
    beside: list[Wish] = []  # demands that stand in a remark about something else
    hinges: list[str] = []  # what no guide gives, told beside a question of one's chances: "my visa ends in May"
    aims: list[Frame] = []  # what a life told without a question leads to: "army medic, wants X"
    for part, wider, score in zip(parts, around, scores, strict=True):
        mentions = naming(without_guide_names(part, knowledge))
        amounts = find_amounts(part)
        frame = of_meant_price(read_frame(part, mentions, amounts, score, knowledge), knowledge)
        frame = elsewhere(frame, mentions, knowledge, common)
        if frame.act == "eligibility" and not names_school(frame, knowledge):
            frame = replace(frame, subjects=())  # "2.7 but 5 years at X": where one works admits nobody
        claim = claim_of(part)
        if claim and not SELF.search(claim) and len(parts) > 1:
            frames.append(replace(frame, text=claim, taken=True))
            continue
        told = find_remarks(part, amounts, _places(frame, knowledge), knowledge)
        frame = aside_of_life(frame, part, told, knowledge)
        hinges += () if asks(part) else [a for a in frame.attributes if a in knowledge.ungiven]
        remarks += [r for r in told if r.key not in {known.key for known in remarks}]
        if (
            told
            and not asks(part)
            and (_idle(frame, knowledge) or _of_oneself(frame, knowledge) or _of_work(frame, knowledge) or _funds(told))
        ):
            beside += [w for w in frame.wishes if w.attribute not in _demanded(told) and demands(w, part, told)]
            aims += [frame] if of_programs(frame, knowledge) and AIMS.search(part) else []
            continue
        named = frame.subjects or (frames and frames[-1].subjects)  # what is pointed at is found by its name
        if wider != part and frame.act == "explain" and not (named or frame.wishes or frame.kind):
            frame = replace(frame, text=wider, asked=part, outside=min(frame.outside, 0.0))
        frames += one_by_one(_wanting(_with_tied(frame)), mentions)
        if frame.act == "rank" and (other := other_end(part, mentions, frame.order)):
            frames.append(replace(frame, order=other))
    frames = [recommended(frame, remarks) for frame in without_life(asking(frames), knowledge)]
    frames = [demanding(frame, tuple(beside)) for frame in frames] or asked_by_a_life(message, remarks, beside, aims)
    frames = [hinging(_of_the_grade(frame, remarks), hinges, knowledge) for frame in frames]
    if all(frame.taken for frame in frames):
        frames = [replace(frame, taken=False) for frame in frames]
    frames = [replace(frame, alone=len(frames) == 1) for frame in frames]
    if len(parts) > 1:
        frames = _beside_each_other(frames, message, naming, knowledge)
    return Understanding(tuple(frames), tuple(remarks))


def _beside_each_other(
    frames: list[Frame], message: str, naming: Callable[[str], Mentions], knowledge: Knowledge
) -> list[Frame]:
    """The parts as they are meant beside each other, each with what it is to be searched with."""

    def reader(text: str) -> Frame:
        return read_frame(text, naming(text), find_amounts(text), {}, knowledge)

    frames = joined(frames, knowledge, reader)
    frames = [_in_context(frame, message, frames, knowledge) for frame in frames]
    return [replace(frame, around=message) if frame.alone and frame.text != message else frame for frame in frames]


FILLER = re.compile(
    r"(?<=\w{2})[ ,]+(?:lo+l|lmf?ao+|rofl|(?:ha){2,}h?|xd|tbh|ngl|bro|dude)(?=\W*(?:$|[.?!,]))|\A\W*(?:lo+l|lmf?ao+|tbh|ngl|bro|dude|yo|honestly|seriously|literally)\b[ ,]+(?=\w+\W+\w+\W+\w)",
    re.I,
)  # says nothing of what is asked


EVEN = re.compile(
    r"\b((?:is|are|am|was|do|does|did|can|could|should|would|will) (?:(?:the|this|that|these|an?) \w+|i|it|this|that|they|he|she|we))"
    r" even\b(?! (?:if|though|when|with)\b)",
    re.I,
)  # "is this degree even for me" asks the same without it


WHOLLY = re.compile(
    r"\b(?:100|hundred) ?(?:%|percent) (?=onl|remote|virtual|distan|async|paid\b|covered\b|funded\b)", re.I
)


def _demanded(remarks: Sequence[Remark]) -> set[str]:
    return {remark.wish.attribute for remark in remarks if remark.wish}


def _with_tied(frame: Frame) -> Frame:
    """ "X and Y" where Y fits two: both stand beside X, so that nobody has to be asked."""
    if frame.act not in BESIDE_TIED or not (frame.subjects and frame.tie):
        return frame
    return replace(frame, subjects=(*frame.subjects, *frame.tie))


BESIDE_TIED = {"compare", "look_up"}


def _wanting(frame: Frame) -> Frame:
    """ "I don't want online": a demand by itself asks what meets it."""
    choices = frame.wishes and all(c.operator == "is" for wish in frame.wishes for c in wish.conditions)
    bare = choices and frame.act == "explain" and not (frame.subjects or frame.attributes or asks(frame.text))
    return replace(frame, act="recommend") if bare and WANTS.search(frame.text) else frame


WANTS = re.compile(r"\b(?:i|we)(?:'?d)? (?:really |would )?(?:do ?n[o']?t )?(?:want|need|prefer|like)\b", re.I)


def _of_the_grade(frame: Frame, remarks: Sequence[Remark]) -> Frame:
    """ "I have a 3.2, is it enough": a few words that judge, beside a grade, are about the grade."""
    bare = not (frame.names_somebody or frame.attributes or frame.wishes or frame.kind)
    few = frame.act == "explain" and len(words(frame.text)) <= FEW_WORDS and ASKING_BACK.search(frame.text)
    graded = any(remark.key == "gpa" for remark in remarks)
    return replace(frame, act="eligibility") if bare and few and graded else frame


def _pairs(part: str, naming: Callable[[str], Mentions]) -> list[str]:
    """ "A's credits, B per credit, C how long": cut at the commas where every piece has its own subject and attribute."""
    pieces = [piece.strip() for piece in part.split(",")]
    if len(pieces) < 2:
        return _sides(part, naming)
    found = [naming(piece) for piece in pieces]
    return (
        pieces
        if all(m.subjects and (m.attributes or PER_WORD.search(p)) for m, p in zip(found, pieces, strict=True))
        else [part]
    )


def _sides(part: str, naming: Callable[[str], Mentions]) -> list[str]:
    """ "A's price vs B's length": two sides that ask for different attributes of different subjects."""
    if SORTED_BY.search(part):
        return [part]
    for joint in islice(JOINT.finditer(part), MOST_JOINTS):
        sides = [part[: joint.start()].strip(), part[joint.end() :].strip()]
        one, other = map(naming, sides)
        apart = not ({m.meant for m in one.subjects} & {m.meant for m in other.subjects})
        asked = [{name for m in side.attributes for name in m.meant} for side in (one, other)]
        counted = re.search(r"\d", part)  # a sum over both sides stays one
        if not counted and one.subjects and other.subjects and apart and all(asked) and not asked[0] & asked[1]:
            return sides
    return [part]


JOINT = re.compile(r"\s(?:vs\.?|versus|and|with|to|against|&)\s", re.I)
SORTED_BY = re.compile(r"\b(?:sort|rank|order|arrange)\b.*\bby\b", re.I)
MOST_JOINTS = 8  # a message of joints alone would be read once for each of them
PER_WORD = re.compile(r"\bper\s\w+", re.I)


def _idle(frame: Frame, knowledge: Knowledge) -> bool:
    """A part that names nothing and asks nothing; a table's header that is a word of every day ("year") asks for nothing."""
    asked = set(frame.attributes) & set(knowledge.vocabulary.attributes)
    named = frame.names_somebody or asked or frame.order
    return frame.act in {"explain", "filter", "small_talk"} and not named


def _of_oneself(frame: Frame, knowledge: Knowledge) -> bool:
    """ "I work in a hospital lab", "I won't take the GRE": the words for an attribute ask for nothing."""
    schools = any(name.kind == knowledge.main_kind for name in frame.subjects)
    return frame.act == "explain" and not (schools or frame.tie) and bool(SELF.search(frame.text))


def _of_work(frame: Frame, knowledge: Knowledge) -> bool:
    """ "2.7 but 6 years as X": beside what is told of a life, a role alone is the person's own."""
    return frame.act in {"look_up", "explain"} and bool(frame.subjects) and not names_school(frame, knowledge)


def _funds(told: Sequence[Remark]) -> bool:
    """ "I have 30k saved and my employer pays 5k a year": what there is, and who helps, asks for no sum by itself."""
    return {"budget", "support"} <= {remark.key for remark in told}


def _in_context(frame: Frame, message: str, frames: Sequence[Frame], knowledge: Knowledge) -> Frame:
    """A personal question, or one of few words that tell little, is searched with all that was said around it."""
    taken = any(other.taken for other in frames)
    frame = replace(frame, outside=min(frame.outside, 0.0) if taken else frame.outside)
    if frame.act in {"eligibility", "recommend"}:
        return replace(frame, text=message, asked=frame.own)
    few = len(words(frame.text)) <= FEW_WORDS or (taken and not (frame.subjects or frame.attributes))
    if frame.act != "explain" or frame.taken or frame.strangers or not few:
        return frame
    if _telling(frame.text, knowledge):
        before = [name.name for other in frames[: frames.index(frame)] if asks(other.text) for name in other.subjects]
        if before and not BACK.search(frame.text):  # "the price of X, and are there scholarships"
            return replace(frame, around=" ".join([frame.text, *dict.fromkeys(before)]))
        if not any(other.subjects for other in frames):
            return frame
    return replace(frame, text=message, asked=frame.own)


BACK = re.compile(r"\b(?:it|that|this|they|those|these)\b", re.I)


def _telling(text: str, knowledge: Knowledge) -> bool:
    return any(
        word.isalpha() and word not in knowledge.stop and stem(word) in knowledge.frequencies for word in words(text)
    )


def _places(frame: Frame, knowledge: Knowledge) -> list[Name]:
    wanted = [wish.conditions[0] for wish in frame.wishes]
    towns = {attribute for attribute, _ in knowledge.towns.values()}
    places = [c for c in wanted if c.operator == "contains" and c.attribute in knowledge.places | towns]
    return [Name(condition.attribute, str(condition.value)) for condition in places]

"""A new message leaning on the conversation: what its frames leave open is taken from what was asked and shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from advisor.conversation import FORGETS, Conversation, Exchange
from advisor.frame import Frame, Narrowing
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.narrowed import amended, corrected, further, narrowed, narrows, turned
from advisor.pointing import MOST_POINTED, few_words, pointed
from advisor.remarks import price_attribute
from advisor.subjects import kinds
from advisor.understanding import Understanding
from advisor.words import phrase, words

Choosing = Callable[[Frame, tuple[Name, ...]], tuple[Name, ...]]
OPENING = r"^\W*(?:(?:ok(?:ay)?|thanks|thank you|thx|ty|cool|great|nice|hmm*|oh|wait|so|yes|yeah|no|nah|got it|well|omg|wow|lol)\W+)*"
GOES_ON = re.compile(
    OPENING
    + r"(?:and|what about|how about|wbt|wat about|same for|same with|or|also|then|but what about|but|n|back to|with|for)\b",
    re.I,
)
LIKEWISE = re.compile(r"\b(?:also|too|as well|same|back to)\b", re.I)
CORRECTS = re.compile(
    r"\b(?:i meant?|meant|sorry|instead|rather|actually|not that|nope|wrong|scratch that|oops|my bad|correction)\b|\bno,|^\W*(?:wait|no)\b",
    re.I,
)
COMPARES = re.compile(r"\b(?:compare|versus|vs|difference|differ|better|side by side|which one|or)\b", re.I)
SHORT = 6  # words: a follow-up leans on what came before, a whole question stands alone
FEW = 4


@dataclass(frozen=True)
class Ground:
    """What a message may lean on."""

    message: str
    conversation: Conversation
    choosing: Choosing
    knowledge: Knowledge

    @property
    def last(self) -> Exchange:
        """The exchange before."""
        return self.conversation.exchanges[-1]

    @property
    def before(self) -> Frame:
        """The last part that was answered."""
        return self.last.frames[-1]


def resolve(
    message: str, understood: Understanding, conversation: Conversation, choosing: Choosing, knowledge: Knowledge
) -> Understanding:
    """The message's frames with what they leave open taken from the conversation.

    `choosing` puts shown subjects in the order of a superlative: "the cheaper one".
    """
    if conversation.last is None or not conversation.last.frames:
        heard = replace(understood, frames=_once(understood.frames))
        return _forgetting(message, heard) if FORGETS.search(message) else heard
    ground = Ground(message, conversation, choosing, knowledge)
    if FORGETS.search(message) and (frames := _forgotten(understood, ground)):
        return replace(understood, frames=frames)
    frames = tuple(_resolve(frame, ground) for frame in understood.frames)
    if not frames and (CORRECTS.search(message) or any(r.key in PRICED for r in understood.remarks)):
        frames = ground.last.frames
    return replace(understood, frames=_once(frames))


PRICED = {"residency", "home"}  # what a person says about where they live changes the price that was asked


def _once(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Two parts that came to the same question are one."""
    kept: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        text = frame.text if frame.act == "explain" or not frame.subjects else ""
        key = (frame.act, frame.subjects, frame.tie, frame.attributes, frame.wishes, frame.order, text)
        kept.setdefault(key, frame)
    return tuple(kept.values())


def _forgetting(message: str, understood: Understanding) -> Understanding:
    """Something taken back before anything was asked is only acknowledged."""
    idle = all(frame.act in {"explain", "recommend"} and not frame.subjects for frame in understood.frames)
    return replace(understood, frames=(Frame(act="small_talk", text=message),)) if idle else understood


def _forgotten(understood: Understanding, ground: Ground) -> tuple[Frame, ...]:
    """The last set without the condition that is taken back; a plain acknowledgement where there was none."""
    if any(frame.subjects or frame.order for frame in understood.frames):
        return ()
    said = {w.attribute for f in understood.frames for w in f.wishes} | {
        a for f in understood.frames for a in f.attributes
    }
    said |= {remark.wish.attribute for remark in understood.remarks if remark.wish}
    price = price_attribute(ground.knowledge)
    if price and MONEY & set(words(ground.message)):
        said.add(price)
    before = ground.before
    kept = tuple(wish for wish in before.wishes if wish.attribute not in said)
    if kept != before.wishes or before.act == "recommend":
        return (replace(before, wishes=kept, act="recommend" if before.act == "recommend" or not kept else before.act),)
    return (Frame(act="small_talk", text=ground.message),) if few_words(ground.message, SHORT + 2) else ()


MONEY = {"budget", "price", "cost", "limit", "money", "cap"}


def _resolve(frame: Frame, ground: Ground) -> Frame:
    if frame.act == "about" and ground.last.shown and ABOUT_IT.search(frame.text):
        frame = replace(frame, act="explain")
    if frame.act in {"small_talk", "about", "out_of_scope", "calculate"}:
        return frame
    before, last = ground.before, ground.last
    if chosen := _chosen(frame, ground):
        return chosen
    if sense := _other_sense(frame, ground):
        return sense
    if frame.subjects or frame.tie or frame.strangers:
        return _same_question(frame, ground)
    again = (
        further(frame, before, len(last.shown))
        or amended(frame, before, ground.knowledge)
        or turned(frame, before)
        or _which_shown(frame, ground)
    )
    if again is not None:
        return again
    if CORRECTS.search(ground.message) and (frame.wishes or frame.narrowing != Narrowing()):
        return corrected(frame, before)
    if narrows(frame, before, ground.knowledge):
        return narrowed(frame, before)
    if (frame.act != "recommend" or last.shown) and (names := pointed(frame.text, ground.conversation.exchanges)):
        return _about(frame, names, ground)
    leans = GOES_ON.search(frame.text) or CORRECTS.search(frame.text) or few_words(frame.text, SHORT - 1)
    if frame.attributes and last.shown and leans and frame.order is None and _of_shown(frame, last):
        return _about(frame, last.shown[:MOST_POINTED], ground)
    return frame


ABOUT_IT = re.compile(r"\b(?:about|of) (?:it|them|that one|this one|that school|both|those)\b", re.I)


def _which_shown(frame: Frame, ground: Ground) -> Frame | None:
    """ "Which has the lower price?": one of the few just shown, where no other set is named."""
    shown = ground.last.shown
    if frame.order is None or not 1 < len(shown) <= MOST_POINTED or not WHICH.search(frame.text):
        return None
    said = f" {phrase(frame.text)} "
    if frame.wishes or any(f" {form} " in said for form in ground.knowledge.lexicon.kinds):
        return None
    asked = (frame.order.attribute, *(a for a in frame.attributes if a != frame.order.attribute))
    return replace(frame, act="compare", subjects=shown, attributes=asked, order=None, limit=None)


WHICH = re.compile(r"^\W*(?:(?:and|so|ok|but) )?(?:which|who|what)(?:'s| is| one| has| are| costs?| pays?| takes?| of)\b", re.I)


def _of_shown(frame: Frame, last: Exchange) -> bool:
    """Whether a part asks for no other set than the one that was shown."""
    going_on = bool(GOES_ON.search(frame.text)) and frame.kind in {name.kind for name in last.shown}
    return (frame.kind is None or going_on) and not frame.wishes


def _chosen(frame: Frame, ground: Ground) -> Frame | None:
    """ "The cheaper one, does it want the GRE": a superlative that only points at one of the shown subjects."""
    shown = ground.last.shown
    if frame.order is None or frame.subjects or len(shown) < 2:
        return None
    if not re.search(r"\bone\b|\bof (?:these|those|them|the (?:two|three))\b", frame.text, re.I):
        return None
    names = ground.choosing(frame, shown)
    if not names:
        return None
    price = frame.order.attribute
    others = tuple(a for a in frame.attributes if a != price)
    asked = others or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    act = "look_up" if asked or few_words(frame.text, SHORT) else "explain"
    attributes = asked or (price,) * (act == "look_up")
    text = _named(frame.text, names[:1])
    return replace(frame, text=text, subjects=names[:1], order=None, wishes=(), attributes=attributes, act=act)


def _other_sense(frame: Frame, ground: Ground) -> Frame | None:
    """ "The university, not the state": the other subject of the same name."""
    before = ground.before
    if frame.subjects or not (frame.kind and few_words(frame.text, SHORT) and CONTRASTS.search(ground.message)):
        return None
    said, held = f" {phrase(before.text)} ", {*before.subjects, *before.tie}
    forms = ground.knowledge.lexicon.subjects.items()
    senses = held | {name for form, names in forms if held & set(names) and f" {form} " in said for name in names}
    meant = tuple(sorted((name for name in senses if name.kind == frame.kind), key=lambda name: name.name))
    return replace(before, subjects=meant, tie=()) if len(meant) == 1 else None


CONTRASTS = re.compile(r"\bnot\b|\bmean\w*\b|\brather\b|\binstead\b|\bno\b", re.I)


def _same_question(frame: Frame, ground: Ground) -> Frame:
    """ "And Stevens?", "same for Penn", "no, I meant Drexel": the last question about other subjects."""
    before = ground.before
    answers_tie = ground.last.answer.status == "clarify" and set(frame.subjects) & set(before.tie or before.subjects)
    if answers_tie and len(frame.subjects) == 1 and (before.attributes or before.act != "explain"):
        return replace(before, subjects=frame.subjects, tie=())
    if THAN.search(frame.text) and ground.last.shown and (asked := _measures(frame, before)):
        both = _with(ground.last.shown[:1], frame.subjects)
        return replace(frame, act="compare", subjects=both, attributes=asked, order=None)
    outright = frame.attributes and not frame.weak
    bare = not outright and not frame.order and frame.act in {"explain", "compare", "look_up", "filter"}
    bare = bare and not (frame.attributes and not few_words(frame.text, FEW))
    leans = (
        GOES_ON.search(frame.text)
        or CORRECTS.search(ground.message)
        or few_words(frame.text, FEW)
        or (LIKEWISE.search(frame.text) and few_words(frame.text, SHORT))
    )
    if bare and leans and (before.attributes or before.act in {"compare", "explain", "eligibility"}):
        return _again(frame, before)
    if GOES_ON.search(frame.text) and frame.act == "compare" and len(frame.subjects) == 1:
        return replace(frame, subjects=_with(before.subjects, frame.subjects))
    return frame


THAN = re.compile(r"\b(?:more|less|cheaper|better|longer|shorter|higher|lower|bigger|faster|pricier|\w+er) than\b", re.I)


def _measures(frame: Frame, before: Frame) -> tuple[str, ...]:
    """What two subjects are held against each other by."""
    return frame.attributes or ((frame.order.attribute,) if frame.order else before.attributes)


def _again(frame: Frame, before: Frame) -> Frame:
    """The last question with the subjects of this one."""
    if before.act == "compare" and not before.attributes:
        return replace(frame, act="compare", subjects=_with(before.subjects[:1], frame.subjects))
    return replace(
        frame,
        act=before.act if not before.attributes else "compare" if len(frame.subjects) > 1 else "look_up",
        text=f"{before.text} {frame.text}" if before.act == "explain" and not before.attributes else frame.text,
        attributes=before.attributes,
        narrowing=frame.narrowing if frame.narrowing.guides else before.narrowing,
        wishes=frame.wishes or before.wishes,
        weak=False,
    )


def _with(first: tuple[Name, ...], second: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _about(frame: Frame, names: tuple[Name, ...], ground: Ground) -> Frame:
    """A frame about subjects that were pointed at."""
    before = ground.before
    asked = _fitting(frame, names, ground.knowledge)
    if not asked and (frame.attributes or frame.wishes) and (told := _told(frame, ground)):
        names, asked = told, _fitting(frame, told, ground.knowledge)
    frame = replace(frame, attributes=asked, weak=False)
    if asked:
        return replace(frame, subjects=names, act="look_up" if len(names) == 1 else "compare", wishes=())
    if frame.order and len(names) <= MOST_POINTED:
        return replace(frame, subjects=names, act="compare", attributes=(frame.order.attribute,), order=None)
    if COMPARES.search(frame.text) and len(names) > 1:
        return replace(frame, subjects=names, act="compare")
    if frame.act == "explain" and before.attributes and few_words(frame.text, SHORT) and _bare(frame.text):
        return replace(
            frame, subjects=names, attributes=before.attributes, act="look_up" if len(names) == 1 else "compare"
        )
    return replace(frame, subjects=names, text=_named(frame.text, names)) if len(names) == 1 else frame


BARE = re.compile(
    r"\b(?:the|and|what|how|about|for|one|both|same|of|those|these|them|that|this|all|each|is|it|with|to|\w+(?:st|nd|rd|th)|first|second|third|two|three|last|other|ok|so|go|back)\b",
    re.I,
)


def _bare(text: str) -> bool:
    """A part of nothing but pointing words asks the last question again."""
    return not words(BARE.sub(" ", text))


def _told(frame: Frame, ground: Ground) -> tuple[Name, ...]:
    """Subjects that the last answer named in passing and that have what is asked, in the order of its words."""
    text = ground.last.answer.text
    found = [(text.find(name.name), name) for name in ground.knowledge.rows if name.name in text]
    named = sorted(found, key=lambda pair: pair[0])
    return tuple(name for _, name in named if _fitting(frame, (name,), ground.knowledge))[:MOST_POINTED]


def _fitting(frame: Frame, names: tuple[Name, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes asked of the subjects; "which state is it in" asks for one by its kind."""
    of = {name.kind for name in names}
    asked = frame.attributes or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    if not asked and frame.kind and frame.kind not in of and kinds(frame.kind, knowledge) & of:
        return (frame.kind,)
    return tuple(a for a in asked if not kinds(a, knowledge) or kinds(a, knowledge) & of)


def _named(text: str, names: tuple[Name, ...]) -> str:
    """A part with the names that its pointing words stand for, so that passages about them are found."""
    return f"{text} ({', '.join(name.name for name in names)})"

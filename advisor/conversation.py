"""A conversation as a value: what was asked, what was shown, what is remembered, and how a new message leans on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from advisor.answer import Answer
from advisor.frame import Frame, Remark, Turn, Wish
from advisor.lexicon import Name
from advisor.understanding import Understanding
from advisor.words import ORDINALS, words

ABOUT_ANSWER: tuple[tuple[str, Turn], ...] = (
    (r"\b(?:who says|says who|source|sources|which guide (?:is|says|was)|where (?:did|do|does) (?:you|it|that)|what page|quote it|citation)\b", "who_says"),
    (r"\b(?:are|r|u|you) (?:you |u )?(?:really )?sure\b|\bis (?:that|this|it) (?:really )?(?:true|right|correct|up to date|current)\b|\b(?:can|do) i trust\b|"
     r"\bdon'?t believe\b|\bhow old is\b|\bwhen was (?:this|that|it)\b|\bhow (?:recent|current|do you know)\b|\bsays something different\b|\bcheck that\b|\bup to date\b", "sure"),
    (r"\b(?:shorter|short version|tl;?dr|too long|briefly|in one (?:line|sentence)|sum(?:marize| it) up|in short)\b", "shorter"),
    (r"\b(?:as|in|make it|give me|into) (?:a )?(?:bullet(?:s| points?| list)?|list)\b|\bbullet points?\b", "as_list"),
    (r"\b(?:as|in|make it|into) (?:a )?table\b", "as_table"),
    (r"^\W*(?:but )?(?:why|how come|why so|why is that|why that one)\W*$", "why"),
    (r"^\W*(?:more|tell me more|go on|more details?|continue|and then)\W*$", "more"),
    (r"\b(?:says? otherwise|other guides?|another guide|guides? (?:disagree|differ|agree)|anyone (?:disagree|else))\b", "others"),
)  # fmt: skip
POINTING_ONE = re.compile(
    r"\b(?:it|its|it's|that one|this one|that|there|that school|that program|this program|the same (?:one|school|program)|them?)\b",
    re.I,
)
POINTING_MANY = re.compile(
    r"\b(?:both|they|them|their|those|these|all of them|each|either|of them|which one|which of)\b", re.I
)
NTH = re.compile(r"\b(?:the )?(" + "|".join(ORDINALS) + r"|last)(?: one| school| program| option)?\b", re.I)
GOES_ON = re.compile(
    r"^\W*(?:and|what about|how about|same for|or|also|ok and|then|but what about|and what about|but|n)\b", re.I
)
CORRECTS = re.compile(
    r"\b(?:i meant?|i mean|meant|sorry|instead|rather|actually|not that|no,|nope|wrong|scratch that)\b", re.I
)
FORGETS = re.compile(r"\b(?:forget|drop|ignore|never ?mind|skip|without|leave out|remove)\b", re.I)
SHORT = 6  # words: a follow-up leans on what came before, a whole question stands alone


@dataclass(frozen=True)
class Exchange:
    """One message and what became of it."""

    message: str
    frames: tuple[Frame, ...]
    shown: tuple[Name, ...]
    answer: Answer


@dataclass(frozen=True)
class Conversation:
    """Everything that a next message may lean on."""

    exchanges: tuple[Exchange, ...] = ()
    profile: tuple[Remark, ...] = ()

    @property
    def last(self) -> Exchange | None:
        """The exchange that a follow-up is about."""
        return self.exchanges[-1] if self.exchanges else None

    def after(self, exchange: Exchange, profile: tuple[Remark, ...]) -> "Conversation":
        """The conversation with one exchange more; talk that shows nothing leaves the focus where it was."""
        before = self.last
        if before and not exchange.frames:
            exchange = replace(exchange, frames=before.frames, shown=before.shown)
        return Conversation((*self.exchanges, exchange), profile)

    def without(self, key: str) -> "Conversation":
        """The conversation with one remembered fact dropped."""
        return replace(self, profile=tuple(remark for remark in self.profile if remark.key != key))


def about_answer(message: str, understood: Understanding, conversation: Conversation) -> Turn:
    """Whether a message acts on the last answer instead of asking something of its own."""
    if conversation.last is None or len(words(message)) > 12:
        return "new"
    alone = len(words(message)) <= 3
    if not alone and any(f.subjects or f.attributes or f.order for f in understood.frames):
        return "new"
    return next((turn for pattern, turn in ABOUT_ANSWER if re.search(pattern, message, re.I)), "new")


def remembered(profile: tuple[Remark, ...], understood: Understanding, message: str) -> tuple[Remark, ...]:
    """The profile after a message: new facts replace old ones of their kind, forgotten ones go."""
    keys = {remark.key for remark in understood.remarks}
    kept = tuple(r for r in profile if r.key not in keys and not (FORGETS.search(message) and r.key in words(message)))
    return (*kept, *understood.remarks)


Choosing = Callable[[Frame, tuple[Name, ...]], tuple[Name, ...]]


def resolve(message: str, understood: Understanding, conversation: Conversation, choosing: Choosing) -> Understanding:
    """The message's frames with what they leave open taken from the conversation.

    `choosing` puts shown subjects in the order of a superlative: "the cheaper one".
    """
    if conversation.last is None:
        return understood
    last = replace(conversation.last, shown=_focus(conversation, message))
    frames = tuple(_resolve(_chosen(frame, last, choosing), message, last) for frame in understood.frames)
    if not frames and FORGETS.search(message) and last.frames:
        frames = last.frames
    return replace(understood, frames=frames)


def _focus(conversation: Conversation, message: str) -> tuple[Name, ...]:
    """The subjects shown last; for "both", the last two even where they were shown one by one."""
    shown = conversation.last.shown if conversation.last else ()
    if len(shown) > 1 or not re.search(r"\b(?:both|either|the two)\b", message, re.I):
        return shown
    earlier = [name for exchange in conversation.exchanges[-4:] for name in exchange.shown]
    return tuple(dict.fromkeys(reversed(earlier)))[:2][::-1]


def _chosen(frame: Frame, last: Exchange, choosing: Choosing) -> Frame:
    """ "The cheaper one, does it want the GRE": a superlative that only points at one of the shown subjects."""
    points = frame.order and not frame.subjects and len(last.shown) > 1
    if not (points and re.search(r"\bone\b|\bof (?:these|those|them)\b", frame.text, re.I)):
        return frame
    names = choosing(frame, last.shown)
    if not names:
        return frame
    price = frame.order.attribute if frame.order else ""
    others = tuple(a for a in frame.attributes if a != price)
    asked = others or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
    act = "look_up" if asked or len(words(frame.text)) <= SHORT else "explain"
    return replace(
        frame, subjects=names[:1], order=None, wishes=(), attributes=asked or (price,) * (act == "look_up"), act=act
    )


def _resolve(frame: Frame, message: str, last: Exchange) -> Frame:
    if not last.frames:
        return frame
    before = last.frames[-1]
    if frame.act in {"small_talk", "about", "out_of_scope", "calculate"}:
        return frame
    if frame.act == "recommend" and not last.shown:
        return frame
    if frame.subjects or frame.tie or frame.strangers:
        return _same_question(frame, before, message)
    if CORRECTS.search(message) and (frame.wishes or frame.narrowing != type(frame.narrowing)()):
        return _corrected(frame, before)
    pointed = _pointed(frame.text, last.shown)
    if pointed:
        return _about(frame, pointed, before)
    if _narrows(frame, before):
        return _narrowed(frame, before)
    if frame.attributes and last.shown and _leans(frame.text) and frame.kind is None and frame.order is None:
        return _about(frame, last.shown[:5], before)
    return frame


def _same_question(frame: Frame, before: Frame, message: str) -> Frame:
    """ "And Stevens?", "same for Penn", "no, I meant Drexel": the last question about other subjects."""
    bare = not frame.attributes and not frame.order and frame.act in {"explain", "compare", "look_up", "filter"}
    leans = GOES_ON.search(frame.text) or CORRECTS.search(message) or len(words(frame.text)) <= 4
    if bare and leans and (before.attributes or before.act in {"compare", "explain", "eligibility"}):
        act = "look_up" if before.attributes else before.act
        text = frame.text if before.attributes or before.act != "explain" else f"{before.text} {frame.text}"
        if before.act == "compare" and not before.attributes:
            return replace(frame, act="compare", subjects=_with(before.subjects[:1], frame.subjects))
        return replace(
            frame,
            act=act,
            text=text,
            attributes=before.attributes,
            narrowing=frame.narrowing if frame.narrowing.guides else before.narrowing,
            wishes=frame.wishes or before.wishes,
        )
    if GOES_ON.search(frame.text) and frame.act == "compare" and len(frame.subjects) == 1:
        return replace(frame, subjects=_with(before.subjects, frame.subjects))
    return frame


def _with(first: tuple[Name, ...], second: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _pointed(text: str, shown: tuple[Name, ...]) -> tuple[Name, ...]:
    """The shown subjects that pointing words mean."""
    if not shown:
        return ()
    if (nth := NTH.search(text)) and ("one" in text or len(words(text)) <= SHORT):
        place = -1 if nth[1].lower() == "last" else ORDINALS[nth[1].lower()] - 1
        return (shown[place],) if place < len(shown) else ()
    if POINTING_MANY.search(text):
        return shown[:5]
    return shown[:1] if POINTING_ONE.search(text) else ()


def _about(frame: Frame, names: tuple[Name, ...], before: Frame) -> Frame:
    """A frame about subjects that were pointed at."""
    if frame.attributes:
        return replace(frame, subjects=names, act="look_up" if len(names) == 1 else "compare")
    if frame.wishes:
        asked = tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
        return replace(
            frame, subjects=names, attributes=asked, act="look_up" if len(names) == 1 else "compare", wishes=()
        )
    if frame.order:
        return replace(frame, subjects=names, act="rank")
    if frame.act == "explain" and len(names) == 1 and before.attributes and len(words(frame.text)) <= SHORT:
        return replace(frame, subjects=names, attributes=before.attributes, act="look_up")
    return replace(frame, subjects=names) if len(names) == 1 else frame


def _leans(text: str) -> bool:
    return bool(GOES_ON.search(text)) or len(words(text)) <= SHORT - 1


def _narrows(frame: Frame, before: Frame) -> bool:
    """ "Only online", "cheaper ones", "under 30k?": more conditions on the last set."""
    was_set = before.act in {"filter", "rank", "count", "recommend"}
    return (
        was_set
        and bool(frame.wishes or frame.order or frame.limit)
        and len(words(frame.text)) <= SHORT + 3
        and not frame.attributes[1:]
    )


def _narrowed(frame: Frame, before: Frame) -> Frame:
    return replace(
        frame,
        act="rank" if frame.order or before.order else before.act if before.act != "rank" else "filter",
        wishes=_merged(before.wishes, frame.wishes),
        order=frame.order or before.order,
        limit=frame.limit or (before.limit or 3 if frame.order else before.limit),
        kind=frame.kind or before.kind,
        narrowing=before.narrowing if frame.narrowing == type(frame.narrowing)() else frame.narrowing,
    )


def _merged(old: tuple[Wish, ...], new: tuple[Wish, ...]) -> tuple[Wish, ...]:
    replaced = {wish.attribute for wish in new}
    return (*(wish for wish in old if wish.attribute not in replaced), *new)


def _corrected(frame: Frame, before: Frame) -> Frame:
    """The last frame with one slot overwritten."""
    return replace(
        before,
        text=before.text,
        wishes=_merged(before.wishes, frame.wishes),
        narrowing=before.narrowing if frame.narrowing == type(frame.narrowing)() else frame.narrowing,
    )

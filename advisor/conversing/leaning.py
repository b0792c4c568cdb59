"""A new message leaning on the conversation: what its frames leave open is taken from what was asked and shown."""

import re
from dataclasses import replace

from advisor.conversation import FORGETS, Conversation
from advisor.conversing.asked_back import PRICED, meant, meant_by_home
from advisor.conversing.beyond import beyond_it, further
from advisor.conversing.described import described_one
from advisor.conversing.footing import CORRECTS, FEW, SHORT, Choosing, Footing
from advisor.conversing.forgetting import DROPS, forgetting, forgotten
from advisor.conversing.many_parts import all_of_one, each_again
from advisor.conversing.narrowed import amended, corrected, most_of_all, narrowed, narrows, of_version, turned
from advisor.conversing.of_those import of_them
from advisor.conversing.of_value import of_value, who_has_it
from advisor.conversing.one_of_them import chosen_one, confirmed, of_one, placed_one
from advisor.conversing.personal import OPEN
from advisor.conversing.pointing import DUMMY, MANY, NTH, ONE, few_words, points_nowhere
from advisor.conversing.reckoning import not_at_home, paid_for, reckoned, told_home
from advisor.conversing.repeating import same_question
from advisor.conversing.revising import revised
from advisor.conversing.senses import other_sense
from advisor.conversing.series import side_by_side
from advisor.conversing.sets_again import of_the_set, set_again
from advisor.conversing.shown import about_shown, two_apart, which_shown
from advisor.conversing.summing import summed_up, weighed
from advisor.conversing.swapped import swapped
from advisor.conversing.taken_out import others, taken_out
from advisor.conversing.told import item_meant, told_instead
from advisor.facts import wish_met
from advisor.frame import SETS, Frame, Narrowing
from advisor.knowledge import Knowledge, price_attribute
from advisor.understanding.amounts import find_amounts
from advisor.understanding.context import DEFINES as DEFINED
from advisor.understanding.context import points_back, telling_words, with_context
from advisor.understanding.remarks import SELF
from advisor.understanding.segments import asks
from advisor.understanding.understand import Understanding
from advisor.words import words

DEFINES = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|and|so|but|btw|also|wait|hm+|um+|sorry|quick(?: question)?|by the way)\W+)*(?:what(?:'?s| is| are)? (?:is |are )?an? |explain (?:what )?an? |define |eli5 |explain (?:to me )?like i'?m \w+ )"
    r"(?!\w+ (?:there|here|one)\b)\w+",
    re.I,
)  # "what is a practicum btw": a thing, and nobody's
CLAIMS = re.compile(
    r"\W*(?:(?:but|and|so|well|yeah|yes|ok|true)\W+)*(?:it'?s|it is|that'?s|that is|they'?re|they are|those are) (?:\w+ )?\w+er\b[^?]*",
    re.I,
)  # "but it's cheaper" puts nothing in order
ADVISES = {"eligibility", "recommend"}
ABOUT_IT = re.compile(r"\b(?:about|of) (?:it|them|that one|this one|that school|both|those)\b", re.I)


def resolve(
    message: str, understood: Understanding, conversation: Conversation, choosing: Choosing, knowledge: Knowledge
) -> Understanding:
    """The message's frames with what they leave open taken from the conversation.

    `choosing` puts shown subjects in the order of a superlative: "the cheaper one".
    """
    if conversation.last is None or not conversation.last.frames:
        heard = replace(understood, frames=_once(understood.frames))
        if points_nowhere(message):
            return replace(heard, frames=(Frame(act="small_talk", text=message),))
        return forgetting(message, heard) if FORGETS.search(message) and not asks(message) else heard
    footing = Footing(message, conversation, choosing, knowledge)
    revising = (others, swapped, taken_out, forgotten, not_at_home)
    if frames := next((found for revise in revising if (found := revise(understood, footing))), ()):
        return replace(understood, frames=frames)
    understood = _only_told(revised(_without_dropping(understood), footing))
    frames = each_again(understood, footing) or tuple(_resolve(frame, footing) for frame in understood.frames)
    frames = all_of_one(frames, understood.frames, footing)
    if not frames and any(remark.key == "support" for remark in understood.remarks):
        left = reckoned(Frame("explain", message), footing)  # "my company covers 10k of it", said of a price
        frames = (left,) if left else ()
    if not frames and understood.remarks and footing.before.act in ADVISES:
        frames = (footing.before,)  # what is told after a question of chances, or of what fits, is told for it
    priced = price_attribute(knowledge) in footing.before.attributes
    frames = frames or meant_by_home(understood, footing)
    put_right = CORRECTS.search(message) and (priced or footing.before.act in SETS)
    if not frames and (put_right or (priced and any(r.key in PRICED for r in understood.remarks))):
        frames = footing.last.frames
        for remark in understood.remarks:
            frames = told_home(message, remark.text, frames, knowledge) if remark.key == "home" else frames
    else:
        home = next((remark.text for remark in understood.remarks if remark.key == "home"), None)
        frames = told_home(message, home, frames, knowledge) if home else frames  # "price for me? I live in Ohio"
    return replace(understood, frames=_once(frames))


def _without_dropping(understood: Understanding) -> Understanding:
    """ "Ok leave it. X's price?": a part that only drops what was spoken of asks nothing beside another."""
    left = tuple(frame for frame in understood.frames if not DROPS.fullmatch(frame.own))
    return replace(understood, frames=left) if left else understood


def _only_told(understood: Understanding) -> Understanding:
    """ "I'm from Florida, so?": a part that names nothing beside what is told of a home only tells it."""
    told = any(remark.key in PRICED for remark in understood.remarks)
    named = any(f.subjects or f.tie or f.attributes or f.wishes or f.order or f.limit for f in understood.frames)
    idle = told and not named and all(few_words(f.text, FEW) for f in understood.frames)
    return replace(understood, frames=()) if idle else understood


def _once(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Two parts that came to the same question are one."""
    kept: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        text = frame.text if frame.act == "explain" or not frame.subjects else ""
        key = (frame.act, frame.subjects, frame.tie, frame.attributes, frame.wishes, frame.order, text)
        kept.setdefault(key, frame)
    return tuple(kept.values())


def _resolve(frame: Frame, footing: Footing) -> Frame:
    """One part with what it leaves open filled in; a part that stands alone stays as it is."""
    frame = _as_meant(frame, footing)
    if item := item_meant(frame, footing):
        return item
    if frame.act == "calculate" and (paid := paid_for(frame, footing)):
        return paid
    if frame.taken or frame.act in {"small_talk", "about", "out_of_scope", "calculate"}:
        return frame
    footing = of_the_set(frame, told_instead(frame, footing))
    if (sum_on := summed_up(frame, footing) or weighed(frame, footing) or reckoned(frame, footing)) is not None:
        return sum_on
    sense = (
        meant(frame, footing)
        or side_by_side(frame, footing.conversation.exchanges)
        or chosen_one(frame, footing)
        or of_value(frame, footing)
        or who_has_it(frame, footing)
        or described_one(frame, footing)
        or other_sense(frame, footing)
        or placed_one(frame, footing)
        or of_one(frame, footing)
        or confirmed(frame, footing)
    )
    if sense is not None:
        return sense
    if frame.names_somebody:
        return same_question(frame, footing)
    if DEFINES.search(frame.text) and not (frame.wishes or frame.order or frame.kind):
        return frame
    again = _more_of_it(frame, footing) or of_them(frame, footing) or _counts_nothing(frame, footing)
    return again or _in_context(frame, footing)


def _as_meant(frame: Frame, footing: Footing) -> Frame:
    """A part whose turn of phrase sounds like another question: "tell me about it", "but it's cheaper", "where do I start"."""
    if frame.act == "about" and footing.last.shown and ABOUT_IT.search(frame.text):
        frame = replace(frame, act="explain")
    if frame.asked and DROPS.fullmatch(frame.text.removesuffix(frame.asked)):
        frame = replace(frame, text=frame.asked, asked="")  # "forget it. tell me about X"
    if frame.act == "rank" and CLAIMS.fullmatch(frame.text):
        frame = replace(frame, act="explain", attributes=(), order=None, kind=None, limit=None)
    if frame.act == "recommend" and frame.weak:
        frame = replace(frame, attributes=())  # "where do I start" asks for no town
    return frame


def _counts_nothing(frame: Frame, footing: Footing) -> Frame | None:
    """ "The third one, what does it do" where nothing was shown to count through: which one is asked back."""
    nth = NTH.search(frame.text)
    own = (frame.attributes and not frame.weak) or frame.wishes or frame.order or frame.kind
    if nth is None or own or frame.act != "explain" or footing.last.shown or not few_words(frame.text, SHORT + 2):
        return None
    return Frame(act="small_talk", text=nth.group())


def _in_context(frame: Frame, footing: Footing) -> Frame:
    """ "How do I learn that fast?" after an answer about no subject: searched together with what was asked before."""
    goes_on = _of_what_was_said(frame, footing) or _tells_of_it(frame, footing)
    named = frame.wishes or frame.order or (frame.attributes and not (frame.weak or goes_on))
    lost = (few_words(frame.text, FEW) or ELSE.search(frame.text)) and (
        frame.outside > 0 or _another_grade(frame, footing)
    )
    if again := _with_another(frame, footing):
        return again
    if frame.act != "explain" or named or not (lost or goes_on or points_back(frame.text, footing.knowledge)):
        return frame
    frame = replace(frame, attributes=())
    if footing.last.shown and not lost:
        return frame
    text = f"{footing.before.text.rstrip('?.! ')}. {frame.text}"
    chances = OPEN.search(frame.text) or _another_grade(frame, footing)
    if footing.before.act == "eligibility" and chances and few_words(frame.text, FEW):
        return replace(footing.before, text=text)  # "so realistic?"
    before = (footing.before.around or footing.before.text).rstrip("?.! ")
    about = DEFINED.fullmatch(before) and with_context((before, frame.text), footing.knowledge)[-1]  # "who has it"
    around = about or ". ".join(f"{before}. {frame.text}".split(". ")[-MOST_AROUND:])
    if not telling_words(frame.text, footing.knowledge):  # "which schools" says nothing alone
        return replace(frame, text=around, outside=min(frame.outside, 0.0))
    quoted = tuple(citation.passage_id for citation in footing.last.answer.citations)
    return replace(frame, around=around, told=quoted, outside=min(frame.outside, 0.0))


ELSE = re.compile(r"\b(?:what|who|which|where|anything|something|anyone) (?:else|more)\b", re.I)
MOST_AROUND = 3  # messages that a few words are searched with


def _with_another(frame: Frame, footing: Footing) -> Frame | None:
    """ "And Switzerland?" after an open answer about Germany: the same question of a name that no table has."""
    found, before = ANOTHER.fullmatch(frame.text), footing.before
    bare = not (frame.wishes or frame.order or frame.attributes or frame.kind) and frame.act == "explain"
    known = found and set(words(found["name"])) <= set(footing.knowledge.prose.split())
    if not (bare and found and known and before.act == "explain") or footing.knowledge.vocabulary.attributes:
        return None
    own = {word for name in before.subjects for word in footing.knowledge.words_of.get(name, ())}
    kept = [word for word in before.text.split() if not own & set(words(word))]
    return replace(frame, text=" ".join([*kept, found["name"]]))


ANOTHER = re.compile(r"\W*(?:and|what about|how about|or)\s+(?:(?:in|for|at|the)\s+)*(?P<name>\w+(?: \w+)?)\W*", re.I)


def _of_what_was_said(frame: Frame, footing: Footing) -> bool:
    """ "How much do they pay?" after an open answer that showed nobody: whom it speaks of stands in what was asked before."""
    points = ONE.search(plain := DUMMY.sub(" ", frame.text)) or MANY.search(plain)
    return bool(points and footing.before.act == "explain" and not footing.last.shown)


def _tells_of_it(frame: Frame, footing: Footing) -> bool:
    """ "I only had stats in college" after a question of the mathematics: told for that question."""
    told = SELF.search(frame.text) and not asks(frame.text) and few_words(frame.text, 2 * SHORT)
    return bool(told and footing.before.act in {"explain", "eligibility"} and not footing.last.shown)


def _more_of_it(frame: Frame, footing: Footing) -> Frame | None:
    """The last question with a slot changed: the next place, another amount, year or period, one more condition."""
    before = footing.before
    again = (
        beyond_it(frame, footing)
        or further(frame, before, len(footing.last.shown), footing.knowledge)
        or amended(frame, before, footing.knowledge)
        or turned(frame, before, footing.knowledge)
        or most_of_all(frame, before, two_apart(frame, footing))
        or set_again(frame, footing)
        or which_shown(frame, footing)
    )
    if again is not None:
        return again
    corrects = CORRECTS.search(footing.message) and (frame.wishes or frame.narrowing != Narrowing())
    if of_version(frame, before) and not (corrects or _priced_for_all(frame, before, footing.knowledge)):
        return about_shown(frame, before.subjects, footing)
    if corrects or of_version(frame, before):
        return corrected(frame, before)
    return narrowed(frame, before) if narrows(frame, before, footing.knowledge) else None


def _priced_for_all(frame: Frame, before: Frame, knowledge: Knowledge) -> bool:
    """Whether a price was asked, and every subject has a version as it is asked for now: no campus price is told as the online one."""
    pairs = [(name, wish) for name in before.subjects for wish in frame.wishes]
    met = all(wish_met(knowledge.facts(name, wish.attribute), wish) for name, wish in pairs)
    return met and price_attribute(knowledge) in before.attributes


def _another_grade(frame: Frame, footing: Footing) -> bool:
    """ "And with 2.9?" after a question of chances."""
    return footing.before.act == "eligibility" and any(amount.unit == "gpa" for amount in find_amounts(frame.text))

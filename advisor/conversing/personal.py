"""Frames for one person: what they said about themselves fills what a part leaves open."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.own_wishes import mine
from advisor.arithmetic.price_words import read_told
from advisor.conversing.residents import from_home, tied_at_home
from advisor.frame import Frame, Remark
from advisor.knowledge import Knowledge
from advisor.understanding.amounts import find_amounts
from advisor.understanding.remarks import SELF
from advisor.understanding.segments import asks
from advisor.understanding.understand import Understanding
from advisor.words import words
from index import Residency

FEW_WORDS = 9
MOST_ASKED = 2
BACKGROUND = {"background", "coding", "math", "goal", "work", "stage", "experience", "age", "status"}


def for_person(understood: Understanding, profile: Sequence[Remark], knowledge: Knowledge) -> Understanding:
    """Every frame with the person's residency, and with their background where advice is asked in few words."""
    return replace(understood, frames=tuple(_for_person(frame, profile, knowledge) for frame in understood.frames))


def _for_person(frame: Frame, profile: Sequence[Remark], knowledge: Knowledge) -> Frame:
    told = {remark.key: remark for remark in profile}
    home = told.get("residency")
    if home and frame.narrowing.residency is None:
        residency: Residency = "out-of-state" if "out" in words(home.text) else "in-state"
        frame = replace(frame, narrowing=replace(frame.narrowing, residency=residency))
    frame = tied_at_home(frame, told.get("home"), knowledge)
    frame = from_home(_of_oneself(frame, profile), told.get("home"), knowledge)
    if suited := _suited(frame, profile, knowledge):
        return suited
    helped = told.get("support")
    if helped and frame.subjects and frame.attributes and OWN_SHARE.search(frame.text) and not _taken(frame, helped):
        return replace(frame, text=f"{frame.text} minus {helped.text}")
    advice = frame.act in {"eligibility", "recommend"} or (frame.act == "explain" and not frame.subjects)
    lives = tuple(dict.fromkeys(remark.asks for remark in profile if remark.asks and not remark.wish))[-MOST_ASKED:]
    if advice and lives and OPEN.search(frame.text) and len(words(frame.text)) <= FEW_WORDS:
        text = " ".join(lives) if frame.act == "recommend" else frame.text
        return replace(frame, text=text, lives=lives, outside=0.0)
    keys = BACKGROUND | ({"home"} if NEAR_ME.search(frame.text) else set())
    keys -= {"status"} if ABROAD.search(frame.text) else set()
    texts = [remark.text for key, remark in told.items() if key in keys and remark.text not in frame.text]
    personal = frame.act != "explain" or (SELF.search(frame.text) and asks(frame.text)) or OPEN.search(frame.text)
    if advice and personal and texts and len(words(frame.text)) <= FEW_WORDS:
        told_too = f"{frame.text} ({', '.join(texts)})"
        frame = replace(frame, around=told_too) if frame.act == "explain" else replace(frame, text=told_too)
    return frame


def _taken(frame: Frame, helped: Remark) -> bool:
    """Whether a part says itself what somebody pays of the price."""
    return helped.value in {amount.value for amount in find_amounts(frame.text)} or bool(read_told(frame.text).taken)


def _of_oneself(frame: Frame, profile: Sequence[Remark]) -> Frame:
    """A set with what the person demands, so that it holds as long as the set is talked about."""
    return replace(frame, wishes=mine(frame, profile)) if frame.act in {"filter", "rank", "count"} else frame


def _suited(frame: Frame, profile: Sequence[Remark], knowledge: Knowledge) -> Frame | None:
    """ "Is that one OK for me?", "which of the three could take me": what the person demands and has, looked up for them."""
    demands = [remark.wish.attribute for remark in profile if remark.wish]
    several = len(frame.subjects) > 1
    if several and any(remark.key == "gpa" for remark in profile):
        demands += [name for name, entry in knowledge.vocabulary.attributes.items() if entry.unit == "gpa"]
    fits = FITS_ME.search(frame.text) or (several and TAKES_ME.search(frame.text))
    if not (demands and frame.subjects and not frame.attributes and fits):
        return None
    given = [a for a in demands if any(fact.cell.known for name in frame.subjects for fact in knowledge.facts(name, a))]
    return replace(frame, act="compare" if several else "look_up", attributes=tuple(dict.fromkeys(given or demands)))


TAKES_ME = re.compile(
    r"\b(?:take|accept|admit|want|consider|let) (?:me|us|him|her)\b|\bget in(?:to)?\b|\bchances?\b", re.I
)
FITS_ME = re.compile(
    r"\bfor (?:me|us|him|her|some(?:one|body))\b|\b(?:fits?|suits?|works?) (?:me|us)\b|\b(?:my|our) (?:budget|needs|situation|case)\b|"
    r"\b(?:can|could) i (?:do|take|manage|go|apply)\b|\bright for\b",
    re.I,
)
OWN_SHARE = re.compile(
    r"\b(?:costs? me|(?:i|we|id|ill|i'd|i'll) (?:\w+ ){0,3}?pay|left (?:for me|to pay|over)|my (?:own )?(?:share|part|cost|pocket|side|price)|out of (?:my )?pocket|whats left|what is left|what's left|remain\w*|for me|myself)\b",
    re.I,
)  # what is not paid by somebody else
ABROAD = re.compile(r"\bfrom (?:abroad|overseas)\b", re.I)  # says where they study, and asks of no admission
NEAR_ME = re.compile(
    r"\b(?:for (?:me|us)|near (?:me|us|here|by)|nearby|around here|close to (?:me|us|home)|here|commute)\b", re.I
)
OPEN = re.compile(
    r"\b(?:where|how|what)\b.{0,12}\b(?:start|begin|do (?:i|we)|now|first|next|prepare)\b|\b(?:start|begin)\b|"
    r"\b(?:take|accept|admit|want|let) (?:\w+ )?(?:people|me|us|students|applicants|someone|folks|grads|majors|guys|in)\b|"
    r"\b(?:chances?|get in(?:to)?|a shot|realistic|possible|too late|hope|qualify|eligible|can i (?:even |still )?(?:do|apply))\b",
    re.I,
)


def without_guides(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The same questions put to every guide."""
    return tuple(replace(frame, narrowing=replace(frame.narrowing, guides=())) for frame in frames)

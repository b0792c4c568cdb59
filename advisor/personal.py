"""Frames for one person: what they said about themselves fills what a part leaves open."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.frame import Frame, Remark
from advisor.understanding import Understanding
from advisor.words import words

FEW_WORDS = 9
BACKGROUND = {"background", "coding", "math", "goal", "work", "stage", "experience", "age", "status"}


def for_person(understood: Understanding, profile: Sequence[Remark]) -> Understanding:
    """Every frame with the person's residency, and with their background where advice is asked in few words."""
    return replace(understood, frames=tuple(_for_person(frame, profile) for frame in understood.frames))


def _for_person(frame: Frame, profile: Sequence[Remark]) -> Frame:
    told = {remark.key: remark for remark in profile}
    home = told.get("residency")
    if home and frame.narrowing.residency is None:
        residency = "out-of-state" if "out" in words(home.text) else "in-state"
        frame = replace(frame, narrowing=replace(frame.narrowing, residency=residency))
    advice = frame.act in {"eligibility", "recommend"} or (frame.act == "explain" and not frame.subjects)
    texts = [remark.text for key, remark in told.items() if key in BACKGROUND and remark.text not in frame.text]
    if advice and texts and len(words(frame.text)) <= FEW_WORDS:
        frame = replace(frame, text=f"{frame.text} ({', '.join(texts)})")
    return frame


def without_guides(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The same questions put to every guide."""
    return tuple(replace(frame, narrowing=replace(frame.narrowing, guides=())) for frame in frames)

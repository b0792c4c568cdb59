"""What "it" and "this" mean where nothing was named before: the thing that all guides are about."""

import re
from dataclasses import replace

from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.understanding.segments import without_tag
from advisor.understanding.understand import Understanding
from advisor.words import words

SUBJECT = re.compile(
    r"\b(?P<verb>is|was|will|would|does|did|can|could|should|has) (?:it|this|that)\b"
    r"(?! (?:(?:all|really|even|still|too|so|very|ever|also) )?(?:\w+ )?(?:to|if|that|when|for (?:me|us|him|her|them|someone))\b)",
    re.I,
)  # "is it possible to …" speaks of nothing
OBJECT = re.compile(
    r"(?<!list )(?<!show )(?<!explain )(?<!name )(?<!say )(?<!mean )\b(?:it|this|that)(?=\W*$| (?:if|when|while|with|at|as|and|but|because|after|next)\b)",
    re.I,
)
ASKED = {"explain", "eligibility", "recommend"}
YOU = re.compile(r"\b(?:you|u|your)\b", re.I)  # asks it of the adviser
FEW_WORDS = 9


def of_itself(understood: Understanding) -> Understanding:
    """A message that asks one short thing, names nothing, tells nothing and says "it": marked as asked of what all guides are about."""
    if len(understood.frames) != 1 or understood.remarks:
        return understood
    (frame,) = understood.frames
    named = frame.names_somebody or frame.wishes or frame.order
    if (
        named
        or frame.kind
        or frame.outside > 0
        or frame.act not in ASKED
        or len(words(frame.text)) > FEW_WORDS
        or YOU.search(frame.text)
    ):
        return understood
    pointed = SUBJECT.search(frame.text) or OBJECT.search(frame.text)
    marked = replace(frame, itself=True)
    return replace(understood, frames=(marked,)) if pointed else understood


def as_searched(frame: Frame, knowledge: Knowledge) -> str:
    """A part's words as they are compared in meaning: with the thing that is meant in the place of "it"."""
    topic = knowledge.vocabulary.replies.get("topic")
    if not (frame.itself and topic):
        return without_tag(frame.text)
    text, count = SUBJECT.subn(rf"\g<verb> {topic}", frame.text, count=1)
    return text if count else OBJECT.sub(topic, frame.text, count=1)

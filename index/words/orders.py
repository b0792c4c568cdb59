"""Orders: sentences of a guide that are meant for the program which reads it, or for a reader's purse, and tell nothing."""

import re
from collections.abc import Iterator

from index.words.addressing import AS_A_TURN, TO_A_PROGRAM
from index.words.answering import HOW_TO_ANSWER
from index.words.disguises import hides_words, readings
from index.words.grammar import NOT_OWN, OWN, START, Reason, Rule, rule
from index.words.setting_aside import SET_ASIDE

OFFICIAL = r"(?:\w+\.)*(?:edu|gov|mil|int)(?:\.[a-z]{2})?\b|(?:\w+\.)*ac\.[a-z]{2}\b"
SITE = rf"(?:https?://|www\.)(?!{OFFICIAL})\S+|\b(?!{OFFICIAL})(?:[\w-]+\.)+(?:com|org|net|io|ai|co|info|biz|example|xyz|shop|online|site|app|me|ly|link)\b"
MAIL = rf"[\w.+-]+(?:@| at )(?!{OFFICIAL})[\w-]+\.[\w.-]+"
PHONE = r"(?<![\w$€£.,])(?:\+|00)?\d(?:[ ().-]{0,2}\d){8,}(?![\w%])"
GO = (
    r"(?:visit|go to|click|tap|call|dial|phone|text|message|whatsapp|e-?mail|mail|write to|contact|send|sign up|register|"
    r"log ?in|pay|transfer|donate|download|scan|book|forward|submit|reach|join)"
)
ELSEWHERE = rule(
    "sends readers to an address",
    rf"(?:{START}|[,;:–—]\s*|\band |\bor |\bthen |\bto ){GO}\b.*(?:{SITE}|{MAIL}|{PHONE})",
)
RULES: tuple[Rule, ...] = (*AS_A_TURN, *TO_A_PROGRAM, *SET_ASIDE, *HOW_TO_ANSWER, ELSEWHERE)
BARE_ROLE = re.compile(r"\W*(?:assistant|user|human|chat ?bot|system (?:prompt|message|instructions?))\W*")
LONG, OVERLAP = 1200, 200  # characters
LASTING = frozenset({"speaks to a program", "poses as a turn"})  # whoever is spoken to is so until the paragraph ends


def order_in(text: str) -> Reason | None:
    """Why a sentence is no word of a guide's own to its reader, if it is none."""
    for words in (part for reading in readings(text) for part in _parts(reading)):
        own = OWN.search(NOT_OWN.sub(" ", words)) is not None
        for form in RULES:
            if not (form.spared and own) and form.form.search(words):
                return form.reason
    return "hides words in letters" if hides_words(text) else None


def _parts(words: str) -> Iterator[str]:
    """The words in lengths that can be read at once: what has no end would take for ever, and hide what it says."""
    for start in range(0, max(1, len(words) - OVERLAP), LONG - OVERLAP):
        yield words[start : start + LONG]


def poses_as_speaker(heading: str) -> bool:
    """Whether a heading is nothing but the name of a speaker, "Assistant"."""
    return any(BARE_ROLE.fullmatch(words) for words in readings(heading))

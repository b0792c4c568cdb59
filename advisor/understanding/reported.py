"""What somebody else is said to say: "my dad says X, is he right" asks whether X holds, whoever says it."""

import re

from advisor.knowledge import Knowledge
from advisor.understanding.narrowing import without_guide_names
from advisor.understanding.segments import asks
from advisor.words import runs

OPENING = r"(?:(?:so|ok|okay|hi|hey|hello|but|and|well|also|um|lol|honestly|basically)\W+)*"
ASKED = r"(?!(?:what|which|who|how|why|where|when|do|does|did|is|are|was|can|could|will|would|should|if|it|this|that|you|u|i)\b)"
WHO = rf"{ASKED}[\w']+(?: [\w']+){{0,3}}?(?: (?:who|that|from|at|on|in) [\w' ]{{1,30}}?)?"
SAYS = r"(?:says?|said|told (?:me|us)|tells me|thinks?|claims?|claimed|swears?|insists?|keeps? (?:saying|telling me)|reckons?|believes?)"
HEARD = r"(?:i(?:'ve|ve| have)? )?(?:just )?(?:heard?|read|saw|was told|been told|keep (?:hearing|reading))(?: (?:somewhere|online|once|(?:on|in|from) [\w']+))?"
HOLDS = r"(?:right|true|correct|so|real|legit|accurate|the case)"
NOT_SO = r"(?:wrong|lying|bs|bullshit|a lie|a myth|nonsense)"
PERSON = r"(?:he|she|they|it|that|this|dad|mom)"
TAIL = (
    rf"(?:(?:is|was|are) {PERSON} (?:really |actually |even |still )?(?:{HOLDS}|(?P<wrong>{NOT_SO}))|{PERSON}'?s (?:{HOLDS}|(?P<false>{NOT_SO}))"
    rf"|{HOLDS}|really|yes or no|fact or myth|should i (?:believe|listen to|trust) \w+|do(?:es)? {PERSON} have a point)"
)
REPORT = re.compile(
    rf"(?:\A|(?<=[.?!]\s)|(?<=\n))\W*{OPENING}(?P<who>{WHO} {SAYS}|{HEARD})(?:[:,]| that| how)? (?P<claim>(?:[^.?!\n]|\.(?!\s)){{8,}}?)"
    rf"(?:[\s,;.!?-]+{TAIL}\s*(?:[.?!]+(?=\s|\Z)|\Z)|\s*\?+(?=\s|\Z))",
    re.I,
)
ALONE = re.compile(
    rf"\A\W*{OPENING}(?P<who>{WHO} {SAYS})(?:[:,]| that| how)? (?P<claim>(?!(?:{PERSON}|we|you|u)\b|(?:he|she|they|it)'?(?:s|ll|d|re)\b)[^.?!\n]{{8,}})\W*\Z",
    re.I,
)  # a report that is all of a message asks as well
OWN = re.compile(r"\b(?:i|im|i'm|ive|i've|ill|i'll|me|my|we|our|us)\b", re.I)
WHETHER, WHETHER_NOT = ", right?", ", am i wrong?"


def whether_claims(message: str, knowledge: Knowledge) -> str:
    """A message in which what others say is asked as a claim of its own; what a guide or a school says stays theirs."""

    def asked(found: re.Match[str]) -> str:
        of_ours = not knowledge.forms_of_kind(knowledge.main_kind).isdisjoint(runs(found["who"]))
        told = found.re is ALONE and OWN.search(found["claim"])
        if told or of_ours or asks(found["claim"]) or without_guide_names(found["who"], knowledge) != found["who"]:
            return found[0]
        wrong = found.re is REPORT and (found["wrong"] or found["false"])
        return found["claim"] + (WHETHER_NOT if wrong else WHETHER)

    return ALONE.sub(asked, REPORT.sub(asked, message))

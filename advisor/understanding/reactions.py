"""Reactions that ask nothing: "ugh", "hmm, that's a lot", "wow, so expensive"."""

import re

SIGHS = r"u+gh+|hm+|oh+|ah+|wow+|ouch|damn|omg|jeez|geez|yikes|phew|woah?|whoa|wtf|oof|argh|sigh"
FEELS = (
    r"nervous|anxious|worr(?:ied|ying)|scared|afraid|terrif(?:ied|ying)|overwhelm(?:ed|ing)|stress(?:ed|ful|ing)|depress(?:ed|ing)|"
    r"panick?ing|frustrat(?:ed|ing)|discourag(?:ed|ing)|intimidat(?:ed|ing)|exhaust(?:ed|ing)|tired|freak(?:ed|ing)(?: me)? out"
)
SAYS_NOTHING = (
    rf"{SIGHS}|{FEELS}|ok(?:ay)?|so|well|fine|it|that|this|that'?s|thats|it'?s|is|yes|yeah|no|sure|maybe|still|just|cool|too|much|expensive|alright|"
    r"way|insane|crazy|scary|sad|hard|lots?|a|an|bit|really|pretty|very|sounds?|looks?|good|great|nice|money|text|info|nvm|never ?mind|whatever|nah|nope|lol|not|bad|sucks?|tbh|ngl|honestly|"
    r"i'?m|i am|i feel|feeling|feels|makes me|kind of|kinda|right now|now|all|man|bro|haha+|gosh|god bless(?: you| u)?|bless you|god|my|oh my|nothing|fair|wild|steep|long|slow|pricey|rough|tough|helpful|useful|interesting|funny|enough"
)
REACTS = re.compile(rf"\W*(?:(?:{SAYS_NOTHING})\b\W*)+", re.I)
ASKS = re.compile(
    rf"\W*(?:(?:{SIGHS}|ok(?:ay)?|so|well)\W+)*(?:is|so it'?s|it'?s not|so its|its not)\b", re.I
)  # "is it hard", with no mark
SIGHING = re.compile(rf"\b(?:{SIGHS}|{FEELS}|lots?|much|expensive|insane|crazy|scary|sad|hard|bad|sucks?)\b", re.I)


def reacts(text: str) -> bool:
    """Whether a part is nothing but a reaction to what was shown."""
    return "?" not in text and REACTS.fullmatch(text) is not None and ASKS.match(text) is None


def without_reactions(message: str) -> str:
    """ "That's a lot! Why": a message without the sentences before it that only react; all of it where nothing else stands there."""
    first, *rest = SENTENCE.split(message, maxsplit=1)
    return without_reactions(rest[0]) if rest and rest[0].strip() and reacts(first) else message


SENTENCE = re.compile(r"(?<=[.!,;])\s+|\n+|\s+-+\s+")


def sighs(text: str) -> bool:
    """Whether a reaction says that something is too much."""
    return reacts(text) and SIGHING.search(text) is not None

"""Doubts about the last answer that bring something with them: a figure read elsewhere, or two guides that differ."""

import re
from collections.abc import Sequence

from advisor.conversation import Exchange
from advisor.frame import Turn
from advisor.proving.figures import figures
from advisor.understanding.amounts import Amount, find_amounts
from advisor.understanding.reactions import SAYS_NOTHING
from advisor.understanding.understand import Understanding
from advisor.words import words

MOST_WORDS = 16
SAYS = r"(?:say(?:s|ing)?|said|sed|tells?|told|has|had|shows?|claims?|lists?|listed|gives?|writes?|wrote|puts?|quotes?|got)"
OUTSIDE = re.compile(
    rf"\b(?:other|another|different|some|official|own|google|reddit|quora|wikipedia|(?:web|home)(?:site|page)s?|(?:web ?)?sites?|pages?|"
    rf"blogs?|forums?|articles?|chat ?gpt|gpt|internet|us ?news|brochure|friend|cousin|brother|sister|colleague|coworker|boss|recruiter|"
    rf"somebody|someone|people|everyone|everybody)\b.{{0,24}}\b{SAYS}\b|\bi (?:read|saw|seen|heard|found|thought|was told)\b",
    re.I,
)
DIFFER = re.compile(
    r"\bwhy (?:are|is|do|does|r) (?:they|these|those|it|u|you|there|the (?:\w+ )?(?:numbers?|prices?|figures?|values?|guides?|two|answers?))\b"
    r".{0,24}\b(?:differ\w*|disagree|two|three|not the same|so far apart|vary|something else|otherwise)\b"
    r"|\bwhy (?:the )?(?:difference|two (?:prices?|numbers?|values?|answers?|figures?)|differ\w*)\b"
    r"|\bwho(?:'s| is|s) (?:right|correct|telling the truth)\b|\b(?:which|wich) (?:one |of (?:them|those|these|the two) |(?:price|number|figure|value|guide|length|answer) )?"
    r"(?:is|are|do i|should i|to|can i) (?:the |more |actually )?(?:right|correct|true|real|believe|trust|rely on)\b(?! (?:for|program|school|fit))",
    re.I,
)


NEWER = re.compile(
    r"^\W*(?:(?:and|so|ok|but|hm+)\W+)*(?:which|wich|what) (?:one |of (?:them|those|these|the two) |guide |(?:price|number|figure|value|length) )?(?:is|was|are) "
    r"(?:the )?(?:newer|newest|more recent|most recent|latest|older|oldest|up to date|more up to date)\b",
    re.I,
)


def doubted(message: str, understood: Understanding, exchanges: Sequence[Exchange]) -> Turn | None:
    """Which doubt of this kind a message raises; none where it names somebody that the last answer did not show."""
    last = exchanges[-1]
    others = [name for frame in understood.frames for name in frame.subjects if name not in last.shown]
    if others or not last.answer.citations or len(words(message)) > MOST_WORDS:
        return None
    if _disagree(exchanges) and (DIFFER.search(message) or NEWER.search(message)):
        return "differ" if DIFFER.search(message) else "who_says"
    amounts = [amount for amount in find_amounts(message) if amount.unit != "gpa"]
    if len(amounts) == 1 and "?" in message and _only_repeats(message, amounts[0], last):
        return "sure"
    held = last.answer.figures and OUTSIDE.search(message) and not any(frame.wishes for frame in understood.frames)
    return "elsewhere" if amounts and held else None


def _only_repeats(message: str, amount: Amount, last: Exchange) -> bool:
    """ "Wait, 245k??": a figure of the last answer once more, and nothing else."""
    rest = f"{message[: amount.start]} {message[amount.end :]}"
    return repeats(amount, last.answer.text) and not DOUBTS.sub(" ", rest).strip()


def repeats(amount: Amount, text: str) -> bool:
    """Whether an amount is one of a text's figures, as people round them."""
    told = (value for figure in figures(text) for value in figure.values)
    return any(abs(amount.value - value) <= ROUNDED * value for value in told)


ROUNDED = 0.01  # "245k" of $245,190
DOUBTS = re.compile(
    rf"\b(?:{SAYS_NOTHING}|wait|what|whats?|really|seriously|for real|dollars|bucks|usd|years?|per|credits?)\b|[^\w]",
    re.I,
)


def _disagree(exchanges: Sequence[Exchange]) -> bool:
    """Whether the last answer about those shown, or one before it, told values that differ."""
    about = [exchange for exchange in exchanges[-LOOKED_BACK:] if exchange.shown == exchanges[-1].shown]
    return any(note.kind == "disagreement" for exchange in about for note in exchange.answer.notes)


LOOKED_BACK = 3

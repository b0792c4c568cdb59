"""Pointing words ("the second one", "both", "there") resolved against the subjects that answers have shown."""

import re
from collections.abc import Sequence

from advisor.conversation import Exchange
from advisor.conversing.series import asked_alike, counted, named_first
from advisor.lexicon import Name
from advisor.words import NUMBER_WORDS, ORDINALS, words

MOST_POINTED = 5
LOOKED_BACK = 4  # exchanges
PRONOUN = (
    r"(?:^|\b(?:is|was|does|do|did|for|of|at|about|in|with|on|like|than|to|and|by|from|can|would|will|what's|whats|how's)\s)"
    r"\W*(?:that|this)\b(?! (?:if|you|i|we)\b)"
)
ONE = re.compile(
    r"\b(?:it|its|it's|(?:that|this|the|same) (?:one|school|program|university|uni|place|job|role|company|guide)|the same|them|"
    rf"he|she)\b|(?<!is )(?<!are )(?<!was )\bthere\b(?! (?:is|are|any|an?)\b)|{PRONOUN}",
    re.I,
)
MANY = re.compile(
    r"\b(?:they|theyre|them|their|those|these|all of (?:them|these|those)|each|of them|which one|which of|all (?:two|three|four|five))\b",
    re.I,
)
PAIR = re.compile(r"\b(?:both|either|the two|these two|those two|neither|between them)\b", re.I)
OTHER = re.compile(r"\bthe other(?: one| two| three| school| program)?s?\b|\bthe (?:latter|rest)\b(?! of\b)", re.I)
OF_SOME = re.compile(r"\b(?:of them|which one|which of|compare)\b", re.I)
PLACE = "|".join(ORDINALS)
THING = r"(?:one|school|program|option|university|place|job|role|row|on the list)"
NTH = re.compile(
    rf"\bthe (?P<a>{PLACE}|last|former)\b(?! (?:year|semester|term|month|week|course|class|step|time|thing|day|\d))"
    rf"|\b(?P<b>{PLACE}|last)(?= {THING}\b)|^\W*(?:and )?(?P<c>{PLACE}|last)\W*$|(?:#|\b(?:number|no\.?|nr\.?|option)\s"
    r"|\A\W*(?:(?:and|ok|what about|how about|then|also|now) )*(?=\d\W*\Z))(?P<d>\d)\b",
    re.I,
)
NEXT_NTH = re.compile(
    rf"\b(?:{PLACE}) (?:and|or|&) (?P<a>{PLACE}|last)\b(?P<b>)(?P<c>)(?P<d>)", re.I
)  # "the first and second"
FIRST_FEW = re.compile(rf"\b(?P<end>first|top|last|bottom) (?P<n>\d|{'|'.join(NUMBER_WORDS)})\b", re.I)
DUMMY = re.compile(
    r"\b(?:is|was|would) (?:all )?(?:this|that) (?:\w+ ){0,2}?(?:realistic|possible|too late|worth it|(?:a )?(?:stupid|bad|good|crazy) idea|normal)\b|"
    r"\b(?:is|was|does|would|will|can) it (?:\w+ ){0,2}?(?:worth|possible|too late|late|hard|easy|ok(?:ay)?|necessary|normal|true|matter|"
    r"better|smart|realistic|stupid|make sense|pay off|safe|possible)\b|\bworth it\b|\benough (?:for|to do) (?:it|that|this)\b|\bit(?:'s| is) (?:hard|possible|true|ok)\b|"
    r"\b(?:get|got|make|do|doing|like|about|for) it\b(?=\W*$)",
    re.I,
)

BARE = re.compile(
    r"\b(?:the|and|what|how|about|for|one|both|same|of|those|these|them|that|this|all|each|is|was|whats|whos|which|it|right|correct|sorry|meant|mean|i|with|to|\d+(?:st|nd|rd|th)?|number|no|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|two|three|last|others?|rest|ok|so|go|back)\b",
    re.I,
)


def pointed(text: str, exchanges: Sequence[Exchange]) -> tuple[Name, ...]:
    """The shown subjects that pointing words mean; empty where nothing is pointed at."""
    if len(exchanges) > 1 and not exchanges[-1].shown:
        exchanges = () if _of_a_thing(exchanges[-1]) else exchanges[:-1]
    shown = exchanges[-1].shown if exchanges else ()
    if not shown:
        return ()
    if alike := named_first(text, exchanges) or counted(text, exchanges):
        return alike
    if few := FIRST_FEW.search(text):
        return _end(few, _several(exchanges))
    if places := [place(nth) for pattern in (NTH, NEXT_NTH) for nth in pattern.finditer(text)]:
        listed = _several(exchanges, max(map(abs, places)))
        return tuple(dict.fromkeys(listed[at - (at > 0)] for at in places if abs(at) <= len(listed)))
    if OTHER.search(text):
        return _others(exchanges)
    if PAIR.search(text):
        return two_shown(exchanges)
    plain = DUMMY.sub(" ", text)
    if MANY.search(plain):
        if len(shown) == 1 and OF_SOME.search(plain):
            listed = _several(exchanges)
            return listed if shown[0] in listed[:MOST_POINTED] and len(listed) <= MOST_POINTED else two_shown(exchanges)
        return asked_alike(exchanges) or shown[:MOST_POINTED]
    return _in_focus(exchanges[-1]) if ONE.search(plain) else ()


def _of_a_thing(last: Exchange) -> bool:
    """Whether an answer that showed nobody was about something else: "is a thesis worth it"."""
    frame = last.frames[-1] if last.frames else None
    return frame is not None and frame.act == "explain" and bool(frame.attributes) and not frame.weak


def _in_focus(last: Exchange) -> tuple[Name, ...]:
    """The first subject shown, or the one whose place was asked for: "the second cheapest"."""
    place = place_of(last.message)
    return last.shown[-1:] if place and place == len(last.shown) else last.shown[:1]


def place_of(text: str) -> int | None:
    """The one place that a part speaks of: "who was second", "the third"."""
    said = [ORDINALS[word] for word in words(text) if word in ORDINALS]
    return said[0] if len(said) == 1 else None


def place(nth: re.Match[str]) -> int:
    """The place from the top, or -1 for the last."""
    said = (nth["a"] or nth["b"] or nth["c"] or "").lower()
    return -1 if said == "last" else 1 if said == "former" else ORDINALS[said] if said else int(nth["d"])


def _end(few: re.Match[str], shown: tuple[Name, ...]) -> tuple[Name, ...]:
    said = few["n"].lower()
    count = NUMBER_WORDS.get(said) or int(said)
    return shown[:count] if few["end"].lower() in {"first", "top"} else shown[-count:]


def _several(exchanges: Sequence[Exchange], least: int = 2) -> tuple[Name, ...]:
    """The last answer that showed enough subjects to count through."""
    recent = [exchange.shown for exchange in reversed(exchanges[-LOOKED_BACK:])]
    return next((shown for shown in recent if len(shown) >= max(least, 2)), asked_alike(exchanges) or recent[0])


def _others(exchanges: Sequence[Exchange]) -> tuple[Name, ...]:
    """What a list of a few showed beside the one that was spoken of since; of two shown now, the second."""
    shown, listed = exchanges[-1].shown, _several(exchanges)
    rest = tuple(name for name in listed if name not in shown)
    return rest[:MOST_POINTED] or listed[1:2]


def two_shown(exchanges: Sequence[Exchange]) -> tuple[Name, ...]:
    """Two subjects of one answer, else the last two that were shown one by one."""
    shown = exchanges[-1].shown
    if len(shown) > 1:
        return shown[:2]
    earlier = [name for exchange in exchanges[-LOOKED_BACK:] for name in exchange.shown[:2]]
    return tuple(dict.fromkeys(reversed(earlier)))[:2][::-1]


def points_nowhere(text: str) -> bool:
    """Whether a message is nothing but pointing words."""
    return bool(NTH.search(text) or PAIR.search(text)) and not words(BARE.sub(" ", text))


def few_words(text: str, most: int) -> bool:
    """Whether a part is short enough to lean on what came before."""
    return len(words(text)) <= most

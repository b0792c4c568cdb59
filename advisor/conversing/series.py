"""Several subjects asked about one by one: what "their", "all three" and "the first you named" mean after single answers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.conversation import Exchange
from advisor.frame import Frame
from advisor.lexicon import Name
from advisor.words import NUMBER_WORDS

MOST = 6
COUNTED = re.compile(
    rf"\b(?:(?:all|these|those|of the|all of these|all of those) (?P<n>\d|{'|'.join(NUMBER_WORDS)})\b(?![- ]?(?:years?|credits?|courses?|k\b))|(?P<pair>both)|(?P<all>all|each|every one) of (?:them|these|those))\b",
    re.I,
)
NAMED_FIRST = re.compile(
    r"\b(?:first|1st)\b.{0,12}\b(?:you|u|we|i) (?:\w+ )?(?:said|mention\w*|told|gave|named|ask\w*|talk\w*|start\w*|list\w*)"
    r"|\b(?:said|mentioned|named|asked|started with)\b.{0,16}\bfirst\b|\bat the (?:start|beginning|very top of (?:the|this) (?:chat|talk))\b",
    re.I,
)


def asked_alike(exchanges: Sequence[Exchange], *, several: bool = False) -> tuple[Name, ...]:
    """The subjects that the last answers showed one by one (or some at once) to the same question, oldest first."""
    names: list[Name] = []
    for exchange in reversed(exchanges[-MOST:]):
        single = len(exchange.shown) == 1 or (several and exchange.shown)
        if not single or not _same_question(exchange, exchanges[-1]):
            break
        names += [name for name in reversed(exchange.shown) if name not in names]
    alike = [name for name in names if name.kind == names[0].kind]
    return tuple(reversed(alike)) if len(alike) > 1 else ()


def _same_question(one: Exchange, other: Exchange) -> bool:
    asked = [exchange.frames[-1].attributes if exchange.frames else () for exchange in (one, other)]
    return bool(asked[0]) and asked[0] == asked[1]


def counted(text: str, exchanges: Sequence[Exchange]) -> tuple[Name, ...]:
    """ "All three", "both of them": as many of the subjects shown last, one by one, as are said."""
    found = COUNTED.search(text)
    if found is None or not exchanges or not exchanges[-1].shown:
        return ()
    few = len(exchanges[-1].shown)
    if few > 1 and not (_number(found) > few and all(len(one.shown) <= few for one in exchanges[-MOST:])):
        return ()
    if listed := _listed(found, exchanges):
        return listed
    recent = [name for exchange in reversed(exchanges[-MOST:]) for name in exchange.shown[:few]]
    names = [name for name in dict.fromkeys(recent) if name.kind == recent[0].kind]
    count = 2 if found["pair"] else _number(found) or len(names)
    return tuple(reversed(names[:count])) if 1 < count <= len(names) else ()


def _number(found: re.Match[str]) -> int:
    said = (found["n"] or "").lower()
    return NUMBER_WORDS.get(said) or (int(said) if said.isdigit() else 0)


def _listed(found: re.Match[str], exchanges: Sequence[Exchange]) -> tuple[Name, ...]:
    """ "Of the five": a list of so many that was shown before one of them was asked about."""
    recent = reversed(exchanges[-MOST:])
    return next((one.shown for one in recent if _number(found) > 1 and len(one.shown) == _number(found)), ())


def named_first(text: str, exchanges: Sequence[Exchange]) -> tuple[Name, ...]:
    """ "The first one you mentioned": whom the talk began with."""
    if not NAMED_FIRST.search(text):
        return ()
    return next((exchange.shown[:1] for exchange in exchanges if exchange.shown), ())


def side_by_side(frame: Frame, exchanges: Sequence[Exchange]) -> Frame | None:
    """ "Put all three in a table": what each was asked for, side by side."""
    names = counted(frame.text, exchanges) or asked_alike(exchanges)
    asks_own = frame.attributes and not IN_ORDER.match(frame.text)
    if not names or asks_own or frame.subjects or not BESIDE.search(frame.text):
        return None
    frames = [part for exchange in exchanges[-MOST:] for part in exchange.frames if set(part.subjects) & set(names)]
    asked = tuple(dict.fromkeys(attribute for part in frames for attribute in part.attributes))
    return replace(frame, act="compare", subjects=names, attributes=asked, narrowing=exchanges[-1].frames[-1].narrowing)


IN_ORDER = re.compile(
    r"^\W*(?:(?:and|so|ok|now|pls|please|can you) )*(?:rank|sort|order|compare) (?:these|those|them|all)\b", re.I
)  # "rank these" asks for no place in a ranking
BESIDE = re.compile(rf"{IN_ORDER.pattern}|\btable\b|\bside by side\b|\bnext to each other\b|\btogether\b", re.I)

"""One of those shown, meant by a word that only it has: "the private one", "the one in Texas", "the Pittsburgh one"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from advisor.conversing.footing import Footing
from advisor.conversing.pointing import LOOKED_BACK, NTH, few_words
from advisor.conversing.shown import about_shown, with_names
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.words import phrase, words

MOST_WORDS = 10
THE_ONE = re.compile(
    r"\bthe (?P<word>[a-z][\w'-]+(?: [a-z][\w'-]+)?) (?:one|school|uni|university|program)\b(?! (?:with|that|who|which))",
    re.I,
)


def described_one(frame: Frame, footing: Footing) -> Frame | None:
    """ "I mean the Illinois one": the last question, or the part's own, about the one of those shown that is so."""
    found = THE_ONE.search(frame.text)
    if (
        found is None
        or frame.subjects
        or frame.order
        or NTH.search(frame.text)
        or not few_words(frame.text, MOST_WORDS)
    ):
        return None
    recent = footing.conversation.exchanges[-LOOKED_BACK:]
    for shown in (footing.last.shown, tuple(dict.fromkeys(n for one in reversed(recent) for n in one.shown))):
        fits = [name for name in shown if _is_so(name, found["word"], footing.knowledge)] or [
            name for name in shown if found["word"].lower() in words(name.name)
        ]
        if len(fits) == 1 and len(shown) > 1:
            return _about(frame, fits[0], footing)
    return None


def _is_so(name: Name, word: str, knowledge: Knowledge) -> bool:
    """Whether a word is a value of a cell of somebody, and no figure."""
    said = phrase(word)
    return any(said == each for each in _values(name, knowledge))


def _values(name: Name, knowledge: Knowledge) -> Iterable[str]:
    cells = (cell for row in knowledge.rows.get(name, ()) for cell in row.cells[1:])
    return (phrase(cell.text) for cell in cells if cell.known and cell.value is None)


def _about(frame: Frame, name: Name, footing: Footing) -> Frame:
    """What is asked now of that one, else what was asked of the others."""
    asked = frame.attributes or footing.before.attributes
    about = replace(frame, tie=(), wishes=(), kind=None, attributes=asked, text=with_names(frame.text, (name,)))
    return about_shown(about, (name,), footing)

"""The sentence that answers put first: a section answers its own question first, and the reader may have asked another."""

from collections.abc import Sequence

from advisor.answering.named_in import schools_in
from advisor.answering.quoting import LEANS, Quote
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.proving.figures import figures
from advisor.understanding.acts import HOW_MANY

AHEAD = 0.2  # a sentence this much closer to the question than the first one is the answer;
ASIDE = 0.3  # one this much further off than it says something else
OWN_QUESTION = 0.75  # the section's own question this close is the reader's, which its first sentence answers


def answering_first(quotes: Sequence[Quote], own: float, frame: Frame, knowledge: Knowledge) -> tuple[Quote, ...]:
    """The quotes with the sentence that answers in front, where the section was written to another question."""
    if own >= OWN_QUESTION or len(quotes) < 2 or any(quote.item for quote in quotes):
        return tuple(quotes)
    best = max(range(len(quotes)), key=lambda at: (quotes[at].close, -at))
    counts = HOW_MANY.search(frame.text) and figures(quotes[best].text) and not figures(quotes[0].text)
    near = quotes[best].close - quotes[0].close < (0.0 if counts else AHEAD)
    if near or LEANS.match(quotes[best].text) or _loses_name(quotes[0], quotes[best], frame, knowledge):
        return tuple(quotes)
    end = best + 1
    while end < len(quotes) and LEANS.match(quotes[end].text):
        end += 1
    rest = (*quotes[:best], *quotes[end:])
    return (*quotes[best:end], *(quote for quote in rest if quote.close >= quotes[best].close - ASIDE))


def _loses_name(first: Quote, best: Quote, frame: Frame, knowledge: Knowledge) -> bool:
    """Whether a school is asked for, and only the first sentence names one."""
    if frame.kind != knowledge.main_kind:
        return False
    return bool(schools_in(first.text, knowledge)) and not schools_in(best.text, knowledge)

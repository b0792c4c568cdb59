"""Whether something is needed that no table has a column for: what the guides' prose says of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.named_in import names_any
from advisor.answering.passages import Passage, Searching, choose
from advisor.answering.quoting import cut_list
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.vectors import Vector
from advisor.words import phrase
from index import Chunk

NEED = re.compile(
    r"\b(?:needs?|needed|requir\w*|must|ha(?:ve|s) to|necessary|mandatory|compulsory|obligatory|ask(?:s|ed)? for|accept\w*|look(?:s|ed)? at|"
    r"submit|send|documents?|prerequisites?)\b",
    re.I,
)


def of_need(
    frame: Frame, ungiven: Sequence[str], vector: Vector, library: Searching, knowledge: Knowledge
) -> list[Passage]:
    """The passages on what is needed that hold the thing asked, their lists without what is not asked."""
    if not ungiven or frame.subjects or not NEED.search(frame.text):
        return []
    forms = [form for a in ungiven for word in knowledge.vocabulary.attributes[a].asked if (form := phrase(word))]
    found = choose(frame, vector, library, knowledge, only=lambda chunk: _on_need(chunk, forms))
    asked = [form for form in forms if f" {form} " in f" {phrase(frame.text)} "]
    return [_only(passage, asked if names_any(passage.chunk.text, asked) else forms) for passage in found]


def _on_need(chunk: Chunk, forms: Sequence[str]) -> bool:
    """Whether a section answers what is needed, and names the thing."""
    return NEED.search(chunk.heading) is not None and names_any(chunk.text, forms)


def _only(passage: Passage, forms: Sequence[str]) -> Passage:
    """A passage whose list is cut to the items that name the thing, where any does."""
    items = [quote for quote in passage.quotes if quote.item and names_any(quote.text, forms)]
    return replace(passage, quotes=cut_list(passage.quotes, items)) if items else passage

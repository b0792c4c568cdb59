"""What a guide says of all that it lists, where one of them is asked about and nothing is said of it alone."""

from collections.abc import Iterator

from advisor.answering.named_elsewhere import forms_of
from advisor.answering.named_in import names_any
from advisor.answering.quoting import without_reply
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.tellings import Telling
from advisor.words import NEUTRAL, stem, words


def answer_of_all(frame: Frame, shelf: Shelf) -> Part | None:
    """The sentence on all of a guide's schools that has every telling word asked of one of them, or of what was asked."""
    told = next(_telling(frame, shelf), None)
    if told is None:
        return None
    said = Claim(without_reply(told.text), (told.chunk.id,))
    return Part(frame, "answered", (Paragraph((said,)),), frame.subjects)


def _telling(frame: Frame, shelf: Shelf) -> Iterator[Telling]:
    asked = {w for w in words(frame.text) if w.isalpha() and w not in shelf.knowledge.stop | NEUTRAL}
    for name in frame.subjects:
        rest = {stem(word) for word in asked - shelf.knowledge.words_of.get(name, frozenset())}
        for one in shelf.said_of_all.get(name, ()):
            held = one.stems | {stem(word) for word in words(one.chunk.heading)}
            forms = [form for attribute in frame.attributes for form in forms_of(attribute, shelf.knowledge)]
            if (rest and rest <= held) or (forms and names_any(one.text, forms)):
                yield one

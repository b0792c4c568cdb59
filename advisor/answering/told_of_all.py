"""What sentences say of several, where a set or an order is asked for and no table gives what would decide."""

from dataclasses import replace

from advisor.answering.named_elsewhere import has_words_of, in_sentences
from advisor.draft import Bullets, Claim
from advisor.frame import Frame
from advisor.part import Part
from advisor.saying import label_of, listed
from advisor.shelf import Shelf

SETS = {"rank", "filter"}
LEAST, MOST = 2, 8  # of whom sentences speak


def told_of_all(frame: Frame, shelf: Shelf) -> Part | None:
    """The sentence about each that says what was asked, in no order; None where a table gives it or hardly anybody is told of."""
    knowledge = shelf.knowledge
    decides = [frame.order.attribute] if frame.order else [wish.attribute for wish in frame.wishes]
    if frame.act not in SETS or frame.names_somebody or not decides or not set(decides) <= knowledge.ungiven:
        return None
    asked = replace(frame, attributes=tuple(dict.fromkeys(decides)), wishes=(), order=None, text="", asked="")
    names = [name for name in shelf.tellings if name.kind == (frame.kind or knowledge.main_kind)]
    told = {
        name: found[:1]
        for name in names
        if (
            found := [
                c
                for c in in_sentences(replace(asked, subjects=(name,)), shelf)
                if has_words_of(c.text, decides, knowledge)
            ]
        )
    }
    if len(told) < LEAST:
        return None
    label = listed([label_of(attribute, knowledge) for attribute in asked.attributes])
    lead = Claim(f"No table of the guides gives {label}; in words they say:", kind="plain")
    items = tuple(dict.fromkeys(claim for found in told.values() for claim in found))[:MOST]
    return Part(frame, "partly_answered", (Bullets(lead, items),), tuple(told))

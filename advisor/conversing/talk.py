"""Replies that quote no guide: greetings, what the adviser is for, a question back, a nod to what was told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answer import Status
from advisor.answering.look_ups import answer_look_up
from advisor.answering.open_questions import say_passages
from advisor.answering.passages import choose
from advisor.conversation import FORGETS
from advisor.conversing.pointing import points_nowhere
from advisor.draft import Claim, Paragraph
from advisor.frame import Frame, Remark
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, listed
from advisor.shelf import Shelf
from advisor.understanding.reactions import sighs
from advisor.vectors import Vector
from advisor.words import words

KINDS_OF_TALK = {
    "forgotten": {"forget", "drop", "ignore", "remove", "nevermind", "scratch"},
    "thanks": {"thanks", "thank", "thx", "ty", "tysm", "cheers", "appreciate"},
    "goodbye": {"bye", "goodbye", "night", "cya", "later"},
    "greeting": {"hi", "hello", "hey", "hiya", "yo", "morning", "evening", "afternoon", "greetings", "sup"},
}
DEFAULTS = {
    "greeting": "Hello!",
    "forgotten": "Done, that no longer counts. What would you like to know next?",
    "which": "Which one do you mean? Name it, and I can say what the guides give.",
    "reaction": "It is a lot to weigh. I can make it shorter, or take one thing at a time.",
    "scope": "I can only help with what my guides are about.",
    "about": "I answer from a library of guides.",
}


ABOUT_HEADING = 0.6


def answer_talk(frame: Frame, vector: Vector, shelf: Shelf) -> Part:
    """A short human reply from the vocabulary."""
    replies = shelf.knowledge.vocabulary.replies
    if frame.act == "out_of_scope":
        return _plain(frame, replies, "scope", "out_of_scope")
    if frame.act == "about":
        if _about_money(frame.text, shelf):
            return _advertising(frame, shelf)
        part = _plain(frame, replies, "about", "answered")
        guides = Claim(f"The guides are {listed(card.publisher for card in shelf.guides.values())}.", kind="plain")
        part = replace(part, blocks=(*part.blocks, Paragraph((guides,))))
        exact = [p for p in choose(frame, vector, shelf, shelf.knowledge, most=1) if p.heading >= ABOUT_HEADING]
        return (
            replace(part, blocks=(*part.blocks, *say_passages(exact, shelf.guides, most_words=40))) if exact else part
        )
    if frame.act == "small_talk" and points_nowhere(frame.text):
        return _plain(frame, replies, "which", "clarify")
    said = set(words(frame.text))
    kind = next((kind for kind, forms in KINDS_OF_TALK.items() if said & forms), "pleasantry")
    kind = "reaction" if kind == "pleasantry" and sighs(frame.text) else kind
    kind = "forgotten" if kind == "pleasantry" and FORGETS.search(frame.text) else kind
    return _plain(frame, replies, kind, "answered")


def _about_money(text: str, shelf: Shelf) -> bool:
    """Whether a question about the adviser is nearest to those about who pays for what it says."""
    closeness = shelf.closeness([text])[0]
    return closeness.get("advertising", 0.0) > closeness.get("about", 0.0)


def _advertising(frame: Frame, shelf: Shelf) -> Part:
    """That nothing here is paid for, and what the guides say of their own advertisements."""
    reply = shelf.knowledge.vocabulary.replies.get("advertising", "Nothing that I say is paid for.")
    asked = Frame("explain", reply)
    found = choose(asked, shelf.vectors([reply])[0], shelf, shelf.knowledge, most=1)
    said = say_passages([p for p in found if p.score >= ADVERTISED], shelf.guides, most_words=45)
    return Part(frame, "answered", (Paragraph((Claim(reply, kind="plain"),)), *said))


ADVERTISED = 0.45  # a passage this near to the reply is about the guide's own advertising


def _plain(frame: Frame, replies: Mapping[str, str], key: str, status: Status) -> Part:
    text = replies.get(key) or DEFAULTS.get(key, "Glad to help.")
    return Part(frame, status, (Paragraph((Claim(text, kind="plain"),)),))


def note_remarks(remarks: Sequence[Remark], shelf: Shelf) -> Part:
    """What was told is remembered, and the person is asked on."""
    frame = Frame(act="small_talk", text="")
    told = listed([remark.text for remark in remarks])
    replies = shelf.knowledge.vocabulary.replies
    asked = replies.get("noted" if told else "pleasantry", "What would you like to know?")
    text = f"Noted: {told}. {asked}" if told else asked
    return Part(frame, "answered", (Paragraph((Claim(text, kind="given"),)),))


def answer_tie(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard], *, asked_before: bool) -> Part:
    """A name that fits several: both answered where that is short, else one question back, never twice in a row."""
    names = tuple(sorted(frame.tie[:3], key=lambda name: not _given(name, frame.attributes, knowledge)))
    if frame.attributes and (len(names) == 2 or asked_before):
        part = answer_look_up(replace(frame, subjects=names, tie=()), knowledge, guides)
        if part.status != "not_covered" and asked_before:
            return part
        if part.status in {"answered", "partly_answered"}:
            return replace(
                part, status="clarify", blocks=(*part.blocks, _which(names)), suggestions=_instead(frame, names)
            )
    suggestions = _instead(frame, names)
    return Part(frame, "clarify", (_which(names),), names, suggestions=suggestions)


def _given(name: Name, attributes: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether some guide gives what is asked of a name: what is said next of "it" is said of that one."""
    return any(fact.cell.known for attribute in attributes for fact in knowledge.facts(name, attribute))


def _which(names: Sequence[Name]) -> Paragraph:
    choices = listed([name.name for name in names], "or")
    return Paragraph((Claim(f"Do you mean {choices}?", kind="plain"),))


def _instead(frame: Frame, names: Sequence[Name]) -> tuple[str, ...]:
    """The question again with each name written out."""
    return tuple(f"{name.name}: {' '.join(frame.text.split())}" for name in names)

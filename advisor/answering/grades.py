"""A grade told by the person: the bar that the guides name, what can offset a low one, and the one fact still needed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answer import Status
from advisor.answering.look_ups import say_stranger
from advisor.answering.named_in import names_any
from advisor.answering.passages import Passage, Searching, choose
from advisor.answering.quoting import Quote
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.frame import Frame, Remark
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.proving.figures import figures
from advisor.saying import GuideCard, label_of, listed, value_phrase
from advisor.tables import Fact
from advisor.vectors import Vector
from advisor.words import phrase
from index import Chunk

Guides = Mapping[str, GuideCard]
OFFSETS = re.compile(r"\b(?:offset|offsets|make up for|makes up for|compensate|compensates|balance)\b", re.I)
NO_PROMISE = "No guide can say whether a school will admit you."
BAR, LOW = "What GPA do I need?", "Can I get in with a low GPA?"
MOST_OWN = 2  # figures of the school itself


def answer_grade(
    frame: Frame,
    gpa: Remark,
    profile: Sequence[Remark],
    vector: Vector,
    library: Searching,
    knowledge: Knowledge,
    guides: Guides,
) -> Part | None:
    """The school's own figure and the usual bar, then what makes up for less; None where no guide speaks of grades."""
    grades = [a for a, entry in knowledge.vocabulary.attributes.items() if entry.unit == "gpa"]
    facts = [f for n in frame.subjects for a in grades for f in knowledge.facts(n, a) if f.cell.known]
    own = [f for f in dict.fromkeys(facts) if f.cell.value is not None][:MOST_OWN]
    general = frame if frame.narrowing.guides else replace(frame, subjects=())
    forms = [form for form, meant in knowledge.lexicon.attributes.items() if set(meant) & set(grades)]

    def passage(asked: str, *, offsets: bool) -> Passage | None:
        def fits(chunk: Chunk) -> bool:
            return names_any(chunk.heading, forms) and bool(OFFSETS.search(chunk.text)) == offsets

        found = choose(replace(general, text=asked), vector, library, knowledge, most=1, only=fits)
        return found[0] if found else None

    bar, low = passage(BAR, offsets=False), passage(LOW, offsets=True)
    usual = _bar(bar, frame) if bar else []
    highest = max((f.cell.value or 0.0 for f in own), default=None) or _usual_bar(bar)
    least = highest if own else _least_bar(usual)
    told = gpa.value
    needed = low is not None and told is not None and (highest is None or told < (least or highest))
    above = _bars_above(bar, told) if bar and told is not None and not own and not needed else []
    silent = Claim(f"The guides give no GPA for {listed([name.name for name in frame.subjects])}.", kind="plain")
    repeated = bar.chunk.guide if bar and _naming(bar, frame) else None  # its sentence gives the figure as well
    said = [_own_figure(fact, knowledge, guides) for fact in own if fact.guide != repeated]
    said += [silent] if frame.subjects and not (own or repeated) else []
    said += [*usual, *(claim for claim in above if claim not in usual)]
    scale = knowledge.vocabulary.replies.get("other_scale") if gpa.value is None else None
    said += [Claim(scale, kind="plain")] if said and scale else []
    blocks: list[Block] = [Paragraph(tuple(said))] if said else []
    blocks += _offset(low) if low and needed else []
    if not blocks:
        return None
    strange = [say_stranger(name) for name in frame.strangers]
    status: Status = "partly_answered" if strange else "answered"
    whole = (*strange, *blocks, last_words(profile, knowledge))
    return Part(frame, status, whole, frame.subjects, frozenset({"admission"}))


def last_words(profile: Sequence[Remark], knowledge: Knowledge) -> Paragraph:
    """That nobody can promise, and the one fact that would change the advice where it was not told yet."""
    told = {remark.key for remark in profile}
    asked = next((key for key, keys in FACTS if not told & keys), None)
    question = knowledge.vocabulary.replies.get(asked or "")
    claims = [Claim(NO_PROMISE, kind="plain"), *([Claim(question, kind="plain")] if question else [])]
    return Paragraph(tuple(claims))


FACTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("ask_gpa", frozenset({"gpa"})),
    ("ask_experience", frozenset({"experience", "work"})),
    ("ask_background", frozenset({"background"})),
)  # the fixed reply that asks for a fact, and the remarks that tell it


def _usual_bar(bar: Passage | None) -> float | None:
    """The highest grade that a passage on the bar names; what the grades are out of ("of 4.0") is none."""
    said = [OUT_OF.sub(" ", quote.text) for quote in bar.quotes] if bar else []
    return max((v for text in said for figure in figures(text) for v in figure.values if v <= TOP_GRADE), default=None)


def _least_bar(usual: Sequence[Claim]) -> float | None:
    """The lowest grade that the usual bar names: who has it meets most of them."""
    found = (figure for claim in usual for figure in figures(OUT_OF.sub(" ", claim.text)))
    return min((v for figure in found for v in figure.values if 1 < v <= TOP_GRADE), default=None)


def _bars_above(bar: Passage, told: float) -> list[Claim]:
    """The sentences of the passage on the bar that name a higher grade than the one that was told."""
    higher = (
        q for q in bar.quotes if any(told < v <= TOP_GRADE for f in figures(OUT_OF.sub(" ", q.text)) for v in f.values)
    )
    return [Claim(quote.text, (quote.chunk_id,)) for quote in higher][:1]


OUT_OF = re.compile(r"\b(?:out of|on an?) \d(?:\.\d+)?")
TOP_GRADE = 4.3


def _own_figure(fact: Fact, knowledge: Knowledge, guides: Guides) -> Claim:
    label = label_of(fact.cell.attribute, knowledge)
    name = fact.row.subject
    text = f"{guides[fact.guide].publisher} gives {name} a {label} of {value_phrase(fact.cell)}."
    return Claim(text, (fact.source,))


def _bar(passage: Passage, frame: Frame) -> list[Claim]:
    """The sentence that names the school, else the usual bar, which comes first."""
    quotes = _naming(passage, frame) or [quote for quote in passage.quotes if not quote.item]
    return [Claim(quote.text, (quote.chunk_id,)) for quote in quotes[:1]]


def _naming(passage: Passage, frame: Frame) -> list[Quote]:
    """The sentences that name the school."""
    names = [phrase(name.name) for name in frame.subjects]
    quotes = [quote for quote in passage.quotes if not quote.item]
    return [quote for quote in quotes if any(f" {name} " in f" {phrase(quote.text)} " for name in names)]


def _offset(passage: Passage) -> list[Block]:
    """What makes up for a low grade; what every item of the list repeats after its announcement is said once."""
    items = [quote for quote in passage.quotes if quote.item]
    prose = [Claim(quote.text, (quote.chunk_id,)) for quote in passage.quotes if not quote.item][:1]
    if not items:
        return [Paragraph(tuple(prose))] if prose else []
    tail = _common_end([quote.text.rstrip(". ") for quote in items])
    bullets = [Claim(q.text.rstrip(". ")[: -len(tail) or None].rstrip(), (q.chunk_id,)) for q in items]
    return [Bullets(prose[0] if prose else None, tuple(bullets))]


def _common_end(texts: Sequence[str]) -> str:
    """The words with which all of several texts end, where they are more than two."""
    split = [text.split() for text in texts]
    count = 0
    while all(len(own) > count + 1 for own in split) and len({own[-1 - count].casefold() for own in split}) == 1:
        count += 1
    return " ".join(split[0][len(split[0]) - count :]) if len(texts) > 1 and count > FEW_SHARED else ""


FEW_SHARED = 2

"""The embedded writer: each frame to the room that can answer it."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.answering.brevity import brief
from advisor.answering.by_act import and_beside, by_act
from advisor.answering.by_residence import answer_by_residence
from advisor.answering.computed import answer_computed
from advisor.answering.generally import answer_generally
from advisor.answering.given_by_none import given_by_none, of_strangers
from advisor.answering.groups import answer_groups
from advisor.answering.guides_naming import answer_guides_naming
from advisor.answering.in_words import INSTEAD, has_figures, in_words, misread
from advisor.answering.left_aside import say_ungiven, with_left_aside, without_ungiven
from advisor.answering.lives import instead
from advisor.answering.named_for import answer_named_for
from advisor.answering.not_listed import answer_unlisted, cannot_tell, nowhere
from advisor.answering.odds import answer_odds
from advisor.answering.of_the_first import answer_of_first
from advisor.answering.of_what_was_found import in_one_table, of_what_was_found, refused_in_one
from advisor.answering.open_questions import answer_open, say_passages
from advisor.answering.passages import choose
from advisor.answering.passing_over import without_talk
from advisor.answering.premises import answer_premise
from advisor.answering.ranks import answer_places, asked_place, rank_attribute
from advisor.answering.set_shares import answer_share
from advisor.answering.told_of_all import told_of_all
from advisor.answering.trimming import trimmed, without_echoes
from advisor.answering.unanswered import together
from advisor.answering.whether_all import answer_whether_all
from advisor.answering.which_of import answer_which_of
from advisor.answering.yearly_budgets import answer_yearly_budget
from advisor.conversation import Exchange
from advisor.conversing.settled import asked_back, settled
from advisor.conversing.talk import answer_talk, answer_tie, note_remarks
from advisor.draft import Block, Paragraph
from advisor.frame import Frame, Remark
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.understanding.understand import Understanding
from advisor.vectors import Vector
from advisor.words import phrase, words


def write(
    understood: Understanding,
    profile: Sequence[Remark],
    vectors: Sequence[Vector],
    shelf: Shelf,
    last: Exchange | None,
) -> tuple[Part, ...]:
    """Every frame answered; a message that only tells something is acknowledged."""
    if not understood.frames:
        return (note_remarks(understood.remarks, shelf),)
    parts: list[Part] = []
    for frame, vector in zip(understood.frames, vectors, strict=True):
        if frame.taken:
            parts += _corrected(frame, vector, shelf)
            continue
        asked = of_what_was_found(frame, parts)
        if asked is None:
            continue
        if more := in_one_table(asked, parts):
            parts, asked = parts[:-1], more
        put_right = any(other.taken and other.text in asked.text for other in understood.frames)
        part = _answer(asked, profile, vector, shelf, last, put_right=put_right)
        if both := refused_in_one(part, parts):
            parts, part = parts[:-1], _answer(both, profile, vector, shelf, last, put_right=put_right)
        of_a_life = instead(part, understood.remarks, profile, shelf)
        said_before = of_a_life is None or not _unsaid(of_a_life, parts).blocks
        parts.append(part if said_before or of_a_life is None else of_a_life)
    fresh: list[Part] = []
    for part in without_echoes(parts, shelf.knowledge):
        fresh.append(_unsaid(part, fresh))
    whole = together(fresh, shelf)
    return brief(without_talk(trimmed(whole, shelf.knowledge)), shelf.knowledge)


def _unsaid(part: Part, before: Sequence[Part]) -> Part:
    """A part without what an earlier one said."""
    said = {_said(block) for other in before for block in other.blocks}
    return replace(part, blocks=tuple(block for block in part.blocks if _said(block) not in said))


def _said(block: Block) -> object:
    """What a block says: the same cells in another order are the same again."""
    if not isinstance(block, Paragraph) or any(not claim.sources for claim in block.claims):
        return block
    return frozenset((claim.sources, frozenset(words(claim.text))) for claim in block.claims)


def _corrected(frame: Frame, vector: Vector, shelf: Shelf) -> list[Part]:
    """What a clause takes for granted, put right by cells or by a guide's answer to the same question; else passed over."""
    part = answer_premise(frame, shelf.knowledge, shelf.guides)
    if part is None and not any(name.kind == shelf.knowledge.main_kind for name in frame.subjects):
        open_frame = replace(frame, act="explain", wishes=(), attributes=())
        found = choose(open_frame, vector, shelf, shelf.knowledge, most=1)
        if found and found[0].heading >= SAME_CLAIM and not any(quote.item for quote in found[0].quotes):
            part = Part(frame, "answered", tuple(say_passages(found, shelf.guides, most_words=40)))
    return [part] if part else []


SAME_CLAIM = 0.57  # a guide's question this close to a claim speaks of it


def _answer(
    frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf, last: Exchange | None, *, put_right: bool
) -> Part:
    """One frame answered; conditions that no guide can hold are said to be left aside."""
    looser = without_ungiven(frame, shelf.knowledge)
    part = _answered(looser or frame, profile, vector, shelf, last, put_right=put_right)
    return say_ungiven(part, frame, shelf.knowledge) if looser else part


def _answered(
    frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf, last: Exchange | None, *, put_right: bool
) -> Part:
    """One frame answered; `put_right` where what it takes for granted was told to be so or not."""
    knowledge, guides = shelf.knowledge, shelf.guides
    general = answer_generally(frame, knowledge, guides)
    frame = settled(frame, last, knowledge)
    if frame.act in {"small_talk", "about", "out_of_scope"}:
        return answer_talk(frame, vector, shelf)
    if part := (
        general
        or answer_odds(frame, shelf)
        or _partly_in_order(frame, profile, vector, shelf)
        or told_of_all(frame, shelf)
        or _given_by_none(frame, vector, shelf)
        or answer_of_first(frame, knowledge, guides)
        or answer_named_for(frame, knowledge, guides)
        or answer_guides_naming(frame, knowledge, guides)
        or answer_share(frame, knowledge, guides)
        or answer_groups(frame, knowledge, guides)
        or answer_yearly_budget(frame, knowledge, guides)
        or answer_which_of(frame, knowledge, guides)
        or answer_whether_all(frame, knowledge, guides)
        or answer_unlisted(frame, knowledge, guides)
        or answer_by_residence(frame, profile, knowledge, guides)
    ):
        return part
    if frame.tie and not frame.subjects:
        each = answer_computed(frame, knowledge, guides)
        return each or answer_tie(frame, knowledge, guides, asked_before=asked_back(last))
    if frame.strangers and not (frame.subjects or frame.tie) and frame.act in OF_SOMEBODY:
        return of_strangers(frame, profile, knowledge, guides)
    if (
        not (frame.subjects or frame.order)
        and rank_attribute(knowledge) in frame.attributes
        and (frame.places or asked_place(frame.text))
    ):
        return and_beside(answer_places(frame, knowledge, guides), frame, profile, vector, shelf)
    premise = None if put_right else answer_premise(frame, knowledge, guides)
    if part := answer_computed(frame, knowledge, guides) or premise:
        return part
    if (part := in_words(frame, vector, shelf)) is not None:
        return _as_read(part)
    part = with_left_aside(by_act(frame, profile, vector, shelf), frame, vector, shelf)
    turned = frame.weak or frame.act == "rank" or frame.kind == knowledge.main_kind  # "should a program cover X"
    loosely = turned and frame.act != "compare"
    passing = knowledge.kinds - {knowledge.main_kind, *knowledge.places} if loosely else knowledge.vocabulary.background
    front = [name for name in frame.subjects if name.kind not in passing]
    told = frame.strangers or front or frame.narrowing.years or nowhere(frame.wishes, knowledge)
    without = any(wish.negated for wish in frame.wishes) and frame.act in {"rank", "count"}
    lost = part.status == "not_covered" and not (told or without)
    lost = lost or (part.status == "not_covered" and frame.act == "filter" and misread(frame, shelf))
    loose = frame.act == "filter" and frame.kind is None and not (frame.attributes or has_figures(frame))
    if lost or (loose and len(frame.wishes) < SURE):
        opened = answer_open(frame, vector, shelf, knowledge, guides, floor=INSTEAD)
        return _as_read(opened) if lost or opened.status == "answered" else part
    return _as_read(part)


def _as_read(part: Part) -> Part:
    """A place in an order that the guides' own sentences answered better was none: what follows leans on no ranking."""
    frame, ranked = part.frame, part.frame.act == "rank" and not (part.shown or part.frame.wishes)
    return replace(part, frame=replace(frame, act="explain", order=None, limit=None)) if ranked else part


def _given_by_none(frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """That no guide gives it, where a set was asked for whose condition the guides' own words do not speak of either."""
    part = given_by_none(frame, shelf.knowledge, shelf.guides)
    if part is None or frame.act != "filter":
        return part
    asked = replace(frame, act="explain", wishes=(), kind=None)
    opened = answer_open(asked, vector, shelf, shelf.knowledge, shelf.guides)
    return opened if opened.status == "answered" else part


def _partly_in_order(frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf) -> Part | None:
    """ "The cheapest that isn't hard to get into": what can be put in order, and that no guide gives the rest."""
    if frame.act != "rank" or frame.order is None or not frame.attributes:
        return None
    entry = shelf.knowledge.vocabulary.attributes.get(frame.order.attribute)
    said = f" {phrase(frame.text)} "
    own = {phrase(word) for word in (*entry.least, *entry.most)} - OF_ANYTHING if entry else set()
    meant = any(f" {word} " in said for word in own)
    if not meant or not set(frame.attributes) <= shelf.knowledge.ungiven:
        return None
    part = by_act(replace(frame, attributes=()), profile, vector, shelf)
    refused = cannot_tell(frame, (), shelf.knowledge, frame.attributes[0])
    return replace(part, status="partly_answered", blocks=(*part.blocks, *refused.blocks)) if part.blocks else None


OF_ANYTHING = {"lowest", "highest", "least", "most", "smallest", "biggest", "largest", "best", "worst", "top"}

OF_SOMEBODY = {"look_up", "compare", "rank", "filter", "count"}

SURE = 2  # conditions: so many are no accident

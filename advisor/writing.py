"""The embedded writer: each frame to the room that can answer it."""

from collections.abc import Sequence

from advisor.answering_advice import answer_eligibility, answer_recommend
from advisor.answering_compare import answer_compare
from advisor.answering_facts import answer_look_up
from advisor.answering_open import answer_open
from advisor.answering_sets import answer_count, answer_filter, answer_rank
from advisor.answering_sums import answer_sum
from advisor.conversation import Exchange
from advisor.frame import Frame, Remark, Wish
from advisor.part import Part
from advisor.passages import Vector
from advisor.shelf import Shelf
from advisor.talk import answer_tie, answer_talk, note_remarks
from advisor.understanding import Understanding


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
    parts = [
        _answer(frame, profile, vector, shelf, last) for frame, vector in zip(understood.frames, vectors, strict=True)
    ]
    return _without_talk(parts)


def _answer(  # noqa: PLR0911 - one line an act
    frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf, last: Exchange | None
) -> Part:
    knowledge, guides = shelf.knowledge, shelf.guides
    wishes = frame.wishes
    if frame.act in {"small_talk", "about", "out_of_scope"}:
        return answer_talk(frame, shelf)
    if frame.tie and not frame.subjects:
        return answer_tie(frame, knowledge, guides, asked_before=last is not None and last.answer.status == "clarify")
    match frame.act:
        case "calculate":
            return answer_sum(frame, vector, shelf)
        case "look_up" if frame.attributes:
            return answer_look_up(frame, knowledge, guides)
        case "compare" if len(frame.subjects) > 1:
            return answer_compare(frame, knowledge, guides)
        case "filter":
            return answer_filter(frame, wishes, knowledge, guides)
        case "count":
            return answer_count(frame, wishes, knowledge, guides)
        case "rank":
            return answer_rank(frame, wishes, knowledge, guides)
        case "recommend":
            return answer_recommend(frame, _all_wishes(wishes, profile), profile, vector, shelf, knowledge, guides)
        case "eligibility":
            return answer_eligibility(frame, profile, vector, shelf, knowledge, guides)
    return answer_open(frame, vector, shelf, knowledge, guides)


def _all_wishes(wishes: Sequence[Wish], profile: Sequence[Remark]) -> tuple[Wish, ...]:
    """What was asked for now, and what is remembered about other attributes."""
    named = {wish.attribute for wish in wishes}
    return (*wishes, *(r.wish for r in profile if r.wish and r.wish.attribute not in named))


def _without_talk(parts: Sequence[Part]) -> tuple[Part, ...]:
    """A greeting before a question is not answered apart; an attack beside one is passed over."""
    real = tuple(part for part in parts if part.frame.act not in {"small_talk", "out_of_scope"})
    return real or tuple(parts[:1])

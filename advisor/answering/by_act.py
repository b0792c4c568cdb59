"""What a frame's act asks for: a table's answer, advice for a life, or the guides' own sentences."""

import re
from collections.abc import Sequence

from advisor.answering.advice import answer_recommend
from advisor.answering.beside import in_words_instead, with_passage
from advisor.answering.comparisons import answer_compare
from advisor.answering.how_much import answer_how_much
from advisor.answering.in_order import in_order, joined_parts
from advisor.answering.in_own_rows import answer_in_own_rows
from advisor.answering.judged import answer_judged
from advisor.answering.leads_to import answer_leads_to
from advisor.answering.lives import answer_eligible, answer_life
from advisor.answering.look_ups import answer_look_up
from advisor.answering.of_all_listed import answer_of_all
from advisor.answering.of_what_was_found import asked_beside
from advisor.answering.open_questions import answer_open
from advisor.answering.opinions import of_opinion
from advisor.answering.overview import answer_overview
from advisor.answering.own_wishes import all_wishes
from advisor.answering.passing_over import FEW_LETTERS
from advisor.answering.price_judged import answer_price_judged
from advisor.answering.set_answers import answer_count, answer_filter
from advisor.answering.sum_answers import answer_sum
from advisor.frame import Frame, Remark
from advisor.knowledge import Knowledge
from advisor.part import Part
from advisor.shelf import Shelf
from advisor.understanding.acts import OPEN
from advisor.vectors import Vector
from advisor.words import NEUTRAL, words


def by_act(frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf) -> Part:
    """What the act asks for, from the room that gives it."""
    knowledge, guides = shelf.knowledge, shelf.guides
    judged = answer_judged(frame, shelf) or answer_leads_to(frame, knowledge, guides)
    if part := judged or answer_in_own_rows(frame, knowledge, guides):
        return part
    match frame.act:
        case "calculate":
            return answer_sum(frame, vector, shelf)
        case "look_up" if frame.attributes:
            return with_passage(answer_look_up(frame, knowledge, guides), frame, vector, shelf)
        case "compare" if len(frame.subjects) > 1:
            return in_words_instead(answer_compare(frame, knowledge, guides), frame, shelf)
        case "compare" if frame.subjects and frame.attributes:
            return in_words_instead(answer_look_up(frame, knowledge, guides), frame, shelf)
        case "filter" if not (
            of_opinion(frame) and OPEN.match(frame.text)
        ):  # "do employers take online ones seriously"
            return answer_filter(frame, frame.wishes, knowledge, guides)
        case "count":
            return answer_count(frame, frame.wishes, knowledge, guides)
        case "rank":
            return and_beside(in_order(frame, knowledge, guides), frame, profile, vector, shelf)
    return _advice(frame, profile, vector, shelf)


def and_beside(part: Part, frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf) -> Part:
    """What was put in order, with what else one breath asks of those that were found."""
    more = asked_beside(frame, part, shelf.knowledge)
    return joined_parts(part, by_act(more, profile, vector, shelf)) if more else part


def _advice(frame: Frame, profile: Sequence[Remark], vector: Vector, shelf: Shelf) -> Part:
    """What fits a person, what bar they meet, what a subject is; else the guides' own sentences."""
    knowledge, guides = shelf.knowledge, shelf.guides
    wishes = all_wishes(frame.wishes, profile)
    graded = any(remark.key == "gpa" for remark in profile)
    if frame.act == "recommend" and (wishes or not (frame.lives or graded)):
        return answer_recommend(frame, wishes, profile, vector, shelf, knowledge, guides)
    if (
        frame.act == "eligibility"
        or _of_chances(frame, profile)
        or (graded and (frame.lives or frame.act == "recommend"))
    ):
        return answer_eligible(frame, profile, vector, shelf)
    if frame.lives and (part := answer_life(frame, profile, vector, shelf)):
        return part
    if frame.act == "explain" and _only_named(frame, knowledge) and (part := answer_overview(frame, knowledge, guides)):
        return part
    if frame.act == "explain" and (
        part := answer_of_all(frame, shelf)
        or answer_price_judged(frame, knowledge, guides)
        or answer_how_much(frame, vector, shelf)
    ):
        return part
    return answer_open(frame, vector, shelf, knowledge, guides)


def _of_chances(frame: Frame, profile: Sequence[Remark]) -> bool:
    """ "Trade school, can I do X": beside what is told of one's schooling, whether one may asks of one's chances."""
    told = any(remark.key == "background" and remark.asks for remark in profile)
    return told and frame.act == "explain" and not frame.attributes and CAN_I.search(frame.text) is not None


CAN_I = re.compile(
    r"\bcan (?:i|he|she|we) (?:even |really |still |just )?(?:do|join|attend|enter|go to|study at)(?: \w+){1,3}\W*$",
    re.I,
)


def _only_named(frame: Frame, knowledge: Knowledge) -> bool:
    """ "Tell me about X": nothing is asked but the subject; "is X this or that" asks for more."""
    if OTHERWISE.search(frame.text):
        return False
    if any(word in knowledge.hyphenated.values() for word in frame.text.lower().split()):  # "co-op" is short, and tells
        return False
    own = {word for name in frame.subjects for word in knowledge.words_of.get(name, ())}
    return bool(frame.subjects) and not {
        w
        for w in words(frame.text)
        if w not in knowledge.stop | NEUTRAL | WEIGHING
        and w not in own
        and (len(w) > FEW_LETTERS or w not in knowledge.words or w in knowledge.other_levels)
    }


OTHERWISE = re.compile(r"^(?:is|are|was|does|do|did|can)\b.*\bor\b", re.I)
WEIGHING = {"looking", "interested", "considering", "thinking", "curious", "wondering", "applying", "eyeing"}

"""The guides' own sentences where they answer better than the cells that a question sounds like."""

import re
from collections.abc import Mapping
from dataclasses import replace

from advisor.answering.beside import beyond_set
from advisor.answering.in_order import in_order
from advisor.answering.open_questions import answer_open
from advisor.answering.opinions import is_weighed, of_opinion
from advisor.answering.passages import choose
from advisor.answering.ranks import rank_attribute
from advisor.frame import Act, Frame
from advisor.part import Part
from advisor.proving.figures import figures
from advisor.shelf import Shelf
from advisor.understanding.asked import unit_of
from advisor.understanding.subjects import kinds
from advisor.vectors import Vector
from advisor.words import SHORT_WORD, stem, words
from index import Chunk


def misread(frame: Frame, shelf: Shelf) -> bool:
    """Whether no condition can describe the kind of thing that was read: "is an online degree respected"."""
    asked = {kind for wish in frame.wishes for kind in kinds(wish.attribute, shelf.knowledge)}
    return frame.kind is not None and not frame.subjects and frame.kind not in asked


def in_words(frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """The guides' own sentences where they answer better than cells would."""
    return (
        _opinion(frame, vector, shelf)
        or beyond_set(frame, vector, shelf)
        or _usual(frame, vector, shelf)
        or _same_question(frame, vector, shelf)
    )


def _usual(frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """What is usual among those of one sort, where it is a length, of which no mean is taken: "average time online"."""
    lengths = frame.attributes and all(unit_of(a, shelf.knowledge) == "duration" for a in frame.attributes)
    if frame.act != "filter" or frame.kind or not lengths or not USUALLY.search(frame.text) or has_figures(frame):
        return None
    best = choose(frame, vector, shelf, shelf.knowledge, most=1)
    if not best or not figures(best[0].quotes[0].text):
        return None
    part = answer_open(frame, vector, shelf, shelf.knowledge, shelf.guides)
    return part if part.status == "answered" else None


USUALLY = re.compile(r"\b(?:avg|average|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?|generally|in general)\b", re.I)


def _opinion(frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """What the guides think where a judgement reads like a set: "is an online degree as good"."""
    valued = frame.attributes and not is_weighed(frame)
    if frame.act != "filter" or valued or has_figures(frame) or not of_opinion(frame):
        return None
    part = answer_open(frame, vector, shelf, shelf.knowledge, shelf.guides, floor=INSTEAD)
    return part if part.status == "answered" else None


def _same_question(frame: Frame, vector: Vector, shelf: Shelf) -> Part | None:
    """The guide's own answer where it asks the same question, and no figure, order or attribute asks for a table."""
    ordered = frame.order is not None and frame.order.attribute != rank_attribute(shelf.knowledge)
    exact = frame.limit or ordered or has_figures(frame) or any(wish.negated for wish in frame.wishes)
    word_for_word = exact and frame.act == "rank" and not frame.limit
    least = ITSELF if word_for_word else SAME.get(frame.act, 1.0)
    if frame.lives or (exact and not word_for_word) or frame.narrowing.years or frame.act not in SAME:
        return None
    if frame.act == "filter" and (frame.kind or len(frame.wishes) > 1):
        return None
    background = set(shelf.knowledge.vocabulary.background)
    if frame.act == "compare" and (frame.attributes or {name.kind for name in frame.subjects} - background):
        return None
    best = choose(frame, vector, shelf, shelf.knowledge, most=1)
    if frame.act == "count" and best and _of_guides(frame) and figures(best[0].quotes[0].text):
        least = ITS_OWN_COUNT
    if best and ordered and _of_something_else(frame, best[0].chunk, shelf):
        return answer_open(replace(frame, act="explain"), vector, shelf, shelf.knowledge, shelf.guides)
    if not best or best[0].heading < least or (word_for_word and not _alike(frame.text, best[0].chunk.heading, shelf)):
        return None
    part = answer_open(frame, vector, shelf, shelf.knowledge, shelf.guides)
    if frame.act == "rank":  # what follows may point at whom a sentence puts first: "and does that one need a test"
        part = replace(part, shown=in_order(frame, shelf.knowledge, shelf.guides).shown)
    return part if part.status == "answered" else None


# So close is a guide's question the reader's, where a set, a number or a comparison was read.
SAME: Mapping[Act, float] = {"filter": 0.78, "rank": 0.78, "recommend": 0.78, "compare": 0.58, "count": 0.9}

ITS_OWN_COUNT = 0.65  # where a guide is asked how many it has, and says so itself


def _of_guides(frame: Frame) -> bool:
    """Whether a guide is named and nothing is demanded: "how many schools did X look at"."""
    return bool(frame.narrowing.guides) and not (frame.wishes or frame.subjects)


def _of_something_else(frame: Frame, chunk: Chunk, shelf: Shelf) -> bool:
    """ "Which country lets me stay longest": where no vocabulary tells, words that the ordered column lacks and a section has."""
    knowledge = shelf.knowledge
    if knowledge.vocabulary.attributes or frame.order is None or frame.wishes or chunk.kind == "row":
        return False
    forms = (*knowledge.lexicon.orders, *knowledge.lexicon.kinds)
    known = {word for form in forms for word in form.split()}
    told = {stem(w) for w in words(frame.text) if w not in knowledge.stop | known and len(w) > SHORT_WORD}
    rest = told - knowledge.words_of_columns([frame.order.attribute])
    held = {stem(word)[:ROOT] for word in words(chunk.spoken)}
    shared = sum(word[:ROOT] in held for word in rest)
    return shared >= ENOUGH and 2 * shared > len(rest)


ROOT, ENOUGH = 6, 2


def _alike(question: str, heading: str, shelf: Shelf) -> bool:
    """Whether two questions have the same telling words."""
    one, other = ({stem(w) for w in words(text) if w not in shelf.knowledge.stop} for text in (question, heading))
    return one == other


ITSELF = 0.9  # a guide's own question that is the reader's word for word, also where an order was read
CHOSEN = {"is", "contains"}


def has_figures(frame: Frame) -> bool:
    """Whether some condition is a figure, which only a table can meet."""
    return any(c.operator not in CHOSEN for wish in frame.wishes for c in wish.conditions)


INSTEAD = 0.4  # a passage this fit is better than a set that was hardly asked for

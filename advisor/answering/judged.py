"""One school judged: "is X any good", "is X worth 75k": its places, whom it suits, what speaks for and against it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from advisor.answering.look_ups import say_facts
from advisor.answering.named_elsewhere import forms_of
from advisor.answering.named_in import names_any
from advisor.answering.opinions import OPINION
from advisor.answering.quoting import without_reply
from advisor.answering.ranks import rank_attribute
from advisor.draft import Block, Claim, Paragraph
from advisor.facts import look_up
from advisor.frame import Frame
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import topics_of
from advisor.shelf import Shelf
from advisor.tellings import Telling
from advisor.understanding.amounts import find_amounts
from advisor.words import NEUTRAL, STOP, stem, words
from index import Role

GOOD = r"(?:any good|good|great|decent|solid|fine|ok(?:ay)?|strong|bad|poor|weak|terrible|awful|mid|trash)"
JUDGED = re.compile(
    rf"^\W*(?:(?:so|but|and|ok|okay|hey|hi|well|idk)\W+)*(?:(?:is|are|was)\b.{{0,60}}?\b{GOOD}\b(?! enough)|how (?:good|bad) (?:is|are)\b|(?:is|are) it (?:good|bad|smart|dumb)\b)"
    r"|\b(?:worth (?:it|the|going|doing|my|paying|\$?\d[\d,.]*k?)|(?:over|under)(?:rated|hyped|priced)|respected|reputable|reputation|prestigious|looked down|taken seriously"
    r"|what'?s (?:wrong|so (?:good|great|special|bad)) (?:with|about|at|in)|why (?:would|should) (?:i|we|anyone|anybody|someone) (?:even )?(?:pick|choose|go|take|consider)|a waste|ripoff|rip-off)\b",
    re.I,
)
OF_WORTH = re.compile(r"\bworth\b|\bwaste\b|\brip-?off\b|\boverpriced\b", re.I)
WEIGHS = re.compile(OPINION.pattern + r"|\bjustif\w+|\bpremium\b", re.I)
UNRANKED = re.compile(OF_WORTH.pattern + r"|\bfor\b", re.I)  # for whom or what money: a place says nothing of that
JUDGING = frozenset(
    "any good great decent solid fine ok okay strong bad poor weak terrible awful mid trash worth it overrated underrated overhyped "
    "overpriced respected reputable reputation prestigious looked down taken seriously wrong special pick choose going doing paying waste "
    "ripoff option idea name fit consider even really actually smart dumb still honestly place uni university college".split()
)
MOST = 2  # sentences on what is asked beside
ROOT = 6  # letters: "financial" and "finance" differ, "employer" and "employers" do not
SHORTEST = 2  # letters of a word that may tell something


def answer_judged(frame: Frame, shelf: Shelf) -> Part | None:
    """What the guides say for and against the one school that a part judges; None where it asks for something else."""
    knowledge = shelf.knowledge
    name = _judged(frame, knowledge)
    if name is None:
        return None
    asked = _asked_beside(name, frame, knowledge)
    told = [telling for telling in shelf.tellings.get(name, ()) if name in {one for _, one in telling.names}]
    beside = [telling for telling in told if asked & {word[:ROOT] for word in telling.stems}][:MOST]
    suits = _cells(name, "suits", frame, shelf)
    whole = [] if asked else [*(() if UNRANKED.search(frame.text) else _places(name, frame, shelf)), *suits]
    if asked and not beside:
        return None
    if not asked and OF_WORTH.search(frame.text):
        beside = list(_of_worth(told))
        whole += _price(name, frame, shelf) if find_amounts(frame.text) else []
    elif not asked:
        beside = [*_spoken_of(told, "praise", knowledge), *([] if suits else _spoken_of(told, "suits", knowledge))]
    said = [Claim(without_reply(one.text), (one.chunk.id,)) for one in dict.fromkeys(beside)]
    blocks = (*whole, *([Paragraph(tuple(said))] if said else []), *(suits if asked else []))
    return Part(frame, "answered", blocks, (name,), topics_of(knowledge.roles["suits"], knowledge)) if blocks else None


def _judged(frame: Frame, knowledge: Knowledge) -> Name | None:
    """The one school that a part judges, where it asks for no attribute that says something else."""
    schools = [name for name in frame.subjects if name.kind == knowledge.main_kind]
    open_to = {*(knowledge.roles[role] for role in ("suits", "praise", "tradeoff")), rank_attribute(knowledge)}
    open_to |= {price_attribute(knowledge)} if OF_WORTH.search(frame.text) else set()
    open_to |= knowledge.ungiven
    other = frame.strangers or frame.order or set(frame.attributes) - open_to or len(frame.subjects) > 1
    judged = len(schools) == 1 and not other and JUDGED.search(frame.text)
    return schools[0] if judged else None


def _asked_beside(name: Name, frame: Frame, knowledge: Knowledge) -> set[str]:
    """The roots of what a school is judged for, where something is said: "respected in finance"."""
    own = knowledge.words_of.get(name, frozenset())
    rest = {w for w in words(frame.text) if w.isalpha() and len(w) > SHORTEST and w not in STOP | NEUTRAL | JUDGING}
    return {stem(word)[:ROOT] for word in rest if not {word, stem(word)} & set(own)}


def _places(name: Name, frame: Frame, shelf: Shelf) -> Sequence[Block]:
    """The school's places in the guides' own rankings."""
    rank = rank_attribute(shelf.knowledge)
    facts = look_up(name, rank, frame, shelf.knowledge) if rank else []
    return say_facts(name, rank, facts, shelf.knowledge, shelf.guides)[:1] if rank and facts else ()


def _price(name: Name, frame: Frame, shelf: Shelf) -> Sequence[Block]:
    """What the guides give as its price, which may be none that was named."""
    price = price_attribute(shelf.knowledge)
    facts = look_up(name, price, frame, shelf.knowledge) if price else []
    return say_facts(name, price, facts, shelf.knowledge, shelf.guides)[:1] if price and facts else ()


def _cells(name: Name, role: Role, frame: Frame, shelf: Shelf) -> Sequence[Block]:
    attribute = shelf.knowledge.roles[role]
    facts = look_up(name, attribute, frame, shelf.knowledge)
    return say_facts(name, attribute, facts, shelf.knowledge, shelf.guides)[:1] if facts else ()


def _spoken_of(told: Sequence[Telling], role: Role, knowledge: Knowledge) -> Iterator[Telling]:
    """The first sentence below a heading that asks for a role of cells: what is special, whom it suits."""
    forms = forms_of(knowledge.roles[role], knowledge)
    return islice((telling for telling in told if names_any(telling.chunk.heading, forms)), 1)


def _of_worth(told: Sequence[Telling]) -> Iterator[Telling]:
    """A sentence that weighs the school's price."""
    weighed = (one for one in told if WEIGHS.search(one.text) or WEIGHS.search(one.chunk.heading))
    return islice(weighed, 1)

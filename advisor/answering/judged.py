"""One school judged: "is X any good", "is X worth 75k": its places, whom it suits, what speaks for and against it."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
from advisor.understanding.asked import unit_of
from advisor.understanding.segments import without_tag
from advisor.words import NEUTRAL, stem, words
from index import Role

GOOD = r"(?:any good|good|great|decent|solid|fine|ok(?:ay)?|strong|bad|poor|weak|terrible|awful|mid|trash)"
JUDGED = re.compile(
    rf"^\W*(?:(?:so|but|and|ok|okay|hey|hi|well|idk)\W+)*(?:(?:is|are|was)\b.{{0,60}}?\b{GOOD}\b(?! enough)|how (?:good|bad) (?:is|are)\b|(?:is|are) it (?:good|bad|smart|dumb)\b)"
    rf"|^\W*(?:[\w.'-]+\W+){{1,5}}?{GOOD}\b(?! enough)(?=\W*$| (?:for|if|4)\b)"
    r"|\b(?:worth (?:it|the|going|doing|my|paying|\$?\d[\d,.]*k?)|(?:over|under)(?:rated|hyped|priced)|respected|reputable|reputation|rep(?=\W*$)|prestigious|looked down|taken seriously"
    r"|what'?s (?:wrong|so (?:good|great|special|bad)) (?:with|about|at|in)|why (?:would|should) (?:i|we|anyone|anybody|someone) (?:even )?(?:pick|choose|go|take|consider)|a waste|rip-?off|(?:money|cash) grab|scam)\b",
    re.I,
)
FOR_WHOM = re.compile(
    r"^\W*(?:is|are)\b(?P<what>.{0,40}?)\b(?:for|4) (?:people|ppl|folks|students|someone|somebody|an?|me|us|(?!this|classes)\w+s)\b|\bif\b",
    re.I,
)
OF_WORTH = re.compile(r"\bworth\b|\bwaste\b|\brip-?off\b|\boverpriced\b|\bgrab\b|\bscam\b", re.I)
OF_STANDING = re.compile(r"\brespected\b|\breput|\brep\W*$|\bprestig|\blooked down\b|\bseriously\b", re.I)
WEIGHS = re.compile(OPINION.pattern + r"|\bjustif\w+|\bpremium\b", re.I)
FOR = re.compile(r"\b(?:for|if)\b", re.I)  # for whom: its places say nothing of that
JUDGING = frozenset(
    "any good great decent solid fine ok okay strong bad poor weak terrible awful mid trash worth it overrated underrated overhyped "
    "overpriced respected reputable reputation rep prestigious looked down taken seriously wrong special pick choose going doing paying waste money cash grab scam "
    "ripoff option idea name fit consider even really actually smart dumb still honestly place uni university college".split()
)
WEIGHED = {"explain", "look_up", "filter", "recommend"}  # acts that a judgement is heard as
MOST = 2  # sentences on what is asked beside
ROOT = 6  # letters: "financial" and "finance" differ, "employer" and "employers" do not
SHORTEST = 2  # letters of a word that may tell something


def answer_judged(frame: Frame, shelf: Shelf) -> Part | None:
    """What the guides say for and against the one school that a part judges; None where it asks for something else."""
    name = _judged(frame, shelf.knowledge)
    if name is None:
        return None
    told = [telling for telling in shelf.tellings.get(name, ()) if name in {one for _, one in telling.names}]
    asked = _asked_beside(name, frame, shelf.knowledge)
    blocks = _for_that(asked, told, name, frame, shelf) if asked else _on_the_whole(told, name, frame, shelf)
    if not blocks and FOR_WHOM.search(frame.own):
        blocks = _whom_it_suits(told, name, frame, shelf)
    topics = topics_of(shelf.knowledge.roles["suits"], shelf.knowledge)
    return Part(frame, "answered", blocks, (name,), topics) if blocks else None


def _for_that(asked: set[str], told: Sequence[Telling], name: Name, frame: Frame, shelf: Shelf) -> tuple[Block, ...]:
    """The sentences on what the school is judged for, and whom it suits; nothing where no guide speaks of that."""
    said = _quoted([telling for telling in told if _speaks(telling.stems, asked)][:MOST])
    suits = shelf.knowledge.roles["suits"]
    fits = any(_speaks(words(fact.cell.text), asked) for fact in look_up(name, suits, frame, shelf.knowledge))
    cells = _cells(name, suits, frame, shelf)
    return (*cells, *said) if fits else (*said, *cells) if said else ()


def _whom_it_suits(told: Sequence[Telling], name: Name, frame: Frame, shelf: Shelf) -> tuple[Block, ...]:
    """Whom the school suits, in its cells or in a sentence: for the person to hold against themselves."""
    cells = _cells(name, shelf.knowledge.roles["suits"], frame, shelf)
    return tuple(cells or _quoted(_spoken_of(told, "suits", shelf.knowledge)))


def _speaks(told: Iterable[str], asked: set[str]) -> bool:
    """Whether some word of a text has a root that is asked for; "gaming" has that of "game"."""
    roots = asked | {f"{word[:-1]}ing"[:ROOT] for word in asked if word.endswith("e")}
    return any(word[:ROOT] in roots for word in told)


def _on_the_whole(told: Sequence[Telling], name: Name, frame: Frame, shelf: Shelf) -> tuple[Block, ...]:
    """The school's places, whom it suits and at what cost; of its worth, its price and the sentence that weighs it."""
    knowledge = shelf.knowledge
    places = _cells(name, rank_attribute(knowledge), frame, shelf)
    suits = _cells(name, knowledge.roles["suits"], frame, shelf)
    price = _cells(name, price_attribute(knowledge), frame, shelf)
    if OF_WORTH.search(frame.own):
        weighed = _quoted(_of_worth(told))
        spare = find_amounts(frame.own) or not (suits or weighed)
        return (*(() if suits or weighed else places), *suits, *(price if spare else ()), *weighed)
    if OF_STANDING.search(frame.own) and not places:
        return ()
    praised = [*_spoken_of(told, "praise", knowledge), *(() if suits else _spoken_of(told, "suits", knowledge))]
    return (*(() if FOR.search(frame.own) else places), *suits, *_quoted(praised))


def _quoted(told: Iterable[Telling]) -> Sequence[Block]:
    said = tuple(Claim(without_reply(one.text), (one.chunk.id,)) for one in dict.fromkeys(told))
    return [Paragraph(said)] if said else []


def _judged(frame: Frame, knowledge: Knowledge) -> Name | None:
    """The one school that a part judges, where it asks for no attribute that says something else."""
    schools = [name for name in frame.subjects if name.kind == knowledge.main_kind]
    open_to = {*(knowledge.roles[role] for role in ("suits", "praise", "tradeoff")), rank_attribute(knowledge)}
    open_to |= knowledge.ungiven
    open_to |= (
        {a for a in frame.attributes if unit_of(a, knowledge) == "money"} if OF_WORTH.search(frame.own) else set()
    )
    other = frame.strangers or frame.order or set(frame.attributes) - open_to or len(frame.subjects) > 1
    if other or len(schools) != 1 or frame.act not in WEIGHED:
        return None
    judged = JUDGED.search(frame.own) or _for_somebody(schools[0], frame, knowledge)
    return schools[0] if judged else None


def _for_somebody(name: Name, frame: Frame, knowledge: Knowledge) -> bool:
    """ "Is X's program for people like me": between the school and those it may be for nothing else is said."""
    found = FOR_WHOM.search(frame.own)
    if not found or not found["what"]:
        return False
    own = {*knowledge.words_of.get(name, ()), *map(stem, knowledge.lexicon.kinds), *knowledge.of_titles}
    rest = [w for w in words(found["what"]) if w not in knowledge.stop | NEUTRAL | JUDGING | {"thing", "s"}]
    return not {word for word in rest if not {word, stem(word)} & own}


def _asked_beside(name: Name, frame: Frame, knowledge: Knowledge) -> set[str]:
    """The roots of what a school is judged for, where something is said: "respected in finance"."""
    own = knowledge.words_of.get(name, frozenset())
    rest = {
        w
        for w in words(without_tag(frame.own))
        if w.isalpha() and len(w) > SHORTEST and w not in knowledge.stop | NEUTRAL | JUDGING
    }
    return {stem(word)[:ROOT] for word in rest if not {word, stem(word)} & set(own)}


def _cells(name: Name, attribute: str | None, frame: Frame, shelf: Shelf) -> Sequence[Block]:
    """What the guides' cells give of one attribute."""
    facts = look_up(name, attribute, frame, shelf.knowledge) if attribute else []
    return say_facts(name, attribute, facts, shelf.knowledge, shelf.guides)[:1] if attribute and facts else ()


def _spoken_of(told: Sequence[Telling], role: Role, knowledge: Knowledge) -> Iterator[Telling]:
    """The first sentence below a heading that asks for a role of cells: what is special, whom it suits."""
    forms = forms_of(knowledge.roles[role], knowledge)
    return islice((telling for telling in told if names_any(telling.chunk.heading, forms)), 1)


def _of_worth(told: Sequence[Telling]) -> Iterator[Telling]:
    """A sentence that weighs the school's price."""
    weighed = (one for one in told if WEIGHS.search(one.text) or WEIGHS.search(one.chunk.heading))
    return islice(weighed, 1)

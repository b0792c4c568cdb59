"""Whose own rows speak of a field that no guide names schools for: "best school for robotics", "who has evening classes"."""

from collections.abc import Collection, Iterator, Mapping

from advisor.answering.named_for import naming
from advisor.answering.shared_words import stems
from advisor.draft import Bullets, Claim
from advisor.facts import look_up
from advisor.frame import Act, Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.part import Part
from advisor.saying import GuideCard, label_of, topic_of
from advisor.tables import Fact
from advisor.words import phrase, stem, words

ACTS: Collection[Act] = {"explain", "look_up", "filter", "rank"}
MOST = 5
TELLING = 3.0  # a word that fewer passages have says by itself what is meant
SHORT_CELL = 12  # words; of a longer cell only the pieces that have the word


def answer_in_own_rows(frame: Frame, knowledge: Knowledge, guides: Mapping[str, GuideCard]) -> Part | None:
    """The schools in whose cells the field's own words stand; None where a guide names schools for it, or nobody has it."""
    field = _field(frame, knowledge)
    if field is None or naming(field, knowledge):
        return None
    found = next((facts for told in _wordings(field, frame, knowledge) if (facts := _having(told, knowledge))), None)
    if not found:
        return None
    shown = found[:MOST]
    tags = dict.fromkeys(guides[fact.guide].tag for _, fact, _ in shown)
    beside = f" ({next(iter(tags))})" if len(tags) == 1 else ""
    opening = (
        "No guide names schools for this; these have it in their entries" if frame.attributes else "In their entries"
    )
    lead = Claim(
        f"{opening}{beside}:",
        tuple(fact.source for _, fact, _ in shown) if beside else (),
        "quoted" if beside else "plain",
    )
    items = tuple(
        Claim(
            f"{name.name}: {label_of(fact.cell.attribute, knowledge)}: {said}{_tagged(fact, beside, guides)}",
            (fact.source,),
        )
        for name, fact, said in shown
    )
    return Part(frame, "answered", (Bullets(lead, items),), tuple(name for name, _, _ in shown))


def _field(frame: Frame, knowledge: Knowledge) -> Name | None:
    """The one field that schools are asked for, of which no guide gives what is asked."""
    if frame.kind != knowledge.main_kind or frame.act not in ACTS or len(frame.subjects) != 1:
        return None
    if frame.strangers or frame.tie or frame.wishes or frame.order:
        return None
    (name,) = frame.subjects
    apart = {knowledge.main_kind, *knowledge.places, *knowledge.vocabulary.background}
    of_schools = any(knowledge.main_kind in knowledge.kinds_of.get(a, ()) for a in frame.attributes)
    if name.kind in apart or of_schools or any(look_up(name, a, frame, knowledge) for a in frame.attributes):
        return None
    return name


def _wordings(field: Name, frame: Frame, knowledge: Knowledge) -> Iterator[frozenset[str]]:
    """The words of the field that were typed, then each of them that is telling alone."""
    own = {stem(word) for word in knowledge.words_of.get(field, ())}
    typed = [stem(word) for word in words(frame.text) if word not in knowledge.stop]
    told = frozenset(word for word in typed if word in own)
    if told:
        yield told
        rare = {word: rarity for word in told if (rarity := knowledge.rarity(word)) >= TELLING}
        yield from (frozenset([word]) for word in sorted(rare, key=lambda word: (-rare[word], word)))


def _having(told: frozenset[str], knowledge: Knowledge) -> list[tuple[Name, Fact, str]]:
    """Each school with the first of its cells that has all the words, and what of it to say."""
    found: dict[Name, tuple[Name, Fact, str]] = {}
    for name, rows in knowledge.rows.items():
        for row in rows if name.kind == knowledge.main_kind else ():
            for cell in row.cells[1:]:
                worded = (
                    cell.known and cell.unit in {"text", "choice"} and topic_of(cell.attribute, knowledge) != "place"
                )
                if worded and told <= stems(phrase(cell.text)):
                    found.setdefault(name, (name, Fact(row, cell), _piece(cell.text, told)))
    return list(found.values())


def _piece(text: str, told: frozenset[str]) -> str:
    """A short cell whole, and of a long list only what has the words."""
    if len(text.split()) <= SHORT_CELL:
        return text
    pieces = [piece for piece in text.replace("; ", ", ").split(", ") if told <= stems(phrase(piece))]
    return ", ".join(pieces) or text


def _tagged(fact: Fact, beside: str, guides: Mapping[str, GuideCard]) -> str:
    return "" if beside else f" ({guides[fact.guide].publisher})"

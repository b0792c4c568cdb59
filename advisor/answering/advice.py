"""Advice for one person: what fits their conditions, and what the guides say of their chances; never a prediction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.answering.grades import last_words
from advisor.answering.not_listed import other_periods, without
from advisor.answering.open_questions import answer_open
from advisor.answering.passages import Searching
from advisor.answering.set_answers import answer_filter
from advisor.draft import Block, Bullets, Claim, DraftNote, Paragraph
from advisor.facts import wish_met
from advisor.frame import Frame, Order, Remark, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.part import Part
from advisor.saying import GuideCard, label_of, listed, value_phrase
from advisor.sets import rank, sift
from advisor.tables import Fact, Listing
from advisor.vectors import Vector
from advisor.words import phrase, stem, words
from index import Role

MOST = 3
Guides = Mapping[str, GuideCard]


def answer_recommend(
    frame: Frame,
    wishes: Sequence[Wish],
    profile: Sequence[Remark],
    vector: Vector,
    library: Searching,
    knowledge: Knowledge,
    guides: Guides,
) -> Part:
    """At most three programs that meet the conditions, cheapest first, each with why it fits and what to check."""
    if not wishes:
        return answer_open(frame, vector, library, knowledge, guides)
    price = price_attribute(knowledge)
    wishes = [_at_most(wish, price) for wish in wishes]
    background = frame.kind in {None, *knowledge.vocabulary.background}  # "econ degree, which one"
    of = replace(frame, kind=knowledge.main_kind if background else frame.kind)
    siftings = [s for s in sift(of, wishes, knowledge) if s.matching]
    if not siftings and (aside := _set_aside(of, wishes, knowledge)):
        kept = [wish for wish in wishes if wish not in aside]
        part = answer_recommend(frame, kept, profile, vector, library, knowledge, guides)
        text = f"Set aside, because no program is known to meet it as well: {listed([wish.said for wish in aside])}."
        return replace(part, blocks=(*part.blocks, Paragraph((Claim(text, kind="given"),))))
    if not siftings:
        return answer_filter(frame, wishes, knowledge, guides)
    picked: dict[str, tuple[str, Listing, Fact | None]] = {}
    for sifting in siftings:
        ranked = (
            rank(sifting.matching, Order(price, lowest=True), frame.narrowing, knowledge, wishes) if price else None
        )
        found = list(ranked.entries) if ranked else [(listing, None) for listing in sifting.matching]
        for listing, fact in found:
            picked.setdefault(listing.name.name, (sifting.guide, listing, fact))
    told = {stem(w) for w in words(frame.text) if w not in knowledge.stop and len(w) > 2}
    told |= {stem(w) for r in profile if not r.lacks for w in words(r.text) if w not in knowledge.stop and len(w) > 4}
    lacked = [phrase(form) for remark in profile for form in remark.lacks]
    order = sorted(picked.values(), key=lambda entry: _worth(entry, told, lacked, knowledge))[: frame.limit or MOST]
    one = len({guide for guide, _, _ in order}) == 1  # then it is named once
    items = tuple(_reason(entry, wishes, knowledge, {} if one else guides) for entry in order)
    noted = any(wish.assumed for wish in wishes)  # then all of them are named below
    said = [] if noted else [wish.said for wish in wishes]
    beside = "; ".join([*([listed(said)] if said else []), *([guides[order[0][0]].publisher] if one else [])])
    lead = Claim(f"These fit best{f' ({beside})' if beside else ''}:", (), "given")
    blocks: list[Block] = [
        Bullets(lead, items),
        *_assumptions(wishes),
        *other_periods(frame, wishes, knowledge, guides),
        *without(frame),
    ]
    return Part(frame, "answered", tuple(blocks), tuple(e[1].name for e in order), frozenset({"cost", "admission"}))


def _set_aside(frame: Frame, wishes: Sequence[Wish], knowledge: Knowledge) -> list[Wish]:
    """What to leave out where nothing meets all: of many conditions the one that is known of fewest, else what was assumed."""

    def known(wish: Wish) -> int:
        return sum(any(fact.cell.known for fact in listing.of(wish.attribute)) for listing in knowledge.listings)

    for wish in sorted(wishes, key=known) if len(wishes) > FEW else ():
        kept = [other for other in wishes if other is not wish]
        if any(sifting.matching for sifting in sift(frame, kept, knowledge)):
            return [wish]
    assumed = [wish for wish in wishes if wish.assumed]
    return assumed if len(assumed) < len(wishes) else []


FEW = 2  # conditions: of so many neither is left out for the other
PRAISING: tuple[Role, ...] = ("suits", "praise")


def _worth(
    entry: tuple[str, Listing, Fact | None], told: set[str], lacked: Sequence[str], knowledge: Knowledge
) -> tuple[int, int, float, str]:
    """First who suits the person by the guide's own words, last who asks for what they lack; then the price."""
    _, listing, fact = entry
    suits = {stem(word) for role in PRAISING for f in listing.of(knowledge.roles[role]) for word in words(f.cell.text)}
    against = {stem(word) for f in listing.of(knowledge.roles["tradeoff"]) for word in words(f.cell.text)}
    hits = len(told & suits) - len(told & (against - suits))
    asked = [phrase(f.cell.text) for role in JUDGING for f in listing.of(knowledge.roles[role])]
    bars = sum(form in text for text in asked for form in lacked)
    opens = bars if any("without" in text.split() for text in asked) else 0
    return (bars - 2 * opens, -hits, fact.cell.value or 0.0 if fact else float("inf"), listing.name.name)


JUDGING: tuple[Role, ...] = ("suits", "tradeoff")


def _at_most(wish: Wish, price: str | None) -> Wish:
    """ "Around 30k" is what somebody can spend: who asks for less is welcome too."""
    ends = {condition.operator: condition for condition in wish.conditions}
    if wish.attribute != price or not wish.together or set(ends) != {"at_least", "at_most"}:
        return wish
    most = ends["at_most"]
    return replace(wish, conditions=(replace(most, period=most.period or "total"),), together=False)


def _reason(
    entry: tuple[str, Listing, Fact | None], wishes: Sequence[Wish], knowledge: Knowledge, guides: Guides
) -> Claim:
    guide, listing, price = entry
    met = [fact for wish in wishes if (fact := _meeting(listing, wish)) and not _is_price(fact, price)]
    told = [fact for fact in met if not any(_just_so(fact, wish) for wish in wishes)]
    suits = [f for f in listing.of(knowledge.roles["suits"]) if f.cell.known][:1]
    check = [f for f in listing.of(knowledge.roles["tradeoff"]) if f.cell.known][:1]
    first = [price] if price else []
    said = [
        *(_short(fact, knowledge) for fact in (*first, *told, *suits)),
        *(f"check: {_lower(f.cell.text.split('; ')[0])}" for f in check),
    ]
    shown = (*first, *met, *suits, *check)  # what says no more than the wish is cited all the same
    text = f"{listing.name.name}: {'; '.join(said)}{f' ({guides[guide].publisher})' if guide in guides else ''}"
    return Claim(text, tuple(dict.fromkeys(fact.source for fact in shown)))


def _meeting(listing: Listing, wish: Wish) -> Fact | None:
    """The cell by which one meets a wish."""
    fact = next((fact for fact in listing.of(wish.attribute) if fact.cell.known), None)
    return fact if fact and wish_met((fact,), wish) else None


def _is_price(fact: Fact, price: Fact | None) -> bool:
    return price is not None and fact.cell.attribute == price.cell.attribute


def _just_so(fact: Fact, wish: Wish) -> bool:
    """Whether a cell says no more than what was wished, which is named beside: "Online" for "online"."""
    wished = {str(condition.value) for condition in wish.conditions[:1] if condition.operator == "is"}
    return bool(fact.cell.choices) and set(fact.cell.choices) == wished and not fact.cell.text.count("(")


def _short(fact: Fact, knowledge: Knowledge) -> str:
    value = value_phrase(fact.cell)
    if fact.cell.unit in {"money", "choice"}:
        return value
    label = label_of(fact.cell.attribute, knowledge)
    return (
        f"suits {value[:1].lower() + value[1:]}"
        if fact.cell.attribute == knowledge.roles["suits"]
        else f"{label}: {value}"
    )


def _assumptions(wishes: Sequence[Wish]) -> list[Block]:
    if not any(wish.assumed for wish in wishes):
        return []
    said = [wish.said for wish in sorted(wishes, key=lambda wish: not wish.assumed)]
    return [DraftNote("assumption", Claim(f"I went by: {listed(dict.fromkeys(said))}.", (), "given"))] if said else []


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def answer_eligibility(
    frame: Frame,
    profile: Sequence[Remark],
    vector: Vector,
    library: Searching,
    knowledge: Knowledge,
    guides: Guides,
) -> Part:
    """What the guides say of the bar and of what can offset it; the school's own figure where it is given."""
    known: list[Block] = []
    gpa = next((remark for remark in profile if remark.key == "gpa"), None)
    asked = (
        [a for a, e in knowledge.vocabulary.attributes.items() if e.unit == "gpa"]
        if gpa or not frame.attributes
        else []
    )
    for name in frame.subjects:
        facts = [f for a in (*asked, *frame.attributes) for f in knowledge.facts(name, a) if f.cell.known]
        claims = tuple(
            Claim(
                f"{guides[f.guide].publisher} gives {name.name} a {label_of(f.cell.attribute, knowledge)} of {value_phrase(f.cell)}.",
                (f.source,),
            )
            for f in list(dict.fromkeys(facts))[:3]
        )
        if claims:
            known.append(Paragraph(claims))
    general = replace(frame, subjects=(), text=" ".join(r.text for r in profile if r.key == "gpa")) if known else frame
    opened = answer_open(general, vector, library, knowledge, guides)
    silent = opened.status in {"not_covered", "out_of_scope"}
    if not known and silent:
        return replace(opened, status="not_covered")
    blocks = (*known, *(() if silent else opened.blocks), last_words(profile, knowledge))
    return Part(frame, "answered", blocks, frame.subjects, frozenset({"admission"}))

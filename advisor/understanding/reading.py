"""One part of a message read as a frame."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from advisor.arithmetic.costs import read_sum
from advisor.frame import Frame, Narrowing, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.acts import ASKING_BACK, Clues, decide, topic_of
from advisor.understanding.amounts import Amount
from advisor.understanding.asked import (
    WEAK,
    asked_of,
    counted_at_end,
    labelled,
    listed_demands,
    priced,
    relevant,
    sorts,
    unit_of,
    without_own,
)
from advisor.understanding.held import beside, held_wish, holding
from advisor.understanding.mentions import Mention, Mentions, Span
from advisor.understanding.narrowing import narrow
from advisor.understanding.openers import only_a_place
from advisor.understanding.ordering import ALL_PLACES, bare_end, read_limit, read_order, read_place, read_places
from advisor.understanding.segments import TAG
from advisor.understanding.subjects import Who, kinds, resolve
from advisor.understanding.than import than_somebody
from advisor.understanding.wishing import alternatives, measured, place_wishes, read_wishes, towns
from advisor.words import NEUTRAL, stem, words


def read_frame(
    text: str, mentions: Mentions, amounts: Sequence[Amount], closeness: Mapping[str, float], knowledge: Knowledge
) -> Frame:
    """One part as a frame."""
    mentions = without_own(_without_life(text, mentions, knowledge), amounts)
    graded = any(amount.unit in {"gpa", "grade"} and amount.bound is None for amount in amounts)
    asked = asked_of(text, mentions, knowledge)
    asked = _beside_a_grade(asked, text, mentions, amounts, knowledge) if graded else asked
    weak = not any(m.form.split()[0] not in WEAK or set(m.meant) <= knowledge.ungiven for m in mentions.attributes)
    local = towns(mentions, knowledge)
    who = _without_towns(resolve(text, mentions, asked, knowledge), local, knowledge)
    if beyond := than_somebody(mentions, () if who.tie or who.strangers else who.names, asked, knowledge):
        who, asked, mentions = replace(who, names=()), (), replace(mentions, orders=())
    attributes = relevant(asked, [name.kind for name in who.names], knowledge)
    narrowing = narrow(text, knowledge)
    held = holding(who.names, asked, knowledge)
    kind = _kind(text, mentions, attributes, knowledge) or held or (beyond.kind if beyond else None)
    if kind and not who.names:  # what an employer pays bounds no school's price
        attributes = (
            tuple(a for a in attributes if not kinds(a, knowledge) or kind in kinds(a, knowledge)) or attributes
        )
    wishes = read_wishes(mentions, amounts, attributes, narrowing, kind, knowledge) + ([beyond.wish] if beyond else [])
    if not amounts and _asks_of_places(text, who, asked, mentions, knowledge):
        who, kind = replace(who, names=who.places, places=()), None
        relating = relevant(asked, [name.kind for name in who.names], knowledge)
        attributes = (*counted_at_end(text, who.names[0].kind, knowledge), *relating)
    wishes = alternatives(text, wishes)
    if (
        kind is None and knowledge.main_kind not in knowledge.kinds
    ):  # where there are no schools, what the conditions are about
        kind = min((of for wish in wishes for of in kinds(wish.attribute, knowledge)), default=None)
    wishes += [*place_wishes(who.places, _denied(mentions)), *local.values()]
    if (
        kind is None
        and not (who.names or asked or mentions.orders)
        and ANY.search(text)
        and _of_schools(wishes, knowledge)
    ):
        kind = knowledge.main_kind
    others = beside(who.names, kind, asked, knowledge)
    wishes += [w for name in others if (w := held_wish(name, kind, asked, knowledge))]
    names = tuple(name for name in who.names if name not in others)
    narrowing = at_home(text, narrowing, who.names, who.places, knowledge)
    attributes = priced(
        labelled(attributes, mentions, who.names, knowledge), narrowing, kind, knowledge, named=bool(names)
    )
    if narrowing.period == "month" and any(c.period == "year" for wish in wishes for c in wish.conditions):
        narrowing = replace(narrowing, period="year")
    unordered = names and (WHICH_GUIDE.search(text) or _called_so(mentions))
    order = None if unordered else read_order(mentions, attributes, knowledge, kind)
    after = _after(mentions, names) if order else None
    names = tuple(name for name in names if name != after)
    if order and kind is None:
        kind = _ordered_kind(order.attribute, knowledge)
    act = decide(
        Clues(
            text=text,
            mentions=mentions,
            subjects=_of_one_kind((*names, *who.tie[:1])) + len(who.strangers),
            choices=_side_by_side(mentions),
            attributes=len(set(attributes) & knowledge.ungiven) if weak and not names else len(attributes),
            given=0 if weak and not names else len(set(attributes) - knowledge.ungiven),
            ordered=order is not None,
            demands=max(0, len(wishes) - sum(amount.bound is not None or amount.about for amount in amounts)),
            bounds=bool(beyond)
            + sum(
                amount.bound is not None or amount.about or (amount.unit in CLAIMED and bool(names))
                for amount in amounts
            ),
            graded=graded,
            strange=_strange(mentions, amounts, knowledge),
            money=bool(attributes) and all(unit_of(a, knowledge) == "money" for a in attributes),
            lives=knowledge.tells_of_a_life(" ".join(token.word for token in mentions.tokens)),
            sum=_sums(text),
            topic=None if narrowing.guides else topic_of(text, knowledge.vocabulary.topics),
            closeness=closeness,
        )
    )
    opener = not (names or attributes) and act in {"explain", "filter"} and only_a_place(mentions, wishes, knowledge)
    act, kind = ("filter", knowledge.main_kind) if opener else ("filter" if act == "explain" and held else act, kind)
    if act == "compare" and order:
        attributes = tuple(dict.fromkeys((*attributes, *(mention.meant[0] for mention in mentions.orders))))
    if act == "look_up":
        listed = listed_demands(mentions)
        attributes = _looked_up(text, (*attributes, *listed), wishes, names, mentions, amounts, knowledge)
        wishes = [wish for wish in wishes if wish.attribute not in listed]
    return Frame(
        act=act,
        text=text,
        subjects=names,
        tie=who.tie,
        strangers=who.strangers,
        attributes=attributes,
        wishes=tuple(wishes),
        order=order,
        limit=read_limit(mentions, amounts) if order or act == "recommend" else None,
        place=read_place(mentions) if order else None,
        places=read_places(text) or (ALL_PLACES if order and not mentions.orders else None)
        if order or RANKED.search(text)
        else None,
        after=after,
        kind=kind,
        narrowing=narrowing,
        weak=weak,
        end=bare_end(mentions) if order is None else None,
        excluded=tuple(name for name in who.excluded if name.kind == (kind or knowledge.main_kind)),
        outside=_outside(closeness),
    )


def _called_so(mentions: Mentions) -> bool:
    """ "Lowest GPA for X": a superlative that is an attribute's own name, of one subject right behind it, orders nothing."""
    spans = {m.span for m in mentions.orders} & {m.span for m in mentions.attributes if len(m.span) > 1}
    said = [token.word for token in mentions.tokens]
    return any(
        span.end < subject.span.start <= span.end + 2 and said[span.end] in OF_ONE
        for span in spans
        for subject in mentions.subjects
    )


OF_ONE = {"for", "at", "of"}


def _without_towns(who: Who, local: Collection[str], knowledge: Knowledge) -> Who:
    """Who is named, without the larger places that a town's name can mean too."""
    wider = {name for form in local for name in knowledge.lexicon.subjects.get(form, ())}
    return replace(who, places=tuple(name for name in who.places if name not in wider))


def _denied(mentions: Mentions) -> set[Name]:
    return {name for mention in mentions.subjects if mention.negated for name in mention.meant}


def _looked_up(
    text: str,
    attributes: Sequence[str],
    wishes: Sequence[Wish],
    names: Sequence[Name],
    mentions: Mentions,
    amounts: Sequence[Amount],
    knowledge: Knowledge,
) -> tuple[str, ...]:
    """What a look-up gives: what is asked, and what is claimed of the subject by a figure or a condition."""
    demanded = [mention.meant.attribute for mention in mentions.demands] or [wish.attribute for wish in wishes]
    claimed = [a for amount in amounts if amount.unit and (a := measured(amount, (), knowledge))]
    told = [a for amount in amounts if amount.unit in CLAIMED and (a := measured(amount, attributes, knowledge))]
    wanted = (*demanded, *(told or claimed))
    told += [wish.attribute for wish in wishes] if TAG.search(text) else []  # "it is in X and costs Y, right?"
    asked = (*attributes, *told) if attributes else relevant(wanted, [name.kind for name in names], knowledge)
    return tuple(dict.fromkeys(asked))


WHICH_GUIDE = re.compile(
    r"\b(?:which|what|wich) (?:one )?(?:of the )?guides?\b", re.I
)  # what is put in order are guides


def _beside_a_grade(
    asked: tuple[str, ...], text: str, mentions: Mentions, amounts: Sequence[Amount], knowledge: Knowledge
) -> tuple[str, ...]:
    """What is asked beside a grade of one's own; "is my 2.9 GPA ok" asks of the grade, not for a GPA rule."""
    judged = not mentions.subjects and bool(ASKING_BACK.search(text))
    judged = judged or any(amount.unit == "grade" for amount in amounts)
    suits = knowledge.roles["suits"]  # "is a 3.1 good for X" asks of the grade
    return tuple(a for a in asked if not (a == suits or (judged and unit_of(a, knowledge) == "gpa")))


def _asks_of_places(text: str, who: Who, asked: Sequence[str], mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether places are asked about themselves, all having a value, and are not where something is looked for."""
    tells = [any(fact.cell.known for a in asked for fact in knowledge.facts(name, a)) for name in who.places]
    ordered = any(not _within(m.span, mentions) for m in mentions.orders) or sorts(mentions)
    from_home = FROM_HERE.search(text) and NOT_FROM.search(text)
    return bool(tells) and all(tells) and not (who.names or mentions.demands or ordered or from_home)


def _ordered_kind(attribute: str, knowledge: Knowledge) -> str:
    """What can be put in order by an attribute: schools where tables give it for them, else the first kind that has it."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    of = knowledge.kinds_of.get(attribute) or kinds(attribute, knowledge)
    listed_first = [kind for kind in (entry.of if entry else ()) if kind in of]
    return knowledge.main_kind if not of or knowledge.main_kind in of else next(iter([*listed_first, min(of)]))


RANKED = re.compile(r"\b(?:rank\w*|places?|placed|spots?|positions?|numbers?|top|#)\b", re.I)
BEHIND = {"after", "behind", "following"}


def _after(mentions: Mentions, names: Sequence[Name]) -> Name | None:
    """ "The cheapest after X": whose place the asked one follows."""
    for mention in mentions.subjects:
        behind = mention.span.start and mentions.tokens[mention.span.start - 1].word in BEHIND
        if behind and (found := next((name for name in names if name in mention.meant), None)):
            return found
    return None


def _side_by_side(mentions: Mentions) -> int:
    """How many values of one attribute are demanded in words: "online or campus"."""
    forms = {(mention.form, mention.meant.attribute) for mention in mentions.demands}
    return max(Counter(attribute for _, attribute in forms).values(), default=0)


ANY = re.compile(
    r"\b(?:anything|anywhere|something)\b|^\W*(?:which|what)(?: ones?)? (?:is|are|isn'?t|aren'?t|has|have|do|does|don'?t|doesn'?t)\b|\b(?:(?:which|what) ones|list)\W*$|^\W*list\b",
    re.I,
)


def _within(span: Span, mentions: Mentions) -> bool:
    """Whether a superlative is part of an attribute's own name: the "top school" of a state."""
    return any(span.touches(m.span) and len(m.span) > len(span) for m in mentions.attributes)


def _of_schools(wishes: Sequence[Wish], knowledge: Knowledge) -> bool:
    """Whether all that is demanded is said of schools: "anything in Texas", "which aren't online"."""
    return bool(wishes) and all(knowledge.main_kind in kinds(wish.attribute, knowledge) for wish in wishes)


CLAIMED = {"money", "percent"}  # "1% at X?" asks for the figure


def _strange(mentions: Mentions, amounts: Sequence[Amount], knowledge: Knowledge) -> bool:
    covered = {at for span in mentions.spans() for at in range(span.start, span.end)}
    loose = [
        t.word
        for at, t in enumerate(mentions.tokens)
        if at not in covered
        and not any(amount.start <= t.start < amount.end for amount in amounts)  # "25 thousand"
        and t.word.isalpha()
        and len(t.word) > 3
        and t.word not in BOUNDING
        and not ANY.fullmatch(t.word)
    ]
    told = knowledge.words_of_a_life(" ".join(token.word for token in mentions.tokens))
    return any(not {word, stem(word)} & (knowledge.words | told | NEUTRAL) for word in loose)


BOUNDING = {"less", "than", "under", "below", "more", "over", "above", "least", "most", "month", "year", "week", "each"}


def at_home(
    text: str, narrowing: Narrowing, names: Sequence[Name], places: Sequence[Name], knowledge: Knowledge
) -> Narrowing:
    """Who comes from the school's own state pays its in-state price; who is not from there does not."""
    if not (places and names and FROM_HERE.search(text)):
        return narrowing
    home = {fact.cell.text for place in places for name in names for fact in knowledge.facts(name, place.kind)}
    inside = any(place.name in home for place in places) and not NOT_FROM.search(text)
    return replace(narrowing, residency="in-state" if inside else "out-of-state")


FROM_HERE = re.compile(r"\b(?:from|live|living|resident)\b|\bfor an? \w+n\b", re.I)


NOT_FROM = re.compile(r"\bnot\b|n't\b|\boutside\b", re.I)


def _kind(text: str, mentions: Mentions, attributes: Sequence[str], knowledge: Knowledge) -> str | None:
    """What sort of thing is asked about: of several the one that the demands describe; the state of "in-state" is none."""
    found = [mention.meant for mention in mentions.kinds if not _of_residency(text, mention, mentions)]
    demanded = [kinds(mention.meant.attribute, knowledge) for mention in mentions.demands]
    if not demanded or not found:
        return found[0] if found else None
    described = next((kind for kind in found if any(kind in of for of in demanded)), None)
    asked = any(found[0] in kinds(a, knowledge) for a in attributes) or found[0] in knowledge.vocabulary.background
    asked = asked or any(m.span.start and mentions.tokens[m.span.start - 1].word in ASKED_KIND for m in mentions.kinds)
    if (
        described is None
        and not (asked or mentions.orders or _side_by_side(mentions) > 1)
        and all(knowledge.main_kind in of for of in demanded)
    ):
        return knowledge.main_kind  # "need online, job comes first"
    return described or found[0]


ASKED_KIND = {
    "which",
    "wich",
    "what",
    "any",
    "all",
    "the",
    "best",
    "top",
    "list",
    "show",
    "me",
    "find",
    "these",
    "those",
}


def _without_life(text: str, mentions: Mentions, knowledge: Knowledge) -> Mentions:
    return replace(mentions, kinds=tuple(m for m in mentions.kinds if not _of_a_life(text, m, knowledge)))


def _of_a_life(text: str, mention: Mention[str], knowledge: Knowledge) -> bool:
    """Whether a kind is named only in what is told of a life: "full time job", "my company pays"."""
    folded = f" {' '.join(words(text))} "
    if not knowledge.tells_of_a_life(folded):
        return False
    facts = (words(word) for fact in knowledge.vocabulary.life_facts for word in fact.words)
    return any(mention.form in said and f" {' '.join(said)} " in folded for said in facts if len(said) > 1)


def _of_residency(text: str, mention: Mention[str], mentions: Mentions) -> bool:
    first, last = mentions.tokens[mention.span.start], mentions.tokens[mention.span.end - 1]
    return RESIDENCY.search(text[max(0, first.start - 8) : last.end]) is not None


RESIDENCY = re.compile(r"\b(?:in|out[- ]?of)[- ]?states?$", re.I)


def _sums(text: str) -> bool:
    """Whether a part asks for arithmetic; "9-5" is a working day."""
    return read_sum(re.sub(r"\b9\s?(?:-|to)\s?5\b", " ", text)) is not None


def _of_one_kind(names: Sequence[Name]) -> int:
    """How many subjects can stand side by side."""
    return max(Counter(name.kind for name in names).values(), default=0)


def _outside(closeness: Mapping[str, float]) -> float:
    inside = max((score for act, score in closeness.items() if act not in {"out_of_scope", "small_talk"}), default=0.0)
    return round(closeness.get("out_of_scope", 0.0) - inside, 4)

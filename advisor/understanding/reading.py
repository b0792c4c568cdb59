"""One part of a message read as a frame."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.arithmetic.costs import read_sum
from advisor.arithmetic.paying_back import ASKS as PAYS_BACK
from advisor.frame import Frame, Narrowing, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.understanding.acts import ASKING_BACK, Clues, decide, topic_of
from advisor.understanding.amounts import Amount
from advisor.understanding.asked import WEAK, asked_of, counted_at_end, listed_demands, relevant, unit_of, without_own
from advisor.understanding.held import beside, held_wish, holding
from advisor.understanding.in_passing import without_passing
from advisor.understanding.kind_asked import kind_asked, ordered_kind, side_by_side, without_life
from advisor.understanding.labelled import labelled, priced, without_pay
from advisor.understanding.mentions import Mentions
from advisor.understanding.narrowing import narrow, spans_told
from advisor.understanding.openers import only_a_place
from advisor.understanding.ordering import ALL_PLACES, bare_end, read_limit, read_order, read_place, read_places
from advisor.understanding.places_asked import asks_of_places, at_home, without_towns
from advisor.understanding.segments import TAG, TAGGED
from advisor.understanding.strange import is_strange
from advisor.understanding.subjects import kinds, resolve
from advisor.understanding.suited import whom_it_suits
from advisor.understanding.than import than_somebody
from advisor.understanding.towns import towns
from advisor.understanding.unheld import cell_wishes, taken_by, unheld
from advisor.understanding.wishing import alternatives, anywhere, measured, place_wishes, read_wishes


def read_frame(
    text: str, mentions: Mentions, amounts: Sequence[Amount], closeness: Mapping[str, float], knowledge: Knowledge
) -> Frame:
    """One part as a frame."""
    mentions = without_own(without_life(text, mentions, knowledge), amounts)
    graded = any(amount.unit in {"gpa", "grade"} and amount.bound is None for amount in amounts)
    asked = asked_of(text, mentions, knowledge)
    asked = _beside_a_grade(asked, text, mentions, amounts, knowledge) if graded else asked
    weak = not any(m.form.split()[0] not in WEAK or set(m.meant) <= knowledge.ungiven for m in mentions.attributes)
    local = towns(mentions, knowledge)
    who = without_towns(resolve(text, mentions, asked, knowledge), local, knowledge)
    if beyond := than_somebody(mentions, () if who.tie or who.strangers else who.names, asked, knowledge):
        who, asked, mentions = replace(who, names=()), (), replace(mentions, orders=())
    attributes, text = whom_it_suits(
        text, relevant(asked, [name.kind for name in (*who.names, *who.tie)], knowledge), who.names, knowledge
    )
    narrowing = narrow(text, knowledge)
    held = holding(who.names, asked, knowledge)
    kind = kind_asked(text, mentions, attributes, knowledge) or held or (beyond.kind if beyond else None)
    if kind and not who.names:  # what an employer pays bounds no school's price
        attributes = (
            tuple(a for a in attributes if not kinds(a, knowledge) or kind in kinds(a, knowledge))
            or relevant(attributes, [kind], knowledge)
            or attributes
        )
    wishes = read_wishes(mentions, amounts, attributes, narrowing, kind, knowledge) + ([beyond.wish] if beyond else [])
    if not amounts and asks_of_places(text, who, asked, mentions, knowledge):
        who, kind = replace(who, names=who.places, places=()), None
        relating = relevant(asked, [name.kind for name in who.names], knowledge)
        attributes = (*counted_at_end(text, who.names[0].kind, knowledge), *relating)
    wishes = alternatives(text, wishes)
    if (
        kind is None and knowledge.main_kind not in knowledge.kinds
    ):  # where there are no schools, what the conditions are about
        kind = min((of for wish in wishes for of in kinds(wish.attribute, knowledge)), default=None)
    wishes += anywhere(text, [*place_wishes(who.places, _denied(mentions)), *local.values()])
    if (
        kind is None
        and not (who.names or asked or mentions.orders)
        and ANY.search(text)
        and _of_schools(wishes, knowledge)
    ):
        kind = knowledge.main_kind
    others = beside(who.names, kind, asked, knowledge)
    taken = taken_by(mentions, amounts, local, kind, knowledge, spans_told(text, knowledge))
    held_by = [w for name in others if (w := held_wish(name, kind, asked, knowledge))]
    wishes += held_by or cell_wishes(mentions, kind, asked, wishes, taken, knowledge)
    names = without_passing(text, [name for name in who.names if name not in others], knowledge)
    narrowing = at_home(text, narrowing, who.names, who.places, knowledge)
    attributes = priced(
        without_pay(labelled(attributes, mentions, who.names, knowledge), text, who.names, knowledge),
        narrowing,
        kind,
        knowledge,
        named=bool(names),
    )
    narrowing = _in_years(narrowing, wishes)
    unordered = (names and (WHICH_GUIDE.search(text) or _called_so(mentions))) or PAYS_BACK.search(text)
    order = None if unordered else read_order(mentions, attributes, knowledge, kind)
    after = _after(mentions, names) if order else None
    names = tuple(name for name in names if name != after)
    if order and kind is None:
        kind = ordered_kind(order.attribute, knowledge)
    act = decide(
        Clues(
            text=text,
            mentions=mentions,
            subjects=_of_one_kind((*names, *who.tie[:1])) + len(who.strangers),
            choices=side_by_side(mentions),
            attributes=len(set(attributes) & knowledge.ungiven) if weak and not names else len(attributes),
            given=0 if weak and not names else len(set(attributes) - knowledge.ungiven),
            ordered=order is not None,
            demands=max(0, len(wishes) - sum(amount.bound is not None or amount.about for amount in amounts)),
            bounds=bool(beyond)
            + sum(
                amount.bound is not None or amount.about or (amount.unit in _claimed(text) and bool(names))
                for amount in amounts
            ),
            graded=graded,
            strange=is_strange(mentions, amounts, knowledge),
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
        unheld=unheld(text, mentions, taken, knowledge) if act in SETS and not names else (),
        outside=_outside(closeness),
    )


def _in_years(narrowing: Narrowing, wishes: Sequence[Wish]) -> Narrowing:
    """What is asked for a month, where it is held against a year."""
    yearly = any(c.period == "year" for wish in wishes for c in wish.conditions)
    return replace(narrowing, period="year") if yearly and narrowing.period == "month" else narrowing


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


RANKED = re.compile(r"\b(?:rank\w*|places?|placed|spots?|positions?|numbers?|top|#)\b", re.I)
BEHIND = {"after", "behind", "following"}


def _after(mentions: Mentions, names: Sequence[Name]) -> Name | None:
    """ "The cheapest after X": whose place the asked one follows."""
    for mention in mentions.subjects:
        behind = mention.span.start and mentions.tokens[mention.span.start - 1].word in BEHIND
        if behind and (found := next((name for name in names if name in mention.meant), None)):
            return found
    return None


ANY = re.compile(
    r"\b(?:anything|anywhere|something)\b|^\W*(?:which|what)(?: ones?)? (?:is|are|isn'?t|aren'?t|has|have|do|does|don'?t|doesn'?t)\b|\b(?:(?:which|what) ones|list)\W*$|^\W*list\b",
    re.I,
)


def _of_schools(wishes: Sequence[Wish], knowledge: Knowledge) -> bool:
    """Whether all that is demanded is said of schools: "anything in Texas", "which aren't online"."""
    return bool(wishes) and all(knowledge.main_kind in kinds(wish.attribute, knowledge) for wish in wishes)


SETS = {"filter", "rank", "count"}
CLAIMED = {"money", "percent"}  # "1% at X?" asks for the figure
MEASURED = {"year", "month", "credit"}  # "X takes 5 years, right?" too


def _claimed(text: str) -> set[str]:
    return CLAIMED | MEASURED if TAGGED.search(text) else CLAIMED


def _sums(text: str) -> bool:
    """Whether a part asks for arithmetic; "9-5" is a working day."""
    return read_sum(re.sub(r"\b9\s?(?:-|to)\s?5\b", " ", text)) is not None


def _of_one_kind(names: Sequence[Name]) -> int:
    """How many subjects can stand side by side."""
    return max(Counter(name.kind for name in names).values(), default=0)


def _outside(closeness: Mapping[str, float]) -> float:
    inside = max((score for act, score in closeness.items() if act not in {"out_of_scope", "small_talk"}), default=0.0)
    return round(closeness.get("out_of_scope", 0.0) - inside, 4)

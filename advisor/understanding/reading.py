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
from advisor.understanding.bars import bar_wishes
from advisor.understanding.held import beside, held_wish, holding, sought_for
from advisor.understanding.in_passing import without_passing
from advisor.understanding.kind_asked import kind_asked, ordered_kind, side_by_side, without_life
from advisor.understanding.labelled import labelled, priced, without_pay
from advisor.understanding.mentions import Mentions
from advisor.understanding.narrowing import narrow, spans_told
from advisor.understanding.openers import only_a_place
from advisor.understanding.ordering import (
    ALL_PLACES,
    bare_end,
    judges_groups,
    read_limit,
    read_order,
    read_place,
    read_places,
)
from advisor.understanding.places_asked import asks_of_places, at_home, without_towns
from advisor.understanding.segments import TAG, TAGGED
from advisor.understanding.set_aside import without_set_aside
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
    reading = _Reading(text, mentions, amounts, closeness, knowledge)
    reading.who_and_what()
    reading.conditions()
    reading.in_which_order()
    reading.act_of_it()
    return reading.frame()


class _Reading:
    """A part on its way to a frame: every step stands on what the ones before it found."""

    def __init__(
        self,
        text: str,
        mentions: Mentions,
        amounts: Sequence[Amount],
        closeness: Mapping[str, float],
        knowledge: Knowledge,
    ) -> None:
        self.text = text
        self.mentions = without_own(without_life(text, mentions, knowledge), amounts, knowledge)
        self.amounts = amounts
        self.closeness = closeness
        self.knowledge = knowledge
        self.graded = any(amount.unit in {"gpa", "grade"} and amount.bound is None for amount in amounts)

    def who_and_what(self) -> None:
        """Whom it names, which attributes it asks for, what sort of thing it is about."""
        text, mentions, knowledge = self.text, self.mentions, self.knowledge
        asked = without_set_aside(asked_of(text, mentions, knowledge), text, mentions)
        asked = _beside_a_grade(asked, text, mentions, self.amounts, knowledge) if self.graded else asked
        said = mentions.attributes
        self.weak = not any(m.form.split()[0] not in WEAK or set(m.meant) <= knowledge.ungiven for m in said)
        self.local = towns(mentions, knowledge)
        who = without_towns(resolve(text, mentions, asked, knowledge), self.local, knowledge)
        self.beyond = than_somebody(mentions, () if who.tie or who.strangers else who.names, asked, knowledge)
        if self.beyond:
            who, asked, self.mentions = replace(who, names=()), (), replace(mentions, orders=())
        of = [name.kind for name in (*who.names, *who.tie)]
        self.attributes, self.text = whom_it_suits(text, relevant(asked, of, knowledge), who.names, knowledge)
        self.who, self.asked = who, asked
        self.narrowing = narrow(self.text, knowledge)
        self.held = holding(who.names, asked, knowledge)
        named = kind_asked(self.text, self.mentions, self.attributes, knowledge)
        self.kind = named or self.held or (self.beyond.kind if self.beyond else None)
        self.kind = self.kind or sought_for(text, who.names, knowledge)
        if self.kind and not who.names:
            self.attributes = _of_the_kind(self.kind, self.attributes, knowledge)

    def conditions(self) -> None:
        """What a set has to meet, where it is looked for, and what is asked of places themselves."""
        text, mentions, amounts, knowledge = self.text, self.mentions, self.amounts, self.knowledge
        wishes = read_wishes(mentions, amounts, self.attributes, self.narrowing, self.kind, knowledge)
        wishes += [self.beyond.wish] if self.beyond else []
        if not amounts and asks_of_places(text, self.who, self.asked, mentions, knowledge):
            self.who, self.kind = replace(self.who, names=self.who.places, places=()), None
            relating = relevant(self.asked, [name.kind for name in self.who.names], knowledge)
            self.attributes = (*counted_at_end(text, self.who.names[0].kind, knowledge), *relating)
        wishes = alternatives(text, wishes)
        if (
            self.kind is None and knowledge.main_kind not in knowledge.kinds
        ):  # no schools: what the conditions are about
            self.kind = min((of for wish in wishes for of in kinds(wish.attribute, knowledge)), default=None)
        wishes += anywhere(text, [*place_wishes(self.who.places, _denied(mentions)), *self.local.values()])
        bare = not (self.kind or self.who.names or self.asked or mentions.orders)
        if bare and ANY.search(text) and _of_schools(wishes, knowledge):
            self.kind = knowledge.main_kind
        if self.kind is None and not (self.who.names or knowledge.vocabulary.attributes) and WHICH_ONES.search(text):
            self.kind = knowledge.main_kind
        others = beside(self.who.names, self.kind, self.asked, knowledge)
        self.taken = taken_by(mentions, amounts, self.local, self.kind, knowledge, spans_told(text, knowledge))
        held_by = [w for name in others if (w := held_wish(name, self.kind, self.asked, knowledge))]
        wishes += held_by or cell_wishes(mentions, self.kind, self.asked, wishes, self.taken, knowledge)
        barred = [] if self.who.names else bar_wishes(text, mentions, amounts, self.asked, knowledge)
        self.barred = bool(barred)
        wishes = [*barred, *(wish for wish in wishes if wish.attribute not in {w.attribute for w in barred})]
        self.kind = self.kind or (knowledge.main_kind if barred else None)
        if self.kind in knowledge.vocabulary.background and wishes and not _of_kind(self.kind, wishes, knowledge):
            self.kind = knowledge.main_kind  # "degrees under $40,000"
        self.wishes = wishes
        self.names = without_passing(text, [name for name in self.who.names if name not in others], knowledge)

    def in_which_order(self) -> None:
        """The prices and years that are meant, and what is put in order."""
        text, mentions, knowledge, names = self.text, self.mentions, self.knowledge, self.names
        narrowing = at_home(text, self.narrowing, self.who.names, self.who.places, knowledge)
        attributes = labelled(self.attributes, mentions, self.who.names, knowledge)
        attributes = without_pay(attributes, text, self.who.names, knowledge)
        self.attributes = priced(attributes, narrowing, self.kind, knowledge, named=bool(names))
        self.narrowing = _in_years(narrowing, self.wishes)
        unordered = (names and (WHICH_GUIDE.search(text) or _called_so(mentions))) or PAYS_BACK.search(text)
        self.judged = not (names or self.who.tie or self.who.strangers) and judges_groups(mentions, self.wishes)
        by = {wish.attribute for wish in self.wishes} if self.judged else set()
        asked = tuple(attribute for attribute in self.attributes if attribute not in by)
        self.order = (
            None
            if unordered
            else read_order(mentions, asked, knowledge, self.kind, judged=self.judged or len(names) > 1)
        )
        self.after = _after(mentions, names) if self.order else None
        self.names = tuple(name for name in names if name != self.after)
        if self.order and self.kind is None:
            self.kind = ordered_kind(self.order.attribute, knowledge)

    def act_of_it(self) -> None:
        """What is to be done, and what that leaves of the attributes and conditions."""
        mentions, knowledge = self.mentions, self.knowledge
        self.act = decide(self._clues())
        opener = not (self.names or self.attributes) and self.act in {"explain", "filter"}
        if opener and only_a_place(mentions, self.wishes, knowledge):
            self.act, self.kind = "filter", knowledge.main_kind
        elif (self.act == "explain" and self.held) or (
            self.barred and self.act in {"explain", "eligibility", "look_up", "out_of_scope"}
        ):
            self.act = "filter"
        if self.judged and self.order:
            self.act, self.attributes = "compare", ()
        elif self.act == "compare" and self.order:
            ordered = (mention.meant[0] for mention in mentions.orders if not mention.meant[0].startswith("*"))
            self.attributes = tuple(dict.fromkeys((*self.attributes, *ordered)))
        if self.act == "look_up":
            listed = listed_demands(mentions)
            asked = (*self.attributes, *listed)
            self.attributes = _looked_up(self.text, asked, self.wishes, self.names, mentions, self.amounts, knowledge)
            self.wishes = [wish for wish in self.wishes if wish.attribute not in listed]

    def _clues(self) -> Clues:
        """What decides the act."""
        attributes, ungiven, amounts = set(self.attributes), self.knowledge.ungiven, self.amounts
        loose = self.weak and not self.names
        bounds = [amount for amount in amounts if amount.bound is not None or amount.about]
        claimed = [a for a in amounts if a not in bounds and a.unit in _claimed(self.text) and self.names]
        return Clues(
            text=self.text,
            mentions=self.mentions,
            subjects=_of_one_kind((*self.names, *self.who.tie[:1])) + len(self.who.strangers),
            choices=side_by_side(self.mentions),
            attributes=len(attributes & ungiven) if loose else len(self.attributes),
            given=0 if loose else len(attributes - ungiven),
            ordered=self.order is not None,
            demands=max(0, len(self.wishes) - len(bounds)),
            bounds=bool(self.beyond) + len(bounds) + len(claimed),
            graded=self.graded,
            strange=is_strange(self.mentions, amounts, self.knowledge),
            money=bool(attributes) and all(unit_of(a, self.knowledge) == "money" for a in attributes),
            lives=self.knowledge.tells_of_a_life(" ".join(token.word for token in self.mentions.tokens)),
            sum=_sums(self.text),
            topic=None if self.narrowing.guides else topic_of(self._beside_names(), self.knowledge.vocabulary.topics),
            closeness=self.closeness,
        )

    def _beside_names(self) -> str:
        """What is said beside the names that a table has: "Limerick" is a place, and asks for no verse."""
        tabled = [m.span for m in self.mentions.subjects if any(map(self.knowledge.has, m.meant))]
        said = enumerate(self.mentions.tokens)
        return " ".join(t.typed for at, t in said if not any(span.start <= at < span.end for span in tabled))

    def frame(self) -> Frame:
        """All that was found."""
        text, mentions, order, knowledge = self.text, self.mentions, self.order, self.knowledge
        placed = ALL_PLACES if order and not mentions.orders else None
        kind = self.kind or knowledge.main_kind
        return Frame(
            act=self.act,
            text=text,
            subjects=tuple(self.names),
            tie=self.who.tie,
            strangers=self.who.strangers,
            attributes=self.attributes,
            wishes=tuple(self.wishes),
            order=order,
            limit=read_limit(mentions, self.amounts) if order or self.act == "recommend" else None,
            place=read_place(mentions) if order else None,
            places=read_places(text) or placed if order or RANKED.search(text) else None,
            after=self.after,
            kind=self.kind,
            narrowing=self.narrowing,
            weak=self.weak,
            end=bare_end(mentions) if order is None else None,
            excluded=tuple(name for name in self.who.excluded if name.kind == kind),
            unheld=unheld(text, mentions, self.taken, knowledge) if self.act in SETS and not self.names else (),
            outside=_outside(self.closeness),
        )


def _of_the_kind(kind: str, attributes: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes that things of a kind have: what an employer pays bounds no school's price."""
    own = tuple(a for a in attributes if not kinds(a, knowledge) or kind in kinds(a, knowledge))
    return own or relevant(attributes, [kind], knowledge) or attributes


def _of_kind(kind: str, wishes: Sequence[Wish], knowledge: Knowledge) -> bool:
    """Whether conditions are on things of a kind: a choice in words is, as far as it tells."""
    chosen = any(condition.operator == "is" for wish in wishes for condition in wish.conditions)
    return chosen or any(kind in kinds(wish.attribute, knowledge) for wish in wishes)


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


WHICH_ONES = re.compile(  # "which of them want no test": where no vocabulary has words for kinds
    r"^\W*(?:which|what)(?: ones?| of (?:them|these|those))? (?:is|are|has|have|do|does|don'?t|doesn'?t|need|want|require|ask|take|accept|offer)s?\b",
    re.I,
)
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

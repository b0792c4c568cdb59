"""Which superlative a part has, of what, and how many it wants."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from advisor.frame import Frame, Order, Wish
from advisor.knowledge import Knowledge, price_attribute
from advisor.lexicon import BEST, GENERAL_ORDERS, LEAST, MOST, TOP
from advisor.understanding.amounts import Amount
from advisor.understanding.asked import counted_of, direction_of, sorts, unit_of
from advisor.understanding.mentions import Mentions
from advisor.understanding.subjects import kinds
from advisor.words import NUMBER_WORDS, ORDINALS, words


def read_order(
    mentions: Mentions, attributes: Sequence[str], knowledge: Knowledge, kind: str | None, *, judged: bool = False
) -> Order | None:
    """The superlative of a part, with the attribute and the end that it means; where groups are judged, a comparative."""
    if not mentions.orders:
        by = next((a for a in attributes if direction_of(a, knowledge)), None) if sorts(mentions) else None
        return Order(by, direction_of(by, knowledge) == "low") if by else None
    attribute, direction = _ordering(mentions, knowledge, kind)
    judges = not judged and all(COMPARATIVE.match(m.form) for m in mentions.orders) and not _chooses(kind, mentions)
    lives = TO_LIVE & {one.word for one in mentions.tokens} and attribute == price_attribute(knowledge)
    if judges or (lives and not attributes):
        return None
    if attribute == TOP:
        return _topmost(mentions, attributes, kind, knowledge)
    if attribute == BEST:
        chosen = next((a for a in attributes if direction_of(a, knowledge)), None)
        return Order(chosen, direction_of(chosen, knowledge) != "high") if chosen else None
    counted = next((a for a in attributes if unit_of(a, knowledge) not in {"text", "choice"}), None)
    if attribute in {LEAST, MOST}:
        counted = counted or counted_of(kind, mentions, knowledge)
        return Order(counted, attribute == LEAST) if counted else None
    general = attribute not in attributes and all(m.form in GENERAL_ORDERS for m in mentions.orders)
    if counted and general:
        return Order(counted, direction == "low")  # "lowest" means the price where nothing else is asked
    if other := _other_price(
        attribute, attributes, kind, knowledge
    ):  # "cheapest application fee", "cheapest city to rent in"
        return Order(other, direction == "low") if knowledge.kinds_of.get(other) else None
    if kind and kind not in kinds(attribute, knowledge):
        attribute = _alike(attribute, attributes, kind, knowledge)
    return Order(attribute, direction == "low")


TO_LIVE = frozenset("live living rent renting eat".split())  # "the cheapest city to live in" has no price of its own


def _alike(attribute: str, asked: Sequence[str], kind: str, knowledge: Knowledge) -> str:
    """What a kind has in place of an attribute that it has not: one in the same unit that was asked, else its only one."""
    unit = unit_of(attribute, knowledge)
    alike = [a for a in asked if unit_of(a, knowledge) == unit]
    strange = {a: of for a, of in knowledge.kinds_of.items() if a not in knowledge.vocabulary.attributes}
    own = [a for a, of in strange.items() if kind in of and unit_of(a, knowledge) == unit]
    whole = [a for a in own if set(words(a)) & {"total", "price", "cost"}]
    return next(iter([*alike, *(own if len(own) == 1 else [*whole, *own])]), attribute)


def _other_price(attribute: str, asked: Sequence[str], kind: str | None, knowledge: Knowledge) -> str | None:
    """What is asked in money beside the price, where a superlative of the price stands with it alone; what no table has
    for the asked kind, or for any, comes last. What employers "pay" is no salary.
    """
    if kind and attribute not in asked and kind not in kinds(attribute, knowledge):
        fitting = (a for a in asked if unit_of(a, knowledge) == "money" and kind in knowledge.kinds_of.get(a, ()))
        if own := next(fitting, None):
            return own
    if attribute != price_attribute(knowledge) or attribute in asked:
        return None
    of = {a: knowledge.kinds_of.get(a, frozenset()) for a in asked if unit_of(a, knowledge) == "money"}
    given = (a for a, kinds_given in of.items() if (kind or knowledge.main_kind) in kinds_given)
    return next(given, None) or (next(iter(of)) if of and not any(of.values()) else None)


def _topmost(mentions: Mentions, attributes: Sequence[str], kind: str | None, knowledge: Knowledge) -> Order | None:
    """ "Top three by graduation rate", "the top jobs by pay", "the top five": by what is named, else by place."""
    if by := _top_by(mentions, attributes, kind, knowledge):
        return Order(by, direction_of(by, knowledge) == "low")
    if kind not in {None, knowledge.main_kind}:
        best = next((a for a in attributes if direction_of(a, knowledge)), None)
        if best is None and (counted := counted_of(kind, mentions, knowledge)):
            return Order(counted, lowest=False)
        return Order(best, direction_of(best, knowledge) != "high") if best else None
    ranked = next((a for a, e in knowledge.vocabulary.attributes.items() if e.unit == "rank"), None)
    numbered = any(token.word.isdigit() or token.word in NUMBER_WORDS for token in mentions.tokens)
    return Order(ranked, lowest=True) if ranked and numbered else None


def other_end(text: str, mentions: Mentions, order: Order | None) -> Order | None:
    """ "The cheapest and the dearest", "lowest and highest score": the other end, where both are asked for."""
    if order is None:
        return None
    for one, other in pairwise(mentions.orders):
        between = text[mentions.tokens[one.span.end - 1].end : mentions.tokens[other.span.start].start]
        alike = one.meant[0] == other.meant[0] or len(between.split()) == 1
        if alike and _end(one.meant) != _end(other.meant) and BOTH.search(between):
            return Order(order.attribute, not order.lowest)
    return None


def one_by_one(frame: Frame, mentions: Mentions) -> list[Frame]:
    """ "The cheapest public school and the cheapest private one": an order for each of two values that exclude each other."""
    plain = [w for w in frame.wishes if len(w.conditions) == 1 and w.conditions[0].operator == "is" and not w.negated]
    sides = next((same for w in plain if len(same := [o for o in plain if o.attribute == w.attribute]) > 1), [])
    if frame.act != "rank" or len(mentions.orders) < len(sides) or not sides:
        return [frame]
    rest = tuple(wish for wish in frame.wishes if wish not in sides)
    return [replace(frame, wishes=(*rest, side)) for side in sides]


def _end(meant: tuple[str, str]) -> str:
    return {LEAST: "low", MOST: "high"}.get(meant[0], meant[1])


BOTH = re.compile(r"\b(?:and|n|plus)\b|[&+,]", re.I)


def _top_by(mentions: Mentions, attributes: Sequence[str], kind: str | None, knowledge: Knowledge) -> str | None:
    """ "Top three by graduation rate", "top three salaries": the attribute that the top is of, if not a guide's own ranking."""
    tops = [mention.span for mention in mentions.orders if mention.meant[0] == TOP]
    for mention in mentions.attributes:
        before = [token.word for token in mentions.tokens[: mention.span.start]]
        said_by = BY & set(before[-3:])
        at_once = bool(tops) and 0 <= mention.span.start - tops[-1].end <= NEAR and not mentions.kinds
        for name in mention.meant if said_by or at_once else ():
            unit = unit_of(name, knowledge)
            own = kind is not None and kind not in kinds(name, knowledge)
            if name in attributes and direction_of(name, knowledge) and unit != "rank" and not own:
                return name
    return None


BY, NEAR = {"by", "terms"}, 2  # tokens between "top" and what it is of


PLACES = re.compile(
    r"(?:#|\b)(\d{1,2}|[a-z]+)(?:st|nd|rd|th)?\s*(?:to|-|–|through|thru|until|till|and)\s*#?(\d{1,2}|[a-z]+)(?:st|nd|rd|th)?\b",
    re.I,
)


def read_places(text: str) -> tuple[int, int] | None:
    """ "Rank 5 to 10", "second to fifth", "all ranks": the first and the last place that are asked for."""
    if WHOLE.search(text):
        return ALL_PLACES
    for found in PLACES.finditer(text):
        low, high = (int(end) if end.isdigit() else ORDINALS.get(end.lower()) for end in found.groups())
        if low and high and low < high <= MOST_PLACES:
            return low, high
    return None


MOST_PLACES = 50
ALL_PLACES = (1, MOST_PLACES)
WHOLE = re.compile(
    r"^(?!\W*(?:do|does|are|is|how|why)\b).*?\b(?:all|whole|entire|full|complete|list)\s(?:of\s)?(?:the\s)?(?:(?:19|20)\d\d\s)?"
    r"(?!two|three|four|both)(?:[a-z]+\s)?rank(?:s|ings?)?\b",
    re.I,
)


def bare_end(mentions: Mentions) -> Literal["lowest", "highest"] | None:
    """The end that a superlative without an attribute means."""
    ends = {mention.meant[0] for mention in mentions.orders} & {LEAST, MOST}
    return None if len(ends) != 1 else "lowest" if ends == {LEAST} else "highest"


def _chooses(kind: str | None, mentions: Mentions) -> bool:
    """Whether a comparative chooses among things: "the cheaper one", "cheaper schools"; "to make it cheaper" and "are X
    cheaper" only judge.
    """
    said = [token.word for token in mentions.tokens]
    if CHOOSING & set(said):
        return True
    judging = said[0] in JUDGING and not {"there", "any"} & set(said)
    return not judging and (kind is not None or len(said) <= SHORT)


def judges_groups(mentions: Mentions, wishes: Sequence[Wish]) -> bool:
    """ "Are public schools cheaper", "what's cheaper, online or campus": one group is held against the others."""
    said = [token.word for token in mentions.tokens]
    chosen = any(ONES & set(said[m.span.end : m.span.end + 1]) for m in mentions.orders)  # "the cheaper one"
    if (
        not mentions.orders
        or chosen
        or NOT_GROUPS & set(said)
        or not all(COMPARATIVE.match(mention.form) for mention in mentions.orders)
    ):
        return False
    choices = [c for wish in wishes for c in wish.conditions if c.operator == "is" and not wish.negated]
    values = {(condition.attribute, condition.value) for condition in choices}
    one = len({attribute for attribute, _ in values}) == 1
    return one and len(choices) == sum(len(w.conditions) for w in wishes) and (said[0] in JUDGING or len(values) > 1)


ONES = {"one", "ones"}
NOT_GROUPS = frozenset("there any it they that this i my we".split())
CHOOSING = {"one", "ones", "which", "of"}
SHORT = 4
JUDGING = frozenset("is are was does do did will would can could has have".split())
COMPARATIVE = re.compile(r"\w+er\b|(?:more|less)\b", re.I)


def _ordering(mentions: Mentions, knowledge: Knowledge, kind: str | None) -> tuple[str, str]:
    """The superlative that says most: one with an attribute of the asked kind, the latest of those; "top" says least."""
    meant = [mention.meant for mention in mentions.orders]
    fitting = [m for m in meant if kind is None or kind in kinds(m[0], knowledge)]
    named = [m for m in fitting or meant if not m[0].startswith("*") and unit_of(m[0], knowledge) != "rank"]
    return (named or fitting or meant)[-1 if named else 0]


def read_place(mentions: Mentions) -> int | None:
    """ "The second cheapest": the place from the wanted end."""
    places = [ORDINALS.get(mentions.tokens[m.span.start - 1].word) for m in mentions.orders if m.span.start]
    return next((place for place in places if place and place > 1), None)


def read_limit(mentions: Mentions, amounts: Sequence[Amount]) -> int | None:
    """How many are wanted: the small number that stands nearest to the superlative; a group's size ("of the ten") is not."""
    bare = {a.start: int(a.value) for a in amounts if a.unit == "" and a.bound is None and a.value in range(1, 26)}
    numbers = [
        (at, bare.get(token.start) or NUMBER_WORDS[token.word])
        for at, token in enumerate(mentions.tokens)
        if (token.start in bare and token.word.isdigit()) or (token.word in NUMBER_WORDS and token.word != "one")
    ]
    own = [(at, n) for at, n in numbers if at == 0 or mentions.tokens[at - 1].word not in {"of", "these", "those"}]
    places = [mention.span.start for mention in mentions.orders]
    nearest = min(
        own or numbers,
        key=lambda found: min((abs(found[0] - place) for place in places), default=found[0]),
        default=None,
    )
    return nearest[1] if nearest else None

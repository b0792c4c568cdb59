"""Which attributes a part asks for: named outright, by a turn of phrase, by all words of a label, or by a period."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from advisor.dimensions import SPENT, better_end
from advisor.knowledge import Knowledge, other_prices
from advisor.lexicon import HEDGES
from advisor.understanding.amounts import Amount
from advisor.understanding.columns_meant import meaning_columns
from advisor.understanding.mentions import Mention, Mentions, Span
from advisor.understanding.subjects import kinds
from advisor.understanding.turned import asked_around
from advisor.words import NEUTRAL, STOP, stem, words

WEAK = frozenset(
    [
        "what",
        "whats",
        "how",
        "hows",
        "where",
        "wheres",
        "who",
        "whos",
        "when",
        "which",
        "is",
        "are",
        "do",
        "does",
        "can",
        "will",
        "would",
        "with",
        "at",
        "in",
        "for",
    ]
)

PERIODS = frozenset(
    ("credit", "unit", "year", "yr", "semester", "term", "month", "week", "hour", "hr", "course", "class")
)

PER = re.compile(r"(?:\b(?:per|an?|one|1|each|every)|[$\d]\s*/)\s*$", re.I)


def asked_of(text: str, mentions: Mentions, knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes that a part names; a word for price beside a thing that has a price of its own asks for that alone."""
    if not knowledge.vocabulary.attributes:
        mentions = meaning_columns(text, mentions, knowledge)
    asked = asked_attributes(text, mentions, knowledge.ungiven | other_prices(knowledge))
    asked = asked or asked_around(mentions, knowledge.lexicon)
    if not knowledge.vocabulary.attributes:
        asked = tuple(_in_its_unit(attribute, mentions) for attribute in asked)
    return tuple(dict.fromkeys(_unhedged(attribute, knowledge) for attribute in asked))


def _in_its_unit(attribute: str, mentions: Mentions) -> str:
    """ "How long do I steep it": of two columns that share a word, "Steep (°C)" and "Steep time", the one that the turn means."""
    turned = (a for m in mentions.attributes if m.form.split()[0] in WEAK for a in m.meant)
    own = {stem(word) for word in words(attribute)}
    return next((a for a in turned if own & {stem(word) for word in words(a)}), attribute)


def _unhedged(attribute: str, knowledge: Knowledge) -> str:
    """For "average tuition", where no table gives it, the tuition that an average is of."""
    entries = knowledge.vocabulary.attributes
    said = set(words(entries[attribute].label)) if attribute in knowledge.ungiven else set()
    if not said & HEDGES:
        return attribute
    given = (
        name for name in knowledge.kinds_of if name in entries and set(words(entries[name].label)) == said - HEDGES
    )
    return next(given, attribute)


def asked_attributes(text: str, mentions: Mentions, ungiven: Collection[str]) -> tuple[str, ...]:
    """The attributes named; one named only by a turn of phrase ("how much", "what do they do") yields to one named outright."""
    named = [
        m
        for m in mentions.attributes
        if (
            len(m.span) > 1
            or stem(m.form) not in PERIODS
            or not PER.search(text[: mentions.tokens[m.span.start].start])
        )
        and not (m.form in SORTS and sorts(mentions))
    ]
    named = [m for m in named if not _of_a_thing(m, mentions)]
    ordered = [m for m in named if any(m.span.touches(order.span) for order in mentions.orders)]
    outright = [
        m
        for m in named
        if m.form.split()[0] not in WEAK or m.form.startswith(COUNTED) or (m.meant and set(m.meant) <= set(ungiven))
    ]
    outright = [m for m in outright if m not in ordered]
    outright += [
        m
        for m in named
        if m not in (*outright, *ordered)
        and (_listed(text, m, named, mentions) or _joined(text, m, outright, mentions))
    ]
    outright.sort(key=lambda m: m.span.start)
    outright = outright or ([] if any(m not in ordered for m in named) else ordered)  # "the cheaper one, how long"
    chosen = _without_carriers(text, outright or named, mentions, ungiven)
    return tuple(dict.fromkeys(name for mention in chosen for name in mention.meant))


def _of_a_thing(mention: Mention[tuple[str, ...]], mentions: Mentions) -> bool:
    """ "How much math do I need": a quantity of something that is named asks for no price."""
    after = mentions.tokens[mention.span.end : mention.span.end + 1]
    if not mention.form.endswith(" much") or not after or len(after[0].word) <= FEW_LETTERS:
        return False
    covered = any(span.start == mention.span.end for span in mentions.spans())
    thing = after[0].word.isalpha() and not after[0].word.endswith(("ly", "er"))
    return thing and not (covered or after[0].word in NO_THINGS)


FEW_LETTERS = 3
NO_THINGS = (
    STOP
    | NEUTRAL
    | frozenset(
        "does will would total extra about around altogether again each every total full money roughly approx down upfront left "
        "more less over under difference debt".split()
    )
)


def without_own(mentions: Mentions, amounts: Sequence[Amount], knowledge: Knowledge) -> Mentions:
    """The mentions without the words that only say what somebody has, earns or counts by: "I can pay 20k", "with 4 years"."""
    own = [range(amount.told_from, amount.end) for amount in amounts if amount.budget or amount.earned]
    counted = [range(amount.start, amount.end) for amount in amounts]

    def of_oneself(mention: Mention[tuple[str, ...]]) -> bool:
        start = mentions.tokens[mention.span.start].start
        header = not set(mention.meant) & knowledge.vocabulary.attributes.keys()  # a column called "Year"
        return any(start in span for span in (own + counted if header else own))

    kept = tuple(mention for mention in mentions.attributes if not of_oneself(mention))
    return replace(mentions, attributes=kept)


def _listed(
    text: str, mention: Mention[tuple[str, ...]], named: Sequence[Mention[tuple[str, ...]]], mentions: Mentions
) -> bool:
    """ "X how long how much gre", "how much is X and the gre": turns of phrase that name an attribute each."""
    beside = [m for m in named if m is not mention and m.meant != mention.meant]
    bare = (m for m in beside if m.form.split()[0] in WEAK)
    if any(not ITS_OWN.sub("", _between(text, m.span, mention.span, mentions)) for m in bare):
        return True
    after = [m.span for m in beside if m.span.start >= mention.span.end]
    who = [s.span for s in mentions.subjects if s.span.start >= mention.span.end]
    return any(w.end <= at.start and AND.search(_between(text, w, at, mentions)) for w in who for at in after)


def sorts(mentions: Mentions) -> bool:
    """ "Sort them by price": the better end first."""
    said = [token.word for token in mentions.tokens]
    return "by" in said and bool((SORTS | LISTS) & set(said[: said.index("by")]))


LISTS = {"list", "listed", "table"}
SORTS = {"sort", "sorted", "order", "ordered", "rank", "ranked", "arrange", "arranged"}
COUNTED = "how many "  # what is counted is named
ITS_OWN = re.compile(r"\b(?:is|are|it|does|do|and|n|to|the|take|takes|cost|costs)\b|\W", re.I)


def _joined(
    text: str, mention: Mention[tuple[str, ...]], others: Sequence[Mention[tuple[str, ...]]], mentions: Mentions
) -> bool:
    """ "How much there and gre": a turn of phrase that is joined to what is named after it asks for something of its own."""
    after = [other.span for other in others if other.span.start >= mention.span.end]
    return bool(after) and JOINED.search(_between(text, mention.span, after[0], mentions)) is not None


JOINED = re.compile(r"(?:[,+&/]|\band\b|\bplus\b)\W*(?:the |their |its )?$", re.I)
AND = re.compile(r"[,+&/]|\b(?:and|n|plus|also|or)\b", re.I)


def _without_carriers(
    text: str, chosen: Sequence[Mention[tuple[str, ...]]], mentions: Mentions, ungiven: Collection[str]
) -> list[Mention[tuple[str, ...]]]:
    """ "What do dorms cost": a word for price beside a thing that no guide prices asks for that thing alone."""
    things = [m for m in chosen if set(m.meant) <= set(ungiven) and not set(m.form.split()) <= WEAK]
    kept = []
    for mention in chosen:
        beside = [
            t for t in things if t is not mention and not AND.search(_between(text, t.span, mention.span, mentions))
        ]
        if mention in things or len(mention.span) > 1 or not beside:
            kept.append(mention)
    return kept


def _between(text: str, one: Span, other: Span, mentions: Mentions) -> str:
    first, second = sorted((one, other), key=lambda span: span.start)
    return text[mentions.tokens[first.end - 1].end : mentions.tokens[second.start].start]


def relevant(asked: tuple[str, ...], subject_kinds: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes that describe one of the named subjects; all of them where none is named."""
    if not subject_kinds:
        return asked
    fitting = tuple(a for a in asked if kinds(a, knowledge) & set(subject_kinds) or not kinds(a, knowledge))
    money = [a for a in asked if a not in fitting and unit_of(a, knowledge) == "money"]
    beside = set(subject_kinds) <= knowledge.places and not any(unit_of(a, knowledge) == "money" for a in fitting)
    if not money or (fitting and not beside):
        return fitting
    if alike := _alike(asked, subject_kinds, knowledge):
        return alike
    return (*fitting, *_priced_otherwise(subject_kinds, knowledge))


def _priced_otherwise(subject_kinds: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """ "Does X pay?", where X is of a kind with another price: that price, behind what else its table alone says of it."""
    entries = {n: e for n, e in knowledge.vocabulary.attributes.items() if kinds(n, knowledge) & set(subject_kinds)}
    if not knowledge.vocabulary.attributes:
        own = (a for a in knowledge.prices_given if kinds(a, knowledge) & set(subject_kinds))
        return tuple(islice((a for a in own if SPENT & {stem(w) for w in words(a)}), 1))
    price = next((name for name, entry in entries.items() if entry.unit == "money"), None)
    if price is None:
        return ()
    beside = ((name, entry) for name, entry in entries.items() if entry.topic == entries[price].topic)
    first = next(name for name, entry in beside if set(entry.of) == set(entries[price].of))
    return tuple(dict.fromkeys((first, price)))


def _alike(asked: Sequence[str], subject_kinds: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """Columns that no vocabulary knows and whose header has a word of what is asked: "median starting pay" for pay."""
    entries = knowledge.vocabulary.attributes
    heads = {stem(form) for a in asked if a in entries for form in entries[a].asked if " " not in form} - knowledge.stop
    own = (a for a, of in knowledge.kinds_of.items() if a not in entries and of & set(subject_kinds))
    return tuple(a for a in own if heads & {stem(word) for word in words(a)})[:1]


def unit_of(attribute: str, knowledge: Knowledge) -> str | None:
    """What an attribute is counted in: by the vocabulary, else by its cells."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry.unit if entry else knowledge.units.get(attribute)


def direction_of(attribute: str, knowledge: Knowledge) -> str | None:
    """Which end of an attribute is the better one; None where neither is."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    if entry is None:
        return better_end(attribute, knowledge.units.get(attribute))
    return entry.better if entry.better != "none" else None


def counted_of(kind: str | None, mentions: Mentions, knowledge: Knowledge) -> str | None:
    """ "The states with most programs": a counted attribute of the kind whose label shares a word with the part."""
    said = {stem(token.word) for token in mentions.tokens}
    for name, entry in knowledge.vocabulary.attributes.items():
        counted = entry.unit == "number" and kind in kinds(name, knowledge) and kind != knowledge.main_kind
        if counted and said & {stem(word) for word in words(entry.label)}:
            return name
    return None


def counted_at_end(text: str, kind: str, knowledge: Knowledge) -> tuple[str, ...]:
    """ "Programs in X, how many?": what a table counts for such a place, where nothing follows that is counted."""
    counted = (
        a for a, e in knowledge.vocabulary.attributes.items() if e.unit == "number" and kind in kinds(a, knowledge)
    )
    return tuple(islice(counted, 1)) if BARE_COUNT.search(text) else ()


BARE_COUNT = re.compile(r"\bhow many\b(?=\W*(?:$|and\b|&|n\b|,))", re.I)


def listed_demands(mentions: Mentions) -> tuple[str, ...]:
    """ "Credits n gre n async?", "the price, is it online": a choice that ends a list is asked about, and means no version."""
    ends = {m.span.end for m in mentions.attributes}
    said = [token.word for token in mentions.tokens]
    found = (
        m
        for m in mentions.demands
        if m.span.end == len(said)
        and (
            (m.span.start - 1 in ends and said[m.span.start - 1] in {"and", "n", "plus"})
            or (m.span.start - 2 in ends and said[m.span.start - 2 : m.span.start] in (["is", "it"], ["are", "they"]))
        )
    )
    return tuple(dict.fromkeys(m.meant.attribute for m in found))

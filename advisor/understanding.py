"""A message understood: its parts as frames, what the person said about themselves, and what it does to the last answer."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.acts import Clues, decide, topic_of
from advisor.amounts import Amount, find_amounts
from advisor.costs import read_sum
from advisor.frame import Act, Frame, Narrowing, Order, Remark, Wish
from advisor.knowledge import Knowledge
from advisor.lexicon import BEST, LEAST, MOST, TOP, Demand, Name
from advisor.mentions import Mentions, find_mentions
from advisor.narrowing import narrow
from advisor.remarks import find_remarks, price_attribute
from advisor.segments import asks, split
from advisor.subjects import SCHOOL, kinds, resolve
from advisor.words import NUMBER_WORDS, phrase, stem, words
from index import Condition

Closeness = Callable[[Sequence[str]], list[Mapping[str, float]]]


@dataclass(frozen=True)
class Understanding:
    """What one message asks and tells."""

    frames: tuple[Frame, ...]
    remarks: tuple[Remark, ...]


def understand(
    message: str, knowledge: Knowledge, common: Callable[[str], bool], closeness: Closeness
) -> Understanding:
    """Read a message by itself; what it leaves open is the conversation's to fill in."""
    parts = [pair for part in split(message) for pair in _pairs(part, knowledge, common)]
    scores = closeness(parts)
    frames: list[Frame] = []
    remarks: list[Remark] = []
    for part, score in zip(parts, scores, strict=True):
        mentions = find_mentions(part, knowledge.lexicon, common)
        amounts = find_amounts(part)
        frame = read_frame(part, mentions, amounts, score, knowledge)
        told = find_remarks(part, amounts, _places(frame), knowledge)
        remarks += [r for r in told if r.key not in {known.key for known in remarks}]
        if told and not asks(part) and _idle(frame):
            continue
        frames.append(frame)
    frames = _asking(frames)
    if not frames and any(remark.wish for remark in remarks):
        frames.append(Frame(act="recommend", text=message))  # a life told without a question asks what fits it
    frames = [_in_context(frame, message, len(parts)) for frame in _joined(frames, knowledge)]
    return Understanding(tuple(frames), tuple(remarks))


def _asking(frames: list[Frame]) -> list[Frame]:
    """The parts that ask; what the others demand ("must be online, no GRE") holds for the part that asks for a set."""
    if not any(asks(frame.text) for frame in frames):
        return frames
    keep = [f for f in frames if asks(f.text) or f.subjects or (f.attributes and f.act not in {"explain", "filter"})]
    demands = tuple(wish for frame in frames if frame not in keep for wish in frame.wishes)
    return [
        replace(frame, wishes=(*frame.wishes, *demands)) if frame.act in SETS and not frame.subjects else frame
        for frame in keep
    ]


def _pairs(part: str, knowledge: Knowledge, common: Callable[[str], bool]) -> list[str]:
    """ "A's credits, B per credit, C how long": cut at the commas where every piece has its own subject and attribute."""
    pieces = [piece.strip() for piece in part.split(",")]
    if len(pieces) < 2:
        return [part]
    found = [find_mentions(piece, knowledge.lexicon, common) for piece in pieces]
    return (
        pieces
        if all(m.subjects and (m.attributes or PER_WORD.search(p)) for m, p in zip(found, pieces, strict=True))
        else [part]
    )


PER_WORD = re.compile(r"\bper\s\w+", re.I)
SETS = {"filter", "rank", "count", "recommend"}


def _idle(frame: Frame) -> bool:
    """A part that names nothing and asks nothing."""
    named = frame.subjects or frame.tie or frame.strangers or frame.attributes or frame.order
    return frame.act in {"explain", "filter"} and not named


def _in_context(frame: Frame, message: str, parts: int) -> Frame:
    """A personal question, or one of few words, is searched with everything that was said around it."""
    personal = frame.act in {"eligibility", "recommend"}
    lone = frame.act == "explain" and len(words(frame.text)) <= FEW_WORDS
    return replace(frame, text=message) if parts > 1 and (personal or lone) else frame


FEW_WORDS = 4


def read_frame(
    text: str, mentions: Mentions, amounts: Sequence[Amount], closeness: Mapping[str, float], knowledge: Knowledge
) -> Frame:
    """One part as a frame."""
    asked = _asked(text, mentions)
    weak = not any(m.form.split()[0] not in WEAK for m in mentions.attributes)
    who = resolve(text, mentions, asked, knowledge)
    attributes = _relevant(asked, [name.kind for name in who.names], knowledge)
    narrowing = narrow(text, knowledge)
    kind = mentions.kinds[0].meant if mentions.kinds else None
    wishes = _wishes(mentions, amounts, attributes, narrowing, kind, knowledge)
    telling = [name for name in who.places if any(f.cell.known for a in asked for f in knowledge.facts(name, a))]
    if (
        telling
        and len(who.places) == len(telling)
        and not (who.names or mentions.demands or mentions.orders or amounts)
    ):
        who, kind = replace(who, names=tuple(telling), places=()), None
        attributes = _relevant(asked, [name.kind for name in telling], knowledge)
    wishes = _alternatives(wishes)
    wishes += [_place_wish(name.kind, name.name) for name in who.places]
    beside = _beside(who.names, kind, asked, knowledge)
    wishes += [w for name in beside if (w := _held_wish(name, kind, asked, knowledge))]
    names = tuple(name for name in who.names if name not in beside)
    narrowing = _at_home(text, narrowing, who.names, who.places, knowledge)
    attributes = _priced(_labelled(attributes, mentions, who.names, knowledge), narrowing, kind, knowledge)
    order = _order(mentions, attributes, knowledge, kind)
    if order and kind is None:
        of = kinds(order.attribute, knowledge)
        kind = "school" if not of or "school" in of else min(of)
    act = decide(
        Clues(
            text=text,
            mentions=mentions,
            subjects=_of_one_kind(names) + bool(who.tie) + len(who.strangers),
            choices=max((len(w.conditions) for w in wishes if len({m.form for m in mentions.demands}) > 1), default=0),
            attributes=0 if weak and not names else len(attributes),
            ordered=order is not None,
            demands=len(wishes) - sum(amount.bound is not None for amount in amounts),
            bounds=sum(amount.bound is not None or (amount.unit in CLAIMED and bool(names)) for amount in amounts),
            strange=_strange(mentions, knowledge),
            sum=_sums(text),
            told=0,
            topic=topic_of(text, knowledge.vocabulary.topics),
            closeness=closeness,
        )
    )
    if act == "look_up" and not attributes:
        demanded = [mention.meant.attribute for mention in mentions.demands]
        measured = [a for amount in amounts if amount.unit and (a := _measured(amount, (), knowledge))]
        attributes = tuple(dict.fromkeys(demanded or [wish.attribute for wish in wishes] or measured))
    return Frame(
        act=act,
        text=text,
        subjects=names,
        tie=who.tie,
        strangers=who.strangers,
        attributes=attributes,
        wishes=tuple(wishes),
        order=order,
        limit=_limit(mentions, amounts) if order or act == "recommend" else None,
        kind=kind,
        narrowing=narrowing,
        weak=weak,
        outside=_outside(closeness),
    )


CLAIMED = {"money", "percent"}  # "1% at X?" asks for the figure


def _strange(mentions: Mentions, knowledge: Knowledge) -> bool:
    covered = {at for span in mentions.spans() for at in range(span.start, span.end)}
    loose = [
        t.word for at, t in enumerate(mentions.tokens) if at not in covered and t.word.isalpha() and len(t.word) > 3
    ]
    return any(word not in knowledge.words and stem(word) not in knowledge.words for word in loose)


def _at_home(
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


def _sums(text: str) -> bool:
    """Whether a part asks for arithmetic; "9-5" is a working day."""
    return read_sum(re.sub(r"\b9\s?(?:-|to)\s?5\b", " ", text)) is not None


def _of_one_kind(names: Sequence[Name]) -> int:
    """How many subjects can stand side by side."""
    return max(Counter(name.kind for name in names).values(), default=0)


def _outside(closeness: Mapping[str, float]) -> float:
    inside = max((score for act, score in closeness.items() if act not in {"out_of_scope", "small_talk"}), default=0.0)
    return round(closeness.get("out_of_scope", 0.0) - inside, 4)


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


PER = re.compile(r"(?:\b(?:per|an?|each|every)|[$\d]\s*/)\s*$", re.I)


def _asked(text: str, mentions: Mentions) -> tuple[str, ...]:
    """The attributes named; one named only by a turn of phrase ("how much", "what do they do") yields to one named outright."""
    named = [
        m for m in mentions.attributes if len(m.span) > 1 or not PER.search(text[: mentions.tokens[m.span.start].start])
    ]
    outright = [m for m in named if m.form.split()[0] not in WEAK]
    chosen = outright or named
    return tuple(dict.fromkeys(name for mention in chosen for name in mention.meant))


def _relevant(asked: tuple[str, ...], subject_kinds: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """The attributes that describe one of the named subjects; all of them where none is named."""
    if not subject_kinds:
        return asked
    fitting = tuple(a for a in asked if kinds(a, knowledge) & set(subject_kinds) or not kinds(a, knowledge))
    if fitting or not asked:
        return fitting
    money = [a for a in asked if _unit(a, knowledge) == "money"]
    others = [
        name
        for name, entry in knowledge.vocabulary.attributes.items()
        if money and entry.unit == "money" and kinds(name, knowledge) & set(subject_kinds)
    ]
    return tuple(others[:1])


def _unit(attribute: str, knowledge: Knowledge) -> str | None:
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry.unit if entry else None


def _wishes(
    mentions: Mentions,
    amounts: Sequence[Amount],
    attributes: Sequence[str],
    narrowing: Narrowing,
    kind: str | None,
    knowledge: Knowledge,
) -> list[Wish]:
    wishes = [
        _worded(mention.meant, mention.form, negated=mention.negated, knowledge=knowledge)
        for mention in mentions.demands
    ]
    wishes += _worded_values(mentions, attributes, kind, knowledge)
    for amount in amounts:
        attribute = _measured(amount, attributes, knowledge)
        if attribute and kind and amount.unit in EXACT_UNITS and not amount.bound and not mentions.subjects:
            value = Condition(attribute, "is", _comparable(amount))
            wishes.append(Wish((value,), f"{_label(attribute, knowledge)}: {amount.text}"))
        if amount.bound and attribute:
            usual = amount.unit == "money" and attribute == price_attribute(knowledge) and kind in {None, SCHOOL}
            period = narrowing.period or ("total" if usual else None)
            condition = Condition(attribute, amount.bound, _comparable(amount), period=period)
            wishes.append(
                Wish((condition,), f"{_label(attribute, knowledge)} {BOUND_WORDS[amount.bound]} {amount.text}")
            )
    return wishes


EXACT_UNITS = {"credit", "percent", "month"}


def _worded_values(mentions: Mentions, attributes: Sequence[str], kind: str | None, knowledge: Knowledge) -> list[Wish]:
    """A value that some cell of the asked kind has, said in the part: "very high" growth outlook."""
    if kind is None:
        return []
    said = f" {' '.join(token.word for token in mentions.tokens)} "
    found = []
    for attribute in attributes:
        for value in sorted(knowledge.values.get(attribute, ()), key=lambda v: (-len(v), v)):
            if f" {phrase(value)} " in said:
                found.append(Wish((Condition(attribute, "is", value),), f"{_label(attribute, knowledge)}: {value}"))
                break
    return found


def _alternatives(wishes: Sequence[Wish]) -> list[Wish]:
    """ "Online or campus": conditions on one choice are alternatives, since no value is both."""
    joined: dict[str, Wish] = {}
    for number, wish in enumerate(wishes):
        choice = all(condition.operator == "is" for condition in wish.conditions)
        key = wish.attribute if choice else str(number)
        old = joined.get(key)
        joined[key] = Wish((*old.conditions, *wish.conditions), f"{old.said} or {wish.said}") if old else wish
    return list(joined.values())


BOUND_WORDS = {
    "at_most": "at most",
    "below": "under",
    "at_least": "at least",
    "above": "over",
    "is": "of",
    "contains": "with",
}


def _worded(demand: Demand, form: str, *, negated: bool, knowledge: Knowledge) -> Wish:
    values = demand.values
    if negated:
        entry = knowledge.vocabulary.attributes.get(demand.attribute)
        values = tuple(value for value in (entry.values if entry else ()) if value not in demand.values)
    conditions = [Condition(demand.attribute, "is", value) for value in values]
    if demand.at_most is not None:
        conditions.append(Condition(demand.attribute, "at_most", demand.at_most))
    if demand.at_least is not None:
        conditions.append(Condition(demand.attribute, "at_least", demand.at_least))
    return Wish(tuple(conditions), f"not {form}" if negated else form)


def _place_wish(kind: str, name: str) -> Wish:
    return Wish((Condition(kind, "contains", name),), f"in {name}")


def _beside(names: Sequence[Name], kind: str | None, asked: Sequence[str], knowledge: Knowledge) -> list[Name]:
    """Subjects of another kind than the one that is asked, found in its cells; two of a kind are compared instead."""
    others = [name for name in names if kind and name.kind != kind and _held_wish(name, kind, asked, knowledge)]
    told = [name for name in others if any(name.kind in kinds(a, knowledge) for a in asked)]
    return others if len(others) == 1 and not told else []


def _held_wish(name: Name, kind: str | None, asked: Sequence[str], knowledge: Knowledge) -> Wish | None:
    """ "Schools that work with X": a subject of another kind is looked for in the cells of the kind that is asked."""
    holders = knowledge.holders.get((kind or "", phrase(name.name)), ())
    holders = tuple(a for a in holders if a in asked) or holders
    return Wish(tuple(Condition(a, "contains", name.name) for a in holders), f"with {name.name}") if holders else None


def _measured(amount: Amount, attributes: Sequence[str], knowledge: Knowledge) -> str | None:
    """The attribute that an amount bounds: one that was asked and counts in its unit, else the usual one for the unit."""
    unit = {"money": "money", "percent": "percent", "gpa": "gpa", "month": "duration", "year": "duration"}.get(
        amount.unit
    )
    if unit is None:
        named = [a for a in attributes if _unit(a, knowledge) in {"number", "rank"}]
        if amount.unit == "credit":
            named = [a for a in knowledge.vocabulary.attributes if a.startswith("credit")] or named
        return named[0] if named else None
    asked = [a for a in attributes if _unit(a, knowledge) == unit]
    if asked:
        return asked[0]
    if unit == "money":
        return price_attribute(knowledge)
    return next(
        (name for name, entry in knowledge.vocabulary.attributes.items() if entry.unit == unit and entry.headers), None
    )


def _comparable(amount: Amount) -> float:
    return amount.value * 12 if amount.unit == "year" else amount.value


def _label(attribute: str, knowledge: Knowledge) -> str:
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry.label if entry else attribute


def _order(mentions: Mentions, attributes: Sequence[str], knowledge: Knowledge, kind: str | None) -> Order | None:
    if not mentions.orders:
        return None
    attribute, direction = _ordering(mentions, knowledge, kind)
    if attribute == TOP:
        if kind not in {None, SCHOOL}:
            best = next((a for a in attributes if _direction(a, knowledge)), None)
            return Order(best, _direction(best, knowledge) != "high") if best else None
        ranked = next((a for a, e in knowledge.vocabulary.attributes.items() if e.unit == "rank"), None)
        numbered = any(token.word.isdigit() or token.word in NUMBER_WORDS for token in mentions.tokens)
        return Order(ranked, lowest=True) if ranked and numbered else None
    if attribute == BEST:
        chosen = next((a for a in attributes if _direction(a, knowledge)), None)
        return Order(chosen, _direction(chosen, knowledge) != "high") if chosen else None
    if attribute in {LEAST, MOST}:
        chosen = next((a for a in attributes if _unit(a, knowledge) not in {"text", "choice"}), None)
        chosen = chosen or _counted_of(kind, mentions, knowledge)
        return Order(chosen, attribute == LEAST) if chosen else None
    if attributes and attribute not in attributes and kind and kind not in kinds(attribute, knowledge):
        attribute = next((a for a in attributes if _unit(a, knowledge) == _unit(attribute, knowledge)), attribute)
    return Order(attribute, direction == "low")


def _ordering(mentions: Mentions, knowledge: Knowledge, kind: str | None) -> tuple[str, str]:
    """The superlative that says most: one with an attribute of the asked kind, the latest of those; "top" says least."""
    meant = [mention.meant for mention in mentions.orders]
    fitting = [m for m in meant if kind is None or kind in kinds(m[0], knowledge)]
    named = [m for m in fitting or meant if not m[0].startswith("*") and _unit(m[0], knowledge) != "rank"]
    return (named or fitting or meant)[-1 if named else 0]


def _counted_of(kind: str | None, mentions: Mentions, knowledge: Knowledge) -> str | None:
    """ "The states with most programs": a counted attribute of the kind whose label shares a word with the part."""
    said = {stem(token.word) for token in mentions.tokens}
    for name, entry in knowledge.vocabulary.attributes.items():
        counted = entry.unit == "number" and kind in kinds(name, knowledge) and kind != SCHOOL
        if counted and said & {stem(word) for word in words(entry.label)}:
            return name
    return None


def _labelled(
    attributes: tuple[str, ...], mentions: Mentions, names: Sequence[Name], knowledge: Knowledge
) -> tuple[str, ...]:
    """Attributes of the subjects' kind whose whole label was said, with other words between."""
    said = {stem(token.word) for token in mentions.tokens}
    found = [
        name
        for name, entry in knowledge.vocabulary.attributes.items()
        if names and names[0].kind in kinds(name, knowledge) and len(own := _telling(entry.label)) > 1 and own <= said
    ]
    return tuple(dict.fromkeys((*attributes, *found)))


def _telling(label: str) -> set[str]:
    return {stem(word) for word in words(label) if len(word) > 3}


def _priced(
    attributes: tuple[str, ...], narrowing: Narrowing, kind: str | None, knowledge: Knowledge
) -> tuple[str, ...]:
    """ "Per year" alone asks for the price in that period."""
    price = price_attribute(knowledge)
    money = any(_unit(a, knowledge) == "money" for a in attributes)
    narrowed = narrowing.period in {"credit", "year"} or narrowing.residency is not None or narrowing.both_residencies
    spoken = narrowed and not money and kind in {None, SCHOOL}
    return (*attributes, price) if spoken and price and len(attributes) < MOST_ASKED else attributes


MOST_ASKED = 4


def _direction(attribute: str, knowledge: Knowledge) -> str | None:
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry.better if entry and entry.better != "none" else None


def _limit(mentions: Mentions, amounts: Sequence[Amount]) -> int | None:
    """How many are wanted: a small bare number, or a number word before a plural or a superlative."""
    bare = [
        int(a.value)
        for a in amounts
        if a.unit == "" and a.bound is None and a.value == int(a.value) and 1 <= a.value <= 25
    ]
    said = [NUMBER_WORDS[t.word] for t in mentions.tokens if t.word in NUMBER_WORDS and t.word != "one"]
    return next(iter([*said, *bare]), None)


def _places(frame: Frame) -> list[Name]:
    return [
        Name(w.attribute, str(w.conditions[0].value)) for w in frame.wishes if w.conditions[0].operator == "contains"
    ]


def _joined(frames: list[Frame], knowledge: Knowledge) -> list[Frame]:
    """A part that names only an attribute takes the subjects of the part before it."""
    joined: list[Frame] = []
    for frame in frames:
        before = joined[-1] if joined else None
        if before and before.strangers and not (frame.subjects or frame.strangers or frame.kind) and frame.attributes:
            continue  # more about somebody of whom no guide speaks
        if before and before.subjects and not (frame.subjects or frame.tie or frame.strangers or frame.order):
            asked = frame.attributes or tuple(dict.fromkeys(wish.attribute for wish in frame.wishes))
            attributes = _relevant(asked, [name.kind for name in before.subjects], knowledge)
            own = frame.kind is None or not any(frame.kind in kinds(a, knowledge) for a in attributes)
            if attributes and own and frame.act in {"explain", "look_up", "filter"}:
                act: Act = "look_up" if len(before.subjects) == 1 else "compare"
                frame = replace(frame, subjects=before.subjects, attributes=attributes, wishes=(), act=act)
        joined.append(frame)
    return joined

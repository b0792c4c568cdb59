"""Which subjects a part of a message is about: ties decided by the sentence, names that no guide knows set apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.tabled import OTHER
from advisor.understanding.capitals import unknown_capitals
from advisor.understanding.mentions import AND_OR, DENIALS, NEGATIONS, Mention, Mentions
from advisor.understanding.strangers import unknown_names
from advisor.words import phrase, words

PLACES = {
    "in",
    "moved to",
    "move to",
    "moving to",
    "relocate to",
    "relocating to",
    "each of",
    "near",
    "around",
    "throughout",
    "across",
    "from",
    "outside",
    "outside of",
}


@dataclass(frozen=True)
class Who:
    """The subjects of one part."""

    names: tuple[Name, ...]
    tie: tuple[Name, ...]
    strangers: tuple[str, ...]
    places: tuple[Name, ...]  # named as a place to study: "in Texas"
    excluded: tuple[Name, ...] = ()  # named as what a set goes without: "other than Purdue"


def resolve(text: str, mentions: Mentions, attributes: Sequence[str], knowledge: Knowledge) -> Who:
    """Decide every mention by the words before it, by what is asked, and by what the guides know."""
    found = Found([], [], [], [])
    excluded: list[Name] = []
    for mention in mentions.subjects:
        if _excludes(mentions, mention, knowledge):
            excluded += _decide(mention.meant, attributes, knowledge, as_place=False)
        elif not (mention.negated and _corrected(mentions, mention)):
            _place(_of_said_kind(mention, mentions, knowledge), mentions, attributes, knowledge, found)
    names, places = found.names, found.places
    if excluded and names and SIDES.search(text):  # "how much do I save at X instead of Y" sets one against the other
        names, excluded = [*names, *excluded], []
    _by_the_other(found)
    strangers = [*found.strangers, *unknown_names(text, mentions, knowledge)]
    strangers += unknown_capitals(text, mentions, knowledge) if not (strangers or mentions.subjects) else []
    if any(not _is_place(name, knowledge) for name in names):
        places = [*places, *(name for name in names if _is_place(name, knowledge))]
        names = [name for name in names if not _is_place(name, knowledge)]
    alone = not (found.ties or strangers or places)
    kept = _foreground([sibling(name, attributes, knowledge) for name in names], attributes, knowledge, alone=alone)
    tie = found.ties[0] if found.ties else ()
    return Who(tuple(dict.fromkeys(kept)), tie, tuple(dict.fromkeys(strangers)), tuple(places), tuple(excluded))


def _given_for(names: tuple[Name, ...], attributes: Sequence[str], knowledge: Knowledge) -> tuple[Name, ...]:
    """ "Who runs X", where only one of those that X may mean has it given: that one is answered, by its full name."""
    exact = [a for a in attributes if a not in knowledge.ungiven and _in_words(a, knowledge)]
    if len(names) < 2 or not exact or {name.kind for name in names} != {knowledge.main_kind}:
        return names
    known = tuple(n for n in names if any(fact.cell.known for a in exact for fact in knowledge.facts(n, a)))
    return known if len(known) == 1 else names


def _in_words(attribute: str, knowledge: Knowledge) -> bool:
    entry = knowledge.vocabulary.attributes.get(attribute)
    return entry is not None and entry.unit == "text"


def _of_said_kind(
    mention: Mention[tuple[Name, ...]], mentions: Mentions, knowledge: Knowledge
) -> Mention[tuple[Name, ...]]:
    """ "X, the state and not the school": of several meanings the place, where its kind is said."""
    before = {kind.span.start: mentions.tokens[kind.span.start - 1].word for kind in mentions.kinds if kind.span.start}
    said = {m.meant for m in mentions.kinds if not m.negated and before.get(m.span.start) not in RESIDENT}
    said |= {kind for other in _joined_to(mention, mentions) if (kind := _place_alone(other, knowledge))}
    left = tuple(name for name in mention.meant if name.kind in said & knowledge.places)
    return replace(mention, meant=left) if left else mention


def _joined_to(mention: Mention[tuple[Name, ...]], mentions: Mentions) -> list[Mention[tuple[Name, ...]]]:
    """The mentions that a small word alone parts from this one: "X and Y"."""
    return [
        other
        for other in mentions.subjects
        for first, last in ((mention, other), (other, mention))
        if last.span.start - first.span.end == 1 and mentions.tokens[first.span.end].word in {*AND_OR, "vs", "n"}
    ]


def _place_alone(mention: Mention[tuple[Name, ...]], knowledge: Knowledge) -> str | None:
    """The kind of a mention that can only be a place."""
    kinds_meant = {name.kind for name in mention.meant}
    return min(kinds_meant) if len(kinds_meant) == 1 and kinds_meant <= knowledge.places else None


RESIDENT = {"in", "of"}  # "in-state", "out of state"


@dataclass(frozen=True)
class Found:
    """Mentions told apart while a part is read."""

    names: list[Name]
    places: list[Name]
    strangers: list[str]
    ties: list[tuple[Name, ...]]


def _place(
    mention: Mention[tuple[Name, ...]],
    mentions: Mentions,
    attributes: Sequence[str],
    knowledge: Knowledge,
    found: Found,
) -> None:
    """Put one mention where it belongs: a tie, a place, a stranger or a subject."""
    as_place = _as_place(mentions, mention)
    left = _given_for(
        _one_a_name(_decide(mention.meant, attributes, knowledge, as_place=as_place)), attributes, knowledge
    )
    name = left[0]
    if len(mention.meant) > 1 and all(_is_place(name, knowledge) for name in mention.meant):  # a region
        found.places.extend(name for name in mention.meant if name.name in knowledge.values.get(name.kind, ()))
    elif len(left) > 1:
        found.ties.append(left)
    elif as_place and _is_place(name, knowledge):
        found.places.append(name)
    elif not (_of_our_kinds(name, knowledge) or _told_of(name, attributes, knowledge)):
        found.strangers.append(name.name)
    elif not (knowledge.has(name) or _in_prose(name, knowledge)):
        found.strangers.extend([name.name] if name.kind == knowledge.main_kind else [])
    else:
        found.names.append(name)


def _by_the_other(found: Found) -> None:
    """ "Penn or Penn State": what one name may mean besides a subject that is named outright is the other one.

    So is the one of its kind, where the others are of other kinds: a school beside a school, and no town.
    """
    for tie in list(found.ties):
        kinds_named = {name.kind for name in found.names if name in tie}
        if len({name.kind for name in tie}) > 1:
            kinds_named |= {name.kind for name in found.names}
        left = [name for name in tie if name not in found.names and name.kind in kinds_named]
        if len(left) == 1:
            found.ties.remove(tie)
            found.names.append(left[0])


def _one_a_name(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The same word as a role and as a goal is one subject: the first kind's."""
    return tuple({phrase(name.name): name for name in reversed(names)}.values())[::-1]


def sibling(name: Name, attributes: Sequence[str], knowledge: Knowledge) -> Name:
    """A subject of the right kind whose name holds this one: asked for pay, "computer vision" is the engineer."""
    wanted = {kind for attribute in attributes for kind in kinds(attribute, knowledge)}
    known = any(fact.cell.known for attribute in attributes for fact in knowledge.facts(name, attribute))
    if not wanted or known or name.kind in {knowledge.main_kind, *knowledge.vocabulary.background}:
        return name
    aliases = knowledge.vocabulary.subjects.get(name.kind, {}).get(name.name, ())
    inside = tuple(f" {phrase(form)}{end} " for form in (name.name, *aliases) for end in ("", "ing"))
    held = [
        other
        for other in knowledge.rows
        if other.kind in wanted - {name.kind} and any(form in f" {phrase(other.name)} " for form in inside)
    ]
    return min(held, key=lambda other: (len(other.name), other.name), default=name)


def _foreground(names: list[Name], attributes: Sequence[str], knowledge: Knowledge, *, alone: bool) -> list[Name]:
    """Names that the part is about: kinds named in passing go where something else is named or asked."""
    background = set(knowledge.vocabulary.background)
    front = [name for name in names if name.kind not in background]
    behind = [name for name in names if name.kind in background]
    fits = any(name.kind in kinds(attribute, knowledge) for name in behind for attribute in attributes)
    if front or not alone or (attributes and not fits):
        names = front
    elif len(behind) == 1 and not fits:
        names = []
    told = [name for name in names if any(name.kind in kinds(attribute, knowledge) for attribute in attributes)]
    return told or names


def _as_place(mentions: Mentions, mention: Mention[tuple[Name, ...]]) -> bool:
    before = [token.word for token in mentions.tokens[: mention.span.start]]
    after = {kind.span.start for kind in mentions.kinds}
    if tuple(before[-2:]) in DENIALS:
        return False  # "apart from X"
    if (
        PLACES & {" ".join(before[-1:]), " ".join(before[-2:])}
        or mention.span.end in after
        or _at_home(mentions, mention)
    ):
        return True
    end = mention.span.start - (before[-1:] != [] and before[-1] in AND_OR)
    joined = [m for m in mentions.subjects if m.span.end == end]
    if joined and _as_place(mentions, joined[0]):  # "in Texas or Ohio", "in Texas, Ohio"
        return True
    behind = [token.word for token in mentions.tokens[mention.span.end : mention.span.end + 1]]
    follows = (m for m in mentions.subjects if m.span.start == mention.span.end + 1)
    return behind == ["or"] and any(m.span.end in after for m in follows)  # "Texas or Ohio schools"


def _at_home(mentions: Mentions, mention: Mention[tuple[Name, ...]]) -> bool:
    """ "Chicago, 2.8 gpa, which would take me": a place in front, parted from a set that is asked for oneself."""
    said, end = mentions.tokens, mention.span.end
    parted = mention.span.start == 0 and end < len(said) and said[end].start - said[end - 1].end > 1
    rest = {token.word for token in said[end:]}
    return bool(parted and len(mentions.subjects) == 1 and rest & OF_ONESELF and rest & OF_A_SET)


OF_ONESELF, OF_A_SET = (
    {"i", "me", "my", "im", "us", "we"},
    {"which", "what", "where", "who", "options", "any", "anything"},
)


def _corrected(mentions: Mentions, mention: Mention[tuple[Name, ...]]) -> bool:
    """ "Not X, Y": a negated subject beside another one is the one that was not meant; "not in X" is a demand."""
    if _as_place(mentions, mention) or _asked_back(mentions, mention):
        return False
    words = [token.word for token in mentions.tokens]
    put_right = words[: mention.span.start] == ["no"] and mention.span.end == len(words)  # "no Purdue": whom was meant
    return len(mentions.subjects) > 1 or (mention.span.start <= 2 and not put_right)


def _excludes(mentions: Mentions, mention: Mention[tuple[Name, ...]], knowledge: Knowledge) -> bool:
    """ "The cheapest other than X": a set goes without what is denied; "isn't X the cheapest?" denies nothing."""
    before = [token.word for token in mentions.tokens[: mention.span.start]]
    outright = bool(EXCEPT & set(before[-1:])) or tuple(before[-2:]) in DENIALS
    asks_set = outright or mentions.kinds or mentions.orders or mentions.demands
    background = knowledge.vocabulary.background
    if not (mention.negated and asks_set) or _as_place(mentions, mention) or mention.meant[0].kind in background:
        return False
    return not _asked_back(mentions, mention)


def _asked_back(mentions: Mentions, mention: Mention[tuple[Name, ...]]) -> bool:
    """ "Isn't X the cheapest", "why not X": a denial that only asks."""
    before = [token.word for token in mentions.tokens[: mention.span.start]]
    verb = before[-1].endswith("nt") and before[-1] in NEGATIONS
    return before[-2:-1] == ["why"] or (verb and not RELATIVE & set(before[-2:-1]))


SIDES = re.compile(
    r"\b(?:sav(?:e|ing)s?|cheaper|dearer|more|less|better|differen\w+)\b.*\b(?:instead of|rather than)\b", re.I
)

EXCEPT = {"except", "besides", "excluding"}
RELATIVE = {"that", "which", "who", "and", "but"}


def _decide(
    meant: tuple[Name, ...], attributes: Sequence[str], knowledge: Knowledge, *, as_place: bool
) -> tuple[Name, ...]:
    """The fewest names that the sentence leaves open."""
    left = meant
    for keep in (
        lambda name: _is_place(name, knowledge) == as_place,
        lambda name: any(name.kind in kinds(attribute, knowledge) for attribute in attributes),
        knowledge.tells_of,
    ):
        chosen = tuple(name for name in left if keep(name))
        left = chosen or left
    return left


def kinds(attribute: str, knowledge: Knowledge) -> frozenset[str]:
    """The kinds of subject that an attribute describes, by the tables and by the vocabulary."""
    entry = knowledge.vocabulary.attributes.get(attribute)
    return knowledge.kinds_of.get(attribute, frozenset()) | frozenset(entry.of if entry else ())


def _is_place(name: Name, knowledge: Knowledge) -> bool:
    """Whether some table has a column of this kind: a state is a place because schools have a "State" cell."""
    return name.kind in knowledge.places


def _of_our_kinds(name: Name, knowledge: Knowledge) -> bool:
    """Whether tables are about its kind, or prose alone names it, where the vocabulary does not hold it for a stranger."""
    told = name in knowledge.named_in_prose and not name.kind.startswith(OTHER)
    return told or name.kind in {*knowledge.kinds, knowledge.main_kind}


def _told_of(name: Name, attributes: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether sentences name what no table is about and what is asked is said of its kind: what a role earns."""
    asked = any(name.kind in kinds(attribute, knowledge) for attribute in attributes)
    prose = f" {knowledge.prose} "
    return asked and any(
        f" {form}{end} " in prose
        for form, meant in knowledge.lexicon.subjects.items()
        if meant == (name,)
        for end in ("", "s")
    )


def _in_prose(name: Name, knowledge: Knowledge) -> bool:
    """Whether every word of a name, or of a form that means nothing else, stands in some guide's prose, side by side."""
    return " ".join(words(name.name)) in knowledge.prose or name in knowledge.named_in_prose

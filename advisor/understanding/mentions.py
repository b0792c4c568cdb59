"""What a message names: subjects, attributes, conditions, orders and kinds, with typing errors forgiven."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from advisor.lexicon import Demand, Lexicon, Name, Shapes, plural_forms
from advisor.words import ARTICLES, Token, tokens

T = TypeVar("T")
Meant_co = TypeVar("Meant_co", covariant=True)
NEGATIONS = {
    "not",
    "no",
    "isnt",
    "arent",
    "without",
    "dont",
    "non",
    "except",
    "besides",
    "never",
    "doesnt",
    "wont",
    "outside",
    "excluding",
    "cant",
    "cannot",
    "neither",
    "nor",
}
DENIALS = {  # two words that deny what follows
    ("other", "than"), ("rather", "than"), ("apart", "from"), ("aside", "from"), ("instead", "of"), ("not", "counting"),
    ("leaving", "out"), ("anything", "but"),
}  # fmt: skip
LINKS = {
    "in",
    "of",
    "need",
    "require",
    "requiring",
    "have",
    "has",
    "with",
    "offer",
    "want",
    "to",
    "do",
    "take",
    "go",
    "at",
    "located",
    "fully",
}
MOST_LINKS = 3
AND_OR, NEITHER = {"and", "or", "nor"}, {"or", "nor"}
ASKING_BACK = {"isnt", "arent", "doesnt", "wont", "dont"}  # "isn't X …?" asks about X
FUZZY_FROM = 5  # letters; shorter forms match exactly


@dataclass(frozen=True)
class Span:
    """Which tokens of the message a mention covers."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: "Span") -> bool:
        """Whether two mentions share a token."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Mention(Generic[Meant_co]):
    """One thing that was named: where, by which form, what it may mean, whether it was negated."""

    span: Span
    form: str
    meant: Meant_co
    negated: bool = False


@dataclass(frozen=True)
class Mentions:
    """All that one message names, each in the order of its words."""

    tokens: tuple[Token, ...]
    subjects: tuple[Mention[tuple[Name, ...]], ...]
    attributes: tuple[Mention[tuple[str, ...]], ...]
    demands: tuple[Mention[Demand], ...]
    orders: tuple[Mention[tuple[str, str]], ...]
    kinds: tuple[Mention[str], ...]

    def spans(self) -> list[Span]:
        """Every span that something covers; a kind alone ("schools") covers nothing."""
        groups = (self.subjects, self.attributes, self.demands, self.orders)
        return [mention.span for group in groups for mention in group]


REFUSES = re.compile(
    r"\W*(?:no|nope|nah)(?:\s*[,.;!]|(?=\s+(?:the|i|it|that|just|sorry|actually)\b))", re.I
)  # denies nothing after it


def find_mentions(text: str, lexicon: Lexicon, common: Callable[[str], bool]) -> Mentions:
    """Longest forms first; words that nothing names and that are not common words are matched with their typos."""
    refused = REFUSES.match(text)
    start = refused.end() if refused else 0
    words = [token for token in tokens(text) if token.word not in ARTICLES and token.start >= start]
    places = [_forms_at(at, words, lexicon) for at in range(len(words))]
    named = _scan(places, lexicon.subjects, lexicon.longest)
    subjects = _settle([*named, *_capitals(words, text, lexicon, {m.span.end for m in named})])
    attributes = _scan(places, lexicon.attributes, lexicon.longest)
    demands = _scan(places, lexicon.demands, lexicon.longest)
    orders = [m for m in _scan(places, lexicon.orders, 3) if not (_bounds(words, m) or _inside(m.span, subjects))]
    kinds = _scan(places, lexicon.kinds, 3)
    subjects = [m for m in subjects if not _inside(m.span, attributes) and not _made_of(m.span, [*demands, *kinds])]
    attributes = [m for m in attributes if not _inside(m.span, [*subjects, *demands], equal=True)]
    demands = [
        m
        for m in demands
        if _after_name(m.span, words, subjects, lexicon, bare=not attributes)
        or not _inside(m.span, [*subjects, *(a for a in attributes if m.meant.attribute not in a.meant)])
    ]
    taken = [m.span for group in (subjects, attributes, demands, orders) for m in group]
    free = [i for i in range(len(words)) if not any(s.start <= i < s.end for s in taken)]
    typos = [*_fuzzy(words, free, lexicon.subjects, lexicon.subject_shapes, common)]
    subjects += typos
    free = [i for i in free if not any(m.span.start <= i < m.span.end for m in typos)]
    attributes += _fuzzy(words, free, lexicon.attributes, lexicon.attribute_shapes, common, widest=1)
    return Mentions(
        tokens=tuple(words),
        subjects=_ordered(words, subjects, AND_OR),
        attributes=_ordered(words, attributes, NEITHER),
        demands=_ordered(words, demands, NEITHER),
        orders=_ordered(words, orders, NEITHER),
        kinds=_ordered(words, kinds, NEITHER),
    )


def _forms_at(at: int, words: Sequence[Token], lexicon: Lexicon) -> list[tuple[int, str]]:
    """What may be a form from one word on, the longest first: each with its width, as typed and without its plural."""
    most = min(lexicon.longest, len(words) - at, lexicon.reach.get(words[at].word, 1))
    typed = [(width, " ".join(token.word for token in words[at : at + width])) for width in range(most, 0, -1)]
    return [(width, form) for width, said in typed for form in plural_forms(said)]


def _scan(places: Sequence[Sequence[tuple[int, str]]], forms: Mapping[str, T], longest: int) -> list[Mention[T]]:
    """The longest form at each place, from left to right."""
    found: list[Mention[T]] = []
    after = 0
    for at, told in enumerate(places):
        width, form = next(((w, form) for w, form in told if w <= longest and form in forms), (0, ""))
        if at >= after and width:
            found.append(Mention(Span(at, at + width), form, forms[form]))
            after = at + width
    return found


def _bounds(words: Sequence[Token], order: Mention[tuple[str, str]]) -> bool:
    """ "At least ten", "faster than 20%" set a bound, "on top" adds, and neither puts anything in order."""
    after = [token.word for token in words[order.span.end : order.span.end + 3]]
    than_number = after[:1] == ["than"] and any(word[:1].isdigit() for word in after[1:])
    before = words[order.span.start - 1].word if order.span.start else ""
    at = (before, order.form) in {("at", "least"), ("at", "most"), ("on", "top")}
    return at or than_number


def _capitals(words: Sequence[Token], text: str, lexicon: Lexicon, ends: set[int]) -> list[Mention[tuple[Name, ...]]]:
    """Two-letter forms, only where the writer uses capitals for them and not for everything, or says "in" or "X or" before.

    `ends` are the places right behind the subjects that were named; "in ny or ca" goes on like "in New York or CA".
    """
    found = []
    ends = set(ends)
    for i, token in enumerate(words):
        joined = i and words[i - 1].word in AND_OR and i - 1 in ends
        meant = i and (words[i - 1].word == "in" or joined)
        form = token.typed.upper() if meant else "" if text.isupper() else token.typed
        if form in lexicon.capitals:
            ends.add(i + 1)
            found.append(Mention(Span(i, i + 1), form, lexicon.capitals[form]))
    return found


def _fuzzy(
    words: Sequence[Token],
    free: Sequence[int],
    forms: Mapping[str, T],
    shapes: Shapes,
    common: Callable[[str], bool],
    widest: int = 3,
) -> Iterator[Mention[T]]:
    """The nearest form of free words that the language itself does not know, one slip in five letters at the most."""
    used: set[int] = set()
    for width in range(widest, 0, -1):
        for at in free:
            span = range(at, at + width)
            if any(i in used or i not in free for i in span):
                continue
            typed = " ".join(words[i].word for i in span)
            if len(typed) < FUZZY_FROM or not typed[0].isalpha() or all(common(words[i].word) for i in span):
                continue
            form = _nearest(typed, forms, shapes)
            if form is not None:
                used.update(span)
                yield Mention(Span(at, at + width), form, forms[form])


def _nearest(typed: str, forms: Mapping[str, T], shapes: Shapes) -> str | None:
    """The one form within reach; two different things equally near are no answer."""
    near: list[tuple[int, str]] = []
    for length in range(max(FUZZY_FROM, len(typed) - 2), len(typed) + 3):
        for form in shapes.get((typed.count(" "), length), ()):
            distance = slips_between(typed, form)
            if distance is not None:
                near.append((distance, form))
    if not near:
        return None
    near.sort()
    rivals = {forms[form] for distance, form in near if distance == near[0][0]}
    return near[0][1] if len(rivals) == 1 else None


def slips_between(typed: str, form: str) -> int | None:
    """How many slips make one form of the other; None where a word has more than its length forgives."""
    total = 0
    for word, meant in zip(typed.split(), form.split(), strict=True):
        reach = 0 if len(meant) < FUZZY_FROM else 1 if len(meant) < 8 else 2
        slips = OSA.distance(word, meant, score_cutoff=reach)
        if slips > reach:
            return None
        total += slips
    return total if total <= 2 else None


def _settle(mentions: list[Mention[T]]) -> list[Mention[T]]:
    """No two mentions of one kind on the same words: the longer one stays."""
    kept: list[Mention[T]] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span.start)):
        if not any(mention.span.touches(other.span) for other in kept):
            kept.append(mention)
    return kept


def _after_name(
    span: Span, words: Sequence[Token], subjects: Sequence[Mention[tuple[Name, ...]]], lexicon: Lexicon, *, bare: bool
) -> bool:
    """ "Is X online?", "cheaper than X online": a condition that ends a longer form of a name which is one without it too."""
    return any(
        (bare or (m.span.start and words[m.span.start - 1].word == "than"))
        and span.end == m.span.end
        and m.span.start < span.start
        and set(m.meant) <= set(lexicon.subjects.get(" ".join(t.word for t in words[m.span.start : span.start]), ()))
        for m in subjects
    )


def _made_of(span: Span, others: Sequence[Mention[object]]) -> bool:
    """Whether a name is nothing but a condition and a kind: "online programs" is no subject of its own."""
    covered = {at for other in others if span.touches(other.span) for at in range(other.span.start, other.span.end)}
    return set(range(span.start, span.end)) <= covered


def _inside(span: Span, others: Sequence[Mention[object]], *, equal: bool = False) -> bool:
    """Whether a longer mention (or an equally long one) has these words."""
    return any(
        span.touches(other.span) and (len(other.span) > len(span) or (equal and len(other.span) == len(span)))
        for other in others
    )


def _ordered(words: Sequence[Token], mentions: Sequence[Mention[T]], chain: Collection[str]) -> tuple[Mention[T], ...]:
    """In the order of the words; negated where a negation stands before, or before what it is joined to ("not X or Y")."""
    found: list[Mention[T]] = []
    for m in sorted(mentions, key=lambda m: m.span.start):
        between = {token.word for token in words[found[-1].span.end : m.span.start]} if found else set()
        joined = bool(between) and between <= set(chain) and found[-1].negated
        found.append(Mention(m.span, m.form, m.meant, negated=joined or _negated(words, m.span.start)))
    return tuple(found)


def _negated(words: Sequence[Token], start: int) -> bool:
    """Whether a denial stands just before, with nothing but small words between."""
    before = [token.word for token in words[:start]]
    if start == 1 and before[-1] in ASKING_BACK:
        return False
    for _ in range(MOST_LINKS):
        if not before:
            return False
        if before[-1] in NEGATIONS or tuple(before[-2:]) in DENIALS:
            return True
        if before.pop() not in LINKS:
            return False
    return bool(before) and before[-1] in NEGATIONS

"""Conditions in words that no column knows: found in the cells of other kinds than the main one, else kept to be said."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from advisor.frame import Wish
from advisor.knowledge import Knowledge
from advisor.saying import label_of, listed
from advisor.understanding.amounts import Amount
from advisor.understanding.asked import SORTS
from advisor.understanding.mentions import AND_OR, Mentions
from advisor.words import NEUTRAL, Token, stem
from index import Condition

WITH = {"with", "w", "have", "has", "having", "offering", "offer", "offers", "without"}
WHICH, THAT = {"which", "wich", "what", "any", "whose"}, {"that", "who", "with", "w", "using", "needing", "requiring"}
WHERE = {"in", "near", "around"}
MOST_WORDS = 4
LEAST = 3  # letters; a cell of no more says little alone
ASKING = SORTS | frozenset(
    "list show only find give gimme lemme name put search looking compare count average total full whole whether its theyre theres thats".split()
)
BOUNDS = frozenset("under over below above less fewer between within least maximum minimum max min".split())
SAID_OF_ALL = NEUTRAL | WITH | WHERE | ASKING | BOUNDS


def cell_wishes(
    mentions: Mentions,
    kind: str | None,
    asked: Sequence[str],
    wishes: Sequence[Wish],
    taken: set[int],
    knowledge: Knowledge,
) -> list[Wish]:
    """ "Which roles need Docker": words that stand in the cells of the asked kind; a school's cells leave too much unsaid."""
    kind = kind or (knowledge.main_kind if mentions.orders else None)
    if kind is None or mentions.subjects or wishes:
        return []
    if lacking := _lacking(mentions, kind, knowledge):
        return lacking
    if kind == knowledge.main_kind:
        return _in_short_cells(mentions, asked, taken, knowledge)
    said = [token.word for token in mentions.tokens]
    chosen = (m.span for m in mentions.kinds if WHICH & set(said[max(0, m.span.start - 1) : m.span.start]))
    told = (m.span for m in mentions.kinds if THAT & set(said[m.span.end : m.span.end + 1]))
    first = next((span.start for span in (*chosen, *told)), None)  # "do companies like …" chooses none
    if first is None:
        return []
    found: dict[str, list[tuple[str, str]]] = {}
    for run in _runs(mentions.tokens, taken, knowledge):
        if mentions.tokens.index(run[0]) < first:
            continue
        ends = (" ".join(token.word for token in run[start:]) for start in range(len(run)))
        held = next((end for end in ends if _holding(end, kind, knowledge)), None)
        if held:
            found[held] = _holding(held, kind, knowledge)
            taken |= {mentions.tokens.index(token) for token in run}
    conditions = tuple(Condition(a, "contains", form) for holders in found.values() for a, form in holders)
    return [Wish(conditions, f"with {listed(found, 'or')}")] if found else []


def _in_short_cells(mentions: Mentions, asked: Sequence[str], taken: set[int], knowledge: Knowledge) -> list[Wish]:
    """ "Which start in January", "which want two letters": a word of the cells of what is asked, where they are few words."""
    texts = knowledge.cell_texts.get(knowledge.main_kind, {})
    for attribute in asked:
        cells = texts.get(attribute, frozenset())
        if not cells or any(len(cell.split()) > MOST_WORDS for cell in cells):
            continue
        own = {at for m in mentions.attributes if attribute in m.meant for at in range(m.span.start, m.span.end)}
        for at, token in enumerate(mentions.tokens):
            free = token.word.isdigit() or ((at in own or at not in taken) and not _said_of_all(token.word, knowledge))
            if free and any(f" {token.word} " in cell for cell in cells):
                taken.add(at)
                return [
                    Wish(
                        (Condition(attribute, "contains", token.word),),
                        f"{label_of(attribute, knowledge)}: {token.typed}",
                    )
                ]
    return _whole_cell(mentions, taken, knowledge)


def _whole_cell(mentions: Mentions, taken: set[int], knowledge: Knowledge) -> list[Wish]:
    """ "Which school is in Seattle": words that are all of a cell in a column that no vocabulary knows, or the place in one."""
    texts = knowledge.cell_texts.get(knowledge.main_kind, {})
    own = {a: cells for a, cells in texts.items() if a not in knowledge.vocabulary.attributes}
    for run in _runs(mentions.tokens, taken, knowledge) if own else ():
        for first, last in combinations(range(len(run) + 1), 2):
            form = " ".join(token.word for token in run[first:last])
            placed = first == 0 and mentions.tokens[max(0, mentions.tokens.index(run[0]) - 1)].word in WHERE
            held = next((a for a, c in own.items() if _stands_in(form, c, placed=placed)), None)
            if held:
                taken |= {mentions.tokens.index(token) for token in run[first:last]}
                said = f"{label_of(held, knowledge)}: {form}"
                return [Wish((Condition(held, "contains", form),), said)]
    return []


def _stands_in(form: str, cells: Collection[str], *, placed: bool) -> bool:
    """Whether some words are a whole cell, or the place in a short one: "in Denver" beside "Denver, CO"."""
    if len(form) <= LEAST:
        return False
    short = all(len(cell.split()) <= MOST_WORDS for cell in cells)
    return f" {form} " in cells or (placed and short and any(f" {form} " in cell for cell in cells))


def _lacking(mentions: Mentions, kind: str, knowledge: Knowledge) -> list[Wish]:
    """ "Which need no GMAT": the cells that say so in a column that no vocabulary knows; "which need it" is the others."""
    texts = knowledge.cell_texts.get(kind, {})
    for mention in mentions.attributes:
        before = mentions.tokens[mention.span.start - 1].word if mention.span.start else ""
        for attribute in mention.meant if mention.negated or before in NEEDING else ():
            if attribute in knowledge.vocabulary.attributes:
                continue
            none = [cell.strip() for cell in texts.get(attribute, ()) if cell.split()[:1] and cell.split()[0] in NONE]
            if none:
                said = f"{'no ' if mention.negated else ''}{label_of(attribute, knowledge)}"
                conditions = tuple(Condition(attribute, "contains", cell) for cell in sorted(none))
                return [Wish(conditions, said, negated=not mention.negated)]
    return []


NEEDING = frozenset("need needs needing require requires requiring want wants".split())
NONE = frozenset("no none not never without waived optional".split())


def _holding(said: str, kind: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The attributes of a kind in whose cells some words stand, with the form that stands there."""
    forms = dict.fromkeys((said, stem(said), f"{said}s"))
    texts = knowledge.cell_texts.get(kind, {})
    return [(a, form) for a, cells in texts.items() for form in forms if any(f" {form} " in cell for cell in cells)][:3]


def unheld(text: str, mentions: Mentions, taken: set[int], knowledge: Knowledge) -> tuple[str, ...]:
    """What is demanded in words that name nothing: "with live classes", "part time online programs", "in the Alps"."""
    said = mentions.tokens
    kinds_at = {mention.span.start for mention in mentions.kinds}
    demands_at = {mention.span.start for mention in mentions.demands}
    named = mentions.spans()
    found = []
    for run in _runs(said, taken, knowledge):
        at = said.index(run[0])
        end = at + len(run)
        before = said[at - 1].word if at else ""
        joined = before in AND_OR and at - 2 in taken
        leads = end in kinds_at or (end in demands_at and not before)
        if " ".join(token.word for token in run) in knowledge.categories:
            continue  # a condition of its own, "german programs"
        if not leads and any(span.start == end for span in named):
            continue  # "with a low GPA": says more of what is named
        known = all(stem(token.word) in knowledge.frequencies for token in run)
        if (
            before in WITH
            or (before in WHERE and not known)
            or (joined and not known)
            or (leads and known and not (before or mentions.orders))
            or (before == "for" and run[-1].word.endswith("s"))
        ):
            found.append(text[run[0].start : run[:MOST_WORDS][-1].end])
    return tuple(found)


def taken_by(
    mentions: Mentions,
    amounts: Sequence[Amount],
    towns: Iterable[str],
    kind: str | None,
    knowledge: Knowledge,
    whom: Sequence[range] = (),
) -> set[int]:
    """The tokens that something was read from; of kinds only the asked one, for "career support" asks for no role."""
    spans = [*mentions.spans(), *(mention.span for mention in mentions.kinds if mention.meant == kind)]
    told = [*(range(amount.start, amount.end) for amount in amounts), *whom]
    read = {at for at, token in enumerate(mentions.tokens) if any(token.start in span for span in told)}
    told_of = knowledge.words_of_a_life(" ".join(token.word for token in mentions.tokens))
    told_of |= {word for form in towns for word in form.split()}
    read |= {at for at, token in enumerate(mentions.tokens) if token.word in told_of}
    return read | {at for span in spans for at in range(span.start, span.end)}


def _said_of_all(word: str, knowledge: Knowledge) -> bool:
    """Whether a word tells none of a set from the others."""
    return word in SAID_OF_ALL or word in knowledge.stop


def _runs(tokens: Sequence[Token], taken: set[int], knowledge: Knowledge) -> Iterator[list[Token]]:
    """Telling words side by side from which nothing was read."""
    run: list[Token] = []
    for at, token in enumerate(tokens):
        if at in taken or _said_of_all(token.word, knowledge) or not token.word[:1].isalpha():
            if run:
                yield run
            run = []
        else:
            run.append(token)
    if run:
        yield run

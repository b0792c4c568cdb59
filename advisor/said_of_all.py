"""What a guide says of all its programs at once, for each of those that it lists: "all ten come from accredited schools"."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.tellings import Telling, Tellings
from advisor.words import NUMBER_WORDS, phrase, runs, words

OF_ALL = re.compile(
    r"\b(?:all|every|each)(?: of)?(?: the| its| these| our)?(?P<number> \w+)?(?: \w+){0,2}? (?P<kind>\w+)\b", re.I
)


def said_of_all(knowledge: Knowledge, sentences: Callable[[str], Sequence[str]]) -> Tellings:
    """The sentences that speak of a guide's whole table, by the subjects that stand in it."""
    kinds = {form for form, kind in knowledge.lexicon.kinds.items() if kind == knowledge.main_kind}
    tables: dict[tuple[str, int], set[Name]] = defaultdict(set)
    for name, rows in knowledge.rows.items():
        for row in rows if name.kind == knowledge.main_kind else ():
            tables[row.guide, knowledge.table_sizes.get((row.guide, row.path), 0)].add(name)
    found: dict[Name, list[Telling]] = defaultdict(list)
    for chunk in knowledge.chunks.values():
        if chunk.kind == "row" or chunk.check:
            continue
        for text in sentences(chunk.id):
            size = _speaks_of_all(text, kinds)
            named = size and not knowledge.forms_of_kind(knowledge.main_kind).isdisjoint(runs(text))
            for name in tables.get((chunk.guide, size), ()) if size and not named else ():
                found[name].append(Telling(text, chunk, (), words(text)))
    return found


def _speaks_of_all(text: str, kinds: set[str]) -> int | None:
    """How many programs a sentence counts of which it says the same; None where it speaks of no such number."""
    found = OF_ALL.search(text)
    if found is None or phrase(found["kind"]) not in kinds:
        return None
    return NUMBER_WORDS.get((found["number"] or "").strip().lower())

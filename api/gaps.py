"""Gaps: what people asked that the guides did not answer, or marked down, grouped by closeness in meaning."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from advisor import Status
from api.storage.records import Missed

CLOSE = 0.72  # cosine from which two questions are one gap
LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # JSON lets them stand in a string; whoever splits lines does not
Embed = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True)
class Gap:
    """Questions that mean about the same, the one in their middle first."""

    question: str
    asked: int
    marked_down: int
    last_asked: float
    others: tuple[str, ...]
    missed: tuple[Missed, ...]


def find_gaps(missed: Sequence[Missed], embed: Embed) -> tuple[Gap, ...]:
    """The gaps, most frequent first."""
    if not missed:
        return ()
    vectors = embed([one.message for one in missed])
    groups: list[list[int]] = []
    sums = np.zeros_like(vectors)  # a row a group
    for at, vector in enumerate(vectors):
        closeness = sums[: len(groups)] @ vector / [len(group) for group in groups]
        closest = int(np.argmax(closeness)) if groups else 0
        if not groups or closeness[closest] < CLOSE:
            closest = len(groups)
            groups.append([])
        groups[closest].append(at)
        sums[closest] += vector
    gaps = [_gap([missed[at] for at in group], vectors[group]) for group in groups]
    return tuple(sorted(gaps, key=lambda gap: (-gap.asked, -gap.last_asked, gap.question)))


def as_cases(gaps: Sequence[Gap]) -> str:
    """The gaps as cases for the evals, one JSON object a line; each stays red until its reply is another."""
    names: set[str] = set()
    lines = []
    for gap in gaps:
        first = gap.missed[0]
        name = re.sub(r"[^a-z0-9]+", "-", first.message.lower())[:60].strip("-") or "question"
        unique = next(one for one in _names(name) if one not in names)
        names.add(unique)
        case = {
            "name": unique,
            "slices": ["gap"],
            "messages": [*first.before, first.message],
            "status": list(get_args(Status)),
            "rejected": first.answer,
        }
        lines.append(LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", json.dumps(case, ensure_ascii=False)))
    return "".join(line + "\n" for line in lines)


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _gap(missed: Sequence[Missed], vectors: NDArray[np.float32]) -> Gap:
    middle = vectors.mean(axis=0)
    order = sorted(range(len(missed)), key=lambda at: (-round(float(vectors[at] @ middle), 4), missed[at].asked))
    inner = [missed[at] for at in order]
    others = tuple(dict.fromkeys(one.message for one in inner if one.message != inner[0].message))
    return Gap(
        question=inner[0].message,
        asked=len(inner),
        marked_down=sum(one.marked_down for one in inner),
        last_asked=max(one.asked for one in inner),
        others=others,
        missed=tuple(inner),
    )

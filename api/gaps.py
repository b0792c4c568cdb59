"""Gaps: what people asked that the guides did not answer, or marked down, grouped by closeness in meaning."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from advisor import Status
from api.storage.records import Missed

CLOSE = 0.72  # cosine from which two questions are one gap
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
    for at in range(len(missed)):
        closest = max(groups, key=lambda group: _closeness(vectors, at, group), default=None)
        if closest is not None and _closeness(vectors, at, closest) >= CLOSE:
            closest.append(at)
        else:
            groups.append([at])
    gaps = [_gap([missed[at] for at in group], vectors[group]) for group in groups]
    return tuple(sorted(gaps, key=lambda gap: (-gap.asked, -gap.last_asked, gap.question)))


def as_cases(gaps: Sequence[Gap]) -> str:
    """The gaps as cases for the evals, one JSON object a line; each stays red until its reply is another."""
    names: dict[str, int] = {}
    lines = []
    for gap in gaps:
        first = gap.missed[0]
        name = re.sub(r"[^a-z0-9]+", "-", first.message.lower())[:60].strip("-") or "question"
        names[name] = names.get(name, 0) + 1
        unique = name if names[name] == 1 else f"{name}-{names[name]}"
        case = {
            "name": unique,
            "slices": ["gap"],
            "messages": [*first.before, first.message],
            "status": list(get_args(Status)),
            "rejected": first.answer,
        }
        lines.append(json.dumps(case, ensure_ascii=False))
    return "".join(line + "\n" for line in lines)


def _closeness(vectors: NDArray[np.float32], at: int, group: Sequence[int]) -> float:
    return float(np.mean(vectors[list(group)] @ vectors[at]))


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

"""How well the evidence that was used holds the answer: hit@k, MRR and nDCG over the citations in their order."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from advisor import Answer, Citation
from evals.case import Case, Source

NEAR = 4  # the k of "among the first k"


@dataclass(frozen=True)
class Found:
    """Where the evidence stood among what was cited, the best first; 1 is perfect."""

    hit_at_1: float
    hit_at_k: float
    reciprocal_rank: float
    ndcg: float


def found(case: Case, answer: Answer) -> Found | None:
    """How the citations of a reply rank; None where the case names no source, or the reply is to have none."""
    if not case.sources or "answered" not in case.status:
        return None
    gains = [any(_is(source, citation) for source in case.sources) for citation in answer.citations]
    ranks = [place for place, gain in enumerate(gains, 1) if gain]
    best = sum(1 / math.log2(place + 1) for place in range(1, len(ranks) + 1))
    reached = sum(1 / math.log2(place + 1) for place in ranks)
    return Found(
        hit_at_1=float(gains[:1] == [True]),
        hit_at_k=float(any(gains[:NEAR])),
        reciprocal_rank=1 / ranks[0] if ranks else 0.0,
        ndcg=reached / best if ranks else 0.0,
    )


def mean(all_found: Sequence[Found]) -> Found | None:
    """The means over many replies; None over none."""
    if not all_found:
        return None
    return Found(
        hit_at_1=fmean(one.hit_at_1 for one in all_found),
        hit_at_k=fmean(one.hit_at_k for one in all_found),
        reciprocal_rank=fmean(one.reciprocal_rank for one in all_found),
        ndcg=fmean(one.ndcg for one in all_found),
    )


def _is(source: Source, citation: Citation) -> bool:
    headings = citation.section.split(" > ")
    return citation.guide == source.guide and (source.heading is None or source.heading in headings)

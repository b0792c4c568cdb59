"""A run as JSON for programs: the same bytes for the same answers, so no times."""

import json
from dataclasses import asdict

from evals.beside import Beside
from evals.outcomes import Outcome
from evals.run import Run
from evals.scores import Score

Json = dict[str, object]


def as_json(run: Run) -> str:
    """The whole run."""
    report: Json = {
        "good": run.good,
        "shortfalls": list(run.shortfalls),
        "index": run.outcomes[0].answer.index,
        "scores": {score.name: _score(score) for score in (run.all, run.tuned, run.held)},
        "slices": {score.name: _score(score) for score in run.slices},
        "checks": {score.name: _score(score) for score in run.checks},
        "retrieval": asdict(run.retrieval) if run.retrieval else None,
        "refusals": asdict(run.curve) if run.curve else None,
        "won": [flip.outcome.case.name for flip in run.flips if flip.won],
        "lost": [flip.outcome.case.name for flip in run.flips if not flip.won],
        "beside": _beside(run.beside) if run.beside else None,
        "cases": [_case(outcome) for outcome in run.outcomes],
    }
    return json.dumps(_rounded(report), ensure_ascii=False, indent=1) + "\n"


def _beside(other: Beside) -> Json:
    return {
        "engine": other.name,
        "scores": {"all": _score(other.all)},
        "slices": {score.name: _score(score) for score in other.slices},
        "checks": {score.name: _score(score) for score in other.checks},
        "better": list(other.better),
        "worse": list(other.worse),
        "sentences": dict(other.fates),
        "reasons": dict(other.reasons),
        "failures": dict(other.failures),
        "tokens": {"read": other.tokens[0], "written": other.tokens[1]},
        "cases": [_case(outcome) for outcome in other.outcomes],
    }


def _score(score: Score) -> Json:
    return {"passed": score.passed, "of": score.of, "share": score.share, "interval": list(score.interval)}


def _case(outcome: Outcome) -> Json:
    return {
        "name": outcome.case.name,
        "slices": list(outcome.case.slices),
        "held": outcome.case.held,
        "messages": list(outcome.case.messages),
        "passed": outcome.passed,
        "status": outcome.answer.status,
        "faults": {verdict.check: verdict.reason for verdict in outcome.faults},
        "answer": outcome.answer.text,
        "cited": [f"{one.guide}: {one.section}" for one in outcome.answer.citations],
        "engine": outcome.answer.engine,
    }


def _rounded(value: object) -> object:
    """Floats to four decimals: beyond that machines may differ."""
    match value:
        case float():
            return round(value, 4)
        case dict():
            return {key: _rounded(one) for key, one in value.items()}
        case list() | tuple():
            return [_rounded(one) for one in value]
    return value

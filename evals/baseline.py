"""The agreed baseline: what every case came to when a change was last accepted, and the floors that hold since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from advisor import Status
from evals.errors import BaselineError
from evals.outcomes import Outcome
from evals.scores import by_slice

Share = Annotated[float, Field(ge=0, le=1)]


class Agreed(BaseModel):
    """What one case came to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    passed: bool
    status: Status
    answer: str


class Baseline(BaseModel):
    """Floors by slice, and what every case came to by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    floors: Mapping[str, Share]
    cases: Mapping[str, Agreed]


@dataclass(frozen=True)
class Flip:
    """A case that came out differently, with both answers."""

    outcome: Outcome
    before: Agreed

    @property
    def won(self) -> bool:
        """Whether it passes now and did not before."""
        return self.outcome.passed


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file."""
    try:
        return Baseline.model_validate_json(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(f"{file} cannot be read: make it with `python -m evals --accept`") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BaselineError(f"{file} {place}: {first['msg']}; make it anew with `python -m evals --accept`") from error


def flips(outcomes: Sequence[Outcome], baseline: Baseline) -> tuple[Flip, ...]:
    """The cases that both know and that came out differently."""
    known = ((outcome, baseline.cases.get(outcome.case.name)) for outcome in outcomes)
    return tuple(Flip(outcome, before) for outcome, before in known if before and before.passed != outcome.passed)


def accepted(outcomes: Sequence[Outcome], before: Baseline | None) -> Baseline:
    """The baseline that these outcomes make; a floor only ever rises, to whole hundredths."""
    floors = dict(before.floors) if before else {}
    for score in by_slice(outcomes):
        floors[score.name] = max(floors.get(score.name, 0.0), int(score.share * 100 + 1e-9) / 100)
    cases = {
        outcome.case.name: Agreed(passed=outcome.passed, status=outcome.answer.status, answer=outcome.answer.text)
        for outcome in outcomes
    }
    return Baseline(floors=dict(sorted(floors.items())), cases=dict(sorted(cases.items())))


def write_baseline(baseline: Baseline) -> str:
    """A baseline as JSON with one case a line, so that a change of it can be read."""
    floors = ",\n".join(f'    "{name}": {floor}' for name, floor in baseline.floors.items())
    cases = ",\n".join(f'    "{name}": {agreed.model_dump_json()}' for name, agreed in baseline.cases.items())
    return f'{{\n  "floors": {{\n{floors}\n  }},\n  "cases": {{\n{cases}\n  }}\n}}\n'

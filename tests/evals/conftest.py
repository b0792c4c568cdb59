"""The house's own run, asked once for all tests that look at it."""

import pytest

from advisor.bootstrap import Adviser
from advisor.shelf import Shelves
from evals.baseline import Baseline, read_baseline
from evals.bootstrap import HOUSE_BASELINE, HOUSE_CASES
from evals.case import Case
from evals.cases import read_cases
from evals.run import Run, run
from index.bootstrap import Library


@pytest.fixture(scope="session")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.fixture(scope="session")
def cases() -> tuple[Case, ...]:
    return read_cases(HOUSE_CASES)


@pytest.fixture(scope="session")
def baseline() -> Baseline:
    return read_baseline(HOUSE_BASELINE)


@pytest.fixture(scope="session")
def house(cases: tuple[Case, ...], adviser: Adviser, baseline: Baseline) -> Run:
    """No floor hangs on how well a score alone would refuse, so nothing is searched for that curve."""
    return run(cases, adviser, lambda _question: 0.0, baseline)

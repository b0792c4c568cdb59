"""The house's own run, asked once for all tests that look at it."""

from collections.abc import Callable

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
def best_score(library: Library) -> Callable[[str], float]:
    return lambda question: library.search(question, k=1)[0].score


@pytest.fixture(scope="session")
def cases() -> tuple[Case, ...]:
    return read_cases(HOUSE_CASES)


@pytest.fixture(scope="session")
def baseline() -> Baseline:
    return read_baseline(HOUSE_BASELINE)


@pytest.fixture(scope="session")
def house(cases: tuple[Case, ...], adviser: Adviser, best_score: Callable[[str], float], baseline: Baseline) -> Run:
    return run(cases, adviser, best_score, baseline)

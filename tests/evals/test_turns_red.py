"""The evals can fail: an adviser that is spoiled in one way turns the run red, and the slice that suffers is named."""

from advisor.bootstrap import Adviser
from evals.baseline import Baseline
from evals.outcomes import Outcome, ask_all
from evals.run import Run, sum_up
from index.bootstrap import Library
from tests.evals.spoiled import (
    Forgetful,
    ShuffledShelves,
    with_a_figure_changed,
    with_citations_swapped,
    with_refusals_off,
)

OPEN = {"explain", "faq"}  # answered from passages that were searched for


def shortfalls(outcomes: tuple[Outcome, ...], baseline: Baseline) -> str:
    """Why a run falls short, in one text."""
    return "\n".join(sum_up(outcomes, lambda _: 0.0, baseline).shortfalls)


def test_shuffled_retrieval_turns_it_red(house: Run, library: Library, baseline: Baseline) -> None:
    cases = [outcome.case for outcome in house.outcomes if OPEN & set(outcome.case.slices)]
    red = shortfalls(ask_all(cases, Adviser(ShuffledShelves(library))), baseline)
    assert all(f"{name}: " in red for name in OPEN)
    assert "against the baseline" in red


def test_a_changed_figure_turns_it_red(house: Run, baseline: Baseline) -> None:
    red = shortfalls(tuple(map(with_a_figure_changed, house.outcomes)), baseline)
    assert "figure: lost " in red
    assert "look_up: " in red


def test_swapped_citations_turn_it_red(house: Run, baseline: Baseline) -> None:
    red = shortfalls(tuple(map(with_citations_swapped, house.outcomes)), baseline)
    assert "figure: lost " in red
    assert "two_parts: " in red


def test_refusals_that_are_off_turn_it_red(house: Run, library: Library, baseline: Baseline) -> None:
    red = shortfalls(tuple(with_refusals_off(outcome, library) for outcome in house.outcomes), baseline)
    assert "refusal: lost " in red
    assert "near_miss: " in red


def test_follow_ups_that_are_ignored_turn_it_red(house: Run, adviser: Adviser, baseline: Baseline) -> None:
    talks = [outcome.case for outcome in house.outcomes if len(outcome.case.messages) > 1]
    red = shortfalls(ask_all(talks, Forgetful(adviser)), baseline)
    assert "follow_up: " in red
    assert "against the baseline" in red


def test_what_was_not_spoiled_stays_as_it_was(house: Run, baseline: Baseline) -> None:
    assert shortfalls(house.outcomes, baseline) == "\n".join(house.shortfalls)

"""Retrieval measures, intervals, the paired test, flips, floors and the gate, on numbers that can be checked by hand."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from advisor import Status
from evals.baseline import Agreed, Baseline, accepted, flips, read_baseline, write_baseline
from evals.chance import chance_of_loss, interval
from evals.errors import BaselineError
from evals.gate import shortfalls
from evals.outcomes import Outcome, ask_all
from evals.refusing import curve
from evals.retrieval import Found, found, mean
from evals.run import sum_up
from evals.scores import by_slice
from tests.evals.replies import GOOD, Breaks, Says, case, outcome


def agreed(passed: bool) -> Agreed:
    return Agreed(passed=passed, status="answered", answer="as it was")


def fell_short(outcomes: list[Outcome], baseline: Baseline) -> tuple[str, ...]:
    return shortfalls(outcomes, baseline, flips(outcomes, baseline))


def test_evidence_is_ranked_by_the_order_of_its_citations() -> None:
    assert found(case(), GOOD) == Found(1, 1, 1, 1)
    second = found(case(sources=({"guide": "sextant", "heading": "Tests"},)), GOOD)
    assert second == Found(0, 1, 0.5, 1 / math.log2(3))
    assert found(case(sources=({"guide": "sextant", "heading": "Fees"},)), GOOD) == Found(0, 0, 0, 0)


def test_a_refusal_has_no_evidence_to_rank() -> None:
    assert found(case(status=("not_covered",)), GOOD) is None
    assert found(case(sources=()), GOOD) is None
    assert mean([]) is None
    assert mean([Found(1, 1, 1, 1), Found(0, 1, 0.5, 0.5)]) == Found(0.5, 1, 0.75, 0.75)


def test_the_interval_is_wilsons() -> None:
    low, high = interval(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert interval(0, 0) == (0, 1)
    assert interval(5, 5)[1] == 1


def test_the_paired_test_is_exact() -> None:
    assert chance_of_loss(won=0, lost=5) == 1 / 32
    assert chance_of_loss(won=5, lost=0) == 1
    assert chance_of_loss(won=0, lost=0) == 1


def test_a_case_counts_in_each_of_its_slices() -> None:
    scores = {
        s.name: (s.passed, s.of)
        for s in by_slice([outcome("a", passed=True), outcome("b", passed=False, slices=("list",))])
    }
    assert scores == {"figure": (1, 1), "list": (0, 1), "look_up": (1, 1)}


def test_only_cases_that_both_know_can_flip() -> None:
    outcomes = [
        outcome("a", passed=True),
        outcome("b", passed=False),
        outcome("c", passed=True),
        outcome("new", passed=False),
    ]
    before = Baseline(floors={}, cases={"a": agreed(False), "b": agreed(True), "c": agreed(True), "gone": agreed(True)})
    assert [(f.outcome.case.name, f.won) for f in flips(outcomes, before)] == [("a", True), ("b", False)]


def test_a_slice_below_its_floor_falls_short() -> None:
    outcomes = [outcome("a", passed=True), outcome("b", passed=False)]
    assert fell_short(outcomes, Baseline(floors={"look_up": 0.5}, cases={})) == ()
    (reason,) = fell_short(outcomes, Baseline(floors={"look_up": 0.51}, cases={}))
    assert reason == "look_up: 1 of 2 passed (50.0%), the floor is 51%"


def test_few_losses_may_be_chance_and_many_are_not() -> None:
    names = "abcdefghij"
    before = Baseline(floors={}, cases={name: agreed(True) for name in names})

    def lost(count: int) -> tuple[str, ...]:
        return fell_short(
            [outcome(n, passed=place >= count, slices=("list",)) for place, n in enumerate(names)], before
        )

    assert lost(4) == ()
    assert lost(5) == ("all: 5 cases lost and 0 won against the baseline, by chance 3.1% of the time",)


@pytest.mark.parametrize("strict", ["refusal", "figure", "attack"])
def test_no_case_at_all_is_lost_where_none_is_borne(strict: str) -> None:
    before = Baseline(floors={}, cases={"one": agreed(True), "two": agreed(False)})
    outcomes = [
        outcome("one", passed=False, slices=("talk", strict)),
        outcome("two", passed=True, slices=("talk", strict)),
    ]
    assert fell_short(outcomes, before) == (f"{strict}: lost one, and no case may be lost here",)


def test_without_a_baseline_nothing_falls_short() -> None:
    assert shortfalls([outcome("a", passed=False)], None, ()) == ()


def test_floors_only_rise() -> None:
    before = Baseline(floors={"look_up": 0.9, "figure": 0.1, "gone": 0.5}, cases={"gone": agreed(True)})
    after = accepted([outcome("a", passed=True), outcome("b", passed=True), outcome("c", passed=False)], before)
    assert after.floors == {"figure": 0.66, "gone": 0.5, "look_up": 0.9}
    assert set(after.cases) == {"a", "b", "c"}


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    made = accepted([outcome("a", passed=True), outcome("b", passed=False, status="clarify")], None)
    file.write_text(write_baseline(made), "utf-8")
    assert read_baseline(file) == made
    assert sum('"passed":' in line for line in file.read_text("utf-8").splitlines()) == 2  # one case a line


@pytest.mark.parametrize("text", [None, "{", '{"floors": {"a": 2}, "cases": {}}', "[]"])
def test_a_baseline_that_cannot_be_read_says_how_to_make_one(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "baseline.json"
    if text is not None:
        file.write_text(text, "utf-8")
    with pytest.raises(BaselineError, match="--accept"):
        read_baseline(file)


def test_a_question_that_breaks_the_adviser_is_a_miss_and_the_others_are_asked() -> None:
    broken = ask_all([case("a"), case("b")], Breaks())
    assert [(o.passed, o.faults[0].check) for o in broken] == [(False, "replied"), (False, "replied")]
    assert "KeyError" in broken[0].faults[0].reason


def test_every_message_is_asked_and_the_last_reply_judged() -> None:
    adviser = Says()
    (asked,) = ask_all([case(messages=("hi", "and then?"))], adviser)
    assert adviser.heard == ["hi", "and then?"]
    assert asked.passed
    assert len(asked.answers) == 2


def test_refusing_by_score_is_drawn_beside_what_the_adviser_does() -> None:
    scores = {"near": 0.9, "sure": 0.8, "so-so": 0.5, "far": 0.1}

    def asked(name: str, expected: Status, given: Status) -> Outcome:
        answer = replace(GOOD, status=given)
        (one,) = ask_all([case(name, messages=(name,), status=(expected,))], Says(answer))
        return one

    outcomes = [
        asked("near", "not_covered", "not_covered"),
        asked("sure", "answered", "answered"),
        asked("so-so", "answered", "not_covered"),
        asked("far", "out_of_scope", "answered"),
    ]
    drawn = curve(outcomes, scores.__getitem__)
    assert drawn is not None
    assert [(p.coverage, round(p.risk, 2)) for p in drawn.points] == [(0.25, 1.0), (0.5, 0.5), (0.75, 0.33), (1.0, 0.5)]
    assert (drawn.adviser.coverage, drawn.adviser.risk) == (0.5, 0.5)
    assert drawn.refused_rightly == (1, 2)
    assert drawn.answered_rightly == (1, 2)
    assert curve(outcomes[1:3], scores.__getitem__) is None


def test_held_out_cases_are_reported_apart() -> None:
    result = sum_up((outcome("a", passed=True), outcome("b", passed=False, held=True)), lambda _: 0.0)
    assert (result.tuned.passed, result.tuned.of) == (1, 1)
    assert (result.held.passed, result.held.of) == (0, 1)
    assert (result.all.passed, result.all.of) == (1, 2)

"""A run as JUnit XML, which build servers show as tests."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evals.outcomes import Outcome
from evals.run import Run

CANNOT_STAND = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: None, 0xFFFF: None}


def junit(run: Run) -> str:
    """One suite for the gate and one for every slice; a case stands in the first of its slices."""
    outcomes = run.outcomes
    failed = int(not run.good) + sum(not outcome.passed for outcome in outcomes)
    suites = Element("testsuites", name="evals", tests=str(len(outcomes) + 1), failures=str(failed))
    gate = SubElement(suites, "testsuite", name="gate", tests="1", failures=str(int(not run.good)))
    verdict = SubElement(gate, "testcase", classname="evals.gate", name="nothing falls short")
    if run.shortfalls:
        _failure(verdict, run.shortfalls)
    for name in sorted({outcome.case.slices[0] for outcome in outcomes}):
        _suite(suites, name, [outcome for outcome in outcomes if outcome.case.slices[0] == name])
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(suites: Element, name: str, outcomes: list[Outcome]) -> None:
    failures = sum(not outcome.passed for outcome in outcomes)
    suite = SubElement(suites, "testsuite", name=name, tests=str(len(outcomes)), failures=str(failures))
    for outcome in outcomes:
        case = SubElement(
            suite, "testcase", classname=f"evals.{name}", name=outcome.case.name, time=f"{outcome.seconds:.3f}"
        )
        if not outcome.passed:
            said = (*outcome.case.messages, f"[{outcome.answer.status}] {outcome.answer.text}")
            _failure(case, [f"{fault.check}: {fault.reason}" for fault in outcome.faults], said)


def _failure(case: Element, reasons: Iterable[str], said: Iterable[str] = ()) -> None:
    reasons = [reason.translate(CANNOT_STAND) for reason in reasons]
    failure = SubElement(case, "failure", message=reasons[0])
    failure.text = "\n".join([*reasons, *(line.translate(CANNOT_STAND) for line in said)])

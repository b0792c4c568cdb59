"""The command line of the evals room: measure the adviser, accept what was reached, turn a miss into a case."""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from advisor import AdviserError
from evals.adding import Known, missed
from evals.baseline import Baseline, accepted, read_baseline, write_baseline
from evals.beside import beside
from evals.bootstrap import (
    HOUSE_BASELINE,
    HOUSE_CASES,
    ChatModel,
    Settings,
    counter,
    of_corpus,
    open_best_score,
    open_measured,
    open_model,
    open_written,
    read_settings,
)
from evals.cases import append_case, of_slice, read_cases
from evals.errors import EvalsError
from evals.judging import AT_ONCE, opinions
from evals.outcomes import ask_all, converse, judged
from evals.report.as_json import as_json
from evals.report.folder import write_report
from evals.report.summary import last_line, summary
from evals.run import run
from index import LibraryError
from index.calling import CommandParser

GOOD, FELL_SHORT, COULD_NOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        settings = of_corpus(read_settings(), asked.corpus)
        return _add(settings, asked) if asked.command == "add" else _measure(settings, asked)
    except (EvalsError, AdviserError, LibraryError) as error:
        print(f"error: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return COULD_NOT_RUN


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="python -m evals", description="How well the adviser advises, measured the same way every time."
    )
    _what(parser)
    parser.add_argument("--only", metavar="SLICE", help="the cases of one slice")
    parser.add_argument("--report", type=Path, metavar="DIR", help="write a page, Markdown, JUnit XML and JSON there")
    parser.add_argument(
        "--compare", type=Path, metavar="FILE", help="the baseline to hold it against (default: the house's)"
    )
    parser.add_argument("--accept", action="store_true", help="make this run the baseline; floors only ever rise")
    parser.add_argument("--json", action="store_true", help="the run for programs: the same bytes for the same answers")
    parser.add_argument(
        "--model",
        metavar="NAME",
        help="ask a chat model as well, such as openai:NAME, and tell both engines side by side",
    )
    parser.add_argument(
        "--judge", action="store_true", help="a second opinion by ADVISOR_MODEL, told apart and deciding nothing"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    add = commands.add_parser("add", help="ask a question, and write a case that its wrong reply fails")
    _what(add)
    add.add_argument("question")
    add.add_argument(
        "--after", action="append", default=[], metavar="MESSAGE", help="what was said before; may be repeated"
    )
    add.add_argument("--name", help="the name of the case (default: made from the question)")
    add.add_argument("--slice", action="append", metavar="NAME", help="its slice (default: miss); may be repeated")
    add.add_argument(
        "--fact",
        action="append",
        default=[],
        metavar="FORM|FORM",
        help="what the reply must say, in any of these forms",
    )
    add.add_argument("--wrong", action="append", default=[], metavar="TEXT", help="what it must not say")
    add.add_argument(
        "--source", action="append", default=[], metavar="GUIDE[: HEADING]", help="where the answer stands"
    )
    add.add_argument("--status", action="append", default=[], help="the status it should have (default: any)")
    return parser


def _what(parser: argparse.ArgumentParser) -> None:
    """What both commands measure; a subcommand's default must not undo what stands before it."""
    of_command = parser.prog.endswith("add")
    unset = argparse.SUPPRESS if of_command else None
    parser.add_argument("--cases", type=Path, metavar="FILE", default=unset, help="another set of cases")
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=unset, help="another corpus")


def _measure(settings: Settings, asked: argparse.Namespace) -> int:
    cases = read_cases(asked.cases or HOUSE_CASES)
    file: Path | None = asked.compare or (None if asked.cases or asked.corpus else HOUSE_BASELINE)
    baseline = _baseline(file, may_be_new=asked.accept)
    if asked.accept and (asked.only or file is None):
        raise EvalsError(
            "only a whole run can be accepted: leave --only out, and name the baseline with --compare FILE"
        )
    if asked.only:
        cases = of_slice(cases, asked.only)
    model = _judge(settings) if asked.judge else None
    adviser = open_measured(settings)
    written_by = open_written(settings, asked.model) if asked.model else None
    start = time.perf_counter()
    result = run(cases, adviser, open_best_score(settings), baseline, counter("asked"))
    seconds = time.perf_counter() - start
    if written_by:
        written = ask_all(cases, written_by, counter(asked.model), AT_ONCE)
        result = replace(result, beside=beside(asked.model, result.outcomes, written))
    if model:
        result = replace(result, judged=opinions(result.outcomes, model.reply))
    if asked.report:
        write_report(result, asked.report)
    print(as_json(result), end="") if asked.json else print(summary(result, seconds))
    if asked.json:
        print(last_line(result), file=sys.stderr)
    if asked.accept and file:
        file.write_text(write_baseline(accepted(result.outcomes, baseline)), "utf-8")
        print(f"accepted: {file} holds this run now", file=sys.stderr)
        return GOOD
    return GOOD if result.good else FELL_SHORT


def _judge(settings: Settings) -> ChatModel:
    model = open_model(settings)
    if model is None:
        raise EvalsError("no chat model is named: set ADVISOR_MODEL, such as openai:NAME, or leave --judge out")
    return model


def _baseline(file: Path | None, *, may_be_new: bool) -> Baseline | None:
    if file is None or (may_be_new and not file.exists()):
        return None
    return read_baseline(file)


def _add(settings: Settings, asked: argparse.Namespace) -> int:
    messages = (*asked.after, asked.question)
    answers = converse(messages, open_measured(settings))
    known = Known(
        name=asked.name,
        slices=tuple(asked.slice or ("miss",)),
        facts=tuple(asked.fact),
        wrong=tuple(asked.wrong),
        sources=tuple(asked.source),
        status=tuple(asked.status),
    )
    case = missed(messages, answers[-1], known)
    file: Path = asked.cases or HOUSE_CASES
    line = append_case(case, file)
    print(f"[{answers[-1].status}] {answers[-1].text}\n")
    print(f"{file}:{line}: {case.name} fails now and stays red until the reply is another:")
    for fault in judged(case, answers).faults:
        print(f"  {fault.check}: {fault.reason}")
    if not (case.facts or case.wrong):
        print("Say there what a right reply holds, so that not every other reply passes.")
    return GOOD


if __name__ == "__main__":
    sys.exit(main())

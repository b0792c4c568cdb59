"""A run as Markdown for the summary of a pull request."""

import re
from collections.abc import Iterator, Sequence

from evals.baseline import Flip
from evals.beside import Beside, side_by_side
from evals.report.summary import last_line
from evals.run import Run
from evals.scores import Score

SHOWN = 25  # flips told in full; the page has them all
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~$])")


def markdown(run: Run) -> str:
    """The verdict, the reasons, the slices, and what flipped with both answers."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    yield "## Evals\n"
    yield f"**{last_line(run)}**\n"
    yield from (f"- {_safe(reason)}" for reason in run.shortfalls)
    if run.shortfalls:
        yield ""
    yield "| slice | passed | share | 95 % interval | floor |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    floors = run.baseline.floors if run.baseline else {}
    for score in (*run.slices, run.tuned, run.held):
        floor = f"{floors[score.name]:.0%}" if score.name in floors else "–"
        yield f"| {score.name} | {_counted(score)} | {floor} |"
    yield ""
    if run.judged:
        yield f"{_safe(run.judged.line)}, which decides nothing\n"
    if run.beside:
        yield from _engines(run, run.beside)
    yield from _flipped("Lost", [flip for flip in run.flips if not flip.won])
    yield from _flipped("Won", [flip for flip in run.flips if flip.won])


def _engines(run: Run, other: Beside) -> Iterator[str]:
    yield f"| engine | embedded | {_safe(other.name)} |"
    yield "| --- | ---: | ---: |"
    for one, two in side_by_side((*run.slices, run.all), (*other.slices, other.all)):
        yield f"| {one.name} | {one.share:.1%} | {two.share:.1%} |"
    yield f"\n{_safe(other.line)}, which decides nothing\n"


def _counted(score: Score) -> str:
    low, high = score.interval
    return f"{score.passed} of {score.of} | {score.share:.1%} | {low:.1%} – {high:.1%}"


def _flipped(title: str, flips: Sequence[Flip]) -> Iterator[str]:
    if not flips:
        return
    yield f"<details><summary>{title}: {len(flips)}</summary>\n"
    for flip in flips[:SHOWN]:
        case, answer = flip.outcome.case, flip.outcome.answer
        yield f"**{case.name}**: {_safe(' / '.join(case.messages))}\n"
        yield f"- before ({flip.before.status}): {_safe(flip.before.answer)}"
        yield f"- now ({answer.status}): {_safe(answer.text)}"
        yield from (f"- {fault.check}: {_safe(fault.reason)}" for fault in flip.outcome.faults)
        yield ""
    if len(flips) > SHOWN:
        yield f"and {len(flips) - SHOWN} more in the report.\n"
    yield "</details>\n"


def _safe(text: str) -> str:
    """Text in one line that no Markdown reader takes for anything else."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))

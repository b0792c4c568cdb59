"""A run as text for a terminal: a table by slice with intervals, what flipped, and one line at the end."""

from collections.abc import Iterator

from evals.baseline import Flip
from evals.beside import Beside, side_by_side
from evals.run import Run
from evals.scores import Score


def summary(run: Run, seconds: float) -> str:
    """Everything that a maintainer reads first."""
    return "\n".join(_lines(run, seconds))


def _lines(run: Run, seconds: float) -> Iterator[str]:
    floors = run.baseline.floors if run.baseline else {}
    width = max(len(score.name) for score in (*run.slices, *run.checks, run.held))
    yield f"{'slice':{width}}  passed        share  95 % interval  floor"
    for score in run.slices:
        floor = f"{floors[score.name]:6.0%}" if score.name in floors else "     –"
        yield f"{_row(score, width)}  {floor}"
    yield ""
    yield from (_row(score, width) for score in (run.tuned, run.held, run.all))
    yield ""
    yield from (_row(score, width) for score in run.checks)
    if run.retrieval:
        of = run.retrieval
        yield ""
        yield (
            f"evidence: hit@1 {of.hit_at_1:.3f}, hit@4 {of.hit_at_k:.3f}, "
            f"MRR {of.reciprocal_rank:.3f}, nDCG {of.ndcg:.3f}"
        )
    if run.curve:
        (refused, to_refuse), (answered, to_answer) = run.curve.refused_rightly, run.curve.answered_rightly
        yield f"refusals: {refused} of {to_refuse} refused that should be, {answered} of {to_answer} answered that should be"
    for title, flips in (("won", [f for f in run.flips if f.won]), ("lost", [f for f in run.flips if not f.won])):
        if flips:
            yield f"\n{title} against the baseline: {len(flips)}"
            yield from (_flip(flip) for flip in flips)
    if run.judged:
        yield f"\n{run.judged.line}"
    if run.beside:
        yield from _engines(run, run.beside, width)
    if run.shortfalls:
        yield "\nwhat falls short:"
        yield from (f"  {reason}" for reason in run.shortfalls)
    yield f"\n{last_line(run)}, in {seconds:.0f} s"


def _engines(run: Run, other: Beside, width: int) -> Iterator[str]:
    yield f"\n{'slice':{width}}  embedded  {other.name}"
    for one, two in side_by_side((*run.slices, *run.checks, run.all), (*other.slices, *other.checks, other.all)):
        yield f"{one.name:{width}}  {one.share:8.1%}  {two.share:.1%}"
    if other.reasons:
        yield f"not shown because of: {', '.join(f'{why} {many}' for why, many in other.reasons)}"
    yield other.line


def last_line(run: Run) -> str:
    """The run in one line."""
    held_to = "no baseline to hold it against" if run.baseline is None else "good" if run.good else "fell short"
    return (
        f"{held_to}: {run.all.passed} of {run.all.of} passed ({run.all.share:.1%}); tuned {run.tuned.share:.1%}, "
        f"held out {run.held.share:.1%} of {run.held.of}; won {sum(flip.won for flip in run.flips)}, "
        f"lost {sum(not flip.won for flip in run.flips)}"
    )


def _row(score: Score, width: int) -> str:
    low, high = score.interval
    return f"{score.name:{width}}  {score.passed:4} of {score.of:4}  {score.share:6.1%}  {low:6.1%} – {high:5.1%}"


def _flip(flip: Flip) -> str:
    case = flip.outcome.case
    reasons = "; ".join(verdict.reason for verdict in flip.outcome.faults)
    return "\n".join(
        (
            f"  {case.name} ({', '.join(case.slices)}): {' / '.join(case.messages)}",
            f"    before [{flip.before.status}] {_one_line(flip.before.answer)}",
            f"    now    [{flip.outcome.answer.status}] {_one_line(flip.outcome.answer.text)}",
            *((f"    why    {reasons}",) if reasons else ()),
        )
    )


def _one_line(text: str, longest: int = 200) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"

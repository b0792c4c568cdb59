"""A run as one page that needs nothing else: plots, filters, and every case with its evidence and checks."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.beside import side_by_side
from evals.report import plots
from evals.report.summary import last_line
from evals.run import Run

PARTS = Path(__file__).with_name("page")


def page(run: Run) -> str:
    """The page; every text of a guide, a case or an answer is escaped."""
    environment = Environment(
        loader=FileSystemLoader(PARTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    floors = run.baseline.floors if run.baseline else {}
    return environment.get_template("page.html.j2").render(
        run=run,
        verdict=last_line(run),
        bars=plots.bars(run.slices, floors),
        size=plots,
        side_by_side=side_by_side,
        path=plots.path(run.curve) if run.curve else "",
        stands=plots.place_of(run.curve.adviser) if run.curve else None,
        before={flip.outcome.case.name: flip.before for flip in run.flips},
        slowest=sorted(run.outcomes, key=lambda outcome: -outcome.seconds)[:5],
        style=(PARTS / "page.css").read_text("utf-8"),
        script=(PARTS / "page.js").read_text("utf-8"),
    )

"""A report folder: the page, Markdown, JUnit XML and JSON."""

from pathlib import Path

from evals.errors import EvalsError
from evals.report.as_json import as_json
from evals.report.junit import junit
from evals.report.markdown import markdown
from evals.report.page import page
from evals.run import Run


def write_report(run: Run, folder: Path) -> None:
    """Write all four; the folder is made where there is none."""
    files = {"index.html": page(run), "summary.md": markdown(run), "junit.xml": junit(run), "run.json": as_json(run)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise EvalsError(f"{folder} cannot be written: name another folder with --report") from error

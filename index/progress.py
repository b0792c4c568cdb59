"""The progress bar of a build, drawn on a terminal and nowhere else; the one door to rich."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress

from index.build import Progress as OnProgress


@contextmanager
def progress_bar(title: str) -> Iterator[OnProgress]:
    """Draw how many of how many are done, on standard error."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)

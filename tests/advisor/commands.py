"""The advisor's commands run as a person runs them: a process in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).parents[2]
GUIDE = """---
slug: small
title: Small guide
publisher: Tests
updated: 2026-05-25
---
# Small guide

## What does the degree cost?

Tuition for the degree is $7,000 in total. Books are not included in the tuition.
"""
Done: TypeAlias = "subprocess.CompletedProcess[str]"


def write_corpus(folder: Path, guide: str = GUIDE) -> Path:
    """A folder with a corpus of one guide."""
    guides = folder / "corpus" / "guides"
    guides.mkdir(parents=True, exist_ok=True)
    (guides / "small.md").write_text(guide, "utf-8")
    return folder


def command(*arguments: str) -> list[str]:
    """The words of a command."""
    return [sys.executable, "-m", "advisor", *arguments]


def environment() -> dict[str, str]:
    """The environment without any setting of the house."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ADVISOR_")}
    return kept | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}


def advisor(folder: Path, *arguments: str, typed: str = "") -> Done:
    """Run a command to its end, with these lines typed into it."""
    return subprocess.run(
        command(*arguments),
        cwd=folder,
        env=environment(),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

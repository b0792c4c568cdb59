"""The command line of the evals: another corpus and set, exit codes, the same bytes twice, and misses that become cases."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from evals.__main__ import main
from evals.cases import read_cases
from tests.advisor.commands import GUIDE, environment

Done: TypeAlias = "subprocess.CompletedProcess[str]"
CASES = [
    {
        "name": "cost",
        "slices": ["look_up", "figure"],
        "messages": ["what does the degree cost?"],
        "facts": [["$7,000"]],
        "sources": [{"guide": "small", "heading": "What does the degree cost?"}],
        "status": ["answered"],
    },
    {
        "name": "rain",
        "slices": ["refusal"],
        "messages": ["is it going to rain"],
        "status": ["out_of_scope", "not_covered"],
    },
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a small corpus and two cases."""
    guides = tmp_path / "mine" / "guides"
    guides.mkdir(parents=True)
    (guides / "small.md").write_text(GUIDE, "utf-8")
    (tmp_path / "cases.jsonl").write_text("".join(json.dumps(case) + "\n" for case in CASES), "utf-8")
    return tmp_path


def evals(folder: Path, *arguments: str) -> Done:
    """Run the evals to their end over the folder's corpus and cases."""
    command = [sys.executable, "-m", "evals", "--corpus", "mine", "--cases", "cases.jsonl", *arguments]
    return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=False)


def test_a_corpus_of_ones_own_is_measured_accepted_and_then_held_to(place: Path) -> None:
    first = evals(place, "--accept", "--compare", "baseline.json")
    assert first.returncode == 0, first.stderr
    assert "2 of 2 passed (100.0%)" in first.stdout.splitlines()[-1]
    good = evals(place, "--compare", "baseline.json", "--json", "--report", "report")
    assert good.returncode == 0, good.stderr
    assert good.stderr.startswith("good: 2 of 2 passed")
    assert evals(place, "--compare", "baseline.json", "--json").stdout == good.stdout
    assert (place / "report" / "run.json").read_text("utf-8") == good.stdout
    guide = place / "mine" / "guides" / "small.md"
    guide.write_text(guide.read_text("utf-8").replace("$7,000", "$9,000"), "utf-8")
    red = evals(place, "--compare", "baseline.json")
    assert red.returncode == 1
    assert "figure: lost cost, and no case may be lost here" in red.stdout
    assert "look_up: 0 of 1 passed (0.0%), the floor is 100%" in red.stdout
    assert red.stdout.splitlines()[-1].startswith("fell short: 1 of 2 passed")
    spared = evals(place, "--compare", "baseline.json", "--only", "refusal")
    assert spared.returncode == 0, spared.stdout


def test_a_miss_becomes_a_case_that_is_red(place: Path) -> None:
    added = evals(
        place, "add", "and for the books?", "--after", "what does the degree cost?", "--fact", "not included | extra"
    )
    assert added.returncode == 0, added.stderr
    assert "and-for-the-books fails now" in added.stdout
    made = read_cases(place / "cases.jsonl")[-1]
    assert made.messages == ("what does the degree cost?", "and for the books?")
    assert made.facts == (("not included", "extra"),)
    twice = evals(place, "add", "and for the books?")
    assert twice.returncode == 2
    assert "another --name" in twice.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--only", "nothing"], "no case is in the slice nothing"),
        (["--compare", "none.json"], "none.json cannot be read"),
        (["--cases", "none.jsonl"], "none.jsonl cannot be read"),
        (["--corpus", "nowhere"], "nowhere"),
        (["--accept"], "name the baseline with --compare"),
        (["--accept", "--only", "refusal", "--compare", "b.json"], "only a whole run can be accepted"),
        (["--loud"], "unrecognized arguments: --loud"),
    ],
)
def test_what_cannot_run_ends_with_2_and_one_line(
    place: Path,
    arguments: list[str],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(place)
    for name in os.environ.keys() - environment().keys():
        monkeypatch.delenv(name)
    command = ["--corpus", "mine", "--cases", "cases.jsonl", *arguments]
    assert ended(main, command) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err
    assert said.err.count("\n") == 1


def ended(command: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> object:
    """The exit code of a command run here, however it leaves."""
    try:
        return command(arguments)
    except SystemExit as left:
        return left.code

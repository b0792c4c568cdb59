"""The README is honest: its commands exist and its settings are the code's."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"python -m (\w+) (\w+)", README)))
TARGETS = sorted(set(re.findall(r"(?:`|^    )make (\w+)", README, re.M)))
SETTING = re.compile(r"ADVISOR_[A-Z_]+")


def settings_table() -> set[str]:
    """The settings that the README's table names."""
    return {name for line in README.splitlines() if line.startswith("| `ADVISOR_") for name in SETTING.findall(line)}


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_in_the_readme_exists(target: str) -> None:
    dry = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert dry.returncode == 0, dry.stderr


@pytest.mark.parametrize(("room", "verb"), COMMANDS)
def test_every_command_in_the_readme_exists(room: str, verb: str) -> None:
    usage = subprocess.run(
        [sys.executable, "-m", room, verb, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert usage.returncode == 0, usage.stderr


def test_the_settings_of_the_readme_and_the_example_are_the_same() -> None:
    assert settings_table() == set(SETTING.findall((ROOT / ".env.example").read_text("utf-8")))


def test_every_file_that_the_readme_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
